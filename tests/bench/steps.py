"""How long each step takes for a photo of 12 and of 24 megapixels, and how much memory.

    python tests/bench/steps.py [--shared ../shared] [--megapixels 12 24] [--engines backdrop rembg:u2netp auto]

Real product photos are enlarged and given a little grain. Each photo is prepared by each engine in a process of its
own, after a small photo that makes it load all it needs; as in a worker, the model computes on one core. ``inference``
is every pass of the model, ``matte`` all else that the engine does, ``signs`` what doubt is measured by afterwards,
``rest`` what belongs to none of the steps.
Figures are medians over the photos, in seconds by the clock and in brackets of processor time, which other programs
disturb less. The matte work may take two fifths of u2netp's inference, or 0.6 s, whichever is more.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "app"), str(ROOT)]

from tests.bench.large_photos import enlarged  # noqa: E402

ENGINES = ("backdrop", "rembg:u2netp", "auto")
STEPS = ("decode", "inference", "matte", "signs", "compose", "encode", "prove", "rest")
# On plain sweeps, on coloured ones, in a scene; tall, wide and square.
PHOTOS = (
    "boutique/mug.jpg", "boutique/hairdryer.jpg", "boutique/tank-top.jpg", "sylius/jeans_man_jeans_03.jpg",
    "vendure/thomas-serer-420833-unsplash.jpg",
)  # fmt: skip
SHARE, LEAST = 0.4, 0.6

Row = dict[str, Any]


@dataclass
class Clock:
    """Seconds by step, by the wall clock and of processor time; steps within steps count for themselves only."""

    wall: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    cpu: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _within: list[str] = field(default_factory=list)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        outer = self._within[-1] if self._within else None
        start, start_cpu = time.perf_counter(), time.process_time()
        self._within.append(name)
        try:
            yield
        finally:
            self._within.pop()
            for spent, since, now in (
                (self.wall, start, time.perf_counter()), (self.cpu, start_cpu, time.process_time()),
            ):  # fmt: skip
                spent[name] += now - since
                if outer:
                    spent[outer] -= now - since

    def timed(self, owner: object, attribute: str, name: str) -> None:
        """Counts every call of a function of ``owner`` as the step ``name``."""
        function: Callable[..., Any] = getattr(owner, attribute)

        def counted(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (whatever it takes and gives)
            with self.step(name):
                return function(*args, **kwargs)

        setattr(owner, attribute, counted)


def one(photo: Path, engine: str, model: Path) -> Row:
    """Prepares ``photo`` with everything loaded before, and counts."""
    from whitecove.batch.store import writer
    from whitecove.core import encode
    from whitecove.core import prepare as job
    from whitecove.core.engines import registry, rembg
    from whitecove.core.model import Photo, Role, Slot, Want
    from whitecove.core.options import Options
    from whitecove.core.profiles import load_profile

    made = registry.make_engine(engine, {"u2netp": model}, device="cpu")
    context = job.Context(options=Options(engine=engine), profile=load_profile("aliexpress"), engine=made)
    want = Want(slot=Slot.MAIN, file="made.jpg")

    def prepare(path: Path, out: Path) -> str:
        return job.prepare(
            Photo(path=path, name=path.name, role=Role.MAIN, order=1), (want,), context, writer(out)
        ).renditions[0].engine  # fmt: skip

    with tempfile.TemporaryDirectory() as scratch:
        prepare(ROOT / "resources" / "samples" / "mug.jpg", Path(scratch))
        clock = Clock()
        clock.timed(job, "read_photo", "decode")
        clock.timed(rembg.RembgEngine, "_predict", "inference")
        clock.timed(type(made), "cut", "matte")
        clock.timed(registry, "judged", "signs")
        clock.timed(job, "compose", "compose")
        clock.timed(encode, "fit", "encode")
        clock.timed(job, "fit_window", "compose")
        clock.timed(job, "prove", "prove")
        job.STEPS = tuple((stage, getattr(job, step.__name__)) for stage, step in job.STEPS)
        with clock.step("rest"):
            used = prepare(photo, Path(scratch))
    return {"wall": clock.wall, "cpu": clock.cpu, "peak": peak_memory(), "engine": used}


def peak_memory() -> float:
    """The most memory that this process has held, in MB. On Linux ``ru_maxrss`` is no less than what the process that
    started this one held then, so the kernel's own account of this program is read there."""
    status = Path("/proc/self/status")
    if status.exists():
        held = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(held.split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def measured(args: argparse.Namespace) -> Iterator[Row]:
    """A row for each photo, size and engine, each from a process of its own."""
    environment = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    model = args.shared / "models" / "u2netp.onnx"
    with tempfile.TemporaryDirectory() as scratch:
        for megapixels in args.megapixels:
            for name in PHOTOS[: args.photos]:
                photo = Path(scratch) / f"{megapixels:g}_{Path(name).name}"
                enlarged(args.shared / "data" / "products" / name, photo, megapixels)
                for engine in args.engines:
                    command = [sys.executable, __file__, "--one", str(photo), engine, str(model)]
                    done = subprocess.run(
                        command, env={**os.environ, **environment}, capture_output=True, text=True, check=True
                    )
                    yield {"megapixels": megapixels, "asked": engine, "photo": name, **json.loads(done.stdout)}


def table(rows: list[Row]) -> Iterator[str]:
    """The medians over the photos, as a table in Markdown."""
    yield "| MP | engine | " + " | ".join(STEPS) + " | matte ÷ inference | peak memory |"
    yield "| --- | --- |" + " --- |" * (len(STEPS) + 2)
    for megapixels in sorted({row["megapixels"] for row in rows}):
        of_size = [row for row in rows if row["megapixels"] == megapixels]
        for engine in dict.fromkeys(row["asked"] for row in of_size):
            of_engine = [row for row in of_size if row["asked"] == engine]
            cells = [_cell(of_engine, step) for step in STEPS]
            peak = max(row["peak"] for row in of_engine)
            yield f"| {megapixels:g} | `{engine}` | {' | '.join(cells)} | {_ratio(of_engine)} | {peak:.0f} MB |"


def _cell(rows: list[Row], step: str) -> str:
    wall, cpu = _median(rows, "wall", step), _median(rows, "cpu", step)
    return f"{wall:.2f} ({cpu:.2f})" if wall else "–"


def _ratio(rows: list[Row]) -> str:
    inference = _median(rows, "cpu", "inference")
    return f"{_median(rows, 'cpu', 'matte') / inference:.0%}" if inference else "–"


def _median(rows: list[Row], kind: str, step: str) -> float:
    return float(statistics.median(row[kind].get(step, 0.0) for row in rows))


def verdicts(rows: list[Row]) -> Iterator[str]:
    """Whether the matte work keeps its share, for each engine and size."""
    usual = [row["cpu"]["inference"] for row in rows if row["asked"] == "rembg:u2netp"]
    limit = max(LEAST, SHARE * statistics.median(usual)) if usual else LEAST
    yield f"matte work may take {limit:.2f} s of processor time; it keeps to that on:"
    for key in dict.fromkeys((row["megapixels"], row["asked"]) for row in rows):
        spent = [row["cpu"]["matte"] for row in rows if (row["megapixels"], row["asked"]) == key]
        kept = sum(each <= limit for each in spent)
        yield f"  {key[0]:g} MP {key[1]}: {kept} of {len(spent)} photos, most {max(spent):.2f} s"


def main() -> int:
    """Measure, print."""
    if sys.argv[1:2] == ["--one"]:
        photo, engine, model = sys.argv[2:]
        print(json.dumps(one(Path(photo), engine, Path(model))))
        return 0
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--megapixels", type=float, nargs="+", default=[12, 24])
    parser.add_argument("--engines", nargs="+", default=ENGINES)
    parser.add_argument("--photos", type=int, default=len(PHOTOS), help="only the first so many")
    args = parser.parse_args()
    rows = []
    for row in measured(args):
        rows.append(row)
        spent = "  ".join(f"{step} {row['cpu'].get(step, 0):.2f}" for step in STEPS)
        print(f"{row['megapixels']:g} MP {row['photo']:32} {row['engine']:22} {spent}", flush=True)
    print(*table(rows), *verdicts(rows), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

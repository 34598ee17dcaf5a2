"""How near the whole work on a photo comes to the sum of what cannot be left out, each timed alone in the same run.

    python tests/bench/floor.py [--shared ../shared] [--photos 6] [--megapixels 12] [--engines rembg:u2netp auto]

The floor is written as plainly as possible: decode the JPEG (Pillow); the model's passes, as many as the engine makes,
on a picture that is small already (onnxruntime, one thread); its own work on the matte; cut the product's box
out, resize it once and paste it on white (Pillow); encode once at quality 95, 4:4:4; decode that. Against it
stands `prepare`, which besides measures doubt, fits the byte window, writes atomically, and judges by every rule. All
is processor time of one process with one thread, the least of two tries, in turns.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "app"), str(ROOT)]

import numpy as np  # noqa: E402
from PIL import Image  # noqa: E402

from tests.bench.large_photos import folder_of  # noqa: E402
from whitecove.batch.store import writer  # noqa: E402
from whitecove.core import prepare as job  # noqa: E402
from whitecove.core.engines import rembg  # noqa: E402
from whitecove.core.engines.registry import make_engine  # noqa: E402
from whitecove.core.errors import WhitecoveError  # noqa: E402
from whitecove.core.extent import box_of_levels  # noqa: E402
from whitecove.core.model import Cutout, Photo, Role, Slot, Want  # noqa: E402
from whitecove.core.options import Options  # noqa: E402
from whitecove.core.profiles import load_profile  # noqa: E402
from whitecove.core.read import read_photo  # noqa: E402

TRIES = 2
AIM = 1.25
PARTS = ("decode", "passes", "matte", "resize and paste", "encode", "decode again")


class Passes:
    """Counts and times what the model computes."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._real: Callable[..., Any] = rembg.RembgEngine._predict

    def __enter__(self) -> Passes:
        real = self._real

        def timed(engine: rembg.RembgEngine, rgb: Any) -> Any:  # noqa: ANN401 (a picture, a mask)
            start = time.process_time()
            try:
                return real(engine, rgb)
            finally:
                self.seconds += time.process_time() - start

        rembg.RembgEngine._predict = timed  # type: ignore[method-assign,assignment]
        return self

    def __exit__(self, *_: object) -> None:
        rembg.RembgEngine._predict = self._real  # type: ignore[method-assign]


def spent(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of processor time, and what came of it."""
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def pasted(cutout: Cutout) -> Image.Image:
    """The product on a white square, by Pillow alone."""
    box = box_of_levels(cutout.matte, 25)
    assert box is not None
    rgba = Image.fromarray(np.dstack([cutout.rgb, cutout.matte])).crop((box.left, box.top, box.right, box.bottom))
    scale = 1700 / max(rgba.size)
    rgba = rgba.resize((round(rgba.width * scale), round(rgba.height * scale)), Image.Resampling.LANCZOS)
    canvas = Image.new("RGB", (2000, 2000), (255, 255, 255))
    canvas.paste(rgba, ((2000 - rgba.width) // 2, (2000 - rgba.height) // 2), rgba)
    return canvas


def encoded(image: Image.Image) -> bytes:
    """A JPEG as it is delivered."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=95, subsampling=0)
    return out.getvalue()


def floor(photo: Path, context: job.Context) -> dict[str, float]:
    """Each part alone."""
    parts: dict[str, float] = {}

    def decoded() -> Image.Image:
        with Image.open(photo) as image:
            return image.convert("RGB")

    parts["decode"], _ = spent(decoded)
    picture = read_photo(photo)
    with Passes() as passes:
        whole, cutout = spent(lambda: context.engine.cut(picture))
    parts["passes"], parts["matte"] = passes.seconds, whole - passes.seconds
    parts["resize and paste"], canvas = spent(lambda: pasted(cutout))
    parts["encode"], data = spent(lambda: encoded(canvas))
    parts["decode again"], _ = spent(lambda: Image.open(io.BytesIO(data)).convert("RGB"))
    return parts


def whole(photo: Path, context: job.Context, out: Path) -> float:
    """The whole work on the photo."""
    want = Want(slot=Slot.MAIN, file="made.jpg")
    given = Photo(path=photo, name=photo.name, role=Role.MAIN, order=1)
    return spent(lambda: job.prepare(given, (want,), context, writer(out)))[0]


def measured(photos: list[Path], context: job.Context, out: Path) -> tuple[dict[str, float], float, int]:
    """The parts and the whole, means over the photos that can be cut out, and how many these are."""
    rows: list[tuple[dict[str, float], float]] = []
    for photo in photos:
        try:
            whole(photo, context, out)  # loads what is loaded once
            tries = [(floor(photo, context), whole(photo, context, out)) for _ in range(TRIES)]
        except WhitecoveError:
            continue
        rows.append(({part: min(each[part] for each, _ in tries) for part in PARTS}, min(each for _, each in tries)))
    means = {part: sum(parts[part] for parts, _ in rows) / len(rows) for part in PARTS}
    return means, sum(each for _, each in rows) / len(rows), len(rows)


def main() -> int:
    """Measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--photos", type=int, default=6)
    parser.add_argument("--megapixels", type=float, default=12)
    parser.add_argument("--engines", nargs="+", default=["rembg:u2netp", "rembg:u2netp one", "auto", "backdrop"])
    args = parser.parse_args()
    models = {"u2netp": args.shared / "models" / "u2netp.onnx"}
    print(f"| engine | {' | '.join(PARTS)} | floor | `prepare` | ratio (aim {AIM}) |")
    print("| --- |" + " --- |" * (len(PARTS) + 3))
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        photos = sorted(
            folder_of(args.shared / "data" / "products", scratch / "photos", args.photos, args.megapixels).iterdir()
        )
        for asked in args.engines:
            name, _, passes = asked.partition(" ")
            engine = make_engine(name, models, device="cpu", passes=passes or "every")
            context = job.Context(options=Options(engine=name), profile=load_profile("aliexpress"), engine=engine)
            parts, took, count = measured(photos, context, scratch)
            least = sum(parts.values())
            cells = " | ".join(f"{parts[part]:.2f}" for part in PARTS)
            print(
                f"| `{name}`{f', {passes} pass' if passes else ''} ({count}) | {cells} | {least:.2f} | {took:.2f} | "
                f"{took / least:.2f} |",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Reads made files in worker processes, as a batch does, and counts what became of them. At module level, because
workers import it."""

from __future__ import annotations

import contextlib
import functools
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from tests.corpus.fuzz.mutations import Corpus
from whitecove.batch.executors import workplace
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Done, Job
from whitecove.batch.executors.processes import Processes
from whitecove.batch.report.thumbnails import UNREADABLE, Source, shrunk
from whitecove.batch.work import at_boundary
from whitecove.core.messages import sentence
from whitecove.core.model import Photo, PhotoResult, Role, State
from whitecove.core.read import Limits, read_photo
from whitecove.core.stage import DOING, Stage

READING_SECONDS = 20.0
MEMORY = 2_500_000_000
# A file of a few bytes may claim a photo of 200 megapixels, which is allowed, and slow: of most, smaller ones are read.
FEW_PIXELS = Limits(pixels=20_000_000)
ALL_PIXELS_ONE_IN = 10
THUMBNAIL_SIDE = 240
CHUNK = 500

_GIVEN_UP = {
    "prepare.worker_died": "died", "prepare.too_long": "too long", "prepare.too_much_memory": "too much memory"
}  # fmt: skip
_PROC = Path("/proc/self")


@dataclass(slots=True)
class Tally:
    """What became of files: how many of each fate, why they were refused, the slowest and largest; ``findings`` are
    those that are no good news, by name."""

    fates: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    slowest: str = ""
    megabytes: int = 0
    largest: str = ""
    findings: list[str] = field(default_factory=list)

    @property
    def files(self) -> int:
        return self.fates.total()

    def add(self, name: str, done: Done) -> None:
        """Takes in what became of a file."""
        fate = _fate(done)
        self.fates[fate] += 1
        if fate not in ("read", "refused"):
            self.findings.append(f"{name}: {fate}: {done.result.reason}{_where(done.trouble)}")
        elif fate == "refused":
            self.reasons[re.sub(r"\d+", "#", done.result.reason.split(": ")[0])] += 1
        for note in done.notes:
            seconds, megabytes = note.split()
            if float(seconds) > self.seconds:
                self.seconds, self.slowest = float(seconds), name
            if int(megabytes) > self.megabytes:
                self.megabytes, self.largest = int(megabytes), name


def read_made(
    corpus: Path, folder: Path, numbers: Sequence[int], *, seed: int, workers: int = 1
) -> Iterator[tuple[str, Done]]:
    """The files of those ``numbers``, made in ``folder`` of those in ``corpus``, and what became of each. A file that
    killed its worker stays there."""
    work = partial(_read_made, corpus, seed)
    yield from _read(work, [folder / f"{number}.made" for number in numbers], workers)


def read_given(files: Sequence[Path], *, workers: int = 1) -> Iterator[tuple[str, Done]]:
    """Those files as they are, and what became of each."""
    yield from _read(_read_as_it_is, files, workers)


def _read(work: partial[Done] | object, files: Sequence[Path], workers: int) -> Iterator[tuple[str, Done]]:
    deadlines = dict.fromkeys(Stage, READING_SECONDS) | {Stage.STARTING: 60.0}
    executor = Processes(workers=workers, memory=MEMORY, deadlines=deadlines, max_jobs=5 * CHUNK)
    photos = [Photo(path=path, name=path.name, role=Role.MAIN, order=1) for path in files]
    for start in range(0, len(photos), CHUNK):
        jobs = [Job(photo=photo, wants=()) for photo in photos[start : start + CHUNK]]
        for job, done in executor.run(work, jobs, Control()):  # type: ignore[arg-type]
            yield job.photo.name, done


def _read_made(corpus: Path, seed: int, job: Job) -> Done:
    path, number = job.photo.path, int(job.photo.path.stem)
    path.write_bytes(_corpus(corpus).mutated(seed, number).data)
    done = _weighed(path, FEW_PIXELS if number % ALL_PIXELS_ONE_IN else Limits())
    path.unlink()
    return done


def _read_as_it_is(job: Job) -> Done:
    return _weighed(job.photo.path, Limits())


@functools.lru_cache(maxsize=1)
def _corpus(folder: Path) -> Corpus:
    return Corpus(folder)


def _weighed(path: Path, limits: Limits) -> Done:
    """What became of a file, with a note of the seconds and megabytes that it took."""
    workplace.tell(Stage.READING)
    _forget_peak()
    start = time.perf_counter()
    done = at_boundary(partial(_attempt, path, limits))
    return replace(done, notes=(f"{time.perf_counter() - start:.3f} {_peak()}",))


def _attempt(path: Path, limits: Limits) -> PhotoResult:
    picture = read_photo(path, limits)
    facts = picture.facts
    if picture.rgb.shape != (facts.height, facts.width, 3) or picture.rgb.dtype.name != "uint8":
        raise AssertionError(f"a picture of {picture.rgb.shape}, {picture.rgb.dtype}")
    if picture.alpha is not None and picture.alpha.shape != picture.rgb.shape[:2]:
        raise AssertionError(f"alpha of {picture.alpha.shape}")
    if facts.width * facts.height <= FEW_PIXELS.pixels:  # reading a larger one again would only take long
        with contextlib.suppress(*UNREADABLE):
            shrunk(Source(path, facts), THUMBNAIL_SIDE)
    return PhotoResult(state=State.READY, reason="", facts=facts)


def _forget_peak() -> None:
    """Linux only: the peak of memory is counted from here on."""
    if _PROC.exists():
        (_PROC / "clear_refs").write_text("5")


def _peak() -> int:
    """Megabytes of memory at the peak; 0 where the system does not tell."""
    if not _PROC.exists():
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", (_PROC / "status").read_text())
    return int(found[1]) // 1024 if found else 0


def _fate(done: Done) -> str:
    reason = done.result.reason
    if done.trouble:
        return "unexpected"
    if done.result.state is State.READY:
        return "read"
    for code, fate in _GIVEN_UP.items():
        if any(reason == _said(code, doing) for doing in DOING.values()):
            return fate
    return "refused" if reason.endswith(".") else "no sentence"


def _where(trouble: str) -> str:
    """The last line of ours in a traceback, and what was raised."""
    ours = [line.strip() for line in trouble.splitlines() if "whitecove" in line and line.startswith("  File")]
    return f" {ours[-1]}: {trouble.splitlines()[-1]}" if ours else ""


def _said(code: str, doing: str) -> str:
    return sentence(code, doing=doing, seconds=round(READING_SECONDS), gigabytes=f"{MEMORY / 1e9:.1f}")

"""Kills at random moments, and what the next run makes of what was left. The moments come from a seed, which is told
with whatever goes wrong: ``WHITECOVE_FAULT_SEED=N`` repeats it, as far as a machine repeats itself."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.faults.account import pictures, torn_pictures, wrongs
from tests.faults.shop import SAMPLES, Ended, Shop, ended, events, save_small

DIED = "made the worker process end"
# They tell what changed since the last finished run: after one in which photos failed, that is what came since.
TELL_OF_CHANGES = ("changes.csv", "report.html")


def new_seed() -> int:
    """The seed that the environment asks for, or one that nobody knows beforehand."""
    return int(os.environ.get("WHITECOVE_FAULT_SEED") or random.SystemRandom().randrange(10**6))


@dataclass(frozen=True, slots=True)
class Whole:
    """What an undisturbed run delivered, and how many seconds it took; ``earlier`` is a shop with the delivery before
    it, if there was one."""

    delivered: Mapping[str, bytes]
    seconds: float
    earlier: Shop | None = None

    def stocked(self, root: Path) -> Shop:
        """A new shop at ``root``, as it was before that run."""
        return stocked(root, self.earlier)

    @property
    def known(self) -> set[bytes]:
        """All pictures that may ever lie in the delivery."""
        return {*self.delivered.values(), *(pictures(self.earlier.out).values() if self.earlier else ())}


def stocked(root: Path, earlier: Shop | None) -> Shop:
    """A shop with today's photos, over the delivery of an ``earlier`` one."""
    if earlier:
        shutil.copytree(earlier.root, root)
        shutil.rmtree(root / "photos")
    return Shop(root).stock()


def with_other_photos(root: Path) -> Shop:
    """A shop that delivered before: one photo is replaced since, one was not there yet, one is gone."""
    shop = Shop(root).stock()
    save_small(SAMPLES / "basket.jpg", shop.photos / "lamp" / "lamp_1.jpg")
    (shop.photos / "mug.jpg").rename(shop.photos / "old.jpg")
    shop.prepare()
    return shop


def undisturbed(root: Path, earlier: Shop | None = None) -> Whole:
    """Runs the program without trouble in the new folder ``root``."""
    shop = stocked(root, earlier)
    before = shop.originals()
    start = time.monotonic()
    done = shop.prepare()
    seconds = time.monotonic() - start
    assert done.code == 1, done.said
    assert wrongs(shop.photos, shop.out) == []
    assert shop.originals() == before
    return Whole(shop.delivered(), seconds, earlier)


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """A run in which something was killed at ``moments``, in seconds after its start; none where all had ended before.
    ``done`` counts the photos that were told as finished, ``resumed`` those that the next run took as they were,
    ``failed`` those that the kills cost; ``wrong`` says all that was not as it should be."""

    moments: tuple[float, ...]
    done: int
    resumed: int
    failed: int
    wrong: tuple[str, ...]


def kill_program(root: Path, whole: Whole, moment: float) -> Killed:
    """Kills program and workers together ``moment`` seconds after the start, looks at what is left, and resumes."""
    shop = whole.stocked(root)
    before = shop.originals()
    hit, out = _killed_at(shop.start(), moment)
    told = [event["event"] for event in events(out.splitlines())]
    done = told.count("photo")
    wrong = [*torn_pictures(shop.out), *_others(shop.out, whole), *_half_delivered(shop.out)]
    again = shop.prepare()
    # A report on a run that was at its end tells what changed since the one before: nothing.
    wrong += _differences(shop, again, whole, but=TELL_OF_CHANGES if "summary" in told and whole.earlier else ())
    if shop.originals() != before:
        wrong.append("an original was changed")
    resumed = again.lines[0]["resumed"] if again.lines else 0
    if resumed < done - 1:  # all but the damaged one, which is tried again
        wrong.append(f"of {done} photos that were done, only {resumed} were taken as they were")
    shutil.rmtree(root)
    return Killed(moments=(moment,) if hit else (), done=done, resumed=resumed, failed=0, wrong=tuple(wrong))


def kill_workers(root: Path, whole: Whole, moments: Sequence[float]) -> Killed:
    """Kills one of the workers at each of ``moments``, in seconds after the start of one run; lets it end, and runs it
    again."""
    shop = whole.stocked(root)
    program = shop.start()
    hit = tuple(_worker_kills(program, moments))
    first = ended(program)
    told = [event for event in first.lines if event["event"] == "photo"]
    failed = sum(DIED in event["reason"] for event in told)
    wrong = [] if failed <= len(hit) else [f"{len(hit)} kills cost {failed} photos"]
    if first.code == 1:
        wrong += [*wrongs(shop.photos, shop.out), *_others(shop.out, whole)]
    else:
        wrong.append(f"exit code {first.code}: {first.said}")
    again = shop.prepare()
    wrong += _differences(shop, again, whole, but=TELL_OF_CHANGES if failed or whole.earlier else ())
    shutil.rmtree(root)
    resumed = again.lines[0]["resumed"] if again.lines else 0
    return Killed(moments=hit, done=len(told), resumed=resumed, failed=failed, wrong=tuple(wrong))


def _killed_at(program: subprocess.Popen[str], moment: float) -> tuple[bool, str]:
    """Kills the whole process group, unless it ended before, and returns what it had printed."""
    try:
        return False, program.communicate(timeout=moment)[0]
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
        return True, program.communicate()[0]


def _worker_kills(program: subprocess.Popen[str], moments: Sequence[float]) -> Iterator[float]:
    """Ends a worker at each moment, as far as there is one then; those at which there was."""
    start = time.monotonic()
    for moment in sorted(moments):
        try:
            program.wait(timeout=max(0.0, moment - (time.monotonic() - start)))
        except subprocess.TimeoutExpired:
            workers = [each for each in psutil.Process(program.pid).children() if _is_worker(each)]
            if workers:
                workers[int(moment * 1000) % len(workers)].kill()
                yield moment


def _is_worker(process: psutil.Process) -> bool:
    """Whether it is a worker that lives: not what multiprocessing runs beside them, nor what is killed already."""
    try:
        return "spawn_main" in str(process.cmdline())
    except psutil.NoSuchProcess:
        return False


def _half_delivered(out: Path) -> Iterator[str]:
    """What is half-written where a person would upload it."""
    for path in out.rglob("*.part"):
        if path.parent != out and path.relative_to(out).parts[0] != ".whitecove":
            yield f"{path.relative_to(out)} lies half-written in the delivery"


def _others(out: Path, whole: Whole) -> Iterator[str]:
    """Pictures that are none of those of an undisturbed run. Where they lie is no matter here: beside a sibling that
    failed, one is in review that would be ready."""
    known = whole.known
    for name, data in pictures(out).items():
        if data not in known:
            yield f"{name} is not what an undisturbed run makes"


def _differences(shop: Shop, done: Ended, whole: Whole, *, but: Sequence[str] = ()) -> Iterator[str]:
    """What a run that went to its end left otherwise than the undisturbed one, ``but`` for those files."""
    if done.code != 1:
        yield f"exit code {done.code}: {done.said}"
        return
    yield from wrongs(shop.photos, shop.out)
    delivered = shop.delivered()
    for name in sorted((delivered.keys() | whole.delivered.keys()) - set(but)):
        if delivered.get(name) != whole.delivered.get(name):
            yield f"{name} differs from that of an undisturbed run"

"""Kills at random moments, and what the next run makes of what was left. The moments come from a seed, which is told with
whatever goes wrong: ``WHITECOVE_FAULT_SEED=N`` repeats it, as far as a machine repeats itself."""

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
from tests.faults.shop import Ended, Shop, ended, events

DIED = "made the worker process end"
# They tell what changed since the last finished run: after one in which photos failed, that is what came since.
TELL_OF_CHANGES = ("changes.csv", "report.html")


def new_seed() -> int:
    """The seed that the environment asks for, or one that nobody knows beforehand."""
    return int(os.environ.get("WHITECOVE_FAULT_SEED") or random.SystemRandom().randrange(10**6))


@dataclass(frozen=True, slots=True)
class Whole:
    """What an undisturbed run delivered, and how many seconds it took."""

    delivered: Mapping[str, bytes]
    seconds: float


def undisturbed(root: Path) -> Whole:
    """Runs the program without trouble in the new folder ``root``."""
    shop = Shop(root).stock()
    before = shop.originals()
    start = time.monotonic()
    done = shop.prepare()
    seconds = time.monotonic() - start
    assert done.code == 1, done.said
    assert wrongs(shop.photos, shop.out) == []
    assert shop.originals() == before
    return Whole(shop.delivered(), seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """One kill. ``moment`` is that of the kill in seconds; ``done`` counts the photos that were told as finished by
    then, ``resumed`` those that the next run took as they were; ``failed`` those that it cost; ``wrong`` says all that
    was not as it should be."""

    moment: float
    done: int
    resumed: int
    failed: int
    wrong: tuple[str, ...]


def kill_program(root: Path, whole: Whole, moment: float) -> Killed:
    """Kills program and workers together ``moment`` seconds after the start, looks at what is left, and resumes."""
    shop = Shop(root).stock()
    before = shop.originals()
    program = shop.start()
    out = _killed_at(program, moment)
    done = sum(event["event"] == "photo" for event in events(out.splitlines()))
    wrong = [*torn_pictures(shop.out), *_strangers(pictures(shop.out), whole), *_half_delivered(shop.out)]
    again = shop.prepare()
    wrong += _differences(shop, again, whole)
    if shop.originals() != before:
        wrong.append("an original was changed")
    resumed = again.lines[0]["resumed"] if again.lines else 0
    if resumed < done - 1:  # all but the damaged one, which is tried again
        wrong.append(f"of {done} photos that were done, only {resumed} were taken as they were")
    shutil.rmtree(root)
    return Killed(moment=moment, done=done, resumed=resumed, failed=0, wrong=tuple(wrong))


def _killed_at(program: subprocess.Popen[str], moment: float) -> str:
    """Kills the whole process group and returns what it had printed."""
    try:
        out, _ = program.communicate(timeout=moment)
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
        out, _ = program.communicate()
    return out


def _half_delivered(out: Path) -> Iterator[str]:
    """What is half-written where a person would upload it."""
    for path in out.rglob("*.part"):
        if path.parent != out and path.relative_to(out).parts[0] != ".whitecove":
            yield f"{path.relative_to(out)} lies half-written in the delivery"


def _strangers(found: Mapping[str, bytes], whole: Whole) -> Iterator[str]:
    for name, data in found.items():
        if whole.delivered.get(name) != data:
            yield f"{name} is not what an undisturbed run delivers"


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


def kill_workers(root: Path, whole: Whole, moments: list[float]) -> list[Killed]:
    """Kills one of the workers at each of ``moments``, in seconds after the start of one run; lets it end, and runs it
    again."""
    shop = Shop(root).stock()
    program = shop.start()
    hit = _ended_workers(program, moments)
    first = ended(program)
    failed = [event for event in first.lines if event["event"] == "photo" and DIED in event["reason"]]
    wrong = [] if first.code == 1 else [f"exit code {first.code}: {first.said}"]
    if first.code == 1:
        wrong += wrongs(shop.photos, shop.out)
        wrong += _strangers_but_waiting(shop, whole)
    if len(failed) > hit:
        wrong.append(f"{hit} kills cost {len(failed)} photos")
    wrong += _differences(shop, shop.prepare(), whole, but=TELL_OF_CHANGES if failed else ())
    shutil.rmtree(root)
    cost = [1] * len(failed) + [0] * (len(moments) - len(failed))
    return [
        Killed(moment=moment, done=0, resumed=0, failed=one, wrong=tuple(wrong) if not at else ())
        for at, (moment, one) in enumerate(zip(moments, cost, strict=True))
    ]


def _strangers_but_waiting(shop: Shop, whole: Whole) -> Iterator[str]:
    """Pictures that have other bytes than those of an undisturbed run; where a sibling failed, one may lie in review
    that would be ready."""
    known = set(whole.delivered.values())
    for name, data in pictures(shop.out).items():
        if data not in known:
            yield f"{name} is not what an undisturbed run makes"


def _ended_workers(program: subprocess.Popen[str], moments: list[float]) -> int:
    """Ends a worker at each moment, as far as there is one then; returns how many it ended."""
    start, hit = time.monotonic(), 0
    parent = psutil.Process(program.pid)
    for moment in sorted(moments):
        try:
            program.wait(timeout=max(0.0, moment - (time.monotonic() - start)))
        except subprocess.TimeoutExpired:
            hit += _end_one(parent, moment)
    return hit


def _end_one(parent: psutil.Process, moment: float) -> int:
    """Ends one of the workers; which, the moment tells."""
    workers = [child for child in parent.children() if "spawn_main" in " ".join(child.cmdline())]
    if not workers:
        return 0
    workers[int(moment * 1000) % len(workers)].kill()
    return 1


def report(kills: list[Killed]) -> list[str]:
    """All that went wrong, each with its moment."""
    return [f"{kill.moment:.3f} s: {each}" for kill in kills for each in kill.wrong]



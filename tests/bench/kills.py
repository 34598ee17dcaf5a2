"""Kills the real program, and its workers, at random moments, and compares every byte of what the next run leaves with
an undisturbed run.

    python tests/bench/kills.py [--kills 20] [--again] [--seed N]

With --again, there is an earlier delivery of other photos, which is brought up to date.

Ends with exit code 1 if anything was lost, half-written or different.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "app")]

from tests.faults.kills import Killed, Whole, kill_program, kill_workers, new_seed, undisturbed, with_other_photos  # noqa: E402

# A run has few photos, and no more of its workers should be killed than leaves some.
WORKERS_A_RUN = 4


def programs(root: Path, whole: Whole, kills: int, chance: random.Random) -> Iterator[Killed]:
    """That many kills of program and workers together, each of another run."""
    done = 0
    while done < kills:
        kill = kill_program(root / "program", whole, chance.uniform(0, whole.seconds))
        done += len(kill.moments)
        yield kill


def workers(root: Path, whole: Whole, kills: int, chance: random.Random) -> Iterator[Killed]:
    """That many kills of workers, some of them in one run."""
    done = 0
    while done < kills:
        count = min(WORKERS_A_RUN, kills - done)
        kill = kill_workers(root / "worker", whole, [chance.uniform(0, whole.seconds) for _ in range(count)])
        done += len(kill.moments)
        yield kill


def told(kind: str, kills: Iterator[Killed]) -> list[Killed]:
    """Prints each as it comes."""
    found = []
    for kill in kills:
        found.append(kill)
        at = ", ".join(f"{moment:.3f}" for moment in kill.moments) or "nothing, all had ended"
        same = "; ".join(kill.wrong) or "every byte the same"
        print(f"  {kind} killed at {at}: {kill.done} told, {kill.failed} failed, {kill.resumed} taken up; {same}")
    return found


def main() -> int:
    """Kill and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20, help="of the program, and of workers")
    parser.add_argument("--seed", type=int, default=new_seed())
    parser.add_argument("--again", action="store_true", help="over an earlier delivery")
    args = parser.parse_args()
    chance = random.Random(args.seed)  # noqa: S311 (moments, not secrets)
    print(f"seed {args.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        whole = undisturbed(root / "whole", with_other_photos(root / "earlier") if args.again else None)
        print(f"undisturbed: {whole.seconds:.1f} s, {len(whole.delivered)} files")
        found = {
            "program": told("program", programs(root, whole, args.kills, chance)),
            "workers": told("workers", workers(root, whole, args.kills, chance)),
        }
    for kind, kills in found.items():
        count, failed = sum(len(kill.moments) for kill in kills), sum(kill.failed for kill in kills)
        wrong = sum(len(kill.wrong) for kill in kills)
        print(f"{kind}: {count} kills in {len(kills)} runs, {failed} photos failed, {wrong} things wrong")
    return 1 if any(kill.wrong for kills in found.values() for kill in kills) else 0


if __name__ == "__main__":
    sys.exit(main())

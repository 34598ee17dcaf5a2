"""Kills the real program, and its workers, at random moments, and compares every byte of what the next run leaves with an
undisturbed run.

    python tests/bench/kills.py [--kills 20] [--seed N]

Ends with exit code 1 if anything was lost, half-written or different.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "app")]

from tests.faults.kills import Killed, Whole, kill_program, kill_workers, new_seed, report, undisturbed  # noqa: E402

# A run has few photos, and not more of its workers should be ended than it can stand.
WORKERS_A_RUN = 4


def whole_programs(root: Path, whole: Whole, kills: int, chance: random.Random) -> list[Killed]:
    """That many kills of program and workers, each in a folder of its own."""
    found = []
    for number in range(kills):
        kill = kill_program(root / f"program{number}", whole, chance.uniform(0, whole.seconds))
        found.append(kill)
        print(f"  program at {kill.moment:6.3f} s: {kill.done} photos told, {kill.resumed} taken up; {_said(kill)}")
    return found


def single_workers(root: Path, whole: Whole, kills: int, chance: random.Random) -> list[Killed]:
    """That many kills of workers, some of them in one run."""
    found: list[Killed] = []
    while len(found) < kills:
        count = min(WORKERS_A_RUN, kills - len(found))
        moments = sorted(chance.uniform(0, whole.seconds) for _ in range(count))
        found += (kills_ := kill_workers(root / f"worker{len(found)}", whole, moments))
        times = ", ".join(f"{moment:.3f}" for moment in moments)
        cost = sum(kill.failed for kill in kills_)
        print(f"  workers at {times} s: {cost} photos failed; {_said(kills_[0])}")
    return found


def _said(kill: Killed) -> str:
    return "; ".join(kill.wrong) or "every byte the same"


def main() -> int:
    """Kill and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20, help="of the program, and of workers")
    parser.add_argument("--seed", type=int, default=new_seed())
    args = parser.parse_args()
    chance = random.Random(args.seed)  # noqa: S311 (moments, not secrets)
    print(f"seed {args.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        whole = undisturbed(root / "whole")
        print(f"undisturbed: {whole.seconds:.1f} s, {len(whole.delivered)} files")
        programs = whole_programs(root, whole, args.kills, chance)
        workers = single_workers(root, whole, args.kills, chance)
    wrong = report(programs + workers)
    cost = sum(kill.failed for kill in workers)
    print(f"{len(programs)} kills of the whole program; {len(workers)} of workers, of which {cost} cost a photo")
    print("\n".join(wrong) or "nothing lost, nothing half-written, nothing different")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

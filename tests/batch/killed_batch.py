"""A batch in a program of its own, for a test to kill: ``python killed_batch.py PHOTOS_AND_OUT_FOLDER``. The photo
called ``held.jpg`` waits until somebody writes to the named pipe beside the photos."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from tests.batch.stand_ins import Studio, imitate
from whitecove.batch.executors.jobs import Done, Job
from whitecove.batch.executors.processes import Processes
from whitecove.batch.places import STAGING


def hold(root: Path, job: Job) -> Done:
    if job.photo.name == "held.jpg":
        (root / "pipe").read_bytes()
    return imitate(root / "out" / STAGING, job)


def main() -> None:
    root = Path(sys.argv[1])
    Studio(root).run(executor=Processes(workers=1), worker=partial(hold, root))


if __name__ == "__main__":
    main()

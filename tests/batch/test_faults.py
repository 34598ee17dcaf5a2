"""Power cuts, kills and full disks: nothing is lost, and the next run gives the same bytes as an undisturbed one."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.batch.stand_ins import Studio, tree
from whitecove.core.errors import OutputError

ROOT = Path(__file__).resolve().parents[2]
posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and named pipes")


def fill(studio: Studio) -> Studio:
    """Photos of every fate, over an earlier delivery of which much changes."""
    studio.add("S/1.jpg", "S/2.jpg", "T/1.jpg", "gone/1.jpg")
    studio.run()
    (studio.photos / "gone/1.jpg").unlink()
    studio.add("S/1.jpg", content="changed")
    studio.add("T/1.jpg", content="doubt")
    studio.add("T/2.jpg", "U/1.jpg")
    return studio


def counted(monkeypatch: pytest.MonkeyPatch, at: int, then: Callable[[], object]) -> list[str]:
    """Does ``then`` instead of the ``at``-th step that changes the disk; returns the steps as they happen."""
    steps: list[str] = []

    def watch(owner: object, name: str, real: Callable[..., object]) -> None:
        def step(*args: object, **kwargs: object) -> object:
            steps.append(name)
            if len(steps) == at:
                then()
            return real(*args, **kwargs)

        monkeypatch.setattr(owner, name, step)

    watch(os, "fsync", lambda _: None)  # no power is cut here, and the real one is slow
    for name in ("replace", "mkdir", "unlink"):
        watch(Path, name, getattr(Path, name))
    return steps


@pytest.fixture
def unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def halfway(studio: Studio, unsynced: None) -> Studio:
    """A studio with an earlier delivery, of which much changes with the next."""
    return fill(studio)


def copy_of(studio: Studio, name: str) -> Studio:
    root = studio.root.parent / f"{studio.root.name}-{name}"
    shutil.copytree(studio.root, root)
    return Studio(root)


def undisturbed(studio: Studio) -> tuple[Studio, int]:
    """A copy that was brought up to date without trouble, and how many steps that took."""
    whole = copy_of(studio, "whole")
    plan = whole.plan()
    with pytest.MonkeyPatch.context() as monkeypatch:
        steps = counted(monkeypatch, 0, lambda: None)
        whole.run(plan)
    return whole, len(steps)


def previous_files(studio: Studio) -> dict[str, bytes]:
    return {name.split("/", 1)[1]: data for name, data in tree(studio.out / "_previous").items()}


@posix
def test_a_run_that_is_cut_short_at_any_step_is_taken_up(halfway: Studio) -> None:
    whole, count = undisturbed(halfway)
    assert count > 30
    for at in range(1, count + 1):
        studio = copy_of(halfway, str(at))
        assert cut_short(studio, at) == 9, f"step {at} was not reached"
        studio.run()
        assert studio.delivered() == whole.delivered(), f"cut at step {at}"
        assert previous_files(studio) == previous_files(whole), f"cut at step {at}"


def cut_short(studio: Studio, at: int) -> int:
    """Runs the batch in a child process that ends at the ``at``-th step; returns its exit status."""
    plan = studio.plan()
    child = os.fork()
    if child == 0:
        with pytest.MonkeyPatch.context() as monkeypatch:
            counted(monkeypatch, at, lambda: os._exit(9))
            studio.run(plan)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_disk_that_is_full_at_any_step_stops_with_one_sentence(halfway: Studio) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    whole, count = undisturbed(halfway)
    for at in range(1, count + 1):
        studio = copy_of(halfway, str(at))
        plan = studio.plan()
        with pytest.MonkeyPatch.context() as monkeypatch:
            counted(monkeypatch, at, full)
            with pytest.raises(OutputError) as caught:
                studio.run(plan)
        assert caught.value.code == "output.full"
        studio.run()
        assert studio.delivered() == whole.delivered(), f"full at step {at}"


@posix
def test_a_killed_program_is_taken_up_where_it_was(studio: Studio) -> None:
    studio.add("1.jpg", "2.jpg", "held.jpg", "zebra.jpg")
    pipe = studio.root / "pipe"
    os.mkfifo(pipe)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "app"), str(ROOT)])}
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.batch.killed_batch", str(studio.root)], cwd=ROOT, env=environment
    )
    with pipe.open("wb"):  # opens once the worker has the photo in hand
        program.send_signal(signal.SIGKILL)
        program.wait()
    assert set(studio.delivered()) <= {"1/1_01_main.jpg", "2/2_01_main.jpg"}
    assert studio.run().all_ready
    whole = Studio(studio.root / "again")
    whole.add("1.jpg", "2.jpg", "held.jpg", "zebra.jpg")
    whole.run()
    assert studio.delivered() == whole.delivered()


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no limit on file sizes")
def test_a_limit_on_file_sizes_stops_with_one_sentence(studio: Studio) -> None:
    import resource

    studio.add("a/1.jpg", content="x" * 5000)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, before[1]))
    try:
        with pytest.raises(OutputError) as caught:
            studio.run()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.code == "output.failed"
    assert studio.delivered() == {}
    assert studio.run().all_ready

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import psutil
import pytest

from tests.batch.stand_ins import imitate
from whitecove.batch import store
from whitecove.batch.executors import workplace
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Done, Executor, Job
from whitecove.batch.executors.keeper import DEADLINES
from whitecove.batch.executors.processes import Processes
from whitecove.batch.executors.serial import Serial
from whitecove.core.errors import EngineError, OutputError
from whitecove.core.model import Photo, PhotoResult, Role, Slot, State, Want
from whitecove.core.stage import Stage


def jobs(folder: Path, **contents: str) -> list[Job]:
    made = []
    for order, (name, content) in enumerate(contents.items(), start=1):
        path = folder / f"{name}.jpg"
        path.write_bytes(content.encode())
        photo = Photo(path=path, name=path.name, role=Role.MAIN, order=order)
        made.append(Job(photo=photo, wants=(Want(slot=Slot.MAIN, file=f"{name}/{name}_01_main.jpg"),)))
    return made


def states(executor: Executor, folder: Path, **contents: str) -> dict[str, State]:
    work = partial(imitate, folder / "staging")
    outcomes = executor.run(work, jobs(folder, **contents), Control())
    return {job.photo.path.stem: done.result.state for job, done in outcomes}


def worker_facts(_: Job) -> Done:
    """What a worker process is like, told as a reason."""
    nice = os.nice(0) if hasattr(os, "nice") else 10
    threads = threading_of_linear_algebra()
    reason = f"{os.getpid()} {nice} {os.environ.get('OMP_NUM_THREADS')} {threads}"
    return Done(result=PhotoResult(state=State.UNUSED, reason=reason, facts=None))


def threading_of_linear_algebra() -> int:
    """How many threads numpy's own OpenBLAS has started, or 1 where it is another library."""
    import ctypes

    import numpy as np

    libraries = (Path(np.__file__).parent.parent / "numpy.libs").glob("libscipy_openblas*")
    for library in libraries:
        return int(ctypes.CDLL(str(library)).scipy_openblas_get_num_threads64_())
    return 1


def test_workers_that_die_cost_one_photo_each(tmp_path: Path) -> None:
    found = states(Processes(workers=2), tmp_path, a="one", b="die", c="two", d="die", e="three")
    assert found == {
        "a": State.READY,
        "b": State.FAILED,
        "c": State.READY,
        "d": State.FAILED,
        "e": State.READY,
    }


def test_a_photo_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    executor = Processes(workers=1, deadlines={**DEADLINES, Stage.READING: 1.0})
    outcomes = list(executor.run(partial(imitate, tmp_path / "s"), jobs(tmp_path, a="hang", b="fine"), Control()))
    assert [(job.photo.name, done.result.state) for job, done in outcomes] == [
        ("a.jpg", State.FAILED),
        ("b.jpg", State.READY),
    ]
    assert outcomes[0][1].result.reason.startswith("Reading it took longer than 1 seconds")


def test_workers_are_renewed_of_low_priority_and_sum_in_one_thread(tmp_path: Path) -> None:
    executor = Processes(workers=1, max_jobs=1)
    reasons = [
        done.result.reason.split() for _, done in executor.run(worker_facts, jobs(tmp_path, a="", b=""), Control())
    ]
    assert len({pid for pid, *_ in reasons}) == 2
    assert all(int(nice) >= 10 and int(threads) >= 1 for _, nice, threads, _ in reasons)
    assert {algebra for *_, algebra in reasons} == {"1"}


class Trap:
    """Work that ends a worker as soon as it is handed over."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (1,)

    def __call__(self, _: Job) -> Done:
        raise AssertionError


def test_workers_that_never_get_to_work_stop_the_batch(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as caught:
        list(Processes(workers=1).run(Trap(), jobs(tmp_path, a="fine"), Control()))
    assert caught.value.code == "engine.no_workers"


def test_workers_that_never_start_stop_the_batch(tmp_path: Path) -> None:
    executor = Processes(workers=1, deadlines={**DEADLINES, Stage.STARTING: 0.01})
    with pytest.raises(EngineError) as caught:
        list(executor.run(staged, jobs(tmp_path, a=""), Control()))
    assert caught.value.code == "engine.no_workers"


def complain(_: Job) -> Done:
    os.write(2, b"a decoder's complaint")
    os.abort()


def test_last_words_of_a_worker_go_to_the_log(tmp_path: Path, home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ((_, done),) = Processes(workers=1).run(complain, jobs(tmp_path, a=""), Control())
    assert done.result.state is State.FAILED
    log = (home / "logs" / "workers.log").read_text()
    assert "a decoder's complaint" in log
    assert "in complain" in log
    assert "complain" not in capfd.readouterr().err


@pytest.mark.parametrize("executor", [Serial(), Processes(workers=1)])
def test_what_stops_the_batch_reaches_the_caller(tmp_path: Path, executor: Executor) -> None:
    with pytest.raises(OutputError) as caught:
        states(executor, tmp_path, a="fine", b="full", c="fine")
    assert caught.value.code == "output.full"


def test_a_cancel_ends_hanging_workers(tmp_path: Path) -> None:
    control = Control()
    executor = Processes(workers=1, grace=0.0)
    outcomes: Iterator[tuple[Job, Done]] = executor.run(
        partial(imitate, tmp_path / "s"), jobs(tmp_path, a="fine", b="hang", c="fine"), control
    )
    first, _ = next(outcomes)
    control.cancel()
    assert first.photo.name == "a.jpg"
    assert list(outcomes) == []


def test_serial_stops_between_photos(tmp_path: Path) -> None:
    control = Control()
    outcomes = Serial().run(partial(imitate, tmp_path / "s"), jobs(tmp_path, a="one", b="two"), control)
    next(outcomes)
    control.cancel()
    assert list(outcomes) == []


def eat(job: Job) -> Done:
    """Takes all the memory that it gets, or as much as a small photo does."""
    workplace.tell(Stage.CUTTING)
    held = []
    while job.photo.name.startswith("greedy"):
        held.append(bytearray(os.urandom(1 << 20) * 16))
    return Done(result=PhotoResult(state=State.UNUSED, reason="", facts=None))


def test_a_photo_that_takes_too_much_memory_is_given_up(tmp_path: Path) -> None:
    executor = Processes(workers=1, memory=600_000_000)
    outcomes = list(executor.run(eat, jobs(tmp_path, greedy="", modest=""), Control()))
    assert [(job.photo.name, done.result.state) for job, done in outcomes] == [
        ("greedy.jpg", State.FAILED),
        ("modest.jpg", State.UNUSED),
    ]
    assert outcomes[0][1].result.reason.startswith("Cutting it out took more than 0.6 GB of memory")


def staged(job: Job) -> Done:
    """Comes to a stage, and dies or waits for a file there."""
    workplace.tell(Stage.MAKING)
    if job.photo.name == "dies.jpg":
        os.abort()
    while not job.photo.path.with_suffix(".go").exists():
        threading.Event().wait(0.01)
    return Done(result=PhotoResult(state=State.UNUSED, reason="", facts=None))


def test_a_death_tells_the_stage(tmp_path: Path) -> None:
    ((_, done),) = Processes(workers=1).run(staged, jobs(tmp_path, dies=""), Control())
    assert done.result.reason.startswith("Making a picture of it made the worker process end")


@pytest.mark.parametrize("executor", [Serial(), Processes(workers=1)])
def test_stages_are_told(tmp_path: Path, executor: Executor) -> None:
    seen: list[tuple[str, Stage]] = []

    def watch(job: Job, stage: Stage) -> None:
        seen.append((job.photo.name, stage))
        job.photo.path.with_suffix(".go").touch()

    outcomes = list(executor.run(staged, jobs(tmp_path, slow="", other=""), Control(), watch))
    assert len(outcomes) == 2
    assert {("slow.jpg", Stage.MAKING), ("other.jpg", Stage.MAKING)} <= set(seen)


def tick(job: Job) -> Done:
    """Counts in a file, behind its process, until another file comes."""
    workplace.tell(Stage.MAKING)
    count = 0
    while not job.photo.path.with_suffix(".go").exists():
        count += 1
        store.write_atomic(job.photo.path.with_suffix(".count"), f"{os.getpid()} {count}".encode())
    return Done(result=PhotoResult(state=State.UNUSED, reason="", facts=None))


@pytest.mark.skipif(os.name == "nt", reason="Windows does not tell that a process is held")
def test_a_pause_holds_the_work_in_the_middle(tmp_path: Path) -> None:
    control = Control()
    counts: list[str] = []
    note = tmp_path / "held.count"

    def while_held() -> None:
        while not (note.exists() and psutil.Process(int(note.read_text().split()[0])).status() == "stopped"):
            threading.Event().wait(0.01)
        for _ in range(2):
            counts.append(note.read_text())
            threading.Event().wait(0.3)
        (tmp_path / "held.go").touch()
        control.go_on()

    def watch(_: Job, stage: Stage) -> None:
        if stage is Stage.MAKING:
            control.pause()
            threading.Thread(target=while_held).start()

    outcomes = list(Processes(workers=1).run(tick, jobs(tmp_path, held=""), control, watch))
    assert [done.result.state for _, done in outcomes] == [State.UNUSED]
    assert counts[0] == counts[1]


def test_a_paused_batch_can_be_cancelled(tmp_path: Path) -> None:
    control = Control()

    def watch(_: Job, __: Stage) -> None:
        control.pause()
        threading.Timer(0.2, control.cancel).start()

    assert list(Processes(workers=1, grace=0.0).run(staged, jobs(tmp_path, a="", b=""), control, watch)) == []


def test_nothing_to_do_starts_no_worker(tmp_path: Path) -> None:
    assert list(Processes(workers=2).run(Trap(), [], Control())) == []


def orphan(folder: Path) -> None:
    """A program that is killed while its worker has a photo in hand."""
    list(Processes(workers=1).run(tell_pid, jobs(folder, a=""), Control()))


def tell_pid(job: Job) -> Done:
    job.photo.path.with_suffix(".pid").write_text(str(os.getpid()))
    threading.Event().wait()
    raise AssertionError


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends orphans")
def test_workers_do_not_outlive_a_killed_program(tmp_path: Path) -> None:
    program = get_context("spawn").Process(target=orphan, args=(tmp_path,))
    program.start()
    note = tmp_path / "a.pid"
    while not (note.exists() and note.read_text()):
        program.join(0.01)
    worker = psutil.Process(int(note.read_text()))
    program.kill()
    program.join()
    assert worker.wait(timeout=30) is None or not worker.is_running()

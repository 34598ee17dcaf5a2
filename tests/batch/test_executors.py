from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.batch.stand_ins import imitate
from whitecove.batch.executors import CancelToken, Done, Executor, Job, Processes, Serial, default_workers
from whitecove.core.errors import EngineError, OutputError
from whitecove.core.model import Photo, PhotoResult, Role, Slot, State, Want


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
    outcomes = executor.run(work, jobs(folder, **contents), CancelToken())
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
    executor = Processes(workers=1, timeout=1.0)
    outcomes = list(executor.run(partial(imitate, tmp_path / "s"), jobs(tmp_path, a="hang", b="fine"), CancelToken()))
    assert [(job.photo.name, done.result.state) for job, done in outcomes] == [
        ("a.jpg", State.FAILED),
        ("b.jpg", State.READY),
    ]
    assert "longer than 1 seconds" in outcomes[0][1].result.reason


def test_workers_are_renewed_of_low_priority_and_sum_in_one_thread(tmp_path: Path) -> None:
    executor = Processes(workers=1, max_jobs=1)
    reasons = [
        done.result.reason.split() for _, done in executor.run(worker_facts, jobs(tmp_path, a="", b=""), CancelToken())
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
        list(Processes(workers=1).run(Trap(), jobs(tmp_path, a="fine"), CancelToken()))
    assert caught.value.code == "engine.no_workers"


def complain(_: Job) -> Done:
    os.write(2, b"a decoder's complaint")
    os.abort()


def test_last_words_of_a_worker_go_to_the_log(tmp_path: Path, home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ((_, done),) = Processes(workers=1).run(complain, jobs(tmp_path, a=""), CancelToken())
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
    cancel = CancelToken()
    executor = Processes(workers=1, grace=0.0)
    outcomes: Iterator[tuple[Job, Done]] = executor.run(
        partial(imitate, tmp_path / "s"), jobs(tmp_path, a="fine", b="hang", c="fine"), cancel
    )
    first, _ = next(outcomes)
    cancel.cancel()
    assert first.photo.name == "a.jpg"
    assert list(outcomes) == []


def test_serial_stops_between_photos(tmp_path: Path) -> None:
    cancel = CancelToken()
    outcomes = Serial().run(partial(imitate, tmp_path / "s"), jobs(tmp_path, a="one", b="two"), cancel)
    next(outcomes)
    cancel.cancel()
    assert list(outcomes) == []


@pytest.mark.parametrize("engine", ["backdrop", "auto", "rembg:u2netp", "rembg:birefnet-general"])
def test_there_is_always_a_worker_and_never_more_than_cores(engine: str) -> None:
    assert 1 <= default_workers(engine, {}) <= (os.cpu_count() or 1)


def test_larger_models_get_no_more_workers() -> None:
    assert default_workers("rembg:birefnet-general", {}) <= default_workers("rembg:u2netp", {})


def test_auto_needs_the_memory_of_the_model_that_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    free = SimpleNamespace(available=12_000_000_000)
    monkeypatch.setattr("psutil.virtual_memory", lambda: free)
    monkeypatch.setattr("whitecove.batch.executors.cores", lambda: 16)
    small, big = {"u2netp": Path("a")}, {"u2netp": Path("a"), "birefnet-general": Path("b")}
    assert [default_workers("auto", models) for models in ({}, small, big)] == [12, 12, 2]
    own = [{"mugs": Path(file)} for file in ("mugs.u2net.onnx", "mugs.dis.onnx")]
    assert [default_workers("rembg:mugs", models) for models in own] == [12, 4]

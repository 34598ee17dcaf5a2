from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from whitecove.batch.executors import staffing as module
from whitecove.batch.executors.staffing import Staffing, free_memory, staffing

GB = 1_000_000_000


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """16 cores and 12 GB free; returns the folder where a container's limits would stand."""
    monkeypatch.setattr("psutil.virtual_memory", lambda: SimpleNamespace(available=12 * GB))
    monkeypatch.setattr(module, "cores", lambda: 16)
    monkeypatch.setattr(module, "CGROUP", tmp_path)
    return tmp_path


@pytest.mark.parametrize("engine", ["backdrop", "auto", "rembg:u2netp", "rembg:birefnet-general"])
def test_there_is_always_a_worker_and_never_more_than_cores(engine: str) -> None:
    assert 1 <= staffing(engine, {}).workers <= (os.cpu_count() or 1)


def workers(engine: str, models: dict[str, Path]) -> int:
    return staffing(engine, models).workers


def test_auto_needs_the_memory_of_the_model_that_it_takes(machine: Path) -> None:
    small, big = {"u2netp": Path("a")}, {"u2netp": Path("a"), "birefnet-general": Path("b")}
    assert [workers("auto", models) for models in ({}, small, big)] == [16, 15, 2]
    own = [{"mugs": Path(file)} for file in ("mugs.u2net.onnx", "mugs.dis.onnx")]
    assert [workers("rembg:mugs", models) for models in own] == [12, 4]


def test_the_cores_are_shared_out_and_the_reason_is_told(machine: Path) -> None:
    staff = staffing("rembg:birefnet-general", {})
    assert (staff.workers, staff.threads) == (2, 8)
    assert staff.why == (
        "2 workers (as many as memory bears) with 8 threads each for 16 cores; 12.0 GB of memory are free, and "
        "birefnet-general takes up to 5.0 GB a worker."
    )


def test_what_is_asked_for_counts(machine: Path) -> None:
    staff = staffing("backdrop", {}, 3)
    assert (staff.workers, staff.threads) == (3, 5)
    assert "3 workers (asked for)" in staff.why
    assert staffing("backdrop", {}, 1).why.startswith("1 worker (asked for) with 16 threads")


def test_a_worker_may_take_twice_what_is_usual_and_its_share_of_what_is_free(machine: Path) -> None:
    def bears(staff: Staffing) -> int:
        return staff.memory

    assert bears(staffing("backdrop", {}, 12)) == GB
    assert bears(staffing("backdrop", {}, 1)) == int(0.9 * 12 * GB)


def test_a_container_has_what_it_was_given(machine: Path) -> None:
    (machine / "memory.max").write_text("4000000000\n")
    (machine / "memory.current").write_text("3000000000\n")
    (machine / "memory.stat").write_text("anon 1900000000\ninactive_file 600000000\nactive_file 500000000\n")
    assert free_memory() == 2_100_000_000
    (machine / "memory.max").write_text("max\n")
    assert free_memory() == 12 * GB

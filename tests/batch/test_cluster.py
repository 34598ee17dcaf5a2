"""A real Dask cluster on this machine: a scheduler and two workers, each a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

import whitecove
from tests.batch.stand_ins import tree
from tests.cli.conftest import APP, Ended, environment, product, save, start
from whitecove.batch.executors.jobs import Done, Job
from whitecove.batch.executors.proof import proven
from whitecove.batch.executors.remote import Made, Parcel, make
from whitecove.batch.work import Bench, _set_up
from whitecove.core.errors import EngineError, ReadError
from whitecove.core.model import Photo, Role, Slot, State, Want
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def cluster(home: Path) -> Iterator[str]:
    """The address of the scheduler of two workers."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.batch.dask_cluster"],
        env=environment(home, PYTHONPATH=f"{APP}:{ROOT}"), cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert program.stdin
    assert program.stdout
    try:
        yield program.stdout.readline().strip()
    finally:
        program.stdin.close()
        program.wait()
        program.stdout.close()


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Two good photos and a damaged one."""
    folder = tmp_path / "photos"
    for number in range(2):
        save(product(number), folder / f"杯{number}.jpg")
    (folder / "damaged.jpg").write_bytes((folder / "杯0.jpg").read_bytes()[:2000])
    return folder


def delivered(out: Path) -> dict[str, bytes]:
    return tree(out, without=(".whitecove", "changes.csv"))


def prepare(home: Path, photos: Path, out: Path, *more: str) -> Ended:
    return start(home, "prepare", photos, "--group", "photo", "--out", out, "--json", "--engine", "backdrop", *more)


def test_a_cluster_of_two_workers_gives_the_same_delivery(tmp_path: Path, photos: Path) -> None:
    home = tmp_path / "home"
    here = prepare(home, photos, tmp_path / "here")
    with cluster(home) as address:
        sent = prepare(home, photos, tmp_path / "sent", "--executor", "dask", "--scheduler", address)
        shared = prepare(
            home, photos, tmp_path / "shared", "--executor", "dask", "--scheduler", address, "--shared-photos"
        )
    assert [here.code, sent.code, shared.code] == [1, 1, 1], sent.err
    assert "2 threads of the Dask cluster" in sent.lines[0]["about"]
    assert len(delivered(tmp_path / "here")) > 4
    assert delivered(tmp_path / "sent") == delivered(tmp_path / "here") == delivered(tmp_path / "shared")


def test_a_cluster_that_is_not_there_is_said(tmp_path: Path, photos: Path) -> None:
    for address, part in (("tcp://127.0.0.1:9", "No Dask scheduler answers"), ("my cluster", "is no address")):
        ended = prepare(tmp_path / "home", photos, tmp_path / "out", "--executor", "dask", "--scheduler", address)
        assert ended.code == 3
        assert part in ended.err
        assert len(ended.err.splitlines()) == 1


def test_who_never_connects_asks_no_cluster(tmp_path: Path, photos: Path) -> None:
    ended = start(
        tmp_path / "home", "--offline", "prepare", photos, "--out", tmp_path / "out", "--executor", "dask",
        "--scheduler", "tcp://127.0.0.1:9",
    )  # fmt: skip
    assert ended.code == 3
    assert "never to connect" in ended.err


@pytest.fixture
def parcel(tmp_path: Path) -> Parcel:
    """A job on its way to another machine."""
    photo = save(product(), tmp_path / "cup.jpg")
    job = Job(
        photo=Photo(path=photo, name="cup.jpg", role=Role.MAIN, order=1),
        wants=(Want(slot=Slot.MAIN, file="cup/cup_01_main.jpg"),),
    )
    bench = Bench(options=Options(engine="backdrop"), profile="aliexpress", models=(), staging=tmp_path / "staging")
    return Parcel(version=whitecove.__version__, bench=bench, job=job, photo=photo.read_bytes())


def proof_of(made: Made, parcel: Parcel) -> Done:
    return proven(made, parcel.bench.staging, parcel.bench.options, load_profile("aliexpress"))


def test_what_comes_back_is_proven_here(parcel: Parcel) -> None:
    made = make(parcel)
    assert not parcel.bench.staging.exists()
    assert proof_of(made, parcel) == made.done
    ((name, data),) = made.files
    assert (parcel.bench.staging / name).read_bytes() == data


def test_a_worker_sets_itself_up_once(parcel: Parcel) -> None:
    _set_up.cache_clear()
    make(parcel)
    make(parcel)
    assert (_set_up.cache_info().misses, _set_up.cache_info().hits) == (1, 1)


def test_other_bytes_than_were_judged_are_refused(parcel: Parcel) -> None:
    made = make(parcel)
    ((name, data),) = made.files
    done = proof_of(replace(made, files=((name, data + b"\0"),)), parcel)
    assert done.result.state is State.FAILED
    assert "its bytes differ" in done.result.reason


def test_a_machine_that_calls_a_bad_picture_ready_is_not_believed(parcel: Parcel, tmp_path: Path) -> None:
    """It says so of a grey picture, whose hash is right."""
    import hashlib

    Image.new("RGB", (1000, 1000), (200, 200, 200)).save(tmp_path / "grey.jpg")
    data = (tmp_path / "grey.jpg").read_bytes()
    made = make(parcel)
    result = made.done.result
    lie = replace(result.renditions[0], sha256=hashlib.sha256(data).hexdigest(), state=State.READY)
    lied = Made(done=Done(result=replace(result, renditions=(lie,))), files=((lie.file, data),))
    done = proof_of(lied, parcel)
    assert done.result.state is State.FAILED
    assert "cluster" not in done.result.reason
    assert "not the one that was checked there: " in done.result.reason


def test_another_version_cannot_take_part(parcel: Parcel) -> None:
    with pytest.raises(EngineError) as caught:
        make(replace(parcel, version="0.0.1"))
    assert caught.value.code == "cluster.version"


def test_a_model_that_is_not_there_is_named(parcel: Parcel, home: Path) -> None:
    with pytest.raises(EngineError) as caught:
        make(replace(parcel, models=(("u2netp", "0" * 64),)))
    assert caught.value.code == "cluster.no_model"


def test_a_shared_path_that_leads_nowhere_is_named(parcel: Parcel, tmp_path: Path) -> None:
    job = replace(parcel.job, photo=replace(parcel.job.photo, path=tmp_path / "elsewhere.jpg"))
    with pytest.raises(ReadError) as caught:
        make(replace(parcel, job=job, photo=None))
    assert caught.value.code == "cluster.no_photo"


def test_a_picture_edited_by_hand_travels_along(parcel: Parcel, tmp_path: Path) -> None:
    edited = tmp_path / "edited.jpg"
    Image.new("RGB", (1200, 1200), (255, 255, 255)).save(edited, quality=95)
    want = replace(parcel.job.wants[0], edited=edited)
    data = edited.read_bytes()
    edited.unlink()
    made = make(replace(parcel, job=replace(parcel.job, wants=(want,)), edited=((want.file, data),)))
    assert made.files == ((want.file, data),)

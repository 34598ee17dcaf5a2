from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from whitecove.batch import lock, store
from whitecove.core.errors import OutputError


def refusing(number: int) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    assert store.writer(tmp_path)("S/S_01_main.jpg", b"picture") == b"picture"
    assert [path.name for path in (tmp_path / "S").iterdir()] == ["S_01_main.jpg"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "output.full"),
        (errno.EDQUOT, "output.full"),
        (errno.EACCES, "output.denied"),
        (errno.EROFS, "output.denied"),
        (errno.EIO, "output.failed"),
    ],
)
def test_a_refused_write_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", refusing(number))
    with pytest.raises(OutputError) as caught:
        store.write_atomic(path, b"new")
    assert caught.value.code == code
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a.jpg": b"old"}


def test_a_file_is_never_seen_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", refusing(errno.EIO))
    with pytest.raises(OutputError):
        store.write_atomic(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_person_is_told_of_the_delivery_not_of_what_it_hides(tmp_path: Path) -> None:
    error = store.refusal(OSError(errno.ENOSPC, ""), tmp_path / ".whitecove" / "staging" / "S" / "a.jpg")
    assert error.params == {"folder": tmp_path}


def test_a_folder_that_is_in_the_way_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "a.jpg" / "x").mkdir(parents=True)
    with pytest.raises(OutputError):
        store.write_atomic(tmp_path / "a.jpg", b"new")
    (tmp_path / "b.jpg").write_bytes(b"moved")
    with pytest.raises(OutputError):
        store.move(tmp_path / "b.jpg", tmp_path / "a.jpg")
    assert (tmp_path / "b.jpg").read_bytes() == b"moved"


@pytest.mark.parametrize(("refusals", "moved"), [(2, True), (99, False)])
def test_on_windows_a_held_file_is_waited_for_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusals: int, moved: bool
) -> None:
    pauses: list[float] = []
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if len(pauses) < refusals:
            raise PermissionError(errno.EACCES, "held")
        return replace(self, target)

    source, target = tmp_path / "a.jpg", tmp_path / "b.jpg"
    source.write_bytes(b"picture")
    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(store, "PATIENT", True)
    monkeypatch.setattr("time.sleep", pauses.append)
    if moved:
        store.move(source, target)
    else:
        with pytest.raises(OutputError, match="holds it open"):
            store.move(source, target)
    assert target.exists() == moved
    assert source.exists() != moved
    assert pauses == list(store.PAUSES[:refusals])


def test_what_a_power_cut_left_half_written_is_removed(tmp_path: Path) -> None:
    for name in (".123-4.part", ".mine.part", "a.part"):
        (tmp_path / name).write_bytes(b"half")
    store.open_delivery(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {".mine.part", "a.part", ".whitecove"}


def test_one_batch_at_a_time_holds_a_delivery(tmp_path: Path) -> None:
    with lock.held(tmp_path / "lock", tmp_path):
        with pytest.raises(OutputError) as caught, lock.held(tmp_path / "lock", tmp_path):
            pass
        assert caught.value.code == "output.busy"
    with lock.held(tmp_path / "lock", tmp_path):
        pass

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


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], list[float]]:
    """Makes Windows refuse a rename that many times; what is handed back fills with the pauses made meanwhile."""
    pauses: list[float] = []
    replace = Path.replace

    def begin(refusals: int) -> list[float]:
        def held(self: Path, target: Path) -> Path:
            if len(pauses) < refusals:
                raise PermissionError(errno.EACCES, "held")
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", held)
        return pauses

    monkeypatch.setattr(store, "PATIENT", True)
    monkeypatch.setattr("time.sleep", pauses.append)
    return begin


def test_on_windows_a_held_file_is_waited_for_a_moment(tmp_path: Path, hold: Callable[[int], list[float]]) -> None:
    source, target = tmp_path / "a.jpg", tmp_path / "b.jpg"
    source.write_bytes(b"picture")
    pauses = hold(2)
    store.move(source, target)
    assert (target.read_bytes(), source.exists()) == (b"picture", False)
    store.write_atomic(target, b"new")
    assert target.read_bytes() == b"new"
    assert pauses == list(store.PAUSES[:2])


def test_a_file_is_waited_for_when_it_is_written_too(tmp_path: Path, hold: Callable[[int], list[float]]) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    pauses = hold(3)
    store.write_atomic(tmp_path / "a.csv", b"new")
    assert (tmp_path / "a.csv").read_bytes() == b"new"
    assert pauses == list(store.PAUSES[:3])


def test_a_file_that_stays_held_is_said(tmp_path: Path, hold: Callable[[int], list[float]]) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    (tmp_path / "b.csv").write_bytes(b"moved")
    hold(99)
    with pytest.raises(OutputError, match=r"a\.csv cannot be replaced: .* holds it open"):
        store.write_atomic(tmp_path / "a.csv", b"new")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a.csv": b"old", "b.csv": b"moved"}
    with pytest.raises(OutputError, match="holds it open"):
        store.move(tmp_path / "b.csv", tmp_path / "a.csv")
    assert (tmp_path / "b.csv").read_bytes() == b"moved"


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


def test_a_new_file_that_is_not_finished_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"old")
    with pytest.raises(ValueError, match="closed"), store.replacing(path) as file:
        file.close()
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a.zip": b"old"}


def test_a_new_file_can_be_read_before_it_takes_its_place(tmp_path: Path) -> None:
    with store.replacing(tmp_path / "a.zip") as file:
        file.write(b"new")
        file.seek(0)
        assert store.sha256_of_file(file) == store.sha256_of(b"new")
    assert (tmp_path / "a.zip").read_bytes() == b"new"


def test_half_written_files_are_removed_from_our_memory_too(tmp_path: Path) -> None:
    for folder in (".whitecove", ".whitecove/edits"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / ".123-4.part").write_bytes(b"half")
    store.open_delivery(tmp_path)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_folders_are_removed_as_far_as_they_are_empty(tmp_path: Path) -> None:
    (tmp_path / "a" / "b" / "c").mkdir(parents=True)
    (tmp_path / "a" / "mine.txt").write_text("")
    store.remove_empty(tmp_path / "a" / "b" / "c", tmp_path)
    assert [path.name for path in tmp_path.rglob("*")] == ["a", "mine.txt"]
    store.remove_empty(tmp_path, tmp_path)
    assert tmp_path.is_dir()


def test_what_cannot_be_removed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.remove(tmp_path / "none.jpg")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError):
        store.remove(tmp_path / "folder")
    monkeypatch.setattr(os, "unlink", refusing(errno.EACCES))
    with pytest.raises(OutputError, match=r"a\.jpg cannot be replaced: .* holds it open"):
        store.remove(tmp_path / "a.jpg")

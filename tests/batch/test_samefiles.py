from __future__ import annotations

from pathlib import Path

from tests.batch.shots import found, put
from whitecove.batch.intake.samefiles import START, same_bytes


def test_equal_bytes_are_found_whatever_the_names(tmp_path: Path) -> None:
    for name, data in (
        ("b.jpg", b"one"),
        ("a.jpg", b"one"),
        ("c.jpg", b"two"),
        ("d.jpg", b"longer"),
        ("e.jpg", b"one"),
    ):
        put(tmp_path, name, data)
    photos = found("b.jpg", "a.jpg", "c.jpg", "d.jpg", "e.jpg", folder=tmp_path)
    assert same_bytes(photos) == {"a.jpg": "b.jpg", "e.jpg": "b.jpg"}


def test_files_that_differ_only_far_inside_are_two(tmp_path: Path) -> None:
    put(tmp_path, "a", bytes(START) + b"1")
    put(tmp_path, "b", bytes(START) + b"2")
    put(tmp_path, "c", bytes(START) + b"1")
    assert same_bytes(found("a", "b", "c", folder=tmp_path)) == {"c": "a"}


def test_what_cannot_be_read_is_the_same_as_nothing(tmp_path: Path) -> None:
    assert same_bytes(found("gone", "gone too", folder=tmp_path)) == {}

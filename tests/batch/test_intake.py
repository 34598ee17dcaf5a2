from __future__ import annotations

import json
import os
import shutil
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.batch.shots import jpeg, put
from whitecove.batch.intake.gathering import Intake, gather
from whitecove.cli.inputs import pictures
from whitecove.core.errors import PlanError

JPEG = b"\xff\xd8\xff\xe0rest"
posix_names = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="this system's names are Unicode")


def photo(path: Path, data: bytes = JPEG) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def names(intake: Intake) -> list[str]:
    return [found.name for found in intake.photos]


def reasons(intake: Intake) -> dict[str, str]:
    return {entry.name: entry.reason for entry in intake.skipped}


@pytest.fixture
def given_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "given"
    folder.mkdir()
    return folder


def test_order_is_how_people_count(given_folder: Path) -> None:
    for name in ("10.jpg", "2.jpg", "b/1.jpg", "1.jpg", "a/3.jpg"):
        photo(given_folder / name)
    assert names(gather([given_folder], given_folder / "out")) == ["1.jpg", "2.jpg", "10.jpg", "a/3.jpg", "b/1.jpg"]


@pytest.mark.parametrize(
    "name", [".hidden.jpg", "._a.jpg", ".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX/a.jpg", ".git/a.jpg"]
)
def test_hidden_and_system_files_are_skipped_with_a_reason(given_folder: Path, name: str) -> None:
    photo(given_folder / name)
    intake = gather([given_folder], given_folder / "out")
    assert not intake.photos
    assert "hidden or system" in reasons(intake)[name.split("/", maxsplit=1)[0]]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("notes.txt", b"hello", "no picture"),
        ("clip.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "video"),
        ("price.pdf", b"%PDF-1.7", "PDF"),
        ("empty", b"", "no picture"),
    ],
)
def test_what_is_no_picture_is_skipped_with_a_reason(given_folder: Path, name: str, data: bytes, reason: str) -> None:
    photo(given_folder / name, data)
    intake = gather([given_folder], given_folder / "out")
    assert not intake.photos
    assert reason in reasons(intake)[name]


@pytest.mark.parametrize(("name", "data"), [("broken.jpg", b"junk"), ("none.png", b""), ("no suffix", JPEG)])
def test_a_picture_by_name_or_by_content_is_a_photo(given_folder: Path, name: str, data: bytes) -> None:
    photo(given_folder / name, data)
    assert names(gather([given_folder], given_folder / "out")) == [name]


def test_the_output_folder_and_all_below_is_never_taken(given_folder: Path) -> None:
    out = given_folder / "out"
    photo(given_folder / "a.jpg")
    photo(out / "S" / "S_01_main.jpg")
    intake = gather([given_folder, out, out / "S" / "S_01_main.jpg"], out)
    assert names(intake) == ["given/a.jpg"]
    assert all("output folder" in reason for reason in reasons(intake).values())


def test_earlier_deliveries_inside_are_passed_over(given_folder: Path) -> None:
    earlier = given_folder / "delivered in May"
    photo(earlier / "S" / "S_01_main.jpg")
    photo(earlier / ".whitecove" / "staging" / "x.jpg")
    photo(given_folder / "a.jpg")
    intake = gather([given_folder], given_folder / "out")
    assert names(intake) == ["a.jpg"]
    assert "earlier delivery" in reasons(intake)["delivered in May/"]


def test_a_delivery_given_by_itself_is_taken_without_review_and_previous(given_folder: Path) -> None:
    for name in ("S/S_01_main.jpg", "_review/T/T_01_main.jpg", "_previous/x/S/S_01_main.jpg", ".whitecove/a.jpg"):
        photo(given_folder / name)
    intake = gather([given_folder], given_folder.parent / "out")
    assert names(intake) == ["S/S_01_main.jpg"]
    assert set(reasons(intake)) == {"_review/", "_previous/", ".whitecove/"}


OURS = jpeg("2024:05:01 12:00:00", software="Whitecove", colour=1)


def delivered(folder: Path, *files: str, data: bytes = JPEG, **head: Any) -> None:  # noqa: ANN401 (JSON)
    """A delivery as it was handed over: without its memory."""
    rows = [{"file": name, "bytes": put(folder, name, data).stat().st_size} for name in files]
    put(folder, "manifest.json", json.dumps({"schema": 1, "profile": "x", "files": rows} | head).encode())


@pytest.mark.parametrize("given", [".", "handed over"])
def test_a_delivery_that_was_handed_over_is_left_out(given_folder: Path, given: str) -> None:
    copy = given_folder / "handed over"
    delivered(copy, "S/S_01_main.jpg", unicodedata.normalize("NFC", "é/é_02.jpg"))
    (copy / "é").rename(copy / unicodedata.normalize("NFD", "é"))
    put(copy, "_review/T/T_02.jpg", JPEG)
    intake = gather([given_folder / given])
    assert names(intake) == []
    assert sorted(reason.partition(".")[0] for reason in reasons(intake).values()) == [
        "It belongs to an earlier delivery",
        "It is no picture",
        "It was made by Whitecove from a photo",
        "It was made by Whitecove from a photo",
    ]


def test_photos_beside_a_delivery_that_was_handed_over_stay_photos(given_folder: Path) -> None:
    delivered(given_folder, "S/S_01_main.jpg", "S/S_02.jpg")
    put(given_folder, "S/mine.jpg", JPEG)
    put(given_folder, "S/S_02.jpg", JPEG + b"edited by hand")
    assert names(gather([given_folder])) == ["S/mine.jpg", "S/S_02.jpg"]


@pytest.mark.parametrize(
    "head", [{"schema": 2}, {"files": None}, {"files": [1, {"file": 5}, {"file": "S_01.jpg", "bytes": "4"}]}]
)
def test_other_manifests_say_nothing(given_folder: Path, head: dict[str, Any]) -> None:
    delivered(given_folder, "S_01.jpg", **head)
    assert names(gather([given_folder])) == ["S_01.jpg"]


@pytest.mark.parametrize("data", [b"", b'{"schema": 1, "files": [', b"[1]", b'"schema"', b"\xff"])
def test_broken_manifests_say_nothing(given_folder: Path, data: bytes) -> None:
    put(given_folder, "manifest.json", data)
    put(given_folder, "1.jpg", JPEG)
    assert names(gather([given_folder])) == ["1.jpg"]


def test_pictures_of_ours_are_known_by_their_mark(given_folder: Path) -> None:
    for name, data in (("S/S_01_main.jpg", OURS), ("S/S_02.jpg", OURS), ("S/photo.jpg", jpeg(software="Whitecove 2"))):
        put(given_folder, name, data)
    intake = gather([given_folder])
    assert names(intake) == ["S/photo.jpg"]
    assert reasons(intake)["S/S_02.jpg"] == "It was made by Whitecove from a photo. Give the original."


def test_a_picture_of_ours_that_is_given_by_itself_is_taken(given_folder: Path) -> None:
    assert names(gather([put(given_folder, "S_01_main.jpg", OURS)])) == ["S_01_main.jpg"]


def test_pictures_of_ours_are_pictures_for_those_who_judge_them(given_folder: Path) -> None:
    delivered(given_folder, "S/S_01_main.jpg", data=OURS)
    put(given_folder, "_review/T_02.jpg", OURS)
    assert [each.name for each in pictures([given_folder])] == ["S/S_01_main.jpg"]


def test_pictures_given_by_name_are_taken_whatever_they_are(given_folder: Path) -> None:
    text, photo_ = put(given_folder, "notes.txt", b"text"), put(given_folder, ".cup.jpg", JPEG)
    assert [each.name for each in pictures([text, photo_, photo_])] == ["notes.txt", ".cup.jpg"]
    with pytest.raises(PlanError, match="No picture was found"):
        pictures([given_folder])
    with pytest.raises(PlanError, match="no file or folder"):
        pictures([given_folder / "gone"])


def test_a_folder_that_is_written_to_is_not_searched_unless_it_was_given(given_folder: Path) -> None:
    put(given_folder, "a.jpg", JPEG)
    put(given_folder, "out/b.jpg", JPEG)
    out = given_folder / "out"
    assert [each.name for each in pictures([given_folder], without=out)] == ["a.jpg"]
    assert [each.name for each in pictures([out], without=out)] == ["b.jpg"]


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_what_is_given_changes_nothing(tmp_path: Path, order: int) -> None:
    for name in ("one/IMG_1.JPG", "one/IMG_1.CR2", "two/2.jpg", "two/10.jpg", "3.jpg"):
        put(tmp_path, name, JPEG)
    given = [tmp_path / "one", tmp_path / "two", tmp_path / "3.jpg"][::order]
    assert names(gather(given)) == ["3.jpg", "one/IMG_1.JPG", "two/2.jpg", "two/10.jpg"]


def test_nothing_of_what_is_given_is_touched(given_folder: Path) -> None:
    delivered(given_folder, "S/S_01_main.jpg")
    copy = shutil.copytree(given_folder, given_folder.parent / "copy")
    gather([given_folder])
    for path in copy.rglob("*"):
        other = given_folder / path.relative_to(copy)
        assert path.is_dir() or other.read_bytes() == path.read_bytes()


def test_a_file_given_twice_is_taken_once(given_folder: Path) -> None:
    first = photo(given_folder / "a.jpg")
    intake = gather([first, given_folder, first], given_folder / "out")
    assert names(intake) == ["a.jpg"]
    assert [entry.reason for entry in intake.skipped] == [
        "It was given twice and is prepared once. Nothing is to be done."
    ] * 2


def test_several_folders_keep_their_names_apart(tmp_path: Path) -> None:
    photo(tmp_path / "one" / "1.jpg")
    photo(tmp_path / "two" / "1.jpg")
    photo(tmp_path / "deep" / "two" / "1.jpg")
    intake = gather([tmp_path / "one", tmp_path / "two", tmp_path / "deep" / "two"], tmp_path / "out")
    assert names(intake) == ["one/1.jpg", "two/1.jpg", "two/1.jpg [2]"]


def test_missing_paths_are_said(tmp_path: Path) -> None:
    intake = gather([tmp_path / "gone.jpg"], tmp_path / "out")
    assert "no such file" in reasons(intake)["gone.jpg"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_are_followed_without_going_round_in_circles(given_folder: Path) -> None:
    photo(given_folder / "a" / "1.jpg")
    (given_folder / "a" / "up").symlink_to(given_folder, target_is_directory=True)
    (given_folder / "again.jpg").symlink_to(given_folder / "a" / "1.jpg")
    (given_folder / "nowhere.jpg").symlink_to(given_folder / "gone.jpg")
    (given_folder / "self.jpg").symlink_to(given_folder / "self.jpg")
    intake = gather([given_folder], given_folder / "out")
    assert len(intake.photos) == 1
    assert "given twice" in reasons(intake)["a/up/"]
    assert {"nowhere.jpg", "self.jpg"} <= set(reasons(intake))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_not_opened(given_folder: Path) -> None:
    os.mkfifo(given_folder / "pipe.jpg")
    assert "no ordinary file" in reasons(gather([given_folder], given_folder / "out"))["pipe.jpg"]


@posix_names
def test_names_that_are_not_utf8_are_escaped(given_folder: Path) -> None:
    with open(os.fsencode(given_folder) + b"/\xff\xfe.jpg", "wb") as file:  # noqa: PTH123 (a name of bytes)
        file.write(JPEG)
    assert names(gather([given_folder], given_folder / "out")) == ["\\xff\\xfe.jpg"]


@posix_names
def test_names_that_differ_in_unicode_form_only_are_two_photos(given_folder: Path) -> None:
    for form in ("NFC", "NFD"):
        photo(given_folder / unicodedata.normalize(form, "é.jpg"))
    assert names(gather([given_folder], given_folder / "out")) == ["é.jpg", "é.jpg [2]"]


@posix_names
@pytest.mark.parametrize("name", ["货" * 83 + ".jpg", "🎉 红色.jpg", "new\nline.jpg", "a" * 251 + ".jpg"])
def test_awkward_names_are_taken(given_folder: Path, name: str) -> None:
    photo(given_folder / name)
    (found,) = gather([given_folder], given_folder / "out").photos
    assert found.path.read_bytes() == JPEG
    assert found.name.encode()
    assert "\n" not in found.name

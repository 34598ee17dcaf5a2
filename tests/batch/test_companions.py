"""Files of one stem that are one photo: which is used, and what is said of the others."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import pytest

from tests.batch.shots import jpeg, names, put
from whitecove.batch.intake.gathering import Intake, gather

MOVIE = b"\0\0\0\x14ftypqt  \0\0\0\0qt  "
RAW = b"II*\0\x10\0\0\0CR\2\0" + bytes(8)
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"
AAE = b'<?xml version="1.0" encoding="UTF-8"?><plist/>'
CONTENT = {
    "mov": MOVIE, "mp4": MOVIE, "cr2": RAW, "dng": RAW, "heic": HEIC, "hif": HEIC, "jpg": jpeg(), "jpeg": jpeg(),
    "thm": jpeg(), "png": b"\x89PNG\r\n\x1a\n",
}  # fmt: skip


def taken(folder: Path, *files: str) -> Intake:
    for name in files:
        put(folder, name, CONTENT.get(name.rpartition(".")[2].lower(), AAE))
    return gather([folder])


def said(intake: Intake) -> dict[str, str]:
    return {entry.name: entry.reason.partition(". ")[0] for entry in intake.skipped}


def one_with(partner: str) -> str:
    return f"It belongs to {partner} and is one photo with it"


def edited_in(partner: str) -> str:
    return f"{partner} is the edited version of this photo and is used"


def same_as(partner: str) -> str:
    return f"{partner} is the same photo and is used"


@pytest.mark.parametrize(
    ("files", "used", "others"),
    [
        (["IMG_1.HEIC", "IMG_1.MOV"], ["IMG_1.HEIC"], {"IMG_1.MOV": one_with("IMG_1.HEIC")}),
        (["IMG_1.jpg", "img_1.MP4"], ["IMG_1.jpg"], {"img_1.MP4": one_with("IMG_1.jpg")}),
        (["DSC_1.CR2", "DSC_1.JPG"], ["DSC_1.JPG"], {"DSC_1.CR2": one_with("DSC_1.JPG")}),
        (["cup.dng", "cup.heic"], ["cup.heic"], {"cup.dng": one_with("cup.heic")}),
        (["DSC_1.CR2"], ["DSC_1.CR2"], {}),
        (["DSC_1.CR2", "DSC_1.xmp"], ["DSC_1.CR2"], {"DSC_1.xmp": one_with("DSC_1.CR2")}),
        (["IMG_1234.HEIC", "IMG_E1234.JPG"], ["IMG_E1234.JPG"], {"IMG_1234.HEIC": edited_in("IMG_E1234.JPG")}),
        (["IMG_E1234.HEIC"], ["IMG_E1234.HEIC"], {}),
        (["IMG_1234.HEIC", "IMG_E1235.HEIC"], ["IMG_1234.HEIC", "IMG_E1235.HEIC"], {}),
        (["cup.jpg", "cup-Edit.jpg"], ["cup-Edit.jpg"], {"cup.jpg": edited_in("cup-Edit.jpg")}),
        (["cup.png", "cup-Edit.jpg"], ["cup-Edit.jpg", "cup.png"], {}),
        (["1.jpg", "1.png"], ["1.jpg", "1.png"], {}),
        (["1.jpg", "1.jpeg"], ["1.jpeg", "1.jpg"], {}),
        (["cup.jpg", "cup.heic"], ["cup.heic", "cup.jpg"], {}),
        (["a/IMG_1.HEIC", "b/IMG_1.MOV"], ["a/IMG_1.HEIC"], {"b/IMG_1.MOV": "It is a video, not a photo"}),
        (["a/IMG_1.JPG", "b/IMG_1.CR2"], ["a/IMG_1.JPG", "b/IMG_1.CR2"], {}),
        (["cup.mov"], [], {"cup.mov": "It is a video, not a photo"}),
        (["cup.png", "cup.mov"], ["cup.png"], {"cup.mov": "It is a video, not a photo"}),
        (["cup.aae"], [], {"cup.aae": "It is no picture"}),
        (["cup.jpg", "cup.txt"], ["cup.jpg"], {"cup.txt": "It is no picture"}),
        (["cup.thm"], ["cup.thm"], {}),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, list) else None,
)
def test_pairs(tmp_path: Path, files: list[str], used: list[str], others: dict[str, str]) -> None:
    intake = taken(tmp_path, *files)
    assert names(intake.photos) == used
    assert said(intake) == others


@pytest.mark.parametrize("suffix", ["xmp", "cos", "cop", "dop", "pp3", "on1", "thm", "AAE", "jpg.dop", "JPG.xmp"])
def test_sidecars_belong_to_their_photo(tmp_path: Path, suffix: str) -> None:
    intake = taken(tmp_path, "cup.jpg", f"cup.{suffix}")
    assert names(intake.photos) == ["cup.jpg"]
    assert said(intake) == {f"cup.{suffix}": one_with("cup.jpg")}


def test_all_that_a_phone_keeps_of_one_edited_live_photo(tmp_path: Path) -> None:
    kept = ("IMG_1234.HEIC", "IMG_1234.MOV", "IMG_E1234.MOV", "IMG_1234.AAE", "IMG_O1234.AAE", "IMG_1234.DNG")
    intake = taken(tmp_path, "IMG_E1234.HEIC", *kept)
    assert names(intake.photos) == ["IMG_E1234.HEIC"]
    others = dict.fromkeys(kept, one_with("IMG_E1234.HEIC"))
    assert said(intake) == others | {"IMG_1234.HEIC": edited_in("IMG_E1234.HEIC")}


@pytest.mark.parametrize(
    ("jpeg_bytes", "used", "other"), [(200, "IMG_1234.JPG", "IMG_1234.HEIC"), (20, "IMG_1234.HEIC", "IMG_1234.JPG")]
)
def test_a_jpeg_made_of_a_heic_is_used_unless_it_was_made_small(
    tmp_path: Path, jpeg_bytes: int, used: str, other: str
) -> None:
    put(tmp_path, "IMG_1234.HEIC", HEIC + bytes(100))
    put(tmp_path, "IMG_1234.JPG", b"\xff\xd8\xff\xd9" + bytes(jpeg_bytes))
    intake = gather([tmp_path])
    assert names(intake.photos) == [used]
    assert said(intake) == {other: same_as(used)}


@pytest.mark.parametrize(
    ("stem", "count"),
    [
        *(("IMG_1234", 1), ("_DSC1234", 1), ("DSC00012", 1), ("P1010012", 1), ("100_0012", 1), ("IMG_E1234", 1)),
        *(("PXL_20240501_101500123.MP", 1), ("20240501_101500", 1), ("cup", 2), ("cup2024", 2), ("SKU12345", 2)),
    ],
)
def test_only_cameras_give_one_name_to_one_photo(tmp_path: Path, stem: str, count: int) -> None:
    assert len(taken(tmp_path, f"{stem}.heic", f"{stem}.jpg").photos) == count


def test_counters_that_started_anew_are_two_photos(tmp_path: Path) -> None:
    put(tmp_path, "IMG_1234.heic", jpeg("2024:05:01 10:00:00"))
    put(tmp_path, "IMG_1234.jpg", jpeg("2024:05:02 10:00:00"))
    assert len(gather([tmp_path]).photos) == 2


def test_an_edit_of_another_time_is_another_photo(tmp_path: Path) -> None:
    put(tmp_path, "IMG_1234.JPG", jpeg("2024:05:01 10:00:00"))
    put(tmp_path, "IMG_E1234.JPG", jpeg("2024:05:02 10:00:00"))
    assert names(gather([tmp_path]).photos) == ["IMG_1234.JPG", "IMG_E1234.JPG"]


def test_files_given_one_by_one_are_pairs_too(tmp_path: Path) -> None:
    given = [put(tmp_path, name, data) for name, data in (("IMG_1.CR2", RAW), ("IMG_1.JPG", jpeg()))]
    intake = gather(given)
    assert names(intake.photos) == ["IMG_1.JPG"]
    assert said(intake) == {"IMG_1.CR2": one_with("IMG_1.JPG")}


@pytest.mark.skipif(sys.platform == "darwin", reason="this system knows one Unicode form only")
def test_stems_are_compared_in_any_unicode_form(tmp_path: Path) -> None:
    video, photo = unicodedata.normalize("NFD", "Й.MOV"), unicodedata.normalize("NFC", "й.JPG")
    intake = taken(tmp_path, video, photo)
    assert names(intake.photos) == ["й.JPG"]
    assert said(intake) == {"Й.MOV": one_with("й.JPG")}

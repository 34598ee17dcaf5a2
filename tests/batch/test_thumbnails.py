"""Thumbnails for reports: upright, and one that cannot be made costs the report nothing."""

from __future__ import annotations

import base64
import io
import logging
import struct
import tempfile
import warnings
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.batch.made_up import batch
from tests.batch.web_page import Page
from tests.pictures import facts
from whitecove.batch.delivery.lists import write_lists
from whitecove.batch.report.thumbnails import Source, shrunk, thumbnails
from whitecove.core.read import read_photo

ORIENTATION = 0x0112
# Tags of types that no camera writes: Pillow reads them, and stumbles where it is to write them again.
ODD = {
    "text for a number": (0x011A, 2, 4, b"abc\0"),
    "a number for text": (0x010F, 12, 1, bytes(4)),
    "a number below none": (0x0100, 9, 1, b"\xff" * 4),
}


def exif(*tags: tuple[int, int, int, bytes]) -> bytes:
    """An EXIF block of tags: number, type, count, and four bytes of value. TIFF 6.0, section 2."""
    entries = b"".join(struct.pack(">HHI", tag, kind, count) + value for tag, kind, count, value in sorted(tags))
    return b"Exif\0\0MM\0*" + struct.pack(">IH", 8, len(tags)) + entries + bytes(4)


def turned(orientation: int) -> tuple[int, int, int, bytes]:
    return ORIENTATION, 3, 1, struct.pack(">HH", orientation, 0)


def corners(orientation: int, path: Path, *more: tuple[int, int, int, bytes]) -> Source:
    """A photo whose corners differ, and what is known of it once it was read."""
    picture = Image.new("RGB", (90, 60), (40, 40, 40))
    for place, colour in (((0, 0), (250, 0, 0)), ((45, 0), (0, 250, 0)), ((0, 30), (0, 0, 250))):
        picture.paste(colour, (*place, place[0] + 45, place[1] + 30))
    picture.save(path, "JPEG", quality=95, subsampling=0, exif=exif(turned(orientation), *more))
    return Source(path, read_photo(path).facts)


def opened(thumbnail: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(thumbnail)))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("known", [True, False], ids=["of a photo", "of a file in the delivery"])
def test_a_thumbnail_stands_as_the_photo_does(tmp_path: Path, orientation: int, known: bool) -> None:
    source = corners(orientation, tmp_path / "a.jpg")
    upright = read_photo(source.path).rgb
    (made,) = thumbnails([source if known else Source(source.path)], 90)
    small = opened(made)
    assert small.size == upright.shape[1::-1]
    for x, y in ((10, 10), (small.width - 10, 10), (10, small.height - 10), (small.width - 10, small.height - 10)):
        there = small.getpixel((x, y))
        assert isinstance(there, tuple)
        assert max(abs(int(a) - int(b)) for a, b in zip(there, upright[y, x], strict=True)) < 30


@pytest.mark.parametrize("tag", ODD.values(), ids=ODD)
def test_odd_exif_is_never_written_again(tmp_path: Path, tag: tuple[int, int, int, bytes]) -> None:
    (made,) = thumbnails([corners(6, tmp_path / "a.jpg", tag)], 90)
    assert opened(made).size == (60, 90)


# Of these Pillow writes each in a way of its own.
TAGS = st.sampled_from([0x0100, 0x0102, 0x010E, 0x010F, 0x011A, 0x0131, 0x0132, 0x02BC, 0x8769, 0x8825, 0x9286])

COUNTS = st.sampled_from([1, 1, 2, 4, 9])


@given(st.lists(st.tuples(TAGS, st.integers(1, 13), COUNTS, st.binary(min_size=4, max_size=4)), max_size=9))
def test_no_exif_keeps_a_photo_from_being_shown(tags: list[tuple[int, int, int, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow tells of what it cannot read
        made = shrunk(corners(6, Path(folder) / "a.jpg", *tags), 90)
    assert Image.open(io.BytesIO(made)).size == (60, 90)


def test_one_that_cannot_be_made_is_logged_and_costs_no_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    out = tmp_path / "out"
    result = batch(tmp_path / "photos", out)
    first, *others = result.listings
    row = first.rows[0]
    known = replace(facts(60, 90), format="JPEG")
    row = replace(row, result=replace(row.result, facts=known))
    result = replace(result, listings=(replace(first, rows=(row, *first.rows[1:])), *others))
    Image.new("RGB", (300, 300)).save(tmp_path / "photos" / "0.jpg")  # now larger than Pillow takes
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 20_000)
    with caplog.at_level(logging.WARNING):
        written = write_lists(result, out)
    assert written.trouble is None
    assert "0.jpg" in caplog.text
    assert "DecompressionBombError" in caplog.text
    assert Page((out / "report.html").read_bytes()).words.count("No preview") == 2
    assert {"manifest.json", "manifest.csv", "changes.csv"} <= {path.name for path in out.iterdir()}


def test_one_that_is_gone_is_no_news(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    source = Source(tmp_path / "gone.jpg", replace(facts(90, 60), format="JPEG"))
    assert list(thumbnails([source], 90)) == [""]
    assert not caplog.text

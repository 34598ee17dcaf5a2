"""Reading photos: every mode and format made here comes out upright, 8-bit and sRGB, or is refused with a sentence."""

from __future__ import annotations

import hashlib
import io
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.core.photo_files import STORED, colours, exif, made, rgb, save
from whitecove.core import colour
from whitecove.core.errors import ReadError
from whitecove.core.read import JPEG_HEAD, Limits, is_picture_name, read_photo, read_size, sniff


def refusal(path: Path, **limits: int) -> str:
    with pytest.raises(ReadError) as caught:
        read_photo(path, Limits(**limits))
    assert len(str(caught.value)) > 20
    return caught.value.code


@pytest.mark.parametrize(
    ("name", "format_"),
    [("a.png", "PNG"), ("a.tif", "TIFF"), ("a.bmp", "BMP"), ("a.jpg", "JPEG"), ("a.avif", "AVIF"), ("a.webp", "WebP")],
)
def test_every_format_by_its_content(tmp_path: Path, name: str, format_: str) -> None:
    lossless = {"lossless": True} if name.endswith("webp") else {"quality": 95} if name[2:] in ("jpg", "avif") else {}
    path = save(tmp_path, rgb(), name, **lossless)
    renamed = path.rename(tmp_path / "renamed.doc")
    picture = read_photo(renamed)
    assert (picture.facts.format, picture.size, picture.alpha) == (format_, (48, 48), None)
    assert picture.rgb.dtype == np.uint8
    off = np.abs(picture.rgb.astype(int) - colours()).mean()
    assert off < 3 if "quality" in lossless else off == 0
    assert picture.facts.sha256 == hashlib.sha256(renamed.read_bytes()).hexdigest()
    assert picture.facts.bytes == renamed.stat().st_size


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.png", {}),
        ("a.webp", {"lossless": True, "exact": True}),
        ("raw.tif", {}),
        ("lzw.tif", {"compression": "tiff_lzw"}),
    ],
)
def test_orientation_is_applied_exactly_once(tmp_path: Path, turn: int, name: str, options: dict[str, Any]) -> None:
    upright = np.dstack([colours(), colours(seed=2)[..., 0]])[:30]
    stored = Image.fromarray(np.ascontiguousarray(STORED[turn](upright)))
    picture = made(tmp_path, stored, name, exif=exif(orientation=turn), **options)
    np.testing.assert_array_equal(picture.rgb, upright[..., :3])
    np.testing.assert_array_equal(picture.alpha, upright[..., 3])
    assert (picture.facts.width, picture.facts.height) == (48, 30)
    assert picture.facts.orientation == turn


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("name", ["a.jpg", "a.avif"])
def test_orientation_of_lossy_formats(tmp_path: Path, turn: int, name: str) -> None:
    upright = colours()[:30]
    stored = Image.fromarray(np.ascontiguousarray(STORED[turn](upright)))
    picture = made(tmp_path, stored, name, exif=exif(orientation=turn), quality=95)
    assert np.abs(picture.rgb.astype(int) - upright).mean() < 4


@pytest.mark.parametrize("wrong", [0, 9, 4711])
def test_an_invalid_orientation_is_ignored(tmp_path: Path, wrong: int) -> None:
    picture = made(tmp_path, rgb(), "a.png", exif=exif(orientation=wrong))
    np.testing.assert_array_equal(picture.rgb, colours())


def test_exif_comes_along(tmp_path: Path) -> None:
    for name in ("a.jpg", "a.png", "a.webp", "a.avif"):
        picture = made(tmp_path, rgb(), name, exif=exif(orientation=3))
        assert picture.exif[:4] in (b"II*\0", b"MM\0*")
    assert made(tmp_path, rgb(), "b.png").exif == b""


@pytest.mark.parametrize("name", ["a.png", "a.webp", "a.tif", "a.avif"])
def test_the_first_of_several_pictures(tmp_path: Path, name: str) -> None:
    others = [Image.new("RGB", (20, 20), c) for c in ("lime", "blue")]
    picture = made(tmp_path, Image.new("RGB", (20, 20), "red"), name, save_all=True, append_images=others)
    assert np.abs(picture.rgb.astype(int) - [255, 0, 0]).max() <= 4
    assert picture.facts.frames == 3
    assert "The file holds 3 pictures; the first one was used." in picture.facts.notes


def test_a_multi_picture_jpeg(tmp_path: Path) -> None:
    other = Image.new("RGB", (20, 20), "blue")
    path = save(tmp_path, Image.new("RGB", (20, 20), "red"), "a.mpo", save_all=True, append_images=[other])
    picture = read_photo(path)
    assert (picture.facts.format, picture.facts.frames) == ("MPO", 2)
    assert picture.rgb[10, 10, 0] > 240


def test_what_is_no_photo_is_refused_by_name(tmp_path: Path) -> None:
    path = save(tmp_path, rgb(), "a.gif")
    assert refusal(path) == "read.not_a_photo"
    with pytest.raises(ReadError, match="a GIF"):
        read_photo(path)


def test_missing_empty_and_unknown_files(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.jpg") == "read.missing"
    (tmp_path / "empty.jpg").touch()
    assert refusal(tmp_path / "empty.jpg") == "read.empty"
    (tmp_path / "text.jpg").write_text("no picture")
    assert refusal(tmp_path / "text.jpg") == "read.unknown"
    assert refusal(tmp_path) == "read.no_access"


def test_a_fully_transparent_picture_is_refused(tmp_path: Path) -> None:
    assert refusal(save(tmp_path, Image.new("RGBA", (5, 5), (1, 2, 3, 0)), "a.png")) == "read.transparent"


def test_limits_hold_to_the_pixel_and_byte(tmp_path: Path) -> None:
    path = save(tmp_path, rgb(), "a.png")
    size = path.stat().st_size
    assert read_photo(path, Limits(pixels=48 * 48, bytes=size)).size == (48, 48)
    assert refusal(path, pixels=48 * 48 - 1) == "read.too_many_pixels"
    assert refusal(path, bytes=size - 1) == "read.too_many_bytes"


def test_pillows_own_limit_is_neither_used_nor_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    assert read_photo(save(tmp_path, rgb(), "a.png")).size == (48, 48)
    assert Image.MAX_IMAGE_PIXELS == 1000
    webp = save(tmp_path, rgb(), "a.webp")  # the one decoder that looks at Pillow's limit by itself
    assert refusal(webp) == "read.too_many_pixels"


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif", "a.bmp", "a.avif"])
def test_a_file_cut_in_half_is_refused(tmp_path: Path, name: str) -> None:
    path = save(tmp_path, Image.fromarray(np.random.default_rng(0).integers(0, 256, (64, 64, 3), np.uint8)), name)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert refusal(path) in ("read.truncated", "read.damaged", "read.not_supported")


@pytest.mark.parametrize("options", [{}, {"transparency": 0}])
def test_a_palette_picture_without_its_palette_is_damaged(tmp_path: Path, options: dict[str, int]) -> None:
    path = save(tmp_path, rgb().quantize(8), "a.png", **options)
    data = path.read_bytes()
    at = data.index(b"PLTE") - 4
    path.write_bytes(data[:at] + data[at + 12 + int.from_bytes(data[at : at + 4], "big") :])
    assert refusal(path) == "read.damaged"


def test_damaged_metadata_does_not_cost_the_photo(tmp_path: Path) -> None:
    wild = b"Exif\0\0II*\0\x08\0\0\0\x09\0" + bytes(range(90))
    picture = made(tmp_path, rgb(), "a.jpg", exif=wild, quality=95)
    assert picture.size == (48, 48)


def test_arrays_are_read_only(tmp_path: Path) -> None:
    picture = made(tmp_path, rgb(), "a.png")
    with pytest.raises(ValueError, match="read-only"):
        picture.rgb[0, 0] = 0


def encoded(kind: str) -> bytes:
    file = io.BytesIO()
    image = rgb().convert("RGBA") if kind in ("PNG", "TIFF") else rgb()
    image.save(file, kind, exif=exif(orientation=6), icc_profile=colour.srgb_profile())
    return file.getvalue()


SOUND = {kind: encoded(kind) for kind in ("JPEG", "PNG", "TIFF", "WEBP", "AVIF")}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(SOUND)), st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=8))
def test_damaged_bytes_end_as_picture_or_sentence(tmp_path: Path, kind: str, hits: list[tuple[int, int]]) -> None:
    data = bytearray(SOUND[kind])
    for place, value in hits:
        data[place % len(data)] = value
    path = tmp_path / "a.bin"
    path.write_bytes(data)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            picture = read_photo(path, Limits(pixels=1_000_000))
        except ReadError as error:
            sentence = str(error)
        else:
            sentence = " ".join(picture.facts.notes) or "No remark."
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
        (b"MM\0*\0\0\0\x08", "TIFF"),
        (b"BM" + bytes(12) + b"\x28\0\0\0", "BMP"),
        (b"BMW is no bitmap at all", None),
        (b"8BPS\0\1", "PSD"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", "AVIF"),
        (b"\0\0\0\x18ftypavis\0\0\0\0msf1avis", "AVIF"),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "a video"),
        (b"\0\0\0\x14ftypisom\0\0\0\0mp41", "a video"),
        (b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom", "a camera RAW file"),
        (b"II*\0\x10\0\0\0CR\x02\0", "a camera RAW file"),
        (b"FUJIFILMCCD-RAW 0201", "a camera RAW file"),
        (b"II*\0\x08\0\0\0\x01\0\x12\xc6\1\0\4\0\0\0\1\4\0\0\0\0\0\0", "a camera RAW file"),
        (b"GIF89a", "a GIF"),
        (b"%PDF-1.7", "a PDF document"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg xmlns='x'>", "an SVG drawing"),
        (b"\n<!DOCTYPE html><html>", "a web page"),
        (b"PK\x03\x04", "a ZIP archive or office document"),
        (b"", None),
        (b"hello", None),
    ],
)
def test_sniffing(head: bytes, kind: str | None) -> None:
    assert sniff(head) == kind


@given(st.binary(max_size=80))
def test_sniffing_survives_anything(wild: bytes) -> None:
    for head in (b"", b"II*\0\x08\0\0\0", b"\0\0\0\x20ftyp", b"<"):
        sniff(head + wild)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("IMG_1.JPG", True), ("主图.heic", True), ("a.psd", True), ("a.CR2", True), ("anim.gif", True),
        ("._IMG_1.JPG", False), (".hidden.png", False), ("clip.mov", False), ("notes.txt", False), ("jpg", False),
    ],
)  # fmt: skip
def test_picture_names(name: str, answer: bool) -> None:
    assert is_picture_name(Path("folder") / name) is answer


@pytest.mark.parametrize("turn", [1, 3, 5, 6, 8])
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif", "a.avif", "a.bmp"])
def test_a_size_is_that_of_the_photo_as_it_is_read(tmp_path: Path, turn: int, name: str) -> None:
    said = {} if name == "a.bmp" else {"exif": exif(orientation=turn)}
    path = save(tmp_path, rgb().crop((0, 0, 48, 30)), name, **said)
    picture = read_photo(path)
    assert read_size(path) == (picture.facts.width, picture.facts.height)


def test_a_size_is_known_behind_a_long_head(tmp_path: Path) -> None:
    path = save(
        tmp_path, rgb().crop((0, 0, 48, 30)), "a.jpg", exif=exif(orientation=6), icc_profile=bytes(2 * JPEG_HEAD)
    )
    assert read_size(path) == (30, 48)


@pytest.mark.parametrize("content", [b"", b"no photo", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_photo_has_no_size(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    with pytest.raises(ReadError):
        read_size(path)

"""Every mode, depth and colour space comes out as 8-bit sRGB, with its own alpha."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.core.photo_files import colours, exif, grey_profile, made, rgb, save
from whitecove.core import colour, icc, inks
from whitecove.core.model import U8
from whitecove.core.read import read_photo


@pytest.mark.parametrize("name", ["a.png", "a.tif", "a.webp"])
def test_own_alpha_is_kept_and_leaves_the_colours_alone(tmp_path: Path, name: str) -> None:
    alpha = colours(seed=3)[..., 1]
    image = rgb()
    image.putalpha(Image.fromarray(alpha))
    options = {"lossless": True, "exact": True} if name.endswith("webp") else {}
    picture = made(tmp_path, image, name, **options)
    np.testing.assert_array_equal(picture.alpha, alpha)
    np.testing.assert_array_equal(picture.rgb, colours())
    assert picture.facts.has_alpha


def test_alpha_survives_colour_management(tmp_path: Path) -> None:
    image = rgb()
    image.putalpha(Image.fromarray(colours(seed=3)[..., 1]))
    picture = made(tmp_path, image, "a.png", icc_profile=colour.display_p3_profile())
    np.testing.assert_array_equal(picture.alpha, colours(seed=3)[..., 1])
    assert not np.array_equal(picture.rgb, colours())
    assert picture.facts.icc == "Display P3"


def test_an_opaque_alpha_is_none(tmp_path: Path) -> None:
    picture = made(tmp_path, rgb().convert("RGBA"), "a.png")
    assert picture.alpha is None
    assert not picture.facts.has_alpha


def test_grey_with_alpha(tmp_path: Path) -> None:
    grey, alpha = colours()[..., 0], colours(seed=3)[..., 1]
    picture = made(tmp_path, Image.merge("LA", [Image.fromarray(grey), Image.fromarray(alpha)]), "a.png")
    np.testing.assert_array_equal(picture.rgb, np.dstack([grey] * 3))
    np.testing.assert_array_equal(picture.alpha, alpha)


def test_a_palette_with_a_transparent_entry(tmp_path: Path) -> None:
    image = Image.new("P", (4, 2), 1)
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.putpixel((0, 0), 0)
    picture = made(tmp_path, image, "a.png", transparency=0)
    assert picture.alpha is not None
    assert picture.alpha.tolist() == [[0, 255, 255, 255], [255, 255, 255, 255]]
    assert picture.rgb[1, 1].tolist() == [0, 0, 255]


def test_a_transparent_colour_of_rgb_and_grey(tmp_path: Path) -> None:
    for mode, key in (("RGB", (9, 8, 7)), ("L", 9)):
        image = Image.new(mode, (3, 1), 50 if mode == "L" else (50, 60, 70))
        image.putpixel((1, 0), key)
        picture = made(tmp_path, image, "a.png", transparency=key)
        assert picture.alpha is not None
        assert picture.alpha.tolist() == [[255, 0, 255]]


def png(width: int, bits: int, kind: int, row: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG one pixel high, of depths that Pillow does not write."""
    header = struct.pack(">IIBBBBB", width, 1, bits, kind, 0, 0, 0)
    parts = [(b"IHDR", header), *chunks, (b"IDAT", zlib.compress(b"\0" + row)), (b"IEND", b"")]
    body = b"".join(struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(
    ("data", "rgb_row", "alpha_row"),
    [
        (png(2, 16, 2, struct.pack(">6H", 65535, 32896, 0, 257, 257, 257)), [[255, 128, 0], [1, 1, 1]], None),
        (
            png(2, 16, 2, struct.pack(">6H", 0x1234, 0x5678, 0x9ABC, 0, 0, 0), (b"tRNS", bytes(6))),
            [[0x12, 0x56, 0x9A], [0, 0, 0]],
            [255, 0],
        ),
        (png(2, 16, 0, struct.pack(">2H", 0x1234, 65535), (b"tRNS", b"\x12\x34")), [[18] * 3, [255] * 3], [0, 255]),
        (png(2, 16, 4, struct.pack(">4H", 65535, 65535, 0, 0)), [[255] * 3, [0] * 3], [255, 0]),
        (png(2, 4, 0, b"\x5f", (b"tRNS", b"\0\x05")), [[85] * 3, [255] * 3], [0, 255]),
        (png(2, 1, 0, b"\x40", (b"tRNS", b"\0\0")), [[0] * 3, [255] * 3], [0, 255]),
    ],
)
def test_png_depths(tmp_path: Path, data: bytes, rgb_row: list[list[int]], alpha_row: list[int] | None) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(data)
    picture = read_photo(path)
    assert picture.rgb[0].tolist() == rgb_row
    assert (None if picture.alpha is None else picture.alpha[0].tolist()) == alpha_row
    assert picture.facts.bits == data[24]


def test_deep_grey_is_scaled_not_clipped(tmp_path: Path) -> None:
    ramp = np.linspace(0, 65535, 256).round().astype(np.uint16)[None].repeat(3, 0)
    for name in ("a.png", "a.tif"):
        picture = made(tmp_path, Image.fromarray(ramp), name)
        np.testing.assert_array_equal(picture.rgb[0, :, 0], np.arange(256))
        assert picture.facts.bits == 16
        assert "16 bits a channel were reduced to 8." in picture.facts.notes


def test_deep_grey_where_white_is_zero(tmp_path: Path) -> None:
    path = save(tmp_path, Image.fromarray(np.array([[0, 65535]], np.uint16)), "a.tif", tiffinfo={262: 0})
    assert read_photo(path).rgb[0, :, 0].tolist() == [255, 0]


@pytest.mark.parametrize(
    ("values", "levels", "stretched"),
    [
        ([0.0, 0.5, 1.0], [0, 128, 255], False),
        ([0.0, 32767.5, 65535.0], [0, 128, 255], False),
        ([-10.0, 0.0, 10.0], [0, 128, 255], True),
        ([5.0, 5.0, 5.0], [0, 0, 0], True),
        ([float("nan"), 0.25, float("inf")], [0, 64, 0], False),
        ([-3e38, 0.0, 3e38], [0, 128, 255], True),
    ],
)
def test_floating_point_is_scaled(tmp_path: Path, values: list[float], levels: list[int], stretched: bool) -> None:
    picture = made(tmp_path, Image.fromarray(np.array([values], np.float32)), "a.tif")
    assert np.abs(picture.rgb[0, :, 0].astype(int) - levels).max() <= 1
    assert any("stretched" in note for note in picture.facts.notes) is stretched


def test_bilevel(tmp_path: Path) -> None:
    image = Image.new("1", (2, 1))
    image.putpixel((1, 0), 1)
    for name in ("a.png", "a.tif", "a.bmp"):
        assert made(tmp_path, image, name).rgb[0].tolist() == [[0, 0, 0], [255, 255, 255]]


def test_grey_with_its_own_profile(tmp_path: Path) -> None:
    grey = Image.new("L", (4, 4), 128)
    assert made(tmp_path, grey, "a.png").rgb[0, 0].tolist() == [128] * 3
    assert made(tmp_path, grey, "b.png", icc_profile=grey_profile()).rgb[0, 0, 0] > 140


@pytest.mark.parametrize("name", ["a.jpg", "a.tif"])
@pytest.mark.parametrize("profile", [None, inks.fallback_profile()])
def test_cmyk_is_not_inverted(tmp_path: Path, name: str, profile: bytes | None) -> None:
    picture = made(tmp_path, Image.new("CMYK", (16, 16), (0, 255, 255, 0)), name, icc_profile=profile)
    red = picture.rgb[8, 8]
    assert red[0] > 200
    assert max(red[1:]) < 70
    assert (
        "CMYK without" in picture.facts.notes[0]
        if profile is None
        else "converted from the profile" in str(picture.facts.notes)
    )


@pytest.mark.parametrize(("name", "tags"), [("a.png", {"space": 65535, "index": "R03"}), ("a.tif", {"space": 2})])
def test_adobe_rgb_in_exif_only(tmp_path: Path, name: str, tags: dict[str, int | str]) -> None:
    told = made(tmp_path, rgb(), name, exif=exif(**tags))
    tagged = made(tmp_path, rgb(), "tagged.png", icc_profile=colour.adobe_rgb_profile())
    np.testing.assert_array_equal(told.rgb, tagged.rgb)
    assert "Adobe RGB" in told.facts.notes[0]
    assert told.facts.icc is None


def test_srgb_by_exif_needs_no_remark(tmp_path: Path) -> None:
    assert made(tmp_path, rgb(), "a.png", exif=exif(space=1)).facts.notes == ()
    assert made(tmp_path, rgb(), "b.png").facts.notes == ("There is no colour profile: taken as sRGB.",)


def test_a_profile_of_another_kind_is_left_out(tmp_path: Path) -> None:
    picture = made(tmp_path, rgb(), "a.png", icc_profile=inks.fallback_profile())
    np.testing.assert_array_equal(picture.rgb, colours())
    assert "was not used" in picture.facts.notes[0]


def psd(mode: int, channels: list[U8]) -> bytes:
    """A flattened Photoshop document: header, three empty blocks, uncompressed planes."""
    height, width = channels[0].shape
    head = struct.pack(">4sH6xHIIHH", b"8BPS", 1, len(channels), height, width, 8, mode)
    return head + bytes(12) + b"\0\0" + b"".join(c.tobytes() for c in channels)


def test_photoshop_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.psd"
    planes = [np.ascontiguousarray(colours()[..., i]) for i in range(3)]
    path.write_bytes(psd(3, planes))
    np.testing.assert_array_equal(read_photo(path).rgb, colours())
    alpha = np.ascontiguousarray(colours(seed=3)[..., 0])
    path.write_bytes(psd(3, [*planes, alpha]))
    np.testing.assert_array_equal(read_photo(path).alpha, alpha)
    path.write_bytes(psd(9, [np.full((2, 2), v, np.uint8) for v in (128, 168, 98)]))
    lab = colour.srgb_to_lab(read_photo(path).rgb)[0, 0]
    assert lab[1] > 30
    assert lab[2] < -20


def test_a_profile_without_a_name_is_still_used(tmp_path: Path) -> None:
    nameless = icc.matrix_profile("", icc.DISPLAY_P3, icc.srgb_curve(256))
    picture = made(tmp_path, rgb(), "a.png", icc_profile=nameless)
    assert picture.facts.icc == "unnamed"
    assert not np.array_equal(picture.rgb, colours())

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile

from tests.core.checks import pictures
from whitecove.core import colour
from whitecove.core.checks import examine as module
from whitecove.core.checks.examine import examine


def test_a_written_file_is_seen_as_it_is() -> None:
    rgb = pictures.tiny()
    found = examine(pictures.png(rgb), "a.png")
    assert (found.format, found.width, found.height, found.mode, found.bits) == ("PNG", 64, 64, "RGB", 8)
    assert found.icc == colour.srgb_profile()
    assert found.problem == ""
    assert found.rgb is not None
    assert np.array_equal(found.rgb, rgb)


def test_exif_comes_without_its_head() -> None:
    found = examine(pictures.jpeg(pictures.tiny()), "a.jpg")
    assert found.exif[:2] in (b"II", b"MM")


def test_transparency_is_shown_over_white() -> None:
    found = examine(pictures.saved(Image.new("RGBA", (2, 2), (255, 0, 0, 0)), "PNG"), "a.png")
    assert found.rgb is not None
    assert (found.rgb == 255).all()


def test_sixteen_bit_grey_is_scaled_and_not_clipped() -> None:
    grey = Image.fromarray(np.array([[0, 32768, 65535]], np.uint16))
    found = examine(pictures.saved(grey, "PNG"), "a.png")
    assert found.rgb is not None
    assert found.rgb[0, :, 0].tolist() == [0, 128, 255]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIF"),
        (b"\0\0\0\x18ftypavif\0\0\0\0", "AVIF"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WEBP"),
        (b"%PDF-1.7", "PDF"),
        (b"8BPS\0\1", "PSD"),
        (b"hello", ""),
        (b"", ""),
    ],
)
def test_the_format_is_told_by_the_first_bytes(data: bytes, name: str) -> None:
    found = examine(data, "a.jpg")
    assert found.format == name
    assert found.problem
    assert found.rgb is None


def test_a_bomb_is_refused_by_its_header(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pictures.png(pictures.tiny())
    monkeypatch.setattr(module, "PIXEL_LIMIT", 64 * 64 - 1)
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda _: pytest.fail("it was decoded"))
    found = examine(data, "a.png")
    assert "megapixels" in found.problem
    assert (found.width, found.rgb) == (64, None)


def test_a_second_picture_inside_a_jpeg_is_no_animation() -> None:
    picture = Image.fromarray(pictures.tiny())
    buffer = io.BytesIO()
    picture.save(buffer, "MPO", save_all=True, append_images=[picture])
    found = examine(buffer.getvalue(), "a.jpg")
    assert (found.format, found.frames, found.problem) == ("JPEG", 1, "")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP"])
@given(data=st.data())
@settings(max_examples=40)
def test_damage_never_raises(kind: str, data: st.DataObject) -> None:
    raw = bytearray(pictures.saved(pictures.tiny(), kind))
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    found = examine(bytes(raw[: data.draw(st.integers(0, len(raw)))]), "a.jpg")
    assert (found.rgb is None) is bool(found.problem)
    assert "0x" not in found.problem

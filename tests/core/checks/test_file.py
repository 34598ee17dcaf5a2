from __future__ import annotations

import pytest
from PIL import Image

from tests.core.checks import pictures
from whitecove.core.checks.examine import Examined
from whitecove.core.model import Outcome


def sized(size: int) -> Examined:
    return Examined(name="a.jpg", data=bytes(size), format="JPEG", problem="not decoded here")


def test_readable_passes_a_sound_file() -> None:
    assert pictures.finding("file.readable", pictures.good()).outcome is Outcome.PASS


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.95])
def test_readable_fails_a_truncated_file(kind: str, kept: float) -> None:
    data = pictures.saved(pictures.tiny(), kind)
    assert pictures.finding("file.readable", data[: int(len(data) * kept)]).broken


def test_readable_fails_an_animation() -> None:
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    data = pictures.saved(frames[0], "PNG", save_all=True, append_images=frames[1:])
    found = pictures.finding("file.readable", data)
    assert found.broken
    assert found.measured == "animated, 2 frames"


def test_readable_fails_an_empty_file() -> None:
    assert pictures.finding("file.readable", b"").measured == "the file is empty"


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_format_passes_what_the_marketplace_takes(kind: str) -> None:
    assert not pictures.finding("file.format", pictures.saved(pictures.tiny(), kind)).broken


@pytest.mark.parametrize("kind", ["WEBP", "GIF", "BMP", "TIFF"])
def test_format_fails_others_whatever_their_name(kind: str) -> None:
    found = pictures.finding("file.format", pictures.saved(pictures.tiny(), kind), name="picture.jpg")
    assert found.broken
    assert found.measured == kind


@pytest.mark.parametrize("name", ["a.jpg", "A.JPG", "sub/b.jpeg", "sub\\b.jpeg", "两.红.jpg"])
def test_extension_passes(name: str) -> None:
    assert not pictures.finding("file.extension", pictures.jpeg(pictures.tiny()), name=name).broken


@pytest.mark.parametrize("name", ["a.png", "a", "jpg", "a.jpg.bak", ""])
def test_extension_fails(name: str) -> None:
    found = pictures.finding("file.extension", pictures.jpeg(pictures.tiny()), name=name)
    assert found.broken
    assert ".jpg" in found.fix


def test_extension_fails_a_png_renamed_jpg() -> None:
    found = pictures.finding("file.extension", pictures.png(pictures.tiny()), name="a.jpg")
    assert found.measured == ".jpg on PNG"
    assert found.broken


@pytest.mark.parametrize("size", [512_000, 800_000, 2_000_000])
def test_bytes_pass(size: int) -> None:
    assert not pictures.finding("file.bytes", sized(size)).broken


@pytest.mark.parametrize(
    ("size", "measured"),
    [(0, "0 KB"), (511_999, "511,999 bytes"), (2_000_001, "2,000,001 bytes"), (3_500_000, "3,500 KB")],
)
def test_bytes_fail(size: int, measured: str) -> None:
    found = pictures.finding("file.bytes", sized(size))
    assert found.broken
    assert (found.measured, found.required) == (measured, "512–2,000 KB")
    assert "JPEG quality" in found.fix


@pytest.mark.parametrize(("size", "fix"), [(90_000, "too little detail"), (3_500_000, "too much detail")])
def test_bytes_of_a_file_that_was_prepared_are_no_matter_of_quality(size: int, fix: str) -> None:
    maker = pictures.prepared(pictures.product())
    found = pictures.finding("file.bytes", sized(size), maker=maker)
    assert fix in found.fix
    assert "or use another photo." in found.fix

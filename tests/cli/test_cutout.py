"""`whitecove cutout`: the photo's size and name, and nothing written over."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.cli.conftest import Cli, product, save
from whitecove.cli.exit_codes import Exit
from whitecove.core.colour import srgb_profile


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return save(product(side=300), tmp_path / "photos" / "чашка.jpg")


def test_a_transparent_png_of_the_photos_size_and_name(cli: Cli, photo: Path, tmp_path: Path) -> None:
    ended = cli("cutout", photo, "--out", tmp_path / "cut", "--engine", "backdrop")
    assert ended.code == Exit.READY
    with Image.open(tmp_path / "cut" / "чашка.png") as image:
        assert (image.mode, image.size, image.info["icc_profile"]) == ("RGBA", (300, 300), srgb_profile())
        pixels = np.asarray(image)
    assert pixels[150, 150, 3] == 255
    assert not pixels[0].any()


def test_the_matte_alone_is_8_bit_grey(cli: Cli, photo: Path, tmp_path: Path) -> None:
    cli("cutout", photo, "--out", tmp_path / "cut", "--engine", "backdrop", "--matte-only")
    with Image.open(tmp_path / "cut" / "чашка.png") as image:
        assert (image.mode, image.size) == ("L", (300, 300))
        assert image.getpixel((150, 150)) == 255
        assert image.getpixel((0, 0)) == 0


def test_twice_gives_the_same_bytes_and_asks_before_it_replaces(cli: Cli, photo: Path, tmp_path: Path) -> None:
    asked = ("cutout", photo, "--out", tmp_path / "cut", "--engine", "backdrop")
    cli(*asked)
    first = (tmp_path / "cut" / "чашка.png").read_bytes()
    refused = cli(*asked)
    assert refused.code == Exit.CANNOT_RUN
    assert "чашка.png" in refused.err
    assert cli(*asked, "--replace").code == Exit.READY
    assert (tmp_path / "cut" / "чашка.png").read_bytes() == first


def test_an_original_is_never_written_over(cli: Cli, tmp_path: Path) -> None:
    original = tmp_path / "mug.png"
    Image.fromarray(product(side=200)).save(original)
    before = original.read_bytes()
    ended = cli("cutout", original, "--out", tmp_path, "--replace")
    assert ended.code == Exit.CANNOT_RUN
    assert original.read_bytes() == before


def test_two_photos_of_one_name_are_refused_before_any_work(cli: Cli, photo: Path, tmp_path: Path) -> None:
    twin = save(product(side=200), tmp_path / "photos" / "ЧАШКА.png")
    ended = cli("cutout", photo, twin, "--out", tmp_path / "cut")
    assert ended.code == Exit.CANNOT_RUN
    assert not (tmp_path / "cut").exists()


def test_a_bad_photo_does_not_stop_the_others(cli: Cli, photo: Path, tmp_path: Path) -> None:
    (photo.parent / "a.jpg").write_bytes(b"no picture")
    ended = cli("cutout", photo.parent, "--out", tmp_path / "cut", "--engine", "backdrop")
    assert ended.code == Exit.NOT_READY
    assert "✗ failed  a.jpg" in ended.out
    assert [path.name for path in (tmp_path / "cut").iterdir()] == ["чашка.png"]


def test_folders_keep_their_shape(cli: Cli, photo: Path, tmp_path: Path) -> None:
    save(product(side=200), photo.parent / "red" / "1.jpg")
    save(product(side=200), photo.parent / "blue" / "1.jpg")
    cli("cutout", photo.parent, "--out", tmp_path / "cut", "--engine", "keep")
    made = {path.relative_to(tmp_path / "cut").as_posix() for path in (tmp_path / "cut").rglob("*.png")}
    assert made == {"чашка.png", "red/1.png", "blue/1.png"}

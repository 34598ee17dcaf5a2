"""`whitecove cutout`: the photo's size and name, and nothing written over."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

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


@pytest.mark.parametrize("stem", ["a" * 130, "货" * 60, "a" * 114 + "字" * 3])
def test_a_name_that_is_cut_keeps_its_suffix(cli: Cli, photo: Path, tmp_path: Path, stem: str) -> None:
    source = photo.rename(photo.with_name(f"{stem}.jpg"))
    assert cli("cutout", source, "--out", tmp_path / "cut", "--engine", "keep").code == Exit.READY
    (made,) = (tmp_path / "cut").iterdir()
    assert made.suffix == ".png"
    assert len(made.name.encode()) <= 120


@pytest.mark.parametrize("more", [(), ("--matte-only",)])
def test_cutouts_say_who_wrote_them(cli: Cli, photo: Path, tmp_path: Path, more: tuple[str, ...]) -> None:
    asked = ("cutout", photo, "--out", tmp_path, "--engine", "keep", *more)
    cli(*asked)
    with Image.open(tmp_path / "чашка.png") as image:
        assert image.info["Software"] == "Whitecove cutout"
    assert cli(*asked, "--replace").code == Exit.READY


def _png(path: Path, software: str) -> Path:
    text = PngImagePlugin.PngInfo()
    text.add_text("Software", software)
    Image.fromarray(product(side=200)).save(path, pnginfo=text)
    return path


@pytest.mark.parametrize("kind", ["plain", "other program", "no picture", "folder", "dangling link"])
def test_what_we_did_not_write_is_never_replaced(cli: Cli, photo: Path, kind: str) -> None:
    other = photo.with_suffix(".png")
    if kind == "plain":
        save(product(side=200), other)
    elif kind == "other program":
        _png(other, "GIMP")
    elif kind == "no picture":
        other.write_bytes(b"notes")
    elif kind == "folder":
        other.mkdir()
    else:
        other.symlink_to("nowhere")
    before = other.read_bytes() if other.is_file() else None
    ended = cli("cutout", photo, "--out", photo.parent, "--replace", "--engine", "keep")
    assert ended.code == Exit.CANNOT_RUN
    assert "чашка.png" in ended.err
    assert "not written by" in ended.err
    assert (other.read_bytes() if other.is_file() else None) == before
    assert other.is_symlink() == (kind == "dangling link")


def test_an_original_under_another_name_is_never_written_over(cli: Cli, photo: Path, tmp_path: Path) -> None:
    """As on file systems that ignore case: the name differs, the file is the same, even with our mark in it."""
    given = _png(photo.with_name("MUG.png"), "Whitecove cutout")
    (tmp_path / "cut").mkdir()
    os.link(given, tmp_path / "cut" / "чашка.png")
    ended = cli("cutout", photo, given, "--out", tmp_path / "cut", "--replace", "--engine", "keep")
    assert ended.code == Exit.CANNOT_RUN
    assert "is an original" in ended.err


def test_a_photo_without_a_suffix_is_cut_out(cli: Cli, photo: Path, tmp_path: Path) -> None:
    photo.rename(photo.with_suffix(""))
    assert cli("cutout", photo.parent, "--out", tmp_path / "cut", "--engine", "keep").code == Exit.READY
    assert [made.name for made in (tmp_path / "cut").iterdir()] == ["чашка.png"]

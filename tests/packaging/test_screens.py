"""The gallery of screens: each scene is there, nothing else, and it stays small. It is made by hand, not here."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

pytest.importorskip("PySide6.QtWidgets", reason="the system lacks libraries for Qt", exc_type=ImportError)

import make_screens
from scene import Scene, main_window
from scenes import SCENES

GALLERY = Path(__file__).resolve().parents[2] / "docs" / "screens"
RENEW = "run packaging/make_screens.py, and look at the pictures"


def test_every_scene_is_in_the_gallery_and_nothing_else() -> None:
    wanted = {name for scene in SCENES for name in scene.files()}
    assert {file.name for file in GALLERY.glob("*.png")} == wanted, RENEW


def test_the_gallery_stays_small() -> None:
    assert sum(file.stat().st_size for file in GALLERY.iterdir()) <= make_screens.LARGEST, RENEW


def test_the_index_names_every_scene() -> None:
    assert (GALLERY / make_screens.INDEX).read_text("utf-8") == make_screens.index(), RENEW


@pytest.mark.parametrize("scene", [each for each in SCENES if each.of is main_window], ids=lambda scene: scene.name)
def test_a_picture_of_the_window_has_the_size_that_its_name_says(scene: Scene) -> None:
    for shot, name in zip(scene.shots, scene.files(), strict=True):
        with Image.open(GALLERY / name) as picture:
            assert picture.size == (shot.width * shot.percent // 100, shot.height * shot.percent // 100)
            assert picture.mode == "P"

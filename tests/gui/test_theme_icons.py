"""The drawings are of one hand, and take the ink of the moment at every size and density."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication

import whitecove.gui
from whitecove.core.model import State
from whitecove.gui.theme.apply import apply
from whitecove.gui.theme.icons import app_icon, folder, icon, names
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.states import STATES, state_icon
from whitecove.gui.theme.tokens import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("qapp")

NAMES = sorted(path.stem for path in folder().glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
ROOT = {
    "viewBox": "0 0 24 24",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
SHAPES = {"path", "circle", "rect", "g"}
PLACES = {"d", "cx", "cy", "r", "x", "y", "rx", "width", "height", "transform", "stroke-dasharray"}
INKS = {"fill": {"currentColor"}, "stroke": {"none"}}
CALL = re.compile(r"\b(?:icon|Picture|tool_button|draw)\(\s*(?:painter,\s*)?\"([a-z0-9-]+)\"")


def inked(picture: QPixmap) -> npt.NDArray[np.uint8]:
    """The pixels of a picture: height, width, (blue, green, red, alpha)."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).copy()


def ink_of(picture: QPixmap) -> str:
    """The colour where the drawing is solid."""
    pixels = inked(picture)
    blue, green, red = np.median(pixels[pixels[..., 3] == 255][:, :3], axis=0).astype(int)
    return f"#{red:02x}{green:02x}{blue:02x}"


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_of_the_one_set(name: str) -> None:
    root = ET.fromstring((folder() / f"{name}.svg").read_text(encoding="ascii"))  # noqa: S314 (our own files)
    assert root.tag == SVG + "svg"
    assert root.attrib == ROOT
    for shape in list(root.iter())[1:]:
        assert shape.tag.removeprefix(SVG) in SHAPES
        for attribute, value in shape.attrib.items():
            assert attribute in PLACES or value in INKS[attribute]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("side", [16, 20, 24, 40])
def test_a_drawing_shows_and_stays_within_its_square(name: str, side: int) -> None:
    alpha = inked(icon(name).pixmap(QSize(side, side), 1.0))[..., 3]
    assert alpha.shape == (side, side)
    assert (alpha > 128).mean() > 0.02
    edges = np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]])
    assert edges.max() < 140, "cut off at the edge"


def test_no_two_icons_look_the_same() -> None:
    seen: dict[bytes, str] = {}
    for name in NAMES:
        pixels = inked(icon(name).pixmap(QSize(32, 32), 1.0)).tobytes()
        assert seen.setdefault(pixels, name) == name


def test_every_icon_that_the_window_names_exists() -> None:
    package = Path(whitecove.gui.__file__).parent
    named = {name for path in package.rglob("*.py") for name in CALL.findall(path.read_text(encoding="utf-8"))}
    assert named
    assert named - names() == set()


def test_what_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError, match="no icon"):
        icon("unicorn")
    with pytest.raises(KeyError, match="no colour"):
        icon("eye", "mauve")


def test_at_twice_the_density_there_are_twice_the_pixels() -> None:
    picture = icon("eye").pixmap(QSize(20, 20), 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (40, 2.0)


def test_an_icon_that_a_button_has_follows_the_theme(qapp: QApplication) -> None:
    apply(qapp, "light")
    kept = QIcon(icon("stop"))
    assert ink_of(kept.pixmap(24)) == LIGHT.text
    apply(qapp, "dark")
    assert ink_of(kept.pixmap(24)) == DARK.text


@pytest.mark.parametrize(
    ("mode", "state", "colour"),
    [
        (QIcon.Mode.Disabled, QIcon.State.Off, "disabled"),
        (QIcon.Mode.Normal, QIcon.State.On, "link"),
        (QIcon.Mode.Active, QIcon.State.Off, "text"),
    ],
)
def test_an_icon_says_what_its_button_is(mode: QIcon.Mode, state: QIcon.State, colour: str) -> None:
    assert ink_of(icon("stop").pixmap(QSize(24, 24), mode, state)) == getattr(colours(), colour)


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_an_icon_in_its_colour(state: State) -> None:
    assert STATES[state].icon in names()
    assert ink_of(state_icon(state).pixmap(48)) == getattr(colours(), STATES[state].colour)


def test_states_are_told_apart_without_colour() -> None:
    assert len({look.icon for look in STATES.values()}) == len(State)


@pytest.mark.parametrize("side", [16, 32, 256])
def test_the_programs_icon_shows_at_every_size(side: int) -> None:
    pixels = inked(app_icon().pixmap(QSize(side, side), 1.0))
    assert pixels.shape[:2] == (side, side)
    assert (pixels[..., 3] > 200).mean() > 0.7
    assert (pixels[..., :3].min(axis=2) > 230).mean() > 0.1, "the white cove"

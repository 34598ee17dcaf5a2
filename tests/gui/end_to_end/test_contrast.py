"""What is written can be read: measured on what is painted, in light and in dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from tests.gui.end_to_end.person import Person
from tests.gui.end_to_end.test_by_keys import PLACES
from whitecove.core.model import U8
from whitecove.gui.theme.apply import apply

LEAST = 4.5
"""The contrast that text needs: WCAG 2.2, 1.4.3."""
FINE = 2
TALL = 2600
"""All of a page is seen at once."""
WRITTEN = (QLabel, QAbstractButton, QComboBox, QLineEdit)


@pytest.fixture(scope="module", params=["light", "dark"])
def scheme(request: pytest.FixtureRequest, looking: Person, qapp: QApplication) -> Iterator[str]:
    """The colours of the whole program."""
    apply(qapp, request.param)
    yield request.param
    apply(qapp, "system")


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_what_is_written_can_be_read(scheme: str, looking: Person, place: Callable[[Person], QWidget]) -> None:
    shown = place(looking).window()
    looking.waits(shown.isVisible)
    size = shown.size()
    if shown is not looking.window:
        shown.resize(size.width(), TALL)
    image = _painted(shown)
    faint = [line for widget in written(shown) if (line := _too_faint(widget, shown, image))]
    looking.window.touching.end()
    looking.window.actions_["grid"].setChecked(False)
    if shown is not looking.window:
        shown.resize(size)
        shown.close()
    looking.rests()
    assert not faint, "\n".join(faint)


def written(window: QWidget) -> Iterator[QWidget]:
    """What bears words that are seen. What cannot be used may be faint (WCAG 1.4.3), so that this is seen."""
    for widget in window.findChildren(QWidget):
        is_seen = widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()
        is_meant = isinstance(widget, WRITTEN) and widget.window() is window and widget.isEnabled()
        if is_meant and is_seen and _words(widget):
            yield widget


def _words(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _too_faint(widget: QWidget, window: QWidget, image: QImage) -> str:
    place = QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())
    edge = min(3, place.width() // 6, place.height() // 6)
    found = contrast(_pixels(image.copy(_in_pixels(place.adjusted(edge, edge, -edge, -edge)))))
    return f"{found:.2f} {type(widget).__name__} “{_words(widget)[:60]}”" if found < LEAST else ""


def _painted(window: QWidget) -> QImage:
    """A window as a fine screen has it, where also the strokes of small letters reach their full colour."""
    image = QImage(window.size() * FINE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(FINE)
    window.render(image)
    image.setDevicePixelRatio(1)
    return image


def _in_pixels(place: QRect) -> QRect:
    return QRect(place.topLeft() * FINE, place.size() * FINE)


def _pixels(image: QImage) -> U8:
    rgb = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine() // 4, 4)
    return pixels[:, : rgb.width(), 2::-1]


def contrast(rgb: U8) -> float:
    """The contrast of the ground, the colour that most pixels have, with the ink that stands out from it most; ink that
    only few pixels have is the edge of something else."""
    colours, counts = np.unique(rgb.reshape(-1, 3), axis=0, return_counts=True)
    ground = _luminance(colours[counts.argmax()][None])[0]
    inks = _luminance(colours[counts >= 2])
    return float(max((_ratio(ground, ink) for ink in inks), default=21.0))


def _ratio(one: float, other: float) -> float:
    light, dark = max(one, other), min(one, other)
    return (light + 0.05) / (dark + 0.05)


def _luminance(rgb: U8) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    share = rgb / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def test_the_measure_measures() -> None:
    page = np.full((20, 40, 3), 255, np.uint8)
    page[5:15, 10:12] = 0x76
    assert contrast(page) == pytest.approx(4.54, abs=0.02)

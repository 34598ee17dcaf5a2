"""How controls are painted: each condition shows, and the ring comes to the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListView,
    QMenu,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QTabBar,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from whitecove.gui.theme.apply import Scheme, apply
from whitecove.gui.theme.scheme import colours

Pixels = npt.NDArray[np.uint8]
Flag = QStyle.StateFlag
CONTROLS = [QPushButton, QCheckBox, QRadioButton, QComboBox, QLineEdit, QSpinBox, QSlider, QToolButton, QTabBar]


@pytest.fixture(params=["light", "dark"], autouse=True)
def _scheme(request: pytest.FixtureRequest, qapp: QApplication) -> None:
    scheme: Scheme = request.param
    apply(qapp, scheme)


def pixels(widget: QWidget) -> Pixels:
    return of(widget.grab().toImage())


def of(image: QImage) -> Pixels:
    """Height, width, (blue, green, red)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    shape = (plain.height(), plain.width(), 4)
    return np.frombuffer(plain.constBits(), np.uint8).reshape(shape)[..., :3].copy()


def has(picture: Pixels, colour: str) -> bool:
    """Whether a pixel has exactly this colour."""
    ink = [int(colour[place : place + 2], 16) for place in (5, 3, 1)]
    return bool((picture == ink).all(axis=2).any())


def button(*flags: QStyle.StateFlag) -> Pixels:
    """A push button in a condition, painted by the application's style."""
    option = QStyleOptionButton()
    option.rect = QRect(0, 0, 80, 32)
    option.state = Flag.State_Enabled
    for flag in flags:
        option.state |= flag
    image = QImage(80, 32, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    QApplication.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter)
    painter.end()
    return of(image)


def test_the_ring_is_for_the_keyboard() -> None:
    assert has(button(Flag.State_HasFocus, Flag.State_KeyboardFocusChange), colours().focus)
    assert not has(button(Flag.State_HasFocus), colours().focus)


def test_pointer_and_press_show() -> None:
    assert has(button(Flag.State_MouseOver), colours().hover)
    assert has(button(Flag.State_MouseOver, Flag.State_Sunken), colours().pressed)


@pytest.mark.parametrize(
    ("kind", "ground", "ink"), [("primary", "accent", "accent_text"), ("danger", "danger", "danger_text")]
)
def test_a_kind_has_its_colours(qtbot: QtBot, kind: str, ground: str, ink: str) -> None:
    made = QPushButton("█ Deliver")
    made.setProperty("kind", kind)
    qtbot.addWidget(made)
    picture = pixels(made)
    assert has(picture, getattr(colours(), ground))
    assert has(picture, getattr(colours(), ink))


@pytest.mark.parametrize("control", CONTROLS)
def test_what_is_off_looks_it(qtbot: QtBot, control: Callable[[], QWidget]) -> None:
    widget = control()
    qtbot.addWidget(widget)
    if isinstance(widget, QTabBar):
        widget.addTab("Checks")
    elif isinstance(widget, QPushButton | QCheckBox | QRadioButton | QToolButton | QLineEdit):
        widget.setText("Deliver")
    widget.resize(widget.sizeHint())
    before = pixels(widget)
    widget.setEnabled(False)
    assert not np.array_equal(before, pixels(widget))


@pytest.mark.parametrize("control", [c for c in CONTROLS if c is not QSlider])
def test_nothing_to_be_hit_is_small(qtbot: QtBot, control: Callable[[], QWidget]) -> None:
    widget = control()
    qtbot.addWidget(widget)
    if isinstance(widget, QTabBar):
        widget.addTab("Checks")
    assert widget.sizeHint().height() >= 32


@pytest.mark.parametrize("control", [QCheckBox, QRadioButton])
def test_a_tick_shows_in_the_accent(qtbot: QtBot, control: type[QCheckBox | QRadioButton]) -> None:
    box = control("Scene")
    qtbot.addWidget(box)
    assert not has(pixels(box), colours().accent)
    box.setChecked(True)
    assert has(pixels(box), colours().accent)


def test_some_is_neither_all_nor_none(qtbot: QtBot) -> None:
    box = QCheckBox("Scene")
    box.setTristate(True)
    qtbot.addWidget(box)
    looks = []
    for state in (Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked):
        box.setCheckState(state)
        looks.append(pixels(box).tobytes())
    assert len(set(looks)) == 3


@pytest.mark.parametrize(("value", "left", "right"), [(-40, True, False), (0, False, False), (40, False, True)])
def test_a_slider_fills_from_its_origin(qtbot: QtBot, value: int, left: bool, right: bool) -> None:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(-50, 50)
    slider.setProperty("origin", 0)
    slider.setValue(value)
    slider.resize(220, 32)
    qtbot.addWidget(slider)
    picture = pixels(slider)
    assert (has(picture[:, :95], colours().accent), has(picture[:, 125:], colours().accent)) == (left, right)


@pytest.mark.parametrize(("done", "share"), [(0, 0.0), (50, 0.5), (100, 1.0)])
def test_a_bar_is_as_long_as_what_is_done(qtbot: QtBot, done: int, share: float) -> None:
    bar = QProgressBar()
    bar.setValue(done)
    bar.resize(200, 20)
    qtbot.addWidget(bar)
    middle = pixels(bar)[10]
    ink = [int(colours().accent[place : place + 2], 16) for place in (5, 3, 1)]
    assert (middle == ink).all(axis=1).mean() == pytest.approx(share, abs=0.02)


def test_the_chosen_row_stands_out_over_its_whole_width(qtbot: QtBot) -> None:
    for view in (QListView(), QTreeView()):
        qtbot.addWidget(view)
        view.setModel(QStringListModel(["SKU-101", "SKU-102"], view))
        view.resize(200, 120)
        assert not has(pixels(view), colours().accent_soft)
        view.setCurrentIndex(view.model().index(1, 0))
        row = view.visualRect(view.currentIndex()).center().y() + view.viewport().y()
        ink = [int(colours().accent_soft[place : place + 2], 16) for place in (5, 3, 1)]
        assert (pixels(view)[row] == ink).all(axis=1).mean() > 0.5


def test_a_menu_shows_ticks_and_keys_and_leaves_room_for_them(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    plain = menu.addAction("Show what is not white")
    narrow = menu.sizeHint().width()
    plain.setCheckable(True)
    plain.setChecked(True)
    plain.setShortcut("Ctrl+Shift+N")
    assert menu.sizeHint().width() > narrow + 24
    assert has(pixels(menu), colours().link)

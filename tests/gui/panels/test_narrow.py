"""Panels in a narrow column: nothing sticks out of it, and no text is cut."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.batch.made_up import EVIL, rendition
from tests.gui.panels.adjusting import with_adjust
from tests.gui.panels.conftest import Kept, content, find_shot
from whitecove.core.adjust.values import Adjust
from whitecove.core.model import PhotoResult, Slot, State
from whitecove.gui.document import Document
from whitecove.gui.panels.adjust import AdjustPanel
from whitecove.gui.panels.brush_bar import BrushBar
from whitecove.gui.panels.checks import Checks
from whitecove.gui.panels.column import Panel
from whitecove.gui.panels.folding import Folding
from whitecove.gui.panels.info import Info
from whitecove.gui.panels.side import Side
from whitecove.gui.panels.strips import Answer, StripArea

WIDTHS = (280, 320, 360)
LONG = "a_product_name-without-any-end_and_without_a_space_in_it.jpg"
Make = Callable[[Document, Kept], QScrollArea]


def checks(document: Document, history: Kept) -> QScrollArea:
    return Checks(document, history)


def adjust(document: Document, history: Kept) -> QScrollArea:
    return AdjustPanel(document, history)


def info(document: Document, history: Kept) -> QScrollArea:
    return Info(document)


def sticking_out(area: QWidget, width: int) -> list[str]:
    """What is seen beyond ``width`` pixels of ``area``, and texts that have less room than they need."""
    found = []
    for child in area.findChildren(QWidget):
        if not child.isVisibleTo(area) or isinstance(child, QScrollArea):
            continue
        right = child.mapTo(area, QPoint(child.width(), 0)).x()
        if right > width:
            found.append(f"{type(child).__name__} {child.accessibleName()} reaches {right}")
        if isinstance(child, QLabel) and child.wordWrap() and child.height() < child.heightForWidth(child.width()):
            found.append(f"{child.text()} is cut")
        if isinstance(child, QAbstractButton) and child.text() and child.width() < child.sizeHint().width() - 1:
            found.append(f"{child.text()} is squeezed")
    return found


def settled(panel: QScrollArea) -> bool:
    """Whether its content is as wide as is seen of it: a scroll bar that came takes its room a moment later."""
    return content(panel).width() == panel.viewport().width()


def unfold(area: QWidget) -> None:
    for part in area.findChildren(Folding):
        if not part.is_open:
            part.toggle()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("make", [checks, adjust, info])
@pytest.mark.parametrize("name", ["vase", "mug", "lamp_1"])
def test_a_real_photo(qtbot: QtBot, document: Document, history: Kept, *, make: Make, name: str, width: int) -> None:
    shot = find_shot(document, name)
    shot.corrections = with_adjust(
        shot, Adjust(fill=0.7, exposure=0.5, white_point=(1.02, 1.0, 0.93), straighten=-12.5)
    )
    panel = make(document, history)
    qtbot.addWidget(panel)
    assert isinstance(panel, Checks | AdjustPanel | Info)
    panel.set_photo(shot)
    unfold(panel)
    panel.resize(width, 900)
    panel.show()
    qtbot.waitUntil(partial(settled, panel))
    assert sticking_out(panel.viewport(), panel.viewport().width()) == []


@pytest.mark.parametrize("make", [checks, adjust, info])
def test_names_without_an_end(qtbot: QtBot, document: Document, history: Kept, *, make: Make) -> None:
    shot = find_shot(document, "mug")
    pictures = tuple(rendition(f"{LONG}{number}", State.REVIEW, Slot.VARIANT) for number in range(5))
    shot.result = PhotoResult(state=State.REVIEW, reason="", facts=None, renditions=pictures)
    shot.state, shot.variant = State.REVIEW, EVIL
    panel = make(document, history)
    qtbot.addWidget(panel)
    assert isinstance(panel, Checks | AdjustPanel | Info)
    panel.set_photo(shot)
    panel.resize(280, 900)
    panel.show()
    qtbot.waitUntil(partial(settled, panel))
    assert sticking_out(panel.viewport(), panel.viewport().width()) == []


def test_the_side_shows_one_photo_in_all_its_parts_and_adjusts_where_that_is_the_fix(
    qtbot: QtBot, document: Document, history: Kept
) -> None:
    side = Side(document, history)
    qtbot.addWidget(side)
    shot = find_shot(document, "vase")
    side.set_photo(shot)
    panels: tuple[Panel, ...] = (side.checks, side.adjust, side.info)
    for number, panel in enumerate(panels):
        side.tabs.setCurrentIndex(number)
        assert panel.shot is shot
    side.checks.fix_wanted.emit("another-cutout", None)
    assert side.tabs.currentWidget() is side.adjust
    with qtbot.waitSignal(side.fix_wanted) as told:
        side.checks.fix_wanted.emit("touch-up", None)
    assert told.args == ["touch-up", None]


def test_strips_wrap_in_a_small_window(qtbot: QtBot) -> None:
    area = StripArea()
    qtbot.addWidget(area)
    area.offer("one", "The backdrop is grey-yellow (214, 209, 190) in 24 photos of Canon EOS R. Was it white?", [
        Answer("correct", "Correct colour and light"), Answer("leave", "Leave"),
    ])  # fmt: skip
    area.resize(640, area.heightForWidth(640))
    area.show()
    assert sticking_out(area, 640) == []


@pytest.mark.parametrize("width", [516, 676, 1000])
def test_the_brush_bar_is_one_line_where_the_window_is_smallest(qtbot: QtBot, width: int) -> None:
    bar = BrushBar()
    qtbot.addWidget(bar)
    assert bar.minimumSizeHint().width() <= width
    bar.resize(width, 44)
    bar.show()
    assert sticking_out(bar, width) == []

"""What is laid over a picture, and what lies around and below it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.gui.canvas.seeing import (
    BLUE,
    RED,
    WHITE,
    colour_at,
    device,
    drag,
    hover,
    logical,
    look,
    near,
    plain,
    seen_at,
)
from whitecove.core.model import Box, Severity
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.canvas.colours import NOT_WHITE, Backdrop
from whitecove.gui.canvas.overlays import Mark, SafeFrame
from whitecove.gui.canvas.pair import Compare, Side


def test_what_is_not_white_is_seen_in_magenta_at_any_scale(sharp: Canvas) -> None:
    """Even a single pixel of a large picture."""
    mask = QImage(2000, 2000, QImage.Format.Format_Grayscale8)
    mask.fill(0)
    mask.setPixelColor(1500, 1200, QColor(255, 255, 255))
    sharp.set_compare(Compare.AFTER)
    sharp.show_pair(None, plain(2000, 2000, WHITE))
    sharp.set_not_white(mask)
    magenta = (NOT_WHITE.red(), NOT_WHITE.green(), NOT_WHITE.blue())
    for scale in (sharp.zoom, 1.0, 6.0):
        sharp.motion.jump(replace(sharp.view, scale=scale, x=1500, y=1200))
        x, y = (int(part) for part in device(sharp, 1500.5, 1200.5))
        image = look(sharp)
        around = [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        assert any(near(colour_at(image, *at), magenta) for at in around)
    sharp.set_not_white(None)
    assert not near(seen_at(sharp, 1500.5, 1200.5), magenta)


def test_a_mask_lies_on_its_pixels(sharp: Canvas) -> None:
    """Wherever the picture was panned to, by however little."""
    columns = range(0, 1000, 2)
    mask = plain(1000, 1000, (0, 0, 0), [(Box(x, 0, x + 1, 1000), WHITE) for x in columns])
    sharp.show_pair(None, plain(1000, 1000, WHITE, [(Box(x, 0, x + 1, 1000), (0, 0, 0)) for x in columns]))
    sharp.set_not_white(mask)
    sharp.zoom_at(1.0)
    for part in (0.0, 0.3, 0.5, 0.7):
        sharp.motion.jump(sharp.view.panned(part, part))
        image = look(sharp)
        row = image.height() // 2
        magenta = (NOT_WHITE.red(), NOT_WHITE.green(), NOT_WHITE.blue())
        assert {colour_at(image, x, row) for x in range(300, 400)} == {WHITE, magenta}


def test_overlays_end_with_the_picture(canvas: Canvas) -> None:
    mask = QImage(10, 10, QImage.Format.Format_Alpha8)
    mask.fill(255)
    canvas.show_pair(None, plain(500, 500, WHITE))
    canvas.set_not_white(mask)
    assert not near(seen_at(canvas, 250, 250), WHITE)
    canvas.show_pair(None, plain(500, 500, WHITE))
    assert near(seen_at(canvas, 250, 250), WHITE)


def test_the_safe_frame_is_drawn_around_the_product(canvas: Canvas) -> None:
    canvas.show_pair(None, plain(1000, 1000, WHITE))
    canvas.set_safe_frame(SafeFrame(placed_box=Box(200, 200, 800, 800), fill=0.6, wanted=0.85))
    image = look(canvas)
    x, y = device(canvas, 200, 350)
    assert any(not near(colour_at(image, x + d, y), WHITE, 30) for d in (-2, -1, 0, 1, 2))
    assert near(colour_at(image, *device(canvas, 500, 500)), WHITE)


def test_a_click_on_a_mark_says_which_one(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.show_pair(plain(1000, 1000, RED), plain(1000, 1000, BLUE))
    marks = (
        Mark(box=QRect(600, 500, 300, 300), label="a hole", severity=Severity.WARNING),
        Mark(box=QRect(650, 550, 100, 100), label="text", severity=Severity.ERROR),
        Mark(box=QRect(100, 500, 200, 200), label="dust", severity=Severity.INFO, side=Side.BEFORE),
    )
    canvas.set_marks(marks)
    for place, number in (((850, 750), 0), ((700, 600), 1), ((200, 600), 2)):
        with qtbot.waitSignal(canvas.mark_clicked) as clicked:
            drag(canvas, [logical(canvas, *place)])
        assert clicked.args == [number]
    hover(canvas, logical(canvas, 850, 750))
    assert canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor


@pytest.mark.parametrize(
    ("backdrop", "colour"),
    [
        (Backdrop.WHITE, (255, 255, 255)),
        (Backdrop.GREY, (128, 128, 128)),
        (Backdrop.BLACK, (0, 0, 0)),
        (Backdrop.GREEN, (0, 177, 64)),
    ],
)
def test_backdrops_are_around_the_picture_and_below_it(
    canvas: Canvas, backdrop: Backdrop, colour: tuple[int, int, int]
) -> None:
    clear = QImage(400, 400, QImage.Format.Format_ARGB32)
    clear.fill(0)
    canvas.show_pair(None, clear)
    canvas.set_backdrop(backdrop)
    assert colour_at(look(canvas), 3, 300) == colour
    assert seen_at(canvas, 200, 200) == colour


def test_the_checker_has_two_greys(canvas: Canvas) -> None:
    canvas.show_pair(None, plain(400, 400, RED))
    canvas.set_backdrop(Backdrop.CHECKER)
    image = look(canvas)
    assert len({colour_at(image, x, 5) for x in range(40)}) == 2

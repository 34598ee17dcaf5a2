"""Where one looks when one goes to touch-up and back; what the canvas says; what it offers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.gui.canvas.seeing import (
    BLUE,
    RED,
    colour_at,
    cutout_of,
    device,
    drag,
    hover,
    logical,
    look,
    near,
    plain,
)
from whitecove.core.corrections.values import Hole, Point, Step
from whitecove.core.model import Box, Placement
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.canvas.colours import FRAME
from whitecove.gui.canvas.pair import Compare
from whitecove.gui.canvas.tools import Hand, Tool
from whitecove.gui.canvas.touch_up import Offer

PHOTO, PICTURE = (2000, 1500), (1000, 1000)
PLACED = Placement(source_box=Box(500, 300, 1500, 1300), placed_box=Box(100, 100, 900, 900), canvas=PICTURE)


def compare(canvas: Canvas, badge: str = "") -> None:
    canvas.show_pair(plain(*PHOTO, RED), plain(*PICTURE, BLUE), PLACED, badge=badge)


def touch(canvas: Canvas, at: QRectF | None = None) -> None:
    photo = plain(800, 600, RED)
    canvas.start_touch_up(photo, cutout_of(photo, Box(200, 150, 600, 450)), PHOTO, at=at)


def test_back_from_touch_up_one_looks_at_the_same_place(canvas: Canvas) -> None:
    compare(canvas)
    canvas.zoom_at(2.0)
    before = canvas.view
    canvas.show_message("opening")
    touch(canvas)
    canvas.zoom_at(3.0)
    canvas.fit()
    compare(canvas)
    assert canvas.view == before


def test_what_was_fitted_is_fitted_again(canvas: Canvas) -> None:
    compare(canvas)
    touch(canvas)
    assert canvas.view.fits
    compare(canvas)
    assert canvas.view.fits
    assert canvas.looked_at is None


def test_touch_up_begins_where_one_looks(canvas: Canvas) -> None:
    compare(canvas)
    canvas.zoom_at(4.0)
    there = canvas.looked_at
    assert there is not None
    assert (there.center().x(), there.center().y()) == pytest.approx((1000, 800))
    touch(canvas, there)
    assert (canvas.view.x, canvas.view.y) == pytest.approx((1000, 800))
    assert canvas.seen_box.contains(there.adjusted(1, 1, -1, -1))
    assert canvas.view.scale == pytest.approx(4.0 * 0.8)


def test_a_badge_says_what_kind_of_picture_it_is(canvas: Canvas) -> None:
    canvas.set_compare(Compare.AFTER)
    compare(canvas)
    x, y = device(canvas, 0, 0)
    plainly = look(canvas)
    compare(canvas, badge="Preview")
    with_badge = look(canvas)
    blue = (FRAME.red(), FRAME.green(), FRAME.blue())
    assert _count(with_badge, blue, (int(x), int(y), 400, 60)) > _count(plainly, blue, (int(x), int(y), 400, 60)) + 200
    compare(canvas)
    assert look(canvas) == plainly


def test_what_goes_on_and_what_was_done_is_said_at_the_foot(canvas: Canvas, qtbot: QtBot) -> None:
    compare(canvas)
    before = look(canvas)
    canvas.note.set("Preparing")
    assert look(canvas) != before
    with qtbot.waitSignal(canvas.note.changed):
        canvas.note.say("Copied")
    canvas.note.set("")
    assert canvas.note.text == "Copied"
    with qtbot.waitSignal(canvas.note.changed, timeout=20_000):
        pass
    assert not _said(canvas)
    assert look(canvas) == before


def test_a_click_into_an_offered_hole_opens_it(canvas: Canvas) -> None:
    touch(canvas)
    made: list[Step] = []
    canvas.step_made.connect(made.append)
    canvas.set_hand(Hand(tool=Tool.HOLE))
    bare = look(canvas)
    canvas.set_offers(
        (
            Offer(QRectF(900, 600, 300, 300), Point(1190, 890)),
            Offer(QRectF(950, 650, 50, 50), Point(951, 651)),
        )
    )
    assert look(canvas) != bare
    drag(canvas, [logical(canvas, 920, 620)])
    drag(canvas, [logical(canvas, 980, 680)])
    drag(canvas, [logical(canvas, 700, 700)])
    points = [step.point for step in made if isinstance(step, Hole)]
    assert points[:2] == [Point(1190, 890), Point(951, 651)]
    assert points[2] == pytest.approx((700, 700))


def test_offers_are_only_seen_with_the_tool_that_opens_them(canvas: Canvas) -> None:
    touch(canvas)
    canvas.set_hand(Hand(tool=Tool.ERASE))
    before = look(canvas)
    canvas.set_offers((Offer(QRectF(900, 600, 300, 300), Point(1000, 700)),))
    assert look(canvas) == before
    canvas.set_hand(Hand(tool=Tool.HOLE))
    away = look(canvas)
    assert away != before
    hover(canvas, logical(canvas, 1000, 700))
    x, y = device(canvas, 900, 600)
    assert near(colour_at(look(canvas), x + 6, y - 12), (FRAME.red(), FRAME.green(), FRAME.blue()), 40)


def _said(canvas: Canvas) -> str:
    return canvas.note.text


def _count(image: QImage, colour: tuple[int, int, int], area: tuple[int, int, int, int]) -> int:
    left, top, width, height = area
    return sum(
        near(colour_at(image, x, y), colour) for x in range(left, left + width, 2) for y in range(top, top + height, 2)
    )

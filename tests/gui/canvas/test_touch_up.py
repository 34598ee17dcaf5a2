"""Touching up: what is drawn, what is said of it, and what is seen meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.canvas.seeing import (
    BLUE,
    GREEN,
    RED,
    WHITE,
    colour_at,
    cutout_of,
    device,
    drag,
    hover,
    logical,
    look,
    mouse,
    near,
    plain,
    seen_at,
    wheel,
)
from whitecove.core.corrections.values import Heal, Hole, Rectangle, Step, Stroke
from whitecove.core.model import Box, Severity
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.canvas.overlays import Mark
from whitecove.gui.canvas.pair import Side
from whitecove.gui.canvas.tools import Hand, Tool

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
SIZE = 2000, 1500
KEPT = Box(200, 150, 600, 450)


def begin(canvas: Canvas, hand: Hand) -> list[Step]:
    """A red photo of 2000 × 1500, reduced to 800 × 600, of which the middle is kept; the steps that are made of it."""
    photo = plain(800, 600, RED)
    canvas.start_touch_up(photo, cutout_of(photo, KEPT), SIZE)
    canvas.set_hand(hand)
    made: list[Step] = []
    canvas.step_made.connect(made.append)
    return made


@pytest.mark.parametrize("zoom", [None, 0.5, 1.0, 2.0])
@pytest.mark.parametrize(("tool", "keep"), [(Tool.KEEP, True), (Tool.ERASE, False)])
def test_a_stroke_is_in_source_pixels(sharp: Canvas, zoom: float | None, tool: Tool, keep: bool) -> None:
    made = begin(sharp, Hand(tool=tool, radius=20, hardness=0.3, edge_aware=True))
    if zoom:
        sharp.zoom_at(zoom)
    places = [(980.0, 740.0), (1000.0, 760.0), (1030.0, 750.0)]
    drag(sharp, [logical(sharp, *place) for place in places])
    (stroke,) = made
    assert isinstance(stroke, Stroke)
    assert (stroke.keep, stroke.edge_aware, stroke.brush.hardness) == (keep, True, 0.3)
    assert stroke.brush.radius == pytest.approx(20 * sharp.ratio / sharp.zoom)
    assert [touch[:2] for touch in stroke.brush.touches] == [pytest.approx(place) for place in places]
    assert {touch.pressure for touch in stroke.brush.touches} == {1.0}


def test_erasing_is_seen_at_once_and_stays(canvas: Canvas) -> None:
    begin(canvas, Hand(tool=Tool.ERASE, radius=30))
    assert near(seen_at(canvas, 1000, 750), RED)
    way = [logical(canvas, 900, 750), logical(canvas, 1100, 750)]
    drag(canvas, way, let_go=False)
    tinted = seen_at(canvas, 1000, 750)
    assert not near(tinted, RED)
    assert tinted[1] > 120
    mouse(canvas, QEvent.Type.MouseButtonRelease, way[-1])
    hover(canvas, QPointF(2, 2))
    assert near(seen_at(canvas, 1000, 750), WHITE)
    assert near(seen_at(canvas, 1000, 900), RED)


def test_keeping_brings_the_photo_back(canvas: Canvas) -> None:
    begin(canvas, Hand(tool=Tool.KEEP, radius=30))
    assert near(seen_at(canvas, 300, 200), WHITE)
    drag(canvas, [logical(canvas, 300, 200)])
    hover(canvas, QPointF(2, 2))
    assert near(seen_at(canvas, 300, 200), RED)


def test_a_step_is_shown_until_it_is_settled(canvas: Canvas) -> None:
    """Then what was computed is, whatever it looks like; and a later step stays on top."""
    begin(canvas, Hand(tool=Tool.ERASE, radius=15))
    for x in (800, 1200):
        drag(canvas, [logical(canvas, x, 750)])
    hover(canvas, QPointF(2, 2))
    assert near(seen_at(canvas, 800, 750), WHITE)
    canvas.update_cutout(cutout_of(plain(800, 600, GREEN), KEPT))
    canvas.settled(1)
    assert near(seen_at(canvas, 800, 750), GREEN)
    assert near(seen_at(canvas, 1200, 750), WHITE)
    canvas.settled(2)
    assert near(seen_at(canvas, 1200, 750), GREEN)


def test_what_is_being_drawn_outlives_what_is_settled_meanwhile(canvas: Canvas) -> None:
    begin(canvas, Hand(tool=Tool.ERASE, radius=15))
    way = [logical(canvas, 800, 750), logical(canvas, 1000, 750)]
    drag(canvas, way)
    drag(canvas, way[::-1], let_go=False)
    tinted = seen_at(canvas, 900, 750)
    canvas.update_cutout(cutout_of(plain(800, 600, RED), KEPT))
    canvas.settled(1)
    assert seen_at(canvas, 900, 750) == tinted
    mouse(canvas, QEvent.Type.MouseButtonRelease, way[0])
    hover(canvas, QPointF(2, 2))
    assert near(seen_at(canvas, 900, 750), WHITE)


def test_a_part_of_the_cutout_is_settled(canvas: Canvas) -> None:
    begin(canvas, Hand(tool=Tool.ERASE, radius=15))
    drag(canvas, [logical(canvas, 1000, 750)])
    hover(canvas, QPointF(2, 2))
    part = plain(100, 100, BLUE).convertToFormat(QImage.Format.Format_ARGB32)
    canvas.update_cutout(part, QRect(350, 250, 100, 100))
    canvas.settled(1)
    assert near(seen_at(canvas, 1000, 750), BLUE)
    assert near(seen_at(canvas, 700, 750), RED)


def test_undone_steps_go(canvas: Canvas) -> None:
    made = begin(canvas, Hand(tool=Tool.ERASE, radius=15))
    for x in (800, 1200):
        drag(canvas, [logical(canvas, x, 750)])
    hover(canvas, QPointF(2, 2))
    canvas.set_step_count(1)
    assert near(seen_at(canvas, 800, 750), WHITE)
    assert near(seen_at(canvas, 1200, 750), RED)
    drag(canvas, [logical(canvas, 1000, 750)])
    hover(canvas, QPointF(2, 2))
    canvas.settled(1)
    assert near(seen_at(canvas, 800, 750), RED)
    assert near(seen_at(canvas, 1000, 750), WHITE)
    assert len(made) == 3


def test_alt_is_the_other_one_while_it_is_held(canvas: Canvas) -> None:
    made = begin(canvas, Hand(tool=Tool.ERASE))
    hover(canvas, logical(canvas, 300, 200))
    QTest.keyPress(canvas, Qt.Key.Key_Alt)
    assert _tool(canvas) is Tool.KEEP
    QTest.keyRelease(canvas, Qt.Key.Key_Alt, ALT)
    assert _tool(canvas) is Tool.ERASE
    drag(canvas, [logical(canvas, 300, 200)], modifiers=ALT)
    canvas.set_hand(Hand(tool=Tool.KEEP))
    drag(canvas, [logical(canvas, 300, 200)], modifiers=ALT)
    assert [step.keep for step in made if isinstance(step, Stroke)] == [True, False]


def _tool(canvas: Canvas) -> Tool:
    return canvas.tool


def test_escape_drops_the_stroke(canvas: Canvas) -> None:
    made = begin(canvas, Hand(tool=Tool.ERASE, radius=30))
    way = [logical(canvas, 900, 750), logical(canvas, 1100, 750)]
    drag(canvas, way, let_go=False)
    assert not near(seen_at(canvas, 1000, 750), RED)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    hover(canvas, QPointF(2, 2))
    assert near(seen_at(canvas, 1000, 750), RED)
    mouse(canvas, QEvent.Type.MouseButtonRelease, way[-1])
    assert made == []
    drag(canvas, way)
    assert len(made) == 1


def test_shift_draws_a_straight_line_from_the_last_point(canvas: Canvas) -> None:
    made = begin(canvas, Hand(tool=Tool.ERASE))
    drag(canvas, [logical(canvas, 800, 700), logical(canvas, 900, 700)])
    drag(canvas, [logical(canvas, 1100, 800)], modifiers=SHIFT)
    line = made[1]
    assert isinstance(line, Stroke)
    assert [touch[:2] for touch in line.brush.touches] == [pytest.approx((900, 700)), pytest.approx((1100, 800))]


def test_a_rectangle(canvas: Canvas) -> None:
    made = begin(canvas, Hand(tool=Tool.ERASE_RECTANGLE))
    drag(canvas, [logical(canvas, 1200, 900), logical(canvas, 900, 650), logical(canvas, 800, 600)])
    (step,) = made
    assert isinstance(step, Rectangle)
    assert not step.keep
    assert (step.left, step.top, step.right, step.bottom) == pytest.approx((800, 600, 1200, 900))
    hover(canvas, QPointF(2, 2))
    assert near(seen_at(canvas, 1000, 750), WHITE)
    assert near(seen_at(canvas, 700, 750), RED)


def test_a_rectangle_of_nothing_is_no_step(canvas: Canvas) -> None:
    made = begin(canvas, Hand(tool=Tool.ERASE_RECTANGLE))
    drag(canvas, [logical(canvas, 1200, 900), logical(canvas, 1200, 900)])
    assert made == []


def test_a_hole_is_a_click(canvas: Canvas) -> None:
    made = begin(canvas, Hand(tool=Tool.HOLE))
    drag(canvas, [logical(canvas, 1000, 750)])
    (step,) = made
    assert isinstance(step, Hole)
    assert step.point == pytest.approx((1000, 750))


def test_healing_is_tinted_until_it_is_settled(canvas: Canvas) -> None:
    made = begin(canvas, Hand(tool=Tool.HEAL, radius=20))
    drag(canvas, [logical(canvas, 1000, 750)])
    assert isinstance(made[0], Heal)
    hover(canvas, QPointF(2, 2))
    assert not near(seen_at(canvas, 1000, 750), RED)
    canvas.update_photo(plain(800, 600, GREEN))
    canvas.update_cutout(cutout_of(plain(800, 600, GREEN), KEPT))
    canvas.settled(1)
    assert near(seen_at(canvas, 1000, 750), GREEN)


def test_an_edge_aware_stroke_is_tinted_and_no_more(canvas: Canvas) -> None:
    """Where it will end is not known before it is computed."""
    begin(canvas, Hand(tool=Tool.ERASE, radius=20, edge_aware=True))
    drag(canvas, [logical(canvas, 1000, 750)])
    hover(canvas, QPointF(2, 2))
    colour = seen_at(canvas, 1000, 750)
    assert not near(colour, WHITE, 60)
    canvas.settled(1)
    assert near(seen_at(canvas, 1000, 750), RED)


def test_a_colour_is_picked(canvas: Canvas, qtbot: QtBot) -> None:
    made = begin(canvas, Hand(tool=Tool.PICK))
    with qtbot.waitSignal(canvas.colour_picked) as picked:
        drag(canvas, [logical(canvas, 400, 300)])
    assert picked.args is not None
    assert picked.args[0] == pytest.approx((400, 300))
    assert made == []


def test_brackets_change_the_brush(canvas: Canvas, qtbot: QtBot) -> None:
    begin(canvas, Hand(tool=Tool.ERASE, radius=20))
    with qtbot.waitSignal(canvas.hand_changed):
        QTest.keyClick(canvas, Qt.Key.Key_BracketRight)
    assert canvas.hand.radius == pytest.approx(25)
    QTest.keyClick(canvas, Qt.Key.Key_BracketLeft)
    QTest.keyClick(canvas, Qt.Key.Key_BracketLeft)
    assert canvas.hand.radius == pytest.approx(16)


def test_the_brush_keeps_its_size_on_the_screen(canvas: Canvas) -> None:
    begin(canvas, Hand(tool=Tool.ERASE, radius=20))
    canvas.zoom_at(1.0)
    assert canvas.brush_radius == pytest.approx(20)
    wheel(canvas, QPointF(400, 300), 3)
    assert canvas.brush_radius == pytest.approx(20 / canvas.zoom)


def test_the_circle_follows_the_pointer(canvas: Canvas) -> None:
    begin(canvas, Hand(tool=Tool.ERASE, radius=40))
    at = logical(canvas, 1000, 750)
    hover(canvas, at)
    assert canvas.cursor().shape() == Qt.CursorShape.BlankCursor
    on_circle = canvas.view.to_picture(at.x() - 40, at.y())
    assert not near(seen_at(canvas, *on_circle), RED, 60)
    hover(canvas, at + QPointF(200, 0))
    assert near(seen_at(canvas, *on_circle), RED)


def test_the_photo_is_seen_faintly_where_it_was_removed(canvas: Canvas) -> None:
    begin(canvas, Hand())
    canvas.set_ghost(True)
    faint = tuple(round(0.3 * part + 0.7 * 255) for part in RED)
    assert near(seen_at(canvas, 300, 200), (faint[0], faint[1], faint[2]))
    canvas.set_ghost(False)
    assert near(seen_at(canvas, 300, 200), WHITE)


def test_space_shows_the_photo(canvas: Canvas) -> None:
    begin(canvas, Hand())
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    assert near(seen_at(canvas, 300, 200), RED)
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert near(seen_at(canvas, 300, 200), WHITE)


def test_a_closer_look_at_a_part(canvas: Canvas) -> None:
    """It is painted over the reduced one, and drawn on as that is."""
    begin(canvas, Hand(tool=Tool.ERASE, radius=10))
    canvas.zoom_at(1.0)
    photo = plain(400, 300, BLUE)
    canvas.show_detail(photo, photo.convertToFormat(QImage.Format.Format_ARGB32), Box(900, 650, 1300, 950), 0)
    assert near(seen_at(canvas, 1100, 800), BLUE)
    assert near(seen_at(canvas, 850, 800), RED)
    drag(canvas, [logical(canvas, 1100, 800)])
    hover(canvas, QPointF(2, 2))
    assert near(seen_at(canvas, 1100, 800), WHITE)
    canvas.update_cutout(cutout_of(plain(800, 600, GREEN), KEPT))
    canvas.settled(1)
    assert near(seen_at(canvas, 1100, 800), WHITE)
    canvas.hide_detail()
    assert near(seen_at(canvas, 1150, 800), GREEN)
    assert near(seen_at(canvas, 1100, 800), GREEN)


def test_a_closer_look_is_asked_for_where_there_is_more_to_see(canvas: Canvas, qtbot: QtBot) -> None:
    """Once what is seen rests; again where it does not hold that, or lacks a step; not where all is fitted."""
    begin(canvas, Hand(tool=Tool.ERASE, radius=10))
    with qtbot.waitSignal(canvas.detail_wanted) as wanted:
        canvas.zoom_at(2.0)
    assert wanted.args is not None
    box = wanted.args[0]
    assert QRectF(box.left, box.top, box.width, box.height).contains(canvas.seen_box)
    asked: list[Box] = []
    canvas.detail_wanted.connect(asked.append)
    photo = plain(box.width, box.height, BLUE)
    detail = photo.convertToFormat(QImage.Format.Format_ARGB32)
    canvas.show_detail(photo, detail, box, 0)
    drag(canvas, [logical(canvas, 1000, 750)])
    canvas._closer.ask()
    assert asked == []
    canvas.settled(1)
    canvas._closer.ask()
    assert asked == [box]
    canvas.show_detail(photo, detail, box, 1)
    canvas.fit()
    canvas._closer.ask()
    assert asked == [box]


def test_steps_that_were_not_drawn_here_are_shown_at_once(canvas: Canvas) -> None:
    """After a redo, say."""
    made = begin(canvas, Hand(tool=Tool.ERASE, radius=15))
    for x in (800, 1200):
        drag(canvas, [logical(canvas, x, 750)])
    hover(canvas, QPointF(2, 2))
    canvas.set_steps(tuple(made))
    assert near(seen_at(canvas, 1200, 750), WHITE)
    canvas.set_steps(tuple(made[:1]))
    assert near(seen_at(canvas, 1200, 750), RED)
    canvas.set_steps(tuple(made))
    assert near(seen_at(canvas, 1200, 750), WHITE)
    assert len(made) == 2


def test_a_closer_look_ends_with_an_undo_of_what_is_in_it(canvas: Canvas) -> None:
    begin(canvas, Hand(tool=Tool.ERASE, radius=10))
    drag(canvas, [logical(canvas, 1100, 800)])
    hover(canvas, QPointF(2, 2))
    photo = plain(400, 300, BLUE)
    canvas.show_detail(photo, photo.convertToFormat(QImage.Format.Format_ARGB32), Box(900, 650, 1300, 950), 1)
    assert near(seen_at(canvas, 1100, 800), BLUE)
    canvas.set_step_count(0)
    assert near(seen_at(canvas, 1100, 800), RED)


def test_what_a_click_would_open_is_shown(canvas: Canvas) -> None:
    begin(canvas, Hand(tool=Tool.HOLE))
    share = QImage(40, 30, QImage.Format.Format_Grayscale8)
    share.fill(255)
    canvas.set_hint(share, QRect(380, 285, 40, 30))
    assert not near(seen_at(canvas, 1000, 750), RED)
    assert near(seen_at(canvas, 900, 750), RED)
    canvas.set_hint(None)
    assert near(seen_at(canvas, 1000, 750), RED)


def test_marks_are_seen_in_touch_up_too(canvas: Canvas) -> None:
    begin(canvas, Hand(tool=Tool.HOLE))
    canvas.set_marks((Mark(box=QRect(900, 700, 200, 100), label="", severity=Severity.INFO, side=Side.BEFORE),))
    x, y = device(canvas, 900, 750)
    image = look(canvas)
    assert any(not near(colour_at(image, x + way, y), RED, 30) for way in range(-8, 2))


def test_a_press_that_was_never_let_go_is_dropped_by_the_next(canvas: Canvas) -> None:
    """Something else took the mouse meanwhile."""
    made = begin(canvas, Hand(tool=Tool.ERASE))
    drag(canvas, [logical(canvas, 900, 750), logical(canvas, 1000, 750)], let_go=False)
    drag(canvas, [logical(canvas, 1000, 900)])
    (stroke,) = made
    assert isinstance(stroke, Stroke)
    assert [touch[:2] for touch in stroke.brush.touches] == [pytest.approx((1000, 900))]


def test_another_photo_ends_it(canvas: Canvas) -> None:
    made = begin(canvas, Hand())
    drag(canvas, [logical(canvas, 1000, 750)], let_go=False)
    canvas.show_pair(None, plain(100, 100, BLUE))
    assert not canvas.is_touching_up
    mouse(canvas, QEvent.Type.MouseButtonRelease, QPointF(5, 5))
    assert made == []
    canvas.update_cutout(plain(10, 10, BLUE))
    canvas.settled(3)
    assert near(seen_at(canvas, 50, 50), BLUE)

"""Before and after: what is seen where."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.canvas.seeing import (
    BLUE,
    CONTROL,
    GREEN,
    MIDDLE,
    RED,
    SPACE,
    WHITE,
    colour_at,
    device,
    drag,
    hover,
    logical,
    look,
    near,
    placed,
    plain,
    seen_at,
    two_colours,
    wheel,
)
from whitecove.core.model import Box
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.canvas.pair import Compare
from whitecove.gui.theme.scheme import colours


def test_before_is_left_of_the_split_and_after_right(sharp: Canvas) -> None:
    two_colours(sharp)
    assert near(seen_at(sharp, 250, 500), RED)
    assert near(seen_at(sharp, 750, 500), BLUE)
    sharp.set_split(0.7)
    line = 0.7 * sharp.width() * sharp.ratio
    row = sharp.height() * sharp.ratio * 0.2
    assert near(colour_at(look(sharp), line - 12, row), RED)
    assert near(colour_at(look(sharp), line + 12, row), BLUE)


def test_the_split_is_dragged_by_its_line(canvas: Canvas) -> None:
    two_colours(canvas)
    drag(canvas, [QPointF(402, 200), QPointF(450, 210), QPointF(600, 220)])
    assert canvas.split == pytest.approx(0.75)
    assert near(seen_at(canvas, 700, 500), RED)


def test_the_split_moves_by_keys_and_stays_on_the_picture(canvas: Canvas) -> None:
    two_colours(canvas)
    QTest.keyClick(canvas, Qt.Key.Key_Right, CONTROL)
    assert canvas.split == pytest.approx(0.52)
    canvas.set_split(0.0)
    assert near(colour_at(look(canvas), device(canvas, 4, 500)[0] + 8, 100), BLUE)
    QTest.keyClick(canvas, Qt.Key.Key_Right, CONTROL)
    assert canvas.split == pytest.approx(120 / 800 + 0.02)


def test_side_by_side_shows_the_same_place_of_both(canvas: Canvas) -> None:
    before = plain(1000, 1000, RED, [(Box(600, 600, 800, 800), GREEN)])
    after = plain(1000, 1000, BLUE, [(Box(600, 600, 800, 800), GREEN)])
    canvas.show_pair(before, after, placed(Box(0, 0, 9, 9), Box(0, 0, 9, 9), 1000))
    canvas.set_compare(Compare.SIDE_BY_SIDE)
    for _ in range(2):
        image, (x, y) = look(canvas), device(canvas, 700, 700)
        assert near(colour_at(image, x, y), GREEN)
        assert near(colour_at(image, x + 401, y), GREEN)
        left = device(canvas, 550, 650)
        assert near(colour_at(image, *left), RED)
        assert near(colour_at(image, left[0] + 401, left[1]), BLUE)
        canvas.zoom_at(1.0)
        drag(canvas, [QPointF(500, 300), QPointF(420, 240)], MIDDLE)


def test_placement_brings_the_photo_to_where_it_is_in_the_picture(sharp: Canvas) -> None:
    """The product's box in the photo, which is given reduced to one half, covers that in the picture."""
    before = plain(1500, 1000, WHITE, [(Box(300, 200, 700, 600), RED)])
    after = plain(1000, 1000, WHITE, [(Box(100, 100, 900, 900), BLUE)])
    placement = placed(Box(600, 400, 1400, 1200), Box(100, 100, 900, 900), 1000)
    sharp.show_pair(before, after, placement, before_size=(3000, 2000))
    for x, y in ((100, 100), (900, 100), (100, 900), (900, 900)):
        for view in (sharp.view.fitted(), sharp.view.showing(x - 20, y - 20, x + 20, y + 20)):
            sharp.motion.jump(view)
            for compare, colour in ((Compare.BEFORE, RED), (Compare.AFTER, BLUE)):
                sharp.set_compare(compare)
                # A reduced photo is soft over a pixel of its own, which is two of the source and of the picture.
                way = 1.5 + 2 / view.scale
                inward, outward = _towards((x, y), way), _towards((x, y), -way)
                assert near(seen_at(sharp, *inward), colour)
                assert near(seen_at(sharp, *outward), WHITE)


def _towards(corner: tuple[int, int], way: float) -> tuple[float, float]:
    """So far from ``corner`` towards the middle of the picture, across and down."""
    x, y = (c + (way if c < 500 else -way) for c in corner)
    return x, y


def test_only_one_of_them(canvas: Canvas) -> None:
    canvas.show_pair(plain(400, 300, RED), None)
    assert near(seen_at(canvas, 390, 150), RED)
    canvas.show_pair(None, plain(300, 400, BLUE))
    assert near(seen_at(canvas, 10, 200), BLUE)
    with pytest.raises(ValueError, match="at least one"):
        canvas.show_pair(None, None)


def test_space_flips_to_before_while_it_is_held(canvas: Canvas) -> None:
    two_colours(canvas)
    canvas.set_compare(Compare.AFTER)
    assert near(seen_at(canvas, 500, 500), BLUE)
    QTest.keyPress(canvas, SPACE)
    assert near(seen_at(canvas, 500, 500), RED)
    QTest.keyRelease(canvas, SPACE)
    assert near(seen_at(canvas, 500, 500), BLUE)


def test_focus_that_goes_ends_what_keys_hold(canvas: Canvas) -> None:
    two_colours(canvas)
    canvas.set_compare(Compare.AFTER)
    canvas.setFocus()
    QTest.keyPress(canvas, SPACE)
    canvas.clearFocus()
    assert near(seen_at(canvas, 500, 500), BLUE)


@pytest.mark.parametrize("pixels", [0, 14])
def test_words_can_be_read_in_fonts_of_any_kind(canvas: Canvas, pixels: int) -> None:
    """Whose size is given in points or in pixels."""
    font = canvas.font()
    if pixels:
        font.setPixelSize(pixels)
    canvas.setFont(font)
    canvas.show_message("H")
    image = look(canvas)
    ground = colour_at(image, 5, 5)
    rows = [y for y in range(200, 400) if any(colour_at(image, x, y) != ground for x in range(380, 420))]
    assert len(rows) >= 8


def test_words_instead_of_a_picture(canvas: Canvas) -> None:
    two_colours(canvas)
    before = look(canvas)
    canvas.show_message("This photo could not be read", "The file is cut off. Copy it again.")
    image = look(canvas)
    assert image != before
    assert len({colour_at(image, x, y) for x in range(250, 550) for y in range(270, 320)}) > 2
    assert "cut off" in canvas.accessibleDescription()
    wheel(canvas, QPointF(100, 100), 1)
    drag(canvas, [QPointF(400, 300), QPointF(500, 300)])
    assert look(canvas) == image


def test_hovering_says_the_place_in_the_photo(canvas: Canvas, qtbot: QtBot) -> None:
    placement = placed(Box(600, 400, 1400, 1200), Box(100, 100, 900, 900), 1000)
    canvas.show_pair(plain(1500, 1000, RED), plain(1000, 1000, BLUE), placement, before_size=(3000, 2000))
    with qtbot.waitSignal(canvas.hovered) as hovered:
        hover(canvas, logical(canvas, 500, 500))
    assert hovered.args is not None
    assert hovered.args[0] == pytest.approx((1000, 800), abs=2)


def test_it_can_be_reached_and_is_named(canvas: Canvas) -> None:
    assert canvas.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert canvas.accessibleName()
    two_colours(canvas)
    assert "before" in canvas.accessibleDescription()


def test_the_focus_is_seen_where_the_keyboard_brought_it(canvas: Canvas) -> None:
    ring = QColor(colours().focus)
    for reason, is_seen in ((Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)):
        QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusIn, reason))
        assert near(colour_at(look(canvas), 1, 300), (ring.red(), ring.green(), ring.blue())) is is_seen

"""Zoom, pan and loupe: what is seen how large, and what stays where it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.canvas.seeing import (
    BLUE,
    NONE,
    RED,
    SPACE,
    WHITE,
    Sharp,
    Z,
    colour_at,
    device,
    drag,
    hover,
    logical,
    look,
    mouse,
    near,
    placed,
    plain,
    seen_at,
    two_colours,
    wheel,
)
from whitecove.core.model import Box
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.canvas.pair import Compare, Side


def test_space_and_a_drag_pan_instead(canvas: Canvas) -> None:
    two_colours(canvas)
    canvas.set_compare(Compare.AFTER)
    canvas.zoom_at(1.0)
    before = device(canvas, 500, 500)
    QTest.keyPress(canvas, SPACE)
    drag(canvas, [QPointF(400, 300), QPointF(350, 320)], let_go=False)
    assert device(canvas, 500, 500) == pytest.approx((before[0] - 50, before[1] + 20))
    assert near(seen_at(canvas, 500, 500), BLUE)
    mouse(canvas, QEvent.Type.MouseButtonRelease, QPointF(350, 320))
    QTest.keyRelease(canvas, SPACE)
    hover(canvas, QPointF(100, 100))
    assert device(canvas, 500, 500) == pytest.approx((before[0] - 50, before[1] + 20))


def test_the_wheel_keeps_what_is_below_the_pointer(sharp: Canvas) -> None:
    two_colours(sharp)
    sharp.zoom_at(2.0)
    at = QPointF(250, 420)
    place = sharp.view.to_picture(at.x() * sharp.ratio, at.y() * sharp.ratio)
    wheel(sharp, at, 2)
    assert sharp.zoom > 2.0
    assert sharp.view.to_picture(at.x() * sharp.ratio, at.y() * sharp.ratio) == pytest.approx(place)
    wheel(sharp, at, -2)
    assert sharp.zoom == pytest.approx(2.0)


def test_at_100_percent_a_pixel_is_a_device_pixel(sharp: Canvas) -> None:
    """Columns of one pixel, light and dark, are seen as they are."""
    after = plain(1000, 1000, (0, 0, 0), [(Box(x, 0, x + 1, 1000), WHITE) for x in range(0, 1000, 2)])
    sharp.show_pair(None, after)
    sharp.zoom_at(1.0)
    image = look(sharp)
    row = image.height() // 2
    # Away from the sign in the corner.
    values = [colour_at(image, x, row)[0] for x in range(300, 500)]
    assert values in ([0, 255] * 100, [255, 0] * 100)


def test_small_is_the_mean_of_what_it_stands_for(canvas: Canvas) -> None:
    """The same columns, fitted: an even grey, not a pattern."""
    after = plain(4000, 4000, (0, 0, 0), [(Box(x, 0, x + 1, 4000), WHITE) for x in range(0, 4000, 2)])
    canvas.show_pair(None, after)
    image = look(canvas)
    values = [colour_at(image, x, 300)[0] for x in range(300, 500)]
    assert max(values) - min(values) <= 6
    assert 120 <= values[0] <= 136


def test_double_click_goes_to_100_percent_and_back(canvas: Canvas) -> None:
    two_colours(canvas)
    fit = canvas.zoom
    at = QPointF(300, 200)
    place = canvas.view.to_picture(300, 200)
    mouse(canvas, QEvent.Type.MouseButtonDblClick, at)
    assert canvas.zoom == 1.0
    assert canvas.view.to_picture(300, 200) == pytest.approx(place)
    mouse(canvas, QEvent.Type.MouseButtonDblClick, at)
    assert canvas.zoom == pytest.approx(fit)


def test_keys_zoom_and_pan(canvas: Canvas) -> None:
    two_colours(canvas)
    fit = canvas.zoom
    QTest.keyClick(canvas, Qt.Key.Key_1)
    assert canvas.zoom == 1.0
    before = canvas.view.x
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.view.x > before
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.zoom == pytest.approx(1.25)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.zoom == pytest.approx(1.0)
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.zoom == pytest.approx(fit)


def test_a_picture_of_the_same_size_is_seen_as_the_last_one(canvas: Canvas) -> None:
    two_colours(canvas)
    canvas.zoom_at(2.0)
    two_colours(canvas)
    assert canvas.zoom == 2.0
    canvas.show_pair(None, plain(900, 700, BLUE))
    assert canvas.view.fits


def test_zoom_to_a_box_of_the_photo_shows_it_and_flashes(canvas: Canvas) -> None:
    placement = placed(Box(600, 400, 1400, 1200), Box(100, 100, 900, 900), 1000)
    canvas.show_pair(plain(1500, 1000, RED), plain(1000, 1000, BLUE), placement, before_size=(3000, 2000))
    canvas.zoom_to(Box(700, 500, 800, 600), Side.BEFORE)
    assert (canvas.view.x, canvas.view.y) == pytest.approx((250, 250))
    assert canvas.flash.box is not None
    assert (canvas.flash.box.left(), canvas.flash.box.right()) == pytest.approx((200, 300))
    canvas.flash.stop()


def test_the_loupe_shows_pixels_while_z_is_held(canvas: Canvas) -> None:
    after = plain(4000, 4000, WHITE, [(Box(2000, 2000, 2008, 2008), RED)])
    canvas.show_pair(None, after)
    hover(canvas, logical(canvas, 2004, 2004))
    x, y = device(canvas, 2004, 2004)
    assert not near(colour_at(look(canvas), x + 10, y), RED)
    QTest.keyPress(canvas, Z)
    assert near(colour_at(look(canvas), x + 10, y), RED)
    assert near(colour_at(look(canvas), x + 24, y), WHITE)
    QTest.keyRelease(canvas, Z)
    assert near(colour_at(look(canvas), x + 10, y), WHITE)


def test_the_way_to_another_view_ends_there(canvas: Canvas, qtbot: QtBot) -> None:
    two_colours(canvas)
    canvas.motion.way_ms = 30
    canvas.zoom_at(2.0)
    qtbot.waitUntil(lambda: canvas.is_still)
    assert canvas.zoom == pytest.approx(2.0)


def test_pixels_are_whole_wherever_the_canvas_is_in_its_window(qtbot: QtBot) -> None:
    """At 125 % its corner is seldom on a whole device pixel."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(640, 480)
    canvas = Sharp(window)
    canvas.sharpness = 1.25
    canvas.motion.way_ms = 0
    canvas.setGeometry(13, 57, 600, 400)
    after = plain(1000, 1000, (0, 0, 0), [(Box(x, 0, x + 1, 1000), WHITE) for x in range(0, 1000, 2)])
    canvas.show_pair(None, after)
    canvas.zoom_at(1.0)
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(1.25)
    window.render(image)
    values = [colour_at(image, x, 300)[0] for x in range(300, 500)]
    assert values in ([0, 255] * 100, [255, 0] * 100)


def test_a_window_that_is_resized_is_painted_at_once_and_made_crisp_later(canvas: Canvas, qtbot: QtBot) -> None:
    two_colours(canvas)
    canvas.resize(700, 500)
    assert not canvas.is_still
    assert canvas.view.fits
    qtbot.waitUntil(lambda: canvas.is_still)


def test_held_keys_are_heard_before_shortcuts(canvas: Canvas) -> None:
    two_colours(canvas)
    for key, modifiers, is_heard in (
        (Qt.Key.Key_Space, NONE, True),
        (Qt.Key.Key_Z, NONE, True),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, False),
        (Qt.Key.Key_Escape, NONE, False),
        (Qt.Key.Key_K, NONE, False),
    ):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        QApplication.sendEvent(canvas, event)
        assert event.isAccepted() is is_heard

"""Manners of touch-up, as far as the window's own side of it goes: the easel's answers are given by the tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoGroup
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.panels.conftest import Quiet, bridge, document, dressed, find_shot, samples
from whitecove.core.adjust.values import Adjust
from whitecove.core.corrections.values import Brush, Corrections, Hole, Point, Stroke, Touch
from whitecove.core.model import Box
from whitecove.gui.actions import Actions
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.canvas.tools import Hand, Tool
from whitecove.gui.commands.brushing import Brushing
from whitecove.gui.commands.picking import ALL, OFFER, Picking
from whitecove.gui.commands.touching_up import TouchingUp
from whitecove.gui.document import Document
from whitecove.gui.holing import Holing
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.panels.strips import StripArea
from whitecove.gui.products.selection import Selection
from whitecove.gui.touching import Touching
from whitecove.studio.asks import InSession, SameSession
from whitecove.studio.easel_asks import (
    GainsAt,
    GainsFound,
    HoleAt,
    HoleFound,
    Holes,
    HolesFound,
    Offer,
    Open,
    Opened,
    Prefetch,
    Show,
)

__all__ = ["bridge", "document", "dressed", "samples"]
ERASE = Stroke(keep=False, brush=Brush(touches=(Touch(100, 100), Touch(200, 150)), radius=20))


@dataclass
class Desk:
    """What touch-up needs of a window."""

    bridge: Quiet
    document: Document
    canvas: Canvas
    touching: Touching
    selection: Selection
    actions: Actions
    strips: StripArea

    def asked(self, kind: type) -> list[object]:
        return [ask for ask in self.bridge.asks if isinstance(ask, kind)]

    def open(self, name: str) -> str:
        """The photo called so is touched up, and on the easel."""
        shot = find_shot(self.document, name)
        self.selection.go_to(shot.key)
        self.touching.begin(shot)
        self.answer_open()
        return shot.key

    def answer_open(self) -> None:
        ask = self.asked(Open)[-1]
        assert isinstance(ask, Open)
        facts = self.document.session.shots[ask.key].result
        assert facts is not None
        assert facts.facts is not None
        self.bridge.say(
            Opened(
                key=ask.key, generation=ask.generation, width=facts.facts.width, height=facts.facts.height,
                size=(4, 3), scale=4 / facts.facts.width, engine="backdrop", doubt=0.0, reasons=(), place=None,
                notes=(), photo=bytes(36), cutout=bytes(48),
            )
        )  # fmt: skip


@pytest.fixture
def desk(qtbot: QtBot, bridge: Quiet, document: Document) -> Iterator[Desk]:
    owner = QWidget()
    qtbot.addWidget(owner)
    parent = QObject(owner)
    canvas, strips, actions = Canvas(owner), StripArea(owner), Actions(owner)
    touching = Touching(canvas, document, bridge, QUndoGroup(parent), parent)
    selection = Selection(document, parent)
    TouchingUp(actions, canvas, touching, document, selection, parent)
    Picking(document, touching, strips, parent)
    Holing(canvas, touching, bridge, parent)
    yield Desk(bridge, document, canvas, touching, selection, actions, strips)
    touching.forget()


def test_a_tool_begins_with_it_in_hand(desk: Desk) -> None:
    desk.selection.go_to(find_shot(desk.document, "mug").key)
    desk.actions["heal"].trigger()
    assert desk.touching.key == desk.selection.current_key
    assert desk.canvas.hand.tool is Tool.HEAL


def test_another_light_keeps_the_zoom(desk: Desk) -> None:
    key = desk.open("mug")
    desk.canvas.motion.way_ms = 0
    desk.canvas.zoom_at(2.0)
    view = desk.canvas.view
    lit = Corrections(width=1350, height=1800, steps=(), adjust=Adjust(exposure=0.5))
    desk.touching.become(key, lit)
    assert isinstance(desk.bridge.asks[-1], Show)
    before = desk.asked(Open)[-1]
    assert isinstance(before, Open)
    desk.bridge.say(
        Opened(
            key=key, generation=desk.touching.generation, width=1350, height=1800, size=(4, 3), scale=0.003,
            engine="backdrop", doubt=0.0, reasons=(), place=None, notes=(), photo=bytes(36), cutout=bytes(48),
        )
    )  # fmt: skip
    assert desk.canvas.view == view


def test_the_photo_that_is_probably_next_is_opened_meanwhile(desk: Desk) -> None:
    key = desk.open("mug")
    (ask,) = desk.asked(Prefetch)
    assert isinstance(ask, Prefetch)
    assert len(ask.asks) == 1
    assert ask.asks[0].key != key


# --- steps for other photos


def test_steps_are_copied_to_photos_of_the_same_shape(desk: Desk) -> None:
    key = desk.open("lamp_1")
    shot = desk.document.session.shots[key]
    others = [each for each in desk.document.session.products[shot.sku].keys if each != key]
    desk.touching.add(ERASE)
    other = desk.document.session.shots[others[0]]
    assert other.result is not None
    facts = shot.result.facts if shot.result else None
    assert facts is not None
    other.result = replace(other.result, facts=replace(facts, width=facts.width // 2, height=facts.height // 2))
    other.corrections = Corrections(
        width=facts.width // 2, height=facts.height // 2, steps=(), adjust=Adjust(exposure=0.4)
    )
    assert desk.touching.copy_steps([other.key]) == 1
    assert other.corrections is not None
    (step,) = other.corrections.steps
    assert isinstance(step, Stroke)
    assert step.brush.touches[0][:2] == pytest.approx((50, 50))
    assert other.corrections.adjust.exposure == 0.4
    desk.touching.stack(other.key).undo()
    assert not other.corrections.steps


def test_steps_are_not_copied_to_another_shape(desk: Desk) -> None:
    desk.open("lamp_1")
    desk.touching.add(ERASE)
    other = find_shot(desk.document, "lamp_main")
    assert other.result is not None
    assert other.result.facts is not None
    other.result = replace(other.result, facts=replace(other.result.facts, width=500, height=2000))
    assert desk.touching.copy_steps([other.key]) == 0
    assert other.corrections is None


def test_how_many_photos_they_were_copied_to_is_said(desk: Desk) -> None:
    shot = find_shot(desk.document, "mug")
    desk.open("mug")
    desk.actions["copy-to-next"].trigger()
    assert desk.canvas.note.text
    keys = desk.document.session.products[find_shot(desk.document, "lamp_1").sku].keys
    first = desk.document.session.shots[keys[0]]
    desk.open(first.photo.path.stem)
    desk.touching.add(ERASE)
    desk.actions["copy-to-next"].trigger()
    assert "1" in desk.canvas.note.text
    assert shot.corrections is None


# --- holes


def test_what_a_click_would_open_is_asked_one_place_at_a_time(desk: Desk) -> None:
    key = desk.open("vase")
    desk.canvas.set_hand(Hand(tool=Tool.HOLE))
    for x in range(5):
        desk.canvas.hovered.emit(Point(x, 10))
    (ask,) = desk.asked(HoleAt)
    assert isinstance(ask, HoleAt)
    desk.bridge.say(
        HoleFound(
            key=key, generation=ask.generation, point=ask.point, area=9.0, box=Box(0, 0, 2, 2), share=bytes([255] * 4)
        )
    )
    assert [each.point for each in desk.asked(HoleAt) if isinstance(each, HoleAt)] == [(0, 10), (4, 10)]


def test_a_step_overtakes_what_was_asked(desk: Desk) -> None:
    desk.open("vase")
    desk.canvas.set_hand(Hand(tool=Tool.HOLE))
    desk.canvas.hovered.emit(Point(1, 1))
    desk.touching.add(Hole(point=Point(300, 300)))
    desk.canvas.hovered.emit(Point(2, 2))
    assert len(desk.asked(HoleAt)) == 2


def test_holes_are_looked_for_once_a_photo_with_the_tool_in_hand(desk: Desk) -> None:
    key = desk.open("vase")
    assert not desk.asked(Holes)
    desk.canvas.set_hand(Hand(tool=Tool.HOLE))
    desk.canvas.set_hand(Hand(tool=Tool.ERASE))
    desk.canvas.set_hand(Hand(tool=Tool.HOLE))
    (ask,) = desk.asked(Holes)
    assert isinstance(ask, Holes)
    offer = Offer(point=Point(500, 500), box=Box(400, 400, 600, 600), area=900.0)
    desk.bridge.say(HolesFound(key=key, generation=ask.generation, holes=(offer,)))
    assert [each.point for each in desk.canvas._touch_up.offers] == [(500, 500)]
    desk.canvas.step_made.emit(Hole(point=Point(500, 500)))
    assert desk.canvas._touch_up.offers == ()


# --- what is white


def test_a_place_picked_from_before_and_after_leads_back_there(desk: Desk) -> None:
    key = find_shot(desk.document, "mug").key
    desk.selection.go_to(key)
    desk.canvas.set_hand(Hand(tool=Tool.KEEP))
    desk.actions["eyedropper"].trigger()
    desk.answer_open()
    desk.canvas.colour_picked.emit(Point(30, 30))
    (ask,) = desk.asked(GainsAt)
    assert isinstance(ask, GainsAt)
    desk.bridge.say(GainsFound(key=key, generation=ask.generation, gains=(1.1, 1.0, 0.9)))
    assert desk.touching.key == ""
    assert desk.canvas.hand.tool is Tool.KEEP
    drawn = desk.document.session.shots[key].corrections
    assert drawn is not None
    assert drawn.adjust.white_point == (1.1, 1.0, 0.9)


def test_while_touching_up_one_goes_on(desk: Desk) -> None:
    key = desk.open("mug")
    desk.actions["eyedropper"].trigger()
    desk.bridge.say(GainsFound(key=key, generation=1, gains=(1.1, 1.0, 0.9)))
    assert desk.touching.key == key


def test_it_is_offered_for_the_photos_of_the_session_as_one_step(desk: Desk) -> None:
    key = desk.open("mug")
    desk.bridge.say(GainsFound(key=key, generation=1, gains=(1.1, 1.0, 0.9)))
    (ask,) = desk.asked(SameSession)
    assert isinstance(ask, SameSession)
    paths = tuple(photo.path for photo in ask.photos)
    assert len(paths) == len(desk.document.session.shots)
    desk.bridge.say(InSession(generation=ask.generation, path=ask.path, paths=paths, timed=True))
    assert str(len(paths) - 1) in desk.strips.text_of(OFFER)
    desk.strips.answered.emit(OFFER, ALL)
    assert _white_points(desk) == {(1.1, 1.0, 0.9)}
    desk.document.undo_stack.undo()
    assert _white_points(desk) == {(1.1, 1.0, 0.9), None}
    desk.document.undo_stack.redo()
    assert _white_points(desk) == {(1.1, 1.0, 0.9)}


def test_a_photo_of_no_session_is_left_alone(desk: Desk) -> None:
    key = desk.open("mug")
    desk.bridge.say(GainsFound(key=key, generation=1, gains=(1.1, 1.0, 0.9)))
    path = find_shot(desk.document, "mug").photo.path
    desk.bridge.say(InSession(generation=desk.document.generation, path=path, paths=(path,), timed=True))
    assert not desk.strips.has(OFFER)


def _white_points(desk: Desk) -> set[object]:
    shots = desk.document.session.shots.values()
    return {shot.corrections.adjust.white_point if shot.corrections else None for shot in shots}


# --- the brush


def test_the_brush_is_the_one_that_was_in_hand_last(desk: Desk, qtbot: QtBot) -> None:
    preferences = Preferences()
    Brushing(desk.canvas, preferences, preferences)
    desk.canvas.set_hand(replace(desk.canvas.hand, radius=61.04, hardness=0.33))
    with qtbot.waitSignals([preferences.changed] * 2):
        pass
    other = Canvas()
    qtbot.addWidget(other)
    again = Preferences()
    Brushing(other, again, again)
    assert (other.hand.radius, other.hand.hardness) == (61.0, 0.33)

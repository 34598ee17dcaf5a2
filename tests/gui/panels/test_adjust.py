"""The adjust panel: one step a gesture, what differs, and what is applied to others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.panels.adjusting import with_adjust
from tests.gui.panels.conftest import Kept, Quiet, find_shot
from whitecove.core.adjust.values import OPTIONS, UNTOUCHED, Adjust
from whitecove.core.corrections.values import Corrections, Hole, Point
from whitecove.core.options import Options, declaration, problems
from whitecove.gui.document import Document
from whitecove.gui.panels import adjust_table
from whitecove.gui.panels.adjust import AdjustPanel
from whitecove.gui.panels.adjust_rows import Listed, Parts, Sliding
from whitecove.gui.panels.changing import adjust_of, size_of
from whitecove.gui.panels.white_point import WhitePoint
from whitecove.studio.floor.sizes import measured
from whitecove.studio.size_asks import Measure


@pytest.fixture
def panel(qtbot: QtBot, document: Document, history: Kept) -> AdjustPanel:
    made = AdjustPanel(document, history)
    qtbot.addWidget(made)
    made.resize(320, 900)
    made.set_photo(find_shot(document, "lamp_1"))
    made.show()
    return made


def slide(panel: AdjustPanel, key: str, value: int) -> None:
    row = panel.row(key)
    assert isinstance(row, Sliding)
    row.slider.setValue(value)


def press(qtbot: QtBot, panel: AdjustPanel, text: str) -> None:
    (button,) = [each for each in panel.findChildren(QPushButton) if each.text() == text]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_movement_of_a_slider_is_one_step(panel: AdjustPanel, document: Document, history: Kept) -> None:
    shot = find_shot(document, "lamp_1")
    row = panel.row("exposure")
    assert isinstance(row, Sliding)
    row.slider.setSliderDown(True)
    for place in (1, 4, 9):
        row.slider.setValue(place)
    row.slider.setSliderDown(False)
    assert adjust_of(shot).exposure == pytest.approx(0.45)
    assert history.project_stack.count() == 1
    row.slider.setSliderDown(True)
    row.slider.setValue(2)
    row.slider.setSliderDown(False)
    assert history.project_stack.count() == 2
    history.project_stack.undo()
    assert adjust_of(shot).exposure == pytest.approx(0.45)
    history.project_stack.undo()
    assert shot.corrections is None
    assert row.slider.value() == 0


def test_a_movement_that_ends_where_it_began_is_no_step(panel: AdjustPanel, document: Document, history: Kept) -> None:
    shot = find_shot(document, "lamp_1")
    row = panel.row("straighten")
    assert isinstance(row, Sliding)
    row.slider.setSliderDown(True)
    row.slider.setValue(30)
    row.slider.setValue(0)
    row.slider.setSliderDown(False)
    assert shot.corrections is None
    assert history.project_stack.count() == 0


def test_each_change_is_previewed_at_once(qtbot: QtBot, panel: AdjustPanel, document: Document) -> None:
    with qtbot.waitSignal(panel.preview_requested) as told:
        slide(panel, "fill", 70)
    assert told.args == [find_shot(document, "lamp_1").corrections]


def test_what_differs_is_marked_and_goes_back_row_by_row(qtbot: QtBot, panel: AdjustPanel, document: Document) -> None:
    shot = find_shot(document, "lamp_1")
    slide(panel, "fill", 60)
    slide(panel, "exposure", 10)
    row = panel.row("fill")
    assert row.is_marked
    assert not panel.row("shadow").is_marked
    assert panel.hint.startswith("2 settings")
    row.reset.emit()
    assert adjust_of(shot) == Adjust(exposure=0.5)
    press(qtbot, panel, "Reset all")
    assert shot.corrections is None
    assert panel.hint == "All as the preset says."


def test_what_the_preset_has_too_is_nothing_of_its_own(panel: AdjustPanel, document: Document) -> None:
    shot = find_shot(document, "lamp_1")
    row = panel.row("shadow")
    assert isinstance(row, Parts)
    row.control.set_current("made")
    assert adjust_of(shot).shadow == "made"
    row.control.set_current("none")
    assert shot.corrections is None


def test_it_shows_the_preset_where_a_photo_has_nothing_of_its_own(panel: AdjustPanel, document: Document) -> None:
    document.set_options(replace(document.session.options, fill=0.6, shadow="own"))
    fill, shadow = panel.row("fill"), panel.row("shadow")
    assert isinstance(fill, Sliding)
    assert isinstance(shadow, Parts)
    assert (fill.slider.value(), shadow.control.current) == (60, "own")


def test_the_ways_to_cut_out_have_names_and_installed_models_are_among_them(
    panel: AdjustPanel, document: Document
) -> None:
    panel.set_models(["u2netp"])
    row = panel.row("engine")
    assert isinstance(row, Listed)
    assert [row.box.itemText(number) for number in range(row.box.count())] == [
        "Auto", "Plain backdrop", "Glass and white on white", "Leave as it is", "u2netp",
    ]  # fmt: skip
    row.box.activated.emit(4)
    assert adjust_of(find_shot(document, "lamp_1")).engine == "rembg:u2netp"


def test_turning_and_mirroring(qtbot: QtBot, panel: AdjustPanel, document: Document) -> None:
    shot = find_shot(document, "lamp_1")
    panel.turn_right.click()
    panel.mirror.click()
    assert (adjust_of(shot).turn, adjust_of(shot).flip) == (90, True)
    panel.turn_left.click()
    assert adjust_of(shot).flip


def test_a_white_point_is_picked_elsewhere_and_taken_back_here(
    qtbot: QtBot, panel: AdjustPanel, document: Document
) -> None:
    row = panel.row("white_point")
    assert isinstance(row, WhitePoint)
    with qtbot.waitSignal(panel.pick_wanted):
        press(qtbot, panel, "Pick on the photo")
    row.picked((1.02, 1.0, 0.93))
    shot = find_shot(document, "lamp_1")
    assert adjust_of(shot).white_point == (1.02, 1.0, 0.93)
    row.reset.emit()
    assert shot.corrections is None


def test_the_product_gets_it_all_but_what_is_of_one_photo(
    qtbot: QtBot, panel: AdjustPanel, document: Document, history: Kept
) -> None:
    main = find_shot(document, "lamp_main")
    main.corrections = with_adjust(main, Adjust(straighten=2.0))
    slide(panel, "exposure", 8)
    panel.turn_right.click()
    press(qtbot, panel, "Apply to product")
    assert adjust_of(main) == Adjust(straighten=2.0, exposure=0.4)
    for _ in range(3):
        history.project_stack.undo()
    assert adjust_of(main) == Adjust(straighten=2.0)
    assert not any(shot.corrections for shot in document.session.shots.values() if shot is not main)


def test_the_selected_get_it_too(qtbot: QtBot, panel: AdjustPanel, document: Document) -> None:
    mug, vase = find_shot(document, "mug"), find_shot(document, "vase")
    panel.set_selected([mug.key, "gone"])
    slide(panel, "fill", 70)
    press(qtbot, panel, "Apply to all selected")
    assert adjust_of(mug).fill == 0.7
    assert vase.corrections is None


def test_strokes_stay_when_settings_change(panel: AdjustPanel, document: Document) -> None:
    shot = find_shot(document, "lamp_1")
    size = size_of(shot)
    assert size
    shot.corrections = Corrections(width=size[0], height=size[1], steps=(Hole(point=Point(3, 4)),))
    slide(panel, "exposure", 8)
    panel.row("exposure").reset.emit()
    assert shot.corrections is not None
    assert shot.corrections.steps == (Hole(point=Point(3, 4)),)
    assert shot.corrections.adjust == UNTOUCHED


def test_details_are_asked_of_details_alone(panel: AdjustPanel, document: Document) -> None:
    assert panel.row("details").isVisibleTo(panel)
    panel.set_photo(find_shot(document, "mug"))
    assert not panel.row("details").isVisibleTo(panel)


def test_a_photo_that_was_not_prepared_is_measured_when_it_is_chosen(
    panel: AdjustPanel, document: Document, bridge: Quiet
) -> None:
    shot = find_shot(document, "mug")
    known = size_of(shot)
    shot.result = None
    panel.set_photo(shot)
    assert size_of(shot) is None
    assert "not known" not in panel.hint
    slide(panel, "exposure", 8)
    assert adjust_of(shot) == UNTOUCHED

    asked = [ask for ask in bridge.asks if isinstance(ask, Measure)]
    assert [ask.paths for ask in asked] == [(shot.photo.path,)]
    panel.set_photo(shot)
    bridge.say(measured(asked[0]))
    assert size_of(shot) == known
    slide(panel, "exposure", 8)
    assert adjust_of(shot).exposure == pytest.approx(0.4)
    assert len([ask for ask in bridge.asks if isinstance(ask, Measure)]) == 1


def test_a_photo_of_unknown_size_cannot_be_set_yet(panel: AdjustPanel, document: Document, bridge: Quiet) -> None:
    shot = find_shot(document, "mug")
    shot.result = None
    shot.photo = replace(shot.photo, path=shot.photo.path.with_suffix(".gone"))
    panel.set_photo(shot)
    bridge.say(*(measured(ask) for ask in bridge.asks if isinstance(ask, Measure)))
    assert "not known yet" in panel.hint
    assert not document.measure([shot.key])


@pytest.mark.parametrize("key", OPTIONS)
def test_every_option_that_a_photo_may_have_has_a_row_within_its_bounds(panel: AdjustPanel, key: str) -> None:
    row = panel.row(key)
    known = declaration(key)
    if isinstance(row, Sliding):
        assert not problems({key: row.slider.minimum() / 100}) + problems({key: row.slider.maximum() / 100})
    if isinstance(row, Parts):
        assert len(known.choices) > 1
    assert adjust_table.value_of(key, UNTOUCHED, Options()) == getattr(Options(), key)

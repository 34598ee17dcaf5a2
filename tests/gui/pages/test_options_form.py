"""The form of options: complete, in words for the screen, and no other than the declarations."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSlider
from pytestqt.qtbot import QtBot

from whitecove.core.options import Options, declaration, names
from whitecove.gui.pages.option_fields import ChoiceField, Field, ManyField, SegmentField, TextField
from whitecove.gui.pages.option_words import CHOICES, GROUPS, HELP, groups
from whitecove.gui.pages.options_form import OptionsForm


@pytest.fixture
def form(qtbot: QtBot) -> OptionsForm:
    made = OptionsForm()
    qtbot.addWidget(made)
    return made


def test_every_option_is_sorted_in_once() -> None:
    sorted_in = [name for group in GROUPS for name in group.options]
    assert sorted(sorted_in) == sorted(names())
    assert groups() == GROUPS


def test_words_are_about_what_there_is() -> None:
    assert set(HELP) <= set(names())
    for name, value in CHOICES:
        assert name == "engine" or value in declaration(name).choices


def test_every_closed_choice_has_words_or_speaks_for_itself() -> None:
    unsaid = {(name, value) for name in names() for value in declaration(name).choices if (name, value) not in CHOICES}
    assert unsaid == {("aspect", "1:1"), ("aspect", "3:4")}


@pytest.mark.parametrize("name", names())
def test_each_option_is_changed_by_its_control_and_goes_back(form: OptionsForm, name: str) -> None:
    said: list[Options] = []
    form.changed.connect(said.append)
    row = form.rows[name]
    assert row.back.isHidden()
    touch(row.field)
    assert len(said) == 1
    assert getattr(said[0], name) != getattr(Options(), name)
    assert replace(said[0], **{name: getattr(Options(), name)}) == Options()
    assert form.different() == [name]
    assert not row.back.isHidden()
    row.back.click()
    assert said[-1] == Options()
    assert row.back.isHidden()


def touch(field: Field) -> None:
    """Changes it as a person would."""
    if isinstance(field, SegmentField):
        keys = [key for key in declaration(field.option).choices if key != field.control.current]
        field.control.button(keys[0]).click()
        return
    if isinstance(field, ManyField):
        next(iter(field.boxes.values())).click()
        return
    control = next(child for kind in KINDS for child in field.findChildren(kind))
    match control:
        case QCheckBox():
            control.click()
        case QComboBox():
            if control.count() < 2:
                control.addItem("Ozon", "ozon")
            control.setCurrentIndex(1)
        case QSlider():
            control.setValue(control.value() + 1)
        case QDoubleSpinBox():
            control.stepUp()
        case QLineEdit():
            control.setText("{sku}-{nn}" if field.option == "name" else "mine")
            control.editingFinished.emit()


KINDS = (QComboBox, QDoubleSpinBox, QSlider, QCheckBox, QLineEdit)


def test_bounds_are_those_of_the_declaration(form: OptionsForm) -> None:
    (box,) = form.rows["canvas"].field.findChildren(QDoubleSpinBox)
    (slider,) = form.rows["fill"].field.findChildren(QSlider)
    assert (box.minimum(), box.maximum(), box.text()) == (0, 5000, "Marketplace's")
    assert (slider.minimum(), slider.maximum(), slider.value()) == (30, 100, 85)


def test_one_picture_at_least_is_made(form: OptionsForm) -> None:
    field = form.rows["slots"].field
    assert isinstance(field, ManyField)
    for key in ("main", "detail"):
        field.boxes[key].click()
    assert form.options.slots == ("variant",)
    assert not field.boxes["variant"].isEnabled()


def test_a_template_that_cannot_be_used_says_why(form: OptionsForm) -> None:
    row = form.rows["name"]
    assert isinstance(row.field, TextField)
    row.field.box.setText("{colour}")
    row.field.box.editingFinished.emit()
    assert form.options.name == ""
    assert "colour" in row.about.text()
    row.field.box.setText("{sku}_{nn}")
    row.field.box.editingFinished.emit()
    assert form.options.name == "{sku}_{nn}"
    assert "colour" not in row.about.text()


def test_what_is_offered_keeps_what_is_chosen(form: OptionsForm) -> None:
    said: list[Options] = []
    form.changed.connect(said.append)
    form.show_options(Options(engine="rembg:gone"))
    form.offer("engine", [("auto", "Auto"), ("rembg:u2netp", "Model u2netp")])
    (box,) = form.rows["engine"].field.findChildren(QComboBox)
    assert box.currentData() == "rembg:gone"
    assert said == []


def test_long_words_are_chosen_from_a_list(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whitecove.gui.pages.option_fields.choice_of", _long)
    made = OptionsForm()
    qtbot.addWidget(made)
    assert isinstance(made.rows["device"].field, ChoiceField)


def _long(_name: str, value: str) -> str:
    return value * 12

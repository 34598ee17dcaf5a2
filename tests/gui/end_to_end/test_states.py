"""Where things stand is told in words wherever it is told in colour, and all models keep their word in a real run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from tests.gui.end_to_end.person import Person
from whitecove.core.model import State
from whitecove.gui.state_words import state_word
from whitecove.gui.theme.badge import Badge
from whitecove.gui.theme.states import STATES

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def _spoken(model: QAbstractItemModel) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def _tips(model: QAbstractItemModel) -> list[str]:
    return [str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)) for row in range(model.rowCount())]


def test_models_in_a_real_run(person: Person, goods: Path) -> None:
    products = person.window.products
    testers = [QAbstractItemModelTester(each, STRICT) for each in (products.model, products.shown, products.photos)]
    person.drops(goods)
    person.prepares()
    products.selection.go_to(person.shot("lamp_1.jpg").key)
    person.does("split-product")
    person.does("undo")
    person.does("remove")
    products.shown.search("lamp")
    person.waits_for_quiet()
    person.document.set_options(replace(person.document.session.options, group="photo"))
    products.shown.search("")
    person.waits_for_quiet()
    person.does("new")
    assert products.model.rowCount() == 0
    assert all(tester.failureReportingMode() is STRICT for tester in testers)


def test_every_state_is_a_sign_and_a_word(looking: Person) -> None:
    """The signs differ, so that one who sees no colours tells them apart as well."""
    looks = [STATES[state].icon for state in State]
    assert len(set(looks)) == len(looks)
    assert len({state_word(state) for state in State}) == len(State)
    for state in State:
        badge = Badge(state)
        words = [each.text() for each in badge.findChildren(QLabel)]
        assert state_word(state) in words
        badge.deleteLater()


def test_lists_tell_states_in_words(looking: Person) -> None:
    _lists_tell(looking)
    looking.rests()


def _lists_tell(looking: Person) -> None:
    document, products = looking.document, looking.window.products
    for sku in document.session.products:
        products.selection.go_to_product(sku)
        said = zip(document.session.photos_of(sku), _spoken(products.photos), _tips(products.photos), strict=True)
        for shot, spoken, tip in said:
            assert state_word(shot.standing) in spoken
            assert state_word(shot.standing) in tip
    words = [state_word(document.session.state_of(sku)) for sku in products.shown.skus()]
    for word, spoken in zip(words, _spoken(products.shown), strict=True):
        assert word in spoken

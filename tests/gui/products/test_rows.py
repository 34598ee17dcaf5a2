"""Models follow in small steps, and Qt's own tester finds nothing wrong with them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from tests.gui.products.desk import Desk, key
from whitecove.core.model import State
from whitecove.gui.products.rows import Index, RowsModel
from whitecove.gui.products.shown import Order

KEYS = st.lists(st.sampled_from("abcdefghij"), unique=True)
STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


class Plain(RowsModel):
    """Rows that say their key."""

    def data(self, index: Index, role: int = 0) -> str | None:
        return self.key_at(index.row()) if role == 0 else None


@given(st.lists(KEYS, min_size=2, max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rows_become_what_they_are_to_be(qapp: object, lists: list[list[str]]) -> None:
    model = Plain()
    tester = QAbstractItemModelTester(model, STRICT)
    for keys in lists:
        before = {each: QPersistentModelIndex(model.index(model.row_of(each))) for each in model.keys}
        was_reset: list[bool] = []
        model.modelReset.connect(lambda told=was_reset: told.append(True))
        model.follow(keys)
        assert list(model.keys) == keys
        assert [model.row_of(each) for each in keys] == list(range(len(keys)))
        if not was_reset:
            held = {each: index.row() for each, index in before.items() if index.isValid() and each in keys}
            assert held == {each: model.row_of(each) for each in held}
    del tester


def test_one_that_goes_and_one_that_comes_are_one_row_each(qapp: object) -> None:
    model = Plain()
    model.follow(list("abcd"))
    steps: list[str] = []
    model.rowsRemoved.connect(lambda *_: steps.append("removed"))
    model.rowsInserted.connect(lambda *_: steps.append("inserted"))
    model.modelReset.connect(lambda: steps.append("reset"))
    model.layoutChanged.connect(lambda: steps.append("moved"))
    model.follow(list("acde"))
    assert steps == ["removed", "inserted"]
    steps.clear()
    model.follow(list("aXde"))
    assert steps == []
    model.follow(list("eXda"))
    assert steps == ["moved"]
    model.follow(list("qrs"))
    assert steps[-1] == "reset"


@pytest.mark.parametrize("order", list(Order))
def test_models_hold_through_a_whole_project(desk: Desk, order: Order) -> None:
    products = desk.products
    testers = [QAbstractItemModelTester(each, STRICT) for each in (products.model, products.shown, products.photos)]
    products.shown.sort_by(order)
    desk.prepare({"c1": (State.REVIEW, 0.8), "p1": State.FAILED})
    products.shown.show_states(frozenset({State.REVIEW}))
    desk.products.arranging.rename("CUP", "GOBLET")
    desk.products.arranging.split([key("m2"), key("m3")])
    products.shown.show_states(None)
    products.shown.search("m")
    desk.document.undo_stack.undo()
    desk.document.undo_stack.undo()
    products.shown.search("")
    desk.regroup({"MUG": ["m1", "m2", "m3", "m4"], "CUP": ["c1"], "LID": ["l1"]})
    desk.regroup({})
    assert products.model.rowCount() == products.shown.rowCount() == products.photos.rowCount() == 0
    del testers


def test_products_are_sorted_as_a_person_wants_them(desk: Desk) -> None:
    desk.prepare({"c1": (State.REVIEW, 0.3), "p1": (State.REVIEW, 0.9)})
    desk.products.shown.sort_by(Order.DOUBT)
    assert desk.shown() == ["PAN", "CUP", "MUG"]
    desk.products.shown.sort_by(Order.NAME)
    assert desk.shown() == ["CUP", "MUG", "PAN"]
    desk.products.shown.sort_by(Order.OWN)
    assert desk.shown() == ["MUG", "CUP", "PAN"]

"""The list of products by mouse and keys: names, order, filters, drops, menus."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.gui.products.conftest import Given
from tests.gui.products.desk import Desk, key
from tests.studio.projects import names
from whitecove.core.model import State
from whitecove.gui.products.chips import CHIPS
from whitecove.gui.products.shown import Order
from whitecove.studio.asks import Decide, Prepare


def editor(desk: Desk) -> QLineEdit:
    found = desk.list.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def rename(desk: Desk, sku: str, text: str) -> None:
    desk.click(desk.list, sku)
    desk.panel.rename()
    field = editor(desk)
    assert field.selectedText() == sku
    QTest.keyClicks(field, text)
    desk.press(field, Qt.Key.Key_Return)


def menu(desk: Desk, sku: str) -> dict[str, QAction]:
    shown = desk.panel.menu_at(desk.middle(desk.list, sku))
    assert shown
    return {action.text().partition("\t")[0]: action for action in shown.actions() if action.text()}


def test_a_product_gets_another_name_in_its_row(desk: Desk) -> None:
    rename(desk, "CUP", "GOBLET")
    assert desk.shown() == ["MUG", "GOBLET", "PAN"]
    assert desk.selection.current_sku == "GOBLET"
    assert desk.document.undo_stack.undoText() == "Rename"
    desk.document.undo_stack.undo()
    assert desk.shown() == ["MUG", "CUP", "PAN"]
    desk.document.undo_stack.redo()
    assert desk.shown() == ["MUG", "GOBLET", "PAN"]


def test_a_name_that_cannot_be_is_refused_in_a_sentence(desk: Desk) -> None:
    rename(desk, "CUP", "A/B")
    assert desk.panel.notice.isVisible()
    assert "A/B" in desk.panel.notice.text.text()
    assert desk.shown() == ["MUG", "CUP", "PAN"]
    QTest.mouseClick(desk.panel.notice.leave, Qt.MouseButton.LeftButton)
    assert not desk.panel.notice.isVisible()


def test_two_products_of_one_name_are_asked_about(desk: Desk) -> None:
    rename(desk, "CUP", "mug")
    assert "MUG" in desk.panel.notice.text.text()
    assert desk.shown() == ["MUG", "CUP", "PAN"]
    QTest.mouseClick(desk.panel.notice.merge, Qt.MouseButton.LeftButton)
    assert desk.shown() == ["MUG", "PAN"]
    assert names(desk.session, "MUG") == ["m1", "m2", "m3", "c1", "c2"]


def test_escape_leaves_the_name(desk: Desk) -> None:
    desk.click(desk.list, "CUP")
    desk.panel.rename()
    QTest.keyClicks(editor(desk), "X")
    desk.press(editor(desk), Qt.Key.Key_Escape)
    assert desk.shown() == ["MUG", "CUP", "PAN"]


def test_filters_say_how_many_and_show_them(desk: Desk) -> None:
    desk.prepare({"c1": (State.REVIEW, 0.4), "p1": State.FAILED})
    texts = [button.text() for button in desk.panel.chips._buttons if not button.isHidden()]
    assert texts == ["All 3", "Review 1", "Failed 1", "Ready 1"]
    QTest.mouseClick(desk.panel.chips._buttons[1], Qt.MouseButton.LeftButton)
    assert desk.shown() == ["CUP"]
    desk.prepare()
    assert desk.shown() == []
    assert desk.panel.nothing.isVisible()
    assert "Review" in desk.panel.nothing.text()
    desk.panel.chips.choose(CHIPS[0].states)
    assert desk.shown() == ["MUG", "CUP", "PAN"]
    assert desk.list.isVisible()


def test_searching_finds_part_of_a_name(desk: Desk) -> None:
    desk.panel.start_search()
    QTest.keyClicks(desk.panel.search, "u")
    assert desk.shown() == ["MUG", "CUP"]
    QTest.keyClicks(desk.panel.search, "x")
    assert desk.panel.nothing.isVisible()
    assert "ux" in desk.panel.nothing.text()
    desk.panel.search.clear()
    assert desk.shown() == ["MUG", "CUP", "PAN"]


def test_the_order_is_chosen_in_a_menu(desk: Desk) -> None:
    desk.panel._orders[Order.NAME].trigger()
    assert desk.shown() == ["CUP", "MUG", "PAN"]
    desk.panel._orders[Order.OWN].trigger()
    assert desk.shown() == ["MUG", "CUP", "PAN"]


def test_photos_dropped_on_a_product_are_its_own(desk: Desk) -> None:
    desk.drop(desk.list, [key("m2"), key("m3")], desk.middle(desk.list, "CUP"))
    assert names(desk.session, "CUP") == ["c1", "c2", "m2", "m3"]
    assert desk.document.undo_stack.undoText() == "Move photos"


def test_photos_dropped_between_products_or_below_are_a_new_one(desk: Desk) -> None:
    row = desk.list.visualRect(desk.products.shown.index_of("CUP"))
    desk.drop(desk.list, [key("m2")], row.topLeft() + QPoint(40, 3))
    assert desk.shown() == ["MUG", "MUG-2", "CUP", "PAN"]
    desk.drop(desk.list, [key("c2")], QPoint(40, desk.list.viewport().height() - 5))
    assert desk.shown() == ["MUG", "MUG-2", "CUP", "CUP-2", "PAN"]


def test_the_target_of_a_drop_is_marked_only_meanwhile(desk: Desk) -> None:
    desk.drop(desk.list, [key("m2")], desk.middle(desk.list, "CUP"))
    assert (desk.list.rows.target, desk.list._line) == ("", -1)


def test_the_menu_decides_about_all_photos_of_a_product(desk: Desk) -> None:
    assert not menu(desk, "MUG")["Approve"].isEnabled()
    desk.prepare()
    menu(desk, "MUG")["Approve"].trigger()
    asked = [each for each in desk.bridge.sent if isinstance(each, Decide)]
    assert [name for _, name, _ in asked[0].results] == ["m1", "m2", "m3"]
    menu(desk, "CUP")["Prepare only this"].trigger()
    only = [each.only for each in desk.bridge.sent if isinstance(each, Prepare)]
    assert only == [frozenset({"c1", "c2"})]


def test_the_menu_of_several_puts_them_together_into_the_one_below_the_pointer(desk: Desk) -> None:
    desk.click(desk.list, "MUG")
    desk.click(desk.list, "PAN", Qt.KeyboardModifier.ControlModifier)
    menu(desk, "PAN")["Put together in one product"].trigger()
    assert desk.shown() == ["CUP", "PAN"]
    assert names(desk.session, "PAN") == ["p1", "m1", "m2", "m3"]


def test_taking_out_can_be_taken_back(desk: Desk) -> None:
    menu(desk, "CUP")["Take out of the project"].trigger()
    assert desk.shown() == ["MUG", "PAN"]
    desk.document.undo_stack.undo()
    assert desk.shown() == ["MUG", "CUP", "PAN"]


def test_photos_that_nothing_is_known_of_are_shown_but_cannot_be_arranged(desk: Desk) -> None:
    from pathlib import Path

    desk.session.see([Path("/photos/new.jpg")])
    desk.document.reset.emit()
    index = desk.products.shown.index(3, 0)
    assert index.data() == "new.jpg"
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert not desk.products.arranging.move([str(Path("/photos/new.jpg"))], "MUG")
    desk.drop(desk.list, [key("m1")], desk.list.visualRect(index).center())
    assert names(desk.session, "MUG") == ["m2", "m3"]
    assert "MUG-2" in desk.shown()


def test_scrolling_and_what_is_chosen_stay_while_products_are_prepared(lay: Callable[[Given], Desk]) -> None:
    desk = lay({f"SKU-{number:03d}": [f"{number:03d}"] for number in range(80)})
    desk.click(desk.list, "SKU-003")
    bar = desk.list.verticalScrollBar()
    bar.setValue(2000)
    resets: list[bool] = []
    desk.products.shown.modelReset.connect(lambda: resets.append(True))
    desk.prepare({"050": (State.REVIEW, 0.5)})
    desk.products.arranging.remove([key("070")])
    desk.products.arranging.rename("SKU-060", "LAMP")
    desk.settle()
    assert bar.value() == 2000
    assert desk.selection.current_sku == "SKU-003"
    assert not resets


def test_what_is_in_sight_stays_so_when_many_products_come(lay: Callable[[Given], Desk]) -> None:
    before = {f"SKU-{number:03d}": [f"{number:03d}"] for number in range(0, 200, 2)}
    desk = lay(before)
    desk.click(desk.list, "SKU-002")
    desk.list.scrollTo(desk.products.shown.index_of("SKU-100"), desk.list.ScrollHint.PositionAtTop)
    resets: list[bool] = []
    desk.products.shown.modelReset.connect(lambda: resets.append(True))
    desk.regroup({f"SKU-{number:03d}": [f"{number:03d}"] for number in range(200)})
    desk.settle()
    assert resets
    assert desk.list.visualRect(desk.products.shown.index_of("SKU-100")).top() == 0
    assert desk.selection.skus == ("SKU-002",)


@pytest.mark.parametrize("state", list(State))
def test_rows_are_painted_in_every_state(desk: Desk, state: State) -> None:
    for shot in desk.session.shots.values():
        shot.state = state
    desk.session.reindex()
    desk.document.reset.emit()
    picture = QPixmap(desk.window.size())
    desk.window.render(picture)
    assert not picture.isNull()

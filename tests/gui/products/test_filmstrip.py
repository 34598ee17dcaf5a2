"""The filmstrip by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent

from tests.gui.products.conftest import Given
from tests.gui.products.desk import Desk, key
from tests.studio.projects import names, roles
from whitecove.core.model import Role, State
from whitecove.gui.products.photos import Group, PhotoRole


def menu(desk: Desk, photo: str) -> dict[str, QAction]:
    shown = desk.film.menu_at(desk.middle(desk.film, photo))
    assert shown
    return {action.text().partition("\t")[0]: action for action in shown.actions() if action.text()}


def test_photos_are_dragged_into_another_order(desk: Desk) -> None:
    first = desk.film.visualRect(desk.film._index_at(key("m1")))
    desk.drop(desk.film, [key("m3")], first.topLeft() + QPoint(5, 40))
    assert names(desk.session, "MUG") == ["m3", "m1", "m2"]
    assert roles(desk.session, "MUG")[0] is Role.MAIN
    assert desk.film_keys() == [key("m3"), key("m1"), key("m2")]
    desk.drop(desk.film, [key("m3")], QPoint(desk.film.viewport().width() - 5, 40))
    assert names(desk.session, "MUG") == ["m1", "m2", "m3"]


def test_photos_of_another_product_are_not_taken(desk: Desk) -> None:
    desk.drop(desk.film, [key("c1")], QPoint(20, 40))
    assert names(desk.session, "MUG") == ["m1", "m2", "m3"]


def test_numbers_give_places_and_nought_keeps_aside(desk: Desk) -> None:
    desk.click(desk.film, key("m3"))
    desk.press(desk.film, Qt.Key.Key_1)
    assert names(desk.session, "MUG") == ["m3", "m1", "m2"]
    desk.press(desk.film, Qt.Key.Key_2)
    assert names(desk.session, "MUG") == ["m1", "m3", "m2"]
    desk.press(desk.film, Qt.Key.Key_0)
    assert names(desk.session, "MUG") == ["m1", "m2", "m3"]
    assert roles(desk.session, "MUG")[2] is Role.UNUSED
    assert desk.selection.current_key == key("m3")
    for _ in range(3):
        desk.document.undo_stack.undo()
    assert names(desk.session, "MUG") == ["m1", "m2", "m3"]
    assert Role.UNUSED not in roles(desk.session, "MUG")


def test_the_menu_offers_what_can_be_done_with_a_photo(desk: Desk) -> None:
    offered = menu(desk, key("m1"))
    assert "Main picture" not in offered
    assert "Use it" not in offered
    menu(desk, key("m2"))["Keep aside"].trigger()
    assert roles(desk.session, "MUG")[2] is Role.UNUSED
    menu(desk, key("m2"))["Use it"].trigger()
    assert Role.UNUSED not in roles(desk.session, "MUG")
    menu(desk, key("m2"))["Main picture"].trigger()
    assert names(desk.session, "MUG")[0] == "m2"
    menu(desk, key("m2"))["Make it a product of its own"].trigger()
    assert desk.shown() == ["MUG", "MUG-2", "CUP", "PAN"]
    assert desk.selection.current_sku == "MUG-2"


def test_the_wheel_moves_along_many_photos(lay: Callable[[Given], Desk]) -> None:
    desk = lay({"A": [f"{number:02d}" for number in range(60)]})
    bar = desk.film.horizontalScrollBar()
    assert bar.maximum() > 0
    at = QPointF(50, 50)
    wheel = QWheelEvent(
        at, desk.film.viewport().mapToGlobal(at), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    desk.film.wheelEvent(wheel)
    assert bar.value() == 240
    desk.selection.go_to(key("59"))
    desk.settle()
    last = desk.film.visualRect(desk.film._index_at(key("59")))
    assert desk.film.viewport().rect().contains(last.center())


def test_variants_are_named_above_their_photos(lay: Callable[[Given], Desk]) -> None:
    desk = lay({"A": {"1": "red", "2": "red", "3": "blue"}, "B": ["4"]})
    photos = desk.products.photos
    groups = [photos.index(row).data(PhotoRole.GROUP) for row in range(3)]
    assert groups == [Group("red", 0, 2), Group("red", 1, 2), Group("blue", 0, 1)]
    high = desk.film.height()
    desk.selection.go_to_product("B")
    assert desk.film.height() < high


def test_a_photo_says_what_it_is_for_and_where_it_stands(desk: Desk) -> None:
    desk.prepare({"m2": (State.REVIEW, 0.5)})
    photos = desk.products.photos
    spoken = [photos.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken == ["m1, main picture, Ready", "m2, detail, Review", "m3, detail, Ready"]

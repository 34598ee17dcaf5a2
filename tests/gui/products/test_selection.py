"""What is current stays so by key, whatever happens to rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests.gui.products.conftest import Given
from tests.gui.products.desk import Desk, key
from whitecove.core.model import State
from whitecove.gui.products.shown import Order


def test_the_first_photo_is_current_as_soon_as_there_is_one(lay: Callable[[Given], Desk]) -> None:
    desk = lay({})
    assert desk.selection.current_key == ""
    desk.regroup({"A": ["a1", "a2"]})
    assert (desk.selection.current_sku, desk.selection.current_key) == ("A", key("a1"))
    desk.regroup({"0": ["b1"], "A": ["a1", "a2"]})
    assert desk.selection.current_key == key("b1")
    desk.selection.go_to(key("a2"))
    desk.regroup({"0": ["b1"], "A": ["a1"], "B": ["a2"]})
    assert (desk.selection.current_sku, desk.selection.current_key) == ("B", key("a2"))
    desk.regroup({})
    assert desk.selection.current_shot is None


def test_a_click_in_the_list_makes_a_product_current(desk: Desk) -> None:
    told: list[str] = []
    desk.selection.current_changed.connect(told.append)
    desk.click(desk.list, "CUP")
    assert desk.selection.current_sku == "CUP"
    assert told == [key("c1")]
    assert desk.film_keys() == [key("c1"), key("c2")]
    desk.click(desk.film, key("c2"))
    assert desk.selection.current_key == key("c2")
    assert desk.selection.current_sku == "CUP"


def test_several_are_chosen_by_mouse_and_keys(desk: Desk) -> None:
    desk.click(desk.list, "MUG")
    desk.click(desk.list, "PAN", Qt.KeyboardModifier.ControlModifier)
    assert desk.selection.skus == ("MUG", "PAN")
    assert desk.selection.selected_keys() == [key(name) for name in ("m1", "m2", "m3", "p1")]
    desk.click(desk.list, "MUG")
    desk.click(desk.film, key("m1"))
    desk.press(desk.film, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert desk.selection.selected_keys() == [key("m1"), key("m2")]
    assert desk.selection.current_key == key("m2")


def test_keys_go_up_and_down(desk: Desk) -> None:
    desk.list.setFocus()
    desk.press(desk.list, Qt.Key.Key_Down)
    desk.press(desk.list, Qt.Key.Key_Down)
    assert desk.selection.current_sku == "PAN"
    desk.press(desk.list, Qt.Key.Key_Up)
    assert desk.selection.current_sku == "CUP"


def test_photos_lead_on_to_the_next_product(desk: Desk) -> None:
    desk.selection.go_to(key("m3"))
    assert desk.selection.next_photo()
    assert desk.selection.current_key == key("c1")
    assert desk.selection.next_photo(-1)
    assert desk.selection.current_key == key("m3")
    desk.selection.go_to(key("p1"))
    assert not desk.selection.next_photo()


@pytest.mark.parametrize("order", list(Order))
def test_sorting_and_searching_leave_what_is_current(desk: Desk, order: Order) -> None:
    desk.click(desk.list, "CUP")
    desk.selection.go_to(key("c2"))
    desk.products.shown.sort_by(order)
    desk.products.shown.search("mug")
    desk.settle()
    assert desk.shown() == ["MUG"]
    assert desk.selection.current_key == key("c2")
    assert not desk.list.selectedIndexes()
    desk.products.shown.search("")
    desk.settle()
    assert desk.selection.current_key == key("c2")
    assert [desk.products.shown.sku_at(index) for index in desk.list.selectedIndexes()] == ["CUP"]


def test_what_leaves_a_filter_while_it_is_prepared_stays_current(desk: Desk) -> None:
    desk.products.shown.show_states(frozenset({State.WAITING}))
    desk.click(desk.list, "CUP")
    desk.prepare()
    desk.settle()
    assert desk.shown() == []
    assert desk.selection.current_sku == "CUP"


def test_regrouping_and_renaming_leave_what_is_current(desk: Desk) -> None:
    desk.selection.go_to(key("c2"))
    desk.regroup({"MUG": ["m1"], "OTHER": ["c2", "c1"]})
    assert (desk.selection.current_sku, desk.selection.current_key) == ("OTHER", key("c2"))
    desk.products.arranging.rename("OTHER", "THIS")
    assert (desk.selection.current_sku, desk.selection.skus) == ("THIS", ("THIS",))
    assert [desk.products.shown.sku_at(index) for index in desk.list.selectedIndexes()] == ["THIS"]


def test_where_the_current_photo_goes_its_neighbour_is_current(desk: Desk) -> None:
    desk.selection.go_to(key("m2"))
    desk.products.arranging.remove([key("m2")])
    assert desk.selection.current_key == key("m3")
    desk.products.arranging.remove([key("m3"), key("m1")])
    assert desk.selection.current_key == key("c1")


def test_review_goes_from_the_first_to_the_doubtful_and_back(lay: Callable[[Given], Desk]) -> None:
    desk = lay({f"P{number:02d}": [f"{number:02d}"] for number in range(14)})
    desk.prepare({"12": (State.REVIEW, 0.5), "13": (State.REVIEW, 0.9), "03": (State.REVIEW, 0.1)})
    desk.selection.go_to(key("00"))
    seen: list[str] = []
    while desk.selection.next_doubtful(seen) and len(seen) < 20:
        seen.append(desk.selection.current_key)
    assert seen == [key(name) for name in (*(f"{number:02d}" for number in range(1, 10)), "13", "12")]
    assert desk.selection.back()
    assert desk.selection.current_key == key("13")
    assert desk.selection.back()
    assert desk.selection.current_key == key("09")


def test_one_who_decides_nothing_comes_round_again(desk: Desk) -> None:
    desk.prepare({"c1": (State.REVIEW, 0.5), "p1": (State.REVIEW, 0.9)})
    desk.session.looked |= set(desk.session.shots)
    visited = []
    for _ in range(3):
        assert desk.selection.next_doubtful()
        visited.append(desk.selection.current_key)
    assert visited == [key("c1"), key("p1"), key("c1")]


def test_the_first_of_a_folder_are_passed_over_where_a_person_wants_that(lay: Callable[[Given], Desk]) -> None:
    desk = lay({"A": ["a1", "a2"], "B": ["b1"]})
    desk.prepare({"b1": (State.REVIEW, 0.8)})
    desk.selection.shows_first = False
    assert desk.selection.next_doubtful()
    assert desk.selection.current_key == key("b1")

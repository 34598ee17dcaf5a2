"""The grid of main pictures: how many are in sight, and its keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from tests.gui.products.conftest import Given
from tests.gui.products.desk import Desk
from whitecove.gui.products.grid import BELOW, FEWEST, LARGEST, MARGIN, SMALLEST, fitting


@given(st.integers(700, 4000), st.integers(500, 2500), st.integers(1, 3000))
def test_enough_pictures_are_in_sight_and_none_is_too_small(width: int, height: int, count: int) -> None:
    side = fitting(width, height, count)
    assert SMALLEST <= side <= LARGEST
    seen = (width // (side + 2 * MARGIN)) * (height // (side + 2 * MARGIN + BELOW))
    if side > SMALLEST:
        assert seen >= min(FEWEST, count)


@pytest.mark.parametrize("size", [(980, 700), (1600, 1000), (2200, 1300)])
def test_thirty_to_sixty_on_usual_screens(size: tuple[int, int]) -> None:
    side = fitting(*size, 500)
    seen = (size[0] // (side + 2 * MARGIN)) * (size[1] // (side + 2 * MARGIN + BELOW))
    assert FEWEST <= seen <= 60


def test_arrows_go_and_return_opens(lay: Callable[[Given], Desk]) -> None:
    desk = lay({f"P{number}": [f"{number}"] for number in range(12)})
    desk.click(desk.grid, "P0")
    desk.press(desk.grid, Qt.Key.Key_Right)
    assert desk.selection.current_sku == "P1"
    desk.press(desk.grid, Qt.Key.Key_Down)
    assert desk.selection.current_sku not in ("P0", "P1", "P2")
    opened: list[str] = []
    desk.grid.opened.connect(opened.append)
    desk.press(desk.grid, Qt.Key.Key_Return)
    assert opened == [desk.selection.current_sku]


def test_list_and_grid_choose_the_same(desk: Desk) -> None:
    desk.click(desk.grid, "CUP")
    assert [desk.products.shown.sku_at(index) for index in desk.list.selectedIndexes()] == ["CUP"]
    desk.click(desk.list, "PAN")
    assert [desk.products.shown.sku_at(index) for index in desk.grid.selectedIndexes()] == ["PAN"]

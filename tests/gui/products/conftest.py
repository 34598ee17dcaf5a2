"""Products on a desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.products.desk import Desk

Given: TypeAlias = Mapping[str, Mapping[str, str] | Sequence[str]]
MUGS: Given = {"MUG": ["m1", "m2", "m3"], "CUP": ["c1", "c2"], "PAN": ["p1"]}


@pytest.fixture
def lay(qtbot: QtBot) -> Iterator[Callable[[Given], Desk]]:
    """Lays products on a desk."""
    desks: list[Desk] = []

    def make(products: Given) -> Desk:
        desks.append(Desk(qtbot, products))
        return desks[-1]

    yield make
    for desk in desks:
        desk.bridge.close()
        desk.bridge.deleteLater()


@pytest.fixture
def desk(lay: Callable[[Given], Desk]) -> Desk:
    """Three products of three, two and one photos."""
    return lay(MUGS)

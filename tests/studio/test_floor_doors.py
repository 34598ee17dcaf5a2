"""What pages ask reaches the room that does it."""

from __future__ import annotations

import pytest

from tests.studio.hearing import Ear
from whitecove.studio import model_asks
from whitecove.studio.asks import RecallHandover, SameSession
from whitecove.studio.floor.floor import Floor
from whitecove.studio.model_asks import CancelModel, ListModels, Models
from whitecove.studio.watch_asks import BeginWatch, EndWatch


@pytest.fixture
def ear() -> Ear:
    return Ear()


def test_every_ask_has_a_door(ear: Ear) -> None:
    floor = Floor(ear)
    assert {*model_asks.ASKS, BeginWatch, RecallHandover, SameSession} <= set(floor.doors)
    assert floor.heard(CancelModel(name="u2net"))
    assert floor.heard(EndWatch())
    assert not floor.heard(ListModels())
    floor.handle(ListModels(device="cpu"))
    assert ear.next(Models).rows
    floor.close()

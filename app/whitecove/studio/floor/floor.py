"""The floor as a `Room`: which ask is whose."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from whitecove.studio import asks, model_asks
from whitecove.studio.floor import decisions, handover, intake, markets, sizes
from whitecove.studio.floor.batches import Batches
from whitecove.studio.floor.model_room import ModelRoom
from whitecove.studio.floor.saving import Saving
from whitecove.studio.floor.watching import Watching
from whitecove.studio.serving import Answer
from whitecove.studio.size_asks import Measure

logger = logging.getLogger(__name__)


class Floor:
    """One project at a time: what comes in, what is made of it, and what is decided about it."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.batches = Batches(answer)
        self.models, self.watching, self.saving = ModelRoom(answer), Watching(answer), Saving(answer)
        self.newest = 0
        self.doors: Mapping[type, Callable[[Any], None]] = {
            asks.Gather: self._gather,
            asks.LookAtBackdrops: self._look_at_backdrops,
            asks.SameSession: self._same_session,
            Measure: self._measure,
            asks.Prepare: self.batches.begin,
            asks.Decide: self._decide,
            asks.HandOver: self._hand_over,
            asks.RecallHandover: self._recall_handover,
            model_asks.ListMarketplaces: self._marketplaces,
            model_asks.CheckMarketplace: self._check_marketplace,
            **self.models.doors,
            **self.watching.doors,
        }

    def heard(self, ask: object) -> bool:
        """Pausing and stopping must not wait for anything; what was asked before a newer gathering is known to be."""
        if isinstance(ask, asks.Gather):
            self.newest = max(self.newest, ask.generation)
        if ask is None:
            self.batches.stop()
        was_all = False
        for room in (self.batches, self.models, self.watching, self.saving):
            was_all = room.heard(ask) or was_all
        return was_all

    def handle(self, ask: object) -> None:
        self.doors[type(ask)](ask)

    def close(self) -> None:
        for each in (self.saving, self.watching, self.models, self.batches):
            each.close()

    def _gather(self, ask: asks.Gather) -> None:
        intake.gathered(ask, self.answer, lambda: ask.generation < self.newest)

    def _look_at_backdrops(self, ask: asks.LookAtBackdrops) -> None:
        self.answer(intake.backdrops(ask))

    def _same_session(self, ask: asks.SameSession) -> None:
        self.answer(intake.in_session(ask))

    def _measure(self, ask: Measure) -> None:
        self.answer(sizes.measured(ask))

    def _decide(self, ask: asks.Decide) -> None:
        self.answer(decisions.decided(ask))

    def _hand_over(self, ask: asks.HandOver) -> None:
        self.answer(handover.handed_over(ask))

    def _recall_handover(self, ask: asks.RecallHandover) -> None:
        self.answer(handover.recalled(ask))

    def _marketplaces(self, ask: model_asks.ListMarketplaces) -> None:
        self.answer(markets.known(ask))

    def _check_marketplace(self, ask: model_asks.CheckMarketplace) -> None:
        self.answer(markets.checked(ask))

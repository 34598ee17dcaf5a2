"""What is worth a word when photos come in, before they are prepared; and what else asks without stopping anyone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from whitecove.core.model import State
from whitecove.gui.document import Document
from whitecove.gui.panels.fixing import request_text
from whitecove.gui.panels.grouping import GroupingBox
from whitecove.gui.panels.strips import Answer, StripArea
from whitecove.gui.plain_words import said as in_window_words
from whitecove.gui.progress import Phase
from whitecove.gui.speaking import tongue
from whitecove.studio.asks import Arrived, Backdrops, HandedOver, Prepared

GROUPING, MESSENGER, BACKDROPS = "grouping", "messenger", "backdrops"
MODELS, LEFT_OVER, DELIVER = "models", "left-over", "deliver"
_OF_ARRIVAL = (GROUPING, MESSENGER, BACKDROPS)
_FIRST = re.compile(r"^.*?\.(?=\s|$)")


class Arrivals(QObject):
    """Offers strips in ``area`` and answers its own; ``models``, ``left-over`` and ``deliver`` are the window's to
    answer, by the area's signal."""

    def __init__(self, document: Document, area: StripArea, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._area = document, area
        self._settled: dict[str, object] = {}  # what was said when a person answered: it is not asked twice
        self._said: dict[str, object] = {}
        self._by_messenger: tuple[str, ...] = ()
        self._box: GroupingBox | None = None
        self._again: dict[str, Callable[[], None]] = {}  # says an offer anew, in another language
        document.arrived.connect(self._arrived)
        document.backdrops.connect(self._backdrops)
        document.prepared.connect(self._prepared)
        document.handed_over.connect(self._handed_over)
        document.progress_changed.connect(self._progress)
        document.reset.connect(self._reset)
        document.options_changed.connect(self._options)
        area.answered.connect(self._answered)
        area.dismissed.connect(self._dismissed)
        tongue().changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """Says what is offered now anew, in the language that holds."""
        for id_ in self._area.offered:
            if id_ in self._again:
                self._again[id_]()

    # --- for the window to call

    def offer_models(self) -> None:
        """Says that no cutout model is installed. Answers: ``see``, ``later``."""
        text = self.tr("Plain backdrops are cut out right away. For busy ones, get a cutout model: it takes a minute.")
        answers = [Answer("see", self.tr("See models")), Answer("later", self.tr("Later"))]
        self._again[MODELS] = self.offer_models
        self._area.offer(MODELS, text, answers, tone="info")

    def offer_left_over(self) -> None:
        """Offers what was being worked on when the program ended. Answers: ``take-up``, ``anew``."""
        answers = [
            Answer("take-up", self.tr("Take it up again"), primary=True), Answer("anew", self.tr("Start anew")),
        ]  # fmt: skip
        self._again[LEFT_OVER] = self.offer_left_over
        self._area.offer(LEFT_OVER, self.tr("Whitecove was closed in the middle of its work."), answers)

    # --- photos come in

    def _arrived(self, said: Arrived) -> None:
        arrival = said.arrival
        self._by_messenger = arrival.by_messenger
        if arrival.photos > 1:
            self._again[GROUPING] = partial(self._ask_grouping, arrival.photos, arrival.products)
            self._again[GROUPING]()
        else:
            self._area.withdraw(GROUPING)
        if arrival.by_messenger:
            self._again[MESSENGER] = self._offer_request
            self._offer_request()
        else:
            self._area.withdraw(MESSENGER)

    def _offer_request(self) -> None:
        names = self._by_messenger
        text = self.tr("%Ln photos came through a messenger and lost their camera data.", "", len(names))
        self._ask(MESSENGER, text, [Answer("copy", self.tr("Copy a request for the originals"))], names)

    def _ask_grouping(self, photos: int, products: int) -> None:
        text = self.tr("{photos} → {products}?").format(
            photos=self.tr("%Ln photos", "", photos), products=self.tr("%Ln products", "", products)
        )
        answers = [
            Answer("right", self.tr("Looks right"), primary=True),
            Answer("change", self.tr("Change grouping"), stays=True),
        ]
        self._ask(GROUPING, text, answers, (photos, products))

    def _backdrops(self, said: Backdrops) -> None:
        if said.generation != self._document.generation or self._document.session.options.white_point != "off":
            return
        if not said.notes:
            self._area.withdraw(BACKDROPS)
            return
        self._again[BACKDROPS] = partial(self._backdrops, said)
        found = _FIRST.match(said.notes[0])
        text = in_window_words(found[0] if found else said.notes[0])
        more = len(said.notes) - 1
        if more:
            text = f"{text} {self.tr('So is that of %Ln other sessions.', '', more)}"
        answers = [Answer("correct", self.tr("Correct colour and light")), Answer("leave", self.tr("Leave"))]
        self._ask(BACKDROPS, f"{text} {self.tr('Was it white?')}", answers, said.notes)

    def _ask(self, id_: str, text: str, answers: list[Answer], fact: object) -> None:
        """Asks, unless a person answered just that already."""
        self._said[id_] = fact
        if self._settled.get(id_) == fact or self._document.progress.is_running:
            return
        self._area.offer(id_, text, answers, below=self._grouping_box() if id_ == GROUPING else None)

    def _grouping_box(self) -> GroupingBox:
        """The one that is offered now, or a new one, folded."""
        if self._box is None or not self._area.has(GROUPING):
            self._box = GroupingBox(self._document, self._area)
            self._box.hide()
        return self._box

    # --- answers

    def _answered(self, id_: str, key: str) -> None:
        if key == "change" and self._box:
            self._box.setVisible(self._box.isHidden())
            return
        self._settled[id_] = self._said.get(id_)
        if id_ == MESSENGER:
            QGuiApplication.clipboard().setText(request_text(list(self._by_messenger)))
        elif (id_, key) == (BACKDROPS, "correct"):
            self._document.set_options(replace(self._document.session.options, white_point="backdrop"))

    def _dismissed(self, id_: str) -> None:
        self._settled[id_] = self._said.get(id_)

    # --- what passes

    def _progress(self) -> None:
        if self._document.progress.phase is Phase.STARTING:
            is_whole = self._document.progress.total == len(self._document.session.shots)
            for id_ in (*_OF_ARRIVAL, *((DELIVER,) if is_whole else ())):
                self._area.withdraw(id_)

    def _reset(self) -> None:
        if not self._document.session.inputs:
            for id_ in (*_OF_ARRIVAL, DELIVER):
                self._area.withdraw(id_)
            self._settled.clear()

    def _options(self) -> None:
        if self._box and self._area.has(GROUPING):
            self._box.show_options()

    def _prepared(self, said: Prepared) -> None:
        self._area.withdraw(MODELS)  # from now on, photos that need one say so
        ready = said.counts.get(State.READY, 0)
        progress = self._document.progress
        is_news = progress.done > progress.resumed  # what was only recalled may have been delivered long ago
        if ready and is_news and not said.interrupted:
            self._again[DELIVER] = partial(self._offer_delivery, ready)
            self._offer_delivery(ready)

    def _offer_delivery(self, ready: int) -> None:
        text = self.tr("%Ln pictures are ready, and not delivered yet.", "", ready)
        self._area.offer(DELIVER, text, [Answer("deliver", self.tr("Deliver…"), primary=True)], tone="done")

    def _handed_over(self, _said: HandedOver) -> None:
        self._area.withdraw(DELIVER)

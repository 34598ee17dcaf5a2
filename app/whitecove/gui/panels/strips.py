"""Strips above the picture that say or ask something: never a dialog, and one at a time. The rest wait their turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from whitecove.gui.theme.strip import Strip, Tone

# What comes before what, where several are to be said.
URGENCY: tuple[Tone, ...] = ("error", "warning", "done", "ask", "info")


@dataclass(frozen=True, slots=True)
class Answer:
    """A button: its key, its words, and whether it is what most people want. One that ``stays`` leaves the strip."""

    key: str
    text: str
    primary: bool = False
    stays: bool = False


@dataclass(slots=True)
class _Offer:
    tone: Tone
    text: str
    answers: tuple[Answer, ...]
    below: QWidget | None
    is_open: bool = False
    shown: QWidget | None = None
    strip: Strip | None = None


class StripArea(QWidget):
    """``answered`` says the offer's id and the answer's key, ``dismissed`` the id of one that was sent away.

    A strip of a more urgent tone takes the place of one that is shown, which comes back afterwards: what is below does
    not move."""

    answered = Signal(str, str)
    dismissed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: dict[str, _Offer] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def offer(
        self, id_: str, text: str, answers: Sequence[Answer] = (), *, tone: Tone = "ask", below: QWidget | None = None
    ) -> None:
        """Says ``text`` with ``answers`` as buttons, and ``below`` them a widget that belongs to it. What has the same
        id is replaced where it stands; with the same answers it only says the new text."""
        there = self._offers.get(id_)
        if there and (below is None or below is there.below):
            is_same = there.answers == tuple(answers)
            there.text, there.tone, there.answers = text, tone, tuple(answers)
            if is_same and there.strip:
                there.strip.say(tone, text)
            elif there.shown:
                self._show_anew(id_, there, there.shown)
            return
        if there:
            self.withdraw(id_)
        self._offers[id_] = _Offer(tone, text, tuple(answers), below)
        self._fill()

    def withdraw(self, id_: str) -> None:
        """Takes an offer back, shown or not."""
        offer = self._offers.pop(id_, None)
        if offer:
            self._take_away(offer)
            if offer.below:
                offer.below.deleteLater()
        self._fill()

    def has(self, id_: str) -> bool:
        """Whether that is offered, shown or waiting."""
        return id_ in self._offers

    @property
    def offered(self) -> list[str]:
        """The ids of all, shown or waiting."""
        return list(self._offers)

    def text_of(self, id_: str) -> str:
        """What an offer says.

        Raises:
            KeyError: it is not offered.
        """
        return self._offers[id_].text

    @property
    def shown(self) -> list[str]:
        """The ids of the strips that are seen."""
        return [id_ for id_, offer in self._offers.items() if offer.shown]

    def _fill(self) -> None:
        """Shows the most urgent; of several, the first."""
        wanted = min(self._offers.values(), key=_urgency, default=None)
        for id_, offer in self._offers.items():
            if offer is wanted and offer.shown is None:
                offer.shown = self._made(id_, offer)
                self._column.addWidget(offer.shown)
                if offer.below:
                    offer.below.setVisible(offer.is_open)
            elif offer is not wanted:
                self._take_away(offer)
        if wanted and wanted.strip:
            more = len(self._offers) - 1
            wanted.strip.say_waiting(self.tr("%Ln more", "", more) if more else "")
        self.setVisible(wanted is not None)

    def _take_away(self, offer: _Offer) -> None:
        if offer.shown is None:
            return
        if offer.below:  # it may come back, as it is now
            offer.is_open = not offer.below.isHidden()
            offer.below.setParent(self)
        self._column.removeWidget(offer.shown)
        offer.shown.hide()
        offer.shown.deleteLater()
        offer.shown = offer.strip = None

    def _show_anew(self, id_: str, offer: _Offer, old: QWidget) -> None:
        """Puts a new strip where the ``old`` one is; the widget below stays, open or folded."""
        place, is_folded = self._column.indexOf(old), offer.below is not None and offer.below.isHidden()
        offer.shown = self._made(id_, offer)
        if offer.below is not None:
            offer.below.setVisible(not is_folded)
        self._column.insertWidget(place, offer.shown)
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()

    def _made(self, id_: str, offer: _Offer) -> QWidget:
        strip = Strip(offer.tone, offer.text)
        offer.strip = strip
        for answer in offer.answers:
            button = strip.add_button(answer.text, primary=answer.primary)
            button.clicked.connect(partial(self._answer, id_, answer))
        strip.add_close(self.tr("Not now"))
        strip.dismissed.connect(partial(self._dismiss, id_))
        if offer.below is None:
            return strip
        return _with_below(strip, offer.below)

    def _answer(self, id_: str, answer: Answer, _checked: bool = False) -> None:
        if not answer.stays:
            self.withdraw(id_)
        self.answered.emit(id_, answer.key)

    def _dismiss(self, id_: str) -> None:
        self.withdraw(id_)
        self.dismissed.emit(id_)


def _urgency(offer: _Offer) -> int:
    return URGENCY.index(offer.tone)


def _with_below(strip: Strip, below: QWidget) -> QWidget:
    strip.setProperty("joined", True)
    holder = QFrame()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(strip)
    column.addWidget(below)
    return holder

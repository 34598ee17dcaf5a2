"""A place picked as white or grey: the photo's white point, and on request that of all photos of its session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Slot

from whitecove.gui.bridge import FLOOR
from whitecove.gui.document import Document
from whitecove.gui.panels.changing import adjust_of, set_adjust, size_of
from whitecove.gui.panels.strips import Answer, StripArea
from whitecove.gui.touching import Touching
from whitecove.studio.asks import InSession, SameSession

Gains = tuple[float, float, float]
OFFER, ALL, ONE = "white-point", "all", "one"


class _Picked(NamedTuple):
    """What was picked last, and the other photos that it may hold for."""

    key: str
    gains: Gains
    others: tuple[str, ...] = ()


class Picking(QObject):
    """Sets what the easel found at the place, and offers it for the photos that the same light fell on."""

    def __init__(self, document: Document, touching: Touching, strips: StripArea, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._touching, self._strips = document, touching, strips
        self._picked: _Picked | None = None
        self._waiting: InSession | None = None  # for the sizes of its photos
        touching.gains_found.connect(self._found)
        document.bridge.listen(InSession, self._in_session)
        document.measured.connect(self._measured)
        strips.answered.connect(self._answered)
        document.reset.connect(self._follow)

    @Slot(str, object)
    def _found(self, key: str, gains: Gains) -> None:
        session = self._document.session
        shot = session.shots.get(key)
        if shot is None:
            return
        set_adjust(self._touching, [(shot, replace(adjust_of(shot), white_point=gains))], _name())
        self._picked = _Picked(key, gains)
        photos = tuple(each.photo for each in session.shots.values())
        ask = SameSession(generation=self._document.generation, path=shot.photo.path, photos=photos)
        self._document.bridge.send(FLOOR, ask)

    def _in_session(self, said: InSession) -> None:
        picked = self._picked
        if picked is None or said.generation != self._document.generation or str(said.path) != picked.key:
            return
        self._waiting = said if self._document.measure(map(str, said.paths)) else None
        if self._waiting:
            return
        others = self._differing([str(path) for path in said.paths], picked)
        self._picked = picked._replace(others=others)
        count = len(others)
        if not others:
            self._strips.withdraw(OFFER)
            return
        if said.timed:
            text = self.tr("Use it for the other %n photos of this camera and session?", "", count)
        else:
            text = self.tr("Use it for the other %n photos of this folder?", "", count)
        answers = [Answer(ALL, self.tr("Use it for all"), primary=True), Answer(ONE, self.tr("Only this photo"))]
        self._strips.offer(OFFER, text, answers)

    @Slot()
    def _measured(self) -> None:
        if self._waiting:
            self._in_session(self._waiting)

    def _differing(self, keys: Sequence[str], picked: _Picked) -> tuple[str, ...]:
        """Those of ``keys`` that have not this white point, but can have one."""
        shots = self._document.session.shots
        return tuple(
            key
            for key in keys
            if key != picked.key
            and key in shots
            and adjust_of(shots[key]).white_point != picked.gains
            and size_of(shots[key])
        )

    @Slot(str, str)
    def _answered(self, id_: str, answer: str) -> None:
        picked, shots = self._picked, self._document.session.shots
        if id_ != OFFER or answer != ALL or picked is None:
            return
        others = [shots[key] for key in self._differing(picked.others, picked)]
        adjusts = [(shot, replace(adjust_of(shot), white_point=picked.gains)) for shot in others]
        set_adjust(self._touching, adjusts, _name())

    @Slot()
    def _follow(self) -> None:
        """Another project: nothing is offered any more."""
        if self._picked and self._picked.key not in self._document.session.shots:
            self._picked = None
            self._strips.withdraw(OFFER)


def _name() -> str:
    return QCoreApplication.translate("Option", "White point")

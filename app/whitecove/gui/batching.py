"""The batch of a project: asked for, followed by what the floor says, and over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from whitecove.batch.events import BatchFinished, BatchStarted, ListingFinished, PhotoFinished, PhotoWorking
from whitecove.core.corrections.values import Corrections
from whitecove.core.model import PhotoResult
from whitecove.gui.bridge import FLOOR, Bridge
from whitecove.gui.progress import Phase, Progress
from whitecove.studio.asks import (
    BatchSaid,
    GoOn,
    HandOver,
    Lie,
    Lit,
    Pause,
    Prepare,
    Prepared,
    Recalled,
    Refused,
    Stop,
)
from whitecove.studio.session import Session
from whitecove.studio.sharing import Shared


@dataclass(frozen=True, slots=True)
class Asked:
    """The batch that was asked for last: its ``serial``; the keys of its photos by the names they have in it; what was
    corrected in each, by key; and what is to follow."""

    serial: int = 0
    keys: Mapping[str, str] = field(default_factory=dict)
    drawn: Mapping[str, Corrections] = field(default_factory=dict)
    then: HandOver | None = None


class Batching(QObject):
    """Holds the `Session` and the `Progress` of its batch. Names of photos are those of the plan that was asked for:
    they may be others by the time of an answer, so that keys are kept beside the ask.

    ``reset``: products are others, or in another order. ``products_changed`` (a set of SKUs) and ``photos_changed`` (a
    set of keys): something about these is different; said once a portion of events. ``progress_changed``: see
    ``progress``. ``refused``: the code and the sentence of what could not be done. ``edited``: what is to be kept.
    """

    reset = Signal()
    products_changed = Signal(object)
    photos_changed = Signal(object)
    progress_changed = Signal()
    prepared = Signal(object)
    refused = Signal(str, str)
    edited = Signal()
    hand_over = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.session = Session()
        self.progress = Progress()
        self._asked = Asked()
        self._shared = Shared()
        self._batch_slots = self._of_a_batch()
        self._skus: set[str] = set()
        self._keys: set[str] = set()
        self._moved = False

    def _of_a_batch(self) -> dict[type, Callable[[Any], None]]:
        return {
            Lit: self._lit,
            BatchStarted: self._started,
            PhotoWorking: self._working,
            PhotoFinished: self._finished,
            Recalled: self._recalled,
            Lie: self._lie,
            ListingFinished: self._judged,
            BatchFinished: self._ended,
            Prepared: self._prepared,
            Refused: self._refused_batch,
        }

    def prepare_only(self, keys: Sequence[str], *, keep_edited: bool = False) -> None:
        """Prepares these photos, and leaves the others as they are."""
        chosen = frozenset(key for key in keys if key in self.session.shots)
        if chosen:
            self._begin(only=chosen, keep_edited=keep_edited)

    def prepare(self, *, then: HandOver | None = None, replace_edited: bool = False, keep_edited: bool = False) -> bool:
        """Prepares what is not done; ``then`` hands over, if nothing stopped it. False: something else goes on."""
        return self._begin(then=then, replace_edited=replace_edited, keep_edited=keep_edited)

    def recall(self) -> None:
        """Says of each photo what earlier batches left of it; works on nothing."""
        self._begin(only_recall=True)

    def _begin(self, *, then: HandOver | None = None, only: frozenset[str] = frozenset(), **how: bool) -> bool:
        session = self.session
        if not session.products or session.out is None or self.progress.is_running:
            return False
        job, keys = session.job()
        if not keys:
            return False
        names = frozenset(name for name, key in keys.items() if key in only)
        serial = self._asked.serial + 1
        drawn = {keys[name]: corrections for name, corrections in job.corrections.items()}
        self._asked = Asked(serial=serial, keys=keys, drawn=drawn, then=then)
        session.begin(only)
        self.progress.begin(len(only) or len(keys), is_recalling=how.get("only_recall", False))
        self.reset.emit()
        self.progress_changed.emit()
        self.bridge.send(FLOOR, Prepare(serial=serial, job=job, only=names, **how))
        return True

    def pause(self) -> None:
        """Lets the batch stand still."""
        if self.progress.phase is Phase.PREPARING:
            self.progress.pause()
            self.bridge.send(FLOOR, Pause())
            self.progress_changed.emit()

    def go_on(self) -> None:
        """Ends a pause."""
        if self.progress.phase is Phase.PAUSED:
            self.progress.go_on()
            self.bridge.send(FLOOR, GoOn())
            self.progress_changed.emit()

    def stop(self) -> None:
        """Ends the batch soon; what is finished stays."""
        if self.progress.is_running:
            self.progress.phase = Phase.STOPPING
            self._asked = replace(self._asked, then=None)
            self.bridge.send(FLOOR, Stop())
            self.progress_changed.emit()

    def _batch_said(self, said: BatchSaid) -> None:
        """Something of the batch that was asked for last; of others nothing is heard any more."""
        slot = self._batch_slots.get(type(said.said))
        if slot and said.serial == self._asked.serial:
            slot(said.said)

    def _lit(self, said: Lit) -> None:
        keys = self._asked.keys
        self.session.gains = {keys[name]: gains for name, gains in said.gains.items() if name in keys}

    def _started(self, said: BatchStarted) -> None:
        self.progress.started(said)
        self._moved = True

    def _working(self, said: PhotoWorking) -> None:
        shot = self.session.work(self._asked.keys.get(said.name, ""), said.stage)
        if shot:
            self.progress.working(shot.photo.name, said.stage)
            self._mark(shot.sku, shot.key)

    def _finished(self, said: PhotoFinished) -> None:
        self.progress.finished(said)
        self._take(said.name, said.result)

    def _recalled(self, said: Recalled) -> None:
        self._take(said.name, said.result, said.raw)

    def _take(self, name: str, result: PhotoResult, raw: PhotoResult | None = None) -> None:
        key = self._asked.keys.get(name, "")
        raw = None if raw is None else self._shared(raw)
        shot = self.session.finish(key, self._shared(result), self._asked.drawn.get(key), raw)
        if shot:
            self._mark(shot.sku, shot.key)

    def _lie(self, said: Lie) -> None:
        self.session.lies = dict(said.places)

    def _judged(self, said: ListingFinished) -> None:
        self.session.judge(said)
        self._skus.add(said.sku)
        self._moved = True

    def _ended(self, _: BatchFinished) -> None:
        self.progress.listing()
        self._moved = True

    def _prepared(self, said: Prepared) -> None:
        then = None if said.interrupted and not said.partly else self._asked.then
        self._over()
        self.progress.ended(said)
        self.progress_changed.emit()
        self.prepared.emit(said)
        self.edited.emit()
        if then:
            self.hand_over.emit(then)

    def _refused_batch(self, said: Refused) -> None:
        self._over()
        self.progress_changed.emit()
        self.refused.emit(said.code, said.sentence)

    def _over(self) -> None:
        """The batch is no more, well or not."""
        self._asked = replace(self._asked, then=None)
        self.session.end()
        self.progress.phase = Phase.IDLE
        self.reset.emit()

    def _mark(self, sku: str, key: str) -> None:
        self._skus.add(sku)
        self._keys.add(key)
        self._moved = True

    @Slot()
    def _tell(self) -> None:
        skus, keys, moved = self._skus, self._keys, self._moved
        self._skus, self._keys, self._moved = set(), set(), False
        if skus:
            self.products_changed.emit(skus)
        if keys:
            self.photos_changed.emit(keys)
        if moved:
            self.progress_changed.emit()

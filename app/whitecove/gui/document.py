"""The project as the window knows it: what a person may do with it, and signals that say what changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from whitecove.batch.events import BatchFinished, BatchStarted, ListingFinished, PhotoFinished, PhotoWorking
from whitecove.batch.store import MEMORY
from whitecove.core.corrections.values import Corrections
from whitecove.core.model import Listing
from whitecove.core.options import Options
from whitecove.gui.bridge import FLOOR, Bridge
from whitecove.gui.progress import Phase, Progress
from whitecove.studio import model_asks
from whitecove.studio.asks import (
    Arrived,
    Backdrops,
    Decide,
    Decided,
    Gather,
    GoOn,
    Grouped,
    HandedOver,
    HandOver,
    Lit,
    LookAtBackdrops,
    Pause,
    Prepare,
    Prepared,
    RecallHandover,
    Refused,
    Seen,
    Stop,
)
from whitecove.studio.out_and_back import swap
from whitecove.studio.out_folder import out_for
from whitecove.studio.session import Session
from whitecove.studio.watch_asks import BeginWatch

# What is asked by pages, which say themselves what became of it.
NOT_OURS = (*model_asks.ASKS, BeginWatch, RecallHandover)


class Document(QObject):
    """Holds the `Session`. Everything that changes it goes through here; panels listen.

    ``reset``: products are others, or in another order. ``products_changed`` (a set of SKUs) and ``photos_changed`` (a
    set of keys): something about these is different; said once a portion of events. ``progress_changed``: see
    ``progress``. ``arrived``: see ``arrival``. ``refused``: a sentence on what could not be done, and its code.
    """

    reset = Signal()
    products_changed = Signal(object)
    photos_changed = Signal(object)
    progress_changed = Signal()
    options_changed = Signal()
    arrived = Signal(object)
    backdrops = Signal(object)
    prepared = Signal(object)
    handed_over = Signal(object)
    refused = Signal(str, str)
    decided = Signal(str)
    edited = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.session = Session()
        self.progress = Progress()
        self.undo_stack = QUndoStack(self)  # how products are arranged; touch-up has stacks of its own
        self.generation = 0
        self._incoming: list[Listing] = []
        self._asked_with: dict[str, Corrections | None] = {}
        self._skus: set[str] = set()
        self._keys: set[str] = set()
        self._then: HandOver | None = None
        self._moved = False
        for kind, slot in self._slots().items():
            bridge.listen(kind, slot)
        bridge.portion_given.connect(self._tell)
        bridge.lost.connect(self._lost)

    def _slots(self) -> dict[type, Callable[[Any], None]]:
        return {
            Seen: self._seen,
            Grouped: self._grouped,
            Arrived: self._arrived,
            Backdrops: self.backdrops.emit,
            Lit: self._lit,
            BatchStarted: self._started,
            PhotoWorking: self._working,
            PhotoFinished: self._finished,
            ListingFinished: self._judged,
            BatchFinished: self._ended,
            Prepared: self._prepared,
            Decided: self._decided,
            HandedOver: self._handed_over,
            Refused: self._refused,
        }

    # --- photos come in

    def add(self, paths: Sequence[Path]) -> None:
        """Takes in photos and folders of photos."""
        self.session.welcome(paths)
        known = dict.fromkeys((*self.session.inputs, *paths))
        self.session.inputs = tuple(known)
        if self.session.out is None:
            self.session.out = out_for(self.session.inputs)
        self.gather()

    def gather(self) -> None:
        """Looks anew at what was given, and how it is grouped."""
        self.generation += 1
        self._incoming = []
        self.progress.phase = Phase.GATHERING
        self.progress_changed.emit()
        session = self.session
        self.bridge.send(
            FLOOR,
            Gather(generation=self.generation, inputs=session.inputs, options=session.options, out=session.out),
        )

    def clear(self) -> None:
        """A new, empty project."""
        options = self.session.options
        self.generation += 1
        self.session = Session()
        self.session.options = options
        self.progress = Progress()
        self.undo_stack.clear()
        self.reset.emit()
        self.progress_changed.emit()
        self.options_changed.emit()

    def _seen(self, said: Seen) -> None:
        if said.generation == self.generation and self.session.see(said.paths):
            self.reset.emit()

    def _grouped(self, said: Grouped) -> None:
        if said.generation == self.generation:
            self._incoming += said.listings

    def _arrived(self, said: Arrived) -> None:
        if said.generation != self.generation:
            return
        session = self.session
        session.details, session.card, session.skipped = said.details, said.card, said.skipped
        session.group(self._incoming)
        self._incoming = []
        self.progress.phase = Phase.IDLE
        self.reset.emit()
        self.progress_changed.emit()
        self.arrived.emit(said)
        photos = tuple(shot.photo for shot in session.shots.values())
        self.bridge.send(FLOOR, LookAtBackdrops(generation=self.generation, photos=photos))

    # --- options and edits

    def set_options(self, options: Options) -> None:
        """Prepares as ``options`` say from now on."""
        if options == self.session.options:
            return
        regroup = (options.group, options.gap, options.profile) != (
            self.session.options.group, self.session.options.gap, self.session.options.profile,
        )  # fmt: skip
        self.session.options = options
        self.options_changed.emit()
        self.edited.emit()
        if regroup and self.session.inputs:
            self.gather()

    def touch(self, skus: set[str]) -> None:
        """Products were rearranged."""
        self.reset.emit()
        self.edited.emit()

    def correct(self, key: str, corrections: Corrections | None) -> None:
        """What a person drew on a photo, or set for it, is this now."""
        shot = self.session.shots[key]
        shot.corrections = corrections
        self._mark(shot.sku, key)
        self._tell()
        self.edited.emit()

    def replace_photo(self, key: str, file: Path, corrections: Corrections | None) -> None:
        """Another file takes a photo's place."""
        if key in self.session.shots:
            sku = self.session.shots[key].sku
            self._mark(sku, swap(self.session, key, file, corrections))
            self.reset.emit()
            self._tell()
            self.edited.emit()

    # --- a batch

    def prepare_only(self, keys: Sequence[str]) -> None:
        """Prepares these photos, and leaves the others as they are."""
        session = self.session
        chosen = frozenset(session.shots[key].photo.name for key in keys if key in session.shots)
        if chosen and session.out is not None and not self.progress.is_running:
            self._then = None
            self._send(Prepare(job=session.job(), only=chosen))

    def prepare(self, *, then: HandOver | None = None, replace_edited: bool = False, keep_edited: bool = False) -> None:
        """Prepares what is not done; ``then`` hands over, if nothing stopped it."""
        session = self.session
        if not session.products or session.out is None or self.progress.is_running:
            return
        self._then = then
        self._send(Prepare(job=session.job(), replace_edited=replace_edited, keep_edited=keep_edited))

    def recall(self) -> None:
        """Says of each photo what earlier batches left of it; works on nothing."""
        if self.session.products and self.session.out is not None and not self.progress.is_running:
            self._send(Prepare(job=self.session.job(), only_recall=True))

    def open(self, session: Session) -> None:
        """Takes up a project that was saved."""
        self.generation += 1
        self.session = session
        self.progress = Progress()
        self.undo_stack.clear()
        self.reset.emit()
        self.progress_changed.emit()
        self.options_changed.emit()
        if session.out and (session.out / MEMORY).exists():
            self.recall()

    def _send(self, ask: Prepare) -> None:
        session, job = self.session, ask.job
        self._asked_with = dict(job.corrections)
        session.begin(ask.only)
        self.progress.begin(len(ask.only) or len(session.shots))
        self.reset.emit()
        self.progress_changed.emit()
        self.bridge.send(FLOOR, ask)

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
            self._then = None
            self.bridge.send(FLOOR, Stop())
            self.progress_changed.emit()

    def _lit(self, said: Lit) -> None:
        shots = ((self.session.by_name(name), gains) for name, gains in said.gains.items())
        self.session.gains = {shot.key: gains for shot, gains in shots if shot}

    def _started(self, said: BatchStarted) -> None:
        self.progress.started(said)
        self._moved = True

    def _working(self, said: PhotoWorking) -> None:
        shot = self.session.work(said)
        if shot:
            self.progress.working(shot.photo.name, said.stage)
            self._mark(shot.sku, shot.key)

    def _finished(self, said: PhotoFinished) -> None:
        shot = self.session.finish(said, self._asked_with.get(said.name))
        self.progress.finished(said)
        if shot:
            self._mark(shot.sku, shot.key)

    def _judged(self, said: ListingFinished) -> None:
        self.session.judge(said)
        self._skus.add(said.sku)
        self._moved = True

    def _ended(self, _: BatchFinished) -> None:
        self.progress.listing()
        self._moved = True

    def _prepared(self, said: Prepared) -> None:
        self.session.end()
        self.progress.ended(said)
        self.reset.emit()
        self.progress_changed.emit()
        self.prepared.emit(said)
        self.edited.emit()
        if self._then and not said.interrupted:
            self.bridge.send(FLOOR, self._then)
        self._then = None

    # --- decisions and delivery

    def decide(self, kind: str, keys: Sequence[str], reason: str = "") -> None:
        """Approves, rejects, sends to be shot again, or takes back (``none``)."""
        session = self.session
        chosen = [(shot.photo.name, shot.raw) for key in keys if (shot := session.shots[key]).raw is not None]
        results = tuple((name, raw) for name, raw in chosen if raw is not None)
        if results and session.out:
            ask = Decide(out=session.out, kind=kind, results=results, profile=session.options.profile, reason=reason)
            self.bridge.send(FLOOR, ask)

    def deliver(
        self, to: Path, *, only_changed: bool = False, keep_edited: bool = False, replace_edited: bool = False
    ) -> None:
        """Settles what changed, and hands over what is ready. ``keep_edited`` or ``replace_edited`` says what becomes
        of files that a person edited in the output folder."""
        if self.session.out:
            then = HandOver(out=self.session.out, to=to, only_changed=only_changed)
            self.prepare(then=then, keep_edited=keep_edited, replace_edited=replace_edited)

    def _decided(self, said: Decided) -> None:
        for name, result in said.results:
            shot = self.session.by_name(name)
            if shot:
                self.session.products[shot.sku].judged = None
                self.session.show(shot, result)
                self._mark(shot.sku, shot.key)
        self._tell()
        self.decided.emit(said.kind)
        self.edited.emit()

    def _handed_over(self, said: HandedOver) -> None:
        self.handed_over.emit(said)

    # --- what goes wrong

    def _refused(self, said: Refused) -> None:
        if isinstance(said.ask, NOT_OURS):
            return
        if isinstance(said.ask, Prepare):
            self.session.end()
            self.progress.phase = Phase.IDLE
            self.reset.emit()
        if isinstance(said.ask, Gather) and said.ask.generation == self.generation:
            self.progress.phase = Phase.IDLE
            self.session.forget_seen()
            self.reset.emit()
        self.progress_changed.emit()
        self.refused.emit(said.code, said.sentence)

    @Slot(str)
    def _lost(self, room: str) -> None:
        if room == FLOOR and (self.progress.is_running or self.progress.phase is Phase.GATHERING):
            self.session.end()
            self.progress.phase = Phase.IDLE
            self.reset.emit()
            self.progress_changed.emit()
            self.refused.emit("studio.lost", self.tr("The work broke off. Press Prepare: it goes on from there."))

    # --- signals, once a portion

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

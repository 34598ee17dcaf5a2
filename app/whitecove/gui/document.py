"""The project as the window knows it: what a person may do with it, and signals that say what changed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from whitecove.batch.store import MEMORY
from whitecove.core.corrections.values import Corrections
from whitecove.core.model import Listing, PhotoResult
from whitecove.core.options import Options
from whitecove.gui.batching import Asked, Batching
from whitecove.gui.bridge import FLOOR, GIVEN_UP, Bridge
from whitecove.gui.progress import Progress
from whitecove.studio import model_asks
from whitecove.studio.asks import (
    Arrived,
    Backdrops,
    BatchSaid,
    Decide,
    Decided,
    Gather,
    Grouped,
    HandedOver,
    HandOver,
    LookAtBackdrops,
    Prepare,
    RecallHandover,
    Refused,
    Seen,
    Stop,
)
from whitecove.studio.items import Shot
from whitecove.studio.out_and_back import Version, swap
from whitecove.studio.out_folder import new_out_for
from whitecove.studio.session import Session
from whitecove.studio.sharing import Shared
from whitecove.studio.size_asks import Measure, Measured
from whitecove.studio.watch_asks import BeginWatch

# What is asked by pages, which say themselves what became of it.
NOT_OURS = (*model_asks.ASKS, BeginWatch, RecallHandover)
# What a person asks for: where a room is not started any more, that is said again.
SAID_AGAIN = (Gather, HandOver)
# So many photos are asked about at once: other asks come in between.
MEASURED_AT_ONCE = 20


class Document(Batching):
    """Holds the `Session`. Everything that changes it goes through here; panels listen.

    ``replaced`` (key before, key now): a photo is another file from the next ``reset`` on, which follows at once.

    ``reset``: products are others, or in another order. ``products_changed`` (a set of SKUs) and ``photos_changed`` (a
    set of keys): something about these is different; said once a portion of events. ``progress_changed``: see
    ``progress``. ``arrived``: see ``arrival``. ``refused``: a sentence on what could not be done, and its code.
    ``left``: another project is about to take the place of this one. ``measured``: sizes that were asked for are there.
    """

    replaced = Signal(str, str)
    options_changed = Signal()
    arrived = Signal(object)
    backdrops = Signal(object)
    handed_over = Signal(object)
    decided = Signal(str)
    left = Signal()
    measured = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(bridge, parent)
        self.undo_stack = QUndoStack(self)  # how products are arranged; touch-up has stacks of its own
        self.generation = 0
        self._incoming: list[Listing] = []
        self._handing: HandOver | None = None
        self._measuring: dict[Path, str] = {}  # photos whose sizes are under way, and their keys
        self._without_size: set[Path] = set()
        self._deciding: deque[Decide] = deque()
        for kind, slot in self._slots().items():
            bridge.listen(kind, slot)
        self.hand_over.connect(self._hand_over)
        bridge.portion_given.connect(self._tell)
        bridge.lost.connect(self._lost)

    def _slots(self) -> dict[type, Callable[[Any], None]]:
        return {
            Seen: self._seen,
            Grouped: self._grouped,
            Arrived: self._arrived,
            Backdrops: self.backdrops.emit,
            Measured: self._measured,
            BatchSaid: self._batch_said,
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
            self.session.out = new_out_for(self.session.inputs)
        self.gather()

    def gather(self) -> None:
        """Looks anew at what was given, and how it is grouped."""
        self.generation += 1
        self._incoming = []
        self.progress.is_gathering = True
        self.progress_changed.emit()
        session = self.session
        self.bridge.send(
            FLOOR,
            Gather(
                generation=self.generation,
                inputs=session.inputs,
                options=session.options,
                out=session.out,
                known=frozenset(shot.origin for shot in session.shots.values() if shot.is_dear),
            ),
        )

    def clear(self) -> None:
        """A new, empty project, with the options of this one."""
        session = Session()
        session.options = self.session.options
        self._become(session)

    def _become(self, session: Session) -> None:
        """Another project. What goes on for this one ends, and is not heard any more."""
        self.left.emit()
        if self.progress.is_running:
            self.bridge.send(FLOOR, Stop())
        self.generation += 1
        self._asked = Asked(serial=self._asked.serial + 1)
        self._handing, self._shared = None, Shared()
        self._without_size.clear()
        self.session, self.progress = session, Progress()
        self.undo_stack.clear()
        self.reset.emit()
        self.progress_changed.emit()
        self.options_changed.emit()

    def open(self, session: Session) -> None:
        """Takes up a project that was saved."""
        self._become(session)
        if session.out and (session.out / MEMORY).exists():
            self.recall()

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
        session.group(self._incoming, said.away)
        self._incoming = []
        self._without_size.clear()
        self.progress.is_gathering = False
        self.reset.emit()
        self.progress_changed.emit()
        self.arrived.emit(said)
        photos = tuple(shot.photo for shot in session.shots.values())
        self.bridge.send(FLOOR, LookAtBackdrops(generation=self.generation, photos=photos))

    def measure(self, keys: Iterable[str]) -> bool:
        """Asks for the sizes of those photos that have none yet; whether any is under way. `measured` follows."""
        shots = self.session.shots
        wanted = {shots[key].photo.path: shots[key] for key in keys if key in shots}
        unknown = [path for path, shot in wanted.items() if shot.known_size is None and path not in self._without_size]
        new = [path for path in unknown if path not in self._measuring]
        self._measuring |= {path: wanted[path].key for path in new}
        for start in range(0, len(new), MEASURED_AT_ONCE):
            self.bridge.send(FLOOR, Measure(paths=tuple(new[start : start + MEASURED_AT_ONCE])))
        return bool(unknown)

    def learn_size(self, key: str, size: tuple[int, int]) -> None:
        """A photo's size became known by the way."""
        if key in self.session.shots:
            self.session.shots[key].size = size

    def is_measuring(self, shot: Shot) -> bool:
        """Whether a photo's size is under way."""
        return shot.photo.path in self._measuring

    def _measured(self, said: Measured) -> None:
        for path in said.paths:
            shot = self.session.shots.get(self._measuring.pop(path, ""))
            if shot and shot.photo.path == path:
                shot.size = said.sizes.get(path)
            if path not in said.sizes:
                self._without_size.add(path)
        self.measured.emit()

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

    def replace_photo(self, key: str, version: Version) -> None:
        """Another file takes a photo's place."""
        if key in self.session.shots:
            sku = self.session.shots[key].sku
            now = swap(self.session, key, version)
            self._mark(sku, now)
            self.replaced.emit(key, now)
            self.reset.emit()
            self._tell()
            self.edited.emit()

    # --- decisions and delivery

    @property
    def is_handing_over(self) -> bool:
        """Whether files are being delivered."""
        return self._handing is not None

    def decide(self, kind: str, keys: Sequence[str], reason: str = "") -> None:
        """Approves, rejects, sends to be shot again, or takes back (``none``)."""
        session = self.session
        shots = [session.shots[key] for key in keys if key in session.shots]
        results = tuple((shot.key, shot.photo.name, shot.raw) for shot in shots if shot.raw is not None)
        if results and session.out:
            ask = Decide(out=session.out, kind=kind, results=results, profile=session.options.profile, reason=reason)
            self._deciding.append(ask)
            self.bridge.send(FLOOR, ask)

    def deliver(
        self, to: Path, *, only_changed: bool = False, keep_edited: bool = False, replace_edited: bool = False
    ) -> bool:
        """Settles what changed, and hands over what is ready. ``keep_edited`` or ``replace_edited`` says what becomes
        of files that a person edited in the output folder. False: something else goes on."""
        if self.session.out is None or self.is_handing_over:
            return False
        then = HandOver(out=self.session.out, to=to, only_changed=only_changed)
        return self.prepare(then=then, keep_edited=keep_edited, replace_edited=replace_edited)

    def _decided(self, said: Decided) -> None:
        self._deciding.popleft()
        for key, result in said.results:
            shot = self.session.shots.get(key)
            if shot and shot.raw and _bytes_of(result) == _bytes_of(shot.raw):  # else it was made anew meanwhile
                self.session.products[shot.sku].judged = None
                self.session.show(shot, result)
                self._mark(shot.sku, shot.key)
        self._tell()
        self.decided.emit(said.kind)
        self.edited.emit()

    def _hand_over(self, ask: HandOver) -> None:
        self._handing = ask
        self.bridge.send(FLOOR, ask)

    def _handed_over(self, said: HandedOver) -> None:
        self._handing = None
        self.handed_over.emit(said)

    # --- what goes wrong

    def _refused(self, said: Refused) -> None:
        if isinstance(said.ask, NOT_OURS):
            return
        if isinstance(said.ask, Prepare):
            if said.ask.serial == self._asked.serial:
                self._refused_batch(said)
            return
        if isinstance(said.ask, HandOver):
            self._handing = None
        if isinstance(said.ask, Decide):
            self._deciding.popleft()
        if isinstance(said.ask, Gather):
            if said.ask.generation != self.generation:
                return
            self.progress.is_gathering = False
            self.session.forget_seen()
            self.reset.emit()
        self.progress_changed.emit()
        if said.code != GIVEN_UP or isinstance(said.ask, SAID_AGAIN):
            self.refused.emit(said.code, said.sentence)

    @Slot(str)
    def _lost(self, room: str) -> None:
        """The floor died, and what it was at: work ends; what was looked at, or decided, is asked again."""
        if room == FLOOR:
            self._measuring.clear()
            self._break_off()
            for ask in self._deciding:
                self.bridge.send(FLOOR, ask)
            if self.progress.is_gathering:
                self.session.forget_seen()
                self.gather()
            self.progress_changed.emit()

    def _break_off(self) -> None:
        if self.progress.is_running or self.is_handing_over:
            self._asked = Asked(serial=self._asked.serial + 1)
            self._handing = None
            self._over()
            self.refused.emit("studio.lost", self.tr("The work broke off. Press Prepare: it goes on from there."))


def _bytes_of(result: PhotoResult) -> list[str]:
    """What tells the pictures of a result from others."""
    return [made.sha256 for made in result.renditions]

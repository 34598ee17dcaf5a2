"""A round: the whole folder is planned again into the same delivery, and what is new in it is made.

A watch never withdraws. A photo that was taken in and is away now (its drive is unplugged, somebody moved it into an
archive) stays in the plan by its content, which the journal knows; only the same content under another name takes its
place. To take a photo out of a delivery is `prepare`'s to do.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from whitecove.batch import decisions, store
from whitecove.batch.delivery.edits import Edits
from whitecove.batch.delivery.lists import Written, write_lists
from whitecove.batch.events import Event
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Executor, Work
from whitecove.batch.executors.processes import staffed
from whitecove.batch.intake.gathering import Known
from whitecove.batch.places import MANIFEST
from whitecove.batch.plan import Plan, propose, settle
from whitecove.batch.report.shown import Shown
from whitecove.batch.results import BatchResult
from whitecove.batch.run import run
from whitecove.batch.watch import taken as memory
from whitecove.batch.watch.failures import Failures, Remembering
from whitecove.batch.watch.keepable import edited, losing, with_gains
from whitecove.batch.watch.noting import noted
from whitecove.batch.watch.presence import presence
from whitecove.batch.watch.scan import Stamp, stamp_of
from whitecove.batch.watch.taken import Taken
from whitecove.core.errors import OutputError, PlanError
from whitecove.core.model import State
from whitecove.core.options import Options
from whitecove.core.profiles import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked of a watch: photos of ``folder`` into the delivery ``out``, as ``options`` and ``profile`` say, by
    that many ``workers`` (0: as many as fit) with the installed ``models``, and with what the file ``corrections`` says
    was drawn on them. ``executor`` and ``worker`` replace where,
    and by what, photos are prepared."""

    folder: Path
    out: Path
    options: Options
    profile: Profile
    models: Mapping[str, Path]
    edits: Edits = Edits.REFUSE
    corrections: Path | None = None
    workers: int = 0
    executor: Executor | None = None
    worker: Work | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """What became of a round; ``lost`` are the paths of files that went away while they were worked on."""

    result: BatchResult
    written: Written
    lost: frozenset[str]


class Rounds:
    """The rounds of one watch, and what is known from one to the next.

    Raises:
        PlanError: the delivery has corrected pictures, and the watch has no corrections.
    """

    def __init__(self, order: Order, emit: Callable[[Event], None]) -> None:
        self.order = order
        self.emit = emit
        self.failures = Failures()
        self.shown = Shown()
        self.taken = memory.read(order.out)
        self.manifest = self._manifest()
        self.decided: Stamp | None = None
        self.drawn: Stamp | None = None
        self.begun = False
        self._refuse_uncorrected()

    def is_outdated(self, seen: Mapping[str, Stamp]) -> bool:
        """Whether the delivery is not what it would be now, though no file came: somebody decided something about a
        picture, or took a broken file away; ``seen`` are the files that are there."""
        return self.has_new_decisions() or self.failures.any_gone(seen)

    def has_new_decisions(self) -> bool:
        """Whether somebody decided something that no round has seen."""
        return bool(self.taken) and self._decided() != self.decided

    def let_be(self, seen: Mapping[str, Stamp]) -> None:
        """Nothing can be made of the files ``seen``, so nothing is outdated either, until another comes."""
        self.failures.keep(seen)
        self.decided = self._decided()

    def make(self, settled: Mapping[str, Stamp], control: Control) -> Round | None:
        """Brings the delivery up to date with the files that are ``settled``, by path; none where it was stopped before
        any work: then the lists stay as true as they were.

        Raises:
            PlanError: the folder cannot be planned as it is. OutputError: the delivery cannot be written.
            EngineError: the engine cannot work at all.
        """
        self._look_at_delivery()
        decided, drawn = self._decided(), self._drawn()
        if drawn != self.drawn:
            self.begun = False
        plan = self._plan(settled)
        if control.cancelled:
            return None
        result = run(
            plan,
            models=self.order.models,
            emit=self.emit,
            control=control,
            resume=True,
            executor=Remembering(self._executor(), self.failures, settled),
            worker=self.order.worker,
        )
        written = write_lists(result, self.order.out, self.shown)
        lost = frozenset(_lost(result, settled))
        self._remember(noted(self.taken, plan, result, settled, self.order.folder))
        self.failures.keep({path: stamp for path, stamp in settled.items() if path not in lost})
        self.manifest, self.decided, self.drawn, self.begun = self._manifest(), decided, drawn, True
        return Round(result, written, lost)

    def _look_at_delivery(self) -> None:
        """Makes sure that the delivery is still there, and notices what `prepare` did to it meanwhile.

        Raises:
            OutputError: it is away. It is not begun anew: its drive may just be unplugged. PlanError: it has corrected
                pictures, and the watch has no corrections.
        """
        if not (self.order.out / store.MEMORY).is_dir():
            raise OutputError("watch.out_away", folder=self.order.out)
        if self._manifest() != self.manifest:
            self.taken, self.begun = memory.read(self.order.out), False
        if not self.begun:
            self._refuse_uncorrected()

    def _refuse_uncorrected(self) -> None:
        if self.order.corrections is None and memory.has_corrections(self.order.out):
            raise PlanError("watch.corrected", folder=self.order.out)

    def _decided(self) -> Stamp | None:
        return stamp_of(str(self.order.out / decisions.FILE))

    def _manifest(self) -> Stamp | None:
        return stamp_of(str(self.order.out / MANIFEST))

    def _drawn(self) -> Stamp | None:
        return stamp_of(str(self.order.corrections)) if self.order.corrections else None

    def _executor(self) -> Executor:
        order = self.order
        return order.executor or staffed(order.options.engine, order.models, order.workers)

    def _plan(self, settled: Mapping[str, Stamp]) -> Plan:
        order = self.order
        found = presence(self.taken.values(), settled, order.folder)
        away = [each.found(order.folder) for each in found.away.values()]
        known = Known(settled=settled, away=away, hashes=found.hashes)
        proposal = propose([order.folder], order.options, order.profile, out=order.out, known=known)
        plan = settle(
            proposal, order.out, order.options, order.profile, edits=order.edits, corrections=order.corrections
        )
        plan = with_gains(replace(plan, hashes=found.hashes), found.away)
        self._refuse_losses(plan, found.away.keys())
        return plan

    def _refuse_losses(self, plan: Plan, away: Collection[str]) -> None:
        """Refuses a round that would take pictures of the photos at the paths ``away`` out of the delivery."""
        if changed := edited(plan, away):
            raise PlanError("watch.edited_away", count=len(changed), first=changed[0])
        lost = [] if self.begun else losing(plan, away, self.order.models)
        if lost:
            raise PlanError("watch.not_kept", count=len(lost), first=lost[0])

    def _remember(self, taken: dict[str, Taken]) -> None:
        if taken != self.taken:
            memory.write(self.order.out, taken)
        self.taken = taken


def _lost(result: BatchResult, settled: Mapping[str, Stamp]) -> Iterator[str]:
    """The files that failed and are not there, or not the same, any more."""
    for listing in result.listings:
        for row in listing.rows:
            path = str(row.photo.path)
            if row.result.state is State.FAILED and path in settled and stamp_of(path) != settled[path]:
                yield path

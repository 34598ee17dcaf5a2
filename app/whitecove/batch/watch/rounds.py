"""A round: the whole folder is planned again into the same delivery, and what is new in it is made.

A watch never withdraws. A photo that was taken in and is away now (its drive is unplugged, somebody moved it into an
archive) stays in the plan by its content, which the journal knows; only the same content under another name takes its
place. To take a photo out of a delivery is `prepare`'s to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
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
from whitecove.batch.intake.headers import read_header
from whitecove.batch.places import MANIFEST
from whitecove.batch.plan import Plan, propose, settle
from whitecove.batch.report.shown import Shown
from whitecove.batch.results import BatchResult
from whitecove.batch.run import run
from whitecove.batch.watch import taken as memory
from whitecove.batch.watch.failures import Failures, Remembering
from whitecove.batch.watch.keepable import losing
from whitecove.batch.watch.scan import Stamp, stamp_of
from whitecove.batch.watch.taken import Taken
from whitecove.core.errors import OutputError, PlanError
from whitecove.core.model import State
from whitecove.core.options import Options
from whitecove.core.profiles import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked of a watch: photos of ``folder`` into the delivery ``out``, as ``options`` and ``profile`` say, by
    that many ``workers`` (0: as many as fit) with the installed ``models``. ``executor`` and ``worker`` replace where,
    and by what, photos are prepared."""

    folder: Path
    out: Path
    options: Options
    profile: Profile
    models: Mapping[str, Path]
    edits: Edits = Edits.REFUSE
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
    """The rounds of one watch, and what is known from one to the next."""

    def __init__(self, order: Order, emit: Callable[[Event], None]) -> None:
        self.order = order
        self.emit = emit
        self.failures = Failures()
        self.shown = Shown()
        self.taken = memory.read(order.out)
        self.manifest = self._manifest()
        self.decided: Stamp | None = None
        self.begun = False

    def is_outdated(self, seen: Mapping[str, Stamp]) -> bool:
        """Whether the delivery is not what it would be now, though no file came: somebody decided something about a
        picture, or took a broken file away; ``seen`` are the files that are there."""
        return self.begun and (self._decided() != self.decided or self.failures.any_gone(seen))

    def make(self, settled: Mapping[str, Stamp], control: Control) -> Round | None:
        """Brings the delivery up to date with the files that are ``settled``, by path; none where it was stopped before
        any work: then the lists stay as true as they were.

        Raises:
            PlanError: the folder cannot be planned as it is. OutputError: the delivery cannot be written.
            EngineError: the engine cannot work at all.
        """
        self._look_at_delivery()
        decided = self._decided()
        plan = self._plan(settled)
        if control.cancelled:
            return None
        result = run(
            plan,
            workers=self.order.workers,
            models=self.order.models,
            emit=self.emit,
            control=control,
            resume=True,
            executor=Remembering(self._executor(), self.failures, settled),
            worker=self.order.worker,
        )
        written = write_lists(result, self.order.out, self.shown)
        lost = frozenset(_lost(result, settled))
        self._remember(plan, result, settled)
        self.failures.keep({path: stamp for path, stamp in settled.items() if path not in lost})
        self.manifest, self.decided, self.begun = self._manifest(), decided, True
        return Round(result, written, lost)

    def _look_at_delivery(self) -> None:
        """Makes sure that the delivery is still there, and notices what `prepare` did to it meanwhile.

        Raises:
            OutputError: it is away. It is not begun anew: its drive may just be unplugged.
        """
        if not (self.order.out / store.MEMORY).is_dir():
            raise OutputError("watch.out_away", folder=self.order.out)
        if self._manifest() != self.manifest:
            self.taken = memory.read(self.order.out)

    def _decided(self) -> Stamp | None:
        return stamp_of(str(self.order.out / decisions.FILE))

    def _manifest(self) -> Stamp | None:
        return stamp_of(str(self.order.out / MANIFEST))

    def _executor(self) -> Executor:
        order = self.order
        return order.executor or staffed(order.options.engine, order.models, order.workers)

    def _plan(self, settled: Mapping[str, Stamp]) -> Plan:
        order = self.order
        away = [each for each in self._away(settled) if not self._is_moved(each, settled)]
        there = [each for each in self.taken.values() if each.stamp and settled.get(self._path(each)) == each.stamp]
        hashes = {each.name: each.sha256 for each in (*there, *away)}
        known = Known(settled=settled, away=[each.found(order.folder) for each in away], hashes=hashes)
        proposal = propose([order.folder], order.options, order.profile, out=order.out, known=known)
        plan = settle(proposal, order.out, order.options, order.profile, edits=order.edits)
        plan = replace(plan, hashes=hashes)
        lost = [] if self.begun else losing(plan, {each.name for each in away}, order.models)
        if lost:
            raise PlanError("watch.not_kept", count=len(lost), first=lost[0])
        return plan

    def _away(self, settled: Mapping[str, Stamp]) -> list[Taken]:
        """The photos taken in that are not there, or are being written anew."""
        return [each for each in self.taken.values() if self._path(each) not in settled]

    def _is_moved(self, gone: Taken, settled: Mapping[str, Stamp]) -> bool:
        """Whether the content of ``gone`` is there under another name. Only files of its size are read."""
        known = {self._path(each): each for each in self.taken.values() if each.stamp}
        for path, stamp in settled.items():
            if gone.stamp is not None and stamp.size != gone.stamp.size:
                continue
            same = known.get(path)
            sha256 = same.sha256 if same and same.stamp == stamp else store.file_sha256(Path(path))
            if sha256 == gone.sha256:
                return True
        return False

    def _path(self, each: Taken) -> str:
        return str(self.order.folder / each.place)

    def _remember(self, plan: Plan, result: BatchResult, settled: Mapping[str, Stamp]) -> None:
        """Notes the photos of ``plan`` that were prepared, and keeps what is known of those that were not reached."""
        kept = {photo.name: self.taken[photo.name] for photo in plan.photos if photo.name in self.taken}
        for listing in result.listings:
            for row in listing.rows:
                path, facts = str(row.photo.path), row.result.facts
                if path not in settled:
                    continue
                if facts is None or row.result.state is State.FAILED:
                    kept.pop(row.photo.name, None)
                else:
                    kept[row.photo.name] = self._noted(row.photo.name, path, settled[path], facts.sha256)
        if kept != self.taken:
            memory.write(self.order.out, kept)
        self.taken = kept

    def _noted(self, name: str, path: str, stamp: Stamp, sha256: str) -> Taken:
        known = self.taken.get(name)
        if known and (known.stamp, known.sha256) == (stamp, sha256):
            return known
        place = Path(path).relative_to(self.order.folder)
        return Taken(name=name, place=str(place), stamp=stamp, sha256=sha256, header=read_header(Path(path)))


def _lost(result: BatchResult, settled: Mapping[str, Stamp]) -> Iterator[str]:
    """The files that failed and are not there, or not the same, any more."""
    for listing in result.listings:
        for row in listing.rows:
            path = str(row.photo.path)
            if row.result.state is State.FAILED and path in settled and stamp_of(path) != settled[path]:
                yield path

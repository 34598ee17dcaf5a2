"""When to look, when to make a round, and what to do while the folder is away. Time comes in from outside, so that all
of it can be tried without waiting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from whitecove.batch.events import Event
from whitecove.batch.executors.control import Control
from whitecove.batch.results import BatchResult, Skipped
from whitecove.batch.watch.events import FolderAway, FolderBack, RoundFinished, Trouble, WatchEvent
from whitecove.batch.watch.rounds import Order, Round, Rounds
from whitecove.batch.watch.scan import FolderAwayError, Stamp, is_held, scan, stamp_of
from whitecove.batch.watch.settling import Settling
from whitecove.core.errors import OutputError, PlanError
from whitecove.core.messages import sentence

# Where nothing in the folder can become a picture, there is nothing to mend.
NOTHING_YET = frozenset({"plan.no_photos", "plan.none_left"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Seconds. A file that has not changed for ``settle`` is settled; a round begins when nothing has come or changed
    for ``calm``, or something settled has waited for ``patience`` times that. While nothing happens, the folder is
    looked at every ``idle``. What is away or in trouble is tried again after ``again``, then twice as long each time,
    at most ``longest``; what failed by chance, after ``longest``."""

    settle: float = 2.0
    calm: float = 5.0
    patience: float = 12.0
    idle: float = 5.0
    busy: float = 0.5
    again: float = 1.0
    longest: float = 30.0


class Watch:
    """A watch under way. ``tell`` gets what it says, ``emit`` what its batches say; ``control`` ends it."""

    def __init__(
        self,
        order: Order,
        pace: Pace,
        tell: Callable[[WatchEvent], None],
        emit: Callable[[Event], None],
        control: Control,
    ) -> None:
        self.folder, self.out = order.folder, order.out
        self.pace, self.tell, self.control = pace, tell, control
        self.rounds = Rounds(order, emit)
        self.settling = Settling(pace.settle)
        self.seen: dict[str, Stamp] = {}
        self.done: dict[str, Stamp] = {}
        self.last: BatchResult | None = None
        self.away: FolderAway | None = None
        self.problem = self.trouble = ""
        self.waiting_since: float | None = None
        self.retry_at = self.try_at = float("-inf")
        self.pause = pace.again

    def step(self, now: float) -> float:
        """Looks, and makes a round if one is due; the seconds after which to look again."""
        if not self.look(now) and not self._is_emptied:
            return self._longer()
        fresh = self._fresh(now)
        if not fresh and not self._is_outdated(now):
            self.waiting_since = None
        elif self._is_due(now):
            self._make(now, fresh)
        in_motion = self.waiting_since is not None or bool(self.settling.arriving(now))
        return min(self.pace.busy, self.pace.idle) if in_motion else self.pace.idle

    def finish(self, now: float) -> list[str]:
        """One round of what is settled ``now``, calm or not; the files that are not settled.

        Raises:
            PlanError, OutputError: the round cannot be made, or the folder cannot be read.
        """
        if not self.look(now):
            raise PlanError("watch.not_seen", folder=self.folder, problem=self.problem)
        if self._fresh(now) or self._is_outdated(now):
            self._round(now)
        return self.settling.arriving(now)

    def look(self, now: float) -> bool:
        """Takes in what lies in the folder; whether it can be seen. Says so when that changes."""
        try:
            seen = scan(self.folder, self.out)
        except FolderAwayError as error:
            self._say_away(emptied=False, problem=error.__cause__)
            return False
        if not seen and self.done:
            self._say_away(emptied=True)
            self.settling.look(seen, now)
            self.seen = seen
            return False
        if self.away:
            if not self.away.emptied:
                self.tell(FolderBack(folder=self.folder))
            self.away, self.pause = None, self.pace.again
        self.settling.look(seen, now)
        self.seen = seen
        return True

    def _say_away(self, *, emptied: bool, problem: BaseException | None = None) -> None:
        if self.away and self.away.emptied == emptied:
            return
        code = "watch.emptied" if emptied else "watch.away"
        self.problem = getattr(problem, "strerror", "") or "it is not there"
        reason = sentence(code, folder=self.folder, problem=self.problem)
        self.away = FolderAway(folder=self.folder, emptied=emptied, reason=reason)
        self.tell(self.away)

    @property
    def _is_emptied(self) -> bool:
        return self.away is not None and self.away.emptied

    def _is_outdated(self, now: float) -> bool:
        """Whether a round is to be made though nothing came. In a folder that was emptied, nothing was taken away."""
        if now >= self.try_at and self.rounds.failures.any_to_try():
            return not self._is_emptied
        return self.rounds.has_new_decisions() if self._is_emptied else self.rounds.is_outdated(self.seen)

    def _fresh(self, now: float) -> dict[str, Stamp]:
        """The settled files that no round has taken in as they are now; looked at once more, each by itself."""
        fresh = {path: stamp for path, stamp in self.settling.settled(now).items() if self.done.get(path) != stamp}
        for path, stamp in list(fresh.items()):
            if stamp_of(path) != stamp or is_held(path):
                self.settling.again(path, now)
                del fresh[path]
        return fresh

    def _is_due(self, now: float) -> bool:
        if self.waiting_since is None:
            self.waiting_since = now
        if now < self.retry_at:
            return False
        calm = not self.settling.arriving(now) and now - self.settling.changed >= self.pace.calm
        return calm or now - self.waiting_since >= self.pace.calm * self.pace.patience

    def _make(self, now: float, fresh: Mapping[str, Stamp]) -> None:
        try:
            self._round(now)
        except (PlanError, OutputError) as error:
            if str(error) != self.trouble:
                self.trouble = str(error)
                self.tell(Trouble(reason=self.trouble))
            if error.code in NOTHING_YET:
                self.rounds.let_be(self.seen)
                self.done |= fresh
                self.waiting_since = None
            else:
                self.retry_at = now + self._longer()

    def _round(self, now: float) -> None:
        settled = self.settling.settled(now)
        made = self.rounds.make(settled, self.control)
        if made is None:
            return
        if made.written.trouble:
            raise made.written.trouble
        arrived = {path for path, stamp in settled.items() if self.done.get(path) != stamp}
        if not made.result.interrupted:
            self.done = {**self.done, **settled}
            for path in made.lost:
                self.done.pop(path, None)
        self.trouble, self.waiting_since = "", None
        self.retry_at, self.pause = float("-inf"), self.pace.again
        self.try_at = now + self.pace.longest
        self.last = made.result
        self._say(made, arrived)

    def _say(self, made: Round, arrived: set[str]) -> None:
        names = {Path(path).relative_to(self.folder).as_posix() for path in arrived}
        skipped: tuple[Skipped, ...] = tuple(each for each in made.result.skipped if each.name in names)
        changes = made.written.changes
        self.tell(RoundFinished(arrived=len(arrived), result=made.result, skipped=skipped, changes=changes))

    def _longer(self) -> float:
        pause, self.pause = self.pause, min(2 * self.pause, self.pace.longest)
        return pause

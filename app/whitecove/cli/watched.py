"""What `watch` says: lines for a person as things happen, or JSON lines for a program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from whitecove.batch import words
from whitecove.batch.events import Event, PhotoFinished
from whitecove.batch.results import BatchResult, Skipped
from whitecove.batch.watch.events import (
    FolderAway,
    FolderBack,
    NoEvents,
    RoundFinished,
    Trouble,
    WatchEvent,
    WatchStarted,
)
from whitecove.cli import console
from whitecove.cli.events import event_values, summary_values
from whitecove.cli.exit_codes import Exit
from whitecove.cli.verdicts import COUNTED, MARKS
from whitecove.core.messages import sentence
from whitecove.core.model import State

NAMED_AT_MOST = 5


class Voice:
    """Says what happens in a watch for the delivery ``out``."""

    def __init__(self, out: Path, *, as_json: bool, quiet: bool) -> None:
        self.out, self.as_json, self.quiet = out, as_json, quiet
        self.rounds = 0

    def _begin(self, folder: Path) -> None:
        if self.as_json:
            console.say_json({"event": "watching", "folder": str(folder), "out": str(self.out)})
        elif not self.quiet:
            console.say(f"Watching {folder} for {self.out}. Press Ctrl+C to stop.")

    def emit(self, event: Event) -> None:
        """News of a batch."""
        if self.as_json:
            console.say_json(event_values(event))
        elif not self.quiet and isinstance(event, PhotoFinished):
            console.say(photo_line(event))

    def tell(self, event: WatchEvent) -> None:
        """News of the watch."""
        match event:
            case WatchStarted():
                self._begin(event.folder)
            case FolderAway():
                self._note("away", event.reason, folder=str(event.folder), emptied=event.emptied)
            case FolderBack():
                self._note("back", sentence("watch.back", folder=event.folder), folder=str(event.folder))
            case NoEvents():
                self._note("no_events", event.reason)
            case Trouble():
                self._note("trouble", event.reason)
            case RoundFinished():
                self._round(event)

    def still_arriving(self, names: Sequence[str]) -> None:
        """Some files were not settled."""
        if names:
            named = ", ".join(names[:NAMED_AT_MOST])
            more = f" and {len(names) - NAMED_AT_MOST} more" if len(names) > NAMED_AT_MOST else ""
            self._note("arriving", sentence("watch.still_arriving", files=named + more), sources=list(names))

    def end(self, result: BatchResult | None, code: Exit) -> None:
        """The watch is over."""
        if self.as_json:
            values = summary_values(result, self.out, code) if result else _nothing(self.out, code)
            console.say_json({**values, "rounds": self.rounds})
        elif not self.quiet and result is None:
            console.say("Nothing was to be done.")

    def _round(self, event: RoundFinished) -> None:
        self.rounds += 1
        if self.as_json:
            skipped = ({"event": "skipped", "source": each.name, "reason": each.reason} for each in event.skipped)
            for values in skipped:
                console.say_json(values)
            values = summary_values(event.result, self.out, Exit.READY, event.changes)
            console.say_json({**values, "event": "round", "arrived": event.arrived})
        elif not self.quiet:
            for line in round_lines(event):
                console.say(line)

    def _note(self, kind: str, reason: str, **more: object) -> None:
        if self.as_json:
            console.say_json({"event": kind, "reason": reason, **more})
        else:
            console.note(reason)


def photo_line(event: PhotoFinished) -> str:
    """A photo, what became of it, and why."""
    mark, state = MARKS[event.result.state][0], event.result.state.value
    reason = words.reason(event.result.reason)
    return f"{mark} {state:<8} {event.sku}  {event.name}" + (f"  {reason}" if reason else "")


def round_lines(event: RoundFinished) -> Iterator[str]:
    """What came of a round as a whole."""
    for skipped in event.skipped:
        yield skipped_line(skipped)
    counts = event.result.counts()
    told = "   ".join(f"{MARKS[state][0]} {count} {COUNTED[state]}" for state, count in counts.items())
    waiting = sum(len(listing.rows) for listing in event.result.waiting)
    left = f"   {waiting} waiting: the next watch goes on from there" if waiting else ""
    yield f"{event.arrived} came; the delivery now has   {told}{left}"
    yield from event.result.notes


def skipped_line(skipped: Skipped) -> str:
    """A file that is no photo to prepare, and why."""
    return f"{MARKS[State.SKIPPED][0]} {State.SKIPPED.value:<8} {skipped.name}  {skipped.reason}"


def _nothing(out: Path, code: Exit) -> dict[str, object]:
    return {"event": "summary", "counts": {}, "out": str(out), "exit_code": int(code)}

"""What became of a batch, for a person to read: what needs a look, the counts, and where everything lies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from whitecove.batch import words
from whitecove.batch.delivery.changes import Kind, photos_gone
from whitecove.batch.report.page import changed
from whitecove.cli import console
from whitecove.core.messages import sentence
from whitecove.core.model import State, Verdict

if TYPE_CHECKING:
    from rich.table import Table

    from whitecove.batch.delivery.changes import Change
    from whitecove.batch.results import BatchResult, ListingResult, Row

# Of the products that are ready, and of what was skipped, no more are named: the report has all.
READY_AT_MOST = 20
SKIPPED_AT_MOST = 10
MARKS = {
    State.WAITING: ("…", "dim"),
    State.READY: ("✓", "green"),
    State.REVIEW: ("!", "yellow"),
    State.FAILED: ("✗", "red"),
    State.RESHOOT: ("↻", "red"),
    State.UNUSED: ("–", "dim"),
    State.SKIPPED: ("·", "dim"),
}
COUNTED = {
    State.WAITING: "waiting",
    State.READY: "ready",
    State.REVIEW: "in review",
    State.FAILED: "failed",
    State.RESHOOT: "to shoot again",
    State.UNUSED: "kept aside",
    State.SKIPPED: "skipped",
}


def tell(result: BatchResult, out: Path, changes: Sequence[Change] = ()) -> None:
    """Prints the verdicts of ``result``, delivered to ``out``, and how many ``changes`` there are."""
    for line in lines(result, out, changes):
        console.say(line)


def lines(result: BatchResult, out: Path, changes: Sequence[Change] = ()) -> Iterator[str]:
    """The lines that `tell` prints."""
    if result.listings:
        yield console.drawn(_table(result))
        yield ""
    for skipped in result.skipped[:SKIPPED_AT_MOST]:
        yield f"{_state(State.SKIPPED)}  {skipped.name}: {skipped.reason}"
    if len(result.skipped) > SKIPPED_AT_MOST:
        yield f"… and {len(result.skipped) - SKIPPED_AT_MOST} more were skipped."
    counts = _counts(result)
    yield "   ".join(f"{MARKS[state][0]} {count} {COUNTED[state]}" for state, count in counts.items())
    numbers = [f"{len(files)} {word}" for word, files in changed(result, changes).items()]
    if numbers:
        yield f"Since the last delivery: {', '.join(numbers)}."
    elif not changes and counts.get(State.READY) and not result.interrupted:
        yield "Nothing changed since the last delivery."
    yield from _taken_out(result, changes)
    yield from result.notes
    photos = sum(counts.values()) - counts.get(State.SKIPPED, 0)
    if counts.get(State.UNUSED, 0) > photos / 2:
        yield sentence("listing.many_aside")
    if result.interrupted:
        yield f"Interrupted with {result.unstarted} photos to go. The same command goes on from there."
    yield ""
    yield from _places(result, out, changes)


def _taken_out(result: BatchResult, changes: Sequence[Change]) -> Iterator[str]:
    """What is said where more files went with their photos than stay: somebody may have given the new photos only."""
    made = (each for li in result.listings for row in li.rows for each in row.result.renditions)
    stay = sum(each.state is State.READY for each in made) - sum(change.kind is Kind.NEW for change in changes)
    count = photos_gone(changes)
    if count > stay:
        yield sentence("listing.taken_out_many", count=count) if count > 1 else sentence("listing.taken_out")


def _counts(result: BatchResult) -> dict[State, int]:
    waiting = sum(len(listing.rows) for listing in result.waiting)
    return ({State.WAITING: waiting} if waiting else {}) | result.counts()


def _places(result: BatchResult, out: Path, changes: Sequence[Change]) -> Iterator[str]:
    """Where everything lies that there is to look at."""
    rows = [row for listing in result.listings for row in listing.rows]
    shown = {
        "Delivery": out,
        "Review": out / "_review" if any(listing.state is not State.READY for listing in result.listings) else None,
        "Reshoot": out / "reshoot.html" if any(row.result.state is State.RESHOOT for row in rows) else None,
        "Changes": out / "changes.csv" if changed(result, changes) else None,
        "Report": out / "report.html",
    }
    for title, place in shown.items():
        if place and (title in ("Delivery", "Report") or place.exists()):
            yield f"{title:<8}  {place.resolve()}"


def _table(result: BatchResult) -> Table:
    from rich.table import Table

    from whitecove.batch.results import review_order

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for title in ("Product", "Photo", "State"):
        table.add_column(title, overflow="fold", no_wrap=title == "State")
    table.add_column("Why, and what to do", overflow="fold", ratio=1)
    ready = [listing for listing in result.listings if listing.state is State.READY]
    for listing in review_order(result.listings):
        if listing.state is not State.READY:
            _add_open(table, listing)
    for listing in ready[:READY_AT_MOST]:
        _add_ready(table, listing)
    if len(ready) > READY_AT_MOST:
        table.add_row(f"… and {len(ready) - READY_AT_MOST} more", "", _marked(State.READY), "")
    return table


def _add_open(table: Table, listing: ListingResult) -> None:
    """A product that is not ready: a line for each of its photos that is not; where only the product as a whole is
    not, a line for it."""
    open_rows = [row for row in listing.rows if row.result.state not in (State.READY, State.UNUSED)]
    if not open_rows:
        reason = _plain(words.reason(listing.reason))
        table.add_row(_plain(listing.sku), _files(listing.rows), _marked(listing.state), reason)
    for number, row in enumerate(open_rows):
        sku = "" if number else _plain(listing.sku)
        reason = _plain(_why(row))
        table.add_row(sku, _plain(row.photo.name), _marked(row.result.state), reason)


def _why(row: Row) -> str:
    """The photo's reason, with the picture that it is about where its other pictures are ready."""
    made = row.result.renditions
    first = next((each for each in made if each.state is not State.READY), None)
    reason = words.reason(row.result.reason)
    if first is None or not any(each.state is State.READY for each in made):
        return reason
    return f"{words.place(first.slot, first.order, first.variant or row.variant)}. {reason}"


def _add_ready(table: Table, listing: ListingResult) -> None:
    table.add_row(_plain(listing.sku), _files(listing.rows), _marked(State.READY), _plain(_warned(listing)))


def _files(rows: tuple[Row, ...]) -> str:
    used = sum(row.result.state is State.READY for row in rows)
    aside = len(rows) - used
    return f"{used} photo{'s' if used != 1 else ''}" + (f", {aside} kept aside" if aside else "")


def _warned(listing: ListingResult) -> str:
    """The rules that a ready product is warned of, each once."""
    of_files = [f for row in listing.rows for made in row.result.renditions for f in made.findings]
    broken = dict.fromkeys(f.rule for f in Verdict(findings=(*of_files, *listing.findings)).warnings)
    return f"Worth a look: {', '.join(words.rule(rule) for rule in broken)}" if broken else ""


def _plain(text: str) -> str:
    from rich.markup import escape

    return escape(text)


def _marked(state: State) -> str:
    mark, style = MARKS[state]
    return f"[{style}]{mark} {state.value}[/]"


def _state(state: State) -> str:
    return f"{MARKS[state][0]} {state.value}"

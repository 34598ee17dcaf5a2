"""What became of a batch, for a person to read: what needs a look, the counts, and where everything lies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from whitecove.batch import words
from whitecove.cli import console
from whitecove.core.model import State, Verdict

if TYPE_CHECKING:
    from rich.table import Table

    from whitecove.batch.results import BatchResult, ListingResult, Row

# Of the products that are ready, and of what was skipped, no more are named: the report has all.
READY_AT_MOST = 20
SKIPPED_AT_MOST = 10
MARKS = {
    State.READY: ("✓", "green"),
    State.REVIEW: ("!", "yellow"),
    State.FAILED: ("✗", "red"),
    State.RESHOOT: ("↻", "red"),
    State.UNUSED: ("–", "dim"),
    State.SKIPPED: ("·", "dim"),
}
COUNTED = {
    State.READY: "ready",
    State.REVIEW: "in review",
    State.FAILED: "failed",
    State.RESHOOT: "to shoot again",
    State.UNUSED: "kept aside",
    State.SKIPPED: "skipped",
}


def tell(result: BatchResult, out: Path) -> None:
    """Prints the verdicts of ``result``, delivered to ``out``."""
    for line in lines(result, out):
        console.say(line)


def lines(result: BatchResult, out: Path) -> Iterator[str]:
    """The lines that `tell` prints."""
    if result.listings:
        yield console.drawn(_table(result))
        yield ""
    for skipped in result.skipped[:SKIPPED_AT_MOST]:
        yield f"{_state(State.SKIPPED)}  {skipped.name}: {skipped.reason}"
    if len(result.skipped) > SKIPPED_AT_MOST:
        yield f"… and {len(result.skipped) - SKIPPED_AT_MOST} more were skipped."
    yield "   ".join(f"{MARKS[state][0]} {count} {COUNTED[state]}" for state, count in result.counts().items())
    yield from result.notes
    if result.interrupted:
        yield f"Interrupted with {result.unstarted} photos to go. The same command goes on from there."
    yield ""
    yield f"Delivery  {out.resolve()}"
    if any(listing.state is not State.READY for listing in result.listings) and (out / "_review").is_dir():
        yield f"Review    {(out / '_review').resolve()}"
    yield f"Report    {(out / 'report.html').resolve()}"


def _table(result: BatchResult) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for title in ("Product", "Photo", "State"):
        table.add_column(title, overflow="fold", no_wrap=title == "State")
    table.add_column("Why, and what to do", overflow="fold", ratio=1)
    ready = [listing for listing in result.listings if listing.state is State.READY]
    for listing in result.listings:
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
        reason = _plain(words.reason(row.result.reason))
        table.add_row(sku, _plain(row.photo.name), _marked(row.result.state), reason)


def _add_ready(table: Table, listing: ListingResult) -> None:
    table.add_row(_plain(listing.sku), _files(listing.rows), _marked(State.READY), _plain(_warned(listing)))


def _files(rows: tuple[Row, ...]) -> str:
    used = sum(row.result.state is State.READY for row in rows)
    aside = len(rows) - used
    return f"{used} photo{'s' if used != 1 else ''}" + (f", {aside} kept aside" if aside else "")


def _warned(listing: ListingResult) -> str:
    """The rules that a ready product is warned of, each once."""
    findings = [f for row in listing.rows for made in row.result.renditions for f in made.findings]
    broken = dict.fromkeys(f.rule for f in Verdict(findings=tuple(findings)).warnings)
    return f"Worth a look: {', '.join(words.rule(rule) for rule in broken)}" if broken else ""


def _plain(text: str) -> str:
    from rich.markup import escape

    return escape(text)


def _marked(state: State) -> str:
    mark, style = MARKS[state]
    return f"[{style}]{mark} {state.value}[/]"


def _state(state: State) -> str:
    return f"{MARKS[state][0]} {state.value}"

"""``report.html``: one page for the client, with everything in it: pictures before and after, verdicts, filters.

Like the manifest it holds no clock, duration or absolute path, so that two runs of one job give the same bytes.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from whitecove import __version__
from whitecove.batch import store, words
from whitecove.batch.decisions import APPROVED
from whitecove.batch.report import standing, template
from whitecove.batch.report.findings import FindingView, GroupView, grouped, shown
from whitecove.batch.report.shown import Shown
from whitecove.batch.report.thumbnails import Source, side_for, thumbnails
from whitecove.batch.results import BatchResult, ListingResult, Row, review_order
from whitecove.core.checks.score import lost
from whitecove.core.model import Outcome, Rendition, State
from whitecove.core.profiles import Profile, load_profile

if TYPE_CHECKING:
    from whitecove.batch.delivery.changes import Change

FILE = "report.html"
# Of the changes of one kind no more files are named: changes.csv has all.
CHANGES_AT_MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A fact about a picture."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoView:
    """A picture that was made, or a photo that none was made of (``made`` is false). ``why`` says why the photo is in
    this product and place."""

    place: str
    state: str
    state_word: str
    source: str
    file: str
    link: str
    made: bool
    reason: str
    why: list[str]
    before: str
    after: str
    facts: list[FactView]
    groups: list[GroupView]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductView:
    """A listing; ``search`` is what its names are found by."""

    sku: str
    sum: str
    state: str
    state_word: str
    search: str
    findings: list[FindingView]
    photos: list[PhotoView]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountView:
    """How many ended in a state."""

    state: str
    word: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedView:
    """A file that was skipped."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """Changes of one kind since the last delivery: how many, in words, and the files."""

    word: str
    files: list[str]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The whole page; ``products`` are made as they are asked for."""

    headline: str
    marketplace: str
    version: str
    notes: list[str]
    changes: list[ChangeView]
    total: int
    counts: list[CountView]
    products: Iterator[ProductView]
    skipped: list[SkippedView]
    skipped_search: str


def write_report(result: BatchResult, out: Path, changes: Sequence[Change] = (), shown: Shown | None = None) -> None:
    """Writes ``report.html`` into the delivery folder ``out``, whose files must lie where ``result`` says; ``changes``
    are those since the last delivery; thumbnails that an earlier report has ``shown`` are not made again. One that says
    and shows the same already is left as it is.

    Raises:
        OutputError: the disk does not take it. ProfileError: the profile's file is gone or wrong.
    """
    essence = standing.essence(result, changes, load_profile(result.profile))
    away = standing.away(result)
    if not standing.stands(out / FILE, essence, away):
        store.write_pieces(out / FILE, pieces(result, out, changes, shown))
        standing.note(out / FILE, essence, away | standing.away(result))


def pieces(
    result: BatchResult, out: Path, changes: Sequence[Change] = (), shown: Shown | None = None
) -> Iterator[bytes]:
    """The page, piece by piece: with its thumbnails it may take more room than all else.

    Raises:
        ProfileError: the profile's file is gone or wrong.
    """
    return template.pieces("report.html.j2", page=_page(result, out, changes, shown))


def _page(result: BatchResult, out: Path, changes: Sequence[Change], shown: Shown | None) -> PageView:
    profile = load_profile(result.profile)
    listings = review_order((*result.listings, *result.waiting))
    if shown:
        shown.begin()
    counts = _counts(result)
    pictures = sum(len(_renditions(row)) for listing in listings for row in listing.rows)
    small = thumbnails(_sources(listings, out), side_for(pictures), shown)
    return PageView(
        headline=headline(result),
        marketplace=profile.name,
        version=__version__,
        notes=_notes(result),
        changes=_changes(result, changes),
        total=sum(counts.values()),
        counts=[CountView(state=s.value, word=words.STATES[s], number=n) for s, n in counts.items()],
        products=(_product(listing, profile, small) for listing in listings),
        skipped=[SkippedView(name=each.name, reason=each.reason) for each in result.skipped],
        skipped_search=_searchable(each.name for each in result.skipped),
    )


def _counts(result: BatchResult) -> dict[State, int]:
    """How many pictures are in each state; a photo that none was made of counts as one, and so does a skipped file."""
    listings = (*result.listings, *result.waiting)
    states = Counter(
        made.state if made else row.result.state
        for listing in listings
        for row in listing.rows
        for made in _renditions(row)
    )
    states[State.SKIPPED] += len(result.skipped)
    return {state: states[state] for state in State if states[state]}


def headline(result: BatchResult) -> str:
    """The one sentence to read: how much of it can be uploaded."""
    counts = _counts(result)
    ready = counts.get(State.READY, 0)
    asked = sum(counts.values()) - counts.get(State.UNUSED, 0) - counts.get(State.SKIPPED, 0)
    if not asked:
        return "There is no picture to upload"
    if ready < asked:
        return f"{ready} of {asked} pictures {'is' if ready == 1 else 'are'} ready to upload"
    incomplete = sum(listing.state is not State.READY for listing in result.listings)
    if incomplete:
        return f"{_number(incomplete, 'product')} {'is' if incomplete == 1 else 'are'} not ready as a whole"
    return f"All {ready} pictures are ready to upload" if ready != 1 else "The picture is ready to upload"


def _number(count: int, thing: str) -> str:
    return f"{count} {thing}" + ("" if count == 1 else "s")


def _notes(result: BatchResult) -> list[str]:
    verb = "is" if result.unstarted == 1 else "are"
    left = f"The work was interrupted: {_number(result.unstarted, 'photo')} {verb} still to be done."
    return [left, *result.notes] if result.interrupted else list(result.notes)


def changed(result: BatchResult, changes: Sequence[Change]) -> dict[str, list[str]]:
    """The files that changed since the last delivery, by what became of them in the words of a person. Empty for a
    first delivery, of which everything is new."""
    ready = sum(
        made.state is State.READY for li in result.listings for row in li.rows for made in row.result.renditions
    )
    if len(changes) == ready and all(change.kind == "new" for change in changes):
        return {}
    files = {word: [change.file for change in changes if change.kind == kind] for kind, word in words.CHANGES.items()}
    return {word: found for word, found in files.items() if found}


def _changes(result: BatchResult, changes: Sequence[Change]) -> list[ChangeView]:
    return [
        ChangeView(
            word=f"{len(files)} {word}", files=files[:CHANGES_AT_MOST], more=max(0, len(files) - CHANGES_AT_MOST)
        )
        for word, files in changed(result, changes).items()
    ]


def _renditions(row: Row) -> tuple[Rendition | None, ...]:
    return row.result.renditions or (None,)


def _sources(listings: Iterable[ListingResult], out: Path) -> Iterator[Source | None]:
    """Of every picture the photo, then what was made of it."""
    for listing in listings:
        for row in listing.rows:
            for made in _renditions(row):
                yield _photo_source(row)
                yield Source(out / made.file, sha256=made.sha256) if made and made.file else None


def _photo_source(row: Row) -> Source | None:
    """A photo that could not be read is not tried again: it may have taken a worker down."""
    return Source(row.photo.path, row.result.facts) if row.result.facts else None


def _product(listing: ListingResult, profile: Profile, small: Iterator[str]) -> ProductView:
    photos = [
        _photo(row, made, profile, (next(small), next(small))) for row in listing.rows for made in _renditions(row)
    ]
    used = sum(row.result.state is not State.UNUSED for row in listing.rows)
    aside = len(listing.rows) - used
    return ProductView(
        sku=listing.sku,
        sum=_number(used, "photo") + _of_variants(listing) + (f", {aside} kept aside" if aside else ""),
        state=listing.state.value,
        state_word=words.STATES[listing.state],
        search=_searchable((listing.sku, *(name for row in listing.rows for name in _names(row)))),
        findings=[shown(f, {}) for f in listing.findings if f.broken and listing.state is not State.FAILED],
        photos=photos,
    )


def _of_variants(listing: ListingResult) -> str:
    names = {row.variant for row in listing.rows if row.variant}
    return f" of {len(names)} variants" if len(names) > 1 else ""


def _names(row: Row) -> tuple[str, ...]:
    made = row.result.renditions
    return row.photo.name, row.variant, *(each.variant for each in made), *(each.file for each in made)


def _searchable(names: Iterator[str] | tuple[str, ...]) -> str:
    return unicodedata.normalize("NFC", "\n".join(dict.fromkeys(names))).lower()


def _photo(row: Row, made: Rendition | None, profile: Profile, thumbs: tuple[str, str]) -> PhotoView:
    result = row.result
    state = made.state if made else result.state
    of_file = made.findings if made else ()
    points = lost(of_file, profile)
    return PhotoView(
        place=_place(row, made),
        state=state.value,
        state_word=words.STATES[state],
        source=row.photo.name,
        file=made.file if made else "",
        link=quote(made.file) if made else "",
        made=bool(made and made.file),
        reason=words.reason(made.reason if made else result.reason),
        why=list(row.photo.reasons),
        before=thumbs[0],
        after=thumbs[1],
        facts=list(_facts(row, made)),
        groups=list(grouped((*of_file, *result.findings), points)),
    )


def _place(row: Row, made: Rendition | None) -> str:
    if made is None:
        return words.place(row.photo.role, row.photo.order, row.variant)
    return words.place(made.slot, made.order or row.photo.order, made.variant or row.variant)


def _facts(row: Row, made: Rendition | None) -> Iterator[FactView]:
    if made and made.decision.startswith(APPROVED):  # a refusal is the reason of its state
        yield FactView(name="Decided", value=made.decision[0].upper() + made.decision[1:])
    if row.photo.tags:
        yield FactView(name="Shows", value=", ".join(words.TAGS[tag] for tag in row.photo.tags))
    yield from _facts_of_file(made) if made else ()
    facts = row.result.facts
    if facts:
        yield FactView(name="Photo", value=f"{facts.width} × {facts.height} px, {facts.format}")
        for note in facts.notes:
            yield FactView(name="", value=note)


def _facts_of_file(made: Rendition) -> Iterator[FactView]:
    if made.file:
        yield FactView(name="Size", value=f"{made.width} × {made.height} px, {made.bytes / 1000:,.0f} KB")
    if made.engine:
        yield FactView(name="Cutout", value=words.engine(made.engine))
    if made.corrections:
        yield FactView(name="Corrected", value=made.corrections)
    for finding in made.findings:
        if finding.rule == "colour.fidelity" and finding.outcome is not Outcome.NOT_MEASURED:
            yield FactView(name="Colour change", value=finding.measured)
    for change in made.changes:
        yield FactView(name="Changed as asked", value=change[0].upper() + change[1:])
    for note in made.notes:
        yield FactView(name="", value=note)
    if made.score is not None:
        yield FactView(name="Points", value=f"{made.score} of 100")

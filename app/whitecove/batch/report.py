"""``report.html``: one page for the client, with everything in it: pictures before and after, verdicts, filters.

Like the manifest it holds no clock, duration or absolute path, so that two runs of one job give the same bytes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from whitecove import __version__, paths
from whitecove.batch import store, words
from whitecove.batch.results import BatchResult, ListingResult, Row
from whitecove.batch.thumbnails import Source, side_for, thumbnails
from whitecove.core.checks.score import lost
from whitecove.core.model import Finding, Outcome, PhotoResult, Rendition, Severity, State
from whitecove.core.profiles import Profile, load_profile

FILE = "report.html"
ICONS = {Severity.ERROR: "failed", Severity.WARNING: "review", Severity.INFO: "unused"}
UNMEASURED_ICON = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding as it is shown; ``kind`` is its style."""

    name: str
    kind: str
    icon: str
    measured: str
    required: str
    fix: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """Findings of one kind under a title that opens and folds them."""

    title: str
    kind: str
    icon: str
    open: bool
    rows: list[FindingView]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A fact about a picture."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoView:
    """A picture that was made, or a photo that none was made of (``made`` is false)."""

    place: str
    state: str
    state_word: str
    source: str
    file: str
    link: str
    made: bool
    reason: str
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
class PageView:
    """The whole page."""

    headline: str
    marketplace: str
    version: str
    notes: list[str]
    total: int
    counts: list[CountView]
    products: list[ProductView]
    skipped: list[SkippedView]
    skipped_search: str


def write_report(result: BatchResult, out: Path) -> None:
    """Writes ``report.html`` into the delivery folder ``out``, whose files must lie where ``result`` says.

    Raises:
        OutputError: the disk does not take it. ProfileError: the profile's file is gone or wrong.
    """
    store.write_atomic(out / FILE, rendered(result, out))


def rendered(result: BatchResult, out: Path) -> bytes:
    """The page.

    Raises:
        ProfileError: the profile's file is gone or wrong.
    """
    import jinja2

    folder = paths.resources() / "report"
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("report.html.j2").render(
        page=_page(result, out),
        css=(folder / "report.css").read_text("utf-8"),
        js=(folder / "report.js").read_text("utf-8"),
    )
    return page.encode()


def _page(result: BatchResult, out: Path) -> PageView:
    profile = load_profile(result.profile)
    listings = (*result.listings, *result.waiting)
    pairs = [(row, made) for listing in listings for row in listing.rows for made in _renditions(row)]
    side = side_for(len(pairs))
    before = iter(thumbnails((_photo_source(row) for row, _ in pairs), side))
    after = iter(thumbnails((Source(out / made.file) if made and made.file else None for _, made in pairs), side))
    products = [_product(listing, profile, before, after) for listing in listings]
    counts = _counts(result)
    return PageView(
        headline=headline(result),
        marketplace=profile.name,
        version=__version__,
        notes=_notes(result),
        total=sum(counts.values()),
        counts=[CountView(state=s.value, word=words.STATES[s], number=n) for s, n in counts.items()],
        products=products,
        skipped=[SkippedView(name=each.name, reason=each.reason) for each in result.skipped],
        skipped_search=_searchable(each.name for each in result.skipped),
    )


def _counts(result: BatchResult) -> dict[State, int]:
    """How many inputs are in each state, those that wait too."""
    waiting = sum(len(listing.rows) for listing in result.waiting)
    return ({State.WAITING: waiting} if waiting else {}) | result.counts()


def headline(result: BatchResult) -> str:
    """The one sentence to read: how much of it can be uploaded."""
    counts = _counts(result)
    ready = counts.get(State.READY, 0)
    asked = sum(counts.values()) - counts.get(State.UNUSED, 0) - counts.get(State.SKIPPED, 0)
    if ready == asked:
        return f"All {ready} pictures are ready to upload" if ready != 1 else "The picture is ready to upload"
    return f"{ready} of {asked} pictures {'is' if ready == 1 else 'are'} ready to upload"


def _notes(result: BatchResult) -> list[str]:
    left = f"The work was interrupted: {result.unstarted} photos are still to be done."
    return [left, *result.notes] if result.interrupted else list(result.notes)


def _renditions(row: Row) -> tuple[Rendition | None, ...]:
    return row.result.renditions or (None,)


def _photo_source(row: Row) -> Source | None:
    """A photo that could not be read is not tried again: it may have taken a worker down."""
    return Source(row.photo.path, row.result.facts) if row.result.facts else None


def _product(listing: ListingResult, profile: Profile, before: Iterator[str], after: Iterator[str]) -> ProductView:
    photos = [
        _photo(row, made, profile, (next(before), next(after))) for row in listing.rows for made in _renditions(row)
    ]
    used = sum(row.result.state is not State.UNUSED for row in listing.rows)
    aside = len(listing.rows) - used
    return ProductView(
        sku=listing.sku,
        sum=f"{used} photo{'' if used == 1 else 's'}" + (f", {aside} kept aside" if aside else ""),
        state=listing.state.value,
        state_word=words.STATES[listing.state],
        search=_searchable((listing.sku, *(name for row in listing.rows for name in _names(row)))),
        findings=[_finding(f, {}) for f in listing.findings if f.broken and listing.state is not State.FAILED],
        photos=photos,
    )


def _names(row: Row) -> tuple[str, ...]:
    return row.photo.name, row.variant, *(made.file for made in row.result.renditions)


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
        before=thumbs[0],
        after=thumbs[1],
        facts=list(_facts(result, made)),
        groups=list(_groups((*of_file, *result.findings), points)),
    )


def _place(row: Row, made: Rendition | None) -> str:
    word = words.PLACES.get(made.slot if made else row.photo.role, "Photo")
    numbered = f"{word} {row.photo.order}" if word == "Detail" else word
    return f"{numbered}, {row.variant}" if row.variant else numbered


def _facts(result: PhotoResult, made: Rendition | None) -> Iterator[FactView]:
    if made and made.file:
        yield FactView(name="Size", value=f"{made.width} × {made.height} px, {made.bytes / 1000:,.0f} KB")
    if made and made.engine:
        yield FactView(name="Cutout", value=words.engine(made.engine))
    for finding in made.findings if made else ():
        if finding.rule == "colour.fidelity" and finding.outcome is not Outcome.NOT_MEASURED:
            yield FactView(name="Colour change", value=finding.measured)
    if made and made.score is not None:
        yield FactView(name="Points", value=f"{made.score} of 100")
    if result.facts:
        yield FactView(name="Photo", value=f"{result.facts.width} × {result.facts.height} px, {result.facts.format}")
        for note in result.facts.notes:
            yield FactView(name="", value=note)


def _groups(findings: tuple[Finding, ...], points: dict[str, int]) -> Iterator[GroupView]:
    """Fails and warnings open, the rest folded."""
    broken = [(severity, [f for f in findings if f.broken and f.severity is severity]) for severity in Severity]
    for severity, found in broken:
        if found:
            title = f"{words.GRADES[severity]} ({len(found)})"
            rows = [_finding(f, points) for f in found]
            unfolded = severity is not Severity.INFO
            yield GroupView(title=title, kind=severity.value, icon=ICONS[severity], open=unfolded, rows=rows)
    unmeasured = [_finding(f, {}) for f in findings if f.outcome is Outcome.NOT_MEASURED]
    if unmeasured:
        title = f"{words.UNMEASURED} ({len(unmeasured)})"
        yield GroupView(title=title, kind="open", icon=UNMEASURED_ICON, open=False, rows=unmeasured)
    passed = [_finding(f, {}) for f in findings if f.outcome is Outcome.PASS]
    if passed:
        yield GroupView(title=f"Fine ({len(passed)})", kind="ready", icon="ready", open=False, rows=passed)


def _finding(finding: Finding, points: dict[str, int]) -> FindingView:
    kind = {Outcome.PASS: "pass", Outcome.NOT_MEASURED: "open"}.get(finding.outcome, finding.severity.value)
    icon = {Outcome.PASS: "ready", Outcome.NOT_MEASURED: UNMEASURED_ICON}.get(finding.outcome, ICONS[finding.severity])
    return FindingView(
        name=words.rule(finding.rule),
        kind=kind,
        icon=icon,
        measured=finding.measured,
        required=finding.required,
        fix=finding.fix,
        points=points.get(finding.rule, 0),
    )

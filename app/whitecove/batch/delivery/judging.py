"""A listing is judged as a whole: its photos' states and files after that, and its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from whitecove.batch.places import REVIEW
from whitecove.batch.results import SEVERITY, ListingResult, Row
from whitecove.core.checks.check import SetFacts
from whitecove.core.checks.registry import judge_set
from whitecove.core.messages import sentence
from whitecove.core.model import Finding, Listing, PhotoResult, Rendition, Role, Severity, Slot, State, Want
from whitecove.core.profiles import Profile


def judge(
    listing: Listing,
    wants: Mapping[str, tuple[Want, ...]],
    results: Mapping[str, PhotoResult],
    profile: Profile,
    *,
    slots: Collection[str],
) -> ListingResult:
    """The listing's own state, and its photos' states and files after that.

    A card (the listing, or each variant where the profile's cards are made for variants) whose main picture is not
    ready, or that has none where main pictures were asked for, goes to review as a whole; a listing that breaks a rule
    on its pictures together does. One that a person set aside, with all its photos, is unused. ``wants`` and
    ``results`` are by the photos' names; ``slots`` are those that were asked for.
    """
    rows = [
        Row(variant=variant.name, photo=photo, result=results[photo.name])
        for variant in listing.variants
        for photo in variant.photos
    ]
    if all(row.photo.role is Role.UNUSED for row in rows):
        return _set_aside(listing.sku, rows)
    used = [row for row in rows if wants[row.photo.name]]
    cards = _Cards(profile, used, wants, main_asked="main" in slots)
    kept_aside = sentence("listing.kept_aside", total=len(rows), used=len(used), aside=len(rows) - len(used))
    settled = tuple(replace(row, result=_settled(row, cards, kept_aside)) for row in rows)
    state, reason = _worst([row.result for row in settled if wants[row.photo.name]] or [row.result for row in settled])
    findings = _set_findings(cards, len(rows) - len(used), profile, slots)
    if state in (State.READY, State.UNUSED):
        state, reason = _by_set(findings) or (state, reason)
    reason = next(iter(cards.held.values()), reason)
    return ListingResult(sku=listing.sku, state=state, reason=reason, findings=findings, rows=settled)


def postponed(listing: Listing, finished: Mapping[str, PhotoResult]) -> ListingResult:
    """A listing that an interruption kept from being delivered: all its photos wait, also those that are done."""
    undone, done = sentence("listing.interrupted"), sentence("listing.others_left")
    rows = tuple(
        Row(
            variant=variant.name,
            photo=photo,
            result=PhotoResult(state=State.WAITING, reason=done if photo.name in finished else undone, facts=None),
        )
        for variant in listing.variants
        for photo in variant.photos
    )
    return ListingResult(sku=listing.sku, state=State.WAITING, reason=undone, findings=(), rows=rows)


def _set_aside(sku: str, rows: Iterable[Row]) -> ListingResult:
    reason = sentence("listing.set_aside")
    settled = tuple(
        replace(row, result=replace(row.result, reason=reason)) if row.result.state is State.UNUSED else row
        for row in rows
    )
    return ListingResult(sku=sku, state=State.UNUSED, reason=reason, findings=(), rows=settled)


class _Cards:
    """The product pages of a listing: ``names`` has each card's variant (an empty name for the whole listing),
    ``headless`` those that have no main picture though they should, and ``held`` why a card is held back, where it is:
    it is headless, or why its main picture is not ready."""

    def __init__(
        self, profile: Profile, used: Sequence[Row], wants: Mapping[str, tuple[Want, ...]], *, main_asked: bool
    ) -> None:
        self.used = used
        self._by_variant = profile.card == "variant"
        wanted = [(row, want) for row in used for want in wants[row.photo.name]]
        self.names = tuple(dict.fromkeys(self.of(row, want) for row, want in wanted)) or ("",)
        mains = [(row, self.of(row, want)) for row, want in wanted if want.slot is Slot.MAIN]
        self.held = {card: reason for row, card in mains if (reason := self._why_not_ready(row, card)) is not None}
        self.headless = {card for card in self.names if main_asked} - {card for _, card in mains}
        self.held |= {card: sentence("listing.no_main") for card in self.names if card in self.headless}

    def of(self, row: Row, picture: Want | Rendition) -> str:
        """The card that a picture belongs to."""
        return (picture.variant or row.variant) if self._by_variant else ""

    def why_held(self, row: Row, picture: Rendition) -> str | None:
        """Why a picture that is ready itself waits in review; none where it does not."""
        card = self.of(row, picture)
        if card not in self.held:
            return None
        return sentence("listing.no_main" if card in self.headless else "listing.main_not_ready")

    def _why_not_ready(self, row: Row, card: str) -> str | None:
        result = row.result
        made = [each for each in result.renditions if each.slot is Slot.MAIN and self.of(row, each) == card]
        if result.state in (State.FAILED, State.RESHOOT) or not made:
            return result.reason
        return next((each.reason or result.reason for each in made if each.state is not State.READY), None)

    def made(self) -> Iterator[tuple[Row, Rendition]]:
        """The pictures that were made of photos that did not fail."""
        for row in self.used:
            if row.result.state is not State.FAILED:
                yield from ((row, each) for each in row.result.renditions)


def _set_findings(cards: _Cards, unused: int, profile: Profile, slots: Collection[str]) -> tuple[Finding, ...]:
    """What the rules on the pictures together find; a main picture is missed only where one was asked for."""
    made = list(cards.made())
    number = Counter(each.slot for _, each in made)
    facts = SetFacts(
        mains=number[Slot.MAIN],
        details=number[Slot.DETAIL],
        unused=unused,
        tags=frozenset(tag for row, each in made if each.slot is Slot.DETAIL for tag in row.photo.tags),
        slots=frozenset(number),
        cards=len(cards.names),
    )
    return tuple(each for each in judge_set(facts, profile) if each.rule != "set.main" or "main" in slots)


def _by_set(findings: Iterable[Finding]) -> tuple[State, str] | None:
    """The state that the first broken rule on the pictures together decides, with its reason; none if none does."""
    for finding in findings:
        if finding.broken and finding.severity is Severity.ERROR:
            return State.REVIEW, finding.sentence
    return None


def _worst(results: Iterable[PhotoResult]) -> tuple[State, str]:
    worst = max(results, key=lambda result: SEVERITY.index(result.state))
    return worst.state, worst.reason


def _settled(row: Row, cards: _Cards, kept_aside: str) -> PhotoResult:
    result = row.result
    if result.state is State.UNUSED:
        return replace(result, reason=kept_aside)
    held = [cards.why_held(row, each) if each.state is State.READY else None for each in result.renditions]
    renditions = tuple(
        _placed(replace(each, state=State.REVIEW, reason=reason) if reason else each)
        for each, reason in zip(result.renditions, held, strict=True)
    )
    reason = next(filter(None, held), None)
    if reason and result.state is State.READY:
        return replace(result, state=State.REVIEW, reason=reason, renditions=renditions)
    return replace(result, renditions=renditions)


def _placed(rendition: Rendition) -> Rendition:
    if not rendition.file or rendition.state is State.READY:
        return rendition
    return replace(rendition, file=f"{REVIEW}/{rendition.file}")

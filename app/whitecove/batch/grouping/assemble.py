"""A listing of a group's photos: variants, the main picture, the order of the others, files given twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whitecove.batch.grouping.by_time import in_shooting_order
from whitecove.batch.grouping.members import Group, Member
from whitecove.batch.grouping.names import EDITED, OWN_START, SEPARATORS
from whitecove.batch.grouping.roles import PER_VARIANT, settled
from whitecove.batch.grouping.words import key
from whitecove.batch.intake.samefiles import same_bytes
from whitecove.batch.naming.names import collision_key, natural_key
from whitecove.batch.results import Skipped
from whitecove.core.messages import sentence
from whitecove.core.model import Listing, Photo, Role, Variant

# The first choice for the main picture: on white, called main, seen from the front; then what says nothing.
KINDS = {"white": 0, "main": 1, "front": 2}
UNSAID = 3
RANKS = {Role.DETAIL: 4, Role.VARIANT: 5, Role.UNUSED: 6, Role.PAGE: 7}


@dataclass(frozen=True, slots=True)
class _Entry:
    """A member with its ``rank`` (`KINDS`, `UNSAID`, `RANKS`), its ``variant``'s place (0: it belongs to none), and
    whether it is called just as the product is (``is_whole``)."""

    member: Member
    rank: int
    variant: int
    is_whole: bool

    @property
    def is_free(self) -> bool:
        """Whether nothing keeps it from being the main picture."""
        return self.rank <= UNSAID


def assembled(group: Group, sku: str, *, details: int, card: str, all_main: bool) -> tuple[Listing, list[Skipped]]:
    """The listing of ``group`` and the photos that it has twice. ``all_main``: whoever asks for a listing a photo says
    that each is a main picture, whatever its name says."""
    ordered, is_shot = _ordered(group)
    names = _variant_names(ordered)
    places = {_same(name): place for place, name in enumerate(names, start=1)}
    entries = [
        _Entry(
            member,
            UNSAID if all_main else _rank(member),
            places.get(_same(member.variant), 0),
            _same(member.found.stem) == _same(group.name),
        )
        for member in ordered
    ]
    entries.sort(key=lambda entry: entry.rank)
    entries, skipped = _without_doubles(entries, card)
    roles = _roles(entries, len(names), card)
    placed = _placed(entries, roles)
    photos: dict[int, list[Photo]] = {}
    for order, (entry, role) in enumerate(placed, start=1):
        first = _first_reason(entry, names, is_shot=is_shot, is_only=len(placed) == 1)
        reasons = (*entry.member.reasons, *_why(entry, role, first))
        found = entry.member.found
        photo = Photo(path=found.path, name=found.name, role=role, order=order, tags=entry.member.tags, reasons=reasons)
        photos.setdefault(entry.variant, []).append(photo)
    variants = tuple(
        Variant(name=name, photos=tuple(photos[place])) for place, name in enumerate(("", *names)) if place in photos
    )
    return settled(Listing(sku=sku, variants=variants), details=details, card=card), skipped


def _ordered(group: Group) -> tuple[list[Member], bool]:
    """The members as they were shot, where only the camera named them; else by name."""
    if group.is_shot:
        return list(group.members), True
    unsaid = [member for member in group.members if _rank(member) == UNSAID]
    if all(member.is_silent for member in unsaid):
        shot = in_shooting_order(unsaid)
        if shot is not None:
            return [*shot, *_by_name(member for member in group.members if _rank(member) != UNSAID)], True
    return _by_name(iter(group.members)), False


def _by_name(members: Iterator[Member]) -> list[Member]:
    return sorted(members, key=_place_in_set)


def _place_in_set(member: Member) -> tuple[object, ...]:
    """By name, whatever separates its parts: ``SKU1_2`` comes before ``SKU1-3``. An edited photo stands where the one
    as shot would: ``SKU1-Edit`` before ``SKU1-2``."""
    stem = key(EDITED.sub("", member.found.stem))
    is_edited = EDITED.search(member.found.stem) is not None
    return natural_key(re.sub(f"[{SEPARATORS}]+", " ", stem).strip()), stem, is_edited, member.found.name


def _rank(member: Member) -> int:
    role, sense = member.role, member.sense
    if role is Role.MAIN and sense:
        return KINDS.get(sense.kind, UNSAID)
    return RANKS[role] if role else UNSAID


def _variant_names(members: Sequence[Member]) -> list[str]:
    """The variants' names in natural order, or as an earlier delivery numbered them, each as it is first written."""
    names: dict[str, str] = {}
    numbers: dict[str, int] = {}
    for member in members:
        if member.variant:
            name = names.setdefault(_same(member.variant), member.variant)
            own = OWN_START.match(member.found.stem)
            numbers.setdefault(name, int(own["number"]) if own else 0)
    return sorted(names.values(), key=lambda name: (numbers[name], natural_key(name)))


def _same(variant: str) -> str:
    """Equal for names of one variant."""
    return collision_key(key(variant))


def _without_doubles(entries: Sequence[_Entry], card: str) -> tuple[list[_Entry], list[Skipped]]:
    """``entries`` without files given twice. What shows another variant, or is a part of the long page, stays."""
    first_of = same_bytes([entry.member.found for entry in entries]) if len(entries) > 1 else {}
    if not first_of:
        return list(entries), []
    kept: list[_Entry] = []
    skipped: list[Skipped] = []
    held: set[tuple[object, ...]] = set()
    shown: set[int] = set()
    for entry in entries:
        name = entry.member.found.name
        first = first_of.get(name, name)
        is_further = not entry.variant or (entry.variant in shown and entry.rank != RANKS[Role.VARIANT])
        place = 0 if is_further and card != PER_VARIANT else entry.variant
        same = (first, entry.rank >= RANKS[Role.PAGE], entry.rank == RANKS[Role.VARIANT])
        if (*same, place) in held or (*same, entry.variant) in held:
            skipped.append(Skipped(name=name, reason=sentence("skip.same_file", first=first)))
            continue
        held |= {(*same, place), (*same, entry.variant), *([(*same, 0)] if card != PER_VARIANT else [])}
        shown.add(entry.variant)
        kept.append(entry)
    return kept, skipped


def _roles(entries: Sequence[_Entry], variants: int, card: str) -> dict[str, Role]:
    """The role of each entry, by the photo's name."""
    roles = {entry.member.found.name: _role(entry) for entry in entries}
    mains = _mains(entries, variants, card)
    for entry in mains:
        roles[entry.member.found.name] = Role.MAIN
    if card == PER_VARIANT or variants < 2:
        return roles
    shown = {entry.variant for entry in entries if roles[entry.member.found.name] is Role.VARIANT}
    shown |= {entry.variant for entry in mains}
    for entry in entries:
        if entry.variant and entry.variant not in shown and entry.rank <= RANKS[Role.DETAIL]:
            roles[entry.member.found.name] = Role.VARIANT
            shown.add(entry.variant)
    return roles


def _role(entry: _Entry) -> Role:
    return Role.DETAIL if entry.is_free else entry.member.role or Role.DETAIL


def _mains(entries: Sequence[_Entry], variants: int, card: str) -> list[_Entry]:
    """The main picture of each card. What calls itself a detail never becomes one."""
    if card != PER_VARIANT or not variants:
        return _main(entries, variants)
    cards = ([entry for entry in entries if entry.variant == place] for place in range(1, variants + 1))
    return [entry for some in cards for entry in _main(some, 1)]


def _main(entries: Sequence[_Entry], variants: int) -> list[_Entry]:
    free = [entry for entry in entries if entry.is_free]
    if not free and all(entry.rank >= RANKS[Role.VARIANT] for entry in entries):
        free = [entry for entry in entries if entry.rank == RANKS[Role.VARIANT] and entry.variant]

    def choice(entry: _Entry) -> tuple[int, int]:
        """By what is said; a picture that no variant owns goes first where it is called main, or just as the product
        is (``1003``, beside ``1003-red``), else last."""
        if variants < 2:
            return entry.rank, 0
        is_first = entry.variant or entry.rank < UNSAID or entry.is_whole
        return entry.rank, entry.variant if is_first else variants + 1

    return [min(free, key=choice)] if free else []


def _placed(entries: Sequence[_Entry], roles: dict[str, Role]) -> list[tuple[_Entry, Role]]:
    """In the order of details: those of no variant, the main picture's variant's, the others'."""
    main = next((entry for entry in entries if roles[entry.member.found.name] is Role.MAIN), None)
    first = main.variant if main else 0

    def place(entry: _Entry) -> tuple[int, int]:
        return 0 if not entry.variant else 1 if entry.variant == first else 2, entry.variant

    return [(entry, roles[entry.member.found.name]) for entry in sorted(entries, key=place)]


def _first_reason(entry: _Entry, names: Sequence[str], *, is_shot: bool, is_only: bool) -> str:
    if is_only:
        return "It is the only photo."
    order = "It was shot first" if is_shot else "It is the first in name order"
    return f"{order} of the variant {names[entry.variant - 1]}." if entry.variant and len(names) > 1 else f"{order}."


def _why(entry: _Entry, role: Role, first: str) -> Iterator[str]:
    """Why a photo has its role."""
    member, said = entry.member, entry.member.said
    told = member.sense
    if told and told == said.sense:
        yield f"Its name says {_called(told.kind, said.word)}."
    elif told:
        folder = next(name for sense, name in member.placing.senses if sense == told)
        yield f"The folder {folder} holds {HELD[told.role]}."
    if role is Role.MAIN and entry.rank >= UNSAID:
        yield first
    elif role is Role.DETAIL and entry.rank < UNSAID:
        yield "Another is the main picture, so it is a detail."
    elif role is Role.DETAIL and entry.rank == UNSAID:
        yield "It comes after the main picture."
    elif role is Role.VARIANT:
        yield _shows(entry)


HELD = {
    Role.MAIN: "main pictures",
    Role.DETAIL: "details",
    Role.PAGE: "pictures of the long page",
    Role.VARIANT: "pictures of variants",
    Role.UNUSED: "pictures that are kept aside",
}


def _called(kind: str, word: str) -> str:
    return kind if key(word) == key(kind) else f"{kind} ({word})"


def _shows(entry: _Entry) -> str:
    if entry.variant:
        return f"It shows the variant {entry.member.variant}."
    return "It shows a variant, but nothing says which, so no slot takes it."

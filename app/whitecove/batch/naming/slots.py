"""Which pictures are made of a listing's photos, and the name of each file."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from whitecove.batch.naming.names import Naming, collision_key, naming_of, natural_key
from whitecove.batch.naming.templates import VARIANTS
from whitecove.core.errors import PlanError
from whitecove.core.model import Listing, Photo, Role, Slot, Variant, Want
from whitecove.core.options import Options
from whitecove.core.profiles import Profile

# Upload dialogs sort by code points, without regard to case, or as people count.
ORDERS: tuple[Callable[[str, str], bool], ...] = (
    lambda one, other: one < other,
    lambda one, other: one.casefold() < other.casefold(),
    lambda one, other: natural_key(one) < natural_key(other),
)


@dataclass(frozen=True, slots=True)
class Card:
    """What one product page shows, in order: the main picture's photo, if there is one, and the details'. Each photo
    comes with its variant's name. ``variant`` is the one that the card is made for; empty: for the whole listing."""

    variant: str
    main: tuple[Photo, str] | None
    details: tuple[tuple[Photo, str], ...]


def wants_of(listing: Listing, options: Options, profile: Profile, *, date: str = "") -> dict[str, tuple[Want, ...]]:
    """The pictures to make of each photo, by the photo's name (none for a photo that no slot takes). ``date`` is what
    ``{date}`` stands for in names, YYYYMMDD.

    A profile whose cards are made for variants gets a card, with a folder of its own, for each variant; photos of no
    variant are wanted in every one of them. A listing without named variants is one card.

    Raises:
        PlanError: the templates of file names leave too little room.
    """
    naming = naming_of(options, profile)
    labels = naming.labels(listing.sku, [variant.name for variant in _named(listing)])
    wants: dict[str, list[Want]] = {photo.name: [] for photo in listing.photos}
    cards = list(_cards(listing, profile))
    for card in cards:
        for photo, want in _card_wants(card, listing.sku, naming, labels, date):
            if want.slot in options.slots:
                wants[photo.name].append(want)
    if not naming.by_variant and Slot.VARIANT in options.slots:
        for photo, want in _variant_wants(listing, cards[0].main, naming, labels, date):
            wants[photo.name].append(want)
    return {name: tuple(each) for name, each in wants.items()}


def _named(listing: Listing) -> list[Variant]:
    return [variant for variant in listing.variants if variant.name]


def _cards(listing: Listing, profile: Profile) -> Iterator[Card]:
    named = _named(listing)
    if profile.card != "variant" or not named:
        yield _card("", listing.variants, (), profile.details)
        return
    shared = tuple(variant for variant in listing.variants if not variant.name)
    for variant in named:
        yield _card(variant.name, (variant,), shared, profile.details)


def _card(name: str, own: Iterable[Variant], shared: Iterable[Variant], most: int) -> Card:
    """A card of its own photos, then of those that all cards share. A shared photo never becomes its main picture:
    it may show another variant. Where a variant has no main picture of its own, the one that shows it is its main."""
    placed = _ordered(own)
    roles = (Role.MAIN, Role.VARIANT) if name else (Role.MAIN,)
    main = next((each for role in roles for each in placed if each[0].role is role), None)
    details = [each for each in placed if each[0].role is Role.DETAIL]
    details += [each for each in _ordered(shared) if each[0].role in (Role.MAIN, Role.DETAIL)]
    return Card(name, main, tuple(details[:most]))


def _ordered(variants: Iterable[Variant]) -> list[tuple[Photo, str]]:
    placed = [(photo, variant.name) for variant in variants for photo in variant.photos]
    return sorted(placed, key=lambda each: each[0].order)


def _card_wants(
    card: Card, sku: str, naming: Naming, labels: dict[str, str], date: str
) -> Iterator[tuple[Photo, Want]]:
    folder = naming.card(sku, labels.get(card.variant, ""))
    width = len(f"{max(10, 1 + len(card.details))}")
    numbered = [(1, Slot.MAIN, card.main), *((i, Slot.DETAIL, each) for i, each in enumerate(card.details, start=2))]
    for order, slot, each in numbered:
        if each is not None:
            photo, own = each
            label = labels.get(card.variant or own, "")
            file = naming.file(slot, sku, label, order, width=width, date=date)
            yield photo, Want(slot=slot, file=f"{folder}/{file}", variant=card.variant, order=order)


def _variant_wants(
    listing: Listing, main: tuple[Photo, str] | None, naming: Naming, labels: dict[str, str], date: str
) -> Iterator[tuple[Photo, Want]]:
    """The picture of each variant, numbered in the listing's order. The main picture's variant is shown by the main
    picture's photo where no other shows it."""
    named = _named(listing)
    width = len(f"{max(10, len(named))}")
    for order, variant in enumerate(named, start=1):
        photo = next((photo for photo, _ in _ordered([variant]) if photo.role is Role.VARIANT), None)
        if photo is None and main is not None and main[1] == variant.name and len(named) > 1:
            photo = main[0]
        if photo is not None:
            file = naming.file(Slot.VARIANT, listing.sku, labels[variant.name], order, width=width, date=date)
            path = f"{listing.sku}/{VARIANTS}/{file}"
            yield photo, Want(slot=Slot.VARIANT, file=path, variant=variant.name, order=order)


def apart(
    listings: Iterable[Listing], options: Options, profile: Profile, name: Callable[[str], str]
) -> tuple[Listing, ...]:
    """``listings`` with a counter behind the SKU of one whose variant's card would be called as another listing's
    (SKU123 in red, and a product SKU123_red). ``name`` makes a safe SKU."""
    if profile.card != "variant":
        return tuple(listings)
    taken: set[str] = set()
    unique = []
    for listing in listings:
        free, count = listing, 1
        while taken & (cards := _folders(free, options, profile)):
            count += 1
            free = replace(listing, sku=name(f"{listing.sku}-{count}"))
        taken |= cards
        unique.append(free)
    return tuple(unique)


def _folders(listing: Listing, options: Options, profile: Profile) -> set[str]:
    wants = wants_of(listing, options, profile).values()
    return {collision_key(want.file.partition("/")[0]) for each in wants for want in each}


def refuse_clashes(wants: Iterable[Want]) -> None:
    """Refuse names that cannot be told apart, or that would be uploaded in another order.

    Raises:
        PlanError: two files have names, folders aside, that some systems take for the same; two cards would share a
            folder; or a card's names do not sort as its pictures are ordered.
    """
    names: dict[str, str] = {}
    cards: dict[str, list[Want]] = {}
    for want in wants:
        folder, _, name = want.file.rpartition("/")
        _refuse_second(names, collision_key(name), want.file)
        if want.slot in (Slot.MAIN, Slot.DETAIL):
            cards.setdefault(collision_key(folder), []).append(want)
    for card in cards.values():
        card.sort(key=lambda want: want.order)
        _refuse_shared(card)
        _refuse_other_order([want.file for want in card])


def _refuse_second(taken: dict[str, str], key: str, file: str) -> None:
    if key in taken:
        raise PlanError("plan.same_name", first=taken[key], second=file)
    taken[key] = file


def _refuse_shared(card: list[Want]) -> None:
    """Pictures of one folder, in order, are of one card: one main, each place once."""
    for one, other in itertools.pairwise(card):
        if one.order == other.order or one.variant != other.variant:
            raise PlanError("plan.same_name", first=one.file, second=other.file)


def _refuse_other_order(files: list[str]) -> None:
    names = [file.rpartition("/")[2] for file in files]
    for in_order in ORDERS:
        place = next((i for i in range(1, len(names)) if not in_order(names[i - 1], names[i])), 0)
        if place:
            raise PlanError("plan.name_order", first=files[place - 1], second=files[place])

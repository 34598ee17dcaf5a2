"""What each photo of a listing is for, and in which order: main pictures, details, variants, what is kept aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from whitecove.core.model import Listing, Photo, Role, Variant

ORDER = {Role.MAIN: 0, Role.DETAIL: 1, Role.VARIANT: 2, Role.UNUSED: 3, Role.PAGE: 4}
PER_VARIANT = "variant"


def settled(listing: Listing, *, details: int, card: str) -> Listing:
    """``listing`` as it can be made: one main picture a card, the first ``details`` detail pictures of a card used and
    the rest kept aside, one picture for each variant, orders counted from 1 over the listing, and a reason with every
    photo. ``card`` is what a product page is made for: ``listing`` or ``variant``.

    Settling twice changes nothing.
    """
    placed = [(photo, variant.name) for variant in listing.variants for photo in variant.photos]
    cards = _cards(listing, card)
    placed = _sorted(_one_a_card(_sorted(placed), cards))
    placed = _sorted(_limited(placed, details, cards))
    counted = {
        photo.name: (replace(photo, order=order, reasons=photo.reasons or (_plain(photo),)), variant)
        for order, (photo, variant) in enumerate(placed, start=1)
    }
    variants = tuple(
        Variant(
            name=variant.name,
            photos=tuple(sorted((counted[photo.name][0] for photo in variant.photos), key=lambda photo: photo.order)),
        )
        for variant in listing.variants
        if variant.photos
    )
    return Listing(sku=listing.sku, variants=variants)


def _cards(listing: Listing, card: str) -> tuple[str, ...]:
    """The variants that have a card each; none where there is one card for all."""
    named = tuple(variant.name for variant in listing.variants if variant.name and variant.photos)
    return named if card == PER_VARIANT else ()


def _sorted(placed: Iterable[tuple[Photo, str]]) -> list[tuple[Photo, str]]:
    return sorted(placed, key=lambda each: (ORDER[each[0].role], each[0].order, each[0].name))


def _one_a_card(placed: Iterable[tuple[Photo, str]], cards: Sequence[str]) -> Iterator[tuple[Photo, str]]:
    """The first main picture of each card and the first picture of each variant; the others become details."""
    taken: set[tuple[Role, str]] = set()
    for photo, variant in placed:
        if photo.role is Role.MAIN:
            if cards and not variant:
                yield _as(photo, Role.DETAIL, "Each variant has a main picture of its own, so it is a detail."), variant
                continue
            where = (Role.MAIN, variant if cards else "")
        elif photo.role is Role.VARIANT and variant:
            where = (Role.VARIANT, variant)
        else:
            yield photo, variant
            continue
        if where in taken:
            other = "main picture" if photo.role is Role.MAIN else f"picture of {variant}"
            yield _as(photo, Role.DETAIL, f"Another is the {other}, so it is a detail."), variant
        else:
            taken.add(where)
            yield photo, variant


def _limited(placed: Sequence[tuple[Photo, str]], details: int, cards: Sequence[str]) -> Iterator[tuple[Photo, str]]:
    """The first details of each card; those that all cards share fill what the fullest use of their own leaves."""
    own = dict.fromkeys(cards, 0)
    for photo, variant in placed:
        if photo.role is Role.DETAIL and variant in own:
            own[variant] += 1
    shared = details - min((min(count, details) for count in own.values()), default=0)
    room = dict.fromkeys(cards, details)
    kept: set[str] = set()
    for photo, variant in placed:
        if photo.role is Role.DETAIL:
            where = variant if variant in room else ""
            room.setdefault(where, shared)
            if room[where] > 0:
                room[where] -= 1
                kept.add(photo.name)
    aside = ""
    for photo, variant in placed:
        if photo.role is Role.DETAIL and photo.name not in kept:
            aside = aside or _aside(placed, kept)
            yield _as(photo, Role.UNUSED, aside), variant
        else:
            yield photo, variant


def _aside(placed: Sequence[tuple[Photo, str]], kept: set[str]) -> str:
    used = sum(photo.role in (Role.MAIN, Role.VARIANT) or photo.name in kept for photo, _ in placed)
    count = sum(photo.role is not Role.PAGE for photo, _ in placed)
    return f"{count} photos: {used} used, {count - used} kept aside."


def _as(photo: Photo, role: Role, reason: str) -> Photo:
    return replace(photo, role=role, reasons=(*photo.reasons, reason))


def _plain(photo: Photo) -> str:
    return "It is kept aside." if photo.role is Role.UNUSED else f"The plan says {photo.role.value}."

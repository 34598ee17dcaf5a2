"""Listings as grouping leaves them, made of a few words."""

from __future__ import annotations

from pathlib import Path

from whitecove.core.model import Listing, Photo, Role, Variant

ROLES = {"m": Role.MAIN, "d": Role.DETAIL, "v": Role.VARIANT, "p": Role.PAGE, "u": Role.UNUSED}


def listing(sku: str, **variants: str) -> Listing:
    """A listing whose photos are counted over all variants: ``listing("A", _="d", red="md")`` has a detail of no
    variant, 1, and the main and a detail of red, 2 and 3."""
    return listing_of(sku, {name.strip("_"): roles for name, roles in variants.items()})


def listing_of(sku: str, variants: dict[str, str]) -> Listing:
    """The same for any names of variants."""
    made: list[Variant] = []
    order = 0
    for name, roles in variants.items():
        photos = []
        for role in roles:
            order += 1
            photos.append(Photo(path=Path(f"{order}.jpg"), name=f"{order}.jpg", role=ROLES[role], order=order))
        made.append(Variant(name=name, photos=tuple(photos)))
    return Listing(sku=sku, variants=tuple(made))

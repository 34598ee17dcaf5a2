"""Photos that are nothing but names, grouped."""

from __future__ import annotations

from pathlib import Path

from whitecove.batch.grouping import Grouping, group
from whitecove.batch.intake.gathering import Found, order_key
from whitecove.core.model import Listing, Photo, Role

ROOT = Path("/photos")


def found(*names: str) -> list[Found]:
    """Photos of these names, none of which exists."""
    return [Found(ROOT / name, name, tuple(name.split("/")[:-1])) for name in sorted(names, key=order_key)]


def listings(way: str, *names: str) -> tuple[Listing, ...]:
    """The listings of photos, grouped a way."""
    made, skipped = group(found(*names), Grouping(way=way))
    assert not skipped
    return made


def grouped(way: str, *names: str) -> dict[str, list[str]]:
    """The photos of each listing in order, by SKU."""
    return {each.sku: [photo.name for photo in in_order(each)] for each in listings(way, *names)}


def in_order(listing: Listing) -> list[Photo]:
    """A listing's photos in their order."""
    return sorted(listing.photos, key=lambda photo: photo.order)


def roles(way: str, *names: str) -> list[tuple[str, Role]]:
    """The photos of the only listing in order, each with its role."""
    (listing,) = listings(way, *names)
    return [(photo.name, photo.role) for photo in in_order(listing)]


def variants(*names: str) -> dict[str, dict[str, list[str]]]:
    """The photos of each variant by SKU and variant, as ``auto`` groups them."""
    return {
        each.sku: {variant.name: sorted(photo.name for photo in variant.photos) for variant in each.variants}
        for each in listings("auto", *names)
    }


def reasons(*names: str) -> dict[str, str]:
    """All that is said of each photo, as ``auto`` groups them."""
    return {photo.name: " ".join(photo.reasons) for each in listings("auto", *names) for photo in each.photos}

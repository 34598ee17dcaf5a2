"""Names that stay: a product that was delivered before keeps its name where today's differs only by what makes names
unique (a counter, a folder in front), whatever came or went beside it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from whitecove.batch.naming.names import collision_key
from whitecove.core.model import Listing, Photo, Variant

COUNTED = re.compile(r"-(\d+)$")
NEW = "Another product was delivered under the name it would get."
KEPT = "It keeps the name that it was delivered under."


def steady(
    listings: Sequence[Listing],
    before: Mapping[str, str],
    name: Callable[[str], str],
    is_same: Callable[[Photo], bool] = lambda _photo: True,
) -> tuple[Listing, ...]:
    """``listings`` with the SKUs they had, where those still fit. ``before`` has the SKU that each photo was delivered
    under, by the photo's name; ``name`` makes a safe SKU. ``is_same`` tells whether a photo is the one that was
    delivered, not another of its name: folders that are given one after another all have their main.jpg.

    A name that only a counter tells from others, and that another product was delivered under, is not given to a new
    one: its pages would show other goods.
    """
    kept = _kept(listings, before, name, is_same)
    delivered = {collision_key(sku) for sku in before.values()}
    taken = {collision_key(sku) for sku in kept.values()}
    today = {collision_key(listing.sku) for listing in listings if listing.sku not in kept}
    renamed: dict[str, Listing] = {}
    for listing in listings:
        if listing.sku in kept:
            sku = kept[listing.sku]
        elif _is_free(listing, taken, delivered, before, name):
            sku = listing.sku
        else:
            sku = _next(listing.sku, taken | delivered | today, name)
        taken.add(collision_key(sku))
        renamed[listing.sku] = _called(listing, sku, KEPT if listing.sku in kept else NEW)
    return tuple(renamed[listing.sku] for listing in listings)


def _kept(
    listings: Sequence[Listing],
    before: Mapping[str, str],
    name: Callable[[str], str],
    is_same: Callable[[Photo], bool],
) -> dict[str, str]:
    """The SKU that each listing was delivered under, by today's; none where its photos come from several products, or
    where another's do, too."""
    former: dict[str, str] = {}
    for listing in listings:
        known = [photo for photo in listing.photos if photo.name in before]
        skus = {before[photo.name] for photo in known}
        earlier = skus.pop() if len(skus) == 1 else None
        if earlier == listing.sku or (
            earlier is not None and _related(listing, earlier, name) and any(map(is_same, known))
        ):
            former[listing.sku] = earlier
    claims = Counter(collision_key(sku) for sku in former.values())
    return {sku: earlier for sku, earlier in former.items() if claims[collision_key(earlier)] == 1}


def _related(listing: Listing, earlier: str, name: Callable[[str], str]) -> bool:
    """Whether the SKU of ``listing`` and an ``earlier`` one differ only by a counter that grouping put behind them, or
    a folder in front."""
    now, then = collision_key(listing.sku), collision_key(earlier)
    bare = [_family(sku) if _is_made_up(sku, listing, name) else sku for sku in (now, then)]
    return bare[0] == bare[1] or now.endswith(f"-{then}") or then.endswith(f"-{now}")


def _is_made_up(sku: str, listing: Listing, name: Callable[[str], str]) -> bool:
    """Whether the number behind ``sku`` stands neither in the names of the photos nor in those of their folders."""
    if not COUNTED.search(sku):
        return False
    parts = {part for photo in listing.photos for part in photo.path.parts}
    return not any(sku in collision_key(form) for part in parts for form in (part, name(part)))


def _family(sku: str) -> str:
    return COUNTED.sub("", sku)


def _is_free(
    listing: Listing,
    taken: Collection[str],
    delivered: Collection[str],
    before: Mapping[str, str],
    name: Callable[[str], str],
) -> bool:
    key = collision_key(listing.sku)
    if key in taken:
        return False
    is_new = not any(photo.name in before for photo in listing.photos)
    return not (is_new and key in delivered and _is_made_up(key, listing, name))


def _next(sku: str, taken: Collection[str], name: Callable[[str], str]) -> str:
    """The name of the same family with the next number that is free."""
    counter = COUNTED.search(sku)
    width = len(counter[1]) if counter else 1
    for number in itertools.count(2):
        candidate = name(f"{_family(sku)}-{number:0{width}d}")
        if collision_key(candidate) not in taken:
            return candidate
    raise AssertionError


def _called(listing: Listing, sku: str, reason: str) -> Listing:
    if sku == listing.sku:
        return listing
    variants = tuple(
        Variant(
            name=variant.name,
            photos=tuple(replace(photo, reasons=(*photo.reasons, reason)) for photo in variant.photos),
        )
        for variant in listing.variants
    )
    return Listing(sku=sku, variants=variants)

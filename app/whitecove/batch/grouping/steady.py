"""Names that stay: a product that was delivered before keeps its name where today's differs only by what makes names
unique (a counter, a folder in front), whatever came or went beside it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from whitecove.batch.naming.names import collision_key
from whitecove.core.model import Listing, Variant

COUNTED = re.compile(r"-(\d+)$")
NEW = "Another product was delivered under the name it would get."
KEPT = "It keeps the name that it was delivered under."


def steady(listings: Sequence[Listing], before: Mapping[str, str], name: Callable[[str], str]) -> tuple[Listing, ...]:
    """``listings`` with the SKUs they had, where those still fit. ``before`` has the SKU that each photo was delivered
    under, by the photo's name; ``name`` makes a safe SKU.

    A name that only a counter tells from others, and that another product was delivered under, is not given to a new
    one: its pages would show other goods.
    """
    kept = _kept(listings, before)
    delivered = {collision_key(sku) for sku in before.values()}
    taken = {collision_key(sku) for sku in kept.values()}
    today = {collision_key(listing.sku) for listing in listings if listing.sku not in kept}
    renamed: dict[str, Listing] = {}
    for listing in listings:
        if listing.sku in kept:
            sku = kept[listing.sku]
        elif _is_free(listing, taken, delivered, before):
            sku = listing.sku
        else:
            sku = _next(listing.sku, taken | delivered | today, name)
        taken.add(collision_key(sku))
        renamed[listing.sku] = _called(listing, sku, KEPT if listing.sku in kept else NEW)
    return tuple(renamed[listing.sku] for listing in listings)


def _kept(listings: Sequence[Listing], before: Mapping[str, str]) -> dict[str, str]:
    """The SKU that each listing was delivered under, by today's; none where its photos come from several products, or
    where another's do, too."""
    former: dict[str, str] = {}
    for listing in listings:
        skus = {before[photo.name] for photo in listing.photos if photo.name in before}
        if len(skus) == 1 and _related(listing.sku, *skus):
            former[listing.sku] = skus.pop()
    claims = [collision_key(sku) for sku in former.values()]
    return {sku: earlier for sku, earlier in former.items() if claims.count(collision_key(earlier)) == 1}


def _related(sku: str, earlier: str) -> bool:
    """Whether two SKUs differ only by a counter behind them or a folder in front."""
    now, then = collision_key(sku), collision_key(earlier)
    return _family(now) == _family(then) or now.endswith(f"-{then}") or then.endswith(f"-{now}")


def _family(sku: str) -> str:
    return COUNTED.sub("", sku)


def _is_free(listing: Listing, taken: Collection[str], delivered: Collection[str], before: Mapping[str, str]) -> bool:
    key = collision_key(listing.sku)
    if key in taken:
        return False
    is_new = not any(photo.name in before for photo in listing.photos)
    is_made_up = COUNTED.search(key) and not any(key in collision_key(photo.name) for photo in listing.photos)
    return not (is_new and is_made_up and key in delivered)


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

"""Photos that were edited in another program stand for those that they were made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from whitecove.core.model import Listing
from whitecove.studio.items import Shot


def stand_ins(shots: Iterable[Shot]) -> dict[str, str]:
    """The keys of photos that stand for others, by the keys that these came in with."""
    return {shot.origin: shot.key for shot in shots if shot.stands_for}


def standing_in(edited: Mapping[str, str], listing: Listing) -> Listing:
    """``listing`` with the photos that stand for others, as `stand_ins` has them, in their place."""
    if not edited:
        return listing
    variants = []
    for variant in listing.variants:
        paths = [Path(edited.get(str(photo.path), photo.path)) for photo in variant.photos]
        photos = tuple(replace(photo, path=path) for photo, path in zip(variant.photos, paths, strict=True))
        variants.append(replace(variant, photos=photos))
    return replace(listing, variants=tuple(variants))

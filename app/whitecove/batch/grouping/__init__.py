"""Which photos belong together, and what each is for: the door to grouping is `group`.

Names and folders are read with the words of ``resources/words.toml`` (`words`, `names`, `folders`), photos are
grouped (`ways`), every group gets a safe SKU (`unique`), and its photos get roles, variants and an order (`assemble`,
`roles`). Where two readings are possible, the one that mixes nothing is taken, and a reason says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from whitecove.batch.grouping.assemble import assembled
from whitecove.batch.grouping.by_list import named_by
from whitecove.batch.grouping.members import Group, members_of
from whitecove.batch.grouping.roles import settled
from whitecove.batch.grouping.skulist import SkuLine
from whitecove.batch.grouping.unique import skus_of
from whitecove.batch.grouping.ways import grouped
from whitecove.batch.intake.gathering import Found
from whitecove.batch.naming.names import natural_key, safe_sku
from whitecove.batch.results import Skipped
from whitecove.core.model import Listing

__all__ = ["Grouping", "group", "settled"]

DETAILS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """How photos become listings: the ``way`` (auto, folder, name, time, photo), the ``gap`` in seconds that parts two
    products (0: find out), the ``skus`` that name them in their order, the most ``details`` of a card, what a ``card``
    is made for (listing or variant), and what makes a safe ``sku`` of a name."""

    way: str = "auto"
    gap: float = 0.0
    skus: tuple[SkuLine, ...] = ()
    details: int = DETAILS
    card: str = "listing"
    sku: Callable[[str], str] = safe_sku


def group(photos: Sequence[Found], how: Grouping) -> tuple[tuple[Listing, ...], tuple[Skipped, ...]]:
    """The listings of ``photos`` (in natural order), each with a safe, unique SKU, in natural order of their names; and
    the photos left out, because their listing has the same file already. Every photo is in exactly one place.

    Raises:
        PlanError: the list of SKUs does not fit, or photos that shall be grouped by time have no times.
    """
    groups = grouped(members_of(photos), how.way, how.gap, is_listed=bool(how.skus))
    groups.sort(key=lambda one: (natural_key(one.name), one.members[0].found.name))
    if how.skus:
        groups = named_by(how.skus, groups)
    listings: list[Listing] = []
    skipped: list[Skipped] = []
    for one, sku in zip(groups, skus_of(groups, how.sku), strict=True):
        told, all_main = _told(one, sku, how), how.way == "photo"
        listing, doubles = assembled(told, sku, details=how.details, card=how.card, all_main=all_main)
        listings.append(listing)
        skipped += doubles
    return tuple(listings), tuple(skipped)


def _told(one: Group, sku: str, how: Grouping) -> Group:
    """``one``, saying so where it cannot have its own name."""
    if sku == how.sku(one.name):
        return one
    reason = f"Another listing has this name, too: this one is called {sku}."
    return replace(one, members=tuple(member.because(reason) for member in one.members))

"""A proposal for a person to read: product by product, what each photo is, what it becomes and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from whitecove.batch import words
from whitecove.cli import console
from whitecove.core.messages import sentence
from whitecove.core.model import Listing, Photo, Role, Want

if TYPE_CHECKING:
    from rich.table import Table

    from whitecove.batch.proposal import Proposal
    from whitecove.batch.results import Skipped

SKIPPED_AT_MOST = 20


def lines(proposal: Proposal) -> Iterator[str]:
    """The products and what is skipped, as ``whitecove plan`` prints them, the counts last."""
    headings = iter(proposal.listings)
    for line in console.drawn(_photos(proposal)).split("\n"):
        yield line
        if not line:
            yield _heading(next(headings))
    yield ""
    if proposal.skipped:
        yield console.drawn(_skipped(proposal.skipped))
        yield ""
    yield _summary(proposal)
    counts = counted(proposal)
    if counts["kept_aside"] > counts["photos"] / 2:
        yield sentence("listing.many_aside")
    yield from proposal.notes


def counted(proposal: Proposal) -> dict[str, int]:
    """How many photos make how many products, and how many inputs take no part: kept aside, or skipped."""
    photos = [photo for listing in proposal.listings for photo in listing.photos]
    return {
        "photos": len(photos),
        "listings": len(proposal.listings),
        "kept_aside": sum(not proposal.wants.get(photo.name) for photo in photos),
        "skipped": len(proposal.skipped),
    }


def _summary(proposal: Proposal) -> str:
    counts = counted(proposal)
    ends = [_several(counts["listings"], "product")]
    ends += [f"{counts['kept_aside']} kept aside"] if counts["kept_aside"] else []
    ends += [f"{counts['skipped']} skipped"] if counts["skipped"] else []
    return f"{_several(counts['photos'], 'photo')} → {', '.join(ends)}."


def _several(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _photos(proposal: Proposal) -> Table:
    """All photos, with a blank row where the heading of each product belongs: so all products share their columns."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Role", overflow="fold")
    table.add_column("Photo", overflow="fold")
    table.add_column("Becomes", overflow="fold")
    table.add_column("Why", overflow="fold", ratio=1)
    for listing in proposal.listings:
        table.add_row()
        shared = _shared(listing)
        for variant, photo in _in_order(listing):
            files = _files(listing, proposal.wants.get(photo.name, ()))
            why = " ".join(reason for reason in photo.reasons if reason not in shared)
            cells = (str(photo.order), _role(photo, variant), photo.name, files, why)
            table.add_row(*map(_plain, cells))
    return table


def _in_order(listing: Listing) -> list[tuple[str, Photo]]:
    pairs = [(variant.name, photo) for variant in listing.variants for photo in variant.photos]
    return sorted(pairs, key=lambda pair: pair[1].order)


def _heading(listing: Listing) -> str:
    named = [variant.name for variant in listing.variants if variant.name]
    about = _several(len(listing.photos), "photo")
    about += f", {_several(len(named), 'variant')}" if named else ""
    headless = all(photo.role is not Role.MAIN for photo in listing.photos)
    about = " ".join([f"{about}.", *_shared(listing), *(["It has no main picture: choose one."] if headless else [])])
    return console.drawn(f"[bold]{_plain(listing.sku)}[/]  [dim]{_plain(about)}[/]")


def _shared(listing: Listing) -> list[str]:
    """The reasons that hold for all of several photos: why they are one product."""
    first, *others = listing.photos
    return [reason for reason in first.reasons if others and all(reason in other.reasons for other in others)]


def _role(photo: Photo, variant: str) -> str:
    """``detail: angle, size``, and behind it the variant that the photo shows: ``main, red``."""
    role = f"{photo.role.value}: {', '.join(photo.tags)}" if photo.tags else photo.role.value
    return f"{role}, {variant}" if variant else role


def _files(listing: Listing, wants: Iterable[Want]) -> str:
    return "\n".join(want.file.removeprefix(f"{listing.sku}/") for want in wants) or "–"


def _skipped(skipped: tuple[Skipped, ...]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("Skipped", overflow="fold")
    table.add_column("Why", overflow="fold", ratio=1)
    for each in skipped[:SKIPPED_AT_MOST]:
        table.add_row(_plain(each.name), _plain(words.reason(each.reason)))
    if len(skipped) > SKIPPED_AT_MOST:
        table.add_row(f"… and {len(skipped) - SKIPPED_AT_MOST} more", "--json names all.")
    return table


def _plain(text: str) -> str:
    from rich.markup import escape

    return escape(text)

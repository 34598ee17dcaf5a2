"""What a person should know of a grouping as a whole, before it is carried out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from whitecove.batch.grouping.folders import Kind, kind_of
from whitecove.batch.grouping.names import FIRST_HAN, TOKEN, is_colour, read_stem, says_nothing
from whitecove.batch.grouping.skulist import SkuLine
from whitecove.batch.grouping.words import key, words
from whitecove.batch.naming.names import printable
from whitecove.core.messages import sentence
from whitecove.core.model import Listing, Photo

NAMED_AT_MOST = 5
SEVERAL = 2
# Shorter words are codes and parts of numbers; a Chinese character is a word.
SHORTEST_WORD = 3


def at_most(count: int, names: Sequence[str]) -> str:
    """The first ``count`` of ``names``, and how many more there are."""
    rest = len(names) - count
    return ", ".join(names[:count]) + (f" and {rest} more" if rest > 0 else "")


def on(listings: Sequence[Listing], way: str, lines: Sequence[SkuLine], namer: Callable[[str], str]) -> Iterator[str]:
    """The notes on ``listings``, which were grouped the given ``way`` and named by a list of SKUs, if there are
    ``lines``; ``namer`` made their names safe."""
    if lines:
        yield from without_photos(listings, lines, namer)
    elif way == "auto":
        yield from of_several_names(listings)


def without_photos(listings: Iterable[Listing], lines: Iterable[SkuLine], namer: Callable[[str], str]) -> Iterator[str]:
    """A note on those SKUs of a list that are none of ``listings``, whose SKUs ``namer`` made safe."""
    known = {listing.sku for listing in listings}
    left = [line.sku for line in lines if namer(line.sku) not in known]
    if left:
        yield sentence("listing.skus_left", skus=at_most(NAMED_AT_MOST, left))


def of_several_names(listings: Iterable[Listing]) -> Iterator[str]:
    """A note on the folders that were taken for a product each, though the names in them begin differently."""
    counts = {folder: count for listing in listings for folder, count in _mixed(listing)}
    names = [printable(folder.name) for folder in counts]
    if len(names) == 1:
        yield sentence("listing.several_names", folder=names[0], count=max(counts.values()))
    elif names:
        yield sentence("listing.several_names_each", folders=at_most(NAMED_AT_MOST, names))


def _mixed(listing: Listing) -> Iterator[tuple[Path, int]]:
    """The folder that ``listing`` is, and the number of its names, where these may be several products'. Pictures of
    one product have names, too (lid, handle): so it is none as soon as one name says a role, a colour, a part or the
    folder's name, or nothing."""
    photos = listing.photos
    folders = {photo.path.parent for photo in photos}
    if len(folders) > 1 or any(photo.name == photo.path.name for photo in photos):
        return
    (folder,) = folders
    names = [_first_word(photo) for photo in photos]
    if kind_of(folder.name)[0] is not Kind.LISTING or not all(names) or len(set(names)) < SEVERAL:
        return
    own = set(_words(folder.name))
    if not any(own & set(_words(photo.path.stem)) for photo in photos):
        yield folder, len(set(names))


def _first_word(photo: Photo) -> str:
    """The word that a photo's name begins with; empty where it may be anything but a product's."""
    stem = photo.path.stem
    said, first = read_stem(stem), next(iter(_words(stem)), "")
    is_word = first[:1] >= FIRST_HAN or len(first) >= SHORTEST_WORD
    if says_nothing(stem) or not said.base or said.sense or said.colour or not first.isalpha() or not is_word:
        return ""
    return "" if any(_is_known(word) for word in _words(stem)) else first


def _is_known(word: str) -> bool:
    known = words()
    return word in known.folder_senses or word in known.parts or word in known.holders or is_colour(word)


def _words(text: str) -> list[str]:
    return TOKEN.findall(key(text))

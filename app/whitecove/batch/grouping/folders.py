"""What the folders around a photo say: where its listing lies, what the photo is for, which variant it shows.

Folders named for roles, variants and colours belong to the listing of the folder above; folders that cameras, phones
and programs make name no product. Any other folder is a listing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from pathlib import Path

from whitecove.batch.grouping.names import OWN_START, TOKEN, is_colour, read_stem, says_nothing
from whitecove.batch.grouping.words import HAN, Sense, key, words
from whitecove.batch.intake.gathering import Found

# 100APPLE, 101CANON, 100MSDCF, 100_0512: what cameras call their folders.
CAMERA_FOLDER = re.compile(
    r"(?i)^\d{3}(?:apple|canon|msdcf|nikon|nc[zd]\w{2}|olymp|_pana|_fuji|media|_\d{4}|andro|gopro)$"
)
# A day in any order, a month, an event behind it left out: 2024-05-01, 20240501, 01.05.2024, 2024年5月1日, 2024-05.
DAY_FOLDER = re.compile(
    r"^(?:(?:19|20)\d\d[-._ ]?[01]\d[-._ ]?[0-3]\d|[0-3]\d[-._][01]\d[-._](?:19|20)\d\d|(?:19|20)\d\d[-._][01]\d"
    r"|(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}[日号])?)$"
)


# 1, 02, (3), photo 4: a person counts the pictures of one product; cameras and messengers go on over many.
PLAIN_COUNTER = re.compile(r"(?i)^(?:photo|foto|фото|image|img|图片|pic)?[\s_()（）-]*\d{1,2}[)）]?$")


class Kind(Enum):
    """What a folder's name says."""

    LISTING = auto()
    SENSE = auto()
    HOLDER = auto()
    COLOUR = auto()
    PLACE = auto()


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a photo lies: ``home`` is the folder of its listing, or, if not ``is_listing``, one that holds many
    products. The folders between say ``senses`` (each with the folder's name), and ``variant`` and ``holder`` are the
    names of folders of one variant and of a picture of each (empty: none)."""

    home: Path
    is_listing: bool = False
    senses: tuple[tuple[Sense, str], ...] = ()
    variant: str = ""
    holder: str = ""


@lru_cache(maxsize=65536)
def kind_of(name: str) -> tuple[Kind, Sense | None]:
    """What a folder called ``name`` is; the sense of one that is named for a role or tag."""
    vocabulary = words()
    tokens = [token[0] for token in TOKEN.finditer(_without_numbers(key(name)))]
    telling = [token for token in tokens if token not in vocabulary.fillers]
    for phrase in (key(name).strip(), " ".join(tokens), " ".join(telling)):
        if phrase in vocabulary.folder_senses:
            return Kind.SENSE, vocabulary.folder_senses[phrase]
        if phrase in vocabulary.holders:
            return Kind.HOLDER, None
    if CAMERA_FOLDER.match(name) or DAY_FOLDER.match(name.strip()) or " ".join(tokens) in vocabulary.places:
        return Kind.PLACE, None
    colours = [token for token in telling if is_colour(token)]
    if colours and is_colour(telling[-1]) and all(token in colours or token in vocabulary.shades for token in telling):
        return Kind.COLOUR, None
    return Kind.LISTING, None


def _without_numbers(name: str) -> str:
    """``name`` without what only puts folders in order (``01_main``, ``1.主图``) or counts (主图2, ``主图 (5)``, 5张);
    the number in ``SKU-1001`` is the product's."""
    name = re.sub(r"^\d{1,2}[\s_.、-]+", "", name.strip())
    name = re.sub(r"[\s_]*[(（\[【]?\d+\s*张[)）\]】]?$|\s*[(（]\d{1,3}[)）]$", "", name)
    return re.sub(rf"(?<=[{HAN}])[\s_-]?\d{{1,2}}$", "", name)


def place_all(photos: Sequence[Found]) -> list[Placing]:
    """Where each of ``photos`` lies, in their order."""
    trees = _Trees(photos)
    places: dict[Path, Placing] = {}
    placed: list[Placing] = []
    for found in photos:
        folder = found.path.parent
        if folder not in places:
            places[folder] = trees.place(folder, found.folders)
        placed.append(places[folder])
    return placed


class _Trees:
    """The folders of all photos: which hold listings or folders for roles, which show variants, which given ones are a
    listing themselves, and which of these have loose photos of several names."""

    def __init__(self, photos: Iterable[Found]) -> None:
        self.with_listings: set[Path] = set()
        self.with_roles: set[Path] = set()
        self.showing: set[Path] = set()
        folders: dict[Path, tuple[str, ...]] = {}
        loose: dict[Path, set[str]] = {}
        self.with_main: set[Path] = set()
        self.with_shots: set[Path] = set()
        for found in photos:
            folders.setdefault(found.path.parent, found.folders)
            self._note_name(found, loose)
        for folder, names in folders.items():
            self._note_roles(folder, names)
        held: dict[Path, list[tuple[Path, Kind]]] = {}
        for folder, names in folders.items():
            for path, name, above in _upwards(folder, names):
                kind = self._kind_below(path, name, above)[0]
                if kind is Kind.LISTING:
                    self.with_listings.add(path.parent)
            if names:
                held.setdefault(_top(folder, names), []).append((path, kind))
        self.products = {top for top, inside in held.items() if self._is_product(top, dict(inside))}
        self.mixed = {top for top, names in loose.items() if len(names - {"", key(top.name)}) > 1}
        alone = {top for top in self.with_main if not loose[top] - {"", key(top.name)}}
        self.products |= alone - self.with_listings - self.with_shots

    def _note_name(self, found: Found, loose: dict[Path, set[str]]) -> None:
        """What the names in given folders and in folders of variants are."""
        folder = found.path.parent
        if not found.folders:
            if says_nothing(found.stem):
                if not PLAIN_COUNTER.match(found.stem):
                    self.with_shots.add(folder)
            else:
                said = read_stem(found.stem)
                loose.setdefault(folder, set()).add(key(said.base))
                if not said.base and said.sense and said.sense.kind == "main":
                    self.with_main.add(folder)
        elif kind_of(found.folders[-1])[0] is Kind.HOLDER:
            said = read_stem(found.stem)
            if (said.colour and not said.base) or OWN_START.match(found.stem):
                self.showing.add(folder)

    def _note_roles(self, folder: Path, names: Sequence[str]) -> None:
        for path, name, above in _upwards(folder, names):
            kind = kind_of(name)[0]
            if kind is Kind.SENSE:
                self.with_roles.add(path.parent)
            if kind is Kind.COLOUR and above and kind_of(above)[0] is Kind.HOLDER:
                self.showing.add(path.parent)

    def _is_product(self, top: Path, inside: Mapping[Path, Kind]) -> bool:
        """Whether a given folder is itself a listing: it holds folders for roles or variants, and no listing."""
        if top in self.with_listings:
            return False
        kinds = list(inside.values())
        shows = any(kind is Kind.HOLDER and self._shows_variants(path) for path, kind in inside.items())
        return shows or Kind.SENSE in kinds or kinds.count(Kind.COLOUR) > 1

    def place(self, folder: Path, names: Sequence[str]) -> Placing:
        """Where the photos in ``folder`` lie."""
        top = _top(folder, names)
        placing = Placing(folder)
        for path, name, above in _upwards(folder, names):
            kind, sense = self._kind_below(path, name, above)
            if kind is Kind.COLOUR and not self._holds_variants(path.parent, top):
                kind = Kind.LISTING
            if kind is Kind.HOLDER and not placing.variant and not self._shows_variants(path):
                kind = Kind.PLACE
            if kind is Kind.LISTING:
                return replace(placing, home=path, is_listing=True)
            placing = _with(placing, kind, sense, name)
        is_listing = top in self.products and (bool(names) or top not in self.mixed)
        return replace(placing, home=top, is_listing=is_listing)

    def _kind_below(self, path: Path, name: str, above: str) -> tuple[Kind, Sense | None]:
        """What a folder is, where it lies: any is a variant's in a folder of variants beside folders for roles; in
        one that stands alone (a folder called SKU, full of SKUs) it is a listing."""
        kind, sense = kind_of(name)
        is_held = above and kind is Kind.LISTING and kind_of(above)[0] is Kind.HOLDER
        return (Kind.COLOUR, None) if is_held and path.parent.parent in self.with_roles else (kind, sense)

    def _holds_variants(self, folder: Path, top: Path) -> bool:
        """Whether folders named for colours are variants here: beside listings they are listings themselves."""
        return folder not in self.with_listings and (folder != top or top in self.products)

    def _shows_variants(self, holder: Path) -> bool:
        """Whether the files in a folder of variants show one each: beside folders for roles, or if any is called for a
        colour, or as we call them."""
        return holder in self.showing or holder.parent in self.with_roles


def _with(placing: Placing, kind: Kind, sense: Sense | None, name: str) -> Placing:
    if sense is not None:
        return replace(placing, senses=(*placing.senses, (sense, name)))
    if kind is Kind.COLOUR and not placing.variant:
        return replace(placing, variant=name)
    return replace(placing, holder=name) if kind is Kind.HOLDER else placing


def _top(folder: Path, names: Sequence[str]) -> Path:
    """The folder that was given."""
    return folder.parents[len(names) - 1] if names else folder


def _upwards(folder: Path, names: Sequence[str]) -> Iterator[tuple[Path, str, str]]:
    """Each folder from the photo's own up to the given one's last, with its name and that of the one above."""
    for i in range(len(names) - 1, -1, -1):
        yield folder, names[i], names[i - 1] if i else ""
        folder = folder.parent

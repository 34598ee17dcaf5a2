"""Folders as sellers have them, each a data file in ``layouts/``: what is given, and what a seller wants of it.

A file has ``what`` it shows, the ``files`` below the folder ``root``, a table ``shot`` of files with their shooting
times, a table ``same`` of files that are copies of others, the ``given`` folders (none: the root), ``skus`` (each a
name, or a name and a count), a ``profile`` and ``options``. A listing's photos are rows in order: role with tags,
variant, photo, files to make (`` + `` between several), and a reason that must be among the photo's. Every photo given
must be there or in ``skipped``.
"""

from __future__ import annotations

import shutil
import tomllib
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from whitecove.batch.grouping.skulist import SkuLine
from whitecove.batch.naming.names import natural_key
from whitecove.batch.plan import propose
from whitecove.batch.proposal import Proposal
from whitecove.core.model import Listing, Role, Slot, Want
from whitecove.core.options import Options, with_values
from whitecove.core.profiles import load_profile

LAYOUTS = {path.stem: path for path in sorted((Path(__file__).parent / "layouts").glob("*.toml"))}
EXIF, TAKEN = 0x8769, 0x9003
PICTURES = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}

Row = tuple[str, str, str, str]


@pytest.fixture(params=list(LAYOUTS))
def layout(request: pytest.FixtureRequest) -> dict[str, Any]:
    """A layout's content."""
    return tomllib.loads(LAYOUTS[request.param].read_text("utf-8"))


def lay_out(layout: dict[str, Any], folder: Path) -> list[Path]:
    """Makes the layout's files in ``folder``, each of its own bytes unless it is a copy; returns what is given."""
    root = folder / layout.get("root", "photos")
    shot, same = layout.get("shot", {}), layout.get("same", {})
    for name in (*layout.get("files", []), *shot):
        if name not in same:
            _make(root / name, name, shot.get(name))
    for name, of in same.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / of, root / name)
    return [root / name for name in layout.get("given", [])] or [root]


def _make(path: Path, name: str, taken: str | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix.lower() not in PICTURES:
        path.write_bytes(f"not looked into: {name}".encode())
        return
    red, green, blue, _ = zlib.crc32(name.encode()).to_bytes(4, "big")
    exif = Image.Exif()
    if taken:
        exif.get_ifd(EXIF)[TAKEN] = taken
    Image.new("RGB", (8, 8), (red, green, blue)).save(path, PICTURES[path.suffix.lower()], exif=exif)


@pytest.fixture
def proposal(layout: dict[str, Any], tmp_path: Path) -> Proposal:
    """What is proposed for the layout."""
    lines = [SkuLine(*line) if isinstance(line, list) else SkuLine(line) for line in layout.get("skus", [])]
    options = with_values(Options(), layout.get("options", {}))
    profile = load_profile(layout.get("profile", "aliexpress"))
    return propose(lay_out(layout, tmp_path), options, profile, skus=lines)


def rows(listing: Listing, proposal: Proposal) -> list[Row]:
    """A listing's photos in order, as layouts write them."""
    placed = sorted((photo.order, variant.name, photo) for variant in listing.variants for photo in variant.photos)
    return [
        (
            ":".join((photo.role, *photo.tags)),
            variant,
            photo.name,
            " + ".join(want.file for want in proposal.wants[photo.name]),
        )
        for _, variant, photo in placed
    ]


def test_listings_variants_roles_order_and_names(layout: dict[str, Any], proposal: Proposal) -> None:
    expected = [(each["sku"], [tuple(row[:4]) for row in each["photos"]]) for each in layout["listing"]]
    assert [(listing.sku, rows(listing, proposal)) for listing in proposal.listings] == expected


def test_reasons(layout: dict[str, Any], proposal: Proposal) -> None:
    reasons = {photo.name: photo.reasons for listing in proposal.listings for photo in listing.photos}
    for each in layout["listing"]:
        for _, _, name, _, reason in each["photos"]:
            assert reason in reasons[name]
    for reason in (reason for some in reasons.values() for reason in some):
        assert reason.endswith(".")
        assert reason.strip() == reason


def test_what_is_skipped(layout: dict[str, Any], proposal: Proposal) -> None:
    skipped = {each.name: each.reason for each in proposal.skipped}
    expected = layout.get("skipped", {})
    assert skipped.keys() == expected.keys()
    for name, reason in expected.items():
        assert reason in skipped[name]


def test_sorted_names_are_the_order_of_upload(proposal: Proposal) -> None:
    cards: dict[str, list[Want]] = {}
    for wants in proposal.wants.values():
        for want in wants:
            if want.slot in (Slot.MAIN, Slot.DETAIL):
                cards.setdefault(want.file.rpartition("/")[0], []).append(want)
    assert cards
    for card in cards.values():
        card.sort(key=lambda want: want.order)
        names = [want.file.rpartition("/")[2] for want in card]
        assert names == sorted(names) == sorted(names, key=str.casefold) == sorted(names, key=natural_key)
        assert [want.slot for want in card[1:]] == [Slot.DETAIL] * (len(card) - 1)


def test_every_photo_has_one_place_and_a_reason(layout: dict[str, Any], proposal: Proposal) -> None:
    photos = [photo for listing in proposal.listings for photo in listing.photos]
    given = layout.get("given", [""])
    files = [name for name in (*layout.get("files", []), *layout.get("shot", {})) if name.startswith(tuple(given))]
    assert len(photos) + len(proposal.skipped) == len(files)
    assert len({photo.path for photo in photos}) == len(photos)
    assert all(photo.reasons for photo in photos)
    for listing in proposal.listings:
        assert sorted(photo.order for photo in listing.photos) == list(range(1, len(listing.photos) + 1))
        assert sum(photo.role is Role.MAIN for photo in listing.photos) <= max(1, len(listing.variants))

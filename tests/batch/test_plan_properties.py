"""Whatever the names: every file ends in one place, no two outputs share a name, names sort as they are uploaded, and
the same photos give the same plan."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.batch.shots import found, jpeg, put
from whitecove.batch.grouping import Grouping, group
from whitecove.batch.intake.gathering import order_key
from whitecove.batch.naming.names import collision_key, natural_key, sku_namer
from whitecove.batch.naming.slots import apart, refuse_clashes, wants_of
from whitecove.batch.plan import propose
from whitecove.batch.proposal import Proposal
from whitecove.core.errors import PlanError
from whitecove.core.model import Listing, Role, Slot, Want
from whitecove.core.options import GROUPINGS, Options
from whitecove.core.profiles import Profile, load_profile

PROFILES = ("aliexpress", "amazon", "ozon", "taobao")
RESERVED = re.compile(r'(?i)^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)|[<>:"/\\|?*\x00-\x1f]')
profile_of = cache(load_profile)

PRODUCTS = (
    *(
        "SKU123",
        "sku123",
        "Mug",
        "MUG",
        "Straße",
        "STRASSE",
        "Кружка",
        "КРУЖКА",
        "杯子",
        "é",
        "É",
        "1",
        "01",
        "41",
        "2024",
    ),
    *(
        "CON",
        "nul",
        "aux.x",
        "a.",
        " b",
        "-",
        "_",
        "~",
        "100%",
        "a" * 60,
        "货" * 40,
        "🎉",
        "ﬁne",
        "I",
        "ı",
        "İ",
        "=cmd",
    ),
    *(
        "IMG_1234",
        "IMG_E1234",
        "DSC00001",
        "20240501_101500",
        "mmexport1714567890123",
        "微信图片_20240501101502",
        "O1CN01",
    ),
)
ROLES = (
    "主图",
    "副图",
    "详情",
    "细节",
    "白底图",
    "SKU",
    "颜色",
    "main",
    "MAIN",
    "detail",
    "back",
    "front",
    "size",
    "场景",
    "尺码",
)
COLOURS = ("红色", "Red", "red", "RED", "blue", "синий", "Синий", "XL", "40", "01")
SUFFIXES = (".jpg", ".jpg", ".jpg", ".JPG", ".jpeg", ".png", ".HEIC", ".CR2", ".MOV", ".xmp", ".AAE", ".txt", ".webp")
CONTENT = {".mov": b"\0\0\0\x14ftypqt  ", ".xmp": b"<x/>", ".aae": b"<plist/>", ".txt": b"text"}

SEPARATORS = ("_", "-", " ", "", ".")
COUNTERS = ("", "", "_1", "_2", "-01", " (1)", " (2)", "_03", "10", "~2", " - Copy", "_副图2")
# Most lists of names are about few products.
products = st.lists(st.sampled_from(PRODUCTS), min_size=1, max_size=3)
told = st.one_of(st.just(""), st.sampled_from(ROLES), st.sampled_from(COLOURS))


@st.composite
def stems(draw: st.DrawFn, of: Sequence[str]) -> str:
    """A file's stem or a folder's name: a product's name, what it shows, and a counter."""
    said = [draw(st.sampled_from(of)), draw(told), draw(told)]
    text = draw(st.sampled_from(SEPARATORS)).join(each for each in said if each) + draw(st.sampled_from(COUNTERS))
    text = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFC", "NFD"])), text)
    return text.replace("/", "_").lstrip(".").encode()[:180].decode("utf-8", "ignore") or "x"


@st.composite
def trees(draw: st.DrawFn) -> tuple[str, ...]:
    """The files of a folder, as relative paths, several to a sub-folder."""
    of = draw(products)
    held: list[tuple[str, ...]] = [(), *((folder,) for folder in draw(st.lists(stems(of), max_size=3, unique=True)))]
    below = st.lists(st.one_of(st.sampled_from(ROLES), st.sampled_from(COLOURS)), max_size=2)
    held += [(*above, name) for above in held[1:] for name in draw(below)]
    files = st.tuples(st.sampled_from(held), stems(of), st.lists(st.sampled_from(SUFFIXES), min_size=1, max_size=2))
    names = {
        "/".join((*folder, stem + suffix))
        for folder, stem, suffixes in draw(st.lists(files, min_size=2, max_size=14))
        for suffix in suffixes
    }
    return tuple(sorted(names - {"/".join(folder) for folder in held}))


def content(name: str, place: int) -> bytes:
    """Every third file is the same as the first."""
    fixed = CONTENT.get(Path(name).suffix.lower())
    place = place if place % 3 else 0
    return fixed or jpeg(f"2024:05:01 10:{place * 7 % 60:02}:00" if place % 2 else "", colour=place)


def check_names(wants: Sequence[Want], profile: Profile) -> None:
    for keys in ([want.file for want in wants], [want.file.rpartition("/")[2] for want in wants]):
        assert len({collision_key(key) for key in keys}) == len(keys)
    for part in {part for want in wants for part in want.file.split("/")}:
        assert len(part.encode()) <= 120
        assert part == unicodedata.normalize("NFC", part) == part.strip(" ").rstrip(".")
        assert not RESERVED.search(part)
    for want in wants:
        assert not profile.names.limit or len(want.file.rpartition("/")[2]) <= profile.names.limit
        assert not profile.names.ascii or want.file.isascii()


SORTS: tuple[Callable[[str], Any], ...] = (lambda name: name, str.casefold, natural_key)


def check_order(wants: Sequence[Want]) -> None:
    """In each folder of a card, names sort as the pictures are ordered: one main first, then details."""
    cards: dict[str, list[Want]] = {}
    for want in wants:
        if want.slot in (Slot.MAIN, Slot.DETAIL):
            cards.setdefault(want.file.rpartition("/")[0], []).append(want)
    for card in cards.values():
        in_order = [want.file for want in sorted(card, key=lambda want: want.order)]
        assert len({want.order for want in card}) == len(card)
        for sort in SORTS:
            assert sorted(in_order, key=lambda file: sort(file.rpartition("/")[2])) == in_order
        mains = [want for want in card if want.slot is Slot.MAIN]
        assert len(mains) <= 1
        assert all(want.order == 1 for want in mains)


def check_listings(listings: Sequence[Listing], profile: Profile) -> None:
    assert len({collision_key(listing.sku) for listing in listings}) == len(listings)
    for listing in listings:
        assert [photo.order for photo in sorted(listing.photos, key=lambda p: p.order)] == [
            *range(1, len(listing.photos) + 1)
        ]
        assert all(photo.reasons for photo in listing.photos)
        if profile.card == "listing":
            assert sum(photo.role is Role.MAIN for photo in listing.photos) <= 1
            assert sum(photo.role is Role.DETAIL for photo in listing.photos) <= profile.details


def all_wants(proposal: Proposal) -> list[Want]:
    return [want for wants in proposal.wants.values() for want in wants]


def written(root: Path, names: Sequence[str]) -> None:
    places = {name: place for place, name in enumerate(sorted(names))}
    for name in names:
        put(root, name, content(name, places[name]))


def planned(root: Path, options: Options) -> Proposal | str:
    """The proposal, or why there is none."""
    try:
        return propose([root], options, profile_of(options.profile), out=root / "out")
    except PlanError as error:
        return error.code


# Why a batch may be refused as a whole: nothing to do, or a way of grouping that was asked for and is not possible.
MAY_REFUSE = {"plan.no_photos", "plan.none_left"}
BY_TIME = {"plan.no_times", "plan.no_gap"}


@given(
    tree=trees(),
    again=st.randoms(use_true_random=False),
    way=st.sampled_from(("auto", "auto", *GROUPINGS)),
    profile=st.sampled_from(PROFILES),
    latin=st.booleans(),
)
@settings(max_examples=60)
def test_any_tree_on_disk(tree: tuple[str, ...], again: object, way: str, profile: str, latin: bool) -> None:
    options = Options(group=way, profile=profile, ascii_names=latin)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "given"
        written(root, tree)
        proposal = planned(root, options)
        files = {path for path in root.rglob("*") if path.is_file()}
        assert planned(root, options) == proposal
        # The same files, made in another order: most file systems list them in another one, too.
        for path in files:
            path.unlink()
        mixed = list(tree)
        again.shuffle(mixed)  # type: ignore[attr-defined]
        written(root, mixed)
        assert planned(root, options) == proposal
    if isinstance(proposal, str):
        assert proposal in MAY_REFUSE | (BY_TIME if way == "time" else set())
        return
    photos = [photo for listing in proposal.listings for photo in listing.photos]
    assert len({photo.path for photo in photos}) == len(photos) == len({photo.name for photo in photos})
    assert {photo.path for photo in photos} <= files
    assert len(photos) + len(proposal.skipped) == len(files)
    assert all(entry.reason for entry in proposal.skipped)
    assert set(proposal.wants) == {photo.name for photo in photos}
    check_listings(proposal.listings, profile_of(profile))
    check_names(all_wants(proposal), profile_of(profile))
    check_order(all_wants(proposal))


@given(tree=trees(), way=st.sampled_from(("auto", "auto", "folder", "name", "photo")), options=st.data())
@settings(max_examples=150)
def test_any_names(tree: tuple[str, ...], way: str, options: st.DataObject) -> None:
    slots = options.draw(st.sampled_from([("main", "detail", "variant"), ("main",), ("main", "detail"), ("variant",)]))
    chosen = Options(
        group=way, slots=slots, profile=options.draw(st.sampled_from(PROFILES)), ascii_names=options.draw(st.booleans())
    )
    profile = profile_of(chosen.profile)
    photos = sorted(found(*tree), key=lambda photo: (order_key(photo.name), photo.path))
    how = Grouping(way=way, details=profile.details, card=profile.card, sku=sku_namer(chosen, profile))
    photos = list({photo.name: photo for photo in photos}.values())
    listings, skipped = group(photos, how)
    assert not skipped
    assert sorted(photo.name for listing in listings for photo in listing.photos) == sorted(p.name for p in photos)
    assert group(photos, how) == (listings, skipped)
    check_listings(listings, profile)
    listings = apart(listings, chosen, profile, how.sku)
    wants = [want for listing in listings for each in wants_of(listing, chosen, profile).values() for want in each]
    refuse_clashes(wants)
    check_names(wants, profile)
    check_order(wants)


@pytest.mark.parametrize("profile", PROFILES)
def test_the_order_of_what_is_given_changes_nothing(tmp_path: Path, profile: str) -> None:
    for place, name in enumerate(
        ("b/1.jpg", "b/2.jpg", "a/主图/1.jpg", "a/SKU/红色.jpg", "IMG_1.JPG", "IMG_2.JPG", "cup_1.jpg")
    ):
        put(tmp_path / "given", name, jpeg(colour=place))
    given_ = sorted((tmp_path / "given").iterdir())
    plans = [
        propose(order, Options(profile=profile), profile_of(profile))
        for order in (given_, given_[::-1], given_ + given_[:1])
    ]
    assert plans[0] == plans[1]
    assert plans[0].listings == plans[2].listings
    assert plans[0].wants == plans[2].wants

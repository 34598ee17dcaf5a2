"""A product that was delivered before keeps its name, whatever came or went beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.batch.groups import found
from tests.batch.stand_ins import Studio
from whitecove.batch import store
from whitecove.batch.delivery.lists import write_lists
from whitecove.batch.grouping import Grouping, group
from whitecove.batch.grouping.steady import steady
from whitecove.batch.naming.names import collision_key, latin, safe_sku
from whitecove.batch.places import MANIFEST
from whitecove.batch.plan import propose
from whitecove.core.model import Listing
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile


def names(listings: tuple[Listing, ...]) -> dict[str, str]:
    """The SKU of each photo, by its name."""
    return {photo.name: listing.sku for listing in listings for photo in listing.photos}


def latin_listings(*files: str, before: Mapping[str, str] | None = None) -> dict[str, str]:
    """The SKUs of photos named in Latin letters, after a delivery that gave the SKUs ``before``."""
    how = Grouping(sku=lambda text: safe_sku(latin(text)))
    return names(steady(group(found(*files), how)[0], before or {}, how.sku))


def test_a_name_told_apart_by_a_counter_stays_when_the_other_goes() -> None:
    both = latin_listings("杯子/1.jpg", "被子/1.jpg")
    assert len({collision_key(sku) for sku in both.values()}) == 2
    for file, sku in both.items():
        assert latin_listings(file, before=both) == {file: sku}


def test_a_name_told_apart_by_a_folder_stays_when_the_other_goes() -> None:
    both = names(group(found("a/mug/1.jpg", "b/mug/1.jpg"), Grouping())[0])
    assert set(both.values()) == {"a-mug", "b-mug"}
    alone = group(found("a/mug/1.jpg"), Grouping())[0]
    assert names(alone) == {"a/mug/1.jpg": "mug"}
    (kept,) = steady(alone, both, safe_sku)
    assert kept.sku == "a-mug"
    assert kept.photos[0].reasons[-1] == "It keeps the name that it was delivered under."


def test_a_name_stays_when_another_of_the_name_comes() -> None:
    both = steady(group(found("a/mug/1.jpg", "b/mug/1.jpg"), Grouping())[0], {"a/mug/1.jpg": "mug"}, safe_sku)
    assert names(both) == {"a/mug/1.jpg": "mug", "b/mug/1.jpg": "b-mug"}


def test_sessions_keep_their_counters_when_earlier_shots_come() -> None:
    shots = [f"cam/IMG_20240501_{time}.jpg" for time in ("101500", "101507", "102900", "102905")]
    first = names(group(found(*shots), Grouping(way="time"))[0])
    assert set(first.values()) == {"cam-01", "cam-02"}
    earlier = [f"cam/IMG_20240501_{time}.jpg" for time in ("090000", "090006")]
    now = names(steady(group(found(*earlier, *shots), Grouping(way="time"))[0], first, safe_sku))
    assert {file: now[file] for file in shots} == first
    assert {now[file] for file in earlier} == {"cam-03"}


def test_a_new_product_does_not_take_the_counted_name_of_one_that_is_gone() -> None:
    shots = [f"cam/IMG_20240501_{time}.jpg" for time in ("101500", "101507", "102900", "102905")]
    gone = {"cam/IMG_20240401_080000.jpg": "cam-01"}
    now = names(steady(group(found(*shots), Grouping(way="time"))[0], gone, safe_sku))
    assert set(now.values()) == {"cam-03", "cam-02"}


def test_a_name_that_a_person_gave_is_never_changed() -> None:
    listings = group(found("SKU-01/a.jpg", "SKU-02/b.jpg"), Grouping())[0]
    before = {"SKU-01/old.jpg": "SKU-01", "SKU-02/old.jpg": "SKU-02"}
    assert steady(listings, before, safe_sku) == listings


def test_a_product_with_another_name_gets_it() -> None:
    listings = group(found("mug/1.jpg"), Grouping())[0]
    assert names(steady(listings, {"mug/1.jpg": "cup"}, safe_sku)) == {"mug/1.jpg": "mug"}


PRODUCTS = st.sampled_from(["杯子", "被子", "mug", "mug-2"])
FILES = st.lists(
    st.builds("{}/{}/{}.jpg".format, st.sampled_from("ab"), PRODUCTS, st.integers(1, 3)), max_size=12, unique=True
)


@given(FILES, FILES)
def test_names_stay_apart_and_planning_again_changes_nothing(first: list[str], second: list[str]) -> None:
    before = latin_listings(*first)
    now = latin_listings(*second, before=before)
    files: dict[str, set[str]] = {}
    for file, sku in now.items():
        files.setdefault(collision_key(sku), set()).add(file.rpartition("/")[0])
    assert all(len(folders) == 1 for folders in files.values())
    assert latin_listings(*second, before=now) == now


def test_a_delivery_keeps_its_names(studio: Studio) -> None:
    studio.add("a/mug/1.jpg", "b/mug/1.jpg")
    write_lists(studio.run(), studio.out)
    (studio.photos / "a/mug/1.jpg").unlink()
    write_lists(studio.run(), studio.out)
    assert [listing.sku for listing in studio.plan().listings] == ["b-mug"]


def test_folders_given_one_after_another_are_told_by_their_photos(tmp_path: Path) -> None:
    names_now = []
    for sku, colour in (("A-100", "red"), ("A-200", "blue"), ("A-100", "green"), ("red-A-100", "black")):
        for file in ("main.jpg", "detail.jpg"):
            jpeg(tmp_path / sku / file, colour)
        proposal = propose([tmp_path / sku], Options(), load_profile("amazon"), out=tmp_path / "out")
        names_now += [listing.sku for listing in proposal.listings]
        _delivered(tmp_path / "out", proposal.listings)
    assert names_now == ["A-100", "A-200", "A-100", "red-A-100"]


def test_new_photos_in_a_folder_given_by_itself_keep_its_name() -> None:
    (listing,) = group(found("A-100/Main.jpg", "A-100/new.jpg"), Grouping())[0]
    loose = replace_names(listing)
    assert steady((loose,), {"main.jpg": "A-100"}, safe_sku) == (loose,)


def test_a_number_of_a_folder_is_no_counter() -> None:
    listings = group(found("A-100/a.jpg", "A-101/b.jpg"), Grouping())[0]
    assert steady(listings, {"A-100/a.jpg": "A-101"}, safe_sku) == listings


def replace_names(listing: Listing) -> Listing:
    """``listing`` as it is where its folder is the one that was given."""
    variants = (
        replace(variant, photos=tuple(replace(photo, name=photo.path.name) for photo in variant.photos))
        for variant in listing.variants
    )
    return replace(listing, variants=tuple(variants))


def _delivered(out: Path, listings: Iterable[Listing]) -> None:
    rows = [
        {"source": photo.name, "sku": listing.sku, "source_sha256": store.file_sha256(photo.path)}
        for listing in listings
        for photo in listing.photos
    ]
    (out / MANIFEST).parent.mkdir(parents=True, exist_ok=True)
    (out / MANIFEST).write_text(json.dumps({"schema": 1, "files": rows}))


def jpeg(path: Path, colour: str) -> None:
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", (16, 16), colour).save(path)

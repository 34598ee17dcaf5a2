"""Where a new project delivers to: never where another one does, and where it did before."""

from __future__ import annotations

from pathlib import Path

import pytest

from whitecove.batch.delivery.manifest import FIELDS, as_json
from whitecove.studio.out_folder import new_out_for


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A folder with four photos."""
    folder = tmp_path / "shop"
    (folder / "lamp").mkdir(parents=True)
    for name in ("a.jpg", "b.jpg", "c.jpg", "lamp/d.jpg"):
        (folder / name).write_bytes(b"x")
    return folder


def deliver(out: Path, *sources: str, skipped: tuple[str, ...] = ()) -> Path:
    """A delivery of these photos lies there."""
    (out / ".whitecove").mkdir(parents=True)
    states = {**dict.fromkeys(sources, "ready"), **dict.fromkeys(skipped, "skipped")}
    rows = [dict.fromkeys(FIELDS, "") | {"source": name, "state": state} for name, state in states.items()]
    (out / "manifest.json").write_bytes(as_json("aliexpress", rows))
    return out


def test_the_first_project_has_the_plain_name(shop: Path) -> None:
    assert new_out_for([shop / "a.jpg"]) == new_out_for([shop]) == shop.with_name("shop-ready")


def test_the_same_photos_find_their_delivery(shop: Path) -> None:
    out = deliver(shop.with_name("shop-ready"), "a.jpg", "b.jpg")
    assert new_out_for([shop / "a.jpg", shop / "b.jpg"]) == out
    assert new_out_for([shop / "a.jpg", shop / "b.jpg", shop / "c.jpg"]) == out


def test_other_photos_of_the_folder_get_a_folder_of_their_own(shop: Path) -> None:
    deliver(shop.with_name("shop-ready"), "a.jpg", "b.jpg")
    second = shop.with_name("shop-ready-2")
    assert new_out_for([shop / "c.jpg"]) == second
    assert new_out_for([shop / "b.jpg", shop / "c.jpg"]) == second
    deliver(second, "c.jpg")
    assert new_out_for([shop / "c.jpg"]) == second
    assert new_out_for([shop / "b.jpg"]) == shop.with_name("shop-ready-3")


def test_single_photos_do_not_take_the_delivery_of_their_folder(shop: Path) -> None:
    deliver(shop.with_name("shop-ready"), "a.jpg", "b.jpg", "c.jpg", "lamp/d.jpg")
    assert new_out_for([shop / "a.jpg"]) == shop.with_name("shop-ready-2")


@pytest.mark.parametrize("sources", [("a.jpg", "gone.jpg"), ("lamp/d.jpg",), ("shop/a.jpg", "other/z.jpg")])
def test_the_same_folder_finds_its_delivery(sources: tuple[str, ...], shop: Path) -> None:
    out = deliver(shop.with_name("shop-ready"), *sources)
    assert new_out_for([shop]) == out


def test_a_folder_with_other_photos_than_before_gets_another_one(shop: Path) -> None:
    deliver(shop.with_name("shop-ready"), "yesterday.jpg", skipped=("lamp/",))
    assert new_out_for([shop]) == shop.with_name("shop-ready-2")


def test_a_delivery_that_was_broken_off_is_its_folders(shop: Path) -> None:
    out = shop.with_name("shop-ready")
    (out / ".whitecove").mkdir(parents=True)
    assert new_out_for([shop]) == out
    assert new_out_for([shop / "a.jpg"]) == shop.with_name("shop-ready-2")


def test_what_a_person_keeps_under_the_next_name_is_left_alone(shop: Path) -> None:
    deliver(shop.with_name("shop-ready"), "a.jpg")
    shop.with_name("shop-ready-2").mkdir()
    assert new_out_for([shop / "b.jpg"]) == shop.with_name("shop-ready-3")


def test_a_list_that_is_damaged_is_as_good_as_none(shop: Path) -> None:
    out = deliver(shop.with_name("shop-ready"), "a.jpg")
    (out / "manifest.json").write_bytes(b"[[[\n" + b"[" * 100_000 + b"\n{}\n[1]\n")
    assert new_out_for([shop]) == out
    assert new_out_for([shop / "a.jpg"]) == shop.with_name("shop-ready-2")

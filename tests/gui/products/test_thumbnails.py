"""Thumbnails are wished for when they are painted, kept within bounds, and taken back when scrolled away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gui.products.conftest import Given
from tests.gui.products.desk import Desk, Quiet, key
from whitecove.gui.bridge import GALLERY
from whitecove.gui.products import thumbnails as module
from whitecove.gui.products.thumbnails import TRIES, WISHES_AT_MOST, Thumbnails, Wish
from whitecove.studio.asks import ForgetThumbnails, Pixels, Thumbnail, Thumbnailed


def wish(name: str) -> Wish:
    return Wish(name, Path("/photos") / name)


def asked(bridge: Quiet) -> list[str]:
    return [each.key for each in bridge.sent if isinstance(each, Thumbnail)]


def test_only_what_is_in_sight_is_asked_for(lay: Callable[[Given], Desk]) -> None:
    desk = lay({f"SKU-{number:04d}": [f"{number:04d}"] for number in range(2000)})
    desk.settle()
    first = desk.bridge.make_thumbnails()
    assert key("0000") in first
    assert len(set(first)) < 100
    desk.settle()
    desk.list.verticalScrollBar().setValue(72 * 1000)
    desk.settle()
    assert key("1001") in asked(desk.bridge)
    assert key("0500") not in asked(desk.bridge)


def test_wishes_of_one_painting_go_out_with_the_first_last(qtbot: object, desk: Desk) -> None:
    desk.bridge.sent.clear()
    for name in "abc":
        assert desk.thumbnails.get(wish(name), 60) is None
    desk.settle()
    assert [each for each in asked(desk.bridge) if each in "abc"] == ["c", "b", "a"]
    assert desk.thumbnails.get(wish("a"), 60) is None
    desk.bridge.sent.clear()
    desk.settle()
    assert "a" not in asked(desk.bridge)


def test_what_was_scrolled_away_is_taken_back(desk: Desk) -> None:
    desk.bridge.sent.clear()
    for number in range(WISHES_AT_MOST + 30):
        desk.thumbnails.get(wish(f"x{number}"), 60)
        if number % 20 == 0:
            desk.settle()
    desk.settle()
    gone = {name for each in desk.bridge.sent if isinstance(each, ForgetThumbnails) for name in each.keys}
    assert "x0" in gone
    assert f"x{WISHES_AT_MOST + 29}" not in gone


def test_a_larger_one_is_made_for_a_finer_screen_and_a_small_one_shown_until_then(desk: Desk) -> None:
    desk.thumbnails.get(wish("a"), 60)
    desk.settle()
    desk.bridge.say(Thumbnailed(key="a", side=128, pixels=Pixels(width=2, height=2, data=bytes(12))))
    small = desk.thumbnails.get(wish("a"), 60)
    assert small is not None
    desk.bridge.sent.clear()
    shown = desk.thumbnails.get(wish("a"), 60, 2.5)
    assert shown is not None
    assert shown.cacheKey() == small.cacheKey()
    desk.settle()
    assert [each.side for each in desk.bridge.sent if isinstance(each, Thumbnail) and each.key == "a"] == [192]


def test_memory_is_bounded(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BYTES_AT_MOST", 1000)
    pixels = Pixels(width=10, height=10, data=bytes(300))
    for name in "abcd":
        desk.bridge.say(Thumbnailed(key=name, side=128, pixels=pixels))
    assert desk.thumbnails.held <= 1000
    assert desk.thumbnails.has("d")
    assert not desk.thumbnails.has("a")


def test_a_picture_that_cannot_be_made_is_not_asked_for_again(desk: Desk) -> None:
    desk.thumbnails.get(wish("a"), 60)
    desk.settle()
    desk.bridge.say(Thumbnailed(key="a", side=128, pixels=None, problem="Damaged."))
    desk.bridge.sent.clear()
    assert desk.thumbnails.get(wish("a"), 60) is None
    desk.settle()
    assert "a" not in asked(desk.bridge)


def test_wishes_outlive_the_gallery_but_not_for_ever(desk: Desk) -> None:
    told: list[str] = []
    desk.thumbnails.ready.connect(told.append)
    for _ in range(TRIES):
        desk.thumbnails.get(wish("a"), 60)
        desk.settle()
        desk.bridge.lost.emit(GALLERY)
    assert told.count("a") == TRIES
    assert desk.thumbnails.has("a")


def test_thumbnails_listen_to_their_bridge_alone(qtbot: object) -> None:
    bridge = Quiet()
    kept = Thumbnails(bridge, bridge)
    bridge.lost.emit("another room")
    assert kept.held == 0
    bridge.close()
    bridge.deleteLater()

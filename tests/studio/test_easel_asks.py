"""What overtakes what, and what is opened in advance."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.corrections.steps import erase
from tests.studio.on_easel import Screen, Stand, disc, opening, show
from whitecove.core.corrections.values import Point
from whitecove.core.model import Box, Slot
from whitecove.core.options import Options
from whitecove.core.stage import Stage
from whitecove.studio.easel.inbox import Inbox
from whitecove.studio.easel_asks import (
    Ask,
    Close,
    Compose,
    HoleAt,
    Holes,
    Open,
    Opened,
    Opening,
    Prefetch,
    Region,
    Show,
    Shown,
)

A = opening(Path("a.jpg"))
B = replace(A, key="b", path=Path("b.jpg"))
SHOW = Show(key="a", corrections=None, generation=1)
REGION = Region(key="a", corrections=None, box=Box(0, 0, 9, 9), generation=1)
COMPOSE = Compose(key="a", generation=1, photo=A, slot=Slot.MAIN, options=Options(), side=100)
HOVER = HoleAt(key="a", point=Point(1, 1), generation=1)


@pytest.mark.parametrize(
    ("first", "later", "overtaken"),
    [
        (A, B, True),
        (A, A, True),
        (A, SHOW, True),
        (A, replace(SHOW, key="b"), False),
        (A, HOVER, False),
        (A, Close(key="a"), True),
        (A, Close(key="b"), False),
        (SHOW, SHOW, True),
        (SHOW, replace(SHOW, key="b"), False),
        (SHOW, B, False),
        (SHOW, REGION, False),
        (SHOW, HOVER, False),
        (REGION, SHOW, True),
        (REGION, REGION, True),
        (REGION, HOVER, False),
        (HOVER, HOVER, True),
        (HOVER, REGION, False),
        (Holes(key="a", generation=1), SHOW, False),
        (Prefetch(asks=(B,)), A, True),
        (Prefetch(asks=(B,)), SHOW, False),
        (A, Prefetch(asks=(B,)), False),
        (COMPOSE, COMPOSE, True),
        (COMPOSE, replace(COMPOSE, key="b"), True),
        (COMPOSE, A, True),
        (COMPOSE, SHOW, False),
        (A, COMPOSE, False),
    ],
)
def test_what_overtakes_what(first: Ask, later: Ask, overtaken: bool) -> None:
    inbox = Inbox()
    inbox.heard(first)
    is_overtaken = inbox.taken(first)
    assert not is_overtaken()
    inbox.heard(later)
    assert is_overtaken() is overtaken
    assert not inbox.taken(later)()
    inbox.heard(None)
    assert is_overtaken()


@pytest.fixture
def stand() -> Stand:
    return Stand()


def both(stand: Stand, *asks: Ask) -> list[object]:
    """What is said to asks that come in together."""
    before = len(stand.said)
    for ask in asks:
        stand.easel.heard(ask)
    for ask in asks:
        stand.easel.handle(ask)
    return stand.said[before:]


def test_of_photos_leafed_through_only_the_last_is_opened(stand: Stand, tmp_path: Path) -> None:
    asks = [opening(disc(tmp_path, f"{k}.png"), key=str(k), generation=k) for k in range(3)]
    said = both(stand, *asks)
    assert {each.key for each in said if isinstance(each, Opening | Opened)} == {"2"}


def test_a_stroke_before_it_is_open_opens_it_with_the_stroke(stand: Stand, tmp_path: Path) -> None:
    said = both(stand, opening(disc(tmp_path)), show(erase((320, 240), radius=20), generation=5))
    opened = said[-1]
    assert isinstance(opened, Opened)
    assert opened.generation == 5
    assert Screen(opened).matte[120, 160] == 0


def test_of_many_strokes_only_the_last_is_answered_and_nothing_is_missing(stand: Stand, tmp_path: Path) -> None:
    screen = Screen(stand.one(opening(disc(tmp_path)), Opened))
    strokes = [erase((250 + 20 * k, 240), radius=20) for k in range(4)]
    said = both(stand, *(show(*strokes[: k + 1], generation=k) for k in range(4)))
    assert len(said) == 1
    assert isinstance(said[0], Shown)
    screen.take(said[0])
    fresh = Stand()
    whole = fresh.one(replace(opening(disc(tmp_path, "again.png")), corrections=show(*strokes).corrections), Opened)
    assert (screen.cutout == Screen(whole).cutout).all()


def test_a_photo_that_is_left_while_it_is_opened_is_not_cut_out(tmp_path: Path) -> None:
    said: list[object] = []
    stand = Stand()
    other = opening(disc(tmp_path, "other.png"), key="b", generation=2)

    def answer(each: object) -> None:
        said.append(each)
        if isinstance(each, Opening) and each.stage is Stage.READING and each.key == "a":
            stand.easel.heard(other)

    stand.easel = type(stand.easel)(answer)
    ask = opening(disc(tmp_path))
    stand.easel.heard(ask)
    stand.easel.handle(ask)
    assert [each.stage for each in said if isinstance(each, Opening)] == [Stage.STARTING, Stage.READING]
    stand.easel.handle(other)
    assert isinstance(said[-1], Opened)


def test_what_was_opened_in_advance_is_there_at_once(stand: Stand, tmp_path: Path) -> None:
    stand.ask(opening(disc(tmp_path)))
    following = [opening(disc(tmp_path, f"{k}.png"), key=str(k), generation=0) for k in range(2)]
    assert stand.ask(Prefetch(asks=tuple(following))) == []
    stand.easel.settle()
    for ask in following:
        assert [type(each) for each in stand.ask(replace(ask, generation=7))] == [Opened]


def test_a_photo_that_is_being_opened_in_advance_is_waited_for(stand: Stand, tmp_path: Path) -> None:
    ask = opening(disc(tmp_path))
    stand.ask(Prefetch(asks=(ask,)))
    assert isinstance(stand.ask(ask)[-1], Opened)


def test_the_one_on_the_easel_stays_at_full_size(stand: Stand, tmp_path: Path) -> None:
    stand.ask(opening(disc(tmp_path)))
    stand.ask(Prefetch(asks=tuple(opening(disc(tmp_path, f"{k}.png"), key=str(k)) for k in range(4))))
    stand.easel.settle()
    assert not [each for each in stand.ask(REGION) if isinstance(each, Opening)]


def test_another_way_of_cutting_it_out_is_another_photo(stand: Stand, tmp_path: Path) -> None:
    path = disc(tmp_path)
    plain = stand.one(opening(path), Opened)
    kept = stand.one(opening(path, engine="keep"), Opened)
    lit = stand.one(replace(opening(path), white_point=(1.2, 1.0, 0.9)), Opened)
    assert (plain.engine, kept.engine, lit.engine) == ("backdrop", "keep", "backdrop")
    assert plain.photo == kept.photo != lit.photo
    assert (Screen(kept).matte == 255).all()


def test_a_photo_no_longer_kept_is_opened_again_for_a_stroke(stand: Stand, tmp_path: Path) -> None:
    stand.ask(opening(disc(tmp_path)))
    for k in range(7):
        stand.ask(opening(disc(tmp_path, f"{k}.png"), key=str(k)))
    opened = stand.ask(show(erase((320, 240), radius=20)))[-1]
    assert isinstance(opened, Opened)
    assert opened.key == "a"
    assert Screen(opened).matte[120, 160] == 0


def test_a_closed_easel_wants_nothing_more(stand: Stand, tmp_path: Path) -> None:
    ask: Open = opening(disc(tmp_path))
    stand.easel.heard(ask)
    stand.easel.close()
    stand.easel.handle(ask)
    assert stand.said == []

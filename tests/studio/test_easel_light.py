"""Another light or engine for one photo: shown at once by and large, then as a batch makes it; and a place picked as
white or grey."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.core.corrections.steps import erase
from tests.core.engines.scenes import iou
from tests.studio.on_easel import SIZE, Screen, Stand, corrections, disc, opening, show
from whitecove.core.adjust.values import Adjust
from whitecove.core.corrections.cutting import cut_and_correct
from whitecove.core.corrections.values import Point, Step
from whitecove.core.engines.backdrop import BackdropEngine
from whitecove.core.engines.scale import reduced
from whitecove.core.light.asked import as_asked
from whitecove.core.light.pick import gains_of
from whitecove.core.model import Box
from whitecove.core.read import read_photo
from whitecove.studio.easel_asks import (
    Failed,
    GainsAt,
    GainsFound,
    Opened,
    Opening,
    Region,
    Regioned,
    Show,
    Shown,
)

BRIGHTER = Adjust(exposure=0.5)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return disc(tmp_path)


@pytest.fixture
def stand(photo: Path) -> Stand:
    stand = Stand()
    stand.ask(opening(photo))
    return stand


def lit(adjust: Adjust, *steps: Step, generation: int = 2) -> Show:
    return Show(key="a", corrections=replace(corrections(*steps), adjust=adjust), generation=generation)


def test_another_light_is_shown_at_once_and_then_as_it_is_made(stand: Stand, photo: Path) -> None:
    step = erase((320, 240), radius=20)
    stand.ask(show(step))
    soon, *stages, opened = stand.ask(lit(BRIGHTER, step))
    assert isinstance(soon, Shown)
    assert isinstance(opened, Opened)
    assert all(isinstance(stage, Opening) for stage in stages)
    assert not soon.settled
    screen = Screen(opened)
    early = Screen(opened)
    early.take(soon)
    asked = as_asked(read_photo(photo), None, BRIGHTER)
    _, made = cut_and_correct(asked, BackdropEngine(), corrections(step))
    assert np.array_equal(screen.photo, reduced(asked.rgb, 320))
    assert iou(screen.matte, reduced(made.matte, 320)) >= 0.995
    assert np.abs(early.photo.astype(int) - screen.photo).max() <= 3
    assert iou(early.matte, screen.matte) >= 0.99


def test_the_region_is_in_the_same_light(stand: Stand, photo: Path) -> None:
    region = Region(key="a", corrections=replace(corrections(), adjust=BRIGHTER), box=Box(0, 0, *SIZE), generation=2)
    said = stand.ask(region)[-1]
    assert isinstance(said, Regioned)
    assert said.photo == as_asked(read_photo(photo), None, BRIGHTER).rgb.tobytes()


def test_back_in_the_old_light_all_is_as_it_was(stand: Stand, photo: Path) -> None:
    first = stand.one(opening(photo), Opened)
    stand.ask(lit(BRIGHTER))
    again = stand.ask(lit(Adjust(), generation=3))[-1]
    assert isinstance(again, Opened)
    assert (again.photo, again.cutout) == (first.photo, first.cutout)


def test_light_that_is_overtaken_leaves_nothing_behind(stand: Stand, photo: Path) -> None:
    """What was shown by and large is put right by the next answer, though nothing else changed."""
    screen = Screen(stand.one(opening(photo), Opened))
    before = screen.photo.copy()
    back = show(generation=3)

    def answer(said: object) -> None:
        stand.said.append(said)
        if isinstance(said, Shown) and not said.settled:
            stand.easel.heard(back)

    stand.easel._answer = answer
    ask = lit(BRIGHTER)
    stand.easel.heard(ask)
    stand.easel.handle(ask)
    soon = stand.said[-1]
    assert isinstance(soon, Shown)
    screen.take(soon)
    assert (screen.photo != before).any()
    stand.easel.handle(back)
    shown = stand.said[-1]
    assert isinstance(shown, Shown)
    screen.take(shown)
    assert np.array_equal(screen.photo, before)


def test_another_engine_cuts_it_out_anew(stand: Stand) -> None:
    opened = stand.ask(lit(Adjust(engine="keep")))[-1]
    assert isinstance(opened, Opened)
    assert opened.engine == "keep"
    assert (Screen(opened).matte == 255).all()
    assert not any(isinstance(said, Shown) for said in stand.said)


def test_an_engine_that_is_not_there_is_said_and_the_photo_stays(stand: Stand) -> None:
    assert isinstance(stand.ask(lit(Adjust(engine="rembg:u2netp")))[-1], Failed)
    assert isinstance(stand.ask(show(erase((320, 240)), generation=3))[-1], Shown)


def test_turning_it_needs_nothing_of_the_easel(stand: Stand) -> None:
    shown = stand.one(lit(Adjust(turn=90, straighten=3, flip=True, fill=0.8)), Shown)
    assert shown.box == Box(0, 0, 0, 0)


def test_a_place_is_picked_as_it_was_shot(tmp_path: Path) -> None:
    path = tmp_path / "warm.png"
    rgb = np.full((240, 320, 3), (210, 200, 180), np.uint8)
    rgb[60:180, 100:220] = 20, 60, 90
    Image.fromarray(rgb).save(path)
    stand = Stand()
    stand.ask(replace(opening(path, screen=320), white_point=(1.1, 1.0, 1.2)))
    ask = GainsAt(key="a", point=Point(20.5, 20.5), generation=2, white=True)
    assert stand.one(ask, GainsFound).gains == gains_of(rgb[:9, :9], white=True)
    assert stand.one(replace(ask, point=Point(-50, 9999)), GainsFound).gains == gains_of(rgb[:9, :9], white=True)


def test_a_place_that_says_nothing_is_refused(stand: Stand) -> None:
    failed = stand.one(GainsAt(key="a", point=Point(320, 240), generation=2), Failed)
    assert failed.code == "light.pick_coloured"

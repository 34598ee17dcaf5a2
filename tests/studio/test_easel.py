"""One photo on the easel: opened as a batch cuts it, shown with corrections, looked at closely."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.core.corrections.steps import erase, keep, line
from tests.core.engines.scenes import iou
from tests.studio.on_easel import SIZE, Screen, Stand, corrections, disc, opening, show
from whitecove.core.corrections.cutting import cut_and_correct
from whitecove.core.corrections.values import Heal, Hole, Point, Rectangle
from whitecove.core.engines.backdrop import BackdropEngine
from whitecove.core.engines.registry import cut_out
from whitecove.core.engines.scale import reduced
from whitecove.core.model import Box
from whitecove.core.read import read_photo
from whitecove.core.stage import Stage
from whitecove.studio.easel_asks import Close, Failed, Opened, Opening, Region, Regioned, Shown


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return disc(tmp_path)


@pytest.fixture
def stand() -> Stand:
    return Stand()


def test_a_photo_is_opened_with_the_batchs_own_cutout(stand: Stand, photo: Path) -> None:
    *stages, opened = stand.ask(opening(photo))
    assert [said.stage for said in stages if isinstance(said, Opening)] == [
        Stage.STARTING,
        Stage.READING,
        Stage.CUTTING,
        Stage.MAKING,
    ]
    assert isinstance(opened, Opened)
    assert (opened.width, opened.height) == SIZE
    assert opened.size == (320, 240)
    assert opened.scale == 0.5
    made = cut_out(read_photo(photo), BackdropEngine())
    assert (opened.engine, opened.doubt, opened.reasons) == (made.engine, made.doubt, made.reasons)
    screen = Screen(opened)
    assert np.array_equal(screen.matte, reduced(made.matte, 320))
    assert np.array_equal(screen.photo, reduced(read_photo(photo).rgb, 320))


def test_at_full_size_it_is_the_cutout_to_the_bit(stand: Stand, photo: Path) -> None:
    made = cut_out(read_photo(photo), BackdropEngine())
    stand.ask(opening(photo))
    region = stand.one(Region(key="a", corrections=None, box=Box(-5, 100, 9999, 300), generation=1), Regioned)
    assert region.box == Box(0, 100, 640, 300)
    pixels = np.frombuffer(region.cutout, np.uint8).reshape(200, 640, 4)
    assert np.array_equal(pixels[..., 3], made.matte[100:300])
    assert np.array_equal(pixels[..., :3], made.rgb[100:300])
    assert region.photo == read_photo(photo).rgb[100:300].tobytes()


def test_a_stroke_changes_its_own_rectangle(stand: Stand, photo: Path) -> None:
    screen = Screen(stand.one(opening(photo), Opened))
    shown = stand.one(show(erase((320, 240), radius=20)), Shown)
    assert shown.box == Box(150, 110, 170, 130)
    assert len(shown.cutout) == 4 * 20 * 20
    assert shown.photo == b""
    screen.take(shown)
    assert screen.matte[120, 160] == 0


def test_the_region_has_the_corrections_of_the_command_line(stand: Stand, photo: Path) -> None:
    steps = (erase((250, 200), (400, 260), radius=30, edge_aware=True), Heal(brush=line((100, 100), radius=9)))
    healed, made = cut_and_correct(read_photo(photo), BackdropEngine(), corrections(*steps))
    stand.ask(opening(photo))
    whole = Region(key="a", corrections=corrections(*steps), box=Box(0, 0, *SIZE), generation=2)
    region = stand.one(whole, Regioned)
    pixels = np.frombuffer(region.cutout, np.uint8).reshape(480, 640, 4)
    assert np.array_equal(pixels[..., 3], made.matte)
    assert np.array_equal(pixels[..., :3], made.rgb)
    assert region.photo == healed.rgb.tobytes()


def test_screen_and_full_size_agree(stand: Stand, photo: Path) -> None:
    steps = (erase((300, 140), (420, 240), radius=25), keep((100, 100), radius=40))
    made = cut_and_correct(read_photo(photo), BackdropEngine(), corrections(*steps))[1]
    screen = Screen(stand.one(opening(photo), Opened))
    screen.take(stand.one(show(*steps), Shown))
    assert iou(screen.matte, reduced(made.matte, 320)) >= 0.995


def test_healing_changes_the_photo_too(stand: Stand, photo: Path) -> None:
    screen = Screen(stand.one(opening(photo), Opened))
    before = screen.photo.copy()
    shown = stand.one(show(Heal(brush=line((80, 80), radius=10))), Shown)
    assert len(shown.photo) == 3 * shown.box.width * shown.box.height
    screen.take(shown)
    assert (screen.photo[40, 40] != before[40, 40]).any()


def test_it_is_opened_with_its_corrections(stand: Stand, photo: Path) -> None:
    ask = replace(opening(photo), corrections=corrections(erase((320, 240), radius=20)))
    assert Screen(stand.one(ask, Opened)).matte[120, 160] == 0


def test_corrections_of_another_photo_are_refused_and_it_is_shown_without(stand: Stand, photo: Path) -> None:
    ask = replace(opening(photo), corrections=corrections(erase((32, 24)), size=(480, 640)))
    opened, failed = stand.ask(ask)[-2:]
    assert isinstance(opened, Opened)
    assert isinstance(failed, Failed)
    assert failed.code == "corrections.other_size"
    assert Screen(opened).matte[120, 160] == 255


def test_what_leaves_nothing_is_said_and_can_be_undone(stand: Stand, photo: Path) -> None:
    screen = Screen(stand.one(opening(photo), Opened))
    whole = screen.cutout.copy()
    all_of_it = Rectangle(keep=False, left=0, top=0, right=640, bottom=480)
    failed = stand.one(show(all_of_it), Failed)
    assert failed.code == "corrections.nothing_left"
    assert failed.generation == 2
    screen.take(stand.one(show(generation=3), Shown))
    assert np.array_equal(screen.cutout, whole)


def test_nothing_found_is_an_empty_sheet_to_draw_on(stand: Stand, tmp_path: Path) -> None:
    grain = np.random.default_rng(0).normal(200, 1, (480, 640, 3))
    path = tmp_path / "empty.png"
    Image.fromarray(np.clip(grain, 0, 255).astype(np.uint8)).save(path)
    opened = stand.one(opening(path), Opened)
    assert opened.doubt == 1
    screen = Screen(opened)
    assert not screen.matte.any()
    screen.take(stand.one(show(keep((320, 240), radius=60)), Shown))
    assert screen.matte[120, 160] == 255


def test_a_divided_photo_has_no_colours_to_keep(stand: Stand, photo: Path) -> None:
    screen = Screen(stand.one(opening(photo, engine="whiten"), Opened))
    assert stand.one(show(keep((320, 240))), Failed).code == "corrections.whitened"
    screen.take(stand.one(show(erase((320, 240)), generation=3), Shown))
    assert screen.matte[120, 160] == 0


def test_a_closed_photo_says_nothing_and_opens_again_at_once(stand: Stand, photo: Path) -> None:
    first = stand.one(opening(photo), Opened)
    assert stand.ask(Close(key="a")) == []
    assert stand.ask(show(erase((320, 240)))) == []
    again = stand.ask(opening(photo, generation=3))
    assert [type(said) for said in again] == [Opened]
    assert isinstance(again[0], Opened)
    assert again[0].cutout == first.cutout


def test_all_that_is_said_can_travel(stand: Stand, photo: Path) -> None:
    stand.ask(opening(photo))
    stand.ask(show(erase((320, 240)), Hole(point=Point(300, 200))))
    for said in stand.said:
        assert pickle.loads(pickle.dumps(said)) == said  # noqa: S301 (our own)

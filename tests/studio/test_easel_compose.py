"""What a preview shows, beside what a batch writes of the same photo."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.core.corrections.steps import erase
from tests.studio.on_easel import Stand, disc, opening, show
from whitecove import paths
from whitecove.core.adjust.values import Adjust
from whitecove.core.corrections.values import Corrections, Hole, Point, Step
from whitecove.core.engines.registry import make_engine
from whitecove.core.model import U8, Box, Photo, Rendition, Role, Slot, Want
from whitecove.core.options import Options
from whitecove.core.prepare import Context, prepare
from whitecove.core.profiles import load_profile
from whitecove.core.read import read_photo
from whitecove.studio.easel_asks import Compose, Composed, Failed, Opened, Opening

SCREEN, SIDE = 1600, 1200
OPTIONS = Options(engine="backdrop")


def sample(name: str = "mug.jpg") -> Path:
    """A photo of the samples, as large as a camera makes them."""
    return paths.resources() / "samples" / name


@pytest.fixture(scope="module")
def stand() -> Stand:
    return Stand()


def corrections(path: Path, *steps: Step, **adjust: object) -> Corrections:
    width, height = read_photo(path).size
    return Corrections(width=width, height=height, steps=steps, adjust=Adjust(**adjust))  # type: ignore[arg-type]


def compose(path: Path, drawn: Corrections | None, *, slot: Slot = Slot.MAIN, options: Options = OPTIONS) -> Compose:
    photo = replace(opening(path, engine=options.engine, screen=SCREEN), corrections=drawn)
    return Compose(key="a", generation=3, photo=photo, slot=slot, options=options, side=SIDE)


def written(ask: Compose) -> tuple[U8, Rendition]:
    """What a batch makes of the same, (h, w, 3)."""
    kept: dict[str, bytes] = {}

    def write(name: str, data: bytes) -> bytes:
        kept[name] = data
        return data

    context = Context(
        options=ask.options, profile=load_profile(ask.options.profile), engine=make_engine(ask.options.engine, {})
    )
    want = Want(slot=ask.slot, variant="", order=1, file="out.jpg")
    photo = Photo(path=ask.photo.path, name="a", role=Role.MAIN, order=1)
    made = prepare(photo, (want,), context, write, corrections=ask.photo.corrections).renditions[0]
    return np.asarray(Image.open(BytesIO(kept["out.jpg"])).convert("RGB")), made


def pixels(said: Composed) -> U8:
    width, height = said.size
    return np.frombuffer(said.rgb, np.uint8).reshape(height, width, 3)


def reduced(picture: U8, size: tuple[int, int]) -> U8:
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BOX))


def apart(one: Box, other: Box) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


CASES: dict[str, tuple[dict[str, object], Slot]] = {
    "nothing": ({}, Slot.MAIN),
    "fill": ({"fill": 0.6}, Slot.MAIN),
    "turn": ({"turn": 90}, Slot.MAIN),
    "mirror": ({"turn": 180, "flip": True}, Slot.MAIN),
    "straighten": ({"straighten": -7.5}, Slot.MAIN),
    "exposure": ({"exposure": -0.4}, Slot.MAIN),
    "white point": ({"white_point": (1.1, 1.0, 0.9)}, Slot.MAIN),
    "made shadow": ({"shadow": "made"}, Slot.MAIN),
    "own shadow": ({"shadow": "own"}, Slot.MAIN),
    "edges": ({"keep_edges": True}, Slot.MAIN),
    "baseline": ({"stand": "baseline", "fill": 0.7}, Slot.MAIN),
    "scene": ({"details": "scene", "exposure": -0.5}, Slot.DETAIL),
    "padded": ({"details": "pad", "turn": 270}, Slot.DETAIL),
    "straight scene": ({"details": "scene", "straighten": 4.0}, Slot.DETAIL),
    "white detail": ({"details": "white"}, Slot.DETAIL),
    "whole": ({"engine": "keep"}, Slot.MAIN),
}


@pytest.mark.parametrize("case", CASES)
def test_it_shows_what_will_be_written(stand: Stand, case: str) -> None:
    values, slot = CASES[case]
    path = sample()
    ask = compose(path, corrections(path, **values), slot=slot)
    said = stand.one(ask, Composed)
    picture, made = written(ask)
    assert made.placement is not None
    assert said.canvas == made.placement.canvas
    difference = np.abs(pixels(said).astype(int) - reduced(picture, said.size))
    assert difference.mean() < 1.5
    assert apart(said.placement.placed_box, made.placement.placed_box) <= 2
    assert apart(said.placement.source_box, made.placement.source_box) * made.placement.scale <= 2
    assert said.placement.flush == made.placement.flush


def test_what_was_drawn_is_in_it(stand: Stand) -> None:
    path = sample()
    plain = stand.one(compose(path, None), Composed)
    drawn = corrections(path, erase((400, 900), radius=150))
    said = stand.one(compose(path, drawn), Composed)
    picture, _ = written(compose(path, drawn))
    assert np.abs(pixels(said).astype(int) - reduced(picture, said.size)).mean() < 1.5
    assert np.abs(pixels(said).astype(int) - pixels(plain)).mean() > 3
    assert pixels(stand.one(compose(path, None), Composed)).tobytes() == plain.rgb


def test_once_it_is_open_it_is_not_opened_again_whatever_is_set(stand: Stand) -> None:
    path = sample()
    stand.ask(compose(path, None))
    for values in ({"exposure": 0.5}, {"white_point": (1.2, 1.0, 0.9)}, {"turn": 90, "straighten": 3.0, "fill": 0.5}):
        assert [type(each) for each in stand.ask(compose(path, corrections(path, **values)))] == [Composed]


def test_touching_it_up_goes_on_with_what_was_opened(tmp_path: Path) -> None:
    stand, path = Stand(), disc(tmp_path)
    photo = opening(path, screen=SCREEN)
    stand.ask(replace(compose(path, None), photo=photo))
    assert [type(each) for each in stand.ask(replace(photo, generation=9))] == [Opened]
    step = erase((320, 240), radius=20)
    stand.ask(show(step, generation=10))
    said = stand.ask(replace(compose(path, None), photo=replace(photo, corrections=show(step).corrections)))
    assert [type(each) for each in said] == [Composed]


def test_what_keeps_its_scene_is_not_cut_out(tmp_path: Path) -> None:
    stand, path = Stand(), disc(tmp_path)
    said = stand.ask(compose(path, None, slot=Slot.DETAIL))
    assert isinstance(said[-1], Composed)
    stand.ask(replace(opening(path, screen=SCREEN, engine="keep"), generation=4))
    assert [type(each) for each in stand.said[len(said) :]] == [Opened]
    assert any(isinstance(each, Opening) for each in stand.ask(compose(path, None)))


def test_where_the_product_is_known_to_be_it_stays(stand: Stand) -> None:
    path = sample()
    own = stand.one(compose(path, None), Composed).placement
    left, top, right, bottom = own.placed_box
    moved = replace(own, placed_box=Box(left - 100, top + 50, right - 100, bottom + 50))
    said = stand.one(replace(compose(path, corrections(path, exposure=0.1)), placed=moved), Composed)
    assert apart(said.placement.placed_box, moved.placed_box) <= 2


def test_nothing_left_is_said(tmp_path: Path) -> None:
    stand, path = Stand(), disc(tmp_path)
    drawn = show(erase((320, 240), radius=900)).corrections
    failed = stand.one(compose(path, drawn), Failed)
    assert (failed.key, failed.generation, failed.of) == ("a", 3, Compose)
    assert failed.sentence


def test_a_hole_shows(stand: Stand) -> None:
    """Opened at screen size and at full size alike."""
    path = sample("basket.jpg")
    drawn = corrections(path, Hole(point=Point(300, 300)))
    said = stand.one(compose(path, drawn), Composed)
    picture, _ = written(compose(path, drawn))
    assert np.abs(pixels(said).astype(int) - reduced(picture, said.size)).mean() < 2.5

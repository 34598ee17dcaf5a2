"""What a preview shows, beside what a batch writes of the same photo."""

from __future__ import annotations

from dataclasses import replace
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
    """What a batch makes of the same, (h, w, 3), reduced to the side that was asked for."""
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
    from io import BytesIO

    image = Image.open(BytesIO(kept["out.jpg"])).convert("RGB")
    share = min(1.0, ask.side / max(image.size))
    size = (round(image.width * share), round(image.height * share))
    return np.asarray(image.resize(size, Image.Resampling.BOX)), made


def pixels(said: Composed) -> U8:
    width, height = said.size
    return np.frombuffer(said.rgb, np.uint8).reshape(height, width, 3)


def apart(one: Box, other: Box) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


CASES: dict[str, tuple[dict[str, object], Slot]] = {
    "nothing": ({}, Slot.MAIN),
    "fill": ({"fill": 0.6}, Slot.MAIN),
    "turn": ({"turn": 90}, Slot.MAIN),
    "mirror": ({"turn": 180, "flip": True}, Slot.MAIN),
    "straighten": ({"straighten": -7.5}, Slot.MAIN),
    "exposure": ({"exposure": 0.7}, Slot.MAIN),
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
    assert abs(said.size[0] - picture.shape[1]) <= 1
    shown = pixels(said)[: picture.shape[0], : picture.shape[1]]
    beside = picture[: shown.shape[0], : shown.shape[1]]
    difference = float(np.abs(shown.astype(int) - beside).mean())
    scale = made.placement.scale
    print(case, round(difference, 2), round(said.millis), said.placement, made.placement)
    assert difference < 1.5
    assert apart(said.placement.placed_box, made.placement.placed_box) <= 2
    assert apart(said.placement.source_box, made.placement.source_box) * scale <= 2
    assert said.placement.flush == made.placement.flush

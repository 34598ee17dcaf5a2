"""Corrections as tests make them: by hand, and any there can be."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from PIL import Image

from tests.pictures import cutout, disc_matte, picture
from whitecove.core.corrections.apply import corrected
from whitecove.core.corrections.values import (
    Area,
    Brush,
    Corrections,
    Heal,
    Hole,
    Point,
    Rectangle,
    Step,
    Stroke,
    Touch,
)
from whitecove.core.model import U8, Cutout, Picture

WIDTH, HEIGHT = 160, 120

# Anywhere, and far outside.
places = st.floats(-400, 600, allow_nan=False)
points = st.builds(Point, places, places)
touches = st.builds(Touch, places, places, st.floats(0, 1))
brushes = st.builds(
    Brush,
    touches=st.lists(touches, min_size=1, max_size=5).map(tuple),
    radius=st.one_of(st.floats(0.01, 60), st.floats(60, 3000)),
    hardness=st.floats(0, 1),
)
steps: st.SearchStrategy[Step] = st.one_of(
    st.builds(Stroke, keep=st.booleans(), brush=brushes, edge_aware=st.booleans()),
    st.builds(Heal, brush=brushes),
    st.builds(Hole, point=points),
    st.builds(Area, keep=st.booleans(), outline=st.lists(points, min_size=3, max_size=7).map(tuple)),
    st.builds(Rectangle, keep=st.booleans(), left=places, top=places, right=places, bottom=places),
)


def line(*ways: tuple[float, float], radius: float = 10, hardness: float = 1) -> Brush:
    """A brush that goes through those points."""
    return Brush(touches=tuple(Touch(x, y) for x, y in ways), radius=radius, hardness=hardness)


def keep(*ways: tuple[float, float], radius: float = 10, hardness: float = 1, edge_aware: bool = False) -> Stroke:
    return Stroke(keep=True, edge_aware=edge_aware, brush=line(*ways, radius=radius, hardness=hardness))


def erase(*ways: tuple[float, float], radius: float = 10, hardness: float = 1, edge_aware: bool = False) -> Stroke:
    return Stroke(keep=False, edge_aware=edge_aware, brush=line(*ways, radius=radius, hardness=hardness))


def drawn(*made: Step, size: tuple[int, int] = (WIDTH, HEIGHT), sha256: str = "") -> Corrections:
    """Corrections drawn on a photo of that width and height."""
    return Corrections(width=size[0], height=size[1], steps=made, sha256=sha256)


def shot(width: int = WIDTH, height: int = HEIGHT) -> tuple[Picture, Cutout]:
    """A red disc before a grey sweep, with grain, and its cutout."""
    matte = disc_matte(width, height, (width / 2, height / 2), 0.3 * height)
    share = matte[..., None].astype(np.float32) / 255
    sweep = np.linspace(150, 210, height)[:, None, None]
    rgb = np.array([180, 40, 40]) * share + sweep * (1 - share)
    grainy = np.clip(rgb + np.random.default_rng(0).normal(0, 2, rgb.shape), 0, 255).astype(np.uint8)
    return picture(grainy), cutout(grainy, matte)


def made(photo: Picture, before: Cutout, *of: Step) -> Cutout:
    """``before`` corrected by those steps, drawn on ``photo``."""
    after = corrected(photo, before, drawn(*of, size=photo.size))[1]
    assert after is not None
    return after


def halved(pixels: U8) -> U8:
    size = (pixels.shape[1] // 2, pixels.shape[0] // 2)
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BOX))

"""Pillow's pictures as arrays, strip by strip, are what they are at once."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.pictures import noise
from whitecove.core.arrays import STRIP, mapped, pixels

TURNS = (None, *Image.Transpose)


@given(
    width=st.integers(1, 9),
    height=st.one_of(st.integers(1, 9), st.integers(STRIP - 2, 2 * STRIP + 2)),
    turn=st.sampled_from(TURNS),
    grey=st.booleans(),
)
@settings(max_examples=150)
def test_turned_pixels_are_those_that_pillow_turns(
    width: int, height: int, turn: Image.Transpose | None, grey: bool
) -> None:
    rgb = noise(width, height)
    image = Image.fromarray(np.ascontiguousarray(rgb[..., 0]) if grey else rgb)
    whole = np.asarray(image if turn is None else image.transpose(turn))
    assert np.array_equal(pixels(image, turn), whole)


def test_pixels_are_a_copy_of_their_own() -> None:
    image = Image.new("RGB", (3, 2), "white")
    pixels(image)[:] = 0
    assert image.getextrema() == ((255, 255),) * 3


def test_mapped_levels_are_those_of_the_table() -> None:
    rgb = noise(7, 2 * STRIP + 3)
    tables = np.random.default_rng(1).integers(0, 256, (3, 256))
    made = mapped(rgb, tables.ravel().tolist())
    assert np.array_equal(made, np.stack([tables[k][rgb[..., k]] for k in range(3)], axis=2))

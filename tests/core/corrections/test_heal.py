"""Healing: what was there is gone, and what comes in its place is like its surroundings."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.corrections.steps import brushes, line, shot
from whitecove.core.corrections.heal import healed
from whitecove.core.corrections.values import Brush
from whitecove.core.model import F32, U8

SIDE = 240


def graded(seed: int = 0) -> F32:
    """A backdrop that grows lighter to the right, with grain."""
    slope = np.linspace(120, 180, SIDE)[None, :, None]
    return np.asarray(slope + np.random.default_rng(seed).normal(0, 2, (SIDE, SIDE, 3)), np.float32)


def woven() -> F32:
    """A fabric of crossing threads."""
    y, x = np.mgrid[:SIDE, :SIDE]
    weave = 12 * np.sin(2 * np.pi * x / 6) + 12 * np.sin(2 * np.pi * y / 8)
    return np.asarray(np.dstack([weave + 120, weave + 100, weave + 90]), np.float32)


def pixels(values: F32) -> U8:
    return np.asarray(np.clip(np.rint(values), 0, 255), np.uint8)


def speck(clean: U8, x: int, y: int, radius: int = 6) -> U8:
    dirty = clean.copy()
    rows, columns = np.mgrid[:SIDE, :SIDE]
    dirty[np.hypot(columns - x, rows - y) < radius] = (20, 20, 20)
    return dirty


def test_a_speck_on_a_gradient_is_gone_with_its_grain_kept() -> None:
    clean = pixels(graded())
    rgb = speck(clean, 120, 120)
    healed(line((120, 120), radius=12, hardness=0.8), rgb, None)
    there = np.s_[112:129, 112:129]
    light = rgb[there].astype(float).mean(axis=(0, 2)) - clean[there].astype(float).mean(axis=(0, 2))
    assert np.abs(light).max() < 2
    assert rgb[there].astype(float).std() == pytest.approx(clean[there].astype(float).std(), rel=0.3)


def test_a_speck_on_fabric_goes_on_in_its_weave() -> None:
    clean = pixels(woven())
    rgb = speck(clean, 120, 120)
    healed(line((120, 120), radius=12, hardness=0.8), rgb, None)
    assert np.abs(rgb.astype(int) - clean).mean() < 0.05
    assert np.abs(rgb.astype(int) - clean).max() < 16


def test_a_long_thread_is_gone_along_its_whole_way() -> None:
    clean = pixels(woven())
    rgb = clean.copy()
    way = [(30, 40), (110, 120), (200, 100), (210, 200)]
    for x, y in ((a, b) for a in range(20, 220) for b in range(20, 220)):
        if _distance(x, y, way) < 2:
            rgb[y, x] = (250, 250, 250)
    assert np.abs(rgb.astype(int) - clean).max() > 100
    healed(line(*way, radius=7, hardness=0.8), rgb, None)
    assert np.abs(rgb.astype(int) - clean).max() < 40


def _distance(x: float, y: float, way: list[tuple[int, int]]) -> float:
    best = np.inf
    for (ax, ay), (bx, by) in pairwise(way):
        t = np.clip(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2), 0, 1)
        best = min(best, float(np.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))))
    return best


def test_product_is_healed_from_product() -> None:
    photo, cut = shot(SIDE, SIDE)
    rgb = photo.rgb.copy()
    rgb[116:124, 180:186] = (250, 250, 250)
    healed(line((183, 120), radius=9), rgb, cut.matte)
    assert (rgb[116:124, 180:186, 1] < 90).all()


def test_only_what_the_brush_passes_changes() -> None:
    rgb = pixels(graded())
    before = rgb.copy()
    patch = healed(line((60, 60), (100, 60), radius=8), rgb, None)
    changed = (rgb != before).any(axis=2)
    covered = np.zeros(changed.shape, bool)
    covered[patch.window] = patch.share > 0
    assert changed.any()
    assert not (changed & ~covered).any()


@settings(max_examples=40)
@given(brushes, st.booleans())
def test_any_brush_heals_to_something(brush: Brush, with_matte: bool) -> None:
    photo, cut = shot()
    first, second = photo.rgb.copy(), photo.rgb.copy()
    for rgb in (first, second):
        healed(brush, rgb, cut.matte if with_matte else None)
    assert (first == second).all()

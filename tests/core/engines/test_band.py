"""A model's rough mask settled on the photo's colours."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.engines.scenes import photo
from tests.pictures import disc_matte, noise
from whitecove.core.engines.band import REACH, settled
from whitecove.core.model import F32, U8

WIDTH, HEIGHT, RADIUS = 200, 160, 50
RED, SKY, INK, PAPER = (200, 60, 40), (90, 140, 210), (40, 40, 40), (220, 220, 220)


def from_centre() -> F32:
    """How far each pixel is from the middle of the disc."""
    y, x = np.mgrid[:HEIGHT, :WIDTH] + 0.5
    return np.asarray(np.hypot(x - WIDTH / 2, y - HEIGHT / 2), np.float32)


def rough(radius: float) -> F32:
    return (from_centre() < radius).astype(np.float32)


def shot(product: tuple[int, int, int], backdrop: tuple[int, int, int]) -> U8:
    """A disc before a plain backdrop, with grain."""
    matte = disc_matte(WIDTH, HEIGHT, (WIDTH / 2, HEIGHT / 2), RADIUS)
    return photo(matte, product, np.broadcast_to(np.array(backdrop, np.float32), (HEIGHT, WIDTH, 3)))


@pytest.mark.parametrize("off", [-3, 3])
@pytest.mark.parametrize(("product", "backdrop"), [(RED, SKY), (INK, PAPER), (PAPER, INK)])
def test_outline_comes_back_to_the_edge(
    product: tuple[int, int, int], backdrop: tuple[int, int, int], off: int
) -> None:
    alpha = settled(shot(product, backdrop), rough(RADIUS + off))
    wrong = (alpha > 0.5) != (from_centre() < RADIUS)
    assert np.abs(from_centre() - RADIUS)[wrong].max(initial=0) < 1


def test_outline_stays_where_both_sides_are_alike() -> None:
    mask = rough(RADIUS)
    alpha = settled(shot((128, 128, 128), (128, 128, 128)), mask)
    moved = (alpha > 0.5) != (mask > 0.5)
    assert np.abs(from_centre() - RADIUS)[moved].max(initial=0) < 1.5
    assert np.count_nonzero(moved) < 0.3 * 2 * np.pi * RADIUS


def test_mask_is_believed_beyond_the_band() -> None:
    """A second disc of the product's colour that the mask knows nothing of stays off."""
    look = shot(RED, SKY)
    look[5:25, 5:25] = RED
    mask = rough(RADIUS + 2)
    alpha = settled(look, mask)
    assert not alpha[:30, :30].any()
    deep = np.abs(from_centre() - RADIUS - 2) > REACH + 1
    assert np.array_equal(alpha[deep], mask[deep])


def test_soft_mask_gets_the_edge_of_the_photo() -> None:
    soft = np.clip((RADIUS + 1 - from_centre()) / 8 + 0.5, 0, 1).astype(np.float32)
    alpha = settled(shot(RED, SKY), soft)
    between = (alpha > 0.1) & (alpha < 0.9)
    assert np.abs(from_centre() - RADIUS)[between].max() < 2.5
    assert np.count_nonzero((soft > 0.1) & (soft < 0.9)) > 3 * np.count_nonzero(between)


def test_mask_is_all_or_nothing_beyond_the_band() -> None:
    unsure = np.where(from_centre() < RADIUS, 0.8, 0.2).astype(np.float32)
    alpha = settled(shot(RED, SKY), unsure)
    assert np.array_equal(np.unique(alpha[from_centre() > RADIUS + 7]), [0])
    assert np.array_equal(np.unique(alpha[from_centre() < RADIUS - 7]), [1])


def test_soft_mask_stays_soft_where_both_sides_are_alike() -> None:
    """The first guess in the band is the mask, and not its outline."""
    grey = shot((128, 128, 128), (128, 128, 128))
    reach = np.abs(from_centre() - RADIUS) <= REACH
    soft = np.clip((RADIUS - from_centre()) / 10 + 0.5, 0, 1).astype(np.float32)
    lopsided = np.where(reach, 0.3 * soft, soft).astype(np.float32)
    lopsided[from_centre() < RADIUS] = np.maximum(lopsided, 0.55)[from_centre() < RADIUS]
    hard = (lopsided > 0.5).astype(np.float32)
    ours, theirs = settled(grey, lopsided), settled(grey, hard)
    assert float((ours - theirs)[reach].mean()) < -0.05


def test_small_hole_of_a_white_product_stays() -> None:
    """Nothing near by says which colours the backdrop has: that does not make it black."""
    look = np.full((120, 120, 3), 250, np.float32)
    look[58:62, 58:62] = 235
    grain = np.random.default_rng(0).normal(0, 1, look.shape)
    mask = np.ones((120, 120), np.float32)
    mask[58:62, 58:62] = 0
    alpha = settled(np.clip(look + grain, 0, 255).astype(np.uint8), mask)
    assert alpha[58:62, 58:62].mean() < 0.1
    assert alpha[mask > 0].min() > 0.85


@pytest.mark.parametrize("level", [0.0, 0.5, 1.0])
def test_mask_without_an_outline_is_all_or_nothing(level: float) -> None:
    alpha = settled(noise(30, 20), np.full((20, 30), level, np.float32))
    assert np.array_equal(alpha, np.full((20, 30), level > 0.5, np.float32))


@settings(max_examples=30)
@given(width=st.integers(1, 40), height=st.integers(1, 40), seed=st.integers(0, 999))
def test_any_mask_gives_alpha(width: int, height: int, seed: int) -> None:
    mask = np.random.default_rng(seed).random((height, width)).astype(np.float32)
    alpha = settled(noise(width, height, seed=seed), mask)
    assert alpha.shape == mask.shape
    assert alpha.dtype == np.float32
    assert np.isfinite(alpha).all()
    assert alpha.min() >= 0
    assert alpha.max() <= 1


def test_an_outline_too_long_to_be_settled_keeps_the_mask(monkeypatch: pytest.MonkeyPatch) -> None:
    look, mask = shot(RED, SKY), rough(RADIUS + 3)
    monkeypatch.setattr("whitecove.core.engines.band.MOST", 10)
    assert np.array_equal(settled(look, mask) > 0.5, mask > 0.5)


def test_a_long_outline_is_settled_in_a_narrower_band(monkeypatch: pytest.MonkeyPatch) -> None:
    look, mask = shot(RED, SKY), rough(RADIUS + 1)
    monkeypatch.setattr("whitecove.core.engines.band.MOST", 1500)
    wrong = np.count_nonzero((settled(look, mask) > 0.5) ^ (from_centre() < RADIUS))
    assert wrong < 0.3 * np.count_nonzero((mask > 0.5) ^ (from_centre() < RADIUS))

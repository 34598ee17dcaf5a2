"""Alpha in a band from the colours around it: exact where they are mixtures of two, and the same bytes everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage as ndi

from tests.pictures import disc_matte, noise
from whitecove.core.closed_form import solve
from whitecove.core.model import F32, U8, Mask

ROOT = Path(__file__).resolve().parents[2]
RED, SKY, INK, PAPER = (200, 60, 40), (90, 140, 210), (30, 30, 30), (220, 220, 220)


def soft_disc(centre: tuple[float, float] = (60, 50)) -> F32:
    """A disc (100, 120) with an edge some four pixels wide."""
    plane = disc_matte(120, 100, centre, 28).astype(np.float32) / 255
    return np.asarray(ndi.gaussian_filter(plane, 1.2), np.float32)


def mixed(alpha: F32, product: tuple[int, int, int], backdrop: tuple[int, int, int]) -> U8:
    share = alpha[..., None]
    return np.asarray(np.rint(share * np.array(product) + (1 - share) * np.array(backdrop)), np.uint8)


def band(hard: Mask, reach: int = 5) -> Mask:
    """The pixels up to ``reach`` from the outline of ``hard``."""
    return np.asarray(ndi.distance_transform_edt(hard) + ndi.distance_transform_edt(~hard) <= reach)


def untrusted(plane: F32, trust: float = 0.0) -> F32:
    return np.full(plane.shape, trust, np.float32)


@pytest.mark.parametrize(("product", "backdrop"), [(RED, SKY), (INK, PAPER), (PAPER, INK)])
def test_mixture_of_two_colours_is_found_exactly(product: tuple[int, int, int], backdrop: tuple[int, int, int]) -> None:
    true = soft_disc()
    hard = true > 0.5
    guess = hard.astype(np.float32)
    alpha = solve(mixed(true, product, backdrop), guess, band(hard), untrusted(true))
    assert np.abs(alpha - true).max() < 0.01
    assert np.abs(guess - true).max() > 0.4


@pytest.mark.parametrize("centre", [(0, 0), (118, 2), (60, 99), (1, 50)])
def test_band_that_meets_the_frame(centre: tuple[float, float]) -> None:
    true = soft_disc(centre)
    hard = true > 0.5
    alpha = solve(mixed(true, RED, SKY), hard.astype(np.float32), band(hard), untrusted(true))
    assert np.abs(alpha - true).max() < 0.02


def test_hard_edge_stays_hard() -> None:
    hard = soft_disc() > 0.5
    true = hard.astype(np.float32)
    shifted = np.roll(true, 2, axis=1)
    alpha = solve(mixed(true, RED, SKY), shifted, band(hard), untrusted(true))
    assert np.abs(alpha - true)[5:-5].max() < 0.01


def test_known_pixels_are_untouched() -> None:
    guess = np.random.default_rng(1).random((40, 50)).astype(np.float32)
    unknown = np.random.default_rng(2).random((40, 50)) < 0.3
    alpha = solve(noise(50, 40), guess, unknown, untrusted(guess, 0.1))
    assert np.array_equal(alpha[~unknown], guess[~unknown])
    assert not np.array_equal(alpha[unknown], guess[unknown])


def test_trust_pulls_to_the_guess() -> None:
    true = soft_disc()
    hard = true > 0.5
    guess = hard.astype(np.float32)
    look = mixed(true, RED, SKY)
    away = [float(np.abs(solve(look, guess, band(hard), untrusted(true, t)) - guess).mean()) for t in (0, 0.3, 3, 1e6)]
    assert away == sorted(away, reverse=True)
    assert away[0] > 2 * away[2]
    assert away[-1] < 1e-5


def test_guess_is_left_as_it_was() -> None:
    true = soft_disc()
    guess = (true > 0.5).astype(np.float32)
    before = guess.copy()
    solve(mixed(true, RED, SKY), guess, band(true > 0.5), untrusted(true))
    assert np.array_equal(guess, before)


def test_nothing_unknown() -> None:
    guess = soft_disc()
    assert np.array_equal(solve(noise(120, 100), guess, np.zeros((100, 120), bool), untrusted(guess)), guess)


@pytest.mark.parametrize("shape", [(1, 1), (2, 5), (5, 2), (1, 9)])
def test_photo_without_room_for_a_window_keeps_its_guess(shape: tuple[int, int]) -> None:
    guess = np.full(shape, 0.3, np.float32)
    assert np.array_equal(solve(noise(shape[1], shape[0]), guess, np.ones(shape, bool), untrusted(guess)), guess)


@pytest.mark.parametrize("level", [0.0, 1.0])
def test_all_unknown_under_one_guess_stays(level: float) -> None:
    guess = np.full((20, 30), level, np.float32)
    alpha = solve(noise(30, 20), guess, np.ones((20, 30), bool), untrusted(guess, 0.05))
    assert np.allclose(alpha, level, atol=1e-3)


@settings(max_examples=40)
@given(
    width=st.integers(1, 24),
    height=st.integers(1, 24),
    seed=st.integers(0, 999),
    share=st.sampled_from([0.0, 0.1, 0.6, 1.0]),
    trust=st.sampled_from([0.0, 0.05, 5.0]),
    plain=st.booleans(),
)
def test_any_band_gives_alpha(width: int, height: int, seed: int, share: float, trust: float, plain: bool) -> None:
    rng = np.random.default_rng(seed)
    look = np.full((height, width, 3), 128, np.uint8) if plain else noise(width, height, seed=seed)
    guess = rng.integers(0, 2, (height, width)).astype(np.float32)
    unknown = rng.random((height, width)) < share
    alpha = solve(look, guess, unknown, untrusted(guess, trust))
    assert alpha.shape == guess.shape
    assert alpha.dtype == np.float32
    assert np.isfinite(alpha).all()
    assert alpha.min() >= 0
    assert alpha.max() <= 1
    assert np.array_equal(alpha[~unknown], guess[~unknown])


SCRIPT = """
import hashlib
import numpy as np
from scipy import sparse
from whitecove.core.closed_form import _conjugate_gradients
from whitecove.core.engines.band import settled
rng = np.random.default_rng(5)
y, x = np.mgrid[:700, :700]
disc = np.hypot(x - 350, y - 350) < 320
look = np.where(disc[..., None], (200, 60, 40), (90, 140, 210)) + rng.normal(0, 9, (700, 700, 3))
mask = (np.hypot(x - 353, y - 350) < 322).astype(np.float32)
alpha = settled(np.clip(look, 0, 255).astype(np.uint8), mask)
size = 50_000
chain = sparse.diags_array([np.full(size - 1, -1.0), np.full(size, 2.0), np.full(size - 1, -1.0)], offsets=[-1, 0, 1])
solved = _conjugate_gradients(chain.tocsr(), rng.random(size), rng.random(size), rng.random(size))
print(*(hashlib.sha256(plane.tobytes()).hexdigest() for plane in (alpha, solved)))
"""


def test_same_bytes_whatever_the_number_of_threads() -> None:
    """The whole way of a model's mask to its edge, large enough for sums to be shared out, in programs of their own:
    threads are counted at their start. And the equations alone, to the last bit of a double."""
    made = set()
    for threads in ("1", "2", "4"):
        counts = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), threads)
        environment = {**os.environ, **counts, "PYTHONPATH": str(ROOT / "app")}
        script = [sys.executable, "-c", SCRIPT]
        done = subprocess.run(script, capture_output=True, text=True, check=True, env=environment)
        made.add(done.stdout.strip())
    assert len(made) == 1
    assert len(made.pop().split()) == 2

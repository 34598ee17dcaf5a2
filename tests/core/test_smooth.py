"""Planes smoothed and their steepness, as SciPy computes them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage as ndi

from whitecove.core.model import F32
from whitecove.core.smooth import ROWS, slope, smooth


def plane(height: int, width: int) -> F32:
    return np.random.default_rng(height * width).uniform(-255, 255, (height, width)).astype(np.float32)


@given(st.integers(1, 3 * ROWS), st.integers(1, 60), st.sampled_from([0.7, 1.0, 1.2, 2.5]))
def test_as_scipy_smooths(height: int, width: int, sigma: float) -> None:
    assert np.allclose(smooth(plane(height, width), sigma), ndi.gaussian_filter(plane(height, width), sigma), atol=1e-3)


@given(st.integers(1, 3 * ROWS), st.integers(1, 60), st.sampled_from([0.7, 1.0]))
def test_as_steep_as_scipy_says(height: int, width: int, sigma: float) -> None:
    theirs = ndi.gaussian_gradient_magnitude(plane(height, width), sigma)
    assert np.allclose(slope(plane(height, width), sigma), theirs, atol=1e-3)


@pytest.mark.parametrize("axis", [0, 1])
def test_a_ramp_is_as_steep_as_it_rises(axis: int) -> None:
    ramp = np.moveaxis(np.broadcast_to(3 * np.arange(50, dtype=np.float32), (50, 50)), 1, axis)
    assert slope(ramp, 1.0)[20:30, 20:30] == pytest.approx(3, rel=1e-2)

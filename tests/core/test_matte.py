"""Mattes: specks go, the backdrop's colour goes out of the edge, the product stays to the bit."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pictures import disc_matte, noise
from whitecove.core.matte import decontaminate, without_specks


def test_specks_go_and_parts_stay() -> None:
    mask = np.zeros((200, 200), bool)
    mask[50:150, 50:150] = True
    mask[10:12, 10:12] = True
    mask[20:30, 100:110] = True
    kept = without_specks(mask)
    assert not kept[10:12, 10:12].any()
    assert kept[20:30, 100:110].all()
    assert kept[50:150, 50:150].all()


def test_mask_without_anything() -> None:
    assert not without_specks(np.zeros((5, 5), bool)).any()


def test_no_fringe_of_the_backdrop_is_left() -> None:
    matte = disc_matte(200, 200, (100, 100), 60)
    share = matte[..., None] / 255
    rgb = np.rint(np.array((180, 30, 30)) * share + np.array((90, 110, 140)) * (1 - share)).astype(np.uint8)
    own = decontaminate(rgb, matte)
    soft = (matte > 20) & (matte < 235)
    assert np.abs(own[soft].astype(int) - (180, 30, 30)).max() <= 12
    assert np.abs(rgb[soft].astype(int) - (180, 30, 30)).max() > 60


@settings(max_examples=20)
@given(width=st.integers(1, 60), height=st.integers(1, 60), seed=st.integers(0, 99))
def test_only_the_soft_edge_changes(width: int, height: int, seed: int) -> None:
    rgb = noise(width, height, seed=seed)
    levels = np.array([0, 128, 255], np.uint8)
    matte = levels[np.random.default_rng(seed).integers(0, 3, (height, width))]
    out = decontaminate(rgb, matte)
    assert out.shape == rgb.shape
    assert out.dtype == np.uint8
    assert np.array_equal(out[matte != 128], rgb[matte != 128])

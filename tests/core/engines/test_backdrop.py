"""The built-in engine on photos with a known matte."""

from __future__ import annotations

from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.engines.scenes import (
    BLUE,
    GREY,
    NEAR_WHITE,
    SIZE,
    disc,
    iou,
    patchwork,
    photo,
    ring,
    shadowed,
    sweep,
)
from tests.pictures import box_matte, picture
from whitecove.core.engines.backdrop import BackdropEngine
from whitecove.core.errors import EngineError
from whitecove.core.model import U8, Cutout

PRODUCTS = {"red": (190, 40, 30), "black": (25, 25, 28), "brown": (120, 80, 50)}


def cut(rgb: U8) -> Cutout:
    return BackdropEngine().cut(picture(rgb))


@pytest.mark.parametrize("colour", [GREY, NEAR_WHITE, BLUE])
@pytest.mark.parametrize("product", PRODUCTS.values(), ids=PRODUCTS.keys())
def test_disc_on_a_sweep(colour: tuple[int, int, int], product: tuple[int, int, int]) -> None:
    matte = disc()
    cutout = cut(photo(matte, product, sweep(colour=colour)))
    assert iou(cutout.matte, matte) > 0.99
    assert cutout.doubt < 0.3


@pytest.mark.parametrize("colour", [GREY, NEAR_WHITE, BLUE])
def test_cast_shadow_is_left_out(colour: tuple[int, int, int]) -> None:
    matte = disc(110)
    cutout = cut(photo(matte, (190, 40, 30), shadowed(sweep(colour=colour), matte, depth=0.2, offset=60)))
    assert iou(cutout.matte, matte) > 0.97


def test_hole_is_opened() -> None:
    matte = ring()
    cutout = cut(photo(matte, (30, 60, 40), sweep()))
    assert iou(cutout.matte, matte) > 0.98
    assert cutout.matte[SIZE // 2, SIZE // 2] == 0


def test_printed_patch_of_another_white_is_no_hole() -> None:
    matte = disc(150)
    backdrop = sweep()
    product = np.full((SIZE, SIZE, 3), (30, 60, 140), np.float32)
    product[270:330, 270:330] = (250, 250, 248)
    cutout = cut(photo(matte, product, backdrop))
    assert cutout.matte[300, 300] == 255


@pytest.mark.parametrize(("edge", "size"), [(150.37, 600), (412.5, 1500)])
def test_edge_lies_within_a_pixel_and_is_sharp(edge: float, size: int) -> None:
    matte = np.zeros((size, size), np.uint8)
    whole = int(edge)
    matte[size // 4 : -size // 4, whole + 1 : -size // 4] = 255
    matte[size // 4 : -size // 4, whole] = round(255 * (1 - (edge - whole)))
    row = cut(photo(matte, (60, 40, 90), sweep(size))).matte[size // 2].astype(float) / 255
    found = whole - 20 + 40 - row[whole - 20 : whole + 20].sum()
    assert abs(found - edge) < 1.0
    assert np.count_nonzero((row[: size // 2] > 0.1) & (row[: size // 2] < 0.9)) <= 2


def test_product_cut_by_the_frame() -> None:
    matte = box_matte(SIZE, SIZE, (200, 300, 420, SIZE))
    cutout = cut(photo(matte, (150, 60, 40), sweep()))
    assert iou(cutout.matte, matte) > 0.98
    assert (cutout.matte[-1, 240:380] == 255).all()


def test_thin_strap_beside_the_product_is_kept() -> None:
    matte = disc(110).copy()
    matte[100:180, 296:304] = 255
    cutout = cut(photo(matte, (20, 20, 60), sweep()))
    assert iou(cutout.matte[100:180, 280:320], matte[100:180, 280:320]) > 0.8


def test_dirt_far_from_the_product_goes() -> None:
    matte = disc(110)
    rgb = photo(matte, (20, 20, 60), sweep())
    rgb[40:43, 40:43] = 60
    assert not cut(rgb).matte[30:60, 30:60].any()


def test_white_on_white_is_doubted_or_found() -> None:
    matte = disc()
    with suppress(EngineError):
        cutout = cut(photo(matte, (243, 243, 241), sweep(colour=NEAR_WHITE, falloff=0.05)))
        assert cutout.doubt >= 0.5 or iou(cutout.matte, matte) > 0.9


def test_busy_scene_is_doubted_and_says_what_is_needed() -> None:
    matte = disc()
    cutout = cut(photo(matte, (190, 40, 30), patchwork().astype(np.float32)))
    assert cutout.doubt >= 0.5
    assert any("needs a cutout model" in reason for reason in cutout.reasons)


@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (40, 1), (3, 3), (2, 900)])
def test_photo_of_a_few_pixels(shape: tuple[int, int]) -> None:
    with pytest.raises(EngineError) as caught:
        cut(np.zeros((*shape, 3), np.uint8))
    assert caught.value.code == "engine.too_small"


@pytest.mark.parametrize("level", [0, 128, 255])
def test_one_even_surface(level: int) -> None:
    with pytest.raises(EngineError) as caught:
        cut(np.full((60, 80, 3), level, np.uint8))
    assert caught.value.code == "engine.nothing_found"


@settings(max_examples=15)
@given(
    width=st.integers(8, 90),
    height=st.integers(8, 90),
    seed=st.integers(0, 1000),
    left=st.integers(0, 60),
    top=st.integers(0, 60),
    level=st.integers(0, 255),
)
def test_what_holds_for_every_cutout(width: int, height: int, seed: int, left: int, top: int, level: int) -> None:
    rng = np.random.default_rng(seed)
    rgb = np.asarray(np.clip(rng.normal(200, 3, (height, width, 3)), 0, 255), np.uint8)
    rgb[top : top + 30, left : left + 20] = level
    try:
        cutout = cut(rgb)
    except EngineError:
        return
    assert cutout.matte.shape == (height, width)
    assert cutout.matte.dtype == np.uint8
    assert cutout.rgb.shape == rgb.shape
    assert 0 <= cutout.doubt <= 1
    assert all(reason.endswith(".") for reason in cutout.reasons)
    whole = cutout.matte == 255
    assert np.array_equal(cutout.rgb[whole], rgb[whole])
    again = cut(rgb)
    assert np.array_equal(again.matte, cutout.matte)
    assert np.array_equal(again.rgb, cutout.rgb)
    assert again.doubt == cutout.doubt

"""Flat-field correction on made photos whose right answer is known: what the product lets through, on white."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage as ndi

from tests.core.engines.scenes import BLUE, GREY, NEAR_WHITE, SIZE, disc, patchwork, photo, shadowed, sweep
from tests.pictures import disc_matte, picture
from whitecove.core.compose import Frame, compose_cutout
from whitecove.core.engines.registry import make_engine
from whitecove.core.engines.whiten import BURNS, TINTS, TOO_DARK, WhitenEngine
from whitecove.core.errors import EngineError
from whitecove.core.model import F32, U8, Cutout

WARM = (238, 228, 205)


def light(level: F32) -> F32:
    signal = level / 255
    return np.where(signal <= 0.04045, signal / 12.92, ((signal + 0.055) / 1.055) ** 2.4)


def level(light_: F32) -> F32:
    return 255 * np.where(light_ <= 0.0031308, 12.92 * light_, 1.055 * np.maximum(light_, 1e-9) ** (1 / 2.4) - 0.055)


def shot(through: F32, backdrop: F32, grain: float = 1.5) -> U8:
    """The photo of what lets or throws back this share (H, W, 3) of the backdrop's light, with grain."""
    clean = level(through * light(backdrop))
    noisy = clean + np.random.default_rng(0).normal(0, grain, clean.shape)
    return np.clip(np.rint(noisy), 0, 255).astype(np.uint8)


def glass() -> F32:
    """What a glass of a disc's outline lets through: dark at its rim, softly nearly all inside, tinted a little."""
    radius = np.hypot(*(np.mgrid[:SIZE, :SIZE] - SIZE / 2))
    inside = np.clip(radius / 150, 0, 1)
    amount = np.where(radius < 150, 0.92 - 0.7 * inside**8, 1.0)
    soft = ndi.gaussian_filter(amount, 1.5)
    return np.stack([soft, 1 - (1 - soft) * 0.9, soft], axis=2)


def on_white(cutout: Cutout) -> F32:
    share = cutout.matte[..., None].astype(np.float64) / 255
    return np.rint(cutout.rgb * share + 255 * (1 - share))


def cut(rgb: U8) -> Cutout:
    return WhitenEngine().cut(picture(rgb))


@pytest.mark.parametrize("colour", [GREY, NEAR_WHITE, WARM], ids=["grey", "near-white", "warm"])
def test_glass_comes_out_as_what_it_lets_through(colour: tuple[int, int, int]) -> None:
    through = glass()
    made = on_white(cut(shot(through, sweep(colour=colour, falloff=0.12))))
    truth = level(through)
    seen = (truth.min(axis=2) < 248) & (disc(147) == 255)
    assert np.abs(ndi.gaussian_filter(made - truth, (2, 2, 0)))[seen].mean() < 2.0
    assert np.percentile(np.abs(ndi.gaussian_filter(made - truth, (2, 2, 0)))[seen], 95) < 5


@pytest.mark.parametrize("colour", [GREY, NEAR_WHITE], ids=["grey", "near-white"])
def test_all_but_the_product_is_exact_white(colour: tuple[int, int, int]) -> None:
    through = glass()
    rgb = shot(through, sweep(colour=colour, falloff=0.12), grain=3)
    made = cut(rgb)
    near = ndi.binary_dilation(through.min(axis=2) < 0.995, iterations=10)
    assert (on_white(made)[~near] == 255).all()
    assert not made.matte[~near].any()
    composition = compose_cutout(picture(rgb), made, Frame(width=500, height=500))
    assert composition.matte is not None
    assert (composition.rgb[composition.matte == 0] == 255).all() or made.shadow is not None


def test_a_white_product_keeps_its_shading() -> None:
    rows = np.linspace(0.55, 0.93, SIZE)[:, None, None]
    through = np.where(disc(140)[..., None] > 127, np.broadcast_to(rows, (SIZE, SIZE, 3)), 1.0)
    made = on_white(cut(shot(through, sweep(colour=NEAR_WHITE, falloff=0.06))))
    core = disc(125) == 255
    assert np.abs(made - level(through))[core].mean() < 3


def test_the_shadow_is_given_apart() -> None:
    matte = disc(110)
    rgb = photo(matte, (190, 40, 30), shadowed(sweep(colour=GREY, falloff=0.1), matte, depth=0.2, offset=60))
    made = cut(rgb)
    below = (SIZE // 2 + 140, SIZE // 2)
    assert made.shadow is not None
    assert made.shadow[below] > 20
    assert (on_white(made)[below] == 255).all()


def test_the_change_of_colour_is_said() -> None:
    made = cut(photo(disc(), (120, 80, 50), sweep(colour=GREY)))
    assert len(made.changes) == 1
    assert "divided by its backdrop" in made.changes[0]


def test_grain_in_a_hole_is_gone() -> None:
    ring = disc(150) - disc(80)
    made = cut(photo(np.asarray(ring, np.uint8), (30, 60, 40), sweep()))
    assert (on_white(made)[disc(60) == 255] == 255).all()


@pytest.mark.parametrize(
    ("rgb", "reason"),
    [
        (photo(disc(), (10, 10, 12), sweep(colour=(60, 60, 60))), TOO_DARK),
        (photo(disc(), (250, 250, 250), sweep(colour=(150, 150, 150))), BURNS),
        (photo(disc(), (30, 30, 30), sweep(colour=BLUE)), TINTS),
    ],
    ids=["dark backdrop", "product brighter than its backdrop", "blue backdrop"],
)
def test_what_dividing_spoils_is_doubted(rgb: U8, reason: str) -> None:
    made = cut(rgb)
    assert made.doubt >= 0.5
    assert reason in made.reasons


def test_a_busy_scene_is_doubted() -> None:
    assert cut(photo(disc(), (190, 40, 30), patchwork().astype(np.float32))).doubt >= 0.5


def test_the_same_photo_gives_the_same_cutout() -> None:
    rgb = shot(glass(), sweep())
    first, second = cut(rgb), cut(rgb)
    assert (first.rgb == second.rgb).all()
    assert (first.matte == second.matte).all()


def test_tiles_leave_no_seams() -> None:
    size = 1500
    through = np.where(disc_matte(size, size, (750, 750), 400)[..., None] > 127, 0.5, np.ones(3)).astype(np.float32)
    made = on_white(cut(shot(through, sweep(size, falloff=0.1), grain=0)))
    core = disc_matte(size, size, (750, 750), 380) == 255
    assert np.ptp(made[core]) <= 6


@pytest.mark.parametrize("shape", [(1, 1), (3, 3), (2, 900)])
def test_photo_of_a_few_pixels(shape: tuple[int, int]) -> None:
    with pytest.raises(EngineError) as caught:
        cut(np.zeros((*shape, 3), np.uint8))
    assert caught.value.code == "engine.too_small"


def test_an_empty_backdrop_has_nothing_to_cut() -> None:
    with pytest.raises(EngineError) as caught:
        cut(photo(np.zeros((SIZE, SIZE), np.uint8), (0, 0, 0), sweep()))
    assert caught.value.code == "engine.nothing_found"


def test_a_black_backdrop_cannot_be_made_white() -> None:
    with pytest.raises(EngineError) as caught:
        cut(photo(disc(), (200, 200, 200), sweep(colour=(12, 12, 12))))
    assert caught.value.code == "engine.too_dark"


def test_it_is_an_engine() -> None:
    assert make_engine("whiten", {}).name == "whiten"

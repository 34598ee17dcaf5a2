"""Fringes: the backdrop's light at the edge of a cutout is seen, and nothing else is taken for it."""

from __future__ import annotations

import numpy as np
import pytest

from tests.bench.mattes.fringes import Fringes, fringes_of
from tests.pictures import box_matte, disc_matte
from whitecove.core.matte import decontaminate
from whitecove.core.model import U8

SIZE = 160
PLUM, SLATE, GRASS = (120, 40, 90), (110, 120, 130), (60, 150, 60)


def disc(radius: float = 50) -> U8:
    return disc_matte(SIZE, SIZE, (SIZE / 2, SIZE / 2), radius)


def mixed(matte: U8, product: tuple[int, int, int], backdrop: tuple[int, int, int]) -> U8:
    share = matte[..., None] / 255
    return np.asarray(np.rint(share * np.array(product) + (1 - share) * np.array(backdrop)), np.uint8)


def plain(colour: tuple[int, int, int]) -> U8:
    return np.full((SIZE, SIZE, 3), colour, np.uint8)


def share(found: Fringes) -> float:
    return found.visible / found.outline


@pytest.mark.parametrize("backdrop", [SLATE, GRASS, (40, 40, 40)])
def test_backdrop_at_the_edge_is_seen(backdrop: tuple[int, int, int]) -> None:
    """A matte that is three pixels too large, with the photo's own colours under it."""
    photo = mixed(disc(), PLUM, backdrop)
    assert share(fringes_of(photo, photo, disc(53))) > 0.95


def test_clean_cutout_shows_none() -> None:
    photo = mixed(disc(), PLUM, SLATE)
    assert fringes_of(photo, plain(PLUM), disc()).visible == 0


def test_backdrop_left_in_the_soft_edge_is_seen_and_taken_out_it_is_not() -> None:
    """The same matte, before and after the backdrop's colour was taken out of its edge."""
    black = (20, 20, 20)
    photo = mixed(disc(), (230, 200, 60), black)
    assert share(fringes_of(photo, photo, disc())) > 0.4
    assert share(fringes_of(photo, decontaminate(photo, disc()), disc())) < 0.1


def test_a_known_part_of_the_outline_is_told_as_such() -> None:
    """Three columns of backdrop along one side of a square."""
    photo = mixed(box_matte(SIZE, SIZE, (40, 40, 120, 120)), PLUM, GRASS)
    found = fringes_of(photo, photo, box_matte(SIZE, SIZE, (40, 40, 123, 120)))
    assert found.visible == 3 * 80


def test_amount_decides() -> None:
    """What lies nearer to the product's colour is product."""
    photo = mixed(disc(), PLUM, SLATE)
    for amount, low, high in ((0.0, 0, 0), (0.2, 0, 0), (0.9, 0.9, 2.2)):
        rim = (disc(50) > 127) & ~(disc(48) > 127)
        cut = plain(PLUM).astype(float)
        cut[rim] = (1 - amount) * cut[rim] + amount * np.array(SLATE)
        hard = np.where(disc() > 127, 255, 0).astype(np.uint8)
        assert low <= share(fringes_of(photo, np.rint(cut).astype(np.uint8), hard)) <= high


def test_product_of_the_backdrops_colour_is_not_judged() -> None:
    alike = (118, 44, 92)
    photo = mixed(disc(), PLUM, alike)
    found = fringes_of(photo, photo, disc(53))
    assert found.visible == 0
    assert found.outline > 200


def test_white_backdrop_leaves_no_fringe_on_white() -> None:
    photo = mixed(disc(), PLUM, (253, 253, 253))
    assert fringes_of(photo, photo, disc(53)).visible == 0


def test_missing_edge_is_no_fringe() -> None:
    """A matte that is too small."""
    photo = mixed(disc(), PLUM, SLATE)
    assert fringes_of(photo, photo, disc(47)).visible == 0


def test_fringe_may_lie_beneath_a_clean_rim() -> None:
    photo = mixed(disc(), PLUM, SLATE)
    hard = np.where(disc() > 127, 255, 0).astype(np.uint8)
    cut = plain(PLUM)
    cut[(disc(49) > 127) & ~(disc(47) > 127)] = SLATE
    assert share(fringes_of(photo, cut, hard)) > 0.9
    deeper = plain(PLUM)
    deeper[(disc(45) > 127) & ~(disc(43) > 127)] = SLATE
    assert fringes_of(photo, deeper, hard).visible == 0


@pytest.mark.parametrize("level", [0, 255])
def test_matte_without_an_outline(level: int) -> None:
    found = fringes_of(plain(SLATE), plain(SLATE), np.full((SIZE, SIZE), level, np.uint8))
    assert found == Fringes(0, 0)


@pytest.mark.parametrize("shape", [(1, 1), (2, 5), (30, 1)])
def test_tiny_pictures(shape: tuple[int, int]) -> None:
    alpha = np.zeros(shape, np.uint8)
    alpha[: shape[0] // 2 + 1] = 255
    found = fringes_of(np.full((*shape, 3), 90, np.uint8), np.full((*shape, 3), 90, np.uint8), alpha)
    assert found.visible == 0

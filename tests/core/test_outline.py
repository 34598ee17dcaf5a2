"""Doubt about a cutout from where its outline lies in the photo."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageFilter

from tests.pictures import box_matte, disc_matte, noise
from whitecove.core.model import U8
from whitecove.core.outline import NO_DOUBT, signs_of, without_edge


def disc(level: int = 60, backdrop: int = 200) -> tuple[U8, U8]:
    """A disc on a noisy plain backdrop, and its matte."""
    matte = disc_matte(600, 500, (300, 250), 120)
    alpha = matte[..., None] / 255
    grain = np.random.default_rng(3).normal(0, 2, (500, 600, 3))
    return np.clip(level * alpha + backdrop * (1 - alpha) + grain, 0, 255).astype(np.uint8), matte


def test_true_outline_follows_an_edge_all_around() -> None:
    rgb, matte = disc()
    assert without_edge(rgb, matte) < 0.02
    assert signs_of(rgb, matte)[0].strength == 0


def test_lump_of_backdrop_is_told_with_its_share() -> None:
    rgb, matte = disc()
    lump = np.maximum(matte, box_matte(600, 500, (300, 330, 560, 420)))
    share = without_edge(rgb, lump)
    assert 0.3 < share < 0.7
    sign = signs_of(rgb, lump)[0]
    assert sign.strength == 1
    assert f"{share:.0%}" in sign.reason
    assert sign.where is not None
    assert sign.where.top >= 300
    assert sign.where.bottom <= 425


def test_white_on_white_is_doubted() -> None:
    rgb, matte = disc(level=203)
    assert signs_of(rgb, matte)[0].strength > 0.9


def test_what_the_frame_cuts_is_no_outline() -> None:
    rgb = np.full((400, 600, 3), 200, np.uint8)
    rgb[150:, 200:400] = 60
    assert without_edge(rgb, box_matte(600, 400, (200, 150, 400, 400))) < 0.05


@pytest.mark.parametrize("matte", [np.full((90, 120), 255, np.uint8), np.zeros((90, 120), np.uint8)])
def test_matte_without_outline_is_all_doubt(matte: U8) -> None:
    assert without_edge(noise(120, 90), matte) == 1


@pytest.mark.parametrize("size", [(1, 1), (3, 1), (1, 9), (2, 2)])
def test_tiny_pictures_are_measured(size: tuple[int, int]) -> None:
    assert 0 <= without_edge(noise(*size), np.full(size[::-1], 255, np.uint8)) <= 1


def test_outline_nearly_all_on_edges_has_no_place() -> None:
    rgb, matte = disc()
    bump = np.maximum(matte, box_matte(600, 500, (415, 245, 428, 257)))
    assert 0 < without_edge(rgb, bump) < NO_DOUBT
    sign = signs_of(rgb, bump)[0]
    assert sign.strength == 0
    assert sign.where is None


@pytest.mark.parametrize("size", [(600, 500), (1800, 1500)])
def test_place_is_the_longest_stretch_in_pixels_of_the_photo(size: tuple[int, int]) -> None:
    """Two lumps of backdrop, one of them with the longer outline."""
    large = size[0] // 600
    rgb, matte = disc()
    lumps = np.maximum(matte, box_matte(600, 500, (20, 200, 200, 300)))
    lumps = np.maximum(lumps, box_matte(600, 500, (560, 30, 580, 60)))
    block = np.ones((large, large), np.uint8)
    sign = signs_of(np.kron(rgb, block[..., None]), np.kron(lumps, block))[0]
    assert sign.where is not None
    assert sign.where == pytest.approx([large * value for value in (20, 200, 180, 300)], abs=12 * large)


@pytest.mark.parametrize("size", [(3000, 14), (14, 3000), (1401, 400), (400, 1401)])
def test_place_lies_in_the_photo(size: tuple[int, int]) -> None:
    """Narrow ones too: their short side is rounded most when they are made small."""
    width, height = size
    matte = box_matte(width, height, (0, 0, width - 8 * (width > 14), height - 8 * (height > 14)))
    sign = signs_of(np.full((height, width, 3), 128, np.uint8), matte)[0]
    assert sign.where is not None
    assert 0 <= sign.where.left < sign.where.right <= width
    assert 0 <= sign.where.top < sign.where.bottom <= height


def strengths(rgb: U8, matte: U8) -> dict[str, float]:
    return {sign.name: sign.strength for sign in signs_of(rgb, matte)}


def test_sharp_bright_photo_is_neither_blurred_nor_dim() -> None:
    found = strengths(*disc())
    assert found["blurred"] == found["dim"] == 0


def test_blurred_edges_are_told() -> None:
    rgb, matte = disc()
    soft = [np.asarray(Image.fromarray(rgb).filter(ImageFilter.GaussianBlur(radius))) for radius in (1, 4, 9)]
    found = [strengths(photo, matte)["blurred"] for photo in soft]
    assert found == sorted(found)
    assert found[0] < 0.3
    assert found[-1] > 0.9


def test_dark_photo_is_dim() -> None:
    found = [strengths(*disc(level=level // 4, backdrop=level))["dim"] for level in (200, 90, 40)]
    assert found[0] == 0
    assert 0.3 < found[1] < 0.8
    assert found[2] == 1

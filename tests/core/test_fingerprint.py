"""Photos that look alike have fingerprints that are alike."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from tests.pictures import picture
from whitecove import paths
from whitecove.core.fingerprint import fingerprint
from whitecove.core.model import U8
from whitecove.core.profiles import load_profile
from whitecove.core.read import read_photo

SAMPLES = ("basket", "bottle", "box", "case", "mug", "vase")
LIMIT = int(load_profile("aliexpress").rule("set.duplicate").number("distance"))


def sample(name: str) -> U8:
    return read_photo(paths.resources() / "samples" / f"{name}.jpg").rgb


def distance(first: U8, second: U8) -> int:
    return (int(fingerprint(picture(first)), 16) ^ int(fingerprint(picture(second)), 16)).bit_count()


def saved_again(rgb: U8) -> U8:
    buffer = io.BytesIO()
    Image.fromarray(rgb).save(buffer, "JPEG", quality=40)
    return np.asarray(Image.open(buffer))


def smaller(rgb: U8) -> U8:
    return np.asarray(Image.fromarray(rgb).resize((rgb.shape[1] // 3, rgb.shape[0] // 3), Image.Resampling.LANCZOS))


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("change", [saved_again, smaller])
def test_copies_are_near(name: str, change: object) -> None:
    assert callable(change)
    assert distance(sample(name), change(sample(name))) <= LIMIT


def test_different_products_are_far() -> None:
    pictures = [sample(name) for name in SAMPLES]
    nearest = min(distance(a, b) for n, a in enumerate(pictures) for b in pictures[:n])
    assert nearest > 2 * LIMIT


def test_what_its_alpha_hides_of_a_photo_does_not_count() -> None:
    rgb = sample("mug")
    alpha = np.zeros(rgb.shape[:2], np.uint8)
    alpha[200:1000, 400:1200] = 255
    on_white = np.where(alpha[..., None] > 0, rgb, 255).astype(np.uint8)
    assert fingerprint(picture(rgb, alpha)) == fingerprint(picture(on_white))


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (3, 5), (127, 2000)])
def test_any_size_has_one(size: tuple[int, int]) -> None:
    assert len(fingerprint(picture(np.zeros((*size, 3), np.uint8)))) == 16

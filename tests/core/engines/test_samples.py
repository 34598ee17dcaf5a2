"""The built-in engine on the sample photos, whose exact mattes are known from how they were rendered."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from whitecove import paths
from whitecove.core.engines.registry import cut_out, make_engine
from whitecove.core.model import Cutout, Mask
from whitecove.core.read import read_photo

MATTES = Path(__file__).resolve().parents[2] / "data" / "sample_mattes"


def cut(name: str) -> tuple[Cutout, Mask]:
    """The sample's cutout, and where its product really is."""
    picture = read_photo(paths.resources() / "samples" / f"{name}.jpg")
    with Image.open(MATTES / f"{Path(name).name}.png") as truth:
        assert truth.size == picture.size
        product = np.asarray(truth) > 127
    return cut_out(picture, make_engine("backdrop", {})), product


def overlap(cutout: Cutout, product: Mask) -> float:
    found = cutout.matte > 127
    return float((found & product).sum() / (found | product).sum())


@pytest.mark.parametrize(
    ("name", "least"), [("mug", 0.96), ("basket", 0.88), ("lamp/lamp_main", 0.95), ("lamp/lamp_1", 0.95)]
)
def test_plain_sweeps_are_cut_out_as_rendered(name: str, least: float) -> None:
    cutout, product = cut(name)
    assert overlap(cutout, product) >= least
    assert cutout.doubt < 0.5


def test_handle_of_the_mug_is_open() -> None:
    cutout, product = cut("mug")
    height, width = product.shape
    middle = (slice(round(0.50 * height), round(0.53 * height)), slice(round(0.69 * width), round(0.73 * width)))
    assert not product[middle].any()
    assert cutout.matte[middle].max() == 0


@pytest.mark.parametrize("name", ["vase", "case", "box", "bottle"])
def test_what_it_cannot_cut_well_is_doubted(name: str) -> None:
    cutout, _ = cut(name)
    assert cutout.doubt >= 0.5
    assert cutout.reasons

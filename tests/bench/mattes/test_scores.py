"""Scores of mattes: by hand on small ones, and as the scorer beside the checkout gives them."""

from __future__ import annotations

import importlib.util
import math
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from PIL import Image, ImageFilter

from tests.bench.mattes.material import cases
from tests.bench.mattes.scores import load_truth, score
from tests.pictures import box_matte, disc_matte
from whitecove.core.model import F32, U8


def true(matte: U8) -> F32:
    return np.asarray(matte / 255, np.float32)


def test_the_truth_scores_in_full() -> None:
    matte = disc_matte(200, 150, (100, 75), 50)
    assert score(matte, true(matte)) == (1.0, 1.0, 0.0)


def test_half_of_a_box() -> None:
    whole = box_matte(200, 150, (50, 50, 150, 100))
    found = score(box_matte(200, 150, (50, 50, 100, 100)), true(whole))
    assert found.iou == 0.5
    assert 0.5 < found.boundary < 0.8


def test_outline_within_the_tolerance_is_right_and_beyond_is_wrong() -> None:
    """2 pixels at least, 0.3 % of the long side on large photos."""
    truth = true(box_matte(300, 300, (100, 0, 200, 300)))
    assert score(box_matte(300, 300, (102, 0, 198, 300)), truth).boundary == 1
    assert score(box_matte(300, 300, (103, 0, 197, 300)), truth).boundary < 0.3
    large = true(box_matte(500, 2000, (100, 0, 300, 2000)))
    assert score(box_matte(500, 2000, (106, 0, 294, 2000)), large).boundary == 1
    assert score(box_matte(500, 2000, (107, 0, 293, 2000)), large).boundary < 0.3


def test_nothing_found() -> None:
    nothing = np.zeros((150, 200), np.uint8)
    assert score(nothing, true(disc_matte(200, 150, (100, 75), 50)))[:2] == (0.0, 0.0)
    assert score(nothing, true(nothing))[:2] == (0.0, 1.0)


def test_matte_of_another_size_is_brought_to_the_truths() -> None:
    small, large = disc_matte(200, 150, (100, 75), 50), disc_matte(400, 300, (200, 150), 100)
    assert score(small, true(large)).iou > 0.98


def test_blurred_edges_are_wider_and_hard_ones_narrower() -> None:
    matte = disc_matte(200, 200, (100, 100), 60)
    soft = np.asarray(Image.fromarray(matte).filter(ImageFilter.GaussianBlur(2)))
    assert 2 < score(soft, true(matte)).wider < 8
    hard = np.where(matte > 127, 255, 0).astype(np.uint8)
    assert -1.5 < score(hard, true(matte)).wider < -0.3


def test_truth_without_hard_edges_has_no_width() -> None:
    matte = disc_matte(200, 200, (100, 100), 60)
    soft = np.asarray(Image.fromarray(matte).filter(ImageFilter.GaussianBlur(12)))
    assert math.isnan(score(matte, true(soft)).wider)


def test_any_channel_of_the_truth_counts(tmp_path: Path) -> None:
    colours = np.zeros((4, 6, 3), np.uint8)
    colours[1, 2] = (0, 0, 255)
    colours[2, 3] = (0, 51, 0)
    Image.fromarray(colours).save(tmp_path / "truth.png")
    truth = load_truth(str(tmp_path / "truth.png"))
    assert truth[1, 2] == 1
    assert truth[2, 3] == pytest.approx(0.2)
    assert np.count_nonzero(truth) == 2


def scorer(shared: Path) -> ModuleType:
    """The scorer beside the checkout."""
    path = shared / "tools" / "score_mattes.py"
    assert path.is_file()
    spec = importlib.util.spec_from_file_location("score_mattes", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.corpus
@pytest.mark.parametrize("family", ["grabcut", "ebay", "u2net"])
def test_agrees_with_the_scorer_beside_the_checkout(family: str, shared: Path, tmp_path: Path) -> None:
    """On real photos with known truth, and mattes of two sizes that are wrong in several ways."""
    theirs = scorer(shared)
    some = cases(shared / "data" / "pairs" / family, family)[:3]
    assert some
    for case in some:
        truth = load_truth(str(case.truth))
        off = np.roll((truth * 255).astype(np.uint8), 4, axis=1)
        off[: truth.shape[0] // 2] = 0
        image = Image.fromarray(off).filter(ImageFilter.GaussianBlur(3))
        for made in (image, image.resize((image.width // 2, image.height // 2))):
            made.save(tmp_path / "matte.png")
            target = theirs.load(case.truth)
            wanted = theirs.score(theirs.load(tmp_path / "matte.png", target.shape[::-1]), target)
            found = score(np.asarray(made), truth)
            assert np.array_equal(truth, target)
            assert found.iou == pytest.approx(wanted[0], abs=1e-6)
            assert found.boundary == pytest.approx(wanted[2], abs=1e-6)
            assert found.iou < 0.9

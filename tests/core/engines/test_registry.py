"""Engines by name, and the one door to a cutout."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.core.engines.scenes import disc, iou, patchwork, photo, sweep
from tests.pictures import picture
from whitecove.core.engines.registry import cut_out, make_engine
from whitecove.core.errors import EngineError


@pytest.mark.parametrize("spec", ["auto", "backdrop", "keep"])
def test_built_in_engines_answer_to_their_names(spec: str) -> None:
    assert make_engine(spec, {}).name == spec


@pytest.mark.parametrize("spec", ["", "magic", "rembg", "rembg:", "REMBG:u2netp"])
def test_unknown_engine(spec: str) -> None:
    with pytest.raises(EngineError) as caught:
        make_engine(spec, {"u2netp": Path("u2netp.onnx")})
    assert caught.value.code == "engine.unknown"
    assert "backdrop" in str(caught.value)


def test_missing_model_names_the_next_step() -> None:
    with pytest.raises(EngineError) as caught:
        make_engine("rembg:isnet-general-use", {})
    assert caught.value.code == "engine.model_missing"
    assert "isnet-general-use" in str(caught.value)


def test_auto_without_a_model_cuts_a_plain_backdrop() -> None:
    matte = disc()
    cutout = cut_out(picture(photo(matte, (150, 40, 30), sweep())), make_engine("auto", {}))
    assert cutout.engine == "backdrop"
    assert iou(cutout.matte, matte) > 0.99


def test_auto_without_a_model_asks_for_one_on_a_busy_scene() -> None:
    rgb = photo(disc(), (150, 40, 30), patchwork().astype(np.float32))
    cutout = cut_out(picture(rgb), make_engine("auto", {}))
    assert cutout.doubt == 1
    assert "This scene is too busy for the built-in engine: it needs a cutout model." in cutout.reasons


def test_alpha_of_a_few_pixels_is_laid_on_white() -> None:
    matte = disc()
    rgb = photo(matte, (150, 40, 30), sweep())
    alpha = np.full(matte.shape, 255, np.uint8)
    alpha[:3, :3] = 0
    assert cut_out(picture(rgb, alpha), make_engine("auto", {})).engine == "backdrop"

"""What a model is shown: at which size, which way up, how closely; and what becomes of the photo's size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.core.engines.graphs import graph
from tests.core.engines.scenes import disc, iou, photo, sweep
from tests.pictures import box_matte, disc_matte, picture
from whitecove.core.engines.rembg import FIRMER, HARDLY_LARGER, LOOK_SIDE, RembgEngine, Seen
from whitecove.core.engines.scale import enlarged
from whitecove.core.errors import EngineError
from whitecove.core.model import F32, U8

RED = (200, 40, 40)
# Sees what is redder than it is green and blue.
REDNESS = (6.0, -3.0, -3.0)


def engine(folder: Path, below: float = 1.0) -> RembgEngine:
    return RembgEngine("u2net_custom", graph(folder / "tiny.onnx", REDNESS, below=below))


def shot(side: int) -> tuple[U8, U8]:
    """A red disc on a sweep, and its matte."""
    matte = disc(0.22 * side, side)
    return photo(matte, RED, sweep(side)), matte


def as_matte(plane: F32) -> U8:
    return np.asarray(np.rint(plane * 255), np.uint8)


def strengths(seen: Seen) -> dict[str, float]:
    return {sign.name: sign.strength for sign in seen.signs}


@pytest.mark.parametrize(
    ("model", "side", "look"),
    [
        ("u2netp", 320, 640),
        ("u2net", 320, 640),
        ("silueta", 320, 640),
        ("u2net_custom", 320, 640),
        ("isnet-general-use", 1024, 1024),
    ],
)
def test_models_are_shown_what_they_can_see(model: str, side: int, look: int, tmp_path: Path) -> None:
    rgb, _ = shot(1200)
    seen = RembgEngine(model, graph(tmp_path / f"{model}.onnx", REDNESS, side=side)).see(rgb)
    assert seen.look.shape == (look, look, 3)
    assert seen.mask.shape == seen.alpha.shape == (look, look)


@pytest.mark.parametrize(("kind", "side", "look"), [("u2net", 320, 640), ("dis", 1024, 1024)])
def test_own_models_are_shown_what_their_kind_sees(kind: str, side: int, look: int, tmp_path: Path) -> None:
    rgb, _ = shot(1100)
    seen = RembgEngine("mugs", graph(tmp_path / f"mugs.{kind}.onnx", REDNESS, side=side)).see(rgb)
    assert max(seen.look.shape) == look


def test_small_photo_is_looked_at_as_it_is(tmp_path: Path) -> None:
    rgb, _ = shot(200)
    assert np.array_equal(engine(tmp_path).see(rgb).look, rgb)


@pytest.mark.parametrize("side", [300, LOOK_SIDE, int(HARDLY_LARGER * LOOK_SIDE)])
def test_photo_hardly_larger_than_the_look_takes_what_was_settled(side: int, tmp_path: Path) -> None:
    rgb, matte = shot(side)
    looking = engine(tmp_path)
    seen = looking.see(rgb)
    cutout = looking.drawn(picture(rgb), seen)
    firm = np.clip((enlarged(seen.alpha, rgb.shape[:2]) - 0.5) * FIRMER + 0.5, 0, 1)
    assert np.array_equal(cutout.matte, as_matte(firm))
    assert iou(cutout.matte, matte) > 0.97


def test_larger_photo_has_its_edge_found_at_full_size(tmp_path: Path) -> None:
    rgb, matte = shot(1600)
    looking = engine(tmp_path)
    seen = looking.see(rgb)
    cutout = looking.drawn(picture(rgb), seen)
    as_seen = as_matte(enlarged(seen.alpha, rgb.shape[:2]))
    ours, theirs = (np.abs(plane.astype(float) - matte).mean() for plane in (cutout.matte, as_seen))
    assert ours < 0.5 * theirs


def test_drawn_cutout_has_the_signs_that_were_seen(tmp_path: Path) -> None:
    rgb, _ = shot(300)
    looking = engine(tmp_path, below=0.35)
    seen = looking.see(rgb)
    cutout = looking.drawn(picture(rgb), seen)
    assert cutout.signs == tuple(sign for sign in seen.signs if sign.strength)
    assert cutout.signs


def test_what_is_seen_one_way_up_only_is_found_and_doubted(tmp_path: Path) -> None:
    """A model that sees little of what lies in the lower half: turned, it sees it."""
    rgb, matte = shot(300)
    upright, leaning = engine(tmp_path).see(rgb), engine(tmp_path, below=0.35).see(rgb)
    assert iou(as_matte(leaning.alpha), matte) > 0.97
    assert strengths(upright)["looks"] == 0
    assert strengths(leaning)["looks"] > 0.5


def test_photo_turned_by_half_is_seen_alike(tmp_path: Path) -> None:
    """Whatever a model prefers: what it sees does not hang on which way up the photo is."""
    matte = box_matte(300, 300, (60, 30, 200, 220))
    rgb = photo(matte, RED, sweep(300))
    looking = engine(tmp_path, below=0.7)
    one, other = looking.see(rgb), looking.see(np.ascontiguousarray(rgb[::-1, ::-1]))
    assert np.abs(one.mask - other.mask[::-1, ::-1]).max() < 1e-4
    assert strengths(one) == pytest.approx(strengths(other), abs=1e-6)


def test_closer_look_finds_what_is_small(tmp_path: Path) -> None:
    """Two thin legs, less than a pixel wide in what the model is shown of the whole photo."""
    matte = box_matte(1200, 1200, (560, 560, 640, 600))
    matte[600:640, [562, 563, 564, 635, 636, 637]] = 255
    rgb = photo(matte, RED, sweep(1200))
    cutout = engine(tmp_path).cut(picture(rgb))
    assert iou(cutout.matte, matte) > 0.93
    assert cutout.matte[630, 563] > 127
    assert cutout.matte[630, 600] < 30


def test_what_the_frame_cuts_is_left_out_and_told(tmp_path: Path) -> None:
    whole, cut = box_matte(400, 400, (120, 100, 240, 300)), box_matte(400, 400, (330, 0, 400, 400))
    rgb = photo(np.maximum(whole, cut), RED, sweep(400))
    looking = engine(tmp_path)
    seen = looking.see(rgb)
    assert strengths(seen)["left out"] == 1
    assert iou(looking.drawn(picture(rgb), seen).matte, whole) > 0.97
    alone = looking.see(photo(whole, RED, sweep(400)))
    assert strengths(alone)["left out"] == 0


def test_mask_of_something_small_is_as_exact_as_the_closer_look(tmp_path: Path) -> None:
    """Of the whole photo the model is shown a quarter of its pixels a side."""
    matte = disc_matte(1280, 1280, (400, 500), 60)
    seen = engine(tmp_path).see(photo(matte, RED, sweep(1280)))
    truth = disc_matte(LOOK_SIDE, LOOK_SIDE, (200, 250), 30)
    wrong = np.abs(seen.mask - truth / 255)
    assert wrong.sum() < 0.5 * 2 * np.pi * 30


@pytest.mark.parametrize("shape", [(2, 5), (7, 3), (1, 9), (3, 700)])
def test_tiny_and_narrow_photos(shape: tuple[int, int], tmp_path: Path) -> None:
    rgb = np.full((*shape, 3), 200, np.uint8)
    rgb[:, shape[1] // 2 :] = RED
    cutout = engine(tmp_path).cut(picture(rgb))
    assert cutout.matte.shape == shape
    assert cutout.matte[0, -1] > 127


def test_photo_of_one_pixel_shows_nothing(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as caught:
        engine(tmp_path).cut(picture(np.full((1, 1, 3), 200, np.uint8)))
    assert caught.value.code == "engine.nothing_seen"


@pytest.mark.weights
@pytest.mark.parametrize("name", ["stone2", "banana1"])
def test_real_weights_see_a_photo_alike_either_way_up(
    name: str, models_with_u2netp: dict[str, Path], shared: Path
) -> None:
    folder = shared / "data" / "pairs" / "grabcut"
    with Image.open(folder / f"{name}.jpg") as image:
        rgb = np.asarray(image.convert("RGB"))
    with Image.open(folder / f"{name}.mask.bmp") as image:
        truth = np.asarray(image.convert("L"))
    looking = RembgEngine("u2netp", models_with_u2netp["u2netp"])
    one, other = looking.see(rgb), looking.see(np.ascontiguousarray(rgb[::-1, ::-1]))
    assert iou(as_matte(one.mask), as_matte(other.mask[::-1, ::-1])) > 0.99
    found = as_matte(enlarged(one.alpha, truth.shape))
    assert iou(found, truth) > 0.9
    assert iou(found, truth) > iou(as_matte(enlarged(one.mask, truth.shape)), truth) - 0.005


def looks_of(engine: RembgEngine, rgb: U8, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often the model was asked."""
    asked: list[U8] = []
    real = engine._predict

    def counted(shown: U8) -> F32:
        asked.append(shown)
        return real(shown)

    monkeypatch.setattr(engine, "_predict", counted)
    engine.see(rgb)
    return len(asked)


def test_one_pass_asks_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rgb, matte = shot(900)
    once = RembgEngine("u2net_custom", graph(tmp_path / "tiny.onnx", REDNESS), passes="one")
    assert looks_of(once, rgb, monkeypatch) == 1
    assert looks_of(engine(tmp_path), rgb, monkeypatch) == 4
    assert iou(once.cut(picture(rgb)).matte, matte) > 0.98


def test_one_pass_sees_nothing_where_nothing_is(tmp_path: Path) -> None:
    once = RembgEngine("u2net_custom", graph(tmp_path / "blind.onnx", (0.0, 0.0, 0.0)), passes="one")
    with pytest.raises(EngineError) as caught:
        once.see(sweep(400).astype(np.uint8))
    assert caught.value.code == "engine.nothing_seen"

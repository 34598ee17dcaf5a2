"""What a photo brings itself is taken as it is."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from tests.core.engines.scenes import disc, photo, sweep
from tests.pictures import picture
from whitecove.core.engines.given import given
from whitecove.core.engines.registry import cut_out, make_engine
from whitecove.core.errors import EngineError
from whitecove.core.model import U8, Cutout

SIZE = 300
WHITE = np.full((SIZE, SIZE, 3), 255, np.float32)


def on_exact_white(matte: U8, product: tuple[int, int, int] = (180, 60, 30)) -> U8:
    share = matte[..., None].astype(np.float32) / 255
    return np.rint(np.array(product) * share + WHITE * (1 - share)).astype(np.uint8)


def as_jpeg(rgb: U8, quality: int) -> U8:
    buffer = io.BytesIO()
    Image.fromarray(rgb).save(buffer, "JPEG", quality=quality, subsampling=2)
    return np.asarray(Image.open(buffer).convert("RGB"))


def over_white(cutout: Cutout) -> U8:
    share = cutout.matte[..., None].astype(np.float32) / 255
    return np.rint(cutout.rgb * share + 255 * (1 - share)).astype(np.uint8)


def test_own_alpha_is_the_matte() -> None:
    matte = disc(60, SIZE)
    cutout = given(picture(photo(matte, (90, 20, 20), sweep(SIZE)), matte))
    assert cutout is not None
    assert cutout.engine == "alpha"
    assert np.array_equal(cutout.matte, matte)
    assert cutout.doubt == 0


def test_opaque_alpha_is_no_cutout() -> None:
    matte = disc(60, SIZE)
    opaque = np.full((SIZE, SIZE), 255, np.uint8)
    opaque[0, 0] = 0
    assert given(picture(photo(matte, (90, 20, 20), sweep(SIZE)), opaque)) is None


def test_empty_alpha_is_said() -> None:
    with pytest.raises(EngineError) as caught:
        given(picture(np.zeros((40, 40, 3), np.uint8), np.zeros((40, 40), np.uint8)))
    assert caught.value.code == "engine.nothing_found"


@pytest.mark.parametrize("quality", [75, 90, 97])
def test_photo_on_white_comes_back_to_the_bit(quality: int) -> None:
    matte = disc(90, SIZE)
    rgb = as_jpeg(on_exact_white(matte), quality)
    cutout = given(picture(rgb))
    assert cutout is not None
    assert cutout.engine == "white"
    assert np.array_equal(over_white(cutout), rgb)
    assert (cutout.matte[disc(70, SIZE) == 255] == 255).all()


def test_what_lies_far_from_the_product_is_exact_white() -> None:
    rgb = on_exact_white(disc(60, SIZE))
    rgb[10, 10] = 253
    cutout = given(picture(rgb))
    assert cutout is not None
    assert (over_white(cutout)[:40, :40] == 255).all()


def test_product_that_the_frame_cuts_on_white() -> None:
    rgb = np.full((SIZE, SIZE, 3), 255, np.uint8)
    rgb[100:, 80:220] = (40, 60, 90)
    cutout = given(picture(rgb))
    assert cutout is not None
    assert (cutout.matte[-1, 90:210] == 255).all()


def test_photo_on_nearly_white_is_left_to_an_engine() -> None:
    assert given(picture(photo(disc(60, SIZE), (90, 20, 20), sweep(SIZE, (248, 248, 247), 0.01)))) is None


def test_white_and_nothing_else_is_said() -> None:
    with pytest.raises(EngineError) as caught:
        given(picture(np.full((50, 50, 3), 255, np.uint8)))
    assert caught.value.code == "engine.nothing_found"


def test_keep_is_obeyed_whatever_the_photo_brings() -> None:
    hidden = np.full((SIZE, SIZE, 3), 7, np.uint8)
    cutout = cut_out(picture(hidden, disc(60, SIZE)), make_engine("keep", {}))
    assert cutout.engine == "keep"
    assert (cutout.matte == 255).all()
    assert (cutout.rgb[0, 0] == 255).all()
    assert (cutout.rgb[SIZE // 2, SIZE // 2] == 7).all()


def test_framed_photo_is_doubted() -> None:
    rgb = np.full((300, 400, 3), 255, np.uint8)
    rgb[60:240, 80:320] = np.random.default_rng(5).integers(20, 200, (180, 240, 3))
    cutout = given(picture(rgb))
    assert cutout is not None
    assert cutout.doubt >= 0.5
    assert "white frame" in cutout.reasons[0]


def test_rectangular_alpha_is_doubted() -> None:
    alpha = np.zeros((300, 400), np.uint8)
    alpha[60:240, 80:320] = 255
    cutout = given(picture(np.full((300, 400, 3), 90, np.uint8), alpha))
    assert cutout is not None
    assert cutout.doubt >= 0.5

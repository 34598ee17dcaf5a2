"""The byte window: inside it whenever the ladder says so, honest when it cannot be."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.pictures import noise
from whitecove.core.encode import GOOD_QUALITY, LOWEST_QUALITY, Target, fit, padded
from whitecove.core.model import U8, Encoded


def target(floor: int, ceiling: int, *, pad: bool = False) -> Target:
    return Target(floor=floor, ceiling=ceiling, icc=b"", exif=b"", pad=pad)


def flat(size: int = 256) -> U8:
    rgb = np.full((size, size, 3), 255, np.uint8)
    rgb[64:-64, 64:-64] = 90
    return rgb


def decoded(encoded: Encoded) -> U8:
    return np.asarray(Image.open(io.BytesIO(encoded.data)))


def test_first_encode_is_kept_where_it_fits() -> None:
    encoded = fit(noise(200, 200), target(1_000, 200_000))
    assert (encoded.rung, encoded.quality, encoded.encodes) == ("quality", 95, 1)


def test_quality_rises_to_pass_the_floor() -> None:
    at_95 = len(fit(noise(200, 200), target(0, 10**9)).data)
    encoded = fit(noise(200, 200), target(int(at_95 * 1.2), 10**9))
    assert encoded.rung == "quality-up"
    assert len(encoded.data) >= at_95 * 1.2
    assert encoded.encodes <= 3


def test_restart_markers_change_no_pixel() -> None:
    plain = fit(flat(), target(0, 10**9))
    marked = fit(flat(), target(5_000, 10**9))
    assert marked.rung == "restart-markers"
    assert marked.data.count(b"\xff\xd0") > 10
    assert (decoded(marked)[:48] == 255).all()
    assert np.abs(decoded(marked).astype(int) - decoded(plain)).max() <= 4


def test_floor_out_of_reach_is_said() -> None:
    encoded = fit(flat(), target(500_000, 10**9))
    assert encoded.rung == "misses-floor"
    assert len(encoded.data) < 500_000


def test_padding_only_when_allowed_and_pixels_stay() -> None:
    encoded = fit(flat(), target(500_000, 510_000, pad=True))
    assert encoded.rung == "padding"
    assert len(encoded.data) >= 500_000
    assert (decoded(encoded) == decoded(fit(flat(), target(5_000, 10**9)))).all()


def test_quality_falls_to_ninety_and_no_further() -> None:
    at_95 = len(fit(noise(200, 200), target(0, 10**9)).data)
    encoded = fit(noise(200, 200), target(0, int(at_95 * 0.9)))
    assert encoded.rung == "quality-down"
    assert GOOD_QUALITY <= encoded.quality < 95
    missed = fit(noise(200, 200), target(0, at_95 // 4))
    assert missed.rung == "misses-ceiling"
    assert missed.quality == GOOD_QUALITY


def test_low_quality_only_on_request() -> None:
    at_95 = len(fit(noise(200, 200), target(0, 10**9)).data)
    encoded = fit(noise(200, 200), target(0, at_95 // 2), lowest=LOWEST_QUALITY)
    assert encoded.rung == "low-quality"
    assert LOWEST_QUALITY <= encoded.quality < GOOD_QUALITY


def test_white_far_from_the_edge_is_exact_at_every_rung() -> None:
    for floor in (0, 5_000, 500_000):
        pixels = decoded(fit(flat(), target(floor, 10**9)))
        assert (pixels[:56] == 255).all()
        assert (pixels[:, :56] == 255).all()


@given(st.integers(0, 400_000))
def test_padding_reaches_any_floor(extra: int) -> None:
    data = fit(flat(64), target(0, 10**9)).data
    out = padded(data, len(data) + extra)
    assert len(data) + extra <= len(out) <= len(data) + extra + 4
    assert np.array_equal(np.asarray(Image.open(io.BytesIO(out))), np.asarray(Image.open(io.BytesIO(data))))


@given(
    texture=st.integers(0, 255),
    floor=st.integers(0, 120_000),
    width=st.integers(1, 200_000),
    seed=st.integers(0, 9),
)
@settings(max_examples=60)
def test_rung_tells_the_truth(texture: int, floor: int, width: int, seed: int) -> None:
    rgb = noise(160, 120, low=255 - texture, seed=seed)
    encoded = fit(rgb, target(floor, floor + width))
    inside = floor <= len(encoded.data) <= floor + width
    assert inside == (not encoded.rung.startswith("misses"))
    assert encoded.encodes <= 4


@pytest.mark.parametrize("quality", [60, 75, 90, 95, 100])
def test_flat_white_survives_the_qualities_in_use(quality: int) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 64), "white").save(buffer, "JPEG", quality=quality, subsampling="4:4:4")
    assert (np.asarray(Image.open(buffer)) == 255).all()

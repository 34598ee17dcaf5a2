"""Colour management against LittleCMS used directly, and the colour measures against published numbers."""

from __future__ import annotations

import io
import math
import runpy
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from tests.core.photo_files import by_littlecms, colours, grey_profile
from whitecove import paths
from whitecove.core import colour, icc, inks
from whitecove.core.model import U8

ROOT = Path(__file__).resolve().parents[2]

# Sharma, Wu, Dalal (2005), table 1: L1 a1 b1 L2 a2 b2 ΔE00.
SHARMA = """
50 2.6772 -79.7751 50 0 -82.7485 2.0425
50 3.1571 -77.2803 50 0 -82.7485 2.8615
50 2.8361 -74.0200 50 0 -82.7485 3.4412
50 -1.3802 -84.2814 50 0 -82.7485 1.0000
50 -1.1848 -84.8006 50 0 -82.7485 1.0000
50 -0.9009 -85.5211 50 0 -82.7485 1.0000
50 0 0 50 -1 2 2.3669
50 -1 2 50 0 0 2.3669
50 2.4900 -0.0010 50 -2.4900 0.0009 7.1792
50 2.4900 -0.0010 50 -2.4900 0.0010 7.1792
50 2.4900 -0.0010 50 -2.4900 0.0011 7.2195
50 2.4900 -0.0010 50 -2.4900 0.0012 7.2195
50 -0.0010 2.4900 50 0.0009 -2.4900 4.8045
50 -0.0010 2.4900 50 0.0010 -2.4900 4.8045
50 -0.0010 2.4900 50 0.0011 -2.4900 4.7461
50 2.5 0 50 0 -2.5 4.3065
50 2.5 0 73 25 -18 27.1492
50 2.5 0 61 -5 29 22.8977
50 2.5 0 56 -27 -3 31.9030
50 2.5 0 58 24 15 19.4535
50 2.5 0 50 3.1736 0.5854 1.0000
50 2.5 0 50 3.2972 0 1.0000
50 2.5 0 50 1.8634 0.5757 1.0000
50 2.5 0 50 3.2592 0.3350 1.0000
60.2574 -34.0099 36.2677 60.4626 -34.1751 39.4387 1.2644
63.0109 -31.0961 -5.8663 62.8187 -29.7946 -4.0864 1.2630
61.2901 3.7196 -5.3901 61.4292 2.2480 -4.9620 1.8731
35.0831 -44.1164 3.7933 35.0232 -40.0716 1.5901 1.8645
22.7233 20.0904 -46.6940 23.0331 14.9730 -42.5619 2.0373
36.4612 47.8580 18.3852 36.2715 50.5065 21.2231 1.4146
90.8027 -2.0831 1.4410 91.1528 -1.6435 0.0447 1.4441
90.9257 -0.5406 -0.9208 88.6381 -0.8985 -0.7239 1.5381
6.7747 -0.2908 -2.4247 5.8714 -0.0985 -2.2286 0.6377
2.0776 0.0795 -1.1350 0.9033 -0.0636 -0.5514 0.9082
"""


def difference(a: U8, b: U8) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return colour.delta_e_2000(colour.srgb_to_lab(a), colour.srgb_to_lab(b))


def test_delta_e_is_the_published_one() -> None:
    table = np.array([[float(v) for v in line.split()] for line in SHARMA.split("\n") if line])
    assert len(table) == 34
    got = colour.delta_e_2000(table[:, :3], table[:, 3:6])
    np.testing.assert_allclose(got, table[:, 6], atol=5.1e-5)


LABS = st.tuples(st.floats(0, 100), st.floats(-120, 120), st.floats(-120, 120))


@given(LABS, LABS)
def test_delta_e_is_a_distance(one: tuple[float, ...], other: tuple[float, ...]) -> None:
    a, b = np.array(one), np.array(other)
    assert colour.delta_e_2000(a, a) == 0
    assert float(colour.delta_e_2000(a, b)) == pytest.approx(float(colour.delta_e_2000(b, a)), abs=1e-4)
    assert colour.delta_e_2000(a, b) >= 0


@pytest.mark.parametrize(
    ("rgb", "lab"),
    [
        ((255, 255, 255), (100, 0, 0)),
        ((0, 0, 0), (0, 0, 0)),
        ((255, 0, 0), (53.24, 80.09, 67.20)),
        ((0, 255, 0), (87.73, -86.18, 83.18)),
        ((0, 0, 255), (32.30, 79.19, -107.86)),
        ((119, 119, 119), (50.03, 0, 0)),
    ],
)
def test_srgb_to_lab_of_known_colours(rgb: tuple[int, ...], lab: tuple[float, ...]) -> None:
    got = colour.srgb_to_lab(np.array([[rgb]], np.uint8))
    assert got.dtype == np.float32
    np.testing.assert_allclose(got[0, 0], lab, atol=0.03)


def test_luma_weighs_green_most_and_keeps_white() -> None:
    got = colour.luma(np.array([[255, 255, 255], [255, 0, 0], [0, 255, 0], [0, 0, 255]], np.uint8))
    assert got.dtype == np.float32
    np.testing.assert_allclose(got, [255, 54.2, 182.4, 18.4], atol=0.05)


def test_the_committed_profile_is_what_its_script_makes() -> None:
    made = runpy.run_path(str(ROOT / "packaging" / "make_srgb.py"))["profile"]()
    assert colour.srgb_profile() == made
    assert colour.srgb_profile() == (paths.resources() / "icc" / "srgb.icc").read_bytes()
    assert len(made) < 3000


def test_the_committed_profile_is_a_sound_version_2_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(colour.srgb_profile())).profile
    assert profile.version == pytest.approx(2.4)
    assert (profile.device_class, profile.xcolor_space.strip(), profile.connection_space.strip()) == (
        "mntr",
        "RGB",
        "XYZ",
    )
    assert colour.profile_name(colour.srgb_profile()) == "sRGB IEC61966-2.1"
    made = by_littlecms(Image.fromarray(colours()), colour.srgb_profile())
    assert np.abs(made.astype(int) - colours()).max() <= 1


@pytest.mark.parametrize("wide", [icc.ADOBE_RGB, icc.DISPLAY_P3])
def test_primaries_add_up_to_white(wide: icc.Primaries) -> None:
    np.testing.assert_allclose(icc._to_d50(wide).sum(axis=1), icc.D50, atol=1e-9)


def test_srgb_deviation_tells_behaviour_not_names() -> None:
    liar = icc.matrix_profile("sRGB IEC61966-2.1", icc.DISPLAY_P3, icc.srgb_curve(1024))
    lcms = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert colour.srgb_deviation(colour.srgb_profile()) == 0
    assert colour.srgb_deviation(lcms) < 0.5
    assert colour.srgb_deviation(liar) > 4
    assert colour.srgb_deviation(colour.adobe_rgb_profile()) > 4


NO_ASCII = colour.srgb_profile()[:16] + b"RG\xff\xff" + colour.srgb_profile()[20:]


@pytest.mark.parametrize("broken", [b"", b"not a profile", bytes(500), colour.srgb_profile()[:300], NO_ASCII])
def test_a_broken_profile_is_infinitely_far_from_srgb(broken: bytes) -> None:
    assert colour.srgb_deviation(broken) == math.inf


@settings(max_examples=200)
@given(st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255)), min_size=1, max_size=5))
def test_a_damaged_profile_never_breaks_reading(hits: list[tuple[int, int]]) -> None:
    damaged = bytearray(colour.adobe_rgb_profile())
    for place, value in hits:
        damaged[place % len(damaged)] = value
    made, notes = colour.to_srgb(Image.new("RGB", (2, 2), (9, 99, 199)), bytes(damaged))
    assert made.size == (2, 2)
    assert all(note.endswith(".") for note in notes)
    colour.profile_name(bytes(damaged)).encode("utf-8")


def test_profiles_for_other_colours_are_infinitely_far_from_srgb() -> None:
    assert colour.srgb_deviation(grey_profile()) == math.inf
    assert colour.srgb_deviation(inks.fallback_profile()) == math.inf


@pytest.mark.parametrize("profile", [colour.adobe_rgb_profile(), colour.display_p3_profile()])
def test_wide_rgb_becomes_what_littlecms_makes_of_it(profile: bytes) -> None:
    made, notes = colour.to_srgb(Image.fromarray(colours()), profile)
    assert made.mode == "RGB"
    assert np.median(difference(np.asarray(made), by_littlecms(Image.fromarray(colours()), profile))) <= 0.3
    assert np.median(difference(np.asarray(made), colours())) > 1
    assert notes == [f"Colours were converted from the profile “{colour.profile_name(profile)}” to sRGB."]


def test_srgb_pixels_are_not_touched() -> None:
    made, notes = colour.to_srgb(Image.fromarray(colours()), colour.srgb_profile())
    np.testing.assert_array_equal(np.asarray(made), colours())
    assert notes == []


def test_grey_with_its_profile() -> None:
    ramp = Image.fromarray(np.arange(256, dtype=np.uint8)[None].repeat(4, 0))
    made, notes = colour.to_srgb(ramp, grey_profile())
    np.testing.assert_allclose(np.asarray(made), by_littlecms(ramp, grey_profile()), atol=1)
    assert np.asarray(made)[0, 128, 0] > 140
    assert "Grey 1.8" in notes[0]


def test_grey_without_a_profile_is_taken_as_it_is() -> None:
    made, notes = colour.to_srgb(Image.new("L", (3, 2), 77), None)
    assert made.getpixel((0, 0)) == (77, 77, 77)
    assert notes == ["There is no colour profile: taken as sRGB."]


@pytest.mark.parametrize(
    ("mode", "profile"),
    [("L", colour.adobe_rgb_profile()), ("RGB", inks.fallback_profile()), ("RGB", b"junk"), ("RGB", grey_profile())],
)
def test_a_profile_that_does_not_fit_is_left_out_and_said(mode: str, profile: bytes) -> None:
    image = Image.new(mode, (4, 4), 100 if mode == "L" else (10, 120, 200))
    made, notes = colour.to_srgb(image.copy(), profile)
    np.testing.assert_array_equal(np.asarray(made), np.asarray(image.convert("RGB")))
    assert "was not used" in notes[0]
    assert notes[1] == "There is no colour profile: taken as sRGB."


def test_what_the_file_declares_stands_in_for_a_profile() -> None:
    declared, _ = colour.to_srgb(Image.fromarray(colours()), None, colour.adobe_rgb_profile())
    embedded, _ = colour.to_srgb(Image.fromarray(colours()), colour.adobe_rgb_profile())
    np.testing.assert_array_equal(np.asarray(declared), np.asarray(embedded))
    _, notes = colour.to_srgb(Image.fromarray(colours()), None, colour.srgb_profile())
    assert notes == []


def test_lab_becomes_srgb() -> None:
    image = Image.merge("LAB", [Image.new("L", (2, 2), v) for v in (128, 168, 98)])  # L* 50.2, a* 40, b* -30
    made, notes = colour.to_srgb(image, None)
    got = colour.srgb_to_lab(np.asarray(made))[0, 0]
    assert got[0] == pytest.approx(50.2, abs=1)
    assert got[1] > 30
    assert got[2] < -20
    assert notes == ["L*a*b* colours were converted to sRGB."]


def ink(*percent: int) -> tuple[int, ...]:
    made, _ = colour.to_srgb(Image.new("CMYK", (1, 1), tuple(round(p * 2.55) for p in percent)), None)
    return tuple(np.asarray(made)[0, 0].tolist())


def test_untagged_cmyk_looks_printed() -> None:
    assert ink(0, 0, 0, 0) == (255, 255, 255)
    assert max(ink(100, 100, 100, 100)) <= 2
    cyan, magenta, yellow, red = ink(100, 0, 0, 0), ink(0, 100, 0, 0), ink(0, 0, 100, 0), ink(0, 100, 100, 0)
    assert cyan[0] < 30
    assert 140 < cyan[1] < 180  # a press's cyan is no (0, 255, 255)
    assert magenta[1] < 30
    assert yellow[2] < 30
    assert red[0] > 200
    assert max(red[1:]) < 60


def test_untagged_cmyk_black_is_neutral_and_darkens_steadily() -> None:
    steps = [ink(0, 0, 0, k) for k in range(0, 101, 10)]
    assert all(max(s) - min(s) <= 6 for s in steps)
    assert all(a[1] > b[1] for a, b in pairwise(steps))
    assert 140 < steps[5][1] < 170


def test_untagged_cmyk_is_said() -> None:
    _, notes = colour.to_srgb(Image.new("CMYK", (1, 1)), None)
    assert notes == [f"CMYK without a colour profile: converted as if printed on coated paper ({inks.NAME})."]


def test_the_ink_model_hits_its_solid_colours() -> None:
    lab = inks._lab_grid()
    paper, last = lab[0, 0, 0, 0], inks._GRID - 1
    np.testing.assert_allclose(paper, (100, 0, 0), atol=1e-6)
    # Relative to the paper and with black stretched, the hues of the standard's solids remain.
    for corner, (_, a, b) in inks._SOLIDS.items():
        if 0 < sum(corner) < 3:
            got = lab[tuple(last * c for c in (*corner, 0))]
            assert abs(math.degrees(math.atan2(got[2], got[1]) - math.atan2(b, a))) % 360 < 6


def test_profiles_of_our_making_carry_no_time() -> None:
    assert icc.matrix_profile("A", icc.SRGB, 2.2) == icc.matrix_profile("A", icc.SRGB, 2.2)
    assert colour.srgb_profile()[24:36] == bytes.fromhex("07e900010001000000000000")

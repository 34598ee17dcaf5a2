from __future__ import annotations

import struct
import zlib
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from tests.core.checks import pictures
from whitecove.core import colour
from whitecove.core.model import U8, Box, Finding, Outcome, Severity


@pytest.mark.parametrize(
    ("mode", "kind", "measured"),
    [
        ("RGB", "JPEG", "8-bit RGB"),
        ("CMYK", "JPEG", "8-bit CMYK"),
        ("L", "JPEG", "8-bit grey"),
        ("RGBA", "PNG", "8-bit RGB with transparency"),
        ("P", "PNG", "8-bit palette"),
        ("LA", "PNG", "8-bit grey with transparency"),
        ("I;16", "PNG", "16-bit grey"),
        ("1", "PNG", "1-bit black and white"),
    ],
)
def test_mode(mode: str, kind: str, measured: str) -> None:
    found = pictures.finding("colour.mode", pictures.saved(Image.new(mode, (64, 64)), kind))
    assert found.measured == measured
    assert found.broken is (mode != "RGB")


def deep_png() -> bytes:
    """A 16-bit RGB PNG of 2 × 1 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 2, 1, 16, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(bytes(13))), chunk(b"IEND", b"")]
    )


def test_mode_sees_sixteen_bit_colour_that_opens_as_eight() -> None:
    found = pictures.finding("colour.mode", deep_png())
    assert found.broken
    assert found.measured == "16-bit RGB"


def with_profile(profile: bytes | None, exif: bytes = b"") -> bytes:
    return pictures.saved(Image.new("RGB", (64, 64)), icc_profile=profile, exif=exif)


def test_srgb_passes_our_own_files() -> None:
    assert pictures.finding("colour.srgb", pictures.good()).outcome is Outcome.PASS


@pytest.mark.parametrize("profile", [colour.adobe_rgb_profile(), colour.display_p3_profile(), b"no profile at all"])
def test_srgb_fails_a_profile_that_behaves_otherwise(profile: bytes) -> None:
    found = pictures.finding("colour.srgb", with_profile(profile, pictures.stamp()))
    assert found.broken
    assert found.severity is Severity.ERROR


def test_srgb_believes_behaviour_and_not_the_name() -> None:
    name = b"sRGB IEC61966-2.1"
    lying = colour.adobe_rgb_profile().replace(b"Adobe RGB (1998)", name[:16])
    assert pictures.finding("colour.srgb", with_profile(lying, pictures.stamp())).broken


def test_srgb_only_warns_when_there_is_no_profile() -> None:
    found = pictures.finding("colour.srgb", with_profile(None))
    assert found.broken
    assert (found.severity, found.measured) == (Severity.WARNING, "no colour profile")


def test_srgb_fails_exif_that_says_otherwise() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA001] = 65535
    found = pictures.finding("colour.srgb", with_profile(colour.srgb_profile(), exif.tobytes()))
    assert found.broken
    assert found.severity is Severity.ERROR
    assert "65535" in found.measured


def coloured(level: tuple[int, int, int]) -> U8:
    rgb = pictures.white()
    rgb[pictures.BOX.top : pictures.BOX.bottom, pictures.BOX.left : pictures.BOX.right] = level
    return rgb


def test_fidelity_passes_the_same_colour_after_jpeg() -> None:
    maker = pictures.prepared(pictures.product())
    assert pictures.finding("colour.fidelity", pictures.good(), maker=maker).outcome is Outcome.PASS


@pytest.mark.parametrize("shift", [(6, 0, 0), (0, -8, 0), (-5, -5, 15)])
def test_fidelity_fails_a_shifted_colour(shift: tuple[int, int, int]) -> None:
    theirs, ours = coloured((130, 120, 110)), coloured(tuple(np.add((130, 120, 110), shift)))
    maker = pictures.prepared(theirs)
    found = pictures.finding("colour.fidelity", pictures.png(ours), maker=maker)
    assert found.broken
    assert found.value is not None
    assert found.value > 1


def test_fidelity_sees_a_quarter_of_the_subject_recoloured() -> None:
    theirs = coloured((130, 120, 110))
    ours = theirs.copy()
    ours[75:925, 75:290] = (150, 110, 110)
    found = pictures.finding("colour.fidelity", pictures.png(ours), maker=pictures.prepared(theirs))
    assert found.broken
    assert found.value == 0


def test_fidelity_leaves_the_edge_out() -> None:
    theirs = coloured((130, 120, 110))
    ours = theirs.copy()
    ours[75:78, 75:925] = (255, 200, 200)
    assert not pictures.finding("colour.fidelity", pictures.png(ours), maker=pictures.prepared(theirs)).broken


def test_fidelity_is_not_measured_on_a_thread() -> None:
    box = Box(500, 75, 502, 925)
    rgb = pictures.product(box=box)
    found = pictures.finding("colour.fidelity", pictures.png(rgb), maker=pictures.prepared(rgb, box=box))
    assert found.outcome is Outcome.NOT_MEASURED


def changed(by: tuple[int, int, int], spoilt: int = 0) -> Finding:
    """The answer on a file that was changed ``by`` so much because that was asked for, and ``spoilt`` beside it."""
    theirs = pictures.product()
    asked = np.where((theirs != 255).any(axis=2)[..., None], np.clip(theirs + np.array(by), 0, 254), 255)
    ours = np.where((theirs != 255).any(axis=2)[..., None], np.clip(asked + spoilt, 0, 254), 255).astype(np.uint8)
    maker = pictures.prepared(theirs)
    crop = asked.astype(np.uint8)[pictures.BOX.top : pictures.BOX.bottom, pictures.BOX.left : pictures.BOX.right]
    composition = replace(maker.composition, changed=pictures.reduced(crop), changes=("it was made redder",))
    return pictures.finding("colour.fidelity", pictures.png(ours), maker=replace(maker, composition=composition))


def test_fidelity_never_calls_kept_what_was_changed_on_request_but_says_so() -> None:
    found = changed((40, 0, 0))
    assert found.outcome is Outcome.FAIL
    assert found.severity is Severity.INFO
    assert "asked for: it was made redder" in found.measured
    assert "This change was asked for" in found.fix


def test_fidelity_sees_what_was_lost_beside_the_change_asked_for() -> None:
    found = changed((40, 0, 0), spoilt=20)
    assert found.outcome is Outcome.FAIL
    assert found.severity is Severity.WARNING


def test_fidelity_of_a_change_too_small_to_see_is_kept_and_said() -> None:
    found = changed((1, 0, 0))
    assert found.outcome is Outcome.PASS
    assert "it was made redder" in found.measured

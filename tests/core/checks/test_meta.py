from __future__ import annotations

import pytest
from PIL import Image

from tests.core.checks import pictures


def with_exif(exif: Image.Exif) -> bytes:
    return pictures.saved(Image.new("RGB", (16, 16)), exif=exif)


@pytest.mark.parametrize(("value", "broken"), [(None, False), (1, False), (3, True), (6, True), (8, True)])
def test_orientation(value: int | None, broken: bool) -> None:
    exif = Image.Exif()
    if value:
        exif[0x0112] = value
    assert pictures.finding("meta.orientation", with_exif(exif)).broken is broken


def test_private_passes_our_own_stamp() -> None:
    assert not pictures.finding("meta.private", pictures.saved(pictures.tiny(), exif=pictures.stamp())).broken


def test_private_names_what_it_finds() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (1.0, 2.0, 3.0)})
    exif.get_ifd(0x8769)[0xA431] = "SN 12345"
    found = pictures.finding("meta.private", with_exif(exif))
    assert found.broken
    assert found.measured == "GPS position, serial number"

"""Colour profiles of our own making, as bytes: version 2 of the ICC format, without a time stamp, so that the same
description always gives the same bytes.

Layout: ICC.1:2001-04 (profile version 2.4), sections 6.1 (header), 6.3 (tags per class) and 6.5 (tag types).
"""

from __future__ import annotations

import struct
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_Wide = NDArray[np.float64]

D50 = np.array([0x0000F6D6, 0x00010000, 0x0000D32D]) / 65536
"""XYZ of the profile connection space's white, exactly as its 16.16 numbers have it."""

_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])


class Primaries(NamedTuple):
    """CIE xy of red, green, blue and white."""

    red: tuple[float, float]
    green: tuple[float, float]
    blue: tuple[float, float]
    white: tuple[float, float]


_D65 = (0.3127, 0.3290)
SRGB = Primaries((0.64, 0.33), (0.30, 0.60), (0.15, 0.06), _D65)  # IEC 61966-2-1
ADOBE_RGB = Primaries((0.64, 0.33), (0.21, 0.71), (0.15, 0.06), _D65)  # Adobe RGB (1998), 4.3.1
DISPLAY_P3 = Primaries((0.680, 0.320), (0.265, 0.690), (0.150, 0.060), _D65)  # SMPTE EG 432-1, with D65
ADOBE_GAMMA = 563 / 256


def srgb_curve(entries: int) -> _Wide:
    """Light (0…1) at ``entries`` equal steps of the sRGB signal: the transfer function of IEC 61966-2-1."""
    return srgb_light(np.linspace(0, 1, entries))


def srgb_light(signal: _Wide) -> _Wide:
    """The light (0…1) of an sRGB ``signal`` (0…1) of any shape, by IEC 61966-2-1."""
    return np.where(signal <= 0.04045, signal / 12.92, ((signal + 0.055) / 1.055) ** 2.4)


def srgb_signal(light: _Wide) -> _Wide:
    """The sRGB signal (0…1) of ``light`` (0…1) of any shape, by IEC 61966-2-1."""
    # What is nearly dark takes the straight part; the floor keeps the power defined there.
    return np.where(light <= 0.0031308, 12.92 * light, 1.055 * np.power(np.maximum(light, 1e-9), 1 / 2.4) - 0.055)


def matrix_profile(name: str, primaries: Primaries, curve: _Wide | float) -> bytes:
    """A display profile: a matrix and one transfer curve, a table of light at equal steps or a bare gamma."""
    columns = _to_d50(primaries)
    curve_tag = _curve(curve)
    tags = {
        b"desc": _description(name),
        b"cprt": _text("Public domain"),
        b"wtpt": _xyz(D50),
        **{key: _xyz(columns[:, i]) for i, key in enumerate((b"rXYZ", b"gXYZ", b"bXYZ"))},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve_tag),
    }
    return _profile(b"mntr", b"RGB ", b"XYZ ", tags)


def ink_profile(name: str, lab: _Wide) -> bytes:
    """A print profile that can only be read from: ``lab`` is L*a*b* (D50) over a grid of inks 0…1, (n, n, n, n, 3)."""
    tags = {
        b"desc": _description(name),
        b"cprt": _text("Public domain"),
        b"wtpt": _xyz(D50),
        b"A2B0": _ink_table(lab),
    }
    return _profile(b"prtr", b"CMYK", b"Lab ", tags)


def _to_d50(primaries: Primaries) -> _Wide:
    """XYZ of the primaries, a column each, moved to D50 by the Bradford transform; the columns add up to D50."""
    rgb = np.array([_xyz_of(xy) for xy in primaries[:3]]).T
    white = _xyz_of(primaries.white)
    columns = rgb * np.linalg.solve(rgb, white)
    scale = np.diag((_BRADFORD @ D50) / (_BRADFORD @ white))
    moved = np.round(np.linalg.inv(_BRADFORD) @ scale @ _BRADFORD @ columns * 65536) / 65536
    moved[:, 1] += D50 - moved.sum(axis=1)  # rounding left over goes where it is least visible
    return np.asarray(moved)


def _xyz_of(xy: tuple[float, float]) -> _Wide:
    return np.array([xy[0] / xy[1], 1.0, (1 - xy[0] - xy[1]) / xy[1]])


def _xyz(value: _Wide) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(v * 65536) for v in value))


def _text(text: str) -> bytes:
    return b"text\0\0\0\0" + text.encode("ascii") + b"\0"


def _description(text: str) -> bytes:
    ascii_text = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(ascii_text)) + ascii_text + bytes(4 + 4 + 2 + 1 + 67)


def _curve(curve: _Wide | float) -> bytes:
    if isinstance(curve, float):
        return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(curve * 256))
    return b"curv\0\0\0\0" + struct.pack(">I", len(curve)) + np.round(curve * 65535).astype(">u2").tobytes()


def _ink_table(lab: _Wide) -> bytes:
    """A lut16Type: straight curves before and after, L*a*b* in the 16-bit encoding of version 2 (L* 100 = 65280)."""
    straight = struct.pack(">2H", 0, 65535)
    numbers = np.clip((lab + np.array([0, 128, 128])) * np.array([652.8, 256, 256]), 0, 65535)
    head = struct.pack(">4s4x4B9i2H", b"mft2", 4, 3, lab.shape[0], 0, *_IDENTITY, 2, 2)
    table: bytes = np.round(numbers).astype(">u2").tobytes()
    return head + straight * 4 + table + straight * 3


_IDENTITY = (65536, 0, 0, 0, 65536, 0, 0, 0, 65536)


def _profile(kind: bytes, space: bytes, pcs: bytes, tags: dict[bytes, bytes]) -> bytes:
    table, body = b"", b""
    start = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    for key, data in tags.items():
        if data not in places:  # the three transfer curves are one
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += struct.pack(">4sII", key, places[data], len(data))
    header = struct.pack(
        ">I4xI4s4s4s6H4s28xI3i",
        start + len(body), 0x02400000, kind, space, pcs, 2025, 1, 1, 0, 0, 0, b"acsp", 1,
        *(round(v * 65536) for v in D50),
    )  # fmt: skip
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body

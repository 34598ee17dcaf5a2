"""JPEG files as a phone writes them: EXIF, orientation, GPS, a Display P3 profile built here byte by byte."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
D50 = np.array([0.9642, 1.0, 0.8249])
P3_PRIMARIES = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
D65 = (0.3127, 0.3290)


@dataclass(frozen=True)
class Shot:
    """What the EXIF block says."""

    taken: str  # "2026:03:14 10:02:11"
    exposure: tuple[int, int]
    stop: float
    iso: int
    lens: float
    orientation: int = 1
    gps: tuple[float, float] | None = None


def xyz(x: float, y: float) -> np.ndarray:
    """Chromaticity to XYZ with Y = 1."""
    return np.array([x / y, 1.0, (1 - x - y) / y])


def p3_colorants() -> np.ndarray:
    """Columns: XYZ of the P3 primaries, adapted from D65 to D50 (Bradford)."""
    primaries = np.stack([xyz(*p) for p in P3_PRIMARIES], axis=1)
    white = xyz(*D65)
    to_xyz = primaries * np.linalg.solve(primaries, white)
    gain = np.diag((BRADFORD @ D50) / (BRADFORD @ white))
    return np.linalg.inv(BRADFORD) @ gain @ BRADFORD @ to_xyz


def fixed(*values: float) -> bytes:
    """Numbers as ICC s15Fixed16."""
    return b"".join(struct.pack(">i", round(v * 65536)) for v in values)


def text_tag(text: str) -> bytes:
    """An ICC v4 multi-localised text with one English entry."""
    raw = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(raw), 28) + raw


def p3_profile() -> bytes:
    """A minimal ICC v4 display profile: Display P3 primaries, D65 white, sRGB curve."""
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    white = xyz(*D65)
    gain = np.diag((BRADFORD @ D50) / (BRADFORD @ white))
    adapt = np.linalg.inv(BRADFORD) @ gain @ BRADFORD
    colorants = p3_colorants()
    tags = [
        (b"desc", text_tag("Display P3")),
        (b"cprt", text_tag("Made by Whitecove, MIT licence")),
        (b"wtpt", b"XYZ \0\0\0\0" + fixed(*D50)),
        (b"chad", b"sf32\0\0\0\0" + fixed(*adapt.ravel())),
    ]
    for index, name in enumerate((b"rXYZ", b"gXYZ", b"bXYZ")):
        tags.append((name, b"XYZ \0\0\0\0" + fixed(*colorants[:, index])))
    tags.append((b"rTRC", curve))
    table, body = b"", b""
    start = 128 + 4 + 12 * (len(tags) + 2)
    for name, data in tags:
        table += name + struct.pack(">II", start + len(body), len(data))
        if name == b"rTRC":  # the three channels share one curve
            for other in (b"gTRC", b"bTRC"):
                table += other + struct.pack(">II", start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    size = start + len(body)
    header = struct.pack(">I4sI4s4s4s", size, b"\0" * 4, 0x04000000, b"mntr", b"RGB ", b"XYZ ")
    header += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 4 + b"\0" * 4 + b"\0" * 4 + b"\0" * 4
    header += b"\0" * 8 + struct.pack(">I", 0) + fixed(*D50) + b"\0" * 4
    header += b"\0" * (128 - len(header))
    return header + struct.pack(">I", len(tags) + 2) + table + body


def exif_block(shot: Shot) -> bytes:
    """EXIF with camera, exposure, orientation and (for one photo) a made-up place in the Gulf of Guinea."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0131] = "Whitecove", "Virtual camera", "Whitecove samples 1"
    exif[0x0112], exif[0x011A], exif[0x011B], exif[0x0128] = shot.orientation, 72.0, 72.0, 2
    exif[0x0132] = shot.taken
    sub = exif.get_ifd(0x8769)
    sub[0x829A], sub[0x829D], sub[0x8827] = shot.exposure[0] / shot.exposure[1], shot.stop, shot.iso
    sub[0x9000], sub[0x9003], sub[0x9004] = b"0232", shot.taken, shot.taken
    sub[0x920A], sub[0xA405], sub[0xA434] = shot.lens, round(shot.lens), f"Virtual lens {shot.lens:.0f} mm"
    sub[0x9209], sub[0xA402], sub[0xA403] = 16, 0, 0
    if shot.gps is not None:
        place = exif.get_ifd(0x8825)
        place[0] = b"\x02\x03\x00\x00"
        for tag, value, signs in ((1, shot.gps[0], "NS"), (3, shot.gps[1], "EW")):
            degrees = int(abs(value))
            minutes = int((abs(value) - degrees) * 60)
            seconds = round(((abs(value) - degrees) * 60 - minutes) * 60, 2)
            place[tag], place[tag + 1] = signs[value < 0], (float(degrees), float(minutes), seconds)
        place[5], place[6] = b"\x00", 3.0
    return exif.tobytes()


def save(path: Path, picture: np.ndarray, shot: Shot, wide: bool, limit: int, subsampling: int = 2) -> int:
    """Write the picture (given upright) at the best quality in 92..85 that stays below `limit` bytes."""
    image = Image.fromarray(picture)
    if shot.orientation == 6:  # stored lying on its side; "turn it clockwise to see it upright"
        image = image.transpose(Image.Transpose.ROTATE_90)
    more = {"icc_profile": p3_profile()} if wide else {}
    data = b""
    for quality in range(92, 84, -1):
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, subsampling=subsampling, optimize=True, exif=exif_block(shot), **more)
        data = out.getvalue()
        if len(data) <= limit:
            break
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return len(data)

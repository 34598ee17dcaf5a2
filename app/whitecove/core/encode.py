"""The byte window: the best JPEG between a floor and a ceiling, in as few encodes as prediction allows.

Always baseline 4:4:4. At quality 46 and above a flat white stays exactly 255, and at 4:4:4 the ripple of an edge ends
with its 8 × 8 block; at 4:2:0 it reaches 16 pixels, and progressive files do not go together with restart markers.
Huffman tables are the standard ones: Pillow's buffer for optimised ones is too small for noisy pictures at these
qualities, and the tenth they save is mostly wanted here.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from PIL import Image

from whitecove.core.model import U8, Encoded

START_QUALITY = 95
BEST_QUALITY = 100
GOOD_QUALITY = 90
LOWEST_QUALITY = 60

# Bytes relative to quality 95 of the same picture, 4:4:4: least and most for more quality, 95th percentile for less, of
# 63 real packshots and scenes at 2000 px (`python tests/bench/byte_window.py` prints them). They only choose what to
# try: the bytes that come out are what counts.
GROWTH = {96: (1.06, 1.19), 97: (1.10, 1.39), 98: (1.12, 1.66), 99: (1.23, 2.30), 100: (1.39, 3.11)}
SHRINK = {94: 0.95, 93: 0.91, 92: 0.85, 91: 0.83, 90: 0.82}

_SEGMENT = 65_533  # most payload bytes of one comment segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What the file must be and carry: the byte window (both inclusive), the ICC profile, the EXIF block, and whether
    plain padding is allowed."""

    floor: int
    ceiling: int
    icc: bytes
    exif: bytes
    pad: bool = False


def fit(rgb: U8, target: Target, *, lowest: int = GOOD_QUALITY) -> Encoded:
    """The best JPEG of ``rgb`` (H, W, 3) inside ``target``'s window, by the ladder of the module.

    Over the ceiling the quality falls to ``lowest`` and no further: a smaller canvas is better than a worse picture,
    and is the caller's to make. What cannot be fitted comes back with the rung ``misses-floor`` or
    ``misses-ceiling``.
    """
    attempt = _Attempts(rgb, target)
    data = attempt.encode(START_QUALITY)
    if len(data) > target.ceiling:
        return _get_under(attempt, len(data), lowest)
    if len(data) < target.floor:
        return _get_over(attempt, len(data))
    return attempt.done("quality", START_QUALITY, data)


def encode_once(image: Image.Image, target: Target, quality: int, restart: int = 0) -> bytes:
    """``image`` (mode RGB) as one JPEG; ``restart`` puts a restart marker after that many 8 × 8 blocks (0: none)."""
    buffer = io.BytesIO()
    image.save(
        buffer,
        "JPEG",
        quality=quality,
        subsampling="4:4:4",
        restart_marker_blocks=restart,
        icc_profile=target.icc,
        exif=target.exif,
    )
    return buffer.getvalue()


class _Attempts:
    """Encodes one picture and counts."""

    def __init__(self, rgb: U8, target: Target) -> None:
        self._image = Image.fromarray(np.ascontiguousarray(rgb))
        self.target = target
        self.encodes = 0

    def encode(self, quality: int, restart: int = 0) -> bytes:
        self.encodes += 1
        return encode_once(self._image, self.target, quality, restart)

    def done(self, rung: str, quality: int, data: bytes) -> Encoded:
        return Encoded(data=data, rung=rung, quality=quality, encodes=self.encodes)


def _get_over(attempt: _Attempts, size: int) -> Encoded:
    target = attempt.target
    for quality in _promising(size, target.floor):
        data = attempt.encode(quality)
        if target.floor <= len(data) <= target.ceiling:
            return attempt.done("quality-up", quality, data)
    data = attempt.encode(BEST_QUALITY, restart=1)
    if target.floor <= len(data) <= target.ceiling:
        return attempt.done("restart-markers", BEST_QUALITY, data)
    if target.pad:
        return attempt.done("padding", BEST_QUALITY, padded(data, target.floor))
    return attempt.done("misses-floor", BEST_QUALITY, data)


def _promising(size: int, floor: int) -> tuple[int, ...]:
    """The qualities to try for a picture of ``size`` bytes at quality 95: the lowest that may reach the floor on an
    average picture, then the best; none where even the best surely misses."""
    if size * GROWTH[BEST_QUALITY][1] < floor:
        return ()
    likely = (q for q, (low, high) in GROWTH.items() if size * (low + high) / 2 >= floor)
    first = next(likely, BEST_QUALITY)
    return (first,) if first == BEST_QUALITY else (first, BEST_QUALITY)


def _get_under(attempt: _Attempts, size: int, lowest: int) -> Encoded:
    target = attempt.target
    tries = [*[q for q, ratio in SHRINK.items() if size * ratio <= target.ceiling][:1], GOOD_QUALITY]
    if lowest < GOOD_QUALITY:
        tries = [80, 70, lowest]
    data = b""
    for quality in dict.fromkeys(tries):
        data = attempt.encode(quality)
        if target.floor <= len(data) <= target.ceiling:
            return attempt.done("quality-down" if quality >= GOOD_QUALITY else "low-quality", quality, data)
    return attempt.done("misses-ceiling" if len(data) > target.ceiling else "misses-floor", tries[-1], data)


def padded(data: bytes, floor: int) -> bytes:
    """``data`` brought to ``floor`` bytes with empty JPEG comment segments after the start marker."""
    missing = floor - len(data)
    segments = []
    while missing > 0:
        # A segment costs four bytes before its payload; one that would leave a smaller rest takes it along.
        payload = min(_SEGMENT, max(0, missing - 4))
        segments.append(b"\xff\xfe" + (payload + 2).to_bytes(2, "big") + bytes(payload))
        missing -= payload + 4
    return data[:2] + b"".join(segments) + data[2:]

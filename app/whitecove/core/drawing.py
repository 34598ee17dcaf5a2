"""A cutout drawn on exact white at another size. Only what shows something of the subject is worked on, some rows at a
time: a photo of 100 megapixels takes little more memory than one of 12."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PIL import Image

from whitecove.core.arrays import STRIP, pixels
from whitecove.core.extent import box_of_levels
from whitecove.core.model import U8, Box, Placement

WHITE = 255
# Below this a resampled matte is ringing, not product.
TRACE_LEVEL = 3
# What is compared as colour is first made this many times as large as it must be, or a little more: at 1.5, two
# pictures of the same thing differ by a ΔE00 of 0.1 instead of 0.05.
ROUGHLY = 3
# Lanczos' kernel looks at so many source pixels to either side of a pixel, times the reduction.
LOBES = 3
_KERNEL = Image.Resampling.LANCZOS
_KEEP = [0] * (TRACE_LEVEL + 1) + [WHITE] * (WHITE - TRACE_LEVEL)
_WITHOUT_TRACE = [0] * (TRACE_LEVEL + 1) + list(range(TRACE_LEVEL + 1, WHITE + 1))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an axis: whole pixels ``first`` to ``last`` (exclusive) of the canvas show what lies from ``low`` to
    ``high`` in the photo, in pixels."""

    low: float
    high: float
    first: int
    last: int

    @property
    def scale(self) -> float:
        """Pixels of the photo for each of the canvas."""
        return (self.high - self.low) / max(1, self.last - self.first)

    @property
    def reach(self) -> int:
        """How many pixels of the photo beside it the kernel looks at."""
        return math.ceil(LOBES * max(1.0, self.scale)) + 1

    def seen(self, limit: int) -> tuple[int, int]:
        """The whole pixels of the photo, ``limit`` long, that the kernel looks at, end exclusive."""
        return max(0, math.floor(self.low) - self.reach), min(limit, math.ceil(self.high) + self.reach)

    def showing(self, start: int, end: int) -> Stretch:
        """The part of it in which something of the photo from ``start`` to ``end`` can be seen."""
        first = max(0, math.floor((start - self.reach - self.low) / self.scale))
        last = min(self.last - self.first, math.ceil((end + self.reach - self.low) / self.scale))
        return Stretch(
            self.low + first * self.scale, self.low + last * self.scale, self.first + first, self.first + last
        )


def windows(shape: tuple[int, ...], placement: Placement) -> tuple[Stretch, Stretch]:
    """Which columns and rows of a photo of ``shape`` (H, W) show on which of the canvas: the subject with the soft tail
    of its edges, as far as photo and canvas reach."""
    source, placed = placement.source_box, placement.placed_box
    return (
        _stretch(source.left, source.width, shape[1], placed.left, placed.width, placement.canvas[0]),
        _stretch(source.top, source.height, shape[0], placed.top, placed.height, placement.canvas[1]),
    )


def _stretch(start: int, length: int, limit: int, placed: int, placed_length: int, canvas: int) -> Stretch:
    scale = placed_length / length
    first = max(0, math.ceil(placed - start * scale - 1e-9))
    last = min(canvas, math.floor(placed + (limit - start) * scale + 1e-9))
    low = max(0.0, start + (first - placed) / scale)
    high = min(float(limit), start + (last - placed) / scale)
    return Stretch(low, high, first, last)


def draw(rgb: U8, matte: U8, placement: Placement) -> tuple[U8, U8]:
    """``rgb`` (H, W, 3) over white and its ``matte`` (H, W), which is not empty, on the canvas (h, w). What has no
    matte there is exactly white, whatever the kernel's lobes say; whole-subject pixels that are not scaled stay as
    they are, to the bit."""
    width, height = placement.canvas
    page, alpha = Image.new("RGB", (width, height), "white"), Image.new("L", (width, height))
    columns, rows = windows(matte.shape, placement)
    box = box_of_levels(matte, 1)
    if box is not None:
        columns, rows = columns.showing(box.left, box.right), rows.showing(box.top, box.bottom)
        colours, drawn = _resized(rgb, matte, columns, rows)
        corner = (columns.first, rows.first)
        page.paste(colours, corner, drawn.point(_KEEP))
        alpha.paste(drawn.point(_WITHOUT_TRACE), corner)
    return pixels(page), pixels(alpha)


def _resized(rgb: U8, matte: U8, columns: Stretch, rows: Stretch) -> tuple[Image.Image, Image.Image]:
    """Colours over white, and matte, of what ``columns`` and ``rows`` show, at the canvas's size: first narrower, then
    lower."""
    top, bottom = rows.seen(matte.shape[0])
    left, right = columns.seen(matte.shape[1])
    width, height = columns.last - columns.first, rows.last - rows.first
    narrow = Image.new("RGB", (width, bottom - top)), Image.new("L", (width, bottom - top))
    for start in range(top, bottom, STRIP):
        part = (slice(start, min(start + STRIP, bottom)), slice(left, right))
        across = (columns.low - left, 0, columns.high - left, part[0].stop - start)
        for target, strip in zip(narrow, _on_white(rgb[part], matte[part]), strict=True):
            target.paste(strip.resize((width, strip.height), _KERNEL, box=across), (0, start - top))
    down = (0, rows.low - top, width, rows.high - top)
    colours, drawn = (each.resize((width, height), _KERNEL, box=down) for each in narrow)
    return colours, drawn


def _on_white(rgb: U8, matte: U8) -> tuple[Image.Image, Image.Image]:
    mask = Image.fromarray(matte)
    page = Image.new("RGB", mask.size, "white")
    page.paste(Image.fromarray(rgb), mask=mask)
    return page, mask


def resized(rgb: U8, size: tuple[int, int]) -> U8:
    """``rgb`` (H, W, 3) whole, at ``size`` (width, height), by the same kernel."""
    narrow = Image.new("RGB", (size[0], rgb.shape[0]))
    for top in range(0, rgb.shape[0], STRIP):
        strip = Image.fromarray(rgb[top : top + STRIP])
        narrow.paste(strip.resize((size[0], strip.height), _KERNEL), (0, top))
    return pixels(narrow.resize(size, _KERNEL))


def reduced_box(levels: U8, box: Box, size: tuple[int, int]) -> U8:
    """What ``box`` holds of ``levels``, (H, W) or (H, W, 3), as a picture of ``size`` (width, height), no larger: by
    means over whole squares to no less than thrice that, then bilinearly. Pillow's own means over areas
    take whole pixels only: at fractional scales that displaces texture by up to half a pixel, which counts as a
    difference of colour."""
    square = max(1, int(min(box.width / size[0], box.height / size[1]) / ROUGHLY))
    means = Image.new("RGB" if levels.ndim == 3 else "L", (-(-box.width // square), -(-box.height // square)))
    step = max(square, STRIP // square * square)
    for top in range(0, box.height, step):
        rows = slice(box.top + top, min(box.top + top + step, box.bottom))
        strip = Image.fromarray(levels[rows, box.left : box.right])
        means.paste(strip.reduce(square), (0, top // square))
    whole = (0, 0, box.width / square, box.height / square)
    return np.asarray(means.resize(size, Image.Resampling.BILINEAR, box=whole))

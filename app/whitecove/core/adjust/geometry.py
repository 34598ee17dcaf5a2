"""Where a place of the upright photo is once the photo is turned, mirrored and straightened, and back.

Places are (x, y) in pixels from the upper left corner, as in `core.corrections.values`. *As shown* they count from the
corner of the turned photo, which has `shown_size`: straightening turns about its middle, so that its corners may lie at
negative places, or beyond its size. All of it holds at every size of the photo.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from whitecove.core.adjust.values import Geometry
from whitecove.core.model import Box

Size = tuple[int, int]
Place = tuple[float, float]
# What counts as a whole pixel although rounding left it a little beside.
EXACT = 1e-6


class Affine(NamedTuple):
    """x' = a x + b y + c, y' = d x + e y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def __call__(self, x: float, y: float) -> Place:
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f

    def then(self, after: Affine) -> Affine:
        """This one, and ``after`` it."""
        c, f = after(self.c, self.f)
        return Affine(
            after.a * self.a + after.b * self.d, after.a * self.b + after.b * self.e, c,
            after.d * self.a + after.e * self.d, after.d * self.b + after.e * self.e, f,
        )  # fmt: skip

    def back(self) -> Affine:
        """The one that undoes it."""
        whole = self.a * self.e - self.b * self.d
        a, b, d, e = self.e / whole, -self.b / whole, -self.d / whole, self.a / whole
        return Affine(a, b, -(a * self.c + b * self.f), d, e, -(d * self.c + e * self.f))


def shown_size(size: Size, geometry: Geometry) -> Size:
    """Width and height of a photo of ``size`` as it is shown."""
    return size if geometry.turn % 180 == 0 else (size[1], size[0])


def to_shown(size: Size, geometry: Geometry) -> Affine:
    """From places in the upright photo of ``size`` (width, height) to places as shown."""
    return quarters(size, geometry).then(straightening(shown_size(size, geometry), geometry.straighten))


def to_source(size: Size, geometry: Geometry) -> Affine:
    """From places as shown to places in the upright photo of ``size`` (width, height)."""
    return to_shown(size, geometry).back()


def quarters(size: Size, geometry: Geometry) -> Affine:
    """Turning and mirroring a photo of ``size``, without straightening."""
    width, height = size
    turn = {
        0: Affine(1, 0, 0, 0, 1, 0),
        90: Affine(0, -1, height, 1, 0, 0),
        180: Affine(-1, 0, width, 0, -1, height),
        270: Affine(0, 1, 0, -1, 0, width),
    }[geometry.turn]
    return turn.then(Affine(-1, 0, shown_size(size, geometry)[0], 0, 1, 0)) if geometry.flip else turn


def straightening(size: Size, degrees: float) -> Affine:
    """Turning a picture of ``size`` clockwise about its middle."""
    angle = math.radians(degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    x, y = size[0] / 2, size[1] / 2
    return Affine(cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y)


def around(size: Size, degrees: float) -> Box:
    """The whole pixels that a picture of ``size`` reaches when it is straightened."""
    turn = straightening(size, degrees)
    return bounds(turn, Box(0, 0, *size))


def bounds(way: Affine, box: Box) -> Box:
    """The whole pixels that ``box`` reaches after ``way``."""
    corners = [way(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return Box(
        math.floor(min(across) + EXACT),
        math.floor(min(down) + EXACT),
        math.ceil(max(across) - EXACT),
        math.ceil(max(down) - EXACT),
    )


def within(size: Size, degrees: float) -> Box:
    """The largest box of whole pixels that a picture of ``size`` fills when it is straightened by less than 45 degrees.

    The largest upright rectangle in a turned one has two of its corners on the long sides where the picture is that
    long and thin, and all four on the sides elsewhere.
    """
    width, height = size
    angle = abs(math.radians(degrees))
    cos, sin = math.cos(angle), math.sin(angle)
    longer, shorter = max(size), min(size)
    if shorter <= 2 * sin * cos * longer:
        half = shorter / 2
        across, down = (half / sin, half / cos) if width >= height else (half / cos, half / sin)
    else:
        double = cos * cos - sin * sin
        across, down = (width * cos - height * sin) / double, (height * cos - width * sin) / double
    return _centred(size, across, down)


def _centred(size: Size, width: float, height: float) -> Box:
    left, right = _span(size[0], width)
    top, bottom = _span(size[1], height)
    return Box(left, top, right, bottom)


def _span(length: int, inner: float) -> tuple[int, int]:
    """The whole pixels of the middle ``inner`` of an axis; at least one."""
    start = math.ceil((length - inner) / 2 - EXACT)
    return start, max(start + 1, math.floor((length + inner) / 2 + EXACT))

"""Which part of a picture is seen, and how large: the arithmetic alone, without Qt.

Lengths on the screen are device pixels, from the upper left corner of the pane that the picture is seen in; places in
the picture are its own pixels. At scale 1 one picture pixel is one device pixel.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp, log

# No closer than this many device pixels to a picture pixel, and no farther than this share of the fit.
CLOSEST, FARTHEST = 32.0, 0.5
# `View.showing` lets what it shows take this share of the pane.
SHOWN = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """``picture`` (width, height) seen in a ``pane`` (width, height): the place (``x``, ``y``) of the picture is in the
    pane's middle, at ``scale``. ``margin`` is what the fit leaves free on each side; small pictures are magnified to
    fit up to ``most_fit``. With ``fits`` the picture goes on fitting when the pane changes."""

    picture: tuple[int, int]
    pane: tuple[float, float]
    margin: float = 0.0
    most_fit: float = 1.0
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    fits: bool = True

    @property
    def fit_scale(self) -> float:
        """The scale at which all of the picture is seen."""
        across, down = (max(1.0, side - 2 * self.margin) for side in self.pane)
        return min(across / self.picture[0], down / self.picture[1], self.most_fit)

    @property
    def origin(self) -> tuple[float, float]:
        """Where the picture's upper left corner is seen."""
        return self.pane[0] / 2 - self.x * self.scale, self.pane[1] / 2 - self.y * self.scale

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the picture lies outside of the pane."""
        return all(side * self.scale <= room + 0.5 for side, room in zip(self.picture, self.pane, strict=True))

    def to_pane(self, x: float, y: float) -> tuple[float, float]:
        """Where the place (``x``, ``y``) of the picture is seen."""
        left, top = self.origin
        return left + x * self.scale, top + y * self.scale

    def to_picture(self, x: float, y: float) -> tuple[float, float]:
        """The place of the picture that is seen at (``x``, ``y``)."""
        left, top = self.origin
        return (x - left) / self.scale, (y - top) / self.scale

    def fitted(self) -> View:
        """All of the picture, in the middle."""
        middle = self.picture[0] / 2, self.picture[1] / 2
        return replace(self, scale=self.fit_scale, x=middle[0], y=middle[1], fits=True)

    def in_pane(self, width: float, height: float) -> View:
        """The same in a pane of another size: fitted again, or around the same middle."""
        moved = replace(self, pane=(max(1.0, width), max(1.0, height)))
        return moved.fitted() if self.fits else moved.clamped()

    def at_scale(self, scale: float, at: tuple[float, float] | None = None) -> View:
        """At ``scale``, as far as there is such; what was seen at ``at`` (the pane's middle) stays there."""
        scale = min(max(scale, FARTHEST * self.fit_scale), max(CLOSEST, self.fit_scale))
        at = at or (self.pane[0] / 2, self.pane[1] / 2)
        x, y = self.to_picture(*at)
        x += (self.pane[0] / 2 - at[0]) / scale
        y += (self.pane[1] / 2 - at[1]) / scale
        return replace(self, scale=scale, x=x, y=y, fits=False).clamped()

    def zoomed(self, factor: float, at: tuple[float, float] | None = None) -> View:
        """``factor`` times as large, around ``at`` (the pane's middle)."""
        return self.at_scale(self.scale * factor, at)

    def panned(self, across: float, down: float) -> View:
        """The picture moved by so many device pixels to the right and down."""
        x, y = self.x - across / self.scale, self.y - down / self.scale
        return replace(self, x=x, y=y, fits=False).clamped()

    def showing(self, left: float, top: float, right: float, bottom: float) -> View:
        """The box of the picture in the middle, as large as is of use: with its surroundings, and never beyond four
        device pixels to a pixel, where there is nothing more to see."""
        across, down = max(1.0, right - left), max(1.0, bottom - top)
        scale = SHOWN * min(self.pane[0] / across, self.pane[1] / down)
        scale = min(max(scale, self.fit_scale), max(4.0, self.fit_scale))
        return replace(self, scale=scale, x=(left + right) / 2, y=(top + bottom) / 2, fits=False).clamped()

    def filled_by(self, left: float, top: float, right: float, bottom: float) -> View:
        """All of the box of the picture, in the middle, as large as the pane has room for it."""
        scale = min(self.pane[0] / max(1.0, right - left), self.pane[1] / max(1.0, bottom - top))
        return replace(self.at_scale(scale), x=(left + right) / 2, y=(top + bottom) / 2).clamped()

    def clamped(self) -> View:
        """The same with the picture in reach: one that is smaller than the pane is in its middle, and of a larger one
        an edge comes as far as the pane's middle, so that it can be worked on in comfort."""
        return replace(
            self,
            x=_clamped(self.x, self.picture[0], self.pane[0] / self.scale, self.margin / self.scale),
            y=_clamped(self.y, self.picture[1], self.pane[1] / self.scale, self.margin / self.scale),
        )


def _clamped(middle: float, length: float, room: float, margin: float) -> float:
    """``middle`` within what is allowed of a picture of ``length`` seen through ``room``. The way grows from nothing
    with what does not fit, so that nothing jumps where the picture just outgrows the pane."""
    excess = max(0.0, length - max(0.0, room - 2 * margin))
    way = excess / 2 + min(excess, room / 2)
    way = min(way, length / 2 + margin)
    return min(max(middle, length / 2 - way), length / 2 + way)


def between(start: View, end: View, share: float) -> View:
    """On the way from ``start`` to ``end``, which see the same picture: ``share`` 0…1 of it, evenly in magnification,
    and straight for what is in the middle at each."""
    scale = exp(log(start.scale) + share * (log(end.scale) - log(start.scale)))
    if abs(start.scale - end.scale) > 1e-9 * start.scale:
        # What moves across the pane does so in step with the magnification: in the plane, not in the picture.
        share = (1 / start.scale - 1 / scale) / (1 / start.scale - 1 / end.scale)
    x, y = start.x + share * (end.x - start.x), start.y + share * (end.y - start.y)
    return replace(end, scale=scale, x=x, y=y)

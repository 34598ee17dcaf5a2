"""A shadow made for a product that stands: dark where it touches the ground, and a breath of shade around that."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from whitecove.core.engines.scale import enlarged
from whitecove.core.extent import TENTH, box_of
from whitecove.core.light.underlay import smoothstep
from whitecove.core.model import F32, U8, Mask

# Shares of the product's box. What ends this near above its lowest line stands on the ground, as seen from slightly
# above; what must stand so of its width; how far its middle may be from the middle of its base, in widths of the base.
GROUND = 0.10
LEAST_BASE = 0.18
MOST_LEAN = 0.75
# The contact: levels of darkness, and its softness down and across as shares of the longer side; then the shade.
CONTACT, CONTACT_SOFT = 95.0, (0.006, 0.012)
SHADE, SHADE_SOFT = 62.0, (0.020, 0.055)
# How far the ground goes on behind the outline, and the shade below it, as shares of the longer side.
DEPTH, DROP = 0.012, 0.004
# A blur this wide, in pixels, is smooth.
LEAST_SIGMA = 2.5
LEANS = "light.no_base"
CUT = "light.cut_at_bottom"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Made:
    """Levels of darkness (H, W) on the canvas, or the reason, the code of a message, why there is none."""

    darkness: F32 | None = None
    reason: str = ""


def made_shadow(matte: U8, flush: tuple[str, ...]) -> Made:
    """A shadow for a product with ``matte`` (H, W) on the canvas; ``flush`` are the sides on which it is cut.

    A product that is cut at the bottom, or whose outline ends in a point or beside its own middle, does not stand. One
    that lies or hangs and is broad at the bottom looks the same as one that stands: a person must tell.
    """
    box = box_of(matte >= TENTH)
    if box is None:
        return Made(reason=LEANS)
    if "bottom" in flush:
        return Made(reason=CUT)
    lowest = _lowest(matte)
    longest = max(box.width, box.height)
    base = lowest >= box.bottom - 1 - GROUND * box.height
    columns = np.flatnonzero(base)
    if np.count_nonzero(base) < LEAST_BASE * box.width or _lean(matte, columns) > MOST_LEAN:
        return Made(reason=LEANS)
    foot = _foot(matte.shape, lowest, base, box.bottom - 1, longest, GROUND * box.height)
    return Made(darkness=CONTACT * _soft(foot, CONTACT_SOFT, longest) + SHADE * _soft(foot, SHADE_SOFT, longest))


def _lowest(matte: U8) -> F32:
    """The lowest row that is product in each column; -1 where none is."""
    solid = matte > 127
    rows = matte.shape[0] - 1 - np.argmax(solid[::-1], axis=0)
    return np.where(solid.any(axis=0), rows, -1).astype(np.float32)


def _lean(matte: U8, columns: NDArray[np.intp]) -> float:
    """How far the product's middle is from that of its base, in half widths of the base."""
    weight = matte.sum(axis=0, dtype=np.float64)
    middle = float((weight * np.arange(weight.size)).sum() / weight.sum())
    centre, half = (columns[0] + columns[-1]) / 2, max(1.0, (columns[-1] - columns[0]) / 2)
    return abs(middle - float(centre)) / float(half)


def _foot(shape: tuple[int, ...], lowest: F32, base: Mask, bottom: int, longest: int, ground: float) -> F32:
    """Where the product touches the ground (H, W), 0…1: a band along its lowest line, weaker the higher that lies."""
    rows = np.arange(shape[0], dtype=np.float32)[:, None]
    drop, depth = DROP * longest, max(2.0, DEPTH * longest)
    strength = np.where(base, 1 - 0.8 * smoothstep((bottom - lowest) / max(1.0, ground)), 0)
    inside = (rows <= lowest + drop) & (rows > lowest + drop - depth)
    return np.asarray(inside * strength[None], np.float32)


def _soft(foot: F32, shares: tuple[float, float], longest: int) -> F32:
    """``foot`` (H, W) made soft down and across by ``shares`` of the product's side, 1 at its darkest. What is that
    smooth is computed on every so many pixels."""
    from scipy import ndimage as ndi

    step = max(1, int(min(shares) * longest / LEAST_SIGMA))
    size = (-(-foot.shape[1] // step), -(-foot.shape[0] // step))
    small = np.asarray(Image.fromarray(foot).resize(size, Image.Resampling.BOX), np.float32)
    soft = ndi.gaussian_filter(small, [share * longest / step for share in shares], mode="constant")
    return enlarged(soft / np.float32(max(1e-6, float(soft.max()))), foot.shape)

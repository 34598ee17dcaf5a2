"""A brush that stops at the photo's edges: what it passes is parted from what looks unlike its middle.

The parting is decided on a coarse grid that has the same cells at every size of the photo, and its edge is then found
in the photo's own pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from whitecove.core import edges
from whitecove.core.colour import srgb_to_lab
from whitecove.core.connected import connected
from whitecove.core.corrections.brush import Floats, distance_to, extent, pairs, steadied
from whitecove.core.corrections.patch import Patch, window, within
from whitecove.core.corrections.spread import spread
from whitecove.core.corrections.values import Stroke
from whitecove.core.model import F32, U8, Box, Mask

# Cells to a radius, and the most cells to a side: a long thin stroke gets larger ones.
CELLS, CELLS_AT_MOST = 14, 900
# The middle of the brush up to this share of its radius says what is meant; the ring beyond it what is not.
CORE, RING = 0.2, 1.35
SOFT_RIM = 2
# Colours (ΔE*ab) nearer than this to one of the middle's are the same, by and large: within so much more or less it is
# undecided. A middle one radius away counts as this much less like.
ALIKE, DECIDED, FAR = 5.0, 1.2, 3.0
# Staircases of this size in the parted edge, in cells, are faired.
FAIRING = 0.7
# How far from the parted edge the true one may be, in cells, and how clearly colours must differ to move it.
EDGE_REACH, CAUTION = 2, 2.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Look:
    """The surroundings of a stroke on the grid: colours (h, w, 3), and how far each cell is from the way, in radii."""

    rgb: U8
    ratio: F32


def snapped(stroke: Stroke, plain: Patch, rgb: U8, matte: U8) -> Patch:
    """``plain``, what the brush of ``stroke`` passes, without what lies beyond an edge of ``rgb`` (H, W, 3).

    Only what the stroke would change can be in its way: at a ring around it, cells that ``matte`` (H, W) already has as
    the stroke wants them are no obstacle, and neither are those that look like its middle.
    """
    brush = stroke.brush
    way = steadied(brush)
    # The ring and the brush's own soft rim, which reaches farther where the brush is a pixel or two wide.
    box = extent(way, max(RING * brush.radius, brush.radius + SOFT_RIM), rgb.shape[:2])
    if not plain.share.any():
        return plain
    look, done = _look(way, brush.radius, box, rgb), _reduced_matte(way, brush.radius, box, matte)
    parted = _parted(look, done > 127 if stroke.keep else done < 128)
    if parted is None:
        return plain
    part = rgb[window(box)]
    fine = edges.refine(part, parted, look.rgb, reach=EDGE_REACH, caution=CAUTION).astype(np.float32) / 255
    return Patch(box=plain.box, share=np.asarray(plain.share * fine[within(plain.box, box)], np.float32))


def _grid(radius: float, box: Box) -> tuple[int, int]:
    """Columns and rows of the grid over ``box``."""
    cell = max(radius / CELLS, max(box.width, box.height) / CELLS_AT_MOST, 1.0)
    return max(1, round(box.width / cell)), max(1, round(box.height / cell))


def _look(way: Floats, radius: float, box: Box, rgb: U8) -> _Look:
    size = _grid(radius, box)
    part = Image.fromarray(rgb[window(box)])
    return _Look(rgb=np.asarray(part.resize(size, Image.Resampling.BOX)), ratio=_ratio(way, box, size))


def _reduced_matte(way: Floats, radius: float, box: Box, matte: U8) -> U8:
    part = Image.fromarray(np.ascontiguousarray(matte[window(box)]))
    return np.asarray(part.resize(_grid(radius, box), Image.Resampling.BOX))


def _ratio(way: Floats, box: Box, size: tuple[int, int]) -> F32:
    """How far the cells of a grid of ``size`` over ``box`` are from the way, in radii there; beyond the ring,
    infinite."""
    across, down = size[0] / box.width, size[1] / box.height
    scale = np.array([across, down, (across + down) / 2])
    there = (way - (box.left, box.top, 0)) * scale
    ratio = np.full((size[1], size[0]), np.inf, np.float32)
    for start, end in pairs(there):
        near = extent(np.stack([start, end]), RING * float(max(start[2], end[2])) + 1, ratio.shape)
        distance, radius = distance_to(start, end, near)
        part = ratio[window(near)]
        np.minimum(part, distance / np.maximum(radius, 1e-6), out=part)
    return ratio


def _parted(look: _Look, done: Mask) -> F32 | None:
    """How much (0…1) the cells of ``look`` belong to the middle of the brush; None where nothing unlike it is near.
    ``done`` are the cells that are as the stroke wants them."""
    from scipy import ndimage as ndi

    domain = look.ratio <= RING
    core = look.ratio <= max(CORE, float(look.ratio.min()))
    ring = domain & (look.ratio > 1)
    lab = srgb_to_lab(look.rgb)
    departure = _departure(lab, core, domain)
    other = ring & (departure > ALIKE) & ~done
    if not other.any():
        return None
    likely = 1 / (1 + np.exp(np.clip((departure - ALIKE) / DECIDED, -20, 20)))
    mine = spread(lab, domain, core | (ring & ~other), other, likely) > 0.5
    mine |= domain & ~connected(domain & ~mine, other)
    return np.asarray(ndi.gaussian_filter(_continued(mine, domain), FAIRING), np.float32)


def _departure(lab: F32, core: Mask, domain: Mask) -> F32:
    """How far (ΔE*ab) the colour of each cell of ``domain`` is from the most alike one in the ``core`` near by."""
    from scipy.spatial import cKDTree

    rows, columns = np.mgrid[: core.shape[0], : core.shape[1]] * (FAR / CELLS)
    places = np.dstack([lab, rows, columns])
    _, nearest = cKDTree(places[core]).query(places[domain])
    out = np.full(core.shape, np.inf, np.float32)
    out[domain] = np.linalg.norm(lab[domain] - lab[core][nearest], axis=1)
    return out


def _continued(mine: Mask, domain: Mask) -> F32:
    """``mine`` as it goes on outside of ``domain``: there no edge is to be found."""
    from scipy import ndimage as ndi

    rows, columns = ndi.distance_transform_edt(~domain, return_distances=False, return_indices=True)
    return np.asarray(mine[rows, columns], np.float32)

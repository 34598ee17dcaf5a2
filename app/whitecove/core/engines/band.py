"""A model's mask settled on the photo's colours: in a narrow band along its outline, they say where the edge is."""

from __future__ import annotations

import numpy as np

from whitecove.core import closed_form, two_sides
from whitecove.core.extent import window
from whitecove.core.model import F32, U8, Mask
from whitecove.core.squares import grown, shrunk

# The outline of a mask may be this far off, in pixels of the look.
REACH = 5
# No more pixels than this are settled: each takes about 5 KB meanwhile.
MOST = 80_000
# Colours are surely product's or backdrop's from this distance of the outline on.
SURE = 2
# Any distance beyond the band.
FAR = 1e3
# How much the mask is trusted at the outline and at the band's borders, as a share of the trust; the trust where the
# colours of both sides are far apart, and what is added where they are alike.
AT_OUTLINE, LEAST_TRUST, ALIKE_TRUST = 0.2, 0.05, 1.0


def settled(look: U8, mask: F32) -> F32:
    """Alpha (h, w), 0…1, of the product in ``look`` (h, w, 3) that a model's ``mask`` (h, w) shows roughly: the mask is
    believed beyond the band, and the more within it the less the colours of the two sides differ."""
    hard = mask > 0.5
    if not hard.any() or hard.all():
        return hard.astype(np.float32)
    depth = _depth(hard)
    band = _band(np.abs(depth))
    if band is None:
        return np.asarray(np.where(np.abs(depth) <= REACH, mask, hard), np.float32)
    guess = np.where(band, mask, hard).astype(np.float32)
    return closed_form.solve(look, guess, band, trust_in(look, np.asarray(depth, np.float32), band))


def _depth(hard: Mask) -> F32:
    """How far (h, w) inside of ``hard`` each pixel lies, outside less than 0; what is farther off than the band and its
    colours reach is only known to be."""
    from scipy import ndimage as ndi

    outline = grown(hard, 1) & ~shrunk(hard, 1)
    part = window(outline, REACH + SURE)
    depth = np.where(hard, FAR, -FAR)
    depth[part] = ndi.distance_transform_edt(hard[part]) - ndi.distance_transform_edt(~hard[part])
    return np.asarray(depth, np.float32)


def _band(away: F32) -> Mask | None:
    """The pixels near an outline that is ``away`` (h, w) pixels from each: as broad as memory allows; none of an
    outline so long, as of lace or foliage, that not even a narrow band is small enough."""
    for reach in range(REACH, 0, -1):
        band = np.asarray(away <= reach)
        if np.count_nonzero(band) <= MOST:
            return band
    return None


def trust_in(look: U8, depth: F32, band: Mask) -> F32:
    """How far (h, w) a mask with the signed distance ``depth`` (h, w) to its outline is to be believed in ``band``."""
    apart = two_sides.distance(look, depth > SURE, depth < -SURE, band)
    trust = np.zeros(depth.shape, np.float32)
    away = np.square(depth[band] / REACH) + AT_OUTLINE
    trust[band] = (LEAST_TRUST + ALIKE_TRUST * np.exp(-apart)) * away
    return trust

"""The engine for glass and for white on white: the photo is divided by its backdrop (flat-field correction). The
backdrop becomes white, and the product's soft edges stay as they were shot."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from PIL import Image

from whitecove.core import doubt, icc
from whitecove.core.edges import tiles
from whitecove.core.engines.backdrop import Scene, survey
from whitecove.core.engines.field import Departure, departure
from whitecove.core.engines.scale import part_of, plane_of
from whitecove.core.errors import EngineError
from whitecove.core.light.own_shadow import shadow_of, tells
from whitecove.core.light.underlay import smoothstep
from whitecove.core.model import F32, U8, Cutout, Mask, Picture, Sign
from whitecove.core.squares import grown

CHANGE = "the photo was divided by its backdrop, which makes all of it {percent:.0f} % brighter"
# Distances are pixels of the look of 640. What departs from the backdrop fades out over so many pixels beyond the
# product found: soon where it has the backdrop's own tint (levels), as a shadow has, later else, as an edge out of
# focus has.
ROLL_SHADE, ROLL_TINTED = 1.8, 9.0
TINT = 5.0
# What departs by so many times what the backdrop itself does, and at least so many levels, is there; below, it fades
# into white; steeper than so many levels a pixel, and near to the product found, it is product.
THERE, LEAST_THERE, SMOOTH = 1.3, 1.5, 1.2
STEEP, NEAR = 3.5, 12
# What the product encloses is seen through from so many pixels on.
LEAST_INSIDE = 40
# The least matte of a pixel that is not white: it is drawn, but does not count as the subject's extent.
LEAST_MATTE = 24
# What is darker than white by so many levels is seen.
VISIBLE = 8.0
# Noise in a backdrop darker than that would be magnified too much; brighter, not at all (levels).
DARK, LIGHT = 70.0, 140.0
# Darker than this, next to nothing of its light is left to divide by.
DARKEST = 40.0
# How saturated the backdrop may be (0…1), from no doubt to full.
SATURATED = (0.10, 0.35)
# How much of the product may burn out, from no doubt to full.
BURNT = (0.02, 0.12)
TOO_DARK = "The backdrop is too dark to be made white: its noise grows with it."
TINTS = "The backdrop is coloured: dividing by it gives the product the opposite tint."
BURNS = "Parts of the product are brighter than its backdrop and burnt out when that became white."
STEPS = 4095


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Planes:
    """What is known at the size of the look: the backdrop's colour (a plane a channel), how much of what departs from
    it is ``shown``, how much the product ``covers``, and where its ``core`` is (0…1)."""

    colour: tuple[Image.Image, ...]
    shown: Image.Image
    covers: Image.Image
    core: Image.Image


class WhitenEngine:
    """Divides the photo by its backdrop. Colours change by design, and the cutout says so."""

    name = "whiten"

    def cut(self, picture: Picture) -> Cutout:
        """The photo as it would be before white: its foreground, laid over white with its matte, gives the divided
        photo near the product and exact white beyond. The photo's own shadow, where it goes beyond, is given apart.

        Raises:
            EngineError: nothing departs from the backdrop, it is nearly black, or the photo is a few pixels small.
        """
        scene = survey(picture.rgb)
        brightness = float(scene.field.colour.mean())
        if brightness < DARKEST:
            raise EngineError("engine.too_dark")
        found, inside = _found(scene)
        if not found.any():
            raise EngineError("engine.nothing_found")
        covers, core = _rolled_off(found, ROLL_SHADE), _core(scene.parted.subject)
        there = _there(scene)
        shown = np.maximum(_weight(scene, found | inside, covers) * there, core)
        planes = _Planes(
            colour=tuple(plane_of(scene.field.colour[..., c]) for c in range(3)),
            shown=plane_of(shown),
            covers=plane_of(covers * there),
            core=plane_of(core),
        )
        rgb, matte = _divided(picture.rgb, planes, shown > 0)
        made = Cutout(
            rgb=rgb,
            matte=matte,
            engine=self.name,
            doubt=0.0,
            shadow=_around(scene, found, inside) if tells(scene.field) else None,
            changes=(CHANGE.format(percent=100 * (255 / brightness - 1)),),
        )
        return doubt.judged(made, _signs(scene, rgb, matte))


def _found(scene: Scene) -> tuple[Mask, Mask]:
    """The product (h, w), and what it encloses: what was parted from the backdrop, and beside it whatever departs
    steeply, as the faint rims of glass do and no shadow does."""
    from scipy import ndimage as ndi

    subject = scene.parted.subject
    apart = departure(scene.look.astype(np.float32), scene.field.colour)
    away = _away(scene)[1]
    steep = ndi.gaussian_gradient_magnitude(apart.light, 0.7) > max(STEEP, 3 * scene.field.texture)
    near = ndi.maximum_filter(subject, size=2 * NEAR + 1)
    labels, _ = ndi.label(subject | (steep & near & (away > 2 * _least(scene))), np.ones((3, 3)))
    touching = np.zeros(int(labels.max()) + 1, bool)
    touching[labels[subject]] = True
    touching[0] = False
    found = np.asarray(ndi.binary_closing(touching[labels]) | subject, bool)
    inside = np.asarray(ndi.binary_fill_holes(found) & ~found, bool)
    pores, _ = ndi.label(inside)
    pore = (np.bincount(pores.ravel()) < LEAST_INSIDE)[pores] & inside
    return found | pore, inside & ~pore


def _away(scene: Scene) -> tuple[Departure, F32]:
    """How the look departs from the backdrop, and by how many levels in all, freed of grain (h, w)."""
    from scipy import ndimage as ndi

    # The field is measured on a look that is smoothed as much.
    smooth = ndi.gaussian_filter(scene.look.astype(np.float32), (SMOOTH, SMOOTH, 0))
    apart = departure(smooth, scene.field.colour)
    return apart, apart.chroma + np.abs(apart.light)


def _least(scene: Scene) -> float:
    return max(LEAST_THERE, THERE * (scene.field.chroma + scene.field.light))


def _rolled_off(found: Mask, roll: F32 | float) -> F32:
    """1 at what was ``found`` (h, w), falling smoothly to 0 over ``roll`` pixels outside."""
    from scipy import ndimage as ndi

    return 1 - smoothstep(ndi.distance_transform_edt(~found) / np.asarray(roll))


def _weight(scene: Scene, found: Mask, covers: F32) -> F32:
    """How much belongs to the product (h, w), 0…1, if something is there: all that was ``found``, and its soft edge."""
    from scipy import ndimage as ndi

    chroma = ndi.gaussian_filter(_away(scene)[0].chroma, 1.0)
    tinted = smoothstep(chroma / (TINT + scene.field.chroma) - 1)
    return np.maximum(_rolled_off(found, ROLL_SHADE + (ROLL_TINTED - ROLL_SHADE) * tinted), covers)


def _there(scene: Scene) -> F32:
    """How surely something is there (h, w), 0…1: not where there is no more of it than the backdrop itself has, so that
    no grain is left."""
    return smoothstep(_away(scene)[1] / _least(scene) - 1)


def _core(subject: Mask) -> F32:
    """The inside of the ``subject`` (h, w), 0…1: there all is shown, whatever it looks like."""
    from scipy import ndimage as ndi

    core = ndi.minimum_filter(subject, size=3).astype(np.float32)
    return np.asarray(ndi.gaussian_filter(core, 0.7), np.float32)


def _around(scene: Scene, found: Mask, inside: Mask) -> F32:
    """The photo's own shadow (h, w) around the product; what it encloses is shown as it is, and has none."""
    from scipy import ndimage as ndi

    shadow = shadow_of(scene.look.astype(np.float32), scene.field, found.astype(np.float32))
    enclosed = inside & ~ndi.maximum_filter(found, size=3)
    return np.where(enclosed, np.float32(0), shadow)


def _divided(rgb: U8, planes: _Planes, where: Mask) -> tuple[U8, U8]:
    """Foreground and matte of ``rgb`` (H, W, 3) divided by its backdrop, tile by tile: only tiles in which there is
    something (``where``) are computed, so that a large photo costs little memory."""
    out, matte = np.full_like(rgb, 255), np.zeros(rgb.shape[:2], np.uint8)
    for tile in tiles(rgb.shape[:2], grown(where, 1)):
        top, left, bottom, right = tile.inner
        part = (slice(top, bottom), slice(left, right))
        colour = np.stack([part_of(plane, rgb.shape, tile.inner) for plane in planes.colour], axis=2)
        departs = 255 - _ratio(rgb[part], colour)
        departs *= part_of(planes.shown, rgb.shape, tile.inner)[..., None]
        covers, core = (part_of(plane, rgb.shape, tile.inner) for plane in (planes.covers, planes.core))
        out[part], matte[part] = _parted(departs, covers, core)
    return out, matte


def _parted(departs: F32, covers: F32, core: F32) -> tuple[U8, U8]:
    """Foreground and matte that give 255 - ``departs`` (h, w, 3) over white: solves C = a F + (1 - a) 255 for F with
    the least a that can, or with more where the product ``covers`` (h, w) the page and is not as white, and on its
    ``core`` (h, w)."""
    departs = np.rint(departs)
    most = departs.max(axis=2)
    least = np.where(most > 0, np.maximum(most, LEAST_MATTE), 0)
    covers = np.maximum(covers * np.minimum(most / VISIBLE, 1), core)
    alpha = np.maximum(least, np.rint(covers * 255))
    colour = 255 - departs * (255 / np.maximum(alpha, 1))[..., None]
    return np.rint(np.clip(colour, 0, 255)).astype(np.uint8), alpha.astype(np.uint8)


def _ratio(rgb: U8, colour: F32) -> F32:
    """``rgb`` (h, w, 3) as a share of ``colour``, in light, as sRGB levels 0…255: what the backdrop would reflect is
    255."""
    light = _linear()
    level = np.clip(colour, 1, 254.999)
    low = level.astype(np.intp)
    behind = light[low] + (light[low + 1] - light[low]) * (level - low)
    share = light[rgb] / np.maximum(behind, 1e-4)
    level_of: F32 = _encoded()[np.rint(np.minimum(share, 1) * STEPS).astype(np.intp)]
    return level_of


@cache
def _linear() -> F32:
    return np.asarray(icc.srgb_curve(256), np.float32)


@cache
def _encoded() -> F32:
    """sRGB levels of light in `STEPS` equal steps (IEC 61966-2-1)."""
    return np.asarray(255 * icc.srgb_signal(np.linspace(0, 1, STEPS + 1)), np.float32)


def _signs(scene: Scene, rgb: U8, matte: U8) -> tuple[Sign, ...]:
    """The signs of trouble in the result: the built-in engine's, but that an outline which hardly differs from its
    backdrop is what this engine is for; and what dividing does."""
    colour = scene.field.colour.reshape(-1, 3).mean(axis=0)
    saturation = float((colour.max() - colour.min()) / max(1.0, float(colour.max())))
    return (
        Sign("busy", doubt.busyness(scene.field), doubt.BUSY),
        Sign("dark", doubt.ramp(float(colour.mean()), LIGHT, DARK), TOO_DARK),
        Sign("tinted", doubt.ramp(saturation, *SATURATED), TINTS),
        Sign("burnt", doubt.ramp(_burnt(rgb, matte), *BURNT), BURNS),
    )


def _burnt(rgb: U8, matte: U8) -> float:
    """The share of the solid product that became white."""
    step = max(1, round((matte.size / 1_000_000) ** 0.5))
    solid = matte[::step, ::step] == 255
    white = rgb[::step, ::step].min(axis=2) >= 254
    return float(np.count_nonzero(white & solid)) / max(1, int(np.count_nonzero(solid)))

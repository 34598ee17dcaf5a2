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
from whitecove.core.engines.field import departure
from whitecove.core.errors import EngineError
from whitecove.core.light.own_shadow import shadow_of
from whitecove.core.light.underlay import smoothstep
from whitecove.core.model import F32, U8, Cutout, Mask, Picture

CHANGE = "the photo was divided by its backdrop, which makes all of it {percent:.0f} % brighter"
# Distances are pixels of the look of 640. What departs from the backdrop is shown so far beyond the product found and
# fades out over so many more.
BEYOND, ROLL = 1.0, 5.0
# What departs by so many times what the backdrop itself does, and at least so many levels, is there; below, it fades
# into white; steeper than so many levels a pixel, and near to the product found, it is product.
THERE, LEAST_THERE = 1.0, 1.5
STEEP, NEAR = 2.0, 12
# The least matte of a pixel that is not white: it is drawn, but does not count as the subject's extent.
LEAST_MATTE = 24
# Noise in a backdrop darker than that would be magnified too much; brighter, not at all (levels).
DARK, LIGHT = 70.0, 140.0
# How much of the product may burn out, from no doubt to full.
BURNT = (0.03, 0.25)
TOO_DARK = "The backdrop is too dark to be made white: its noise grows with it."
BURNS = "Parts of the product are brighter than its backdrop and burnt out when that became white."
STEPS = 4095


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Planes:
    """What is known at the size of the look: the backdrop's colour (a plane a channel), how much of what departs from
    it is ``shown`` (0…1), and what is ``solid`` product (0…1)."""

    colour: tuple[Image.Image, ...]
    shown: Image.Image
    solid: Image.Image


class WhitenEngine:
    """Divides the photo by its backdrop. Colours change by design, and the cutout says so."""

    name = "whiten"

    def cut(self, picture: Picture) -> Cutout:
        """The photo as it would be before white: its foreground, laid over white with its matte, gives the divided
        photo near the product and exact white beyond. The photo's own shadow, where it goes beyond, is given apart.

        Raises:
            EngineError: nothing departs from the backdrop, or the photo is a few pixels small.
        """
        scene = survey(picture.rgb)
        found = _found(scene)
        if not found.any():
            raise EngineError("engine.nothing_found")
        weight = _weight(found)
        shown = _shown(scene, weight)
        planes = _Planes(
            colour=tuple(_plane(scene.field.colour[..., c]) for c in range(3)),
            shown=_plane(shown),
            solid=_plane(_solid(scene.parted.subject)),
        )
        rgb, matte = _divided(picture.rgb, planes, weight > 0)
        level, reasons = _doubt(scene, rgb, matte)
        shadow = shadow_of(scene.look.astype(np.float32), scene.field, found.astype(np.float32))
        return Cutout(
            rgb=rgb,
            matte=matte,
            engine=self.name,
            doubt=level,
            reasons=reasons,
            shadow=np.asarray(shadow * (1 - weight), np.float32),
            changes=(CHANGE.format(percent=100 * (255 / max(1.0, float(scene.field.colour.mean())) - 1)),),
        )


def _found(scene: Scene) -> Mask:
    """The product and all that it encloses (h, w): what was parted from the backdrop, and beside it whatever departs
    steeply, as the faint rims of glass do and no shadow does."""
    from scipy import ndimage as ndi

    apart = departure(scene.look.astype(np.float32), scene.field.colour)
    away = ndi.gaussian_filter(apart.chroma + np.abs(apart.light), 0.7)
    least = max(LEAST_THERE, THERE * (scene.field.chroma + scene.field.light))
    steep = ndi.gaussian_gradient_magnitude(apart.light, 0.7) > max(STEEP, 3 * scene.field.texture)
    subject = scene.parted.subject
    near = ndi.maximum_filter(subject, size=2 * NEAR + 1)
    rims = (away > 2 * least) & steep & near
    labels, _ = ndi.label(subject | rims, np.ones((3, 3)))
    touching = np.zeros(int(labels.max()) + 1, bool)
    touching[labels[subject]] = True
    touching[0] = False
    return np.asarray(ndi.binary_fill_holes(ndi.binary_closing(touching[labels], iterations=2) | subject), bool)


def _weight(found: Mask) -> F32:
    """1 at and beside what was ``found`` (h, w), falling smoothly to 0 farther out."""
    from scipy import ndimage as ndi

    return 1 - smoothstep((ndi.distance_transform_edt(~found) - BEYOND) / ROLL)


def _shown(scene: Scene, weight: F32) -> F32:
    """How much of a departure from the backdrop is shown (h, w), 0…1: all of it on the product, none where there is no
    more of it than the backdrop itself has, so that no grain is left."""
    from scipy import ndimage as ndi

    apart = departure(scene.look.astype(np.float32), scene.field.colour)
    away = ndi.gaussian_filter(apart.chroma + np.abs(apart.light), 1.0)
    least = max(LEAST_THERE, THERE * max(scene.field.chroma, scene.field.light))
    there = smoothstep(away / least - 1)
    return np.asarray(np.maximum(weight * there, _solid(scene.parted.subject)), np.float32)


def _solid(subject: Mask) -> F32:
    from scipy import ndimage as ndi

    return np.asarray(np.clip(ndi.gaussian_filter(subject.astype(np.float32), 0.8) * 2 - 1, 0, 1), np.float32)


def _divided(rgb: U8, planes: _Planes, where: Mask) -> tuple[U8, U8]:
    """Foreground and matte of ``rgb`` (H, W, 3) divided by its backdrop, tile by tile: only tiles in which there is
    something (``where``) are computed, so that a large photo costs little memory."""
    out, matte = np.full_like(rgb, 255), np.zeros(rgb.shape[:2], np.uint8)
    for tile in tiles(rgb.shape[:2], where):
        top, left, bottom, right = tile.inner
        part = (slice(top, bottom), slice(left, right))
        colour = np.stack([_part(plane, rgb.shape, tile.inner) for plane in planes.colour], axis=2)
        departs = 255 - _ratio(rgb[part], colour)
        departs *= _part(planes.shown, rgb.shape, tile.inner)[..., None]
        out[part], matte[part] = _parted(departs, _part(planes.solid, rgb.shape, tile.inner))
    return out, matte


def _parted(departs: F32, solid: F32) -> tuple[U8, U8]:
    """Foreground and matte that give 255 - ``departs`` (h, w, 3) over white: solves C = a F + (1 - a) 255 for F with
    the least a that can, or with that of the ``solid`` product (h, w)."""
    departs = np.rint(departs)
    most = departs.max(axis=2)
    least = np.where(most > 0, np.maximum(most, LEAST_MATTE), 0)
    alpha = np.maximum(least, np.rint(solid * 255))
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
    light = np.linspace(0, 1, STEPS + 1)
    level = np.where(light <= 0.0031308, 12.92 * light, 1.055 * np.power(light, 1 / 2.4) - 0.055)
    return np.asarray(255 * level, np.float32)


def _plane(plane: F32) -> Image.Image:
    return Image.fromarray(np.ascontiguousarray(plane, np.float32))


def _part(plane: Image.Image, shape: tuple[int, ...], inner: tuple[int, int, int, int]) -> F32:
    """The part ``inner`` (top, left, bottom, right) of ``plane`` enlarged to ``shape``."""
    top, left, bottom, right = inner
    across, down = plane.width / shape[1], plane.height / shape[0]
    box = (left * across, top * down, right * across, bottom * down)
    return np.asarray(plane.resize((right - left, bottom - top), Image.Resampling.BILINEAR, box=box), np.float32)


def _doubt(scene: Scene, rgb: U8, matte: U8) -> tuple[float, tuple[str, ...]]:
    """How doubtful the result is: as a cutout of the built-in engine is, but that an outline which hardly differs from
    its backdrop is what this engine is for; and by what dividing does."""
    signs = [
        doubt.Sign(doubt.busyness(scene.field), doubt.BUSY),
        doubt.Sign(doubt.ramp(float(scene.field.colour.mean()), LIGHT, DARK), TOO_DARK),
        doubt.Sign(doubt.ramp(_burnt(rgb, matte), *BURNT), BURNS),
    ]
    return doubt.judged(signs)


def _burnt(rgb: U8, matte: U8) -> float:
    """The share of the solid product that became white."""
    step = max(1, round((matte.size / 1_000_000) ** 0.5))
    solid = matte[::step, ::step] == 255
    white = rgb[::step, ::step].min(axis=2) >= 254
    return float(np.count_nonzero(white & solid)) / max(1, int(np.count_nonzero(solid)))

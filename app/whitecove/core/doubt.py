"""How likely a person would reject a cutout, and why: several signs of trouble, each measured, weighed by how often it
was right, and taken as independent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from whitecove.core.engines.field import Field
from whitecove.core.engines.separate import Separation
from whitecove.core.model import F32, Cutout, Mask, Sign

BUSY = "This scene is too busy for the built-in engine: it needs a cutout model."
# A sign that weighs less than this is counted, but not told.
TOLD = 0.25
# No more are told, beside those that ask; where doubt is under the second, none may be.
AT_MOST, SILENT_BELOW = 2, 0.5
# The nine parts of a photo, as one says them; and signs whose sentence says where by itself.
PARTS = (
    ("at the upper left", "at the top", "at the upper right"),
    ("at the left", "in the middle", "at the right"),
    ("at the lower left", "at the bottom", "at the lower right"),
)
PLACED = ("hole",)
# Signs that ask a person, and are told however little they weigh.
OFFERED = ("hole",)
# Signs are measured on the subject's outline, this many pixels wide to either side, in a look of 640.
OUTLINE = 3
# What a model sees within so many pixels of its outline is the outline's haze.
HAZE = 6
# How much a full sign weighs: fitted on cutouts with known truth (tests/bench/mattes --only doubt --fit). What is not
# named here weighs in full, as a scene that the engine is not made for does.
WEIGHTS: Mapping[str, float] = {
    "apart": 0.5,
    "beside": 0.5,
    "blurred": 0.24,
    "dim": 0.31,
    "elsewhere": 0.52,
    "everything": 0.51,
    "faint": 0.49,
    "frame": 0.43,
    "hole": 0.46,
    "left out": 0.49,
    "looks": 0.51,
    "outline": 0.21,
    "pieces": 0.6,
    "shaded": 0.47,
    "soft": 0.51,
    "tiny": 0.5,
    "unsure": 0.42,
    "within": 0.42,
}
# Signs that say more to a person's eye than to IoU: doubt is at least so much of them. A full one alone brings a cutout
# to review, but does not put it before those that are wrong as a whole.
FLOORS: Mapping[str, float] = {"outline": 0.5}


def judged(cutout: Cutout, signs: Iterable[Sign]) -> Cutout:
    """``cutout`` with more ``signs``, its doubt and reasons made anew of all it has: doubt is the chance that at least
    one of independent signs is right, or what those with a floor ask for; reasons are those that weigh, the strongest
    first."""
    every = (*cutout.signs, *(sign for sign in signs if sign.strength > 0))
    weighed = sorted(((max(weight(sign), floor(sign)), sign) for sign in every), key=lambda pair: -pair[0])
    together = 1 - float(np.prod([1 - weight(sign) for sign in every]))
    level = max([together, *(floor(sign) for sign in every)])
    told = _told(weighed, level)
    return replace(
        cutout,
        signs=every,
        doubt=round(min(1.0, max(0.0, level)), 3),
        reasons=tuple(said(sign, cutout.matte.shape) for sign in told),
        place=next((sign.where for sign in told if sign.where), None),
    )


def _told(weighed: Sequence[tuple[float, Sign]], level: float) -> list[Sign]:
    """The signs to tell, of all with what they weigh, the heaviest first: few, for a person reads them; the heaviest
    alone where many light ones bring a cutout to review together."""
    heavy = [sign for share, sign in weighed if share >= TOLD][:AT_MOST]
    offered = [sign for share, sign in weighed if share > 0 and sign.name in OFFERED and sign not in heavy]
    if not heavy and not offered and level >= SILENT_BELOW and weighed:
        return [weighed[0][1]]
    return heavy + offered


def said(sign: Sign, shape: tuple[int, ...]) -> str:
    """The sentence of ``sign``, and at which of nine parts of a photo of ``shape`` (H, W) to look."""
    if sign.where is None or sign.name in PLACED:
        return sign.reason
    x = (sign.where.left + sign.where.right) / 2 / shape[1]
    y = (sign.where.top + sign.where.bottom) / 2 / shape[0]
    row, column = (min(2, int(3 * value)) for value in (y, x))
    return f"{sign.reason.removesuffix('.')}, {PARTS[row][column]}."


def weight(sign: Sign) -> float:
    """What a sign adds to doubt, 0…1."""
    return WEIGHTS.get(sign.name, 1.0) * sign.strength


def floor(sign: Sign) -> float:
    """What doubt is at least because of a sign, 0…1."""
    return FLOORS.get(sign.name, 0.0) * sign.strength


def ramp(value: float, none: float, full: float) -> float:
    """0 at ``none`` and before, 1 at ``full`` and beyond, straight between; either may be the larger."""
    return float(np.clip((value - none) / (full - none), 0, 1))


def busyness(field: Field) -> float:
    """0…1, how far a backdrop is from plain: at 0.5 the built-in engine cannot be trusted with it."""
    return max(ramp(field.support, 0.8, 0.4), ramp(field.texture, 1.2, 4.0), ramp(field.chroma, 3.0, 10.0))


def of_field(field: Field, parted: Separation) -> tuple[Sign, ...]:
    """The signs of a subject that was parted from a backdrop's field."""
    return (Sign("busy", busyness(field), BUSY), *_edge_signs(parted))


def of_mask(whole: F32, turned: F32, closer: F32, mask: F32, *, left_out: bool) -> tuple[Sign, ...]:
    """The signs of a model's ``mask`` (h, w), made of what it saw in the photo, in the photo turned, and in a closer
    look; ``left_out`` says whether other things it saw were taken for scenery."""
    hard = mask > 0.5
    area = max(1, int(np.count_nonzero(hard)))
    unsure = float(np.count_nonzero((mask > 0.15) & (mask < 0.85))) / area
    looks = float(np.mean([overlap(look > 0.5, hard) for look in (whole, turned, closer)]))
    beside = float(np.maximum(np.maximum(whole, turned), closer)[_away_from(hard)].sum()) / area
    return (
        Sign("looks", ramp(looks, 0.97, 0.6), "The photo turned, or seen closely, gives the model another outline."),
        Sign("elsewhere", ramp(beside, 0.01, 0.4), "The model also saw something that was not taken for the product."),
        Sign("left out", float(left_out), "Other things that the photo's frame cuts were left out."),
        Sign("unsure", ramp(unsure, 0.05, 0.5), "The model is unsure what belongs to the product."),
    )


def _away_from(subject: Mask) -> Mask:
    """What (h, w) is not on ``subject`` and not near its outline, where models see hazes."""
    from scipy import ndimage as ndi

    return ~np.asarray(ndi.maximum_filter(subject, size=2 * HAZE + 1), bool)


def of_both(field: Sequence[Sign], mask: Sequence[Sign], agreement: float) -> tuple[Sign, ...]:
    """The signs of a subject on which a field and a model agree, by IoU: what one doubts and the other confirms is half
    as doubtful."""
    apart = Sign("apart", ramp(agreement, 0.95, 0.7), "The model and the backdrop give different outlines.")
    return (*(replace(sign, strength=sign.strength / 2) for sign in (*field, *mask)), apart)


def overlap(a: Mask, b: Mask) -> float:
    """Intersection over union, 0…1."""
    return float(np.count_nonzero(a & b)) / max(1, int(np.count_nonzero(a | b)))


def _edge_signs(parted: Separation) -> tuple[Sign, ...]:
    from scipy import ndimage as ndi

    subject = parted.subject
    if not subject.any() or subject.all():
        return ()
    size = 2 * OUTLINE + 1
    rim = subject & ~ndi.minimum_filter(subject, size=size)
    faint = float(np.mean(parted.strength[rim] < 1.0))
    deep = subject & ~ndi.minimum_filter(subject, size=6 * OUTLINE + 1)
    shaded = float(np.mean(parted.shaded[deep]))
    return (
        Sign("faint", ramp(faint, 0.1, 0.6), "The product hardly differs from the backdrop along its outline."),
        Sign("shaded", ramp(shaded, 0.3, 0.9), "The product and its shadow are hard to tell apart."),
    )

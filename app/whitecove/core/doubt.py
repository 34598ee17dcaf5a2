"""How likely a person would reject a cutout, and why: several signs of trouble, each measured, and weighed together by
how well they told bad cutouts from good ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from whitecove.core.engines.field import Field
from whitecove.core.engines.separate import Separation
from whitecove.core.model import F32, Cutout, Mask, Sign

BUSY = "This scene is too busy for the built-in engine: it needs a cutout model."
# A sign with less part in doubt than this is counted, but not told.
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
# By how much a full sign raises the logarithm of the odds that a cutout is bad: fitted on cutouts with known truth
# (tests/bench/mattes --only doubt --fit). What is not named here is believed as it is, as a scene that the engine is
# not made for is: its strength is the chance that it is right.
WEIGHTS: Mapping[str, float] = {
    "apart": 1.46,
    "beside": 1.78,
    "blurred": 2.21,
    "dim": 1.21,
    "elsewhere": 1.36,
    "everything": 1.86,
    "faint": 1.35,
    "frame": 2.66,
    "hole": 1.94,
    "left out": 0.13,
    "looks": 1.0,
    "lost": 3.74,
    "outline": 0.44,
    "pieces": 1.38,
    "shaded": 0.99,
    "soft": 1.92,
    "tiny": 1.07,
    "unsure": 1.54,
    "within": 2.42,
}
# The logarithm of the odds of a cutout without any sign, fitted with them.
NO_SIGN = -3.03
# Signs that engines give. All others are measured on the matte, whoever made it: where a model did, which knows what
# products look like, they weigh half.
OF_ENGINES = ("apart", "elsewhere", "faint", "left out", "looks", "shaded", "unsure")
BY_MODEL = 0.5
# Signs that say more to a person's eye than to IoU: doubt is at least so much of them. A full one alone brings a cutout
# to review, but does not put it before those that are wrong as a whole.
FLOORS: Mapping[str, float] = {"outline": 0.5}


def judged(cutout: Cutout, signs: Iterable[Sign]) -> Cutout:
    """``cutout`` with more ``signs``, its doubt and reasons made anew of all it has. Doubt is the chance that it is bad
    by the signs that are weighed together, or that one of the others is right; or what a floor asks for. Reasons are
    the signs that have a large part in it, the largest first."""
    every = (*cutout.signs, *(sign for sign in signs if sign.strength > 0))
    by_model = cutout.engine.startswith("rembg:")
    weights = [weight(sign, by_model=by_model) for sign in every]
    weighed = chance(sum(weights), NO_SIGN)
    believed = [0.0 if sign.name in WEIGHTS else sign.strength for sign in every]
    level = max([1 - (1 - weighed) * float(np.prod([1 - each for each in believed])), *map(floor, every)])
    each_part = weighed / max(sum(weights), 1e-9)
    parts = [max(each_part * own, full, floor(sign)) for own, full, sign in zip(weights, believed, every, strict=True)]
    told = _told(sorted(zip(parts, every, strict=True), key=lambda pair: -pair[0]), level)
    return replace(
        cutout,
        signs=every,
        doubt=round(min(1.0, max(0.0, level)), 3),
        reasons=tuple(said(sign, cutout.matte.shape) for sign in told),
        place=next((sign.where for sign in told if sign.where), None),
    )


def chance(raised: float, no_sign: float) -> float:
    """The chance (0…1) that a cutout is bad, beyond what it is without any sign, where signs have ``raised`` the
    logarithm of the odds from ``no_sign``."""
    before = 1 / (1 + np.exp(-no_sign))
    return float((1 / (1 + np.exp(-no_sign - raised)) - before) / (1 - before))


def _told(weighed: Sequence[tuple[float, Sign]], level: float) -> list[Sign]:
    """The signs to tell, of all with their parts in doubt, the largest first: few, for a person reads them; the largest
    alone where many small ones bring a cutout to review together."""
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


def weight(sign: Sign, *, by_model: bool) -> float:
    """By how much a sign raises the logarithm of the odds that a cutout, made ``by_model`` or not, is bad."""
    share = BY_MODEL if by_model and sign.name not in OF_ENGINES else 1.0
    return share * WEIGHTS.get(sign.name, 0.0) * sign.strength


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
    hard_looks = [look > 0.5 for look in (whole, turned, closer)]
    looks = overlap(np.logical_and.reduce(hard_looks), np.logical_or.reduce(hard_looks))
    beside = float(np.maximum(np.maximum(whole, turned), closer)[_away_from(hard)].sum()) / area
    return (
        Sign("looks", ramp(looks, 0.97, 0.4), "The photo turned, or seen closely, gives the model another outline."),
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

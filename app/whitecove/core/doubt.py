"""How likely a person would reject a cutout, and why: several signs of trouble, each 0…1, taken as independent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from whitecove.core.engines.field import Field
from whitecove.core.engines.separate import Separation
from whitecove.core.model import F32, Mask

BUSY = "This scene is too busy for the built-in engine: it needs a cutout model."
# A sign weaker than this is counted, but not told.
TOLD = 0.25
# Signs are measured on the subject's outline, this many pixels wide to either side, in a look of 640.
OUTLINE = 3


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of trouble: how strong (0…1), and the whole sentence to tell."""

    strength: float
    reason: str


def judged(signs: list[Sign]) -> tuple[float, tuple[str, ...]]:
    """Doubt 0…1, the chance that at least one of independent signs is right, and the reasons, strongest first."""
    doubt = 1 - float(np.prod([1 - sign.strength for sign in signs]))
    told = sorted((sign for sign in signs if sign.strength >= TOLD), key=lambda sign: -sign.strength)
    return round(min(1.0, max(0.0, doubt)), 3), tuple(sign.reason for sign in told)


def ramp(value: float, none: float, full: float) -> float:
    """0 at ``none`` and before, 1 at ``full`` and beyond, straight between; either may be the larger."""
    return float(np.clip((value - none) / (full - none), 0, 1))


def busyness(field: Field) -> float:
    """0…1, how far a backdrop is from plain: at 0.5 the built-in engine cannot be trusted with it."""
    return max(ramp(field.support, 0.8, 0.4), ramp(field.texture, 1.2, 4.0), ramp(field.chroma, 3.0, 10.0))


def of_field(field: Field, parted: Separation) -> tuple[float, tuple[str, ...]]:
    """Doubt and reasons for a subject that was parted from a backdrop field."""
    return judged([Sign(busyness(field), BUSY), *_shape_signs(parted.subject), *_edge_signs(parted)])


def of_mask(whole: F32, turned: F32, closer: F32, mask: F32, *, left_out: bool) -> tuple[float, tuple[str, ...]]:
    """Doubt and reasons for a model's ``mask`` (h, w), made of what it saw in the photo, in the photo turned, and in
    a closer look; ``left_out`` says whether other things it saw were taken for scenery."""
    area = max(1, int(np.count_nonzero(mask > 0.5)))
    unsure = float(np.count_nonzero((mask > 0.15) & (mask < 0.85))) / area
    signs = [
        Sign(
            ramp(overlap(whole > 0.5, turned > 0.5), 0.94, 0.6),
            "The model sees something else when the photo is turned.",
        ),
        Sign(ramp(overlap(mask > 0.5, closer > 0.5), 0.95, 0.7), "A closer look gives another outline."),
        Sign(0.3 if left_out else 0.0, "Other things that the photo's frame cuts were left out."),
        Sign(ramp(unsure, 0.08, 0.6), "The model is unsure what belongs to the product."),
    ]
    return judged([*signs, *_shape_signs(mask > 0.5)])


def of_both(
    field: tuple[float, tuple[str, ...]], mask: tuple[float, tuple[str, ...]], agreement: float
) -> tuple[float, tuple[str, ...]]:
    """Doubt and reasons for a subject on which a field and a model agree: what one doubts and the other confirms is
    half as doubtful."""
    apart = Sign(ramp(agreement, 0.95, 0.7), "The model and the backdrop give different outlines.")
    level, reasons = judged([Sign(field[0] / 2, ""), Sign(mask[0] / 2, ""), apart])
    told = tuple(reason for reason in reasons if reason)
    return level, told or (field[1] + mask[1] if level >= TOLD else ())


def overlap(a: Mask, b: Mask) -> float:
    """Intersection over union, 0…1."""
    return float(np.count_nonzero(a & b)) / max(1, int(np.count_nonzero(a | b)))


def _shape_signs(subject: Mask) -> list[Sign]:
    from scipy import ndimage as ndi

    area = max(1, int(np.count_nonzero(subject)))
    share = area / subject.size
    labels, _ = ndi.label(subject)
    largest = int(np.bincount(labels.ravel())[1:].max(initial=0))
    frame = np.concatenate([subject[0], subject[-1], subject[:, 0], subject[:, -1]])
    return [
        Sign(ramp(share, 0.01, 0.001), "The product found is tiny."),
        Sign(ramp(share, 0.7, 0.95), "Nearly the whole photo was taken for the product."),
        Sign(ramp(1 - largest / area, 0.1, 0.5), "The product fell into several pieces."),
        Sign(ramp(float(frame.mean()), 0.15, 0.5), "The product found lies along the frame."),
    ]


def _edge_signs(parted: Separation) -> list[Sign]:
    from scipy import ndimage as ndi

    subject = parted.subject
    if not subject.any() or subject.all():
        return []
    size = 2 * OUTLINE + 1
    rim = subject & ~ndi.minimum_filter(subject, size=size)
    faint = float(np.mean(parted.strength[rim] < 1.0))
    deep = subject & ~ndi.minimum_filter(subject, size=6 * OUTLINE + 1)
    shaded = float(np.mean(parted.shaded[deep]))
    return [
        Sign(0.8 * ramp(faint, 0.15, 0.6), "The product hardly differs from the backdrop along its outline."),
        Sign(0.8 * ramp(shaded, 0.35, 0.9), "The product and its shadow are hard to tell apart."),
    ]

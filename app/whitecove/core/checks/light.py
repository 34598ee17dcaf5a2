"""Rules on brightness."""

from __future__ import annotations

import numpy as np

from whitecove.core import colour
from whitecove.core.checks.answers import answer, share, unmeasured
from whitecove.core.checks.context import LINK_GAP, SOLID, Context
from whitecove.core.checks.examine import Examined
from whitecove.core.checks.spread import grow, shrink
from whitecove.core.model import U8, Finding, Mask
from whitecove.core.profiles import Rule

# Without a matte, light pixels this near to the outline may be the edge's ripple or a shadow's last trace.
OUTLINE_REACH = 8


def luminance(_file: Examined, rule: Rule, context: Context) -> Finding:
    """The picture as a whole is not dark. Its subject's luma and contrast to white are said beside it, because white
    around a product hides how dark it is."""
    floor = rule.number("floor")
    mean = mean_luma(context.planes)
    beside = ""
    if not context.no_subject:
        subject = mean_luma(context.planes, context.subject)
        beside = f" (subject {subject:.0f}, {255 - subject:.0f} below white)"
    return answer(
        mean >= floor, rule, context,
        measured=f"mean luma {mean:.0f}{beside}",
        required=f"mean luma ≥ {floor:g}",
        fix="Light the product more, or show it smaller on white.",
        value=mean,
    )  # fmt: skip


def clipped(_file: Examined, rule: Rule, context: Context) -> Finding:
    """Little of the subject is burnt out: 254 or more in all channels.

    With a matte, its solid part is looked at. Without one, white areas wider than 8 px cannot be told from white
    background, and the outermost 8 px are left out: ripple and the last trace of a shadow are nearly white there.
    """
    limit = rule.number("share")
    required = f"≤ {share(limit)} of the subject"
    if context.no_subject:
        return unmeasured(rule, context, context.no_subject, required)
    bright = np.asarray(context.low >= 254)
    core = _core(context, bright)
    size = int(np.count_nonzero(core))
    if not size:
        return unmeasured(rule, context, "no subject is large enough", required)
    burnt = int(np.count_nonzero(bright & core)) / size
    return answer(
        burnt <= limit, rule, context,
        measured=f"{share(burnt)} of the subject is burnt out",
        required=required,
        fix="Photograph it again with less light or exposure: what is burnt out cannot be brought back.",
        value=burnt,
    )  # fmt: skip


def _core(context: Context, bright: Mask) -> Mask:
    if context.matte is not None:
        return np.asarray(context.matte >= SOLID)
    return shrink(grow(context.subject & ~bright, LINK_GAP // 2), LINK_GAP // 2 + OUTLINE_REACH)


def mean_luma(planes: tuple[U8, U8, U8], where: Mask | None = None) -> float:
    """Mean luma 0…255 of red, green and blue (H, W), of the pixels in ``where`` if given: luma is a weighted sum, so
    the mean colour has the mean luma."""
    inside = None if where is None else np.where(where, np.uint8(255), np.uint8(0))
    size = planes[0].size if where is None else int(np.count_nonzero(where))
    mean = [_sum(plane if inside is None else plane & inside) / size for plane in planes]
    # One after the other: a dot product of numpy's may come out another in its last bit.
    weights = colour.luma(np.eye(3, dtype=np.uint8))
    return sum(value * float(weight) for value, weight in zip(mean, weights, strict=True))


def _sum(plane: U8) -> int:
    """The sum of a plane (H, W): row by row in numbers just wide enough, which numpy does several times faster."""
    return int(plane.sum(axis=1, dtype=np.uint32).sum(dtype=np.uint64))

"""Rules on the white around the product."""

from __future__ import annotations

import numpy as np

from whitecove.core.checks.answers import answer, count, share, unmeasured
from whitecove.core.checks.context import Context
from whitecove.core.checks.examine import Examined
from whitecove.core.checks.fringe import fringe_of
from whitecove.core.checks.rim import frame, rim_share
from whitecove.core.checks.spread import grow
from whitecove.core.extent import box_of, crop
from whitecove.core.model import U8, Finding, Mask
from whitecove.core.profiles import Rule

TRACES = "The cutout left traces of the backdrop: look at it, or choose another engine."


def white(_file: Examined, rule: Rule, context: Context) -> Finding:
    """Every pixel farther than the edge band from the product is exactly 255, 255, 255.

    The product is what forms large groups of pixels in the file and, where that is known, has matte or is neutral
    shadow laid under it: a matte alone would excuse every scrap of backdrop that it left. A picture without a white
    rim, or with a photo in it that has none, fails as a whole: there, the product cannot be told from its background.
    """
    reach, backdrop = int(rule.number("band")), context.backdrop
    shown = context.subject if context.shadow is None else context.subject | context.shadow
    wrong = beyond(context.off_white, context.large & shown, reach)
    if backdrop:
        wrong = wrong | (context.off_white & frame(context.low, backdrop))
    number = int(np.count_nonzero(wrong))
    measured = "all white"
    if number:
        extent = (
            f"on {share(rim_share(crop(context.low, backdrop)))} of its rim"
            if backdrop
            else f"in {count(number, 'pixel')}"
        )
        measured = f"background is {typical(context.rgb, wrong)}, not 255, {extent}"
    return answer(
        not number, rule, context,
        measured=measured,
        required=f"exactly 255, 255, 255 farther than {reach} px from the subject",
        fix="Cut the product out and place it on white." if context.matte is None else TRACES,
        value=number,
        where=box_of(wrong),
    )  # fmt: skip


def beyond(off_white: Mask, product: Mask, reach: int) -> Mask:
    """The pixels (H, W) that are not white and lie farther than ``reach`` from the ``product``, which is among them."""
    wrong, box = np.zeros(off_white.shape, bool), box_of(off_white)
    if box is not None:
        crop(wrong, box)[:] = crop(off_white, box) & ~grow(crop(product, box), reach)
    return wrong


def typical(rgb: U8, where: Mask) -> str:
    """The median colour of the pixels of ``rgb`` (H, W, 3) in ``where`` (H, W), as ``247, 247, 245``."""
    return ", ".join(f"{level:.0f}" for level in np.median(rgb[where], axis=0))


def edge_band(_file: Examined, rule: Rule, context: Context) -> Finding:
    """No visible grey fringe is left of the backdrop around the product."""
    reach, limit = int(rule.number("band")), rule.number("share")
    required = f"≤ {share(limit)} of the {reach} px around the subject"
    if context.no_subject:
        return unmeasured(rule, context, context.no_subject, required)
    fringe = fringe_of(context.low, context.high, reach)
    number = int(np.count_nonzero(fringe.pixels))
    part = number / max(1, fringe.band)
    return answer(
        part <= limit, rule, context,
        measured=f"grey fringe in {count(number, 'pixel')} ({share(part)})" if number else "no grey fringe",
        required=required,
        fix="Correct the cutout's edge, or choose another engine.",
        value=number,
        where=box_of(fringe.pixels),
    )  # fmt: skip

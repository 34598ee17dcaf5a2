"""Rules on the product in the picture."""

from __future__ import annotations

import numpy as np

from whitecove.core.checks.answers import answer, asked_for, share, unmeasured
from whitecove.core.checks.context import HALF, Context
from whitecove.core.checks.examine import Examined
from whitecove.core.checks.spread import darkest, shrink
from whitecove.core.extent import crop, with_margin
from whitecove.core.model import Box, Finding, Mask, Placement
from whitecove.core.profiles import Rule

# So many pixels of one side of the frame must be subject before it counts as cut there; in a file without a matte they
# must be darker than this too, because the last trace of a shadow may run out of the frame.
CUT_PIXELS = 4
SHADOW_TRACE = 235
# The outline is looked at this many pixels inside the contour where product and background mix half and half.
OUTLINE = (2, 3)
# What page lies beside the outline is looked for so many pixels outside of it.
BESIDE = 3


def found(_file: Examined, rule: Rule, context: Context) -> Finding:
    """There is a product."""
    if context.matte is None and context.backdrop:
        return unmeasured(rule, context, context.no_subject, "a subject")
    area = np.count_nonzero(context.subject) / context.subject.size
    return answer(
        context.subject_box is not None, rule, context,
        measured=f"subject on {share(area)} of the picture" if context.subject_box else "nothing but background",
        required="a subject",
        fix="Check that the photo shows the product, or choose another engine.",
        value=area,
    )  # fmt: skip


def fill(_file: Examined, rule: Rule, context: Context) -> Finding:
    """The product fills the picture: by the longer side of its box (basis ``box``), or by its area."""
    least, by_area = rule.number("least"), rule.words("basis") == ("area",)
    required = f"≥ {share(least)} of the {'area' if by_area else 'side'}"
    box = context.subject_box
    if box is None or context.no_subject:
        return unmeasured(rule, context, context.no_subject, required)
    area = np.count_nonzero(context.subject) / context.subject.size
    side = box_fill(box, *context.subject.shape[::-1])
    value = area if by_area else side
    return answer(
        value >= least, rule, context,
        measured=f"{share(side)} of the side, {share(area)} of the area",
        required=required,
        fix="Crop closer, or prepare the photo again with a larger fill.",
        value=value,
        where=box,
    )  # fmt: skip


def box_fill(box: Box, width: int, height: int) -> float:
    """The larger of a box's shares of a picture's width and height, 0…1."""
    return max(box.width / width, box.height / height)


def cut_off(_file: Examined, rule: Rule, context: Context) -> Finding:
    """The frame does not cut the product: that of the source photo where it is known, else that of the file."""
    required = "space on every side"
    if context.no_subject:
        return unmeasured(rule, context, context.no_subject, required)
    cut = context.prepared.composition.placement.flush if context.matte is not None and context.prepared else None
    sides = touched_sides(context.subject & (context.low < SHADOW_TRACE)) if cut is None else cut
    return answer(
        not sides, rule, context,
        measured=f"cut off at the {' and '.join(sides)}" if sides else "whole",
        required=required,
        fix="Photograph the whole product, with space on every side.",
        value=len(sides),
    )  # fmt: skip


def touched_sides(subject: Mask) -> tuple[str, ...]:
    """The sides of the frame that a subject (H, W) touches with at least 4 pixels."""
    edges = {"left": subject[:, 0], "top": subject[0], "right": subject[:, -1], "bottom": subject[-1]}
    return tuple(side for side, edge in edges.items() if np.count_nonzero(edge) >= min(CUT_PIXELS, edge.size))


def edge_lost(_file: Examined, rule: Rule, context: Context) -> Finding:
    """The product's outline can be seen: little of it is as white as the page.

    Only a matte says where the outline of a white thing on white is. Beside a shadow the page is not white."""
    limit, levels = rule.number("share"), rule.number("levels")
    required = f"≤ {share(limit)} of the outline within {levels:g} levels of white"
    if context.matte is None:
        return unmeasured(rule, context, "only the cutout knows where the outline is", required)
    box = with_margin(context.subject_box or Box(0, 0, 0, 0), OUTLINE[1] + BESIDE, context.matte.shape)
    solid, low = np.asarray(crop(context.matte, box) >= HALF), crop(context.low, box)
    ring = shrink(solid, OUTLINE[0] - 1) & ~shrink(solid, OUTLINE[1])
    outline = low[ring]
    if not outline.size:
        return unmeasured(rule, context, "the subject is too thin to have an outline", required)
    white = outline >= 255 - levels
    if context.shadow is not None:
        page = np.where(solid, np.uint8(255), low)
        white &= darkest(page, OUTLINE[1] + BESIDE)[ring] >= 255 - levels
    lost = float(np.mean(white))
    return answer(
        lost <= limit, rule, context,
        measured=f"{share(lost)} of the outline is lost in white" + asked_for(context, about="edges"),
        required=required,
        fix="Shade its edge with --keep-edges, keep its shadow with --shadow own, or photograph it before a darker "
        "backdrop.",
        value=lost,
    )  # fmt: skip


def doubt(_file: Examined, rule: Rule, context: Context) -> Finding:
    """The cutout is not doubtful, or a person approved it."""
    if context.prepared is None:
        return unmeasured(rule, context, "how it was cut out is not known")
    value, approved = context.prepared.doubt, context.prepared.approved
    return answer(
        approved or value < context.review_doubt, rule, context,
        measured=f"doubt {value:.2f}" + (", approved by a person" if approved else ""),
        required=f"doubt below {context.review_doubt:.2f}",
        fix="Look at the cutout: use it as it is, or try a cutout model, another engine or another photo.",
        value=value,
        where=_in_file(context.prepared.place, context.prepared.composition.placement),
    )  # fmt: skip


def _in_file(place: Box | None, placement: Placement) -> Box | None:
    """Where a ``place`` in the photo is in the file; none where it was cropped away."""
    if place is None:
        return None
    source, placed = placement.source_box, placement.placed_box
    across, down = placed.width / max(1, source.width), placed.height / max(1, source.height)
    left, right = (placed.left + (x - source.left) * across for x in (place.left, place.right))
    top, bottom = (placed.top + (y - source.top) * down for y in (place.top, place.bottom))
    width, height = placement.canvas
    box = Box(max(0, int(left)), max(0, int(top)), min(width, round(right)), min(height, round(bottom)))
    return box if box.width > 0 and box.height > 0 else None

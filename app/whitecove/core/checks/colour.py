"""Rules on how colour is stored, and that the product's own was kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from whitecove.core import colour, metadata
from whitecove.core.checks.answers import answer, asked_for, severity, unmeasured
from whitecove.core.checks.context import Context
from whitecove.core.checks.examine import Examined
from whitecove.core.checks.spread import shrink
from whitecove.core.drawing import reduced_box
from whitecove.core.model import F32, U8, Box, Composition, Finding, Mask, Severity
from whitecove.core.profiles import Rule

MODES = {
    "1": "black and white", "L": "grey", "I": "grey", "F": "grey", "LA": "grey with transparency", "P": "palette",
    "PA": "palette", "RGBA": "RGB with transparency", "LAB": "Lab", "CMYK": "CMYK",
}  # fmt: skip

# The core of a subject keeps this many pixels of the reduced picture from its outline: no edge colour, no shadow.
CORE_REACH = 2
# Colours are compared as means over squares of so many pixels of the reduced picture: on greys, rounding a single
# pixel to 8 bits already costs a ΔE00 of 1. The smaller square is for subjects that are too thin for the larger.
PATCHES = (4, 1)
_Value = TypeVar("_Value", np.bool_, np.uint8)
ASKED = "This change was asked for; apart from it, colours are kept (ΔE00 median {median:.1f}, 95 % {high:.1f})."


def mode(file: Examined, rule: Rule, context: Context) -> Finding:
    """Three channels of 8 bits: red, green and blue."""
    name = "grey" if file.mode.startswith("I;16") else MODES.get(file.mode, file.mode)
    return answer(
        file.mode == "RGB" and file.bits == 8, rule, context,
        measured=f"{file.bits}-bit {name}",
        required="8-bit RGB",
        fix="Convert the picture to 8-bit RGB, transparency to white.",
    )  # fmt: skip


def srgb(file: Examined, rule: Rule, context: Context) -> Finding:
    """The embedded profile behaves as sRGB, whatever its name, and EXIF, where there is any, says sRGB too."""
    limit = rule.number("delta_e")
    space = metadata.colour_space_of(file.data)
    deviation = colour.srgb_deviation(file.icc) if file.icc else 0.0
    silent = [] if file.icc else ["no colour profile"]
    if file.exif and space is None:
        silent.append("EXIF names no colour space")
    wrong = [f"{_named(file.icc)} is {deviation:.1f} ΔE00 from sRGB"] if deviation > limit else []
    if file.exif and space not in (1, None):
        wrong.append(f"EXIF colour space is {space}")
    finding = answer(
        not silent and not wrong, rule, context,
        measured=", ".join(wrong + silent) or f"sRGB ({deviation:.2f} ΔE00)",
        required=f"embedded sRGB profile (≤ {limit:g} ΔE00), EXIF colour space 1",
        fix="Convert the colours to sRGB and export with the sRGB profile." if wrong
        else "Export with an embedded sRGB profile and the EXIF colour space sRGB.",
        value=deviation if np.isfinite(deviation) else None,
    )  # fmt: skip
    # What a file does not say, viewers take as sRGB: worth a word, no reason to refuse it.
    return replace(finding, severity=_at_most_warning(severity(rule, context))) if silent and not wrong else finding


def fidelity(file: Examined, rule: Rule, context: Context) -> Finding:
    """The subject's core in the file, and the colour-managed source, differ by no more than the eye forgives.

    Both are reduced to the same size by one filter, then to patches; ΔE00 is taken of the core, away from edges, and
    its median and 95th percentile must be small. A change of colour that was asked for counts as a change: where it
    alone is the reason, the finding says so, and is for information.
    """
    median_limit, high_limit = rule.number("median"), rule.number("percentile_95")
    required = f"ΔE00 median ≤ {median_limit:g}, 95 % ≤ {high_limit:g}"
    if context.prepared is None:
        return unmeasured(rule, context, "the source photo is not known", required)
    composition = context.prepared.composition
    difference = core_difference(context.rgb, context.matte, composition)
    if not difference.size:
        return unmeasured(rule, context, "the subject is too thin to have a core", required)
    median, high = _median_and_high(difference)
    ok = median <= median_limit and high <= high_limit
    finding = answer(
        ok, rule, context,
        measured=f"ΔE00 median {median:.1f}, 95 % {high:.1f}" + asked_for(context),
        required=required,
        fix="Compare the file with the photo; a higher quality or a larger canvas keeps more of the colour.",
        value=median,
    )  # fmt: skip
    if ok or composition.changed is None:
        return finding
    rest = _median_and_high(core_difference(context.rgb, context.matte, composition, composition.changed))
    if rest[0] > median_limit or rest[1] > high_limit:
        return finding
    return replace(finding, severity=Severity.INFO, fix=ASKED.format(median=rest[0], high=rest[1]))


def _median_and_high(difference: F32) -> tuple[float, float]:
    median, high = np.percentile(difference, (50, 95))
    return float(median), float(high)


def core_difference(rgb: U8, matte: U8 | None, composition: Composition, reference: U8 | None = None) -> F32:
    """ΔE00 of the subject's core, (n,), between a file (H, W, 3) and ``reference``, else the source as its composition
    has it; empty where the subject has no core."""
    reference = composition.reference if reference is None else reference
    box = _within(composition.placement.placed_box, rgb.shape)
    if box is None or not reference.size:
        return np.empty(0, np.float32)
    size = (min(reference.shape[1], box.width), min(reference.shape[0], box.height))
    # The box ends where the subject does: outside it there is none.
    solid = np.ones(size[::-1], bool) if matte is None else np.asarray(reduced_box(matte, box, size) == 255)
    core = shrink(np.pad(solid, 1), CORE_REACH)[1:-1, 1:-1]
    whole = Box(0, 0, reference.shape[1], reference.shape[0])
    theirs, ours = reduced_box(reference, whole, size), reduced_box(rgb, box, size)
    for patch in PATCHES:
        inside = np.asarray(_squares(core[..., None], patch).all(axis=0))[..., 0]
        if inside.any():
            return colour.delta_e_2000(_mean_lab(theirs, inside, patch), _mean_lab(ours, inside, patch))
    return np.empty(0, np.float32)


def _within(box: Box, shape: tuple[int, ...]) -> Box | None:
    """What of ``box`` lies in a file of ``shape`` (H, W, 3), which may be another than its maker's; None of nothing."""
    right, bottom = min(box.right, shape[1]), min(box.bottom, shape[0])
    return Box(box.left, box.top, right, bottom) if right > box.left and bottom > box.top else None


def _mean_lab(rgb: U8, inside: Mask, patch: int) -> F32:
    """The mean L*a*b* (n, 3) of the squares of ``rgb`` (H, W, 3) that are ``inside`` (h, w)."""
    lab = colour.srgb_to_lab(_squares(rgb, patch)[:, inside])
    return np.asarray(lab.sum(axis=0) / np.float32(patch * patch), np.float32)


def _squares(values: NDArray[_Value], patch: int) -> NDArray[_Value]:
    """``values`` (H, W, n) by squares of ``patch`` pixels, (patch², h, w, n); what is left over at the ends is
    dropped."""
    height, width = values.shape[0] // patch, values.shape[1] // patch
    whole = values[: height * patch, : width * patch].reshape(height, patch, width, patch, values.shape[2])
    return whole.transpose(1, 3, 0, 2, 4).reshape(patch * patch, height, width, values.shape[2])


def _named(profile: bytes) -> str:
    return colour.profile_name(profile) or "the embedded profile"


def _at_most_warning(given: Severity) -> Severity:
    return Severity.WARNING if given is Severity.ERROR else given

"""Rules on size and shape."""

from __future__ import annotations

from dataclasses import replace

from whitecove.core.checks.answers import answer, unmeasured
from whitecove.core.checks.context import Context
from whitecove.core.checks.examine import Examined
from whitecove.core.model import Finding, Severity
from whitecove.core.profiles import Rule


def is_shape(width: int, height: int, aspect: str) -> bool:
    """Whether a picture has the shape ``"w:h"``, exact to one pixel of either side."""
    across, down = (int(part) for part in aspect.split(":"))
    return abs(width - height * across / down) <= 1 or abs(height - width * down / across) <= 1


def min_side(file: Examined, rule: Rule, context: Context) -> Finding:
    """Both sides are long enough for the picture's own shape."""
    shape = next((a for a in context.spec.min_sizes if is_shape(file.width, file.height, a)), "")
    width, height = context.spec.min_size(shape)
    return answer(
        file.width >= width and file.height >= height, rule, context,
        measured=_size(file.width, file.height),
        required=f"at least {_size(width, height)}",
        fix="Use a larger original, or place the picture on a larger canvas.",
        value=min(file.width, file.height),
    )  # fmt: skip


def long_edge(file: Examined, rule: Rule, context: Context) -> Finding:
    """The longer side is short enough."""
    ceiling, longest = int(rule.number("ceiling")), max(file.width, file.height)
    return answer(
        longest <= ceiling, rule, context,
        measured=f"{longest} px",
        required=f"at most {ceiling} px",
        fix=f"Reduce the picture until its longer side is {ceiling} px.",
        value=longest,
    )  # fmt: skip


def recommended(file: Examined, rule: Rule, context: Context) -> Finding:
    """Both sides have the size that is advised, not only the one that is required."""
    side = int(rule.number("side"))
    return answer(
        min(file.width, file.height) >= side, rule, context,
        measured=_size(file.width, file.height),
        required=f"at least {_size(side, side)} advised",
        fix=f"Export on a canvas of {side} px or more.",
        value=min(file.width, file.height),
    )  # fmt: skip


def aspect(file: Examined, rule: Rule, context: Context) -> Finding:
    """The shape is the one asked for; without one, a shape that the slot takes."""
    allowed = context.spec.aspects
    if context.aspect in allowed:
        allowed = (context.aspect,)
    return answer(
        not allowed or any(is_shape(file.width, file.height, shape) for shape in allowed), rule, context,
        measured=f"{_size(file.width, file.height)} ({file.width / max(1, file.height):.3g} : 1)",
        required=" or ".join(allowed) or "any shape",
        fix=f"Pad the picture with white, or crop it, to {allowed[0] if allowed else 'a shape'}.",
        value=file.width / max(1, file.height),
    )  # fmt: skip


def upscaled(file: Examined, rule: Rule, context: Context) -> Finding:
    """The product was not magnified. A little only gets a mention, much gets a warning."""
    if context.prepared is None:
        return unmeasured(rule, context, "the source photo is not known")
    scale, mentioned = context.prepared.composition.placement.scale, rule.number("mentioned_to")
    finding = answer(
        scale <= 1.005, rule, context,
        measured=f"{scale:.2f}×",
        required="not magnified (1×)",
        fix="Use a larger original or come closer, or export on a smaller canvas.",
        value=scale,
    )  # fmt: skip
    return replace(finding, severity=Severity.INFO) if scale <= mentioned else finding


def _size(width: int, height: int) -> str:
    return f"{width} × {height} px"

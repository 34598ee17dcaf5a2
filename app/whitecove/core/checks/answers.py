"""How checks put their answers: findings with short phrases, units and thousands separators."""

from __future__ import annotations

from whitecove.core.checks.context import Context
from whitecove.core.model import Box, Finding, Outcome, Severity
from whitecove.core.profiles import Rule


def answer(
    ok: bool,
    rule: Rule,
    context: Context,
    *,
    measured: str,
    required: str,
    fix: str,
    value: float | None = None,
    where: Box | None = None,
) -> Finding:
    """A finding that passes or fails; ``fix``, one sentence, and ``where`` are only kept when it fails."""
    return Finding(
        rule=rule.id,
        severity=severity(rule, context),
        outcome=Outcome.PASS if ok else Outcome.FAIL,
        measured=measured,
        required=required,
        fix="" if ok else fix,
        value=value,
        where=None if ok else where,
    )


def unmeasured(rule: Rule, context: Context, why: str, required: str = "") -> Finding:
    """A finding that says why there is no answer: never a pass."""
    return Finding(
        rule=rule.id,
        severity=severity(rule, context),
        outcome=Outcome.NOT_MEASURED,
        measured=f"not measured: {why}",
        required=required or "can be measured",
    )


def severity(rule: Rule, context: Context) -> Severity:
    """How hard ``rule`` is in the slot that is judged."""
    return rule.severity_for(context.slot) or rule.severity


def count(number: int, one: str, many: str = "") -> str:
    """``1 pixel``, ``1,234 pixels``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def share(value: float) -> str:
    """A share 0…1 as per cent, with as many digits as small ones need."""
    return f"{value * 100:.2g} %" if 0 < value < 0.1 else f"{value * 100:.0f} %"


def kilobytes(size: int) -> str:
    """``812 KB``, of 1,000 bytes each."""
    return f"{size / 1000:,.0f} KB"


def asked_for(context: Context, about: str = "") -> str:
    """What was done to the product's colours on request, to put behind what was measured: all of it, or what is
    ``about`` some part, as it begins; empty where nothing was."""
    changes = context.prepared.composition.changes if context.prepared else ()
    changes = tuple(change for change in changes if change.startswith(about))
    return f"; asked for: {', '.join(changes)}" if changes else ""

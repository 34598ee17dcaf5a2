"""Rules on a listing's pictures together."""

from __future__ import annotations

from dataclasses import replace

from whitecove.core.checks.answers import count
from whitecove.core.checks.check import SetFacts
from whitecove.core.model import Finding, Outcome, Severity
from whitecove.core.profiles import Rule


def main(facts: SetFacts, rule: Rule) -> Finding:
    """There is exactly one main picture."""
    return _answer(
        facts.mains == 1, rule, facts.mains,
        measured=count(facts.mains, "main picture"),
        required="exactly 1 main picture",
        fix="Choose a main picture." if not facts.mains else "Keep one main picture and make the others details.",
    )  # fmt: skip


def details(facts: SetFacts, rule: Rule) -> Finding:
    """As many details are used as the marketplace takes; what is left over is said. None at all gets a warning."""
    most = int(rule.number("most"))
    used = facts.mains + facts.details
    finding = _answer(
        1 <= facts.details <= most, rule, facts.details,
        measured=f"{count(used + facts.unused, 'photo')}: {used} used, {facts.unused} kept aside",
        required=f"1 to {most} details",
        fix=f"Keep the best {most} details." if facts.details else "Add photos of other sides, of details and of use.",
    )  # fmt: skip
    return finding if facts.details else replace(finding, severity=Severity.WARNING)


def _answer(ok: bool, rule: Rule, value: int, *, measured: str, required: str, fix: str) -> Finding:
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        outcome=Outcome.PASS if ok else Outcome.FAIL,
        measured=measured,
        required=required,
        fix="" if ok else fix,
        value=value,
    )

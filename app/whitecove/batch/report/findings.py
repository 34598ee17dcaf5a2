"""Findings as a report shows them: by what they mean, in words that a client knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whitecove.batch import words
from whitecove.core.model import Finding, Outcome, Severity

ICONS = {Severity.ERROR: "failed", Severity.WARNING: "review", Severity.INFO: "unused"}
UNMEASURED_ICON = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding as it is shown; ``kind`` is its style."""

    name: str
    kind: str
    icon: str
    measured: str
    required: str
    fix: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """Findings of one kind under a title that opens and folds them."""

    title: str
    kind: str
    icon: str
    open: bool
    rows: list[FindingView]


def grouped(findings: Sequence[Finding], points: Mapping[str, int]) -> Iterator[GroupView]:
    """``findings`` by what they mean, the worst first; those that call for a look are unfolded."""
    broken = [(severity, [f for f in findings if f.broken and f.severity is severity]) for severity in Severity]
    for severity, found in broken:
        if found:
            title = f"{words.GRADES[severity]} ({len(found)})"
            rows = [shown(f, points) for f in found]
            unfolded = severity is not Severity.INFO
            yield GroupView(title=title, kind=severity.value, icon=ICONS[severity], open=unfolded, rows=rows)
    unmeasured = [shown(f, {}) for f in findings if f.outcome is Outcome.NOT_MEASURED]
    if unmeasured:
        title = f"{words.UNMEASURED} ({len(unmeasured)})"
        yield GroupView(title=title, kind="open", icon=UNMEASURED_ICON, open=False, rows=unmeasured)
    passed = [shown(f, {}) for f in findings if f.outcome is Outcome.PASS]
    if passed:
        yield GroupView(title=f"Fine ({len(passed)})", kind="ready", icon="ready", open=False, rows=passed)


def shown(finding: Finding, points: Mapping[str, int]) -> FindingView:
    """``finding`` in the words of a report; ``points`` are those that broken rules cost, by rule."""
    kind = {Outcome.PASS: "pass", Outcome.NOT_MEASURED: "open"}.get(finding.outcome, finding.severity.value)
    icon = {Outcome.PASS: "ready", Outcome.NOT_MEASURED: UNMEASURED_ICON}.get(finding.outcome, ICONS[finding.severity])
    return FindingView(
        name=words.rule(finding.rule),
        kind=kind,
        icon=icon,
        measured=finding.measured,
        required=finding.required,
        fix=finding.fix,
        points=points.get(finding.rule, 0),
    )

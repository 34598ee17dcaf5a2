"""One number for a picture, 0…100. It is Whitecove's own, not the marketplace's.

100, less the weight of every broken rule: what the profile gives the rule, else what its severity usually costs. A
rule whose finding is milder than the rule (a picture magnified a little) costs what the milder severity does. Rules
that could not be measured cost nothing: their findings say that they are open.
"""

from __future__ import annotations

from collections.abc import Iterable

from whitecove.core.model import Finding, Severity
from whitecove.core.profiles import Profile

WEIGHTS = {Severity.ERROR: 30, Severity.WARNING: 8, Severity.INFO: 2}


def score(findings: Iterable[Finding], profile: Profile) -> int:
    """What is left of 100 points."""
    return max(0, 100 - sum(lost(findings, profile).values()))


def lost(findings: Iterable[Finding], profile: Profile) -> dict[str, int]:
    """The points that each broken rule costs, by rule id, in the order of the findings."""
    return {finding.rule: _weight(finding, profile) for finding in findings if finding.broken}


def _weight(finding: Finding, profile: Profile) -> int:
    rule = profile.find(finding.rule)
    if rule is None or rule.weight is None:
        return WEIGHTS[finding.severity]
    milder = finding.severity is not rule.severity and finding.severity not in rule.severity_in.values()
    return min(rule.weight, WEIGHTS[finding.severity]) if milder else rule.weight

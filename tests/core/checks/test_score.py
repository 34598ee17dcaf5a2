from __future__ import annotations

import pytest

from tests.core.checks import pictures
from whitecove.core.checks.examine import examine
from whitecove.core.checks.registry import judge
from whitecove.core.checks.score import WEIGHTS, lost, score
from whitecove.core.model import Finding, Outcome, Severity, Slot


def broken(rule: str, severity: Severity, outcome: Outcome = Outcome.FAIL) -> Finding:
    return Finding(rule=rule, severity=severity, outcome=outcome, measured="m", required="r")


def test_a_picture_that_keeps_every_rule_has_all_points() -> None:
    assert score(judge(pictures.good(), pictures.profile(), Slot.MAIN).findings, pictures.profile()) == 100


def test_a_file_that_does_not_decode_has_none() -> None:
    verdict = judge(examine(b"nothing", "a.jpg"), pictures.profile(), Slot.MAIN)
    assert score(verdict.findings, pictures.profile()) == 0


@pytest.mark.parametrize(
    ("finding", "points"),
    [
        (broken("subject.fill", Severity.WARNING), WEIGHTS[Severity.WARNING]),
        (broken("pixels.upscaled", Severity.INFO), WEIGHTS[Severity.INFO]),
        (broken("background.white", Severity.ERROR), 40),
        (broken("colour.srgb", Severity.WARNING), WEIGHTS[Severity.WARNING]),
        (broken("no.such_rule", Severity.ERROR), WEIGHTS[Severity.ERROR]),
    ],
)
def test_a_broken_rule_costs_its_weight(finding: Finding, points: int) -> None:
    assert lost([finding], pictures.profile()) == {finding.rule: points}
    assert score([finding], pictures.profile()) == 100 - points


@pytest.mark.parametrize("outcome", [Outcome.PASS, Outcome.NOT_MEASURED])
def test_other_outcomes_cost_nothing(outcome: Outcome) -> None:
    assert score([broken("background.white", Severity.ERROR, outcome)], pictures.profile()) == 100

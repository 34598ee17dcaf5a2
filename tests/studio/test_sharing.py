"""Equal findings are kept once."""

from __future__ import annotations

import pickle
from dataclasses import replace

from whitecove.core.model import Box, Finding, Outcome, PhotoResult, Rendition, Severity, Slot, State
from whitecove.studio.sharing import Shared

WHITE = Finding(
    rule="background.white", severity=Severity.ERROR, outcome=Outcome.PASS, measured="0 px off", required="all white"
)
CUT = replace(WHITE, rule="subject.cut", outcome=Outcome.FAIL, value=0.5, where=Box(0, 0, 10, 10))
RESULT = PhotoResult(
    state=State.REVIEW,
    reason="It is cut off.",
    facts=None,
    renditions=(Rendition(slot=Slot.MAIN, file="a.jpg", state=State.REVIEW, reason="", findings=(WHITE, CUT)),),
    findings=(replace(WHITE, rule="source.size"),),
)


def come_again(result: PhotoResult) -> PhotoResult:
    """The same from another process."""
    again = pickle.loads(pickle.dumps(result))  # noqa: S301 (our own bytes)
    assert isinstance(again, PhotoResult)
    return again


def test_results_stay_what_they_were() -> None:
    assert Shared()(come_again(RESULT)) == RESULT


def test_equal_findings_are_one_object() -> None:
    shared = Shared()
    first, second = shared(come_again(RESULT)), shared(come_again(RESULT))
    pairs = zip(first.renditions[0].findings, second.renditions[0].findings, strict=True)
    assert all(one is other for one, other in pairs)
    assert first.findings[0] is second.findings[0]


def test_findings_that_differ_stay_apart() -> None:
    shared = Shared()
    shared(come_again(RESULT))
    moved = replace(CUT, where=Box(0, 0, 11, 10))
    other = replace(RESULT, renditions=(replace(RESULT.renditions[0], findings=(WHITE, moved)),))
    assert shared(come_again(other)).renditions[0].findings[1] == moved

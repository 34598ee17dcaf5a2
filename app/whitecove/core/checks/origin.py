"""Rules on where a photo comes from."""

from __future__ import annotations

from whitecove.core.model import Finding, Outcome, SourceFacts
from whitecove.core.profiles import Rule


def camera(facts: SourceFacts, rule: Rule) -> Finding:
    """The original still says when and with what it was taken: the evidence that an appeal needs."""
    there = [part for part in (facts.captured, facts.camera) if part]
    missing = [n for n, part in (("capture time", facts.captured), ("camera", facts.camera)) if not part]
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        outcome=Outcome.FAIL if missing else Outcome.PASS,
        measured=f"no {' and no '.join(missing)}" if missing else ", ".join(there),
        required="capture time and camera in the original's EXIF",
        fix="Fetch the original from the camera or phone while it is still there: messengers strip this."
        if missing
        else "",
    )

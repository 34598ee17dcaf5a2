"""What the checks panel shows of a photo, as values: findings in groups, the worst first, and what may be done."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from whitecove.batch import words
from whitecove.core.checks.score import lost
from whitecove.core.model import Box, Finding, Outcome, PhotoResult, Rendition, Severity, State
from whitecove.core.profiles import Profile
from whitecove.gui.panels.fixes import ANOTHER, APPROVE, TOUCH_UP, Fix, fixes_of, fixes_of_doubt
from whitecove.gui.plain_words import note, rule_name, said
from whitecove.gui.state_words import place_words

DOUBT = "subject.doubt"
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z\u4e00-\u9fff])")


class Kind(StrEnum):
    """What findings mean for a picture."""

    FAIL = "fail"
    WARNING = "warning"
    NOTE = "note"
    UNMEASURED = "unmeasured"
    PASS = "pass"  # noqa: S105 (a verdict, not a password)


@dataclass(frozen=True, slots=True)
class Look:
    """The icon of a kind, the name of its colour, and whether its group is open at first."""

    icon: str
    tone: str
    is_open: bool


LOOKS: Mapping[Kind, Look] = {
    Kind.FAIL: Look("x-circle", "failed", True),
    Kind.WARNING: Look("alert", "review", True),
    Kind.NOTE: Look("info", "working", False),
    Kind.UNMEASURED: Look("help", "unused", False),
    Kind.PASS: Look("check-circle", "ready", False),
}
KINDS = {Severity.ERROR: Kind.FAIL, Severity.WARNING: Kind.WARNING, Severity.INFO: Kind.NOTE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A finding as it is shown. ``why`` says why the rule matters, ``source`` who says so; ``points`` is what it costs
    in the score; ``where`` is in the picture."""

    rule: str
    kind: Kind
    name: str
    measured: str
    required: str
    advice: str
    why: str
    source: str
    points: int
    where: Box | None
    fixes: tuple[Fix, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A reason for a photo's state: a sentence, where in the picture to look, and what to do."""

    sentence: str
    where: Box | None
    fixes: tuple[Fix, ...]


def kind_of(finding: Finding) -> Kind:
    """What ``finding`` means."""
    if finding.outcome is Outcome.NOT_MEASURED:
        return Kind.UNMEASURED
    return KINDS[finding.severity] if finding.broken else Kind.PASS


def title_of(kind: Kind) -> str:
    """The heading of a group."""
    translate = QCoreApplication.translate
    return {
        Kind.FAIL: translate("Checks", "Must be fixed"),
        Kind.WARNING: translate("Checks", "Worth a look"),
        Kind.NOTE: translate("Checks", "Good to know"),
        Kind.UNMEASURED: translate("Checks", "Not measured"),
        Kind.PASS: translate("Checks", "Fine"),
    }[kind]


def word_of(kind: Kind) -> str:
    """What the icon of a row says, for those who do not see it."""
    translate = QCoreApplication.translate
    return {
        Kind.FAIL: translate("Checks", "Fails"),
        Kind.WARNING: translate("Checks", "Warning"),
        Kind.NOTE: translate("Checks", "Note"),
        Kind.UNMEASURED: translate("Checks", "Not measured"),
        Kind.PASS: translate("Checks", "Passes"),
    }[kind]


def grouped(findings: Sequence[Finding], made: Rendition | None, book: Profile | None) -> dict[Kind, list[Row]]:
    """``findings`` on the picture ``made`` (none: on the photo or product, which have no score) as rows, by kind; kinds
    that there are none of are left out."""
    costs = lost(findings, book) if book and made else {}
    rows = [_row(finding, made, book, costs.get(finding.rule, 0)) for finding in findings]
    return {kind: found for kind in Kind if (found := [row for row in rows if row.kind is kind])}


def _row(finding: Finding, made: Rendition | None, book: Profile | None, points: int) -> Row:
    rule = book.find(finding.rule) if book else None
    sources = book.sources_of(rule) if book and rule else ()
    return Row(
        rule=finding.rule,
        kind=kind_of(finding),
        name=rule_name(finding.rule),
        measured=said(finding.measured.removeprefix("not measured: ")),
        required=said(finding.required),
        advice=said(finding.fix),
        why=note(rule.note) if rule else "",
        source="; ".join(source.title for source in sources),
        points=points,
        where=finding.where,
        fixes=fixes_of(finding, made),
    )


def trusted_score(made: Rendition, book: Profile | None) -> int | None:
    """The score of ``made`` where its lost points can be named, else None."""
    if book is None or made.score is None:
        return None
    return made.score if made.score == max(0, 100 - sum(lost(made.findings, book).values())) else None


def doubts(made: Rendition) -> list[Doubt]:
    """Why ``made`` is not ready, a sentence each. The first that speaks of its cutout is shown where the doubt lies."""
    doubt = next((each for each in made.findings if each.rule == DOUBT), None)
    where = doubt.where if doubt and doubt.broken else None
    reasons = []
    for sentence in reasons_in(made.reason):
        broken = _rule_of(sentence, made)
        if broken:
            measured = f"{rule_name(broken.rule)}: {said(broken.measured)}."
            reasons.append(Doubt(sentence=measured, where=broken.where, fixes=()))
            continue
        reasons.append(Doubt(sentence=said(sentence), where=where, fixes=fixes_of_doubt(sentence)))
        where = None
    return reasons


def _rule_of(sentence: str, made: Rendition) -> Finding | None:
    """The finding that a sentence of a reason is."""
    return next((each for each in made.findings if sentence.startswith(f"{each.rule}: ")), None)


def offered_for(made: Rendition) -> tuple[Fix, ...]:
    """What can be done about a doubtful cutout as a whole. Approving is only offered where it is enough: no approval
    lifts a rule that is broken."""
    if made.state is not State.REVIEW or all(_rule_of(sentence, made) for sentence in reasons_in(made.reason)):
        return ()
    is_enough = not any(
        each.broken and each.severity is Severity.ERROR and each.rule != DOUBT for each in made.findings
    )
    return (APPROVE, TOUCH_UP, ANOTHER) if is_enough else (TOUCH_UP, ANOTHER)


def reasons_in(reason: str) -> list[str]:
    """The sentences of a reason; what is required and what to do about it stay with the rule that they belong to."""
    parts = _SENTENCES.split(reason) if reason else []
    if parts and words.ANNOUNCED.match(parts[0]) and len(parts) > 1:
        return [f"{parts[0]} {parts[1]}", *parts[2:]]
    return parts


def pictures_of(result: PhotoResult | None) -> list[Rendition]:
    """The pictures that were made, or tried, of a photo, the one to show first in front."""
    return list(result.renditions) if result else []


def picture_name(made: Rendition) -> str:
    """What a picture is for."""
    return place_words(made.slot, made.order, made.variant)

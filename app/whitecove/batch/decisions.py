"""What a person decided about photos and pictures, kept beside the delivery; a later decision replaces an earlier one.

``approve`` and ``reject`` are about a finished picture: they hold for just these bytes, made of just this photo, so a
picture that is made anew and comes out differently must be looked at again. ``reshoot`` is about the photo: it holds
until another one comes in its place, which has another hash, or one of its pictures is approved after all.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pydantic import TypeAdapter, ValidationError

from whitecove.batch import store, words
from whitecove.core.checks.score import score
from whitecove.core.messages import sentence
from whitecove.core.model import Outcome, PhotoResult, Rendition, Slot, State, Verdict

if TYPE_CHECKING:
    from whitecove.core.profiles import Profile

FILE = f"{store.MEMORY}/decisions.jsonl"
SCHEMA = 1
DOUBT = "subject.doubt"
APPROVED = "approved by a person"
LONGEST_REASON = 300


class Kind(StrEnum):
    """What a person can decide; ``none`` takes an earlier decision back."""

    APPROVE = "approve"
    REJECT = "reject"
    RESHOOT = "reshoot"
    NONE = "none"


class Reason(StrEnum):
    """Why photos are mostly refused; any other words will do, too."""

    DIRTY = "dirty"
    BLURRED = "blurred"
    CUT_OFF = "cut off"
    WRONG_ITEM = "wrong item"


class PictureKey(NamedTuple):
    """One finished picture: the photo it was made of, what for, and its bytes."""

    source_sha256: str
    slot: Slot
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision. Without ``slot`` and ``sha256``, those of a picture, it is about the photo as such. ``source`` is
    the photo's name at that time, for people to read; ``reason`` a few words, or empty."""

    kind: Kind
    source_sha256: str
    slot: Slot | None = None
    sha256: str = ""
    reason: str = ""
    source: str = ""

    @property
    def picture(self) -> PictureKey | None:
        """The picture that it is about; none where it is about the photo."""
        return PictureKey(self.source_sha256, self.slot, self.sha256) if self.slot and self.sha256 else None


DECISION: TypeAdapter[Decision] = TypeAdapter(Decision)


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions that hold: on photos to shoot again by the photo's SHA-256, and on pictures."""

    photos: Mapping[str, Decision] = field(default_factory=dict)
    pictures: Mapping[PictureKey, Decision] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.photos or self.pictures)


def read(out: Path) -> Decisions:
    """The decisions that hold in the delivery ``out``. Lines that a power cut tore, and those of a version that we do
    not know, are passed over."""
    try:
        data = (out / FILE).read_bytes()
    except OSError:
        return Decisions()
    parsed = (_parsed(line) for line in data.split(b"\n"))
    return settled(decision for decision in parsed if decision)


def record(out: Path, decisions: Sequence[Decision]) -> None:
    """Adds ``decisions`` to those kept in the delivery ``out``: all of them or none.

    Raises:
        OutputError: the disk does not take them.
    """
    path = out / FILE
    data = b"".join(_line(decision) for decision in decisions)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+") as file:
            whole = file.tell()
            if whole and not store.ends_whole(path):
                data = b"\n" + data
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                file.truncate(whole)
                raise
    except OSError as error:
        raise store.refusal(error, path) from error


def settled(log: Iterable[Decision]) -> Decisions:
    """What holds after the decisions of ``log``, in order."""
    photos: dict[str, Decision] = {}
    pictures: dict[PictureKey, Decision] = {}
    for decision in log:
        key = decision.picture
        if key:
            # Taken out first, so that the latest stands last.
            pictures.pop(key, None)
            if decision.kind in (Kind.APPROVE, Kind.REJECT):
                pictures[key] = decision
        if decision.kind is Kind.RESHOOT or _releases(decision):
            photos.pop(decision.source_sha256, None)
        if decision.kind is Kind.RESHOOT:
            photos[decision.source_sha256] = decision
    return Decisions(photos, pictures)


def applied(
    result: PhotoResult, source_sha256: str, decisions: Decisions, profile: Profile | None = None
) -> PhotoResult:
    """``result`` as the person wants it. An approval lifts doubt about a picture, never a rule that it breaks.

    With ``profile``, the points of an approved picture are counted anew. Doing it twice changes nothing more.
    """
    if result.state is State.WAITING:
        return result
    refused = decisions.photos.get(source_sha256)
    if refused:
        return _to_shoot_again(result, refused)
    made = tuple(
        _decided(each, decisions.pictures.get(PictureKey(source_sha256, each.slot, each.sha256)), profile)
        for each in result.renditions
    )
    if made == result.renditions:
        return result
    worst = next((each for each in made if each.state is not State.READY), made[0])
    return replace(result, state=worst.state, reason=worst.reason, renditions=made)


def worded(reason: str) -> str:
    """``reason`` as it is kept: on one line, not endless, without a stop at its end; the usual ones in their usual
    words (``Cut-off`` is ``cut off``)."""
    text = " ".join(reason.encode("utf-8", "replace").decode("utf-8").split())[:LONGEST_REASON].rstrip(" .。!！")
    plain = text.casefold().replace("-", " ").replace("_", " ")
    return next((usual.value for usual in Reason if usual.value == plain), text)


def told(decision: Decision) -> str:
    """A decision as a phrase: ``refused by a person: blurred``."""
    verb = {
        Kind.APPROVE: APPROVED,
        Kind.REJECT: "refused by a person",
        Kind.RESHOOT: "to be shot again",
        Kind.NONE: "no longer decided",
    }[decision.kind]
    return f"{verb}: {decision.reason}" if decision.reason else verb


def _releases(decision: Decision) -> bool:
    """Whether a decision takes the photo off the reshoot list."""
    return decision.kind is Kind.APPROVE or (decision.kind is Kind.NONE and decision.picture is None)


def _decided(made: Rendition, decision: Decision | None, profile: Profile | None) -> Rendition:
    if decision is None:
        return made
    if decision.kind is Kind.APPROVE:
        return _approved(made, decision, profile)
    state = State.REVIEW if made.state is State.READY else made.state
    reason = _said("decision.refused", decision) if state is State.REVIEW else made.reason
    return replace(made, state=state, reason=reason, decision=told(decision))


def _approved(made: Rendition, decision: Decision, profile: Profile | None) -> Rendition:
    findings = tuple(
        replace(each, outcome=Outcome.PASS, measured=f"{each.measured}, {APPROVED}", fix="")
        if each.rule == DOUBT and each.broken
        else each
        for each in made.findings
    )
    points = score(findings, profile) if profile and made.score is not None else made.score
    made = replace(made, findings=findings, score=points, decision=told(decision))
    if made.state is not State.REVIEW:
        return made
    errors = Verdict(findings=findings).errors
    if not errors:
        return replace(made, state=State.READY, reason="")
    broken = ", ".join(dict.fromkeys(words.rule(each.rule) for each in errors))
    return replace(made, reason=sentence("decision.approved_but", problem=errors[0].sentence, rules=broken))


def _to_shoot_again(result: PhotoResult, decision: Decision) -> PhotoResult:
    reason = _said("decision.reshoot", decision)
    made = tuple(
        replace(each, state=State.RESHOOT, reason=reason, decision=told(decision)) for each in result.renditions
    )
    return replace(result, state=State.RESHOOT, reason=reason, renditions=made)


def _said(code: str, decision: Decision) -> str:
    return sentence(code, why=f": {decision.reason}" if decision.reason else "")


def _line(decision: Decision) -> bytes:
    entry = {"schema": SCHEMA, **DECISION.dump_python(decision, mode="json")}
    return json.dumps(entry, ensure_ascii=False).encode() + b"\n"


def _parsed(line: bytes) -> Decision | None:
    try:
        entry = json.loads(line)
        known = isinstance(entry, dict) and entry.pop("schema", None) == SCHEMA
        decision = DECISION.validate_python(entry) if known else None
    except (ValueError, ValidationError):
        return None
    return decision if decision and decision.source_sha256 else None

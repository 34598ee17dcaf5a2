"""Rules on a listing's pictures together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whitecove.core.checks.answers import count
from whitecove.core.checks.check import SetFacts
from whitecove.core.model import Finding, Outcome, Severity, Slot, Tag
from whitecove.core.profiles import Rule

# What a tag is called in a sentence.
SHOWN = {Tag.ANGLE: "another side", Tag.CLOSE_UP: "a close-up", Tag.SCENE: "a scene", Tag.SIZE: "the size"}
MARKETING = {Slot.MARKETING_SQUARE: "a square one (1:1)", Slot.MARKETING_PORTRAIT: "a portrait (3:4)"}
# Of the pictures that look alike, no more pairs are named.
NAMED_AT_MOST = 3
UNTOLD = "not measured: no name or folder says what the details show"


def main(facts: SetFacts, rule: Rule) -> Finding:
    """There is exactly one main picture for each product page."""
    each = "" if facts.cards == 1 else ", one a product page"
    return _answer(
        facts.mains == facts.cards, rule, facts.mains,
        measured=count(facts.mains, "main picture"),
        required=f"exactly {count(facts.cards, 'main picture')}{each}",
        fix=_one_main(facts),
    )  # fmt: skip


def _one_main(facts: SetFacts) -> str:
    if facts.cards > 1:
        return "Choose a main picture for each variant."
    return "Keep one main picture and make the others details." if facts.mains else "Choose a main picture."


def details(facts: SetFacts, rule: Rule) -> Finding:
    """As many details are used as the marketplace takes; what is left over is said. None at all gets a warning."""
    most = int(rule.number("most"))
    used = facts.mains + facts.details
    finding = _answer(
        1 <= facts.details <= most * facts.cards, rule, facts.details,
        measured=f"{count(used + facts.unused, 'photo')}: {used} used, {facts.unused} kept aside",
        required=f"1 to {most} details" + (" a product page" if facts.cards > 1 else ""),
        fix=f"Keep the best {most} details." if facts.details else "Add photos of other sides, of details and of use.",
    )  # fmt: skip
    return finding if facts.details else replace(finding, severity=Severity.WARNING)


def variety(facts: SetFacts, rule: Rule) -> Finding:
    """The details show the product from another side, close up, in use and its size. Where nothing tells what any of
    them shows, there is no answer."""
    required = _joined([SHOWN[tag] for tag in Tag])
    if not facts.tags:
        return _untold(rule, required)
    shown, missing = ([SHOWN[tag] for tag in Tag if (tag in facts.tags) is known] for known in (True, False))
    return _answer(
        not missing, rule, len(shown),
        measured=f"details show {_joined(shown)}",
        required=required,
        fix=f"Add a detail that shows {_joined(missing)}.",
    )  # fmt: skip


def size_reference(facts: SetFacts, rule: Rule) -> Finding:
    """A detail shows how large the product is: a size chart, or something everybody knows the size of. Where nothing
    tells what any of them shows, there is no answer."""
    required = "a detail with a size chart or an object to compare with"
    if not facts.tags:
        return _untold(rule, required)
    shown = Tag.SIZE in facts.tags
    return _answer(
        shown, rule, int(shown),
        measured="a detail shows the size" if shown else "no detail is known to show the size",
        required=required,
        fix="Add a size chart or a photo beside a known object, with size or 尺码 in its name.",
    )  # fmt: skip


def slots(facts: SetFacts, rule: Rule) -> Finding:
    """Both marketing pictures are there. Where none was made, the shop may have them from elsewhere: no answer."""
    required = f"marketing pictures: {_joined(list(MARKETING.values()))}"
    present, missing = ([MARKETING[s] for s in MARKETING if (s in facts.slots) is there] for there in (True, False))
    if not present:
        return _unmeasured(rule, "not measured: no marketing picture was asked for", required)
    return _answer(
        not missing, rule, len(present),
        measured=f"marketing pictures: {_joined(present)}",
        required=required,
        fix="Add the missing marketing picture.",
    )  # fmt: skip


def duplicate(pairs: Sequence[tuple[str, str]], compared: int, rule: Rule) -> Finding:
    """No two pictures are nearly identical.

    ``pairs`` name those that are, ``compared`` is how many pictures of the listing could be compared at all.
    """
    required = "no nearly identical pictures, here or in another listing"
    if not compared:
        return _unmeasured(rule, "not measured: no picture could be read", required)
    named = [f"{ours} looks like {theirs}" for ours, theirs in pairs[:NAMED_AT_MOST]]
    more = [f"{len(pairs) - NAMED_AT_MOST} more"] if len(pairs) > NAMED_AT_MOST else []
    return _answer(
        not pairs, rule, len(pairs),
        measured="; ".join([*named, *more]) or "all pictures differ",
        required=required,
        fix="Keep one of them, and check that each photo is in the right listing.",
    )  # fmt: skip


def _joined(phrases: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(phrases[:-1]), phrases[-1]] if len(phrases) > 1 else phrases)


def _untold(rule: Rule, required: str) -> Finding:
    return _unmeasured(rule, UNTOLD, required)


def _unmeasured(rule: Rule, why: str, required: str) -> Finding:
    return Finding(rule=rule.id, severity=rule.severity, outcome=Outcome.NOT_MEASURED, measured=why, required=required)


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

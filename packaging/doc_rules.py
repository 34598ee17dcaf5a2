"""The parts that come from the AliExpress profile, the checks and the message table."""

from __future__ import annotations

from itertools import groupby

from doc_tables import table
from whitecove.core.checks import listing_set
from whitecove.core.checks.registry import CHECKS, SET_CHECKS, SOURCE_CHECKS
from whitecove.core.checks.score import WEIGHTS
from whitecove.core.messages import MESSAGES
from whitecove.core.profiles import Profile, Rule, load_profile

PROFILE = "aliexpress"


def rules() -> str:
    """Every rule of the profile: when it holds, where, how hard it is, why, and who says so."""
    profile = load_profile(PROFILE)
    measures = [
        *((check.id, check.ask.__doc__) for check in CHECKS),
        *((check.id, check.ask.__doc__) for check in SET_CHECKS),
        *((check.id, check.ask.__doc__) for check in SOURCE_CHECKS),
        ("set.duplicate", listing_set.duplicate.__doc__),  # judged over the whole batch
    ]
    meanings = {rule_id: _first_paragraph(about) for rule_id, about in measures}
    heads = ("Rule", "Holds when", "Numbers", "Asked of", "When broken", "Why", "Source")
    rows = (
        (
            f"`{rule.id}`", meanings[rule.id], _numbers(rule), ", ".join(rule.applies_to), _severity(rule), rule.note,
            _source(profile, rule),
        )
        for rule in profile.rules
    )  # fmt: skip
    return table(heads, rows)


def slots() -> str:
    """What each slot takes."""
    rows = []
    for slot, spec in load_profile(PROFILE).slots.items():
        smallest = [f"{spec.min_side} px a side"] + [f"{w} × {h} in {a}" for a, (w, h) in spec.min_sizes.items()]
        count = str(spec.max_count) if spec.max_count else "any number"
        rows.append((f"`{slot}`", count, " or ".join(spec.aspects) or "any", "; ".join(smallest)))
    return table(("Slot", "Pictures", "Shape", "Smallest"), rows)


def weights() -> str:
    """What a broken rule costs in the score."""
    special = [f"`{rule.id}` {rule.weight}" for rule in load_profile(PROFILE).rules if rule.weight is not None]
    usual = ", ".join(f"{severity} {weight}" for severity, weight in WEIGHTS.items())
    return f"Points lost for a broken rule: {usual}; by the profile: {', '.join(special)}."


def sources() -> str:
    """Where the rules were read."""
    rows = []
    for source in load_profile(PROFILE).sources.values():
        title = f"[{source.title}]({source.url})" if source.url else source.title
        rows.append((f"`{source.id}`", title, source.date))
    return table(("Source", "What", "Date"), rows)


def messages() -> str:
    """Every error code with its sentence and next step, by the part that raises it."""
    parts = []
    for group, codes in groupby(MESSAGES, key=lambda code: code.split(".")[0]):
        rows = [(f"`{code}`", _prose(MESSAGES[code].what), _prose(MESSAGES[code].next)) for code in codes]
        parts.append(f"## {group}\n\n{table(('Code', 'What happened', 'What to do'), rows)}")
    return "\n\n".join(parts)


def _first_paragraph(text: str | None) -> str:
    return (text or "").split("\n\n", maxsplit=1)[0]


def _numbers(rule: Rule) -> str:
    def words(value: object) -> str:
        if isinstance(value, tuple):
            return ", ".join(value)
        return f"{value:,}" if isinstance(value, int) else str(value)

    return ", ".join(f"{key} {words(value)}" for key, value in rule.params.items())


def _severity(rule: Rule) -> str:
    return ", ".join([str(rule.severity), *(f"{severity} for {slot}" for slot, severity in rule.severity_in.items())])


def _source(profile: Profile, rule: Rule) -> str:
    ours = rule.source.startswith("own: ")
    return rule.source if ours else ", ".join(f"`{source.id}`" for source in profile.sources_of(rule))


def _prose(template: str) -> str:
    return template.replace("{", "*").replace("}", "*")

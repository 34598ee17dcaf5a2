"""All checks, and how a file, a source photo and a listing are judged by them.

A new check is a function in one file of this package and one line here; profiles may then ask its rule.
"""

from __future__ import annotations

from collections.abc import Mapping

from whitecove.core.checks import background, colour, file, light, listing_set, meta, origin, pixels, subject
from whitecove.core.checks.answers import unmeasured
from whitecove.core.checks.check import Check, Needs, Number, Params, SetCheck, SetFacts, SourceCheck, Words
from whitecove.core.checks.context import Context
from whitecove.core.checks.examine import Examined
from whitecove.core.model import Finding, Prepared, Slot, SourceFacts, Verdict
from whitecove.core.profiles import Profile, Rule

CHECKS: tuple[Check, ...] = (
    Check("file.readable", file.readable, Needs.BYTES),
    Check("file.format", file.kind, Needs.BYTES, {"formats": Words(tuple(file.EXTENSIONS), several=True)}),
    Check("file.extension", file.extension, Needs.BYTES),
    Check("file.bytes", file.size, Needs.BYTES, {"floor": Number(whole=True), "ceiling": Number(1, whole=True)}),
    Check("pixels.min_side", pixels.min_side, Needs.HEADER),
    Check("pixels.long_edge", pixels.long_edge, Needs.HEADER, {"ceiling": Number(1, whole=True)}),
    Check("pixels.recommended", pixels.recommended, Needs.HEADER, {"side": Number(1, whole=True)}),
    Check("pixels.aspect", pixels.aspect, Needs.HEADER),
    Check("pixels.upscaled", pixels.upscaled, Needs.PREPARED, {"mentioned_to": Number(1)}),
    Check("colour.mode", colour.mode, Needs.HEADER),
    Check("colour.srgb", colour.srgb, Needs.PIXELS, {"delta_e": Number()}),
    Check("colour.fidelity", colour.fidelity, Needs.PREPARED, {"median": Number(), "percentile_95": Number()}),
    Check("background.white", background.white, params={"band": Number(whole=True)}),
    Check("background.edge_band", background.edge_band, params={"band": Number(whole=True), "share": Number()}),
    Check("subject.found", subject.found),
    Check("subject.fill", subject.fill, params={"least": Number(), "basis": Words(("box", "area"))}),
    Check("subject.cut_off", subject.cut_off),
    Check("subject.edge_lost", subject.edge_lost, params={"share": Number(), "levels": Number()}),
    Check("subject.doubt", subject.doubt, Needs.PREPARED),
    Check("light.luminance", light.luminance, params={"floor": Number()}),
    Check("light.clipped", light.clipped, params={"share": Number()}),
    Check("meta.orientation", meta.orientation, Needs.HEADER),
    Check("meta.private", meta.private, Needs.HEADER),
)

SET_CHECKS: tuple[SetCheck, ...] = (
    SetCheck("set.main", listing_set.main),
    SetCheck("set.details", listing_set.details, {"most": Number(1, whole=True)}),
    SetCheck("set.variety", listing_set.variety),
    SetCheck("set.size_reference", listing_set.size_reference),
    SetCheck("set.slots", listing_set.slots),
)

# Rules that are asked of a whole batch, where all its pictures are known.
BATCH_RULES: Mapping[str, Params] = {"set.duplicate": {"distance": Number(whole=True)}}

SOURCE_CHECKS: tuple[SourceCheck, ...] = (SourceCheck("origin.camera", origin.camera),)


def judge(
    examined: Examined,
    profile: Profile,
    slot: Slot,
    *,
    prepared: Prepared | None = None,
    aspect: str | None = None,
    review_doubt: float = 0.5,
) -> Verdict:
    """All findings on a file that is meant for ``slot``, in the order of the registry.

    ``aspect`` is the shape that was asked for (None: any that the slot takes). Without ``prepared`` the rules on how
    a file was made (how much it was magnified, its colour against the source, the cutout's doubt) are not asked. A
    rule that is asked and cannot be measured says so, and never passes.
    """
    context = Context(examined, profile, slot, prepared, aspect, review_doubt)
    asked = ((check, profile.find(check.id)) for check in CHECKS)
    return Verdict(
        findings=tuple(
            _ask(check, rule, context)
            for check, rule in asked
            if rule and rule.severity_for(slot) and (prepared or check.needs is not Needs.PREPARED)
        )
    )


def judge_set(facts: SetFacts, profile: Profile) -> tuple[Finding, ...]:
    """The findings on a listing's pictures together."""
    asked = ((check, profile.find(check.id)) for check in SET_CHECKS)
    return tuple(check.ask(facts, rule) for check, rule in asked if rule)


def judge_source(facts: SourceFacts, profile: Profile) -> tuple[Finding, ...]:
    """The findings on a source photo itself."""
    asked = ((check, profile.find(check.id)) for check in SOURCE_CHECKS)
    return tuple(check.ask(facts, rule) for check, rule in asked if rule)


def params_of() -> dict[str, Params]:
    """The parameters that each known rule takes in a profile, by rule id."""
    checks: tuple[Check | SetCheck | SourceCheck, ...] = (*CHECKS, *SET_CHECKS, *SOURCE_CHECKS)
    return {check.id: check.params for check in checks} | dict(BATCH_RULES)


def _ask(check: Check, rule: Rule, context: Context) -> Finding:
    if check.needs >= Needs.HEADER and not context.file.width:
        return unmeasured(rule, context, context.file.problem)
    if check.needs >= Needs.PIXELS and context.file.rgb is None:
        return unmeasured(rule, context, context.file.problem)
    return check.ask(context.file, rule, context)

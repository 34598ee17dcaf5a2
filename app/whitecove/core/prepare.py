"""One photo, the whole job on one page: read, then for each picture wanted cut out, compose, encode, prove."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from whitecove.core import colour, encode, metadata
from whitecove.core.checks.examine import examine
from whitecove.core.checks.registry import judge, judge_source
from whitecove.core.checks.score import score
from whitecove.core.compose import Frame, compose_cutout, compose_scene
from whitecove.core.engines.base import Engine
from whitecove.core.engines.given import flattened
from whitecove.core.engines.registry import cut_out
from whitecove.core.model import (
    Composition,
    Cutout,
    Encoded,
    Photo,
    PhotoResult,
    Picture,
    Prepared,
    Rendition,
    Slot,
    State,
    Verdict,
    Want,
)
from whitecove.core.options import Options
from whitecove.core.profiles import Profile
from whitecove.core.read import read_photo

# Writes bytes under a name below the delivery folder, atomically, and hands back what can be read there afterwards.
Write: TypeAlias = Callable[[str, bytes], bytes]

# Where quality 90 does not get a picture under the ceiling, the canvas shrinks by these, then quality falls further.
CANVAS_STEPS = (1.0, 0.9, 0.8, 0.7, 0.6)
# A product magnified more than this is a blur, whatever the rules of the marketplace say.
MOST_MAGNIFIED = 8.0
MAGNIFIED = "The product is so small in the photo that it was magnified {scale:.0f} times: take a larger photo of it."
ASPECTS = {"1:1": (1, 1), "3:4": (3, 4)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is the same for all photos of a batch."""

    options: Options
    profile: Profile
    engine: Engine


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A rendition under way: each step adds its part."""

    picture: Picture
    want: Want
    context: Context
    write: Write
    cutout: Cutout | None = None
    composition: Composition | None = None
    encoded: Encoded | None = None
    rendition: Rendition | None = None


def prepare(photo: Photo, wants: tuple[Want, ...], context: Context, write: Write) -> PhotoResult:
    """Every picture wanted of ``photo``, each proven by decoding what ``write`` wrote. A photo that nothing is wanted
    of is read all the same, so that its facts are known, and is ``unused``.

    Raises:
        WhitecoveError: the photo cannot be read, has no subject, or the disk does not take the result.
    """
    picture = read_photo(photo.path)
    findings = judge_source(picture.facts, context.profile)
    if not wants:
        reason = "A good photo that no slot took: it is kept aside."
        return PhotoResult(state=State.UNUSED, reason=reason, facts=picture.facts, findings=findings)
    renditions = tuple(make(picture, want, context, write) for want in wants)
    worst = next((r for r in renditions if r.state is not State.READY), renditions[0])
    return PhotoResult(
        state=worst.state, reason=worst.reason, facts=picture.facts, renditions=renditions, findings=findings
    )


def make(picture: Picture, want: Want, context: Context, write: Write) -> Rendition:
    """One rendition of ``picture``: the steps, in order."""
    draft = Draft(picture=picture, want=want, context=context, write=write)
    for step in STEPS:
        draft = step(draft)
    assert draft.rendition is not None  # noqa: S101 (the last step sets it)
    return draft.rendition


def wants_cutout(slot: Slot, options: Options) -> bool:
    """Whether a picture for ``slot`` is cut out; the others keep their scene."""
    if options.engine == "keep":
        return False
    return slot is not Slot.DETAIL or options.details == "white"


def cut(draft: Draft) -> Draft:
    """Cut the product out, where the slot wants it."""
    if not wants_cutout(draft.want.slot, draft.context.options):
        return draft
    return replace(draft, cutout=cut_out(draft.picture, draft.context.engine))


def fit_window(draft: Draft) -> Draft:
    """Compose and encode; on a smaller canvas where the picture cannot get under the ceiling otherwise."""
    profile, slot = draft.context.profile, draft.want.slot
    floor, ceiling = profile.byte_window(slot)
    encodes = 0
    for step in CANVAS_STEPS:
        composition = compose(draft, step)
        size = composition.placement.canvas
        target = encode.Target(
            floor=floor,
            ceiling=ceiling,
            icc=colour.srgb_profile(),
            exif=stamp(draft, size),
            pad=draft.context.options.pad_bytes,
        )
        lowest = encode.LOWEST_QUALITY if step == CANVAS_STEPS[-1] else encode.GOOD_QUALITY
        encoded = encode.fit(composition.rgb, target, lowest=lowest)
        encodes += encoded.encodes
        if encoded.rung != "misses-ceiling":
            break
    rung = "smaller-canvas" if step < 1 and encoded.rung != "low-quality" else encoded.rung
    return replace(draft, composition=composition, encoded=replace(encoded, rung=rung, encodes=encodes))


def compose(draft: Draft, step: float) -> Composition:
    """The pixels of the rendition, on a canvas ``step`` times the one the preset asks for."""
    options, profile, slot = draft.context.options, draft.context.profile, draft.want.slot
    shape = ASPECTS[options.aspect]
    long_side = round((options.canvas or profile.canvas) * step)
    if draft.cutout is not None:
        frame = Frame(
            width=round(long_side * shape[0] / max(shape)),
            height=round(long_side * shape[1] / max(shape)),
            fill=options.fill,
            baseline=options.stand == "baseline",
        )
        return compose_cutout(draft.picture, draft.cutout, frame)
    padded = slot is not Slot.DETAIL or options.details == "pad"
    return compose_scene(
        flattened(draft.picture),
        long_edge=long_side,
        short_side=profile.short_side(slot, options.aspect),
        shape=shape if padded else None,
    )


def stamp(draft: Draft, size: tuple[int, int]) -> bytes:
    """The EXIF block of the rendition."""
    options = draft.context.options
    return metadata.stamp(
        draft.picture.exif,
        width=size[0],
        height=size[1],
        keep_camera=options.keep_camera,
        artist=options.artist,
        copyright=options.copyright,
    )


def prove(draft: Draft) -> Draft:
    """Write, read again, judge: only what the disk gives back counts."""
    assert draft.composition is not None  # noqa: S101 (`fit_window` ran)
    assert draft.encoded is not None  # noqa: S101
    options, profile, want = draft.context.options, draft.context.profile, draft.want
    data = draft.write(want.file, draft.encoded.data)
    prepared = Prepared(
        composition=draft.composition,
        source=draft.picture.facts,
        doubt=draft.cutout.doubt if draft.cutout else 0.0,
        reasons=draft.cutout.reasons if draft.cutout else (),
    )
    examined = examine(data, want.file)
    verdict = judge(
        examined, profile, want.slot, prepared=prepared, aspect=options.aspect, review_doubt=options.review_doubt
    )
    state, reason = decide(verdict, prepared, options)
    rendition = Rendition(
        slot=want.slot,
        file=want.file,
        state=state,
        reason=reason,
        findings=verdict.findings,
        placement=draft.composition.placement,
        engine=draft.cutout.engine if draft.cutout else "keep",
        doubt=draft.cutout.doubt if draft.cutout else None,
        score=score(verdict.findings, profile),
        sha256=hashlib.sha256(data).hexdigest(),
        width=examined.width,
        height=examined.height,
        bytes=len(data),
        encoding={
            "rung": draft.encoded.rung,
            "quality": draft.encoded.quality,
            "encodes": draft.encoded.encodes,
        },
    )
    return replace(draft, rendition=rendition)


def decide(verdict: Verdict, prepared: Prepared, options: Options) -> tuple[State, str]:
    """Ready, or in review and why, in a whole sentence."""
    if prepared.doubt >= options.review_doubt and not prepared.approved:
        return State.REVIEW, " ".join(prepared.reasons) or "The cutout is doubtful: look at it before you use it."
    if verdict.errors:
        first = verdict.errors[0]
        return State.REVIEW, f"{first.rule}: {first.measured}, required {first.required}. {first.fix}".strip()
    if prepared.composition.placement.scale > MOST_MAGNIFIED and not prepared.approved:
        return State.REVIEW, MAGNIFIED.format(scale=prepared.composition.placement.scale)
    return State.READY, ""


STEPS: tuple[Callable[[Draft], Draft], ...] = (cut, fit_window, prove)

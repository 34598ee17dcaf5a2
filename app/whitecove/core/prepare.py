"""One photo, the whole job on one page: read, cut out, then for each picture wanted compose, encode, prove."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from whitecove.core import colour, encode, metadata
from whitecove.core.adjust.chosen import chosen
from whitecove.core.adjust.values import UNTOUCHED, Adjust, Geometry
from whitecove.core.adjust.view import View, view_of
from whitecove.core.checks.examine import Examined, examine, read_at_most
from whitecove.core.checks.registry import judge, judge_source
from whitecove.core.checks.score import score
from whitecove.core.compose import compose_scene, subject_of
from whitecove.core.composing import long_side_of, on_white, room_for_scene
from whitecove.core.corrections.cutting import cut_and_correct, heal_scene
from whitecove.core.corrections.values import Corrections, Heal, summary
from whitecove.core.engines.base import Engine
from whitecove.core.engines.given import flattened
from whitecove.core.engines.registry import built_in, cut_out
from whitecove.core.errors import EngineError, PrepareError, ReadError
from whitecove.core.fingerprint import fingerprint
from whitecove.core.light.asked import as_asked
from whitecove.core.light.curves import Gains
from whitecove.core.light.lighting import with_own_shadow
from whitecove.core.model import (
    Composition,
    Cutout,
    Encoded,
    Finding,
    Photo,
    PhotoResult,
    Picture,
    Prepared,
    Rendition,
    Slot,
    State,
    Subject,
    Verdict,
    Want,
)
from whitecove.core.options import Options
from whitecove.core.profiles import Profile
from whitecove.core.read import read_photo
from whitecove.core.stage import Stage, Tell, nobody
from whitecove.core.wanted import aspect_of, wants_cutout

# Writes bytes under a name below the delivery folder, atomically, and hands back what can be read there afterwards.
Write: TypeAlias = Callable[[str, bytes], bytes]

# Where quality 90 does not get a picture under the ceiling, the canvas shrinks by these, then quality falls further.
CANVAS_STEPS = (1.0, 0.9, 0.8, 0.7, 0.6)
# A product magnified more than this is a blur, whatever the rules of the marketplace say.
MOST_MAGNIFIED = 8.0
MAGNIFIED = "The product is so small in the photo that it was magnified {scale:.0f} times: take a larger photo of it."
EDITED_BY_HAND = "edited by hand"
EDITED = "As it was edited by hand it breaks a rule: {problem}"
# The rule whose findings say the cutout's own reasons less well.
DOUBT = "subject.doubt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is the same for all photos of a batch. ``engine_of`` makes the engine of a name, for photos that have one
    of their own."""

    options: Options
    profile: Profile
    engine: Engine
    engine_of: Callable[[str], Engine] = built_in

    def of(self, adjust: Adjust) -> Context:
        """The context of a photo for which ``adjust`` is set.

        Raises:
            EngineError: there is no such engine, or its model is not installed. ProfileError: an option is wrong.
        """
        options = chosen(self.options, adjust)
        engine = self.engine if options.engine == self.options.engine else self.engine_of(options.engine)
        return replace(self, options=options, engine=engine)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A rendition under way: each step adds its part. ``view`` is the photo as it is shown; it has no cutout where the
    rendition keeps its scene."""

    view: View
    want: Want
    context: Context
    write: Write
    composition: Composition | None = None
    encoded: Encoded | None = None
    rendition: Rendition | None = None


def prepare(
    photo: Photo,
    wants: tuple[Want, ...],
    context: Context,
    write: Write,
    *,
    measure: bool = False,
    white_point: Gains | None = None,
    corrections: Corrections | None = None,
    tell: Tell = nobody,
) -> PhotoResult:
    """Every picture wanted of ``photo``, each proven by decoding what ``write`` wrote. The photo is read once and cut
    out at most once. A photo that nothing is wanted of is read all the same, so that its facts are known, and is
    ``unused``; with ``measure`` it is ``ready`` instead, for its subject is wanted: where it is, in the photo (not
    known where nothing is ever cut out, or where only siblings of an edited picture asked for it and none is found).
    With a ``white_point``, its light is multiplied by these gains first; ``corrections`` are what a person drew on it
    and set for it: light first, then what was drawn, and last how it is turned. ``tell`` is told what is done.

    Raises:
        WhitecoveError: the photo cannot be read, has no subject, or the disk does not take the result.
    """
    tell(Stage.READING)
    adjust = corrections.adjust if corrections else UNTOUCHED
    context = context.of(adjust)
    shot = read_photo(photo.path)
    picture = as_asked(shot, white_point, adjust)
    tell(Stage.CUTTING)
    shown, cutout = cut(picture, wants, context, measure=measure, corrections=corrections)
    views = views_of(shown, cutout, wants, context.options, adjust.geometry)
    made = (make(views[wants_cutout(want.slot, context.options)], want, context, write, tell) for want in wants)
    renditions = tuple(noted(each, corrections, context.options) for each in made)
    state, reason = worst_of(renditions, measured=measure)
    return PhotoResult(
        state=state,
        reason=reason,
        facts=picture.facts,
        renditions=renditions,
        findings=judge_source(picture.facts, context.profile),
        subject=measured(views[True], wants) if measure and cutout else None,
        fingerprint=fingerprint(shot),
    )


def views_of(
    picture: Picture, cutout: Cutout | None, wants: tuple[Want, ...], options: Options, geometry: Geometry
) -> dict[bool, View]:
    """The photo as it is shown in the pictures of ``wants``, by whether they are cut out; with the ``cutout``, too, if
    there is one."""
    needed = {wants_cutout(want.slot, options) for want in wants} | ({True} if cutout else set())
    return {is_cut: view_of(picture, cutout if is_cut else None, geometry) for is_cut in needed}


def worst_of(renditions: tuple[Rendition, ...], *, measured: bool) -> tuple[State, str]:
    """The state of a photo with these renditions, and why, in a whole sentence."""
    if not renditions and not measured:
        return State.UNUSED, "A good photo that no slot took: it is kept aside."
    worst = next((each for each in renditions if each.state is not State.READY), None)
    return (worst.state, worst.reason) if worst else (State.READY, "")


def cut(
    picture: Picture, wants: tuple[Want, ...], context: Context, *, measure: bool, corrections: Corrections | None
) -> tuple[Picture, Cutout | None]:
    """The photo as it is shown, and its cutout where a picture that must be made or a measure needs it, both after
    what a person corrected.

    Raises:
        EngineError: there is none, and a picture of this photo needs it. PrepareError: the corrections do not fit.
    """
    options = context.options
    needed = any(not want.edited and wants_cutout(want.slot, options) for want in wants)
    if not needed and not (measure and wants_cutout(Slot.VARIANT, options)):
        return (heal_scene(picture, corrections) if corrections and wants else picture), None
    try:
        if corrections:
            picture, cutout = cut_and_correct(picture, context.engine, corrections)
        else:
            cutout = cut_out(picture, context.engine)
        return picture, with_own_shadow(cutout, picture, options)
    except EngineError:
        if needed or not is_for_siblings(wants):
            raise
        return picture, None


def noted(made: Rendition, corrections: Corrections | None, options: Options) -> Rendition:
    """``made`` with what was corrected in it: what keeps its scene can only be healed, what was edited is as it was."""
    if corrections is None or made.engine == EDITED_BY_HAND:
        return made
    steps = corrections.steps
    if not wants_cutout(made.slot, options):
        steps = tuple(step for step in steps if isinstance(step, Heal))
    adjust = corrections.adjust
    return replace(made, corrections=summary(steps, adjust), geometry=adjust.geometry)


def measured(view: View, wants: tuple[Want, ...]) -> Subject | None:
    """Where the subject is in the photo as it is shown, for pictures that share a scale."""
    assert view.cutout is not None  # noqa: S101 (what has none is not measured)
    try:
        return view.of(subject_of(view.cutout))
    except PrepareError:
        if not is_for_siblings(wants):
            raise
        return None


def is_for_siblings(wants: tuple[Want, ...]) -> bool:
    """Whether a photo with these ``wants`` is measured for its siblings alone: its own picture that shares their scale
    was edited by hand. Then no trouble with measuring may cost the photo."""
    return any(want.slot is Slot.VARIANT and want.edited for want in wants)


def make(view: View, want: Want, context: Context, write: Write, tell: Tell = nobody) -> Rendition:
    """One rendition of a photo with that ``view``: the steps, in order; one that a person edited is taken as it is."""
    if want.edited:
        return take_edited(want, want.edited, context, write)
    draft = Draft(view=view, want=want, context=context, write=write)
    for stage, step in STEPS:
        tell(stage)
        draft = step(draft)
    assert draft.rendition is not None  # noqa: S101 (the last step sets it)
    return draft.rendition


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
    """The pixels of the rendition, on a canvas ``step`` times the one the preset asks for. A placement shared with
    siblings shrinks along: they are shown at one size, so what must be equal is the share of the canvas."""
    view, want = draft.view, draft.want
    options, profile = draft.context.options, draft.context.profile
    long_side = round(long_side_of(options, profile) * step)
    if view.cutout is not None:
        return on_white(view, want.slot, options, profile, long_side=long_side, given=want.placement)
    room = room_for_scene(want.slot, options, profile, long_side=long_side)
    return compose_scene(flattened(view.picture), room)


def stamp(draft: Draft, size: tuple[int, int]) -> bytes:
    """The EXIF block of the rendition."""
    options = draft.context.options
    return metadata.stamp(
        draft.view.picture.exif,
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
    cutout = draft.view.cutout
    data = draft.write(want.file, draft.encoded.data)
    prepared = Prepared(
        composition=draft.composition,
        source=draft.view.picture.facts,
        doubt=cutout.doubt if cutout else 0.0,
        reasons=cutout.reasons if cutout else (),
        place=cutout.place if cutout else None,
    )
    examined = examine(data, want.file)
    shape = aspect_of(want.slot, options, profile)
    verdict = judge(examined, profile, want.slot, prepared=prepared, aspect=shape, review_doubt=options.review_doubt)
    state, reason = decide(verdict, prepared, options)
    rendition = replace(
        judged(want, examined, verdict, profile),
        state=state,
        reason=reason,
        placement=draft.view.placed(draft.composition.placement),
        engine=cutout.engine if cutout else "keep",
        doubt=cutout.doubt if cutout else None,
        encoding={
            "rung": draft.encoded.rung,
            "quality": draft.encoded.quality,
            "encodes": draft.encoded.encodes,
        },
        shadow="" if draft.composition.shadow is None else options.shadow,
        changes=draft.composition.changes,
        notes=draft.composition.notes,
    )
    return replace(draft, rendition=rendition)


def judged(want: Want, file: Examined, verdict: Verdict, profile: Profile) -> Rendition:
    """What is known of a rendition from its file alone; ready if the file passes."""
    return Rendition(
        slot=want.slot,
        file=want.file,
        state=State.READY if verdict.passes else State.REVIEW,
        reason=said(verdict.errors),
        findings=verdict.findings,
        score=score(verdict.findings, profile),
        sha256=hashlib.sha256(file.data).hexdigest(),
        width=file.width,
        height=file.height,
        bytes=len(file.data),
        variant=want.variant,
        order=want.order,
    )


def take_edited(want: Want, edited: Path, context: Context, write: Write) -> Rendition:
    """The rendition that a person edited by hand: its bytes as they are, judged like any file.

    Raises:
        ReadError: the file cannot be read.
    """
    try:
        data = read_at_most(edited)
    except OSError as error:
        raise ReadError("read.no_access", problem=error.strerror or type(error).__name__) from error
    examined = examine(write(want.file, data), want.file)
    shape = aspect_of(want.slot, context.options, context.profile)
    verdict = judge(examined, context.profile, want.slot, aspect=shape)
    rendition = replace(judged(want, examined, verdict, context.profile), engine=EDITED_BY_HAND)
    return rendition if verdict.passes else replace(rendition, reason=EDITED.format(problem=rendition.reason))


def said(errors: Sequence[Finding]) -> str:
    """The first of ``errors`` in whole sentences; empty where there is none."""
    return errors[0].sentence if errors else ""


def decide(verdict: Verdict, prepared: Prepared, options: Options) -> tuple[State, str]:
    """Ready, or in review and why, in whole sentences: first the rule that is broken, for no approval lifts that, then
    the doubt."""
    problem = said([error for error in verdict.errors if error.rule != DOUBT])
    if prepared.doubt >= options.review_doubt and not prepared.approved:
        doubt = " ".join(prepared.reasons) or "The cutout is doubtful: look at it before you use it."
        return State.REVIEW, f"{problem} {doubt}".strip()
    if verdict.errors:
        return State.REVIEW, problem or said(verdict.errors)
    if prepared.composition.placement.scale > MOST_MAGNIFIED and not prepared.approved:
        return State.REVIEW, MAGNIFIED.format(scale=prepared.composition.placement.scale)
    return State.READY, ""


STEPS: tuple[tuple[Stage, Callable[[Draft], Draft]], ...] = ((Stage.MAKING, fit_window), (Stage.PROVING, prove))

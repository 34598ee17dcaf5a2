"""Pictures that share a scale with others take two passes: the photos are measured first, and drawn when it is known
where the subject of each is. All other pictures are made in the first; one that a person edited by hand, too, but its
photo is measured all the same, so that its siblings stay where they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from whitecove.batch.executors.jobs import Job
from whitecove.batch.results import SEVERITY
from whitecove.core.messages import sentence
from whitecove.core.model import Listing, Photo, PhotoResult, Slot, State, Want
from whitecove.core.options import Options
from whitecove.core.profiles import Profile


def first_jobs(photos: Iterable[Photo], wants: Mapping[str, tuple[Want, ...]]) -> tuple[Job, ...]:
    """A job for every photo: all its pictures but those to draw at a scale that they share; for these, and for edited
    ones in their place, it is measured."""
    return tuple(
        Job(
            photo=photo,
            wants=tuple(want for want in wants[photo.name] if not _is_to_draw(want)),
            measure=any(map(_shares_scale, wants[photo.name])),
        )
        for photo in photos
    )


def second_jobs(
    listings: Iterable[Listing],
    wants: Mapping[str, tuple[Want, ...]],
    measured: Mapping[str, PhotoResult],
    options: Options,
    profile: Profile,
) -> tuple[Job, ...]:
    """A job for every photo that was ``measured``, by its name, and has pictures to draw at a scale that they share,
    each with its place."""
    return tuple(job for listing in listings for job in _of_listing(listing, wants, measured, options, profile))


def _of_listing(
    listing: Listing,
    wants: Mapping[str, tuple[Want, ...]],
    measured: Mapping[str, PhotoResult],
    options: Options,
    profile: Profile,
) -> Iterator[Job]:
    # Geometry that no batch without variants needs.
    from whitecove.core.siblings import placements

    photos = [photo for photo in listing.photos if photo.name in measured]
    subjects = {photo.name: measured[photo.name].subject for photo in photos}
    found = {name: subject for name, subject in subjects.items() if subject}
    places = dict(zip(found, placements(tuple(found.values()), options, profile), strict=True)) if found else {}
    for photo in photos:
        if is_drawn_later(wants[photo.name]):
            drawn = (want for want in wants[photo.name] if _is_to_draw(want))
            yield Job(photo=photo, wants=tuple(replace(want, placement=places.get(photo.name)) for want in drawn))


def is_drawn_later(wants: Iterable[Want]) -> bool:
    """Whether a photo with these ``wants`` that was measured has a job in the second pass."""
    return any(map(_is_to_draw, wants))


def _shares_scale(want: Want) -> bool:
    return want.slot is Slot.VARIANT


def _is_to_draw(want: Want) -> bool:
    return _shares_scale(want) and want.edited is None


def merged(first: PhotoResult, second: PhotoResult) -> PhotoResult:
    """The result of both passes over one photo; failed where it was another photo the second time, of which nothing is
    known but the scale of the first."""
    if first.facts and second.facts and first.facts.sha256 != second.facts.sha256:
        return PhotoResult(state=State.FAILED, reason=sentence("prepare.replaced"), facts=second.facts)
    worse = max((first, second), key=lambda result: SEVERITY.index(result.state))
    if not first.renditions:
        worse = second
    return replace(first, state=worse.state, reason=worse.reason, renditions=first.renditions + second.renditions)

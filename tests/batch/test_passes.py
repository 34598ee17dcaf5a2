"""Pictures that share a scale are made in a second pass, all others in the first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from whitecove.batch.passes import first_jobs, is_drawn_later, merged, second_jobs
from whitecove.core.model import Box, Listing, Photo, PhotoResult, Rendition, Role, Slot, State, Subject, Variant, Want
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile

MAIN = Want(slot=Slot.MAIN, file="mug/mug_01_main.jpg")
SQUARES = {
    "red": Want(slot=Slot.VARIANT, file="mug/variants/mug_v01_red.jpg"),
    "blue": Want(slot=Slot.VARIANT, file="mug/variants/mug_v02_blue.jpg"),
}
ALIEXPRESS = load_profile("aliexpress")


def photo(name: str, role: Role) -> Photo:
    return Photo(path=Path(name), name=name, role=role, order=1)


def mugs() -> tuple[Listing, dict[str, tuple[Want, ...]]]:
    red, blue = photo("red.jpg", Role.MAIN), photo("blue.jpg", Role.VARIANT)
    variants = (Variant(name="red", photos=(red,)), Variant(name="blue", photos=(blue,)))
    wants = {"red.jpg": (MAIN, SQUARES["red"]), "blue.jpg": (SQUARES["blue"],)}
    return Listing(sku="mug", variants=variants), wants


def measured(width: int) -> PhotoResult:
    box = Box(100, 100, 100 + width, 500)
    subject = Subject(size=(800, 600), box=box, tail=box)
    return PhotoResult(state=State.READY, reason="", facts=None, subject=subject)


def test_the_first_pass_measures_what_shares_a_scale() -> None:
    listing, wants = mugs()
    jobs = {job.photo.name: job for job in first_jobs(listing.photos, wants)}
    assert {name: (job.wants, job.measure) for name, job in jobs.items()} == {
        "red.jpg": ((MAIN,), True),
        "blue.jpg": ((), True),
    }


def with_an_edit() -> tuple[Listing, dict[str, tuple[Want, ...]]]:
    listing, wants = mugs()
    return listing, {**wants, "blue.jpg": (replace(SQUARES["blue"], edited=Path("by hand.jpg")),)}


def test_an_edited_square_is_taken_at_once_and_its_photo_measured_for_its_siblings() -> None:
    listing, wants = with_an_edit()
    jobs = {job.photo.name: job for job in first_jobs(listing.photos, wants)}
    assert {name: (job.wants, job.measure) for name, job in jobs.items()} == {
        "red.jpg": ((MAIN,), True),
        "blue.jpg": (wants["blue.jpg"], True),
    }


def test_an_edited_square_leaves_its_siblings_where_they_were() -> None:
    results = {"red.jpg": measured(300), "blue.jpg": measured(700)}
    before, *_ = second_jobs([mugs()[0]], mugs()[1], results, Options(), ALIEXPRESS)
    listing, wants = with_an_edit()
    assert second_jobs([listing], wants, results, Options(), ALIEXPRESS) == (before,)
    assert [is_drawn_later(each) for each in wants.values()] == [True, False]


def test_the_second_pass_gives_siblings_one_scale() -> None:
    listing, wants = mugs()
    results = {"red.jpg": measured(300), "blue.jpg": measured(320)}
    jobs = {job.photo.name: job for job in second_jobs([listing], wants, results, Options(), ALIEXPRESS)}
    assert [job.wants[0].file for job in jobs.values()] == [want.file for want in SQUARES.values()]
    red, blue = (job.wants[0].placement for job in jobs.values())
    assert red is not None
    assert blue is not None
    assert red.scale == pytest.approx(blue.scale, rel=0.01)


def test_a_photo_that_failed_holds_no_sibling_up() -> None:
    listing, wants = mugs()
    jobs = second_jobs([listing], wants, {"blue.jpg": measured(320)}, Options(), ALIEXPRESS)
    assert [job.photo.name for job in jobs] == ["blue.jpg"]


def test_a_picture_that_keeps_its_scene_has_no_place_to_share() -> None:
    listing, wants = mugs()
    uncut = PhotoResult(state=State.READY, reason="", facts=None)
    (job,) = second_jobs([listing], wants, {"blue.jpg": uncut}, Options(engine="keep"), ALIEXPRESS)
    assert job.wants == (SQUARES["blue"],)


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        (State.READY, State.READY, State.READY),
        (State.REVIEW, State.READY, State.REVIEW),
        (State.READY, State.FAILED, State.FAILED),
    ],
)
def test_a_photo_is_as_good_as_its_worst_pass(first: State, second: State, state: State) -> None:
    def result(state: State, slot: Slot) -> PhotoResult:
        made = Rendition(slot=slot, file=f"{slot}.jpg", state=state, reason=state)
        return PhotoResult(state=state, reason=str(state), facts=None, renditions=(made,))

    whole = merged(result(first, Slot.MAIN), result(second, Slot.VARIANT))
    assert (whole.state, whole.reason) == (state, str(state))
    assert [made.slot for made in whole.renditions] == [Slot.MAIN, Slot.VARIANT]


def test_a_photo_that_was_only_measured_is_as_its_second_pass_says() -> None:
    second = PhotoResult(state=State.REVIEW, reason="Doubtful.", facts=None)
    assert merged(measured(3), second).state is State.REVIEW

"""The state of a project: what comes in, what becomes of it, and what is counted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.studio.projects import key, listing, names, prepare, project, result, roles
from whitecove.batch.events import ListingFinished
from whitecove.core.corrections.values import Corrections
from whitecove.core.model import Role, State
from whitecove.core.options import Options
from whitecove.core.stage import Stage
from whitecove.studio import edits
from whitecove.studio.review import ALWAYS, review_order

MUGS = {"MUG": ["m1", "m2"], "CUP": ["c1"], "PAN": ["p1", "p2"]}


def test_photos_are_shown_before_anything_is_known_of_them() -> None:
    session = project({})
    assert len(session.see([Path("/photos/m1"), Path("/photos/m2"), Path("/photos/m1")])) == 2
    assert session.counts() == {State.WAITING: 2}
    session.group([listing("MUG", ["m1", "m2"])])
    assert list(session.products) == ["MUG"]
    assert session.counts() == {State.WAITING: 1}


def test_photos_that_nothing_became_of_go() -> None:
    session = project(MUGS)
    session.see([Path("/photos/x1"), Path("/photos/m1")])
    session.forget_seen()
    assert list(session.products) == ["MUG", "CUP", "PAN"]
    assert key("x1") not in session.shots
    assert key("m1") in session.shots


def test_products_that_a_person_arranged_stay_as_and_where_they_are() -> None:
    session = project(MUGS)
    edits.rename(session, "CUP", "Goblet")
    edits.move(session, [key("m2")], "Goblet")
    session.group([listing("ANT", ["a1"]), *(listing(sku, photos) for sku, photos in MUGS.items())])
    assert list(session.products) == ["MUG", "Goblet", "ANT", "PAN"]
    assert names(session, "Goblet") == ["c1", "m2"]
    assert names(session, "MUG") == ["m1"]


def test_a_new_grouping_gives_the_rest_of_a_product_a_main_picture() -> None:
    session = project(MUGS)
    edits.move(session, [key("m1")], "CUP")
    session.products["MUG"].edited = False
    session.group([listing(sku, photos) for sku, photos in MUGS.items()])
    assert roles(session, "MUG") == [Role.MAIN]


def test_photos_are_called_as_the_newest_plan_calls_them() -> None:
    session = project(MUGS)
    edits.move(session, [key("m2")], "CUP")
    again = listing("MUG", ["m1", "m2"])
    variant = again.variants[0]
    named = tuple(replace(photo, name=f"folder/{photo.name}") for photo in variant.photos)
    session.group([replace(again, variants=(replace(variant, photos=named),)), listing("CUP", ["c1"])])
    assert session.shots[key("m2")].photo.name == "folder/m2"
    assert session.by_name("folder/m2") is session.shots[key("m2")]
    assert session.shots[key("m2")].sku == "CUP"


def test_a_product_that_is_called_like_an_arranged_one_becomes_one_with_it() -> None:
    session = project(MUGS)
    edits.rename(session, "CUP", "Pot")
    session.group([listing("POT", ["x1"]), listing("MUG", ["m1", "m2"]), listing("CUP", ["c1"])])
    assert names(session, "Pot") == ["c1", "x1"]
    assert list(session.products) == ["MUG", "Pot"]


def test_a_batch_leads_from_waiting_over_work_to_what_became_of_it() -> None:
    session = project(MUGS)
    session.begin()
    session.work(key("m1"), Stage.CUTTING)
    assert session.state_of("MUG") is State.WORKING
    assert session.shots[key("m1")].stage is Stage.CUTTING
    done = result(State.REVIEW, 0.6)
    for name in ("m1", "m2"):
        session.finish(key(name), done, None)
    assert session.state_of("MUG") is State.REVIEW
    assert session.doubt_of("MUG") == 0.6
    assert session.counts() == {State.REVIEW: 1, State.WAITING: 2}
    session.judge(ListingFinished(sku="MUG", state=State.FAILED, reason="No."))
    assert session.state_of("MUG") is State.FAILED


def test_prepare_has_nothing_to_do_until_something_is_different() -> None:
    session = project(MUGS)
    assert session.to_do() == 5
    prepare(session)
    assert session.to_do() == 0
    session.shots[key("m1")].corrections = Corrections(width=8, height=6, steps=())
    assert session.to_do() == 1
    edits.place(session, key("p2"), 1)
    assert session.to_do() == 3
    session.options = replace(Options(), engine="keep")
    assert session.to_do() == 5


def test_what_failed_is_to_do_but_nothing_new_comes_of_it_as_it_is() -> None:
    session = project(MUGS)
    prepare(session)
    session.begin()
    session.finish(key("m1"), result(State.FAILED, 0.0), None)
    session.end()
    assert session.to_do() == 1
    assert not session.has_news()
    session.shots[key("m1")].corrections = Corrections(width=8, height=6, steps=())
    assert session.has_news()


def test_what_a_photo_is_for_counts_at_once() -> None:
    session = project(MUGS)
    prepare(session, {"p2": State.FAILED})
    assert session.state_of("PAN") is State.FAILED
    edits.set_role(session, [key("p2")], Role.UNUSED)
    assert session.state_of("PAN") is State.READY
    prepare(session)
    edits.place(session, key("p2"), 2)
    assert session.state_of("PAN") is State.WAITING
    assert session.is_to_do(session.shots[key("p2")])


def test_a_stopped_batch_leaves_nothing_in_work() -> None:
    session = project(MUGS)
    session.begin()
    session.work(key("m1"), Stage.CUTTING)
    session.end()
    assert session.counts() == {State.WAITING: 3}


def test_the_first_of_a_folder_are_looked_at_and_then_the_doubtful_ones() -> None:
    photos = [f"{number:02d}" for number in range(14)]
    session = project({f"P{name}": [name] for name in photos})
    prepare(session, {"03": (State.REVIEW, 0.2), "12": (State.REVIEW, 0.5), "13": (State.REVIEW, 0.9)})
    order = review_order(session)
    assert order == [key(name) for name in (*photos[:ALWAYS], "13", "12")]
    session.looked |= {key(name) for name in photos[:ALWAYS]}
    assert review_order(session) == [key(name) for name in ("03", "13", "12")]


def test_what_was_refused_is_not_looked_at_again() -> None:
    session = project(MUGS)
    prepare(session, {"m2": (State.REVIEW, 0.9), "p2": (State.REVIEW, 0.5)})
    session.looked |= set(session.shots)
    assert review_order(session) == [key("m2"), key("p2")]
    shot = session.shots[key("m2")]
    assert shot.result
    made = tuple(replace(each, decision="refused by a person") for each in shot.result.renditions)
    session.show(shot, replace(shot.result, renditions=made))
    assert review_order(session) == [key("p2")]


def test_what_is_kept_aside_is_not_looked_at() -> None:
    session = project(MUGS)
    prepare(session, {"m2": (State.REVIEW, 0.9)})
    edits.set_role(session, [key("m2")], Role.UNUSED)
    assert key("m2") not in review_order(session)


def test_photos_whose_drive_is_away_keep_what_was_done_to_them() -> None:
    session = project(MUGS)
    session.finish(key("m1"), result(State.READY), None)
    others = [listing("PAN", ["p1", "p2"])]
    session.group(others, away={key("m1"), key("m2")})
    assert names(session, "MUG") == ["m1"]
    session.group([listing("MUG", ["m1", "m2"]), *others])
    assert names(session, "MUG") == ["m1", "m2"]
    assert session.shots[key("m1")].result is not None


def test_photos_of_one_name_have_names_of_their_own_in_a_plan() -> None:
    session = project(MUGS)
    session.out = Path("out")
    shots = list(session.shots.values())
    shots[1].photo = replace(shots[1].photo, name=shots[0].photo.name)
    job, keys = session.job()
    names_ = [photo.name for each in job.listings for photo in each.photos]
    assert len(set(names_)) == len(names_) == len(session.shots)
    assert set(keys.values()) == set(session.shots)
    assert {name: keys[name] for name in names_} == keys

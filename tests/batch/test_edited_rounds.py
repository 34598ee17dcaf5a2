"""Files edited by hand over rounds of delivery: never lost, and with their photos wherever these go."""

from __future__ import annotations

import pytest

from tests.batch.rounds import DELIVERED, FOURTH, MAIN, SECOND, THIRD, THREE, Rounds
from whitecove.batch.delivery.edits import Edits
from whitecove.batch.executors.control import Control
from whitecove.core.errors import PlanError
from whitecove.core.model import State

pytestmark = pytest.mark.usefixtures("quick")


def test_an_edited_file_is_refused_and_stays(rounds: Rounds) -> None:
    rounds.touch_up(SECOND)
    with pytest.raises(PlanError, match=r"S/S_02\.jpg"):
        rounds.deliver()
    assert rounds.uploaded() == DELIVERED | {SECOND: "by hand"}


def test_an_edited_file_is_refused_also_where_its_name_is_not_wanted_any_more(rounds: Rounds) -> None:
    rounds.touch_up(THIRD)
    rounds.shoot({"S/10.jpg": "P1", "S/30.jpg": "P3"})
    with pytest.raises(PlanError, match=r"S/S_03\.jpg"):
        rounds.deliver()


def test_an_edited_file_is_replaced_and_kept_aside(rounds: Rounds) -> None:
    rounds.touch_up(SECOND)
    rounds.deliver(Edits.REPLACE)
    assert rounds.uploaded() == DELIVERED
    assert rounds.previous() == [{SECOND: "by hand"}]
    assert rounds.changes() == [("new", MAIN), ("new", SECOND), ("new", THIRD)]


def test_an_edited_file_that_is_kept_is_delivered(rounds: Rounds) -> None:
    rounds.touch_up(SECOND)
    rounds.deliver(Edits.KEEP)
    assert rounds.uploaded() == DELIVERED | {SECOND: "by hand"}
    assert rounds.changes() == [("edited", SECOND)]
    assert [row["engine"] for row in rounds.table("manifest.csv")] == ["keep", "edited by hand", "keep"]
    rounds.deliver()
    assert rounds.uploaded() == DELIVERED | {SECOND: "by hand"}
    assert rounds.previous() == []


@pytest.mark.parametrize("at_once", [True, False])
def test_a_kept_edit_moves_with_its_photo(rounds: Rounds, at_once: bool) -> None:
    rounds.touch_up(THIRD)
    if not at_once:
        rounds.deliver(Edits.KEEP)
    rounds.shoot({"S/10.jpg": "P1", "S/15.jpg": "P3", "S/20.jpg": "P2"})
    rounds.deliver(Edits.KEEP if at_once else Edits.REFUSE)
    assert rounds.uploaded() == {MAIN: "P1 main", SECOND: "by hand", THIRD: "P2 detail"}
    kind = "edited" if at_once else "reordered"
    assert rounds.changes() == [(kind, SECOND, THIRD), ("reordered", THIRD, SECOND)]
    rounds.shoot({"R/10.jpg": "P1", "R/15.jpg": "P3"})
    rounds.deliver()
    assert rounds.uploaded() == {"R/R_01_main.jpg": "P1 main", "R/R_02.jpg": "by hand"}


@pytest.mark.parametrize("new", [{"S/20.jpg": "P2 better"}, {}])
def test_a_kept_edit_ends_with_its_photo(rounds: Rounds, new: dict[str, str]) -> None:
    rounds.touch_up(SECOND)
    rounds.deliver(Edits.KEEP)
    rounds.shoot({"S/10.jpg": "P1"} | new | {"S/30.jpg": "P3"})
    rounds.deliver()
    assert "by hand" not in rounds.uploaded().values()
    assert rounds.previous() == [{SECOND: "by hand"}]
    rounds.shoot(THREE)
    rounds.deliver()
    assert rounds.uploaded() == DELIVERED | {SECOND: "by hand"}


def test_a_kept_edit_is_given_up_when_the_person_says_so(rounds: Rounds) -> None:
    rounds.touch_up(SECOND)
    rounds.deliver(Edits.KEEP)
    rounds.deliver(Edits.REPLACE)
    assert rounds.uploaded() == DELIVERED
    assert rounds.previous() == [{SECOND: "by hand"}]
    rounds.deliver()
    assert rounds.uploaded() == DELIVERED


TWO = {"cup/1.jpg": "C1", "dryer/1.jpg": "D1"}
CUP, DRYER = "cup/cup_01_main.jpg", "dryer/dryer_01_main.jpg"


@pytest.fixture
def cup_kept(rounds: Rounds) -> Rounds:
    """Two products; the picture of the cup was edited and kept, that of the dryer is edited now."""
    rounds.shoot(TWO)
    rounds.deliver()
    rounds.touch_up(CUP, "cup by hand")
    rounds.deliver(Edits.KEEP)
    rounds.touch_up(DRYER, "dryer by hand")
    return rounds


def test_only_what_is_edited_now_is_replaced(cup_kept: Rounds) -> None:
    cup_kept.deliver(Edits.REPLACE)
    assert cup_kept.uploaded() == {CUP: "cup by hand", DRYER: "D1 main"}
    cup_kept.deliver()
    assert cup_kept.uploaded()[CUP] == "cup by hand"


def test_an_edit_of_a_kept_edit_is_replaced_by_a_new_picture(cup_kept: Rounds) -> None:
    cup_kept.touch_up(CUP, "cup once more")
    cup_kept.deliver(Edits.REPLACE)
    assert cup_kept.uploaded() == {CUP: "C1 main", DRYER: "D1 main"}


def test_a_kept_edit_outlives_an_interruption_of_the_run_that_replaces_another(cup_kept: Rounds) -> None:
    control = Control()
    control.cancel()
    cup_kept.run(cup_kept.plan(edits=Edits.REPLACE), control=control)
    cup_kept.deliver(Edits.REPLACE)
    assert cup_kept.uploaded() == {CUP: "cup by hand", DRYER: "D1 main"}


def test_a_picture_of_another_listing_with_the_same_photo_stays_as_it_was_edited(rounds: Rounds) -> None:
    rounds.shoot({"A/1.jpg": "A1", "A/2.jpg": "chart", "B/1.jpg": "B1", "B/2.jpg": "chart"})
    rounds.deliver()
    rounds.touch_up("A/A_02.jpg")
    rounds.deliver(Edits.KEEP)
    rounds.touch_up("B/B_02.jpg", "by hand, too")
    rounds.deliver(Edits.REPLACE)
    assert (rounds.uploaded()["A/A_02.jpg"], rounds.uploaded()["B/B_02.jpg"]) == ("by hand", "chart detail")


def test_an_edit_of_an_edit_is_asked_for_again(rounds: Rounds) -> None:
    rounds.touch_up(SECOND)
    rounds.deliver(Edits.KEEP)
    rounds.touch_up(SECOND, "once more")
    with pytest.raises(PlanError):
        rounds.deliver()
    rounds.deliver(Edits.KEEP)
    assert rounds.uploaded()[SECOND] == "once more"
    assert {b"by hand", b"once more"} <= rounds.everything()


def test_a_picture_in_review_may_be_mended_by_hand(rounds: Rounds) -> None:
    rounds.shoot(THREE | {"S/10.jpg": "doubt P1"})
    rounds.deliver()
    rounds.touch_up(f"_review/{MAIN}")
    rounds.deliver(Edits.KEEP)
    assert rounds.uploaded() == DELIVERED | {MAIN: "by hand"}
    assert rounds.changes() == [("edited", MAIN), ("new", SECOND), ("new", THIRD)]


def test_a_file_of_others_at_a_wanted_name_is_never_lost(rounds: Rounds) -> None:
    rounds.touch_up(FOURTH, "mine")
    rounds.shoot(THREE | {"S/40.jpg": "P4"})
    with pytest.raises(PlanError):
        rounds.deliver()
    with pytest.raises(PlanError) as caught:
        rounds.deliver(Edits.KEEP)
    assert caught.value.code == "plan.foreign"
    assert rounds.uploaded()[FOURTH] == "mine"
    rounds.deliver(Edits.REPLACE)
    assert rounds.uploaded()[FOURTH] == "P4 detail"
    assert ("S/S_04.jpg", "mine") in rounds.gave_way()


def test_many_rounds_lose_nothing_that_a_person_made(rounds: Rounds) -> None:
    rounds.touch_up(SECOND, "first")
    rounds.deliver(Edits.KEEP)
    rounds.shoot({"S/10.jpg": "P2", "S/20.jpg": "P1", "S/25.jpg": "P4", "S/30.jpg": "P3"})
    rounds.deliver()
    assert rounds.uploaded() == {MAIN: "P2 main", SECOND: "P1 detail", THIRD: "P4 detail", FOURTH: "P3 detail"}
    assert rounds.changes() == [
        ("replaced", MAIN), ("replaced", SECOND), ("reordered", FOURTH, THIRD), ("new", THIRD),
    ]  # fmt: skip
    rounds.touch_up(FOURTH, "second")
    rounds.shoot({"S/10.jpg": "P3", "S/20.jpg": "P1", "S/25.jpg": "P4"})
    rounds.deliver(Edits.REPLACE)
    assert rounds.uploaded() == {MAIN: "P3 main", SECOND: "P1 detail", THIRD: "P4 detail"}
    assert rounds.changes() == [("removed", FOURTH), ("replaced", MAIN)]
    rounds.shoot({"R/10.jpg": "P3", "R/20.jpg": "doubt P1"})
    rounds.deliver()
    assert rounds.uploaded() == {"R/R_01_main.jpg": "P3 main", "_review/R/R_02.jpg": "doubt P1 detail"}
    assert rounds.changes() == [("removed", SECOND), ("removed", THIRD), ("reordered", "R/R_01_main.jpg", MAIN)]
    rounds.shoot(THREE)
    rounds.deliver()
    assert rounds.uploaded() == DELIVERED | {SECOND: "first"}
    assert {b"first", b"second"} <= rounds.everything()
    assert rounds.result is not None
    assert rounds.result.counts() == {State.READY: 3}


def test_a_kept_edit_is_not_taken_for_another_listing_with_the_same_photo(rounds: Rounds) -> None:
    rounds.shoot({"A/1.jpg": "A1", "A/2.jpg": "chart", "B/1.jpg": "B1", "B/2.jpg": "chart"})
    rounds.deliver()
    rounds.touch_up("A/A_02.jpg")
    rounds.deliver(Edits.KEEP)
    assert rounds.uploaded()["A/A_02.jpg"] == "by hand"
    assert rounds.uploaded()["B/B_02.jpg"] == "chart detail"
    assert rounds.changes() == [("edited", "A/A_02.jpg")]


def test_a_kept_edit_is_not_taken_for_another_variant_with_the_same_photo(rounds: Rounds) -> None:
    blue, red = "TEE/variants/TEE_v01_blue.jpg", "TEE/variants/TEE_v02_red.jpg"
    rounds.shoot({"TEE_1.jpg": "front", "TEE_blue_1.jpg": "same", "TEE_red_1.jpg": "same"})
    rounds.deliver()
    rounds.touch_up(red)
    rounds.deliver(Edits.KEEP)
    assert (rounds.uploaded()[blue], rounds.uploaded()[red]) == ("same variant", "by hand")


def test_the_last_edit_goes_with_a_listing_that_was_renamed_twice(rounds: Rounds) -> None:
    rounds.touch_up(SECOND)
    rounds.deliver(Edits.KEEP)
    rounds.shoot({"R/10.jpg": "P1", "R/20.jpg": "P2"})
    rounds.deliver()
    rounds.touch_up("R/R_02.jpg", "by hand again")
    rounds.deliver(Edits.KEEP)
    rounds.shoot({"Q/10.jpg": "P1", "Q/20.jpg": "P2"})
    rounds.deliver()
    assert rounds.uploaded() == {"Q/Q_01_main.jpg": "P1 main", "Q/Q_02.jpg": "by hand again"}


def test_an_edit_of_a_shared_photo_ends_no_edit_of_another_product(rounds: Rounds) -> None:
    rounds.shoot({"A/1.jpg": "A1", "A/2.jpg": "chart", "B/1.jpg": "B1", "B/2.jpg": "chart"})
    rounds.deliver()
    for file in ("A/A_02.jpg", "B/B_02.jpg"):
        rounds.touch_up(file)
    rounds.deliver(Edits.KEEP)
    rounds.touch_up("B/B_02.jpg", "once more")
    rounds.deliver(Edits.KEEP)
    rounds.deliver()
    assert (rounds.uploaded()["A/A_02.jpg"], rounds.uploaded()["B/B_02.jpg"]) == ("by hand", "once more")

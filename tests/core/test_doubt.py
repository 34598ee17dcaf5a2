"""Doubt: signs weighed and added as independent, reasons in their order, the place to look at first."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pictures import box_matte, cutout, noise
from whitecove.core import doubt
from whitecove.core.doubt import SILENT_BELOW, TOLD, chance, judged, of_both, of_mask, overlap, ramp
from whitecove.core.model import Box, Cutout, Sign
from whitecove.core.options import Options

HERE, THERE = Box(1, 2, 3, 4), Box(5, 6, 7, 8)


def bare() -> Cutout:
    return cutout(noise(12, 10), box_matte(12, 10, (3, 3, 9, 8)))


def sign(name: str, strength: float, where: Box | None = None) -> Sign:
    return Sign(name, strength, f"{name}.", where)


@pytest.fixture(autouse=True)
def weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights of these tests' own: those that are fitted may change."""
    monkeypatch.setattr(doubt, "WEIGHTS", {"light": 2.0, "heavy": 6.0, "none": 0.0, "floor": 0.2, "looks": 2.0})
    monkeypatch.setattr(doubt, "NO_SIGN", -2.0)
    monkeypatch.setattr(doubt, "FLOORS", {"floor": 0.6})


def test_no_sign_no_doubt() -> None:
    found = judged(bare(), ())
    assert (found.doubt, found.reasons, found.signs, found.place) == (0.0, (), (), None)


def test_chance_by_hand() -> None:
    """Even odds before: half of the time it is bad anyway; odds of three to one are a chance of 0.75."""
    assert chance(np.log(3), 0.0) == pytest.approx((0.75 - 0.5) / 0.5)
    assert chance(0.0, -3.0) == 0
    assert chance(50.0, -3.0) == pytest.approx(1)


def test_signs_that_are_weighed_raise_the_odds_together() -> None:
    assert judged(bare(), [sign("light", 1.0)]).doubt == pytest.approx(chance(2.0, -2.0), abs=1e-3)
    assert judged(bare(), [sign("light", 0.5), sign("heavy", 0.5)]).doubt == pytest.approx(chance(4, -2.0), abs=1e-3)
    assert judged(bare(), [sign("none", 1.0)]).doubt == 0.0


def test_light_signs_together_are_more_than_each_alone() -> None:
    """Odds multiply: what two signs say together weighs more than as much as both alone."""
    alone, both = (judged(bare(), [sign("light", 0.5)] * times).doubt for times in (1, 2))
    assert both > 2 * alone


def test_signs_that_are_not_weighed_are_believed() -> None:
    assert judged(bare(), [sign("a", 0.5)]).doubt == 0.5
    assert judged(bare(), [sign("a", 0.5), sign("b", 0.5)]).doubt == 0.75
    assert judged(bare(), [sign("a", 0.5), sign("b", 0.2), sign("c", 0.1)]).doubt == pytest.approx(0.64)
    assert judged(bare(), [sign("a", 1.0), sign("b", 0.5)]).doubt == 1.0
    weighed = chance(2.0, -2.0)
    assert judged(bare(), [sign("light", 1.0), sign("a", 0.5)]).doubt == pytest.approx(
        1 - 0.5 * (1 - weighed), abs=1e-3
    )


@pytest.mark.parametrize("engine", ["rembg:u2netp", "rembg:u2netp+backdrop", "rembg:isnet@CUDA"])
def test_what_is_measured_on_a_models_matte_weighs_half(engine: str) -> None:
    made = replace(bare(), engine=engine)
    assert judged(made, [sign("light", 1.0)]).doubt == judged(bare(), [sign("light", 0.5)]).doubt
    for full in ("looks", "a", "floor"):
        assert judged(made, [sign(full, 0.7)]).doubt == judged(bare(), [sign(full, 0.7)]).doubt


def test_doubt_is_at_least_what_a_floor_asks_for() -> None:
    assert judged(bare(), [sign("floor", 1.0)]).doubt == 0.6
    assert judged(bare(), [sign("floor", 0.5)]).doubt == 0.3
    assert judged(bare(), [sign("floor", 1.0), sign("a", 0.4)]).doubt == 0.6
    assert judged(bare(), [sign("floor", 1.0), sign("a", 0.9)]).doubt > 0.9


def test_signs_with_a_floor_are_told_by_it() -> None:
    found = judged(bare(), [sign("a", 0.9), sign("floor", 0.5, HERE)])
    assert found.reasons == ("a.", "floor, at the upper left.")
    assert found.place == HERE


def test_an_outline_without_edges_alone_brings_a_cutout_to_review(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert judged(bare(), [sign("outline", 1.0)]).doubt >= Options().review_doubt
    assert judged(replace(bare(), engine="rembg:u2netp"), [sign("outline", 1.0)]).doubt >= Options().review_doubt


def test_a_large_lost_part_alone_brings_the_built_in_engines_cutout_to_review(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert judged(replace(bare(), engine="backdrop"), [sign("lost", 1.0)]).doubt >= Options().review_doubt


def test_no_fitted_weight_lowers_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert all(weight >= 0 for weight in doubt.WEIGHTS.values())
    assert all(0 <= floor <= 1 for floor in doubt.FLOORS.values())
    assert set(doubt.OF_ENGINES) <= set(doubt.WEIGHTS)


def test_reasons_begin_with_what_has_the_largest_part() -> None:
    found = judged(bare(), [sign("a", 0.3), sign("heavy", 0.8), sign("b", 0.9), sign("faint", TOLD - 0.01)])
    assert found.reasons == ("heavy.", "b.")
    assert [one.name for one in found.signs] == ["a", "heavy", "b", "faint"]
    assert judged(bare(), [sign("heavy", 0.6), sign("light", 0.2)]).reasons == ("heavy.",)


def test_signs_of_little_doubt_are_not_told() -> None:
    assert judged(bare(), [sign("light", 0.5)]).doubt < TOLD
    assert judged(bare(), [sign("light", 0.5)]).reasons == ()
    assert judged(bare(), [sign("light", 1.0)]).reasons == ("light.",)


def test_few_reasons_are_told_and_one_at_least() -> None:
    many = judged(bare(), [sign(name, 0.9 - at / 100) for at, name in enumerate("vwxyz")])
    assert many.reasons == ("v.", "w.")
    two, three = ([sign(name, TOLD - 0.04 + at / 100) for at, name in enumerate(names)] for names in ("xy", "xyz"))
    assert judged(bare(), two).doubt < SILENT_BELOW <= judged(bare(), three).doubt
    assert judged(bare(), two).reasons == ()
    assert judged(bare(), three).reasons == ("z.",)


def test_signs_of_one_weight_keep_their_order() -> None:
    assert judged(bare(), [sign(name, 0.5) for name in "dbc"]).reasons == ("d.", "b.")


def test_place_is_that_of_the_strongest_that_has_one() -> None:
    assert judged(bare(), [sign("a", 0.4, HERE), sign("b", 0.6, THERE), sign("c", 0.9)]).place == THERE
    assert judged(bare(), [sign("light", 0.7, HERE), sign("b", 0.7, THERE)]).place == THERE


def test_place_of_what_is_not_told_is_none() -> None:
    assert judged(bare(), [sign("a", TOLD / 2, HERE), sign("b", 0.9)]).place is None


def test_signs_without_strength_are_dropped() -> None:
    assert judged(bare(), [sign("a", 0.0, HERE), sign("b", 0.4)]).signs == (sign("b", 0.4),)


def test_judging_later_is_judging_at_once() -> None:
    first, second = [sign("a", 0.3), sign("light", 0.9, HERE)], [sign("b", 0.6, THERE)]
    at_once, later = judged(bare(), [*first, *second]), judged(judged(bare(), first), second)
    for name in ("signs", "doubt", "reasons", "place"):
        assert getattr(at_once, name) == getattr(later, name)


def test_nothing_else_of_the_cutout_changes() -> None:
    before = replace(bare(), notes=("A note.",), changes=("a change",), engine="some")
    after = judged(before, [sign("a", 0.5)])
    assert after.rgb is before.rgb
    assert after.matte is before.matte
    assert (after.engine, after.notes, after.changes) == ("some", ("A note.",), ("a change",))


signs = st.lists(
    st.builds(
        Sign,
        st.sampled_from(["a", "b", "light", "heavy", "none", "floor"]),
        st.floats(0, 1),
        st.just("Why."),
        st.sampled_from([None, HERE, THERE]),
    ),
    max_size=8,
)


@given(of=signs)
def test_judging_anew_changes_nothing(of: list[Sign]) -> None:
    once = judged(bare(), of)
    twice = judged(once, ())
    for name in ("signs", "doubt", "reasons", "place"):
        assert getattr(once, name) == getattr(twice, name)


@given(of=signs, more=signs)
def test_more_signs_never_mean_less_doubt(of: list[Sign], more: list[Sign]) -> None:
    found = judged(bare(), [*of, *more])
    assert 0 <= found.doubt <= 1
    assert found.doubt >= judged(bare(), of).doubt
    assert len(found.reasons) <= len(found.signs)


def test_ramp_runs_either_way() -> None:
    assert [ramp(value, 2, 4) for value in (1, 2, 3, 4, 5)] == [0, 0, 0.5, 1, 1]
    assert [ramp(value, 4, 2) for value in (1, 2, 3, 4, 5)] == [1, 1, 0.5, 0, 0]


def test_two_that_agree_are_half_as_doubtful() -> None:
    found = of_both([sign("a", 0.8, HERE)], [sign("b", 0.2)], agreement=0.99)
    assert found[:2] == (sign("a", 0.4, HERE), sign("b", 0.1))
    assert [(one.name, one.strength) for one in found[2:]] == [("apart", 0.0)]


def test_two_that_disagree_are_doubted_for_it() -> None:
    strengths = [of_both((), (), agreement)[-1].strength for agreement in (0.95, 0.9, 0.8, 0.7, 0.1)]
    assert strengths == sorted(strengths)
    assert strengths[0] == 0
    assert strengths[-2:] == [1, 1]


def test_signs_of_a_mask() -> None:
    sure = np.zeros((40, 50), np.float32)
    sure[10:30, 10:40] = 1
    other = np.roll(sure, 6, axis=1)
    assert [one.strength for one in of_mask(sure, sure, sure, sure, left_out=False)] == [0, 0, 0, 0]
    turned = {one.name: one.strength for one in of_mask(sure, other, sure, sure, left_out=True)}
    closer = {one.name: one.strength for one in of_mask(sure, sure, other, sure, left_out=False)}
    worse = {one.name: one.strength for one in of_mask(sure, other, other, sure, left_out=False)}
    assert turned["left out"] == 1
    assert closer["left out"] == closer["unsure"] == closer["elsewhere"] == 0
    # Two that see the same other thing leave as little on which all agree.
    assert 0.2 < turned["looks"] == closer["looks"] == worse["looks"]
    hazy = {one.name: one.strength for one in of_mask(sure, sure, sure, sure * 0.6, left_out=False)}
    assert hazy["unsure"] == 1


def test_what_only_one_look_saw_elsewhere_is_told() -> None:
    chosen = np.zeros((60, 80), np.float32)
    chosen[10:40, 10:40] = 1
    more = chosen.copy()
    more[10:40, 60:70] = 1
    for looks in ((more, chosen, chosen), (chosen, more, chosen), (chosen, chosen, more)):
        strong = {one.name: one.strength for one in of_mask(*looks, chosen, left_out=False)}
        assert strong["elsewhere"] == pytest.approx((300 / 900 - 0.01) / 0.39)


def test_haze_along_the_outline_is_not_elsewhere() -> None:
    chosen = np.zeros((60, 80), np.float32)
    chosen[10:40, 10:40] = 1
    hazy = chosen.copy()
    hazy[10:40, 40 : 40 + doubt.HAZE] = 0.5
    assert {one.name: one.strength for one in of_mask(hazy, chosen, chosen, chosen, left_out=False)}["elsewhere"] == 0


def test_overlap() -> None:
    mask = np.zeros((10, 10), bool)
    assert overlap(mask, mask) == 0
    mask[:4] = True
    assert overlap(mask, mask) == 1
    assert overlap(mask, ~mask) == 0
    assert overlap(mask, np.roll(mask, 2, axis=0)) == pytest.approx(1 / 3)


def test_a_possible_hole_is_offered_however_little_it_weighs() -> None:
    asked = Sign("hole", 0.1, "Inside it is an area of the backdrop's colour.", Box(10, 10, 20, 20))
    made = judged(bare(), [asked])
    assert made.reasons == (asked.reason,)
    assert made.doubt < 0.25

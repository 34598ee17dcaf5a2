"""How well doubt finds the bad ones: by hand on a few."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.mattes import doubts as bench
from tests.bench.mattes.doubts import Fit, Judged, auroc, cross_validated, doubts, fitted, least_found, mean_found
from tests.pictures import box_matte, cutout, noise
from whitecove.core import doubt
from whitecove.core.doubt import chance
from whitecove.core.model import Sign


def test_auroc_by_hand() -> None:
    assert auroc([0.9, 0.8, 0.1, 0.2], [True, True, False, False]) == 1
    assert auroc([0.1, 0.2, 0.9, 0.8], [True, True, False, False]) == 0
    assert auroc([0.5, 0.5, 0.5], [True, False, False]) == 0.5
    # Of six pairs, the bad ones win four and draw one.
    assert auroc([0.9, 0.3, 0.6, 0.3, 0.1], [True, True, False, False, False]) == pytest.approx(4.5 / 6)


@pytest.mark.parametrize("bad", [[True, True], [False, False]])
def test_auroc_needs_both_kinds(bad: list[bool]) -> None:
    assert math.isnan(auroc([0.1, 0.2], bad))


def test_perfect_order_finds_all() -> None:
    values, bad = [0.9, 0.8, 0.3, 0.1], [True, True, False, False]
    assert least_found(values, bad) == mean_found(values, bad) == 1


def test_found_by_hand() -> None:
    """Looked at in the order good, bad, good, bad; a perfect order would have found 1, 2, 2, 2."""
    values, bad = [0.9, 0.8, 0.7, 0.6], [False, True, False, True]
    assert least_found(values, bad) == 0
    assert mean_found(values, bad) == pytest.approx((0 / 1 + 1 / 2 + 1 / 2 + 2 / 2) / 4)


def test_least_found_is_the_worst_length_of_review() -> None:
    """Bad, good, good, bad: after two or three, one of two."""
    assert least_found([0.9, 0.8, 0.7, 0.6], [True, False, False, True]) == 0.5


def test_ties_are_looked_at_in_the_order_of_the_rows() -> None:
    assert least_found([0.5, 0.5], [True, False]) == 1
    assert least_found([0.5, 0.5], [False, True]) == 0


def test_nothing_bad_to_be_found() -> None:
    assert math.isnan(least_found([0.5, 0.1], [False, False]))
    assert math.isnan(mean_found([0.5, 0.1], [False, False]))


@given(rows=st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=2, max_size=30))
def test_measures_are_shares(rows: list[tuple[float, bool]]) -> None:
    values, bad = [value for value, _ in rows], [wrong for _, wrong in rows]
    area, least, mean = auroc(values, bad), least_found(values, bad), mean_found(values, bad)
    if any(bad):
        assert 0 <= least <= mean <= 1
    if any(bad) and not all(bad):
        assert 0 <= area <= 1
        assert auroc([-value for value in values], bad) == pytest.approx(1 - area)
        assert auroc(values, [not wrong for wrong in bad]) == pytest.approx(1 - area)


def rows(count: int = 40) -> list[Judged]:
    """Cutouts of which one sign tells what is bad, and another tells nothing."""
    chance = np.random.default_rng(0).random(count)
    return [
        Judged(
            picture=f"photo {k // 2}",
            iou=0.5 if k % 2 else 0.97,
            doubt=0.0,
            signs={"right": 0.9 * (k % 2) + 0.02, "noise": float(chance[k])},
        )
        for k in range(count)
    ]


def test_fit_believes_the_sign_that_is_right() -> None:
    fit = fitted(rows(), ["right", "noise"])
    right, noise = fit.weights
    assert right > 3
    assert noise < 1
    assert fit.no_sign < 0


def test_fit_of_a_sign_that_never_shows_is_the_usual() -> None:
    assert fitted(rows(), ["right", "never"]).weights[1] == pytest.approx(bench.USUAL, abs=1e-3)


def test_doubts_under_a_fit() -> None:
    some = [Judged("a", 1.0, 0.0, {"x": 0.5, "y": 1.0}), Judged("b", 1.0, 0.0, {})]
    fit = Fit(("x", "y"), np.array([2.0, 0.5]), -1.0)
    assert doubts(some, fit) == pytest.approx([chance(1.5, -1.0), 0.0])


def test_signs_that_are_not_fitted_are_believed() -> None:
    some = [Judged("a", 1.0, 0.0, {"busy": 0.5}), Judged("b", 1.0, 0.0, {"busy": 0.5, "x": 1.0})]
    fit = Fit(("x",), np.array([2.0]), -1.0)
    assert doubts(some, fit) == pytest.approx([0.5, 1 - 0.5 * (1 - chance(2.0, -1.0))])


def test_what_is_measured_on_a_models_matte_counts_as_in_the_program() -> None:
    signs = {"lost": 0.8, "looks": 0.6, "busy": 0.1}
    fit = Fit(tuple(doubt.WEIGHTS), np.array(list(doubt.WEIGHTS.values())), doubt.NO_SIGN)
    for engine, by_model in (("backdrop", False), ("rembg:u2netp+backdrop", True)):
        made = doubt.judged(
            replace(cutout(noise(12, 10), box_matte(12, 10, (3, 3, 9, 8))), engine=engine),
            [Sign(name, strength, "Why.") for name, strength in signs.items()],
        )
        assert doubts([Judged("a", 1.0, 0.0, signs, by_model)], fit) == pytest.approx([made.doubt], abs=6e-4)


def test_doubts_are_at_least_what_floors_ask_for(monkeypatch: pytest.MonkeyPatch) -> None:
    fit = Fit(("x", "y"), np.array([0.2, 3.0]), -1.0)
    some = [Judged("a", 1.0, 0.0, {"x": 0.5}), Judged("b", 1.0, 0.0, {"x": 0.5, "y": 1.0}), Judged("c", 1.0, 0.0, {})]
    monkeypatch.setattr(bench, "FLOORS", {"x": 0.6})
    assert doubts(some, fit) == pytest.approx([0.3, chance(3.1, -1.0), 0.0])
    monkeypatch.setattr(bench, "FLOORS", {})
    assert doubts(some, fit) == pytest.approx([chance(0.1, -1.0), chance(3.1, -1.0), 0.0])


def test_held_out_pictures_are_judged_by_the_others() -> None:
    """A sign that tells one picture's bad cutout from its good one, and nobody else's, does not help there."""
    judged = rows()
    values = list(cross_validated(judged, ["right", "noise"]))
    bad = [row.iou < 0.9 for row in judged]
    assert auroc(values, bad) > 0.95
    own = [row._replace(signs={row.picture: float(row.iou < 0.9)}) for row in judged]
    names = sorted({name for row in own for name in row.signs})
    together = doubts(own, fitted(own, names))[np.array(bad)]
    apart = cross_validated(own, names)[np.array(bad)]
    assert together.min() > apart.max()

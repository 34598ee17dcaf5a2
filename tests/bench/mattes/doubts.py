"""How well doubt finds the bad cutouts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from whitecove.core.doubt import BY_MODEL, FLOORS, OF_ENGINES, chance

# A matte under this IoU is bad.
BAD = 0.9
FOLDS = 5
# One bad cutout that is missed costs as much as so many good ones that are looked at.
COST = 2.0
# What weights are drawn towards, and how strongly: there are few pictures for so many signs.
USUAL, DRAWN = 1.0, 1.0


class Judged(NamedTuple):
    """A cutout: the picture it is of (degraded versions share it), its IoU, its doubt, its signs by name, and whether a
    model made it."""

    picture: str
    iou: float
    doubt: float
    signs: dict[str, float]
    by_model: bool = False


class Fit(NamedTuple):
    """The ``weights`` (n,) of signs by their ``names``, and the logarithm of the odds where there is ``no_sign``."""

    names: tuple[str, ...]
    weights: NDArray[np.float64]
    no_sign: float


def auroc(doubts: Sequence[float], bad: Sequence[bool]) -> float:
    """The chance that a bad one has more doubt than a good one; ties count half."""
    values, wrong = np.asarray(doubts), np.asarray(bad)
    if wrong.all() or not wrong.any():
        return float("nan")
    above = values[wrong][:, None] > values[~wrong]
    level = values[wrong][:, None] == values[~wrong]
    return float(above.mean() + 0.5 * level.mean())


def least_found(doubts: Sequence[float], bad: Sequence[bool]) -> float:
    """Reviewing in the order of doubt, the least share, over every length of review, of the bad ones that a perfect
    order would have found by then."""
    order = np.argsort(-np.asarray(doubts), kind="stable")
    found = np.cumsum(np.asarray(bad)[order])
    perfect = np.minimum(np.arange(1, found.size + 1), found[-1])
    return float((found / perfect).min()) if found[-1] else float("nan")


def mean_found(doubts: Sequence[float], bad: Sequence[bool]) -> float:
    """The same share, as a mean over every length of review."""
    order = np.argsort(-np.asarray(doubts), kind="stable")
    found = np.cumsum(np.asarray(bad)[order])
    perfect = np.minimum(np.arange(1, found.size + 1), found[-1])
    return float((found / perfect).mean()) if found[-1] else float("nan")


def fitted(rows: Sequence[Judged], names: Sequence[str]) -> Fit:
    """The weights, 0 or more, of the signs called ``names`` under which their sum, as the logarithm of the odds that a
    cutout is bad, fits ``rows`` best (maximum likelihood, bad and good ones counting alike but for what they cost)."""
    from scipy.optimize import minimize

    signs, bad = _matrix(rows, names), np.array([row.iou < BAD for row in rows])
    known = np.column_stack([signs, np.ones(len(rows))])
    side = np.where(bad, 1.0, -1.0)
    share = np.where(bad, COST / bad.mean(), 1 / (1 - bad.mean()))
    share *= len(rows) / share.sum()

    def unlikely(values: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margin, away = side * (known @ values), values[:-1] - USUAL
        slope = -(share * side / (1 + np.exp(margin))) @ known
        slope[:-1] += DRAWN * away
        return float((share * np.logaddexp(0, -margin)).sum() + DRAWN / 2 * np.square(away).sum()), slope

    start = np.array([USUAL] * len(names) + [-2.0])
    bounds = [(0, None)] * len(names) + [(None, None)]
    *weights, no_sign = minimize(unlikely, start, jac=True, bounds=bounds, method="L-BFGS-B").x
    return Fit(tuple(names), np.array(weights), float(no_sign))


def doubts(rows: Sequence[Judged], fit: Fit) -> NDArray[np.float64]:
    """Doubt of each of ``rows`` by ``fit``; signs that it does not name are believed as they are."""
    raised = _matrix(rows, fit.names) @ fit.weights
    return np.array([_doubt(row, chance(by, fit.no_sign), fit.names) for row, by in zip(rows, raised, strict=True)])


def _doubt(row: Judged, weighed: float, names: Sequence[str]) -> float:
    wrong = 1 - weighed
    for name, strength in row.signs.items():
        wrong *= 1.0 if name in names else 1 - strength
    return max([1 - wrong, *(floor * row.signs.get(name, 0.0) for name, floor in FLOORS.items())])


def cross_validated(rows: Sequence[Judged], names: Sequence[str]) -> NDArray[np.float64]:
    """Doubt of each of ``rows`` under weights that were fitted without the pictures of its fold."""
    pictures = sorted({row.picture for row in rows})
    fold = {picture: k % FOLDS for k, picture in enumerate(pictures)}
    out = np.zeros(len(rows))
    for k in range(FOLDS):
        train = [row for row in rows if fold[row.picture] != k]
        test = [i for i, row in enumerate(rows) if fold[row.picture] == k]
        out[test] = doubts([rows[i] for i in test], fitted(train, names))
    return out


def _matrix(rows: Sequence[Judged], names: Sequence[str]) -> NDArray[np.float64]:
    """The strengths (rows, names) of signs, as far as they count."""
    return np.array([[row.signs.get(name, 0.0) * _share(row, name) for name in names] for row in rows])


def _share(row: Judged, name: str) -> float:
    return BY_MODEL if row.by_model and name not in OF_ENGINES else 1.0

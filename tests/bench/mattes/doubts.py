"""How well doubt finds the bad cutouts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from whitecove.core.doubt import FLOORS

# A matte under this IoU is bad.
BAD = 0.9
FOLDS = 5
# How strongly weights are drawn towards a half.
SHRINK = 0.1


class Judged(NamedTuple):
    """A cutout: the picture it is of (degraded versions share it), its IoU, its doubt, and its signs by name."""

    picture: str
    iou: float
    doubt: float
    signs: dict[str, float]


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


def fitted(rows: Sequence[Judged], names: Sequence[str]) -> NDArray[np.float64]:
    """The weight (0…1) of each sign under which doubt, the chance that one of independent signs is right, fits ``rows``
    best (maximum likelihood, weights drawn towards a half: there are few pictures for so many signs)."""
    from scipy.optimize import minimize

    signs, bad = _matrix(rows, names), np.array([row.iou < BAD for row in rows])

    def unlikely(weights: NDArray[np.float64]) -> float:
        good = np.log1p(-np.minimum(weights * signs, 0.995)).sum(axis=1) + np.log(0.98)
        chance = np.clip(1 - np.exp(good), 1e-4, 1 - 1e-4)
        balance = np.where(bad, 0.5 / bad.mean(), 0.5 / (1 - bad.mean()))
        fit = -(balance * np.where(bad, np.log(chance), np.log(1 - chance))).mean()
        return float(fit + SHRINK * np.square(weights - 0.5).sum())

    start = np.full(len(names), 0.5)
    return np.asarray(minimize(unlikely, start, bounds=[(0, 0.99)] * len(names), method="L-BFGS-B").x)


def doubts(rows: Sequence[Judged], names: Sequence[str], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Doubt of each of ``rows`` under ``weights``, and what signs with a floor ask for."""
    together = 1 - np.prod(1 - weights * _matrix(rows, names), axis=1)
    floors = [max((floor * row.signs.get(name, 0.0) for name, floor in FLOORS.items()), default=0.0) for row in rows]
    return np.asarray(np.maximum(together, floors))


def cross_validated(rows: Sequence[Judged], names: Sequence[str]) -> NDArray[np.float64]:
    """Doubt of each of ``rows`` under weights that were fitted without the pictures of its fold."""
    pictures = sorted({row.picture for row in rows})
    fold = {picture: k % FOLDS for k, picture in enumerate(pictures)}
    out = np.zeros(len(rows))
    for k in range(FOLDS):
        train = [row for row in rows if fold[row.picture] != k]
        test = [i for i, row in enumerate(rows) if fold[row.picture] == k]
        out[test] = doubts([rows[i] for i in test], names, fitted(train, names))
    return out


def _matrix(rows: Sequence[Judged], names: Sequence[str]) -> NDArray[np.float64]:
    return np.array([[row.signs.get(name, 0.0) for name in names] for row in rows])

"""Closed-form matting in a narrow band (Levin, Lischinski and Weiss 2008): near an edge, colours are mixtures of two
colours that change slowly, so alpha is a linear function of colour in every small window. Solved only where alpha is
unknown; what a first guess says there is believed as far as it is trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from whitecove.core.extent import window
from whitecove.core.model import F32, U8, Mask
from whitecove.core.squares import grown

if TYPE_CHECKING:
    from scipy import sparse

# How much a window's colours may vary before they count as two: the paper's epsilon, for colours of 0…1.
EPSILON = 1e-5
# Conjugate gradients stop where the residual is this share of the right-hand side, or after so many rounds.
ACCURACY, ROUNDS = 1e-4, 100
# So little trust is put into every guess: the system is never singular.
LEAST_TRUST = 1e-6
# A pixel shares windows with what is so many pixels from it.
REACH = 2
WINDOW = tuple((dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1))

F64 = NDArray[np.float64]


def solve(look: U8, guess: F32, unknown: Mask, trust: F32) -> F32:
    """Alpha (h, w), 0…1: ``guess`` (h, w) where it is not ``unknown``; there, what the colours of ``look`` (h, w, 3)
    say, pulled towards ``guess`` by ``trust`` ≥ 0 (a window's colours weigh about 1).

    The sums are made in a fixed order on one core, so that the same photo gives the same bytes everywhere.
    """
    if not unknown.any():
        return guess
    # Two pixels around what is unknown are all that it hangs together with; beyond the frame nothing does.
    part = window(unknown, REACH)
    inner = np.pad(unknown[part], REACH)
    centres = grown(unknown, 1)
    centres[[0, -1]] = False
    centres[:, [0, -1]] = False
    shares = _shares(np.pad(look[part], ((REACH, REACH), (REACH, REACH), (0, 0))), np.pad(centres[part], REACH))
    if not shares:
        return guess
    places = np.flatnonzero(inner)
    known = np.where(inner, 0, np.pad(guess[part], REACH)).ravel()
    start, trusted = guess[part][unknown[part]].astype(np.float64), trust[part][unknown[part]]
    pull = trusted.astype(np.float64) + LEAST_TRUST
    right = pull * start
    for by, share in shares.items():
        right -= share[places] * known[places + by]
    alpha = guess.copy()
    matrix = _matrix(shares, inner)
    alpha[part][unknown[part]] = np.clip(_conjugate_gradients(matrix, pull, right, start), 0, 1)
    return alpha


def _shares(look: U8, centres: Mask) -> dict[int, F64]:
    """The matting Laplacian of ``look`` (h, w, 3) over the windows of 3 × 3 around ``centres`` (h, w): for each
    distance between two pixels of a window, in pixels as they lie one after another and in rising order, the share
    (h · w,) that the one so far on has in each. None where there is no window."""
    width = look.shape[1]
    middle = np.flatnonzero(centres)
    if not middle.size:
        return {}
    offsets = [dy * width + dx for dy, dx in WINDOW]
    apart = look.reshape(-1, 3).T[:, middle + np.array(offsets)[:, None]] / 255
    apart -= apart.mean(axis=1, keepdims=True)
    scaled = _scaled(apart)
    distances = sorted({b - a for a in offsets for b in offsets})
    shares = {by: np.zeros(centres.size) for by in distances}
    for k, first in enumerate(offsets):
        for m, second in enumerate(offsets[k:], k):
            alike = (1 + (scaled[:, k] * apart[:, m]).sum(axis=0)) / -9
            if k == m:
                shares[0][middle + first] += alike + 1
            else:
                shares[second - first][middle + first] += alike
                shares[first - second][middle + second] += alike
    return shares


def _scaled(apart: F64) -> F64:
    """``apart`` (3, 9, n), how far each window's colours are from their mean, times the inverse of their covariance."""
    a, b, c, d, e, f = (
        (apart[i] * apart[j]).sum(axis=0) / 9 + (EPSILON / 9 if i == j else 0)
        for i, j in ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2))
    )
    rows = (
        (d * f - e * e, c * e - b * f, b * e - c * d),
        (c * e - b * f, a * f - c * c, b * c - a * e),
        (b * e - c * d, b * c - a * e, a * d - b * b),
    )
    determinant = a * rows[0][0] + b * rows[0][1] + c * rows[0][2]
    return np.stack([sum(part * plane for part, plane in zip(row, apart, strict=True)) / determinant for row in rows])


def _matrix(shares: dict[int, F64], unknown: Mask) -> sparse.csr_array:
    """The ``shares`` of the ``unknown`` pixels (h, w) in each other."""
    from scipy import sparse

    places = np.flatnonzero(unknown)
    number = np.full(unknown.size, -1, np.int32)
    number[places] = np.arange(places.size)
    columns = np.stack([number[places + by] for by in shares], axis=1)
    values = np.stack([share[places] for share in shares.values()], axis=1)
    among = columns >= 0
    ends = np.concatenate([[0], np.cumsum(among.sum(axis=1))])
    return sparse.csr_array((values[among], columns[among], ends), shape=(places.size, places.size))


def _conjugate_gradients(matrix: sparse.csr_array, pull: F64, right: F64, start: F64) -> F64:
    """Solves ``(matrix + diag(pull)) x = right``, with the diagonal as preconditioner.

    SciPy's own solver leaves the sums to BLAS, whose order depends on the number of threads.
    """
    diagonal = matrix.diagonal() + pull
    x = start.copy()
    residual = right - (matrix @ x + pull * x)
    scaled = residual / diagonal
    step, energy = scaled.copy(), _dot(residual, scaled)
    enough = ACCURACY**2 * _dot(right, right)
    for _ in range(ROUNDS):
        if _dot(residual, residual) <= enough:
            break
        forward = matrix @ step + pull * step
        length = energy / _dot(step, forward)
        x += length * step
        residual -= length * forward
        scaled = residual / diagonal
        before, energy = energy, _dot(residual, scaled)
        step = scaled + (energy / before) * step
    return x


def _dot(a: F64, b: F64) -> float:
    return float((a * b).sum())

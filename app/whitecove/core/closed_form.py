"""Closed-form matting in a narrow band (Levin, Lischinski and Weiss 2008): near an edge, colours are mixtures of two
colours that change slowly, so alpha is a linear function of colour in every small window. Solved only where alpha is
unknown; what a first guess says there is believed as far as it is trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from whitecove.core.model import F32, U8, Mask

if TYPE_CHECKING:
    from scipy import sparse

# How much a window's colours may vary before they count as two: the paper's epsilon, for colours of 0…1.
EPSILON = 1e-5
# Conjugate gradients stop where the residual is this share of the right-hand side, or after so many rounds.
ACCURACY, ROUNDS = 1e-4, 100
# So little trust is put into every guess: the system is never singular.
LEAST_TRUST = 1e-6
WINDOW = tuple((dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1))

F64 = NDArray[np.float64]
Index = NDArray[np.intp]


def solve(look: U8, guess: F32, unknown: Mask, trust: F32) -> F32:
    """Alpha (h, w), 0…1: ``guess`` (h, w) where it is not ``unknown``; there, what the colours of ``look`` (h, w, 3)
    say, pulled towards ``guess`` by ``trust`` ≥ 0 (a window's colours weigh about 1).

    The sums are made in a fixed order on one core, so that the same photo gives the same bytes everywhere.
    """
    from scipy import sparse

    places = np.flatnonzero(unknown)
    number = np.full(guess.size, -1, np.int32)
    number[places] = np.arange(places.size)
    index, affinity = _windows(look, unknown)
    if not places.size or not index.size:
        return guess
    rows, columns = number[np.repeat(index, 9, axis=1).ravel()], np.tile(index, (1, 9)).ravel()
    values = affinity.ravel()
    inner = number[columns]
    between, towards = (rows >= 0) & (inner >= 0), (rows >= 0) & (inner < 0)
    start = guess.ravel()[places].astype(np.float64)
    pull = trust.ravel()[places].astype(np.float64) + LEAST_TRUST
    known = values[towards] * guess.ravel()[columns[towards]]
    right = pull * start - np.bincount(rows[towards], known, places.size)
    matrix = sparse.coo_array((values[between], (rows[between], inner[between])), shape=(places.size, places.size))
    alpha = guess.ravel().copy()
    alpha[places] = np.clip(_conjugate_gradients(matrix.tocsr(), pull, right, start), 0, 1)
    return alpha.reshape(guess.shape)


def _windows(look: U8, unknown: Mask) -> tuple[Index, F64]:
    """The pixels (n, 9) of every window of 3 × 3 that holds an unknown one, and its part (n, 9, 9) of the matting
    Laplacian."""
    from scipy import ndimage as ndi

    width = unknown.shape[1]
    centres = np.asarray(ndi.maximum_filter(unknown, size=3), bool)
    centres[[0, -1]] = False
    centres[:, [0, -1]] = False
    row, column = np.nonzero(centres)
    index = (row * width + column)[:, None] + np.array([dy * width + dx for dy, dx in WINDOW])
    colours = look.reshape(-1, 3)[index].astype(np.float64) / 255
    apart = colours - colours.mean(axis=1, keepdims=True)
    spread = np.einsum("nki,nkj->nij", apart, apart) / 9 + np.eye(3) * (EPSILON / 9)
    alike = np.einsum("nki,nij,nlj->nkl", apart, np.linalg.inv(spread), apart, optimize=True)
    return index, np.eye(9) - (1 + alike) / 9


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

"""Parts a picture between two kinds of seeds, where its colours change most: the random walker (Grady 2006)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from whitecove.core.model import F32, Mask

# A colour step (ΔE*ab) as large as this many times the usual one between neighbours is hard to cross.
USUAL_STEPS = 2.0
LEAST_STEP = 1.0
# No step is impossible to cross: every cell is reached by one of the seeds.
LEAST_WEIGHT = 1e-6
# How often the walker is content with a cell's own looks, beside going on (1 on an even surface).
LOOKS = 0.05


def spread(lab: F32, domain: Mask, same: Mask, other: Mask, likely: F32) -> F32:
    """For each cell the chance (0…1) that a walker which starts there and shuns steps of colour in ``lab`` (h, w, 3),
    meets one of the seeds ``same`` before one of ``other``; 0 outside of ``domain``, which holds both. ``likely`` (0…1)
    is what each cell's own looks say: now and then the walker takes that for an answer.

    The chances solve a sparse linear system (Grady 2005 for the looks).
    """
    from scipy import sparse
    from scipy.sparse.linalg import spsolve

    number = np.full(domain.shape, -1, np.int64)
    number[domain] = np.arange(int(domain.sum()))
    first, second, step = _neighbours(lab, number)
    weight = _weights(step)
    count = int(domain.sum())
    both = sparse.coo_array((weight, (first, second)), shape=(count, count)).tocsr()
    both = both + both.T
    laplacian = sparse.diags_array(np.asarray(both.sum(axis=1)).ravel() + LOOKS) - both
    chance = np.where(same[domain], 1.0, 0.0)
    free = ~(same | other)[domain]
    if free.any():
        rows = laplacian.tocsr()[free]
        known = LOOKS * likely[domain][free] - rows[:, ~free] @ chance[~free]
        chance[free] = spsolve(rows[:, free].tocsc(), known, permc_spec="MMD_AT_PLUS_A")
    out = np.zeros(domain.shape, np.float32)
    out[domain] = chance
    return out


def _neighbours(
    lab: F32, number: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """The pairs of numbered cells that touch, and the step of colour between them."""
    firsts, seconds, steps = [], [], []
    for near, far in (
        (np.s_[:, :-1], np.s_[:, 1:]),
        (np.s_[:-1], np.s_[1:]),
    ):
        a, b = number[near], number[far]
        both = (a >= 0) & (b >= 0)
        firsts.append(a[both])
        seconds.append(b[both])
        steps.append(np.linalg.norm(lab[near] - lab[far], axis=2)[both].astype(np.float64))
    return np.concatenate(firsts), np.concatenate(seconds), np.concatenate(steps)


def _weights(step: NDArray[np.float64]) -> NDArray[np.float64]:
    usual = max(LEAST_STEP, USUAL_STEPS * float(np.median(step))) if step.size else LEAST_STEP
    return np.asarray(np.maximum(np.exp(-0.5 * (step / usual) ** 2), LEAST_WEIGHT), np.float64)

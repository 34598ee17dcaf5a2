"""What print inks look like, for CMYK photos that do not say: a model of offset printing on coated paper.

Neugebauer's equations: a halftone is a patchwork of the sixteen overprints of solid inks (Demichel's areas), and its
colour is their mean in XYZ. Each ink first spreads by the press's tone value increase.

- Solid colours: ISO 12647-2:2004/Amd.1:2007, paper types 1 and 2 (coated), CIELAB at D50.
- Overprints with black, which the standard does not list: the light left by black and by the colours multiplies.
- Tone value increase: 14 % (colours) and 17 % (black) at a half tone, as a parabola.
- The result is relative to the paper, and its darkest overprint is put at black, as black-point compensation would.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from whitecove.core import icc

_Wide = NDArray[np.float64]

NAME = "Whitecove coated paper"
_GRID = 11
_GAIN = np.array([0.14, 0.14, 0.14, 0.17])

# L*, a*, b* of the overprints of cyan, magenta and yellow.
_SOLIDS: dict[tuple[int, int, int], tuple[float, float, float]] = {
    (0, 0, 0): (95, 0, -2),
    (1, 0, 0): (55, -37, -50),
    (0, 1, 0): (48, 74, -3),
    (0, 0, 1): (89, -5, 93),
    (0, 1, 1): (47, 68, 48),
    (1, 0, 1): (50, -65, 27),
    (1, 1, 0): (24, 22, -46),
    (1, 1, 1): (23, 0, 0),
}
_BLACK = (16.0, 0.0, 0.0)


@cache
def fallback_profile() -> bytes:
    """The model as an ICC profile, so that LittleCMS applies it like any other (about 90 KB)."""
    return icc.ink_profile(NAME, _lab_grid())


def _lab_grid() -> _Wide:
    """L*a*b* over the grid of tone values, (n, n, n, n, 3), cyan first."""
    tone = np.linspace(0, 1, _GRID)
    covered = [tone + 4 * gain * tone * (1 - tone) for gain in _GAIN]
    light = np.zeros((_GRID, _GRID, _GRID, _GRID, 3))
    for corner, xyz in _overprints().items():
        shares = [c if printed else 1 - c for c, printed in zip(covered, corner, strict=True)]
        light += np.einsum("c,m,y,k->cmyk", *shares)[..., None] * xyz
    return _to_lab(_stretch_to_black(light))


def _overprints() -> dict[tuple[int, ...], _Wide]:
    """XYZ of the sixteen overprints, relative to the paper (paper = 1, 1, 1)."""
    paper = _to_xyz(_SOLIDS[0, 0, 0])
    black = _to_xyz(_BLACK) / paper
    found: dict[tuple[int, ...], _Wide] = {}
    for corner, lab in _SOLIDS.items():
        colour = _to_xyz(lab) / paper
        found[*corner, 0] = colour
        found[*corner, 1] = colour * black
    return found


def _stretch_to_black(light: _Wide) -> _Wide:
    darkest = light.reshape(-1, 3)[np.argmin(light[..., 1])]
    return np.asarray(np.clip((light - darkest) / (1 - darkest), 0, None))


def _to_xyz(lab: tuple[float, float, float]) -> _Wide:
    fy = (lab[0] + 16) / 116
    f = np.array([fy + lab[1] / 500, fy, fy - lab[2] / 200])
    return np.asarray(np.where(f > 6 / 29, f**3, 3 * (6 / 29) ** 2 * (f - 4 / 29)))


def _to_lab(xyz: _Wide) -> _Wide:
    f = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], axis=-1)

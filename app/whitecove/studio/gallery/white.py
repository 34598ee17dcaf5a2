"""Where the backdrop of a written file is not white, for the overlay."""

from __future__ import annotations

import numpy as np

from whitecove.core.checks.background import beyond
from whitecove.core.checks.examine import examine, read_at_most
from whitecove.core.checks.groups import large_groups
from whitecove.core.checks.spread import grow
from whitecove.core.errors import ReadError
from whitecove.studio.asks import NotWhite, NotWhiteMask

# Groups of pixels that are nearer than this are one, and those below this share of the picture are specks: as `check`
# sees a file whose matte it does not know.
LINK_GAP, LEAST_SHARE = 8, 0.005


def not_white(ask: NotWhite) -> NotWhiteMask:
    """Every pixel that is not 255, 255, 255 and lies farther from the product than the edge band.

    Raises:
        ReadError: the file is not there, or cannot be read.
    """
    path = next((path for path in ask.paths if path.is_file()), None)
    if path is None:
        raise ReadError("read.missing")
    try:
        rgb = examine(read_at_most(path), path.name).rgb
    except OSError as error:
        raise ReadError("read.no_access", problem=error.strerror or type(error).__name__) from error
    if rgb is None:
        raise ReadError("read.unknown")
    off_white = np.asarray(rgb.min(axis=2) != 255)
    product = large_groups(off_white, gap=LINK_GAP, least=LEAST_SHARE * off_white.size)
    wrong = beyond(off_white, product, ask.band)
    band = grow(product, ask.band) & ~product
    return NotWhiteMask(
        generation=ask.generation,
        width=rgb.shape[1],
        height=rgb.shape[0],
        mask=_levels(wrong),
        edge=_levels(band),
        count=int(np.count_nonzero(wrong)),
    )


def _levels(mask: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> bytes:
    return (mask.astype(np.uint8) * 255).tobytes()

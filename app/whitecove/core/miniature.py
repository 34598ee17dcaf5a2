"""A photo and its matte made small together, for what is measured on the whole of them."""

from __future__ import annotations

from dataclasses import dataclass

from whitecove.core.engines.scale import reduced
from whitecove.core.model import U8, Mask

# Cutouts are judged at this long side: finer is noise, coarser hides thin parts.
SIDE = 640


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Miniature:
    """A photo's ``look`` (h, w, 3) and its ``matte`` (h, w), by area averaging."""

    look: U8
    matte: U8

    @property
    def subject(self) -> Mask:
        """The pixels (h, w) that are product for more than half."""
        return self.matte > 127


def miniature(rgb: U8, matte: U8) -> Miniature:
    """``rgb`` (H, W, 3) and its ``matte`` (H, W) with a long side of at most `SIDE` pixels."""
    return Miniature(look=reduced(rgb, SIDE), matte=reduced(matte, SIDE))

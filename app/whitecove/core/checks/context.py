"""What all checks of one file share: how it is judged, and what is measured once for several of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from whitecove.core.checks.examine import Examined
from whitecove.core.checks.groups import large_groups
from whitecove.core.checks.rim import is_white_rim
from whitecove.core.extent import TENTH, box_of, box_of_levels, crop
from whitecove.core.model import U8, Box, Mask, Prepared, Slot
from whitecove.core.profiles import Profile, SlotSpec

# Non-white pixels with gaps up to this many pixels are one group; groups below this share of the frame are specks.
LINK_GAP = 8
LEAST_SHARE = 0.005
# What reaches from side to side and takes this share of the picture may be a photo that was padded or hardly cut out.
PHOTO_SHARE = 0.4
RAGGED = 12
# Matte levels: a half is the contour, and what is at least SOLID is all product.
HALF = 128
SOLID = 250
# The most that the channels of a shadow's pixels differ, in levels: JPEG tints what is beside a coloured product.
NEUTRAL = 12


@dataclass(frozen=True, eq=False)
class Context:
    """How ``file`` is judged: by which profile, in which slot, and with what its maker knows of it (``prepared``).

    ``aspect`` is the shape that was asked for; without one, every shape that the slot takes is right.
    """

    file: Examined
    profile: Profile
    slot: Slot
    prepared: Prepared | None = None
    aspect: str | None = None
    review_doubt: float = 0.5

    @property
    def spec(self) -> SlotSpec:
        """What the slot takes."""
        return self.profile.slot(self.slot)

    @property
    def rgb(self) -> U8:
        """The pixels (H, W, 3). Only for checks that need pixels."""
        if self.file.rgb is None:
            raise ValueError("the file did not decode")
        return self.file.rgb

    @cached_property
    def planes(self) -> tuple[U8, U8, U8]:
        """Red, green and blue (H, W) on their own: numpy works on these several times faster."""
        red, green, blue = (np.ascontiguousarray(self.rgb[..., channel]) for channel in range(3))
        return red, green, blue

    @cached_property
    def low(self) -> U8:
        """The smallest of a pixel's three levels (H, W)."""
        red, green, blue = self.planes
        return np.minimum(np.minimum(red, green), blue)

    @cached_property
    def high(self) -> U8:
        """The largest of a pixel's three levels (H, W)."""
        red, green, blue = self.planes
        return np.maximum(np.maximum(red, green), blue)

    @cached_property
    def off_white(self) -> Mask:
        """The pixels (H, W) that are not exactly 255, 255, 255."""
        return np.asarray(self.low != 255)

    @cached_property
    def matte(self) -> U8 | None:
        """The matte that the maker placed on the canvas (H, W), if there is one and the file is of its size."""
        matte = self.prepared.composition.matte if self.prepared else None
        return matte if matte is not None and matte.shape == self.rgb.shape[:2] else None

    @cached_property
    def backdrop(self) -> Box | None:
        """The box, the whole picture or the photo that lies in it, whose rim shows a background that is not white; None
        where the white is as a product on white leaves it."""
        whole = Box(0, 0, self.rgb.shape[1], self.rgb.shape[0])
        if not is_white_rim(self.low, pale_is_backdrop=self.matte is None):
            return whole
        if self.prepared is not None and self.matte is None:
            photo = self.prepared.composition.placement.placed_box
            return None if is_white_rim(crop(self.low, photo), pale_is_backdrop=True) else photo
        box = _photo_in(self.subject_box, whole)
        return None if box is None or is_white_rim(crop(self.low, box), pale_is_backdrop=False) else box

    @cached_property
    def subject(self) -> Mask:
        """The pixels (H, W) that are product: all that have any matte; without a matte every large group of non-white
        pixels, its soft shadow included."""
        return self.large if self.matte is None else np.asarray(self.matte > 0)

    @cached_property
    def shadow(self) -> Mask | None:
        """The pixels (H, W) of a shadow that the maker laid under the product: such as are neutral, for its shadows
        are; None where there is none."""
        shadow = self.prepared.composition.shadow if self.prepared else None
        if shadow is None or self.matte is None or shadow.shape != self.matte.shape:
            return None
        return np.asarray((shadow > 0) & (self.high - self.low <= NEUTRAL))

    @cached_property
    def large(self) -> Mask:
        """The pixels (H, W) of every group of non-white pixels of at least half a per cent of the frame: all that
        somebody who has nothing but the file can take for product."""
        return large_groups(self.off_white, gap=LINK_GAP, least=LEAST_SHARE * self.off_white.size)

    @cached_property
    def subject_box(self) -> Box | None:
        """The smallest box around the product; None where there is none."""
        return box_of(self.subject) if self.matte is None else box_of_levels(self.matte, TENTH)

    @cached_property
    def no_subject(self) -> str:
        """Why nothing can be said of the product; empty where something can."""
        if self.matte is None and self.backdrop:
            return "without white around it the product cannot be told from the background"
        return "" if self.subject_box else "there is nothing but white"


def _photo_in(box: Box | None, whole: Box) -> Box | None:
    """The inside of ``box`` if it may be a photo's: its own edges may be ragged, or no more than ripple."""
    if box is None or (box.width < whole.width and box.height < whole.height):
        return None
    left, top = box.left + RAGGED * (box.left > 0), box.top + RAGGED * (box.top > 0)
    right, bottom = (box.right - RAGGED * (box.right < whole.right), box.bottom - RAGGED * (box.bottom < whole.bottom))
    inside = Box(left, top, right, bottom)
    return inside if inside.width * inside.height >= PHOTO_SHARE * whole.width * whole.height else None

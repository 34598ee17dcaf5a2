"""Asking a model again where its first answer is no photographer's: in parts of the photo, each as if it were whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from whitecove.core.doubt import overlap
from whitecove.core.engines.objects import chosen, things_in, weight_of
from whitecove.core.extent import box_of
from whitecove.core.model import F32, Box, Mask

# The mask (h, w) of the look from a closer look at a box in it; nothing outside.
Closer = Callable[[Box], F32]

# A closer look shows so much of the scene around a thing, as a share of its longer side. If it agrees by so much, the
# thing was rightly told from others.
CLOSER_MARGIN, CONFIRMED = 0.12, 0.8
# A step nearer leaves this much of the photo on each side.
STEP = 0.1
# Whoever takes a photo of a thing puts it in the middle: a disc of so much of the short side, at least so full.
MIDDLE, FULL = 0.1, 0.25
# Parts of the photo that are looked at apart: of this side, and this far from one to the next.
PART, STRIDE = 0.6, 0.2
# What is found in a part counts if it is as sure as this on the mean.
SURE = 0.85
# It must be as weighty as what the whole photo gave to stand beside it where they touch, and so many times as weighty
# to take its place.
# A model that wavers (the overlap of what it sees in the photo, and in the photo turned) is not believed so much more.
BESIDE, INSTEAD, WAVERS = 1.0, 1.5, 0.7
# Two things touch, be it by a haze of so much, if they come as near as this share of the long side.
HAZE, TOUCH = 0.2, 0.015


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A thing (h, w) of 0…1 that a closer look at a part of the photo found, whole and sure; and its weight."""

    mask: F32
    weight: float


def meant(plain: F32, turned: F32, glance: Closer, closer: Closer) -> tuple[F32, bool]:
    """What is the product of the masks (h, w), 0…1, that a model gives of the photo ``plain`` and ``turned``, or what
    parts of the photo show more clearly; and whether anything was left out for it. ``closer`` asks for a part with
    care, ``glance`` for half the work."""
    mask = np.asarray((plain + turned) / 2, np.float32)
    things = things_in(mask)
    whole, left_out = things.whole_ones()
    if things.cut.any() and not left_out:
        return stepped_nearer(mask, closer)
    if misses_middle(whole):
        wavers = overlap(plain > 0.5, turned > 0.5) < WAVERS
        return searched(whole, glance, closer, BESIDE if wavers else INSTEAD), left_out
    return whole, left_out


def stepped_nearer(mask: F32, closer: Closer) -> tuple[F32, bool]:
    """A ``mask`` (h, w) in which the frame cuts all that the model saw, chosen from once more with half of the say
    given to a step nearer, which tells things apart that were seen as one; and whether anything was left out."""
    height, width = mask.shape
    top, left = round(STEP * height), round(STEP * width)
    box = Box(left, top, width - left, height - top)
    inner = (slice(box.top, box.bottom), slice(box.left, box.right))
    apart = mask.copy()
    apart[inner] = (mask[inner] + closer(box)[inner]) / 2
    whole, left_out = chosen(apart)
    return (whole, True) if left_out and _confirmed(whole, closer) else (mask, False)


def box_around(mask: F32) -> Box | None:
    """The box of what a mask (h, w) holds for the product, with some of the scene around it."""
    box = box_of(mask > 0.5)
    if box is None:
        return None
    around = round(CLOSER_MARGIN * max(box.height, box.width))
    return Box(
        max(0, box.left - around),
        max(0, box.top - around),
        min(mask.shape[1], box.right + around),
        min(mask.shape[0], box.bottom + around),
    )


def _confirmed(mask: F32, closer: Closer) -> bool:
    """Whether a closer look at what a ``mask`` (h, w) holds for the product sees the same."""
    box = box_around(mask)
    return box is not None and overlap(mask > 0.5, closer(box) > 0.5) >= CONFIRMED


def misses_middle(mask: F32) -> bool:
    """Whether hardly anything of a ``mask`` (h, w) lies in the middle of the photo."""
    height, width = mask.shape
    y, x = np.mgrid[:height, :width]
    disc = np.hypot(y - height / 2, x - width / 2) <= max(1.0, MIDDLE * min(height, width))
    return bool(np.mean(mask[disc] > 0.5) < FULL)


def searched(whole: F32, glance: Closer, closer: Closer, instead: float) -> F32:
    """``whole`` (h, w), joined by a thing that touches it, or replaced by one that is ``instead`` times as weighty:
    weight is size and nearness to the middle."""
    found = max(_found(whole.shape, glance), key=lambda one: one.weight, default=None)
    parts = things_in(whole).parts
    weight = max((weight_of(parts == number) for number in range(1, int(parts.max()) + 1)), default=0.0)
    if found is None or found.weight < BESIDE * weight:
        return whole
    box = box_around(found.mask)
    if box is None or not _confirmed(found.mask, closer):
        return whole
    thing = np.asarray((found.mask + closer(box)) / 2, np.float32)
    if _touch(whole > HAZE, found.mask > 0.5):
        return np.asarray(np.maximum(whole, thing), np.float32)
    return thing if found.weight >= instead * weight else whole


def _found(shape: tuple[int, ...], glance: Closer) -> Iterator[Found]:
    for box in _boxes(*shape):
        seen = glance(box)
        part = seen[box.top : box.bottom, box.left : box.right]
        for thing in things_in(part).whole_things():
            mask = np.zeros(shape, np.float32)
            mask[box.top : box.bottom, box.left : box.right] = np.where(thing, part, 0)
            hard = mask > 0.5
            if mask[hard].mean() >= SURE:
                yield Found(mask, weight_of(hard))


def _boxes(height: int, width: int) -> Iterator[Box]:
    steps = np.arange(0, 1 - PART + 1e-9, STRIDE)
    for y in steps:
        for x in steps:
            left, top = round(x * width), round(y * height)
            yield Box(left, top, left + round(PART * width), top + round(PART * height))


def _touch(a: Mask, b: Mask) -> bool:
    from whitecove.core.squares import grown

    return bool((grown(a, max(1, round(TOUCH * max(a.shape)))) & b).any())

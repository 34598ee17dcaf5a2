"""A photo and its cutout as they are shown: turned, mirrored and straightened together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from whitecove.core.adjust.geometry import (
    Affine,
    Size,
    around,
    bounds,
    quarters,
    shown_size,
    straightening,
    within,
)
from whitecove.core.adjust.resample import straightened, straightened_cutout, straightened_plane
from whitecove.core.adjust.values import AS_SHOT, Geometry
from whitecove.core.compose import cut_sides
from whitecove.core.engines.given import flattened
from whitecove.core.model import F32, U8, Box, Cutout, Picture, Placement, Subject

# The last pixels before a cut edge are mixed with what lies beyond.
MIXED = 2
_Levels = TypeVar("_Levels", U8, F32)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class View:
    """What is shown of a photo: its ``picture``, and its ``cutout`` where it has one. Their first pixel lies at
    ``origin`` (x, y) as shown (`core.adjust.geometry`), and ``size`` is that of the turned photo."""

    picture: Picture
    cutout: Cutout | None
    origin: tuple[int, int]
    size: Size

    def placed(self, placement: Placement) -> Placement:
        """``placement`` of this view's pixels with its ``source_box`` as shown."""
        return replace(placement, source_box=_moved(placement.source_box, *self.origin))

    def own(self, placement: Placement) -> Placement:
        """``placement`` with a ``source_box`` as shown in this view's pixels."""
        return replace(placement, source_box=_moved(placement.source_box, -self.origin[0], -self.origin[1]))

    def of(self, subject: Subject) -> Subject:
        """``subject`` of this view's pixels in the photo as shown."""
        box, tail = (_moved(each, *self.origin) for each in (subject.box, subject.tail))
        return replace(subject, size=self.size, box=box, tail=tail)


def view_of(picture: Picture, cutout: Cutout | None, geometry: Geometry, *, quick: bool = False) -> View:
    """``picture`` (of any size) and its ``cutout`` after ``geometry``; as they are where that changes nothing.

    Turning and mirroring only move pixels. Straightening resamples once, with ``quick`` less well. A cutout's frame
    then grows, so that nothing is lost, and what is new in it is no product; but where the photo's frame cuts the
    product, the view ends as far in as that cut is slanted now: the product goes on to its edge. Without a cutout, it
    is the largest part without empty corners.
    """
    size = shown_size(picture.size, geometry)
    if geometry == AS_SHOT:
        return View(picture=picture, cutout=cutout, origin=(0, 0), size=size)
    picture = _turned_picture(picture, geometry)
    cutout = _turned_cutout(cutout, geometry) if cutout else None
    degrees = geometry.straighten
    if not degrees:
        return View(picture=picture, cutout=cutout, origin=(0, 0), size=size)
    box = frame_of(cutout.matte, degrees) if cutout else within(size, degrees)
    return View(
        picture=_straight_picture(flattened(picture), degrees, box, quick=quick),
        cutout=_straight_cutout(cutout, degrees, box, quick=quick) if cutout else None,
        origin=(box.left, box.top),
        size=size,
    )


def cutout_view(picture: Picture, cutout: Cutout, geometry: Geometry) -> View:
    """`view_of` both, quickly, for who wants to see the cutout alone: of the picture only the size is right, it is
    black."""
    size = shown_size(picture.size, geometry)
    cutout = cutout if geometry == AS_SHOT else _turned_cutout(cutout, geometry)
    box = Box(0, 0, *size)
    if geometry.straighten:
        box = frame_of(cutout.matte, geometry.straighten)
        cutout = _straight_cutout(cutout, geometry.straighten, box, quick=True)
    black = np.zeros((box.height, box.width, 3), np.uint8)
    picture = replace(picture, rgb=black, alpha=None, shot=None)
    return View(picture=picture, cutout=cutout, origin=(box.left, box.top), size=size)


def turned_levels(levels: _Levels, geometry: Geometry) -> _Levels:
    """``levels``, (H, W) or (H, W, 3), turned and mirrored: the same pixels in other places."""
    moved = np.rot90(levels, -geometry.turn // 90)
    return np.ascontiguousarray(moved[:, ::-1] if geometry.flip else moved)


def frame_of(matte: U8, degrees: float) -> Box:
    """What is shown of a cutout with ``matte`` (H, W) when it is straightened: all that the photo reaches, but up to
    the cut on the sides where its frame cuts the product."""
    height, width = matte.shape
    turn = straightening((width, height), degrees)
    whole = around((width, height), degrees)
    left, top, right, bottom = whole
    for side in cut_sides(matte):
        across, down = _cut_at(matte, side, turn)
        if side == "left":
            left = int(np.ceil(max(across))) + MIXED
        elif side == "right":
            right = int(np.floor(min(across))) - MIXED
        elif side == "top":
            top = int(np.ceil(max(down))) + MIXED
        else:
            bottom = int(np.floor(min(down))) - MIXED
    return Box(left, top, right, bottom) if left < right and top < bottom else whole


def _cut_at(matte: U8, side: str, turn: Affine) -> tuple[tuple[float, float], tuple[float, float]]:
    """The x, and the y, of both ends of the product at a ``side`` of ``matte`` after ``turn``."""
    height, width = matte.shape
    edge = {"left": matte[:, 0], "top": matte[0], "right": matte[:, -1], "bottom": matte[-1]}[side]
    there = np.flatnonzero(edge > 127)
    ends = (float(there[0]), float(there[-1] + 1))
    if side in ("left", "right"):
        places = [turn(0 if side == "left" else width, end) for end in ends]
    else:
        places = [turn(end, 0 if side == "top" else height) for end in ends]
    (x1, y1), (x2, y2) = places
    return (x1, x2), (y1, y2)


def _turned_picture(picture: Picture, geometry: Geometry) -> Picture:
    rgb = turned_levels(picture.rgb, geometry)
    alpha, shot = (None if each is None else turned_levels(each, geometry) for each in (picture.alpha, picture.shot))
    return replace(picture, rgb=rgb, alpha=alpha, shot=shot)


def _turned_cutout(cutout: Cutout, geometry: Geometry) -> Cutout:
    height, width = cutout.matte.shape
    moved = replace(
        cutout,
        rgb=turned_levels(cutout.rgb, geometry),
        matte=turned_levels(cutout.matte, geometry),
        shadow=None if cutout.shadow is None else turned_levels(cutout.shadow, geometry),
    )
    return _with_places(moved, quarters((width, height), geometry), Box(0, 0, *shown_size((width, height), geometry)))


def _straight_picture(picture: Picture, degrees: float, box: Box, *, quick: bool) -> Picture:
    rgb = straightened(picture.rgb, degrees, box, quick=quick)
    shot = None if picture.shot is None else straightened(picture.shot, degrees, box, quick=quick)
    return replace(picture, rgb=rgb, shot=shot)


def _straight_cutout(cutout: Cutout, degrees: float, box: Box, *, quick: bool) -> Cutout:
    height, width = cutout.matte.shape
    size = (width, height)
    rgb, matte = straightened_cutout(cutout.rgb, cutout.matte, degrees, box, quick=quick)
    shadow = None if cutout.shadow is None else straightened_plane(cutout.shadow, degrees, box, size)
    moved = replace(cutout, rgb=rgb, matte=matte, shadow=shadow)
    return _with_places(moved, straightening(size, degrees), box)


def _with_places(cutout: Cutout, way: Affine, frame: Box) -> Cutout:
    """``cutout`` with the places that it names moved the same ``way``, in pixels of the ``frame``."""
    signs = tuple(replace(sign, where=_where(sign.where, way, frame)) for sign in cutout.signs)
    return replace(cutout, signs=signs, place=_where(cutout.place, way, frame))


def _where(box: Box | None, way: Affine, frame: Box) -> Box | None:
    """``box`` after ``way`` in pixels of the ``frame``; none where nothing of it is left there."""
    if box is None:
        return None
    moved = bounds(way, box)
    left, top = max(moved.left, frame.left), max(moved.top, frame.top)
    right, bottom = min(moved.right, frame.right), min(moved.bottom, frame.bottom)
    inside = left < right and top < bottom
    return _moved(Box(left, top, right, bottom), -frame.left, -frame.top) if inside else None


def _moved(box: Box, across: int, down: int) -> Box:
    return Box(box.left + across, box.top + down, box.right + across, box.bottom + down)

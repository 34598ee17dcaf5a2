"""Place a cutout on true white, or fit a scene into a slot's limits, with one resampling."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from whitecove.core.checks.groups import large_groups
from whitecove.core.drawing import TRACE_LEVEL, WHITE, draw, reduced_box, resized, windows
from whitecove.core.errors import PrepareError
from whitecove.core.extent import TENTH, box_of_levels
from whitecove.core.levels import lowest
from whitecove.core.light.underlay import hanging_together, laid_under, landed
from whitecove.core.model import F32, U8, Box, Composition, Cutout, Picture, Placement, Subject

# A frame side counts as cutting the subject when this many pixels of it are subject, and this share of the side.
CUT_PIXELS = 4
CUT_SHARE = 0.01
# A subject that covers this share of its own square is a box or a disc: at the full fill it would look crowded.
COMPACT_SHARE = 0.70
COMPACT_FILL = 0.80 / 0.85
# Pixels this light that do not hang together with any group of a product's size are traces of the backdrop.
TRACE_LIGHT = 225
LEAST_GROUP = 0.005
TOUCHING = 2
# White pixels left between a soft shadow's end and the canvas's rim.
RIM_ROOM = 2
# Rounding to whole pixels may push a subject this far, in pixels, over the canvas's rim.
OVERLAP = 0.51
# The reference that the written subject is compared with is reduced to this long side: enough for colour.
REFERENCE_SIDE = 480


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What to compose into: canvas width and height in pixels, the fill (0…1 of the longest side), and whether the
    subject stands on a common baseline instead of being centred."""

    width: int
    height: int
    fill: float = 0.85
    baseline: bool = False


def subject_box(matte: U8) -> Box | None:
    """The box of the pixels that are at least a tenth subject; None where there are none."""
    return box_of_levels(matte, TENTH)


def cut_sides(matte: U8) -> tuple[str, ...]:
    """The sides on which the source's frame cuts the subject, from a matte (H, W)."""
    edges = {"left": matte[:, 0], "top": matte[0], "right": matte[:, -1], "bottom": matte[-1]}
    return tuple(side for side, edge in edges.items() if _is_cut(edge))


def _is_cut(edge: U8) -> bool:
    return int(np.count_nonzero(edge > 127)) >= max(CUT_PIXELS, CUT_SHARE * edge.size)


def subject_of(cutout: Cutout) -> Subject:
    """Where the subject of ``cutout`` is.

    Raises:
        PrepareError: the matte is empty.
    """
    box, tail = subject_box(cutout.matte), box_of_levels(cutout.matte, TRACE_LEVEL + 1)
    if box is None or tail is None:
        raise PrepareError("prepare.no_subject")
    return Subject(
        size=(cutout.matte.shape[1], cutout.matte.shape[0]),
        box=box,
        tail=tail,
        cut=cut_sides(cutout.matte),
        compact=_compact(cutout.matte, box),
        doubt=cutout.doubt,
    )


def compose_cutout(picture: Picture, cutout: Cutout, frame: Frame, given: Placement | None = None) -> Composition:
    """``cutout`` on exact white in ``frame``; ``picture`` is what it was cut from.

    Where the source's frame cuts the subject, that side stays flush with the same side of the canvas, so that no
    straight cut floats in white. Every pixel without matte is exactly (255, 255, 255).

    ``given`` says where to draw it instead, in proportion to its canvas: what counts of it is where it takes the
    photo's pixels, its ``source_box`` may be any box. One that would clip the subject is not taken.

    The photo's own shadow, where the cutout has it, lies under the subject; where that goes is not its business.

    Raises:
        PrepareError: the matte is empty.
    """
    subject = subject_of(cutout)
    placement = carried(given, subject.box, frame) if given else None
    if placement is None:
        placement = place(subject.box, subject.cut, subject.compact, frame, tail=subject.tail)
    rgb, matte = _without_traces(*draw(cutout.rgb, cutout.matte, placement))
    composition = Composition(
        rgb=rgb,
        matte=matte,
        placement=placement,
        reference=_reference(picture.as_shot, subject.box),
        changed=_reference(cutout.rgb, subject.box) if picture.changes or cutout.changes else None,
        changes=(*picture.changes, *cutout.changes),
        notes=cutout.notes,
    )
    return composition if cutout.shadow is None else shaded(composition, _placed(cutout, placement))


def shaded(composition: Composition, darkness: F32) -> Composition:
    """``composition``, a cutout on white, with a shadow of ``darkness`` (h, w), levels on its canvas, laid under the
    subject: it ends on exact white, before the canvas's rim."""
    if composition.matte is None:
        return composition
    shadow = hanging_together(landed(darkness), composition.matte)
    return replace(composition, rgb=laid_under(composition.rgb, composition.matte, shadow), shadow=shadow)


def _placed(cutout: Cutout, placement: Placement) -> F32:
    """The cutout's own shadow on the canvas (h, w)."""
    width, height = placement.canvas
    out = np.zeros((height, width), np.float32)
    if cutout.shadow is None:
        return out
    columns, rows = windows(cutout.matte.shape, placement)
    across = cutout.shadow.shape[1] / cutout.matte.shape[1]
    down = cutout.shadow.shape[0] / cutout.matte.shape[0]
    box = (columns.low * across, rows.low * down, columns.high * across, rows.high * down)
    size = (columns.last - columns.first, rows.last - rows.first)
    drawn = Image.fromarray(cutout.shadow).resize(size, Image.Resampling.BICUBIC, box=box)
    out[rows.first : rows.last, columns.first : columns.last] = np.maximum(np.asarray(drawn), 0)
    return out


def carried(given: Placement, box: Box, frame: Frame) -> Placement | None:
    """Where ``given`` puts another ``box`` of the same photo, on a canvas like its own of the size of ``frame``, in
    whole pixels; None where not all of that lies on the canvas."""
    source, placed = given.source_box, given.placed_box
    across, down = frame.width / given.canvas[0], frame.height / given.canvas[1]
    scale = (placed.width / source.width * across, placed.height / source.height * down)
    columns = _on_canvas(placed.left * across + (box.left - source.left) * scale[0], box.width * scale[0], frame.width)
    rows = _on_canvas(placed.top * down + (box.top - source.top) * scale[1], box.height * scale[1], frame.height)
    if columns is None or rows is None:
        return None
    target = Box(columns[0], rows[0], columns[1], rows[1])
    return replace(given, source_box=box, placed_box=target, canvas=(frame.width, frame.height))


def _on_canvas(start: float, length: float, canvas: int) -> tuple[int, int] | None:
    """The whole pixels of a stretch that starts and ends on the canvas, but for what rounding may push over it."""
    if start < -OVERLAP or start + length > canvas + OVERLAP:
        return None
    whole = min(canvas, max(1, round(length)))
    first = max(0, min(round(start), canvas - whole))
    return first, first + whole


def place(box: Box, cut: tuple[str, ...], compact: bool, frame: Frame, *, tail: Box | None = None) -> Placement:
    """Where the subject in ``box`` goes on the canvas, in whole pixels; what of it reaches out faintly to ``tail`` (a
    soft shadow in the photo's own alpha) finds room there, too."""
    return place_at(best_scale(box, cut, compact, frame, tail=tail), box, cut, frame)


def best_scale(box: Box, cut: tuple[str, ...], compact: bool, frame: Frame, *, tail: Box | None = None) -> float:
    """How much to magnify the subject in ``box`` so that it takes the fill of ``frame``, or as much of it as leaves
    room for its ``tail``."""
    fill = frame.fill * COMPACT_FILL if compact else frame.fill
    across = _room(("left" in cut) + ("right" in cut), fill) * frame.width
    down = _room(("top" in cut) + ("bottom" in cut), fill) * frame.height
    scale = min(across / box.width, down / box.height)
    if tail is None:
        return scale
    beyond = {
        "left": box.left - tail.left,
        "right": tail.right - box.right,
        "top": box.top - tail.top,
        "bottom": tail.bottom - box.bottom,
    }
    free = {side: reach for side, reach in beyond.items() if side not in cut and reach}
    return min(
        scale,
        _tail_scale(box.width, frame.width, free, ("left", "right")),
        _tail_scale(box.height, frame.height, free, ("top", "bottom")),
    )


def place_at(scale: float, box: Box, cut: tuple[str, ...], frame: Frame) -> Placement:
    """Where the subject in ``box``, magnified by ``scale``, goes on the canvas: flush where it is ``cut``, else in the
    middle or on the baseline."""
    width = min(frame.width, max(1, round(box.width * scale)))
    height = min(frame.height, max(1, round(box.height * scale)))
    left, flush_x = _position(width, frame.width, "left" in cut, "right" in cut)
    top, flush_y = _position(height, frame.height, "top" in cut, "bottom" in cut)
    if frame.baseline and not {"top", "bottom"} & set(cut):
        top = frame.height - round(frame.height * (1 - frame.fill) / 2) - height
    held = dict(zip(("left", "right", "top", "bottom"), flush_x + flush_y, strict=True))
    return Placement(
        source_box=box,
        placed_box=Box(left, top, left + width, top + height),
        canvas=(frame.width, frame.height),
        flush=tuple(side for side, is_held in held.items() if is_held),
    )


def _tail_scale(size: int, canvas: int, free: dict[str, int], sides: tuple[str, str]) -> float:
    """The largest scale along an axis at which what reaches ``free`` pixels beyond a subject of ``size`` ends inside
    the canvas, a few pixels before its rim, wherever the subject lies between centre and side."""
    reach = max((free[side] for side in sides if side in free), default=0)
    return (canvas - 2 * RIM_ROOM) / (size + 2 * reach) if reach else math.inf


def _room(cut: int, fill: float) -> float:
    """The share of the canvas to use along an axis on which the frame cuts none, one or both ends of the subject:
    only a free end gets a margin."""
    return (fill, (1 + fill) / 2, 1.0)[cut]


def _position(size: int, canvas: int, near: bool, far: bool) -> tuple[int, tuple[bool, bool]]:
    """First pixel along an axis, and which of its two sides are flush. A subject cut at both ends that is not long
    enough for both keeps its far end (bottom, right): there bodies, tables and cables go on."""
    if near and (not far or size == canvas):
        return 0, (True, far and size == canvas)
    if far:
        return canvas - size, (False, True)
    return (canvas - size) // 2, (False, False)


def _compact(matte: U8, box: Box) -> bool:
    area = float(matte[box.top : box.bottom, box.left : box.right].mean()) / WHITE * box.width * box.height
    return area >= COMPACT_SHARE * max(box.width, box.height) ** 2


def _without_traces(rgb: U8, matte: U8) -> tuple[U8, U8]:
    """The composition without faint specks beside every large group of pixels: JPEG would ripple around each. What is
    darker stays: it may be a part of the product, and is for a person to judge."""
    low = lowest(rgb)
    shown = low != WHITE
    large = large_groups(shown, gap=TOUCHING, least=LEAST_GROUP * shown.size)
    if not large.any():
        return rgb, matte
    trace = shown & ~large & (low >= TRACE_LIGHT)
    rgb[trace], matte[trace] = WHITE, 0
    return rgb, matte


def _reference(rgb: U8, box: Box) -> U8:
    scale = min(1.0, REFERENCE_SIDE / max(box.width, box.height))
    return reduced_box(rgb, box, (max(1, round(box.width * scale)), max(1, round(box.height * scale))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a scene must fit: at most ``long_edge`` and at least ``short_side`` pixels; padded with white to ``shape``
    (width : height) where one is given."""

    long_edge: int
    short_side: int
    shape: tuple[int, int] | None = None


def compose_scene(picture: Picture, room: Room) -> Composition:
    """``picture`` whole, where `place_scene` puts it."""
    placement = place_scene(picture.size, room)
    return Composition(
        rgb=draw_scene(picture.rgb, placement),
        matte=None,
        placement=placement,
        reference=_reference(picture.as_shot, placement.source_box),
        changed=_reference(picture.rgb, placement.source_box) if picture.changes else None,
        changes=picture.changes,
    )


def place_scene(size: tuple[int, int], room: Room) -> Placement:
    """Where a picture of ``size`` (width, height) goes, whole, in the middle of a canvas as ``room`` asks for.

    A small picture is magnified until its short side is long enough; one so long that this would break the long edge
    is padded instead.
    """
    width, height = size
    scale = min(1.0, room.long_edge / max(size))
    if min(size) * scale < room.short_side:
        scale = min(room.short_side / min(size), room.long_edge / max(size))
    inner = (max(1, round(width * scale)), max(1, round(height * scale)))
    canvas = _canvas_around(inner, room.short_side, room.long_edge, room.shape)
    left, top = (canvas[0] - inner[0]) // 2, (canvas[1] - inner[1]) // 2
    placed = Box(left, top, left + inner[0], top + inner[1])
    return Placement(source_box=Box(0, 0, width, height), placed_box=placed, canvas=canvas, flush=())


def draw_scene(rgb: U8, placement: Placement) -> U8:
    """``rgb`` (H, W, 3) whole at its place on the canvas (h, w, 3), on white."""
    box = placement.placed_box
    canvas = np.full((placement.canvas[1], placement.canvas[0], 3), WHITE, np.uint8)
    is_as_large = (box.width, box.height) == (rgb.shape[1], rgb.shape[0])
    drawn = rgb if is_as_large else resized(rgb, (box.width, box.height))
    canvas[box.top : box.bottom, box.left : box.right] = drawn
    return canvas


def _canvas_around(
    inner: tuple[int, int], short_side: int, long_edge: int, shape: tuple[int, int] | None
) -> tuple[int, int]:
    width, height = max(inner[0], short_side), max(inner[1], short_side)
    if shape is None:
        return min(width, long_edge), min(height, long_edge)
    unit = max(width / shape[0], height / shape[1])
    return round(unit * shape[0]), round(unit * shape[1])

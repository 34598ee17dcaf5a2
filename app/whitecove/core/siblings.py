"""Where the variants of a listing go, so that they share scale and position: who flips through the colours of a
product should see the colour change, and nothing else.

Photos that all have one size were most likely shot with one camera from one place. There the scale is common: a variant
that looks smaller is smaller. Where the variants also have much the same outline, one piece of the photo is shown of
all of them; if the product was put down a little differently each time, that piece moves along with it. Photos of
different sizes say nothing of scale: with one such among them, every product's longest side is made the same.

A doubtful cutout may have lost half the product, or hold half the room: where there are better ones, it joins them as
far as it can, and decides nothing. Nor does the order of the variants.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from whitecove.core.compose import Frame, best_scale, carried, place_at
from whitecove.core.model import Box, Placement, Subject
from whitecove.core.options import Options
from whitecove.core.profiles import Profile

# Boxes that overlap the box around them all by this share have much the same outline.
ALIKE = 0.7


def placements(subjects: Sequence[Subject], options: Options, profile: Profile) -> tuple[Placement, ...]:
    """Where each of ``subjects``, the variants of one listing, goes on its square. The ``source_box`` of each is its
    own box; canvas and fill are those of ``options``, the canvas else that of ``profile``. Another order of the
    subjects is another order of the result, and nothing else."""
    if not subjects:
        return ()
    side = options.canvas or profile.canvas
    frame = Frame(width=side, height=side, fill=options.fill, baseline=options.stand == "baseline")
    sure = [each for each in subjects if each.doubt < options.review_doubt] or list(subjects)
    compact = any(each.compact for each in sure)
    if len({each.size for each in subjects}) > 1:
        return _of_one_length(subjects, sure, compact, frame)
    group = _group(sure)
    scale = group.scale(compact, frame)
    return tuple(group.placed(subject, scale, compact, frame) for subject in subjects)


def _of_one_length(
    subjects: Sequence[Subject], sure: Sequence[Subject], compact: bool, frame: Frame
) -> tuple[Placement, ...]:
    """Each of ``subjects`` with its longest side as long as that of the ``sure`` one that bears least; but what its
    frame cuts at both ends keeps the span that hides it."""
    most = {each: best_scale(each.box, each.cut, compact, frame, tail=each.tail) for each in subjects}
    length = min((most[each] * _longest(each) for each in sure if not _spans(each)), default=math.inf)
    scales = (most[each] if _spans(each) else min(most[each], length / _longest(each)) for each in subjects)
    return tuple(place_at(scale, each.box, each.cut, frame) for each, scale in zip(subjects, scales, strict=True))


def _longest(subject: Subject) -> int:
    return max(subject.box.width, subject.box.height)


def _spans(subject: Subject) -> bool:
    """Whether the frame cuts both ends of it."""
    return {"left", "right"} <= set(subject.cut) or {"top", "bottom"} <= set(subject.cut)


@dataclass(frozen=True, slots=True)
class _Window:
    """What is shown of a photo, in the coordinates of the photo that comes first: a ``box`` around its ``subject``
    and, where they share one, those of its siblings, with what reaches out faintly to ``tail`` and the sides that are
    ``cut``; ``moved`` is how far the subject was put down from where the first one stands."""

    subject: Subject
    moved: tuple[int, int]
    box: Box
    tail: Box
    cut: tuple[str, ...]

    def placed(self, scale: float, frame: Frame) -> Placement | None:
        """Where the subject goes if the window is magnified by ``scale``; None where that would clip it."""
        own = carried(place_at(scale, self.box, self.cut, frame), _shifted(self.subject.box, self.moved), frame)
        if own is None:
            return None
        flush = tuple(side for side in own.flush if side in self.subject.cut)
        return replace(own, source_box=self.subject.box, flush=flush)


@dataclass(frozen=True, slots=True)
class _Group:
    """Variants whose photos all are of one size: the windows of those whose cutouts are sure, and, if these all are the
    same one, the subject that comes ``first``."""

    windows: tuple[_Window, ...]
    first: Subject | None

    def scale(self, compact: bool, frame: Frame) -> float:
        """The largest scale that all windows bear."""
        return min(best_scale(w.box, w.cut, compact, frame, tail=w.tail) for w in self.windows)

    def placed(self, subject: Subject, scale: float, compact: bool, frame: Frame) -> Placement:
        """Where ``subject`` goes: one with a window into that, a doubtful one into the window of the others if they
        share it and it fits on the canvas there; else by itself at their ``scale``, or as much of it as it bears."""
        window = next((each for each in self.windows if each.subject == subject), None)
        if window is None and self.first is not None:
            window = replace(self.windows[0], subject=subject, moved=_movement(self.first, subject))
        placement = window.placed(scale, frame) if window else None
        if placement is not None:
            return placement
        most = best_scale(subject.box, subject.cut, compact, frame, tail=subject.tail)
        return place_at(min(scale, most), subject.box, subject.cut, frame)


def _group(sure: Sequence[Subject]) -> _Group:
    """One window for all of ``sure`` where they have much the same outline, else a window for each."""
    first = _first(sure)
    moved = [_movement(first, subject) for subject in sure]
    boxes = [_shifted(subject.box, by) for subject, by in zip(sure, moved, strict=True)]
    box = _around(boxes)
    if any(each.width * each.height < ALIKE * box.width * box.height for each in boxes):
        return _Group(tuple(_Window(each, (0, 0), each.box, each.tail, each.cut) for each in sure), first=None)
    tail = _around([_shifted(subject.tail, by) for subject, by in zip(sure, moved, strict=True)])
    cut = tuple(side for side in Box._fields if any(side in subject.cut for subject in sure))
    windows = tuple(_Window(subject, by, box, tail, cut) for subject, by in zip(sure, moved, strict=True))
    return _Group(windows, first)


def _first(subjects: Sequence[Subject]) -> Subject:
    """The subject that the fewest were moved from: whatever the order of ``subjects``, always the same one."""

    def moves(one: Subject) -> int:
        return sum(abs(by) for other in subjects for by in _movement(one, other))

    return min(subjects, key=lambda each: (moves(each), each.box, each.tail, each.cut))


def _movement(first: Subject, other: Subject) -> tuple[int, int]:
    """How far, in pixels, ``other`` was put down from where ``first`` stands. A side that only grew has not moved, and
    what the frame cuts cannot be told to have."""
    cut = {*first.cut, *other.cut}
    across = (other.box.left - first.box.left, other.box.right - first.box.right)
    down = (other.box.top - first.box.top, other.box.bottom - first.box.bottom)
    return (
        0 if {"left", "right"} & cut else _common(*across),
        0 if {"top", "bottom"} & cut else _common(*down),
    )


def _common(near: int, far: int) -> int:
    """What both ends of a side moved by."""
    if near * far <= 0:
        return 0
    return near if abs(near) < abs(far) else far


def _shifted(box: Box, by: tuple[int, int]) -> Box:
    return Box(box.left - by[0], box.top - by[1], box.right - by[0], box.bottom - by[1])


def _around(boxes: list[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return Box(min(left), min(top), max(right), max(bottom))

"""Corrections as the text of a file. Light: a window that saves what was drawn loads no more than this."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from whitecove.core.adjust.values import UNTOUCHED
from whitecove.core.adjust.values import values_of as adjust_values
from whitecove.core.corrections.values import Area, Brush, Corrections, Heal, Hole, Rectangle, Step, Stroke

SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One photo of a corrections file: its path as it stands there, and what is corrected."""

    photo: str
    corrections: Corrections


def written(entries: Iterable[Entry]) -> bytes:
    """The corrections file of ``entries``: a step a line, the same bytes for the same corrections. What UTF-8 cannot
    carry of a photo's path must be escaped, as in plan files."""
    photos = ",".join(f"\n{_photo_text(entry)}" for entry in entries)
    return f'{{"schema": {SCHEMA}, "photos": [{photos}\n]}}\n'.encode()


def digest(corrections: Corrections | None) -> str:
    """What stands for ``corrections`` where a result's makings are compared: a SHA-256; empty where nothing is
    corrected."""
    if corrections is None or corrections.is_empty:
        return ""
    return hashlib.sha256(written([Entry(photo="", corrections=corrections)])).hexdigest()


def _photo_text(entry: Entry) -> str:
    made = entry.corrections
    head: dict[str, Any] = {"photo": entry.photo, "width": made.width, "height": made.height}
    if made.sha256:
        head["sha256"] = made.sha256
    if made.adjust != UNTOUCHED:
        head["adjust"] = adjust_values(made.adjust)
    steps = ",".join(f"\n  {json.dumps(values_of(step))}" for step in made.steps)
    return f'{json.dumps(head, ensure_ascii=False).removesuffix("}")}, "steps": [{steps}\n]}}'


def values_of(step: Step) -> dict[str, Any]:
    """``step`` as the file has it."""
    match step:
        case Stroke():
            kind = "keep" if step.keep else "erase"
            return {"kind": kind, **_brush_values(step.brush), "edge_aware": step.edge_aware}
        case Heal():
            return {"kind": "heal", **_brush_values(step.brush)}
        case Area():
            return {"kind": "keep-area" if step.keep else "erase-area", "outline": [list(p) for p in step.outline]}
        case Rectangle():
            edges = {"left": step.left, "top": step.top, "right": step.right, "bottom": step.bottom}
            return {"kind": "keep-box" if step.keep else "erase-box", **edges}
        case Hole():
            return {"kind": "open-hole", "point": list(step.point)}


def _brush_values(brush: Brush) -> dict[str, Any]:
    points = [[x, y] if pressure == 1 else [x, y, pressure] for x, y, pressure in brush.touches]
    return {"points": points, "radius": brush.radius, "hardness": brush.hardness}

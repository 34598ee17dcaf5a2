"""What takes a moment the first time is done before a person waits for it."""

from __future__ import annotations

import logging
import threading

import numpy as np

from whitecove.core.corrections.apply import made, own_colours
from whitecove.core.corrections.values import Brush, Heal, Hole, Point, Step, Stroke, Touch
from whitecove.core.model import Box

log = logging.getLogger(__name__)

SIDE = 96
# Across both halves of a small picture, so that each kind of step has an edge to look for.
BRUSH = Brush(touches=(Touch(30, 40), Touch(70, 40)), radius=16)
STEPS: tuple[Step, ...] = (
    Stroke(keep=True, brush=BRUSH, edge_aware=True),
    Hole(point=Point(20, 60)),
    Heal(brush=BRUSH),
)


def warm_up() -> None:
    """Starts to load what corrections work with, in a thread of its own: it is heavy, and loaded where it is used."""
    threading.Thread(target=_warmed, name="warming up", daemon=True).start()


def _warmed() -> None:
    rgb = np.full((SIDE, SIDE, 3), 200, np.uint8)
    rgb[:, SIDE // 2 :] = 60, 20, 20
    matte = np.full((SIDE, SIDE), 255, np.uint8)
    matte[:, : SIDE // 4] = 0
    for step in STEPS:
        made(step, rgb, matte)
    own_colours(rgb, matte, Box(0, 0, SIDE, SIDE), "backdrop")
    log.debug("warm")

"""Real photos on the easel: what is shown small is what is made at full size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.core.engines.scenes import iou
from tests.studio.on_easel import Screen, Stand
from whitecove.core.corrections.cutting import cut_and_correct
from whitecove.core.corrections.values import Brush, Corrections, Rectangle, Step, Stroke, Touch
from whitecove.core.engines.registry import make_engine
from whitecove.core.engines.scale import reduced
from whitecove.core.read import read_photo
from whitecove.studio.easel_asks import Open, Opened, Show, Shown

pytestmark = pytest.mark.corpus

SCREEN = 1000
PHOTOS = ("vendure", "boutique", "sylius")


def strokes(width: int, height: int) -> tuple[Step, ...]:
    """A few of each kind, across the middle of the photo."""

    def way(row: float) -> tuple[Touch, ...]:
        return tuple(Touch(width * x, height * (row + 0.05 * np.sin(9 * x))) for x in np.linspace(0.2, 0.6, 30))

    def brush(row: float, share: float) -> Brush:
        return Brush(touches=way(row), radius=share * max(width, height))

    return (
        Stroke(keep=True, brush=brush(0.3, 0.03)),
        Stroke(keep=False, brush=brush(0.55, 0.02)),
        Stroke(keep=True, brush=brush(0.6, 0.025), edge_aware=True),
        Rectangle(keep=False, left=0, top=0.9 * height, right=width, bottom=height),
    )


@pytest.mark.parametrize("folder", PHOTOS)
def test_the_screen_agrees_with_full_size(shared: Path, folder: str) -> None:
    photos = sorted(p for p in (shared / "data" / "products" / folder).rglob("*.*") if p.suffix in {".jpg", ".png"})
    for path in photos[:2]:
        stand = Stand()
        opened = stand.one(Open(key="a", path=path, generation=1, screen=SCREEN, engine="backdrop"), Opened)
        screen = Screen(opened)
        drawn = Corrections(width=opened.width, height=opened.height, steps=strokes(opened.width, opened.height))
        screen.take(stand.one(Show(key="a", corrections=drawn, generation=2), Shown))
        made = cut_and_correct(read_photo(path), make_engine("backdrop", {}), drawn)[1]
        assert iou(screen.matte, reduced(made.matte, SCREEN)) >= 0.995, path.name

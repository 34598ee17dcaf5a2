"""Holes: what a click would open, and which are offered."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.core.test_enclosed import ring
from tests.studio.on_easel import Screen, Stand, opening, show
from whitecove.core.corrections.values import Area, Hole, Point, Step
from whitecove.core.model import Box
from whitecove.studio.easel_asks import HoleAt, HoleFound, Holes, HolesFound, Opened, Shown

# Of the photo: a dark disc with a round hole.
SIZE, HOLE = (1200, 1000), Point(660, 460)
HOLE_AREA = np.pi * 80**2


def closed() -> Step:
    """The hole, filled by hand: a person thought that it is none."""
    angles = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    corners = tuple(Point(HOLE.x + 90 * float(np.cos(a)), HOLE.y + 90 * float(np.sin(a))) for a in angles)
    return Area(keep=True, outline=corners)


@pytest.fixture
def stand(tmp_path: Path) -> Stand:
    """A photo whose hole is closed."""
    path = tmp_path / "ring.png"
    Image.fromarray(ring((200, 200, 200), (200, 200, 200), scale=2)[0]).save(path)
    stand = Stand()
    stand.ask(opening(path, screen=600))
    stand.ask(show(closed(), size=SIZE))
    return stand


def test_hovering_shows_what_a_click_opens(stand: Stand) -> None:
    found = stand.one(HoleAt(key="a", point=HOLE, generation=3), HoleFound)
    assert found.point == HOLE
    assert found.area == pytest.approx(HOLE_AREA, rel=0.05)
    assert np.allclose(found.box, np.array([580, 380, 740, 540]) / 2, atol=4)
    share = np.frombuffer(found.share, np.uint8).reshape(found.box.height, found.box.width)
    assert share.any(axis=0).all()
    assert share[share.shape[0] // 2, share.shape[1] // 2] == 255


@pytest.mark.parametrize("point", [Point(5, 5), Point(-40, 700), Point(1e6, 0)])
def test_nothing_opens_where_nothing_is_closed(stand: Stand, point: Point) -> None:
    found = stand.one(HoleAt(key="a", point=point, generation=3), HoleFound)
    assert (found.area, found.box, found.share) == (0, Box(0, 0, 0, 0), b"")


def test_an_area_like_the_backdrop_is_offered_until_it_is_open(stand: Stand) -> None:
    (offer,) = stand.one(Holes(key="a", generation=3), HolesFound).holes
    assert offer.area == pytest.approx(HOLE_AREA, rel=0.05)
    assert np.allclose(offer.box, (580, 380, 740, 540), atol=8)
    stand.ask(show(closed(), Hole(point=offer.point), size=SIZE, generation=4))
    assert stand.one(Holes(key="a", generation=4), HolesFound).holes == ()


def test_what_is_offered_opens_at_its_point(stand: Stand, tmp_path: Path) -> None:
    (offer,) = stand.one(Holes(key="a", generation=3), HolesFound).holes
    whole = stand.one(opening(tmp_path / "ring.png", screen=600, generation=4), Opened)
    before = Screen(whole)
    screen = Screen(whole)
    screen.take(stand.one(show(closed(), Hole(point=offer.point), size=SIZE, generation=5), Shown))
    assert (screen.matte != before.matte).mean() < 0.01

"""The parts of the canvas by themselves: levels, sheets, pairs, masks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.gui.canvas.seeing import BLUE, GREEN, RED, WHITE, colour_at, cutout_of, near, placed, plain
from whitecove.core.corrections.apply import corrected
from whitecove.core.corrections.values import Brush, Corrections, Heal, Hole, Point, Rectangle, Step, Stroke, Touch
from whitecove.core.model import Box, Cutout, Picture, SourceFacts
from whitecove.gui.canvas.levels import Levels
from whitecove.gui.canvas.pair import Pair
from whitecove.gui.canvas.pixels import bgra, image_of, pooled, premultiplied, strength
from whitecove.gui.canvas.sheet import Sheet, extent, moved

PLACES = st.floats(-50, 450)
TOUCHES = st.lists(st.builds(Touch, PLACES, PLACES, st.floats(0.1, 1)), min_size=1, max_size=4)
BRUSHES = st.builds(Brush, touches=TOUCHES.map(tuple), radius=st.floats(0.5, 60), hardness=st.floats(0, 1))
STEPS = st.one_of(
    st.builds(Stroke, keep=st.booleans(), brush=BRUSHES),
    st.builds(Rectangle, keep=st.booleans(), left=PLACES, top=PLACES, right=PLACES, bottom=PLACES),
)
KEPT = Box(100, 80, 300, 220)


def sheet(box: QRectF | None = None) -> Sheet:
    photo = plain(400, 300, RED)
    return Sheet(photo, cutout_of(photo, KEPT), box or QRectF(0, 0, 400, 300))


def alpha(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return bgra(image)[..., 3].copy()


@given(STEPS)
def test_a_shown_step_is_the_one_that_comes(step: Step) -> None:
    """To the bit, at full size."""
    shown = sheet()
    matte = alpha(shown.shown.image)
    rgb = np.full((300, 400, 3), RED, np.uint8)
    facts = SourceFacts(
        format="JPEG", width=400, height=300, mode="RGB", bits=8, orientation=1, icc=None, has_alpha=False, frames=1,
        captured=None, camera=None, sha256="0" * 64, bytes=1,
    )  # fmt: skip
    picture = Picture(rgb=rgb, alpha=None, exif=b"", facts=facts)
    steps = (
        Rectangle(keep=True, left=0, top=0, right=3, bottom=3),
        step,
        Rectangle(keep=True, left=0, top=0, right=9, bottom=9),
    )
    _, done = corrected(
        picture, Cutout(rgb=rgb, matte=matte, engine="alpha", doubt=0), Corrections(width=400, height=300, steps=steps)
    )
    for made in steps:
        assert not isinstance(made, Heal | Hole)
        shown.lay(made, shown.patch(made))
    assert done is not None
    assert np.array_equal(alpha(shown.shown.image), done.matte)


@given(st.lists(STEPS, min_size=1, max_size=4))
def test_laid_again_steps_change_nothing(steps: list[Step]) -> None:
    shown = sheet()
    shown.relay(tuple(steps))
    once = alpha(shown.shown.image)
    shown.relay(tuple(steps), QRect(50, 50, 200, 90))
    assert np.array_equal(alpha(shown.shown.image), once)
    shown.relay(())
    assert np.array_equal(alpha(shown.shown.image), alpha(cutout_of(plain(400, 300, RED), KEPT)))


@given(STEPS)
def test_the_place_of_a_step_holds_all_of_it(step: Step) -> None:
    shown = sheet(QRectF(40, 30, 800, 600))
    patch = shown.patch(step)
    changed = np.argwhere(patch.share > 0)
    place = shown.place(step)
    for row, column in (changed.min(axis=0), changed.max(axis=0)) if len(changed) else ():
        assert place.contains(int(column) + patch.box.left, int(row) + patch.box.top)


@pytest.mark.parametrize(
    "step",
    [
        Hole(point=Point(10, 20)),
        Heal(brush=Brush(touches=(Touch(10, 20),), radius=3)),
        Rectangle(keep=True, left=10, top=20, right=30, bottom=40),
    ],
)
def test_moved_steps_have_moved_places(step: Step) -> None:
    assert extent(moved(step, 5, -7)) == extent(step).translated(5, -7)


def test_a_crop_is_drawn_on_at_its_own_place() -> None:
    """The part from (1000, 500) to (1200, 650) of the source, twice as large."""
    part = sheet(QRectF(1000, 500, 200, 150))
    erased = Rectangle(keep=False, left=1100, top=550, right=1110, bottom=560)
    assert part.lay(erased, part.patch(erased)) == QRect(200, 100, 20, 20)
    assert (alpha(part.shown.image)[100:120, 200:220] == 0).all()


def test_levels_follow_what_is_written_to_the_picture() -> None:
    levels = Levels(plain(1000, 800, RED))
    small = levels.level(0.2)
    assert (small.width(), small.height()) == (250, 200)
    bgra(levels.image)[400:500, 600:700] = (*BLUE[::-1], 255)
    levels.changed(QRect(600, 400, 100, 100))
    small = levels.level(0.2)
    assert near(colour_at(small, 162, 112), BLUE)
    assert near(colour_at(small, 147, 112), RED)
    assert near(colour_at(small, 178, 112), RED)


@given(st.integers(64, 900), st.integers(64, 900), st.floats(0.05, 1.0))
def test_a_level_is_never_smaller_than_what_is_asked_for(width: int, height: int, scale: float) -> None:
    level = Levels(plain(width, height, RED)).level(scale)
    assert level.width() >= int(width * scale)
    assert level.height() >= int(height * scale)


def test_a_picture_fills_all_of_its_place() -> None:
    """Exactly or in a hurry, at every scale."""
    levels = Levels(plain(301, 203, GREEN))
    for scale in (0.21, 0.5, 0.77, 1.0, 1.3, 4.0):
        for exact in (True, False):
            image = plain(1300, 900, WHITE)
            painter = QPainter(image)
            levels.paint(painter, QRectF(10, 10, 301 * scale, 203 * scale), exact=exact)
            painter.end()
            right, bottom = 10 + int(301 * scale) - 1, 10 + int(203 * scale) - 1
            assert near(colour_at(image, 10, 10), GREEN)
            assert near(colour_at(image, right - 1, bottom - 1), GREEN)
            assert near(colour_at(image, right + 3, bottom), WHITE)


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_a_pair_goes_there_and_back(x: int, y: int) -> None:
    levels = Levels(plain(10, 10, RED))
    pair = Pair(
        before=levels,
        after=levels,
        before_size=(3000, 2000),
        after_size=(1000, 1000),
        placement=placed(Box(600, 400, 1400, 1000), Box(200, 300, 1800, 1500), 2000),
    )
    assert pair.to_photo(*pair.to_frame(x, y)) == pytest.approx((x, y))
    # The placement is that of a canvas of 2000, the file of 1000.
    assert pair.to_frame(600, 400) == pytest.approx((100, 150))
    assert pair.to_frame(1400, 1000) == pytest.approx((900, 750))


def test_without_a_placement_the_photo_is_in_the_middle() -> None:
    levels = Levels(plain(10, 10, RED))
    pair = Pair(before=levels, after=levels, before_size=(300, 150), after_size=(1000, 1000), placement=None)
    assert pair.to_frame(0, 0) == pytest.approx((0, 250))
    assert pair.to_frame(300, 150) == pytest.approx((1000, 750))


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 9), st.data())
def test_pooling_loses_no_pixel(width: int, height: int, side: int, data: st.DataObject) -> None:
    values = np.zeros((height, width), np.uint8)
    row, column = data.draw(st.integers(0, height - 1)), data.draw(st.integers(0, width - 1))
    values[row, column] = 200
    reduced = pooled(values, side)
    assert reduced.shape == (-(-height // side), -(-width // side))
    assert reduced[row // side, column // side] == 200
    assert int(reduced.astype(int).sum()) == 200


@pytest.mark.parametrize(
    "kind",
    [
        QImage.Format.Format_Grayscale8,
        QImage.Format.Format_Alpha8,
        QImage.Format.Format_ARGB32,
        QImage.Format.Format_Mono,
    ],
)
def test_masks_of_any_kind(kind: QImage.Format) -> None:
    mask = QImage(5, 3, kind)
    mask.fill(0)
    if kind == QImage.Format.Format_Mono:
        mask.setPixel(4, 2, 1)
    else:
        mask.setPixelColor(4, 2, QColor(255, 255, 255))
    found = strength(mask)
    assert found.shape == (3, 5)
    assert np.argwhere(found).tolist() == [[2, 4]]


@given(st.integers(0, 255), st.integers(0, 255))
def test_premultiplied_is_rounded(colour: int, opacity: int) -> None:
    pixel = premultiplied(np.full((1, 1, 3), colour, np.uint8), np.full((1, 1), opacity, np.uint8))
    assert pixel[0, 0, 0] == round(colour * opacity / 255)
    assert image_of(pixel).pixelColor(0, 0).alpha() == opacity


def test_other_pictures_have_no_four_bytes() -> None:
    with pytest.raises(ValueError, match="four bytes"):
        bgra(QImage(4, 4, QImage.Format.Format_RGB888))

"""A model and the backdrop's field together: what each of them is believed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.engines.scenes import disc, iou, photo, ring, shadowed, sweep
from whitecove.core.engines.auto import OUTLINE, combined
from whitecove.core.engines.backdrop import Scene, survey
from whitecove.core.engines.separate import Separation
from whitecove.core.model import F32, U8, Mask

SIZE = 400
PLUM = (120, 40, 90)


def surface(colour: tuple[int, int, int] = PLUM, hole: bool = False) -> tuple[U8, Mask]:
    """A photo of a disc, or of a ring, and where it is."""
    matte = ring(SIZE) if hole else disc(size=SIZE)
    return photo(matte, colour, sweep(SIZE)), matte > 127


@cache
def plain_scene() -> Scene:
    return survey(surface()[0])


def parted(look: U8, subject: Mask, holes: Mask | None = None) -> Scene:
    """A scene of which the field says that."""
    none = np.zeros(subject.shape, bool)
    separation = Separation(
        subject=subject,
        strength=subject.astype(np.float32),
        shaded=none,
        holes=none if holes is None else holes,
    )
    return replace(plain_scene(), look=look, parted=separation)


def shares(a: Mask, b: Mask) -> float:
    return iou(a.astype(np.uint8) * 255, b.astype(np.uint8) * 255)


def rough(subject: Mask, by: int = 3) -> F32:
    """A model's mask of it, moved aside."""
    return np.roll(subject.astype(np.float32), by, axis=1)


def test_field_says_where_the_edge_runs() -> None:
    look, there = surface()
    mask = rough(there)
    found = combined(parted(look, there), mask, mask > 0.5)
    assert shares(found, there) > 0.995
    assert shares(mask > 0.5, there) < 0.98


def test_model_says_what_is_no_product() -> None:
    """A thing that the field parts from the backdrop, too, far from the mask."""
    look, there = surface()
    more = there.copy()
    more[20:60, 20:60] = True
    found = combined(parted(look, more), rough(there), there)
    assert not found[:70, :70].any()
    assert shares(found, there) > 0.995


def test_white_on_white_what_the_field_lost_comes_back() -> None:
    """The field gave half of a white product to its white backdrop."""
    look, there = surface((247, 247, 247))
    half = there.copy()
    half[:, : SIZE // 2] = False
    found = combined(parted(look, half), there.astype(np.float32), there)
    assert shares(half, there) < 0.6
    assert shares(found, there) > 0.97


def test_white_bottle_with_a_dark_label_is_whole() -> None:
    """The field kept the label alone, whose edge is far clearer than the bottle's."""
    label = np.zeros((SIZE, SIZE), bool)
    label[120:280, 180:300] = True
    there = disc(size=SIZE) > 127
    product = np.where((label & there)[..., None], (30, 30, 60), (247, 247, 247)).astype(np.float32)
    look = photo(disc(size=SIZE), product, sweep(SIZE, (244, 244, 244), falloff=0.02))
    found = combined(parted(look, label & there), there.astype(np.float32), there)
    assert shares(label & there, there) < 0.5
    assert shares(found, there) > 0.97


def test_scratch_through_the_middle_of_the_product_is_closed() -> None:
    look, there = surface()
    scratched = there.copy()
    scratched[200] = False
    found = combined(parted(look, scratched), there.astype(np.float32), there)
    assert found[200, 100:300].all()


def test_hole_in_the_middle_of_the_product_comes_back() -> None:
    """What the field took for backdrop amid the product, but not for a hole."""
    look, there = surface()
    eaten = there.copy()
    eaten[180:220, 180:220] = False
    found = combined(parted(look, eaten), there.astype(np.float32), there)
    assert np.array_equal(found, there)


def test_hole_stays_open() -> None:
    """A model's mask is closed over the ring's hole; the field saw through it."""
    look, there = surface(hole=True)
    closed = disc(150, SIZE) > 127
    found = combined(parted(look, there, holes=closed & ~there), closed.astype(np.float32), closed)
    assert shares(found, there) > 0.99
    assert not found[SIZE // 2 - 50 : SIZE // 2 + 50, SIZE // 2 - 50 : SIZE // 2 + 50].any()


def test_shadow_stays_off() -> None:
    """A mask that takes the soft shadow along, on a photo whose field knew it for one."""
    matte = disc(90, SIZE)
    there = matte > 127
    look = photo(matte, PLUM, shadowed(sweep(SIZE), matte, offset=14, blur=8))
    along = there | np.roll(there, OUTLINE, axis=0)
    found = combined(parted(look, there), along.astype(np.float32), along)
    assert shares(along, there) < 0.95
    assert shares(found, there) > 0.99


def test_edge_that_the_field_missed_is_taken_from_the_model() -> None:
    """A band of the product's rim went to the backdrop, though there is an edge outside of it and none inside."""
    look, there = surface()
    thinner = there & (np.roll(there, 6, axis=1))
    found = combined(parted(look, thinner), there.astype(np.float32), there)
    assert shares(thinner, there) < 0.98
    assert shares(found, there) > 0.995


def test_model_that_is_too_large_gains_nothing_on_plain_backdrop() -> None:
    look, there = surface()
    large = disc(130 + OUTLINE - 2, SIZE) > 127
    found = combined(parted(look, there), large.astype(np.float32), large)
    assert shares(found, there) > 0.99


@settings(max_examples=25)
@given(seed=st.integers(0, 999), height=st.integers(8, 60), width=st.integers(8, 60))
def test_subject_lies_by_the_mask_and_off_the_holes(seed: int, height: int, width: int) -> None:
    rng = np.random.default_rng(seed)
    boxes = np.zeros((4, height, width), bool)
    for plane in boxes:
        top, left = rng.integers(0, height), rng.integers(0, width)
        plane[top : top + rng.integers(1, height + 1), left : left + rng.integers(1, width + 1)] = True
    subject, mask, settled, holes = boxes
    look = rng.integers(0, 256, (height, width, 3)).astype(np.uint8)
    found = combined(parted(look, subject & ~holes, holes=holes), mask.astype(np.float32), settled & mask)
    assert found.shape == (height, width)
    assert found.dtype == bool
    assert not (found & holes).any()
    rows, columns = np.nonzero(mask)
    near = np.zeros_like(mask)
    if rows.size:
        near[max(0, rows.min() - OUTLINE) : rows.max() + OUTLINE + 1] = True
        near[:, : max(0, columns.min() - OUTLINE)] = False
        near[:, columns.max() + OUTLINE + 1 :] = False
    assert not (found & ~near).any()


def test_vivid_backdrop_is_told_by_its_colour() -> None:
    """A slit that the model's mask is closed over: before blue, whatever is blue is backdrop."""
    matte = disc(150, SIZE).copy()
    matte[:240, 190:210] = 0
    scene = survey(photo(matte, (230, 200, 60), sweep(SIZE, (40, 90, 200))))
    closed = disc(150, SIZE)
    found = combined(scene, (closed / 255).astype(np.float32), closed > 127)
    assert not found[60:230, 195:205].any()
    assert shares(found, matte > 127) > 0.97


def test_shade_that_the_field_took_for_product_is_dropped() -> None:
    """Beside the product and soft: the model's mask leaves it out, and there is hardly an edge along it."""
    matte = disc(90, SIZE)
    there = matte > 127
    look = photo(matte, PLUM, shadowed(sweep(SIZE), matte, offset=8, blur=6))
    along = there | np.roll(there, OUTLINE - 1, axis=0)
    found = combined(parted(look, along), there.astype(np.float32), there)
    assert shares(along, there) < 0.95
    assert shares(found, there) > 0.99

"""Where a model's first answer is no photographer's, parts of the photo are asked for, and what they say is weighed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whitecove.core.engines.searched import box_around, meant, misses_middle
from whitecove.core.model import F32, Box

HEIGHT, WIDTH = 300, 400
# left, top, right, bottom
Part = tuple[int, int, int, int]
MIDDLE = (150, 100, 250, 200)
LEFT = (20, 90, 100, 190)
LOWER_RIGHT = (230, 160, 360, 270)
NOTHING: Part = (0, 0, 0, 0)


def seen(*parts: Part, level: float = 1.0) -> F32:
    mask = np.zeros((HEIGHT, WIDTH), np.float32)
    for left, top, right, bottom in parts:
        mask[top:bottom, left:right] = level
    return mask


class Closer:
    """A model that sees ``there`` (h, w) in any part that does not show ``hidden_by``, a thing that takes all its
    attention; and counts how often it is asked."""

    def __init__(self, there: F32, hidden_by: Part = NOTHING) -> None:
        self.there, self.hidden_by, self.asked = there, hidden_by, 0

    def __call__(self, box: Box) -> F32:
        self.asked += 1
        left, top, right, bottom = self.hidden_by
        shown = right > left and box.left < right and left < box.right and box.top < bottom and top < box.bottom
        out = np.zeros_like(self.there)
        there = seen(self.hidden_by) if shown else self.there
        out[box.top : box.bottom, box.left : box.right] = there[box.top : box.bottom, box.left : box.right]
        return out


def test_whole_thing_in_the_middle_is_not_asked_for_again() -> None:
    closer = Closer(seen(LOWER_RIGHT))
    mask, left_out = meant(seen(MIDDLE), seen(MIDDLE), closer, closer)
    assert not closer.asked
    assert not left_out
    assert np.array_equal(mask, seen(MIDDLE))


def test_step_nearer_tells_the_product_from_scenery_that_it_was_seen_with() -> None:
    """A haze held them together, and the frame cut the whole."""
    scenery, haze = (330, 0, 400, 300), (250, 100, 330, 200)
    first = seen(MIDDLE, scenery, haze)
    closer = Closer(seen(MIDDLE, scenery))
    mask, left_out = meant(first, first, closer, closer)
    assert left_out
    assert np.array_equal(mask > 0.5, seen(MIDDLE) > 0.5)


def test_step_nearer_that_a_closer_look_does_not_confirm_changes_nothing() -> None:
    scenery, haze = (330, 0, 400, 300), (250, 100, 330, 200)
    first = seen(MIDDLE, scenery, haze)
    apart = seen(MIDDLE, scenery)

    def closer(box: Box) -> F32:
        return apart if box.left < MIDDLE[0] - 50 else seen((150, 100, 180, 130))

    mask, left_out = meant(first, first, closer, closer)
    assert not left_out
    assert np.array_equal(mask, first)


def test_product_alone_that_is_cut_stays() -> None:
    """Worn clothes, a close look: a step nearer shows them cut as well."""
    worn = seen((100, 50, 300, 300))
    mask, left_out = meant(worn, worn, Closer(worn), Closer(worn))
    assert not left_out
    assert np.array_equal(mask, worn)


def test_clearly_larger_thing_as_near_the_middle_takes_the_place_of_what_was_seen() -> None:
    closer = Closer(seen(LOWER_RIGHT), hidden_by=LEFT)
    mask, _ = meant(seen(LEFT), seen(LEFT), closer, closer)
    assert np.array_equal(mask > 0.5, seen(LOWER_RIGHT) > 0.5)


def test_hardly_larger_thing_does_so_only_where_the_model_wavers() -> None:
    other: Part = (290, 95, 375, 205)
    closer = Closer(seen(other), hidden_by=LEFT)
    certain, _ = meant(seen(LEFT), seen(LEFT), closer, closer)
    wavering, _ = meant(seen(LEFT, (0, 260, 400, 300)), seen(LEFT), closer, closer)
    assert np.array_equal(certain, seen(LEFT))
    assert np.array_equal(wavering > 0.5, seen(other) > 0.5)


def test_smaller_thing_changes_nothing() -> None:
    closer = Closer(seen((300, 150, 350, 200)), hidden_by=LEFT)
    mask, _ = meant(seen(LEFT), seen(LEFT), closer, closer)
    assert np.array_equal(mask, seen(LEFT))


@pytest.mark.parametrize("haze", [0.0, 0.3])
def test_thing_of_the_same_weight_is_joined_where_it_touches(haze: float) -> None:
    """A bush above its pot; a haze between them is enough."""
    pot, bush, stem = (170, 210, 230, 290), (150, 20, 250, 100), (195, 100, 205, 210)
    first = np.maximum(seen(pot), seen(stem, level=haze))
    closer = Closer(seen(bush), hidden_by=pot)
    mask, _ = meant(first, first, closer, closer)
    assert np.all(mask[seen(bush) > 0.5] > 0.5)
    assert np.all(mask[seen(pot) > 0.5] > 0.5) == (haze > 0)


def test_unsure_thing_does_not_count() -> None:
    closer = Closer(seen(LOWER_RIGHT, level=0.7), hidden_by=LEFT)
    mask, _ = meant(seen(LEFT), seen(LEFT), closer, closer)
    assert np.array_equal(mask, seen(LEFT))


def test_thing_that_a_closer_look_does_not_confirm_does_not_count() -> None:
    glance = Closer(seen(LOWER_RIGHT), hidden_by=LEFT)
    mask, _ = meant(seen(LEFT), seen(LEFT), glance, Closer(seen()))
    assert np.array_equal(mask, seen(LEFT))


def test_nothing_seen_at_all_is_looked_for() -> None:
    mask, _ = meant(seen(), seen(), Closer(seen(LOWER_RIGHT)), Closer(seen(LOWER_RIGHT)))
    assert np.array_equal(mask > 0.5, seen(LOWER_RIGHT) > 0.5)


def test_nothing_anywhere_stays_nothing() -> None:
    mask, _ = meant(seen(), seen(), Closer(seen()), Closer(seen()))
    assert not mask.any()
    assert box_around(mask) is None


def test_middle_is_missed_by_what_lies_aside_or_passes_through_it_thinly() -> None:
    assert misses_middle(seen(LEFT))
    assert misses_middle(seen((197, 0, 203, 300)))
    assert not misses_middle(seen(MIDDLE))


@settings(max_examples=60)
@given(st.tuples(st.integers(0, 399), st.integers(0, 299)), st.integers(1, 400), st.integers(1, 300))
def test_box_around_holds_the_thing_and_stays_in_the_photo(corner: tuple[int, int], width: int, height: int) -> None:
    left, top = corner
    right, bottom = min(WIDTH, left + width), min(HEIGHT, top + height)
    box = box_around(seen((left, top, right, bottom)))
    assert box is not None
    assert 0 <= box.left <= left
    assert right <= box.right <= WIDTH
    assert 0 <= box.top <= top
    assert bottom <= box.bottom <= HEIGHT

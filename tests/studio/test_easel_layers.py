"""Layers step by step are what the corrections make of a photo at once, whatever was done and undone before."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.corrections.steps import drawn, erase, keep, line, shot, steps
from whitecove.core.corrections.apply import corrected
from whitecove.core.corrections.values import Corrections, Heal, Step
from whitecove.core.errors import PrepareError
from whitecove.core.model import Box
from whitecove.studio.easel.layers import Layers, Overtaken

FEW_BYTES = 2_000


def layers(*, engine: str = "test", history_bytes: int = 10**9) -> Layers:
    photo, before = shot()
    return Layers(photo, np.dstack([before.rgb, before.matte]), engine, history_bytes=history_bytes)


def never() -> bool:
    return False


def is_as_corrected(made: Layers, corrections: Corrections, engine: str = "test") -> bool:
    """Whether ``made`` is what `corrected` gives, to the bit."""
    photo, before = shot()
    try:
        healed, after = corrected(photo, replace(before, engine=engine), corrections)
    except PrepareError:
        return not (made.matte > 127).any()
    assert after is not None
    whole = np.dstack([after.rgb, after.matte]).tobytes()
    return made.cutout_in(made.box) == whole and np.array_equal(made.photo, healed.rgb)


@settings(max_examples=40)
@given(st.lists(steps, min_size=1, max_size=5))
def test_step_by_step_is_as_good_as_at_once(chosen: list[Step]) -> None:
    made = layers()
    for count in range(1, len(chosen) + 1):
        made.become(drawn(*chosen[:count]), never)
        assert is_as_corrected(made, drawn(*chosen[:count]))


@settings(max_examples=30)
@given(st.lists(steps, min_size=2, max_size=4), st.data(), st.sampled_from([10**9, FEW_BYTES, 0]))
def test_undone_redone_and_gone_other_ways(chosen: list[Step], data: st.DataObject, history_bytes: int) -> None:
    made = layers(history_bytes=history_bytes)
    for _ in range(5):
        count = data.draw(st.integers(0, len(chosen)))
        way = drawn(*(reversed(chosen[:count]) if data.draw(st.booleans()) else chosen[:count]))
        made.become(way, never)
        assert is_as_corrected(made, way)


def test_a_photos_own_alpha_keeps_its_colours_and_is_shown_on_white() -> None:
    made = layers(engine="alpha")
    way = drawn(erase((80, 60)), Heal(brush=line((20, 20))))
    made.become(way, never)
    assert is_as_corrected(made, way, "alpha")
    assert made.photo_in(Box(0, 0, 1, 1)) == b"\xff\xff\xff"


def test_only_what_changed_is_to_be_seen() -> None:
    made = layers()
    made.become(drawn(erase((80, 60))), never)
    assert made.seen() == (Box(70, 50, 90, 70), False)
    assert made.seen() == (Box(0, 0, 0, 0), False)
    made.become(drawn(erase((80, 60)), erase((70, 60))), never)
    # The new stroke, and a little of the old one's edge: its colours have other neighbours now.
    box, _ = made.seen()
    assert box.left == 60
    assert 70 < box.right < 80
    made.become(drawn(), never)
    assert made.seen() == (Box(60, 50, 90, 70), False)


def test_what_changes_nothing_is_seen_nowhere() -> None:
    made = layers()
    made.become(drawn(keep((80, 60)), keep((500, 500)), erase((10, 10))), never)
    assert made.seen() == (Box(0, 0, 0, 0), False)


def test_healing_shows_the_photo_too() -> None:
    made = layers()
    made.become(drawn(Heal(brush=line((20, 20)))), never)
    assert made.seen()[1]


def test_work_that_was_overtaken_is_not_lost_and_not_shown_twice() -> None:
    made, left = layers(), iter([False, False, True])
    way = drawn(erase((60, 60)), erase((80, 60)), erase((100, 60)))
    with pytest.raises(Overtaken):
        made.become(way, lambda: next(left))
    made.become(way, never)
    assert is_as_corrected(made, way)
    assert made.seen()[0] == Box(50, 50, 110, 70)


def test_refused_corrections_leave_it_as_it_was() -> None:
    made = layers()
    made.become(drawn(erase((80, 60))), never)
    with pytest.raises(PrepareError):
        made.become(drawn(erase((80, 60)), size=(120, 160)), never)
    assert is_as_corrected(made, drawn(erase((80, 60))))


def test_drawn_at_another_size_it_is_another_stroke() -> None:
    made = layers()
    made.become(drawn(erase((80, 60))), never)
    larger = drawn(erase((80, 60)), size=(320, 240))
    made.become(larger, never)
    assert is_as_corrected(made, larger)

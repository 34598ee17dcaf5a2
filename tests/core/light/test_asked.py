"""The light that a person sets for one photo: exposure and its own white point."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.adjust.any import gains
from tests.pictures import noise, picture
from whitecove.core import icc
from whitecove.core.adjust.values import UNTOUCHED, Adjust
from whitecove.core.light.asked import as_asked
from whitecove.core.light.white_point import balanced
from whitecove.core.model import U8

RAMP = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)


def ramp(adjust: Adjust) -> U8:
    """What the levels 0…255 become, (256, 3)."""
    return np.asarray(as_asked(picture(RAMP), None, adjust).rgb[0], np.uint8)


@given(st.floats(-2, 2), gains)
def test_curves_rise_and_only_white_is_white(stops: float, gain: float) -> None:
    made = ramp(Adjust(exposure=stops, white_point=(gain, gain, gain)))[:, 0].astype(int)
    assert (np.diff(made) >= 0).all()
    assert (made[0], made[255]) == (0, 255)
    assert made[254] < 255


@pytest.mark.parametrize("stops", [-2.0, -1.0, -0.3, 0.5, 1.0, 2.0])
def test_a_stop_is_twice_the_light_below_the_bend(stops: float) -> None:
    levels = np.arange(20, 90)
    wanted = icc.srgb_light(levels / 255) * 2**stops
    made = icc.srgb_light(ramp(Adjust(exposure=stops))[20:90, 0] / 255)
    low = wanted < 0.5
    assert made[low] == pytest.approx(wanted[low], abs=0.005)


def test_no_step_is_left_where_a_dark_curve_bends() -> None:
    """However dark: no level of the photo is torn far from the next."""
    assert np.diff(ramp(Adjust(exposure=-2))[:, 0].astype(int)).max() <= 12


def test_nothing_set_is_nothing_done() -> None:
    photo = picture(noise(9, 9))
    assert as_asked(photo, None, UNTOUCHED) is photo
    assert as_asked(photo, None, Adjust(turn=90, fill=0.5)) is photo


def test_a_session_is_as_it_was_and_gives_way_to_the_photos_own() -> None:
    photo, session = picture(noise(9, 9)), (1.1, 1.0, 1.3)
    usual = as_asked(photo, session, UNTOUCHED)
    expected = balanced(photo, session)
    assert (usual.rgb == expected.rgb).all()
    assert usual.changes == expected.changes
    own = as_asked(photo, session, Adjust(white_point=(0.9, 1.0, 1.2)))
    assert (own.rgb == balanced(photo, (0.9, 1.0, 1.2)).rgb).all()
    assert own.changes == ("the white point was set by hand (red × 0.90, green × 1.00, blue × 1.20)",)


def test_light_is_said_and_how_it_was_shot_is_kept() -> None:
    photo = picture(noise(9, 9))
    made = as_asked(photo, (1.1, 1.0, 1.3), Adjust(exposure=-0.5))
    assert made.as_shot is photo.rgb
    assert [change.partition(" ")[0] for change in made.changes] == ["the", "the"]
    assert made.changes[1] == "the exposure was changed by -0.50 EV"


@given(st.floats(-2, 2))
def test_light_is_the_same_at_every_size(stops: float) -> None:
    rgb = noise(12, 8)
    whole = as_asked(picture(rgb), None, Adjust(exposure=stops)).rgb
    part = as_asked(picture(rgb[2:5, 3:9].copy()), None, Adjust(exposure=stops)).rgb
    assert (whole[2:5, 3:9] == part).all()

"""A corrected cutout from its engine to its doubt: what was found, what a person drew, what is said of it."""

from __future__ import annotations

import numpy as np
import pytest

from tests.core.corrections.steps import drawn, erase, keep, line, shot
from tests.core.engines.scenes import iou
from tests.pictures import disc_matte, picture
from whitecove.core.corrections.cutting import cut_and_correct
from whitecove.core.corrections.values import Heal
from whitecove.core.engines.backdrop import BackdropEngine
from whitecove.core.engines.registry import cut_out
from whitecove.core.engines.whiten import WhitenEngine
from whitecove.core.errors import EngineError, PrepareError
from whitecove.core.model import Cutout, Picture


def empty_sweep() -> Picture:
    """A backdrop before which nothing stands."""
    grain = np.random.default_rng(0).normal(0, 1, (120, 160, 3))
    return picture(np.clip(200 + grain, 0, 255).astype(np.uint8))


def test_drawn_where_nothing_was_found_stays_as_doubtful_as_can_be() -> None:
    photo = empty_sweep()
    with pytest.raises(EngineError) as caught:
        BackdropEngine().cut(photo)
    healed, cutout = cut_and_correct(photo, BackdropEngine(), drawn(keep((80, 60), radius=20)))
    assert cutout.doubt == 1
    assert cutout.engine == "backdrop+corrected"
    assert str(caught.value) in cutout.reasons
    assert cutout.signs[0].name == "nothing found"
    assert cutout.matte[60, 80] == 255
    assert np.array_equal(healed.rgb, photo.rgb)


def test_a_good_outline_does_not_calm_what_found_nothing() -> None:
    """The engine sees one colour and a frame; the person draws around a product with clear edges."""
    photo, before = shot()
    _, cutout = cut_and_correct(photo, Blind(), drawn(keep((80, 60), radius=36)))
    assert iou(cutout.matte, before.matte) > 0.97
    assert cutout.doubt == 1


class Blind:
    """An engine that finds nothing."""

    name = "rembg:blind"

    def cut(self, _: Picture) -> Cutout:
        raise EngineError("engine.nothing_seen", model="blind")


def test_nothing_found_and_nothing_kept_is_an_error() -> None:
    with pytest.raises(EngineError) as caught:
        cut_and_correct(empty_sweep(), BackdropEngine(), drawn(erase((80, 60))))
    assert caught.value.code == "engine.nothing_found"


def test_all_erased_is_an_error() -> None:
    photo, _ = shot()
    with pytest.raises(PrepareError) as caught:
        cut_and_correct(photo, BackdropEngine(), drawn(erase((80, 60), radius=200)))
    assert caught.value.code == "corrections.nothing_left"


def test_without_steps_the_doubt_is_the_cutouts_own() -> None:
    photo, _ = shot()
    plain = cut_out(photo, BackdropEngine())
    _, cutout = cut_and_correct(photo, BackdropEngine(), drawn())
    assert cutout.doubt == plain.doubt
    assert cutout.signs == plain.signs
    assert np.array_equal(cutout.matte, plain.matte)


def test_outline_is_asked_of_the_corrected_matte() -> None:
    """A lump of backdrop that a person adds is doubted, with its place."""
    photo, _ = shot()
    plain = cut_out(photo, BackdropEngine())
    _, cutout = cut_and_correct(photo, BackdropEngine(), drawn(keep((20, 20), (140, 20), radius=12)))
    assert cutout.doubt >= 0.5 > plain.doubt
    assert cutout.place is not None
    assert cutout.place.bottom <= 40


def test_what_was_divided_by_its_backdrop_is_erased_but_never_kept_or_healed() -> None:
    grain = np.random.default_rng(1).normal(0, 1, (240, 320, 3))
    matte = disc_matte(320, 240, (160, 120), 60)[..., None] / 255
    photo = picture(np.clip(170 * (1 - matte) + 120 * matte + grain, 0, 255).astype(np.uint8))
    for step in (keep((160, 30)), Heal(brush=line((160, 120)))):
        with pytest.raises(PrepareError) as caught:
            cut_and_correct(photo, WhitenEngine(), drawn(step, size=(320, 240)))
        assert caught.value.code == "corrections.whitened"
    before = WhitenEngine().cut(photo)
    _, after = cut_and_correct(photo, WhitenEngine(), drawn(erase((160, 120), radius=20), size=(320, 240)))
    assert after.matte[120, 160] == 0
    assert np.array_equal(after.rgb, before.rgb)

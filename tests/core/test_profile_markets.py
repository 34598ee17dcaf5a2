"""What a photo becomes for each marketplace, through the whole job."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.core.test_prepare import Folder, shot
from whitecove.core.engines.registry import make_engine
from whitecove.core.model import Photo, PhotoResult, Role, Severity, Slot, State, Want
from whitecove.core.options import Options
from whitecove.core.prepare import Context, prepare
from whitecove.core.profiles import NO_CEILING, list_profiles, load_profile


@dataclass(frozen=True)
class Market:
    """What is expected of a profile's pictures."""

    main: tuple[int, int]
    window: tuple[int, int]
    card: str
    details: int


MARKETS = {
    "aliexpress": Market((2000, 2000), (512_000, 2_000_000), "listing", 5),
    "amazon": Market((1600, 1600), (0, 10_000_000), "variant", 8),
    "ozon": Market((1200, 1600), (0, 10_000_000), "variant", 29),
    "taobao": Market((1600, 1600), (0, 3_000_000), "listing", 4),
}


def made(folder: Path, written: Folder, *slots: Slot, **values: object) -> PhotoResult:
    options = Options(**values)  # type: ignore[arg-type]
    context = Context(options=options, profile=load_profile(options.profile), engine=make_engine(options.engine, {}))
    photo = Photo(path=shot(folder / "ball.jpg", (1000, 750), 240), name="ball.jpg", role=Role.MAIN, order=1)
    wants = tuple(Want(slot=slot, file=f"a/{order}.jpg", order=order) for order, slot in enumerate(slots, start=1))
    return prepare(photo, wants, context, written)


def test_every_profile_is_expected() -> None:
    assert [profile.id for profile in list_profiles()] == list(MARKETS)


@pytest.mark.parametrize("profile_id", list(MARKETS))
def test_facts(profile_id: str) -> None:
    profile, market = load_profile(profile_id), MARKETS[profile_id]
    assert profile.byte_window(Slot.MAIN) == profile.byte_window(Slot.DETAIL) == market.window
    assert profile.byte_window(Slot.PAGE) == (0, NO_CEILING)
    assert (profile.card, profile.details) == (market.card, market.details)
    assert profile.rule("set.details").number("most") == market.details


@pytest.mark.parametrize("profile_id", list(MARKETS))
def test_a_plain_photo_becomes_pictures_that_are_ready(profile_id: str, tmp_path: Path) -> None:
    market, written = MARKETS[profile_id], Folder()
    result = made(tmp_path, written, Slot.MAIN, Slot.DETAIL, profile=profile_id, engine="backdrop")
    assert (result.state, result.reason) == (State.READY, "")
    main, detail = result.renditions
    assert (main.width, main.height) == market.main
    for rendition in result.renditions:
        assert market.window[0] <= rendition.bytes <= market.window[1]
        assert not [f.rule for f in rendition.findings if f.broken and f.severity is Severity.ERROR]
    pixels = np.asarray(Image.open(io.BytesIO(written.files["a/1.jpg"])))
    assert (pixels[:60] == 255).all()
    assert "pixels.aspect" not in {f.rule for f in detail.findings}


@pytest.mark.parametrize(("aspect", "size"), [("auto", (1200, 1600)), ("1:1", (1600, 1600))])
def test_the_shape_is_the_marketplaces_own_unless_the_person_says(
    aspect: str, size: tuple[int, int], tmp_path: Path
) -> None:
    (main,) = made(tmp_path, Folder(), Slot.MAIN, profile="ozon", engine="backdrop", aspect=aspect).renditions
    assert (main.width, main.height) == size
    (shape,) = [f for f in main.findings if f.rule == "pixels.aspect"]
    assert (shape.broken, shape.severity) == (aspect == "1:1", Severity.WARNING)


def test_taobao_takes_a_scene_as_it_is(tmp_path: Path) -> None:
    result = made(tmp_path, Folder(), Slot.MAIN, profile="taobao", engine="keep")
    assert result.state is State.READY
    (white,) = [f for f in result.renditions[0].findings if f.rule == "background.white"]
    assert (white.broken, white.severity) == (True, Severity.INFO)

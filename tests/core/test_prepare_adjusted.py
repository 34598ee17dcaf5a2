"""One photo through the whole job with what a person set for it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.core.test_prepare import DETAIL, MAIN, SQUARE, Folder, context, decoded, shot
from whitecove.core.adjust.geometry import to_shown
from whitecove.core.adjust.values import Adjust, Geometry
from whitecove.core.corrections.values import Corrections, Rectangle, Step
from whitecove.core.errors import EngineError, PrepareError
from whitecove.core.model import Box, Finding, Photo, PhotoResult, Placement, Role, State, Want
from whitecove.core.prepare import prepare

SIZE = (1000, 800)
PLACE = (400, 300)
RADIUS = 200


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ball left and above of the middle, before a grey sweep."""
    large = shot(tmp_path / "large.jpg", size=(1200, 1000), radius=RADIUS)
    with Image.open(large) as image:
        image.crop((200, 200, 1200, 1000)).save(tmp_path / "ball.png")
    return tmp_path / "ball.png"


def run(
    path: Path,
    *steps: Step,
    wants: tuple[Want, ...] = MAIN,
    measure: bool = False,
    options: dict[str, object] | None = None,
    size: tuple[int, int] = SIZE,
    **adjust: object,
) -> tuple[PhotoResult, Folder]:
    folder = Folder()
    corrections = Corrections(width=size[0], height=size[1], steps=steps, adjust=Adjust(**adjust))  # type: ignore[arg-type]
    photo = Photo(path=path, name=path.name, role=Role.MAIN, order=1)
    usual = context(**({"canvas": 800} | (options or {})))
    return prepare(photo, wants, usual, folder, measure=measure, corrections=corrections), folder


def finding(result: PhotoResult, rule: str) -> Finding:
    return next(each for each in result.renditions[0].findings if each.rule == rule)


@pytest.mark.parametrize(
    "geometry",
    [Geometry(turn=90), Geometry(flip=True), Geometry(straighten=4.5), Geometry(turn=270, flip=True, straighten=-8)],
)
def test_a_photo_that_is_turned_passes_and_says_where_the_product_was(path: Path, geometry: Geometry) -> None:
    result, folder = run(
        path, turn=geometry.turn, flip=geometry.flip, straighten=geometry.straighten, options={"canvas": 0}
    )
    made = result.renditions[0]
    assert (result.state, result.reason) == (State.READY, "")
    assert made.geometry == geometry
    assert made.corrections == "adjusted"
    assert made.engine == "backdrop"
    assert made.placement
    x, y = to_shown(SIZE, geometry)(*PLACE)
    expected = (x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS)
    assert made.placement.source_box == pytest.approx(expected, abs=4)
    assert decoded(folder).shape == (2000, 2000, 3)


def test_a_turned_picture_is_the_picture_turned(path: Path) -> None:
    plain, turned = (decoded(run(path, turn=turn)[1]).astype(int) for turn in (0, 90))
    difference = np.abs(np.rot90(plain, -1)[200:600, 200:600] - turned[200:600, 200:600])
    assert difference.mean() < 6  # JPEG's blocks lie elsewhere, and half a pixel of the canvas


def test_strokes_stay_where_they_were_drawn(path: Path) -> None:
    """What is erased is the right half of the ball in the photo: shown turned, the lower one."""
    erase = Rectangle(keep=False, left=PLACE[0], top=0, right=1000, bottom=800)
    made = run(path, erase, turn=90)[0].renditions[0]
    assert made.corrections == "1 erase, adjusted"
    assert made.placement
    box = made.placement.source_box
    assert box.width / box.height == pytest.approx(2, abs=0.05)


def test_a_product_at_the_frame_stays_flush_when_it_is_turned(path: Path, tmp_path: Path) -> None:
    with Image.open(path) as image:
        image.crop((0, 0, 1000, PLACE[1])).save(tmp_path / "half.png")
    for adjust, side in (({"turn": 90}, "left"), ({"straighten": 5.0}, "bottom")):
        made = run(tmp_path / "half.png", size=(1000, PLACE[1]), **adjust)[0].renditions[0]
        assert made.placement
        assert made.placement.flush == (side,)


def test_light_is_a_change_of_colour_that_was_asked_for(path: Path) -> None:
    result, _ = run(path, exposure=0.8, white_point=(1.1, 1.0, 0.9))
    assert result.renditions[0].changes == (
        "the white point was set by hand (red × 1.10, green × 1.00, blue × 0.90)",
        "the exposure was changed by +0.80 EV",
    )
    fidelity = finding(result, "colour.fidelity")
    assert "This change was asked for" in fidelity.fix
    assert fidelity.severity == "info"


def test_fill_and_stand_of_the_photo_win(path: Path) -> None:
    small, large = (run(path, fill=fill)[0].renditions[0].placement for fill in (0.4, 0.8))
    assert small
    assert large
    assert large.placed_box.width == pytest.approx(2 * small.placed_box.width, abs=3)
    low = run(path, fill=0.4, stand="baseline")[0].renditions[0].placement
    assert low
    assert low.placed_box.top > small.placed_box.top


def test_the_engine_of_the_photo_is_the_one_that_works(path: Path) -> None:
    assert run(path, engine="whiten")[0].renditions[0].engine == "whiten"
    assert run(path, engine="keep")[0].renditions[0].engine == "keep"
    with pytest.raises(EngineError, match="u2netp"):
        run(path, engine="rembg:u2netp")


def test_a_shadow_of_its_own(path: Path) -> None:
    assert run(path, shadow="made")[0].renditions[0].shadow == "made"
    assert run(path, shadow="none", options={"shadow": "made"})[0].renditions[0].shadow == ""


def test_a_detail_is_cut_out_for_one_photo(path: Path) -> None:
    _, folder = run(path, wants=(DETAIL,), details="white")
    assert (decoded(folder, DETAIL.file)[:20] == 255).all()


def test_a_straightened_scene_has_no_empty_corners(path: Path) -> None:
    result, folder = run(path, wants=(DETAIL,), straighten=6.0, options={"canvas": 2000})
    pixels = decoded(folder, DETAIL.file)
    for corner in (pixels[:4, :4], pixels[:4, -4:], pixels[-4:, :4], pixels[-4:, -4:]):
        assert 150 < corner.mean() < 230
    made = result.renditions[0]
    assert made.placement
    assert made.placement.source_box.left > 0
    assert made.placement.source_box.right < SIZE[0]


def test_a_photo_may_be_cut_out_and_keep_its_scene_at_once(path: Path) -> None:
    wants = (*MAIN, DETAIL)
    together = run(path, wants=wants, straighten=6.0, turn=90)[1].files
    for want in wants:
        assert run(path, wants=(want,), straighten=6.0, turn=90)[1].files[want.file] == together[want.file]


def test_a_straightened_variant_is_measured_and_drawn_in_the_same_places(path: Path) -> None:
    measured = run(path, wants=(), measure=True, straighten=7.0)[0].subject
    assert measured
    assert measured.size == SIZE
    place = Placement(source_box=measured.box, placed_box=Box(100, 60, 500, 460), canvas=(800, 800))
    result, folder = run(path, wants=(replace(SQUARE, placement=place),), straighten=7.0)
    made = result.renditions[0].placement
    assert made
    assert (made.source_box, made.placed_box) == (measured.box, place.placed_box)
    rows, columns = np.nonzero((decoded(folder, SQUARE.file) < 200).any(axis=2))
    assert (columns.min(), rows.min()) == pytest.approx((100, 60), abs=4)


def test_adjustments_of_another_photo_are_refused(path: Path) -> None:
    with pytest.raises(PrepareError, match="another shape"):
        run(path, size=(800, 1000), turn=90)
    with pytest.raises(PrepareError, match="another shape"):
        run(path, size=(800, 1000), turn=90, wants=(DETAIL,))


def test_without_adjustments_the_bytes_are_as_they_always_were(path: Path) -> None:
    folder = Folder()
    photo = Photo(path=path, name=path.name, role=Role.MAIN, order=1)
    prepare(photo, MAIN, context(canvas=800), folder)
    assert run(path)[1].files == folder.files
    assert Image.open(io.BytesIO(folder.files[MAIN[0].file])).size == (800, 800)

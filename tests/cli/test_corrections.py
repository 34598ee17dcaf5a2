"""`--corrections` of `cutout` and `prepare`, from the file to the delivered bytes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.cli.conftest import QUICK, Cli, Ended, product, save
from whitecove.cli.exit_codes import Exit
from whitecove.core.model import U8

SIDE = 400
# The product is a disc of 120 pixels around the middle.
ERASE = {"kind": "erase-box", "left": 200, "top": 0, "right": 400, "bottom": 400}
HEAL = {"kind": "heal", "points": [[200, 200], [230, 230]], "radius": 12}


def corrections(path: Path, *steps: dict[str, Any], photo: str = "mug.jpg", **more: object) -> Path:
    """A corrections file with those steps for a photo."""
    entry = {"photo": photo, "width": SIDE, "height": SIDE, "steps": steps, **more}
    path.write_text(json.dumps({"schema": 1, "photos": [entry]}), "utf-8")
    return path


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    save(product(1), folder / "mug.jpg")
    save(product(2), folder / "lamp.jpg")
    return folder


def cut(cli: Cli, photos: Path, file: Path | None, *more: object) -> Ended:
    given = ("--corrections", file) if file else ()
    return cli("cutout", photos, "--out", photos.parent / "cut", "--engine", "backdrop", "--replace", *given, *more)


def matte_of(photos: Path, stem: str) -> U8:
    with Image.open(photos.parent / "cut" / f"{stem}.png") as image:
        return np.asarray(image)[..., 3]


def test_a_cutout_is_corrected_and_the_others_are_not(cli: Cli, photos: Path) -> None:
    assert cut(cli, photos, None).code == Exit.READY
    plain, other = matte_of(photos, "mug"), matte_of(photos, "lamp")
    ended = cut(cli, photos, corrections(photos / "c.json", ERASE))
    assert "backdrop+corrected" in ended.out
    assert (matte_of(photos, "mug")[:, 200:] == 0).all()
    assert (matte_of(photos, "mug")[:, :200] == plain[:, :200]).all()
    assert (matte_of(photos, "lamp") == other).all()


def test_the_same_corrections_give_the_same_bytes(cli: Cli, photos: Path) -> None:
    file = corrections(photos / "c.json", {**HEAL, "kind": "keep", "edge_aware": True}, HEAL)
    cut(cli, photos, file)
    first = (photos.parent / "cut" / "mug.png").read_bytes()
    cut(cli, photos, file)
    assert (photos.parent / "cut" / "mug.png").read_bytes() == first


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it is empty"),
        ("{nonsense", "it is no JSON"),
        ('{"schema": 1, "photos": [{"photo": "mug.jpg"}]}', "photo 1 (mug.jpg): width is missing"),
        ('{"schema": 1, "photos": [{"photo": "a", "width": NaN, "height": 1, "steps": []}]}', "width must be"),
    ],
)
@pytest.mark.parametrize("command", ["cutout", "prepare"])
def test_a_wrong_file_stops_before_any_work(cli: Cli, photos: Path, command: str, text: str, said: str) -> None:
    file = photos.parent / "c.json"
    file.write_text(text, "utf-8")
    ended = cli(command, photos, "--out", photos.parent / "out", "--engine", "backdrop", "--corrections", file)
    assert ended.code == Exit.CANNOT_RUN
    assert said in ended.err
    assert not list(photos.parent.glob("out/**/*.*"))


@pytest.mark.parametrize("command", ["cutout", "prepare"])
def test_a_file_that_is_not_there_is_said(cli: Cli, photos: Path, command: str) -> None:
    ended = cli(command, photos, "--out", photos.parent / "out", "--corrections", photos / "none.json")
    assert ended.code == Exit.CANNOT_RUN
    assert "none.json" in ended.err


def test_a_name_of_no_photo_is_said_and_the_rest_is_made(cli: Cli, photos: Path) -> None:
    ended = cut(cli, photos, corrections(photos / "c.json", ERASE, photo="mugg.jpg"))
    assert ended.code == Exit.READY
    assert "not among these photos: mugg.jpg" in ended.err


@pytest.mark.parametrize(
    ("more", "said"),
    [({"width": 300}, "drawn at 300 × 400, but it is 400 × 400"), ({"sha256": "0" * 64}, "another version")],
)
def test_corrections_of_another_photo_fail_that_photo_alone(
    cli: Cli, photos: Path, more: dict[str, Any], said: str
) -> None:
    ended = cut(cli, photos, corrections(photos / "c.json", ERASE, **more))
    assert ended.code == Exit.NOT_READY
    assert "✗ failed  mug.jpg" in ended.out
    assert said in ended.out
    assert "✓ made  lamp.jpg" in ended.out


def test_erasing_all_fails_with_a_sentence(cli: Cli, photos: Path) -> None:
    ended = cut(cli, photos, corrections(photos / "c.json", {**ERASE, "left": 0}))
    assert "leave nothing of the product" in ended.out


def test_what_is_drawn_is_the_product_where_the_engine_finds_none(cli: Cli, tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    save(np.full((SIDE, SIDE, 3), 128, np.uint8), photos / "mug.jpg")
    ended = cut(cli, photos, corrections(photos / "c.json", {**ERASE, "kind": "keep-box", "top": 100, "bottom": 300}))
    assert "! review" in ended.out
    assert "doubt 1.00" in ended.out
    assert (matte_of(photos, "mug")[100:300, 200:] == 255).all()


def prepared(cli: Cli, photos: Path, file: Path | None, *more: object) -> dict[str, dict[str, Any]]:
    """The manifest's rows by source."""
    given = ("--corrections", file) if file else ()
    cli("prepare", photos, "--out", photos.parent / "out", "--group", "photo", *QUICK, *given, *more)
    rows = json.loads((photos.parent / "out" / "manifest.json").read_bytes())["files"]
    return {row["source"]: row for row in rows}


def test_prepare_corrects_delivers_and_goes_on(cli: Cli, photos: Path) -> None:
    originals = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in photos.iterdir()}
    before = prepared(cli, photos, None)
    file = corrections(photos.parent / "c.json", {**ERASE, "left": 260}, HEAL, photo="photos/mug.jpg")
    after = prepared(cli, photos, file)
    assert before["mug.jpg"]["corrections"] == ""
    assert after["mug.jpg"]["corrections"] == "1 erase, 1 heal"
    assert after["mug.jpg"]["engine"] == "backdrop+corrected"
    assert after["mug.jpg"]["sha256"] != before["mug.jpg"]["sha256"]
    assert after["mug.jpg"]["source_box"][2] == 260
    assert after["lamp.jpg"] == before["lamp.jpg"]
    written = photos.parent / "out" / after["mug.jpg"]["file"]
    assert hashlib.sha256(written.read_bytes()).hexdigest() == after["mug.jpg"]["sha256"]
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in photos.iterdir()} == originals
    assert prepared(cli, photos, file) == after
    assert prepared(cli, photos, None) == before


def test_the_report_says_that_a_picture_was_corrected(cli: Cli, photos: Path) -> None:
    prepared(cli, photos, corrections(photos.parent / "c.json", {**ERASE, "left": 260}, photo="photos/mug.jpg"))
    page = (photos.parent / "out" / "report.html").read_text("utf-8")
    assert "corrected by hand" in page
    assert "1 erase" in page


def test_healed_places_are_no_change_of_colour(cli: Cli, photos: Path) -> None:
    """Half of the product is healed from the other half of another colour: still the picture is as the photo, healed,
    should be."""
    rgb = product(1)
    rgb[150:250, 150:250] = (250, 240, 20)
    save(rgb, photos / "mug.jpg")
    heal = {"kind": "heal", "points": [[160, 160], [240, 160], [240, 240], [160, 240], [200, 200]], "radius": 60}
    row = prepared(cli, photos, corrections(photos.parent / "c.json", heal, photo="photos/mug.jpg"))["mug.jpg"]
    fidelity = next(each for each in row["findings"] if each["rule"] == "colour.fidelity")
    assert row["corrections"] == "1 heal"
    assert fidelity["outcome"] == "pass"


def test_a_detail_that_keeps_its_scene_is_healed_and_not_cut(cli: Cli, tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    save(product(1), photos / "mug" / "mug_main.jpg")
    save(product(2), photos / "mug" / "mug_1.jpg")
    file = corrections(tmp_path / "c.json", ERASE, HEAL, photo="photos/mug/mug_1.jpg")
    before = prepared(cli, photos, None, "--group", "folder")["mug/mug_1.jpg"]
    after = prepared(cli, photos, file, "--group", "folder")["mug/mug_1.jpg"]
    assert (after["image_type"], after["engine"], after["corrections"]) == ("detail", "keep", "1 heal")
    assert after["sha256"] != before["sha256"]


def test_a_photo_with_wrong_corrections_fails_alone(cli: Cli, photos: Path) -> None:
    file = corrections(photos.parent / "c.json", ERASE, photo="photos/mug.jpg", height=300)
    rows = prepared(cli, photos, file)
    assert rows["mug.jpg"]["state"] == "failed"
    assert "another shape" in rows["mug.jpg"]["reason"]
    assert rows["lamp.jpg"]["state"] == "ready"

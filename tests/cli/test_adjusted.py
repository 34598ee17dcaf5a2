"""Adjustments in a corrections file: `cutout` and `prepare` obey them, from the file to the delivered bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.cli.conftest import QUICK, Cli, Ended, product, save
from tests.independent import recheck
from whitecove.cli.exit_codes import Exit
from whitecove.core.model import U8

WIDTH, HEIGHT = 500, 400


def adjusted(path: Path, **photos: dict[str, Any]) -> Path:
    """A corrections file that sets something for each photo, by its stem."""
    entries = [
        {"photo": f"photos/{stem}.jpg", "width": WIDTH, "height": HEIGHT, "adjust": adjust, "steps": []}
        for stem, adjust in photos.items()
    ]
    path.write_text(json.dumps({"schema": 1, "photos": entries}), "utf-8")
    return path


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Two products, each to the left in its photo."""
    folder = tmp_path / "photos"
    for seed, stem in enumerate(("mug", "lamp")):
        square = product(seed, HEIGHT)
        save(np.pad(square, ((0, 0), (0, WIDTH - HEIGHT), (0, 0)), "edge"), folder / f"{stem}.jpg")
    return folder


def cut(cli: Cli, photos: Path, file: Path | None, *more: object) -> Ended:
    given = ("--corrections", file) if file else ()
    return cli("cutout", photos, "--out", photos.parent / "cut", "--engine", "backdrop", "--replace", *given, *more)


def made(photos: Path, stem: str) -> U8:
    with Image.open(photos.parent / "cut" / f"{stem}.png") as image:
        return np.asarray(image)


def test_a_cutout_has_the_light_that_was_set_and_the_photos_own_shape(cli: Cli, photos: Path) -> None:
    assert cut(cli, photos, None).code == Exit.READY
    plain, other = made(photos, "mug"), made(photos, "lamp")
    file = adjusted(photos.parent / "c.json", mug={"turn": 90, "straighten": 5, "exposure": 1.0})
    assert "backdrop+corrected" not in cut(cli, photos, file).out
    after = made(photos, "mug")
    assert after.shape == plain.shape == (HEIGHT, WIDTH, 4)
    core = (slice(150, 250), slice(150, 250))
    assert (after[core][..., 3] == 255).all()
    assert after[core][..., :3].mean() > 1.3 * plain[core][..., :3].mean()
    assert (made(photos, "lamp") == other).all()


def test_a_cutout_is_made_by_the_engine_of_its_photo(cli: Cli, photos: Path) -> None:
    ended = cut(cli, photos, adjusted(photos.parent / "c.json", mug={"engine": "keep"}, lamp={"engine": "rembg:u2net"}))
    assert ended.code == Exit.NOT_READY
    assert (made(photos, "mug")[..., 3] == 255).all()
    assert "(keep, doubt 0.00)" in ended.out
    assert "✗ failed  lamp.jpg" in ended.out
    assert "u2net" in ended.out


@pytest.mark.parametrize("command", ["cutout", "prepare"])
def test_a_wrong_adjustment_stops_before_any_work(cli: Cli, photos: Path, command: str) -> None:
    file = adjusted(photos.parent / "c.json", mug={"turn": 45, "fill": 7})
    ended = cli(command, photos, "--out", photos.parent / "out", "--engine", "backdrop", "--corrections", file)
    assert ended.code == Exit.CANNOT_RUN
    assert "photo 1 (photos/mug.jpg): turn must be one of 0, 90, 180, 270" in ended.err
    assert "fill must be at most 1" in ended.err


def prepared(cli: Cli, photos: Path, file: Path | None) -> dict[str, dict[str, Any]]:
    """The manifest's rows by source."""
    given = ("--corrections", file) if file else ()
    cli("prepare", photos, "--out", photos.parent / "out", "--group", "photo", *QUICK, *given)
    rows = json.loads((photos.parent / "out" / "manifest.json").read_bytes())["files"]
    return {row["source"]: row for row in rows}


def test_prepare_turns_lights_and_delivers(cli: Cli, photos: Path) -> None:
    before = prepared(cli, photos, None)
    file = adjusted(photos.parent / "c.json", mug={"turn": 90, "flip": True, "exposure": 0.5, "fill": 0.95})
    after = prepared(cli, photos, file)
    assert after["lamp.jpg"] == before["lamp.jpg"]
    row = after["mug.jpg"]
    assert row["state"] == "ready"
    assert row["geometry"] == {"turn": 90, "flip": True, "straighten": 0.0}
    assert row["changes"] == ["the exposure was changed by +0.50 EV"]
    assert row["corrections"] == "adjusted"
    # Turned and mirrored, x and y change places.
    left, top, right, bottom = before["mug.jpg"]["source_box"]
    assert row["source_box"] == pytest.approx([top, left, bottom, right], abs=1)
    assert row["placed_box"][2] - row["placed_box"][0] == pytest.approx(894, abs=4)
    assert prepared(cli, photos, file) == after
    assert prepared(cli, photos, None) == before


def test_the_report_says_what_was_set(cli: Cli, photos: Path) -> None:
    prepared(cli, photos, adjusted(photos.parent / "c.json", mug={"exposure": 0.5}))
    page = (photos.parent / "out" / "report.html").read_text("utf-8")
    assert "adjusted" in page
    assert "the exposure was changed by +0.50 EV" in page


@pytest.mark.parametrize("adjust", [{"turn": 270, "straighten": 6.5}, {"flip": True, "straighten": -3}])
def test_a_program_that_shares_no_code_finds_the_product_where_the_manifest_says(
    cli: Cli, photos: Path, adjust: dict[str, Any]
) -> None:
    prepared(cli, photos, adjusted(photos.parent / "c.json", mug=adjust))
    opinions = recheck.recheck(photos.parent / "out", photos)
    assert len(opinions) == 2
    assert {opinion.file: opinion.problems for opinion in opinions if opinion.problems} == {}
    assert all(opinion.core_difference is not None for opinion in opinions)

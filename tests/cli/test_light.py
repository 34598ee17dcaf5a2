"""Shadows, kept edges, white points and whitening through the command line, down to the bytes on disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import piexif
import pytest
from PIL import Image

from tests.cli.conftest import QUICK, Cli, save
from tests.core.engines.scenes import GREY, SIZE, disc, shadowed, sweep
from tests.independent.recheck import recheck
from tests.pictures import box_matte, noise
from whitecove.cli.exit_codes import Exit
from whitecove.core.model import U8


def standing(seed: int = 0, level: int = 160) -> U8:
    """A grainy box that stands on a grey sweep and casts a soft shadow."""
    matte = box_matte(SIZE, SIZE, (200, 150, 400, 450))
    share = matte[..., None].astype(np.float32) / 255
    grain = noise(SIZE, SIZE, 0, level, seed=seed)
    backdrop = shadowed(sweep(colour=GREY, falloff=0.08), matte, depth=0.25, offset=50, blur=22)
    noisy = grain * share + backdrop * (1 - share) + np.random.default_rng(seed).normal(0, 1, (SIZE, SIZE, 3))
    return np.asarray(np.clip(np.rint(noisy), 0, 255), np.uint8)


def row_of(out: Path) -> dict[str, Any]:
    (row,) = json.loads((out / "manifest.json").read_bytes())["files"]
    assert isinstance(row, dict)
    return row


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    save(standing(), tmp_path / "photos" / "box.jpg")
    return tmp_path / "photos"


@pytest.mark.parametrize("shadow", ["none", "own", "made"])
def test_each_shadow_is_ready_and_passes_again(cli: Cli, photos: Path, tmp_path: Path, shadow: str) -> None:
    out = tmp_path / shadow
    cli("prepare", photos, "--out", out, *QUICK, "--shadow", shadow, "--quiet")
    row = row_of(out)
    assert row["state"] == "ready", row["reason"]
    assert row["shadow"] == ("" if shadow == "none" else shadow)
    assert cli("check", out / row["file"]).code == Exit.READY
    assert [opinion.problems for opinion in recheck(out, photos)] == [[]]


def test_a_shadow_shows_below_the_product_and_nowhere_on_the_rim(cli: Cli, photos: Path, tmp_path: Path) -> None:
    below = {}
    for shadow in ("none", "own", "made"):
        out = tmp_path / shadow
        cli("prepare", photos, "--out", out, *QUICK, "--shadow", shadow, "--quiet")
        row = row_of(out)
        pixels = np.asarray(Image.open(out / row["file"]))
        box = row["placed_box"]
        below[shadow] = int(pixels[box[3] + 6, (box[0] + box[2]) // 2].max())
        assert (np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]]) == 255).all()
    assert below["none"] >= 254
    assert below["own"] < 235
    assert below["made"] < 235


def test_what_is_not_asked_for_is_not_there(cli: Cli, photos: Path, tmp_path: Path) -> None:
    cli("prepare", photos, "--out", tmp_path / "out", *QUICK, "--quiet")
    row = row_of(tmp_path / "out")
    assert (row["shadow"], row["changes"], row["notes"]) == ("", [], [])


def test_a_photo_on_white_keeps_its_shadow_and_says_so(cli: Cli, tmp_path: Path) -> None:
    rgb = np.full((500, 500, 3), 255, np.uint8)
    rgb[100:400, 150:350] = noise(200, 300, 0, 200)
    save(rgb, tmp_path / "photos" / "box.png")
    cli("prepare", tmp_path / "photos", "--out", tmp_path / "out", *QUICK, "--shadow", "made", "--quiet")
    row = row_of(tmp_path / "out")
    assert row["shadow"] == ""
    assert "was cut out already" in row["notes"][0]


def test_white_goods_are_warned_of_and_answered(cli: Cli, tmp_path: Path) -> None:
    matte = disc(160)[..., None].astype(np.float32) / 255
    goods = np.clip(noise(SIZE, SIZE, 249, 256), 0, 255)
    save(np.rint(goods * matte + np.array([170, 172, 171]) * (1 - matte)).astype(np.uint8), tmp_path / "p" / "a.png")
    lost = {}
    for flag in ("--no-keep-edges", "--keep-edges"):
        out = tmp_path / flag
        cli("prepare", tmp_path / "p", "--out", out, *QUICK, flag, "--quiet")
        (finding,) = [f for f in row_of(out)["findings"] if f["rule"] == "subject.edge_lost"]
        lost[flag] = finding
    assert lost["--no-keep-edges"]["outcome"] == "fail"
    assert lost["--keep-edges"]["outcome"] == "pass"
    assert "asked for: edges" in lost["--keep-edges"]["measured"]


def test_whitening_is_told_as_a_change_of_colour(cli: Cli, photos: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    cli("prepare", photos, "--out", out, *QUICK, "--engine", "whiten", "--quiet")
    row = row_of(out)
    assert row["engine"] == "whiten"
    assert "divided by its backdrop" in row["changes"][0]
    (finding,) = [f for f in row["findings"] if f["rule"] == "colour.fidelity"]
    assert (finding["outcome"], finding["severity"]) == ("fail", "info")
    (white,) = [f for f in row["findings"] if f["rule"] == "background.white"]
    assert white["outcome"] == "pass"


def test_plan_asks_about_a_yellow_backdrop_and_the_report_tells_the_answer(cli: Cli, tmp_path: Path) -> None:
    tinted = np.rint(standing() * np.array([1.0, 0.92, 0.78])).astype(np.uint8)
    path = save(tinted, tmp_path / "photos" / "box.jpg")
    taken = {piexif.ExifIFD.DateTimeOriginal: b"2026:05:01 10:00:00"}
    piexif.insert(piexif.dump({"Exif": taken}), str(path))
    asked = cli("plan", tmp_path / "photos")
    assert asked.out.count("--white-point backdrop") == 1
    assert "yellowish" in asked.out
    out = tmp_path / "out"
    ended = cli("prepare", tmp_path / "photos", "--out", out, *QUICK, "--white-point", "backdrop")
    assert "was made the white point of 1 photo" in ended.out
    assert "white point" in row_of(out)["changes"][0]
    assert "white point" in (out / "report.html").read_text("utf-8")


@pytest.mark.parametrize(("flag", "value"), [("--shadow", "soft"), ("--white-point", "paper"), ("--keep-edges", "yes")])
def test_values_that_mean_nothing_are_refused_in_a_sentence(
    cli: Cli, photos: Path, tmp_path: Path, flag: str, value: str
) -> None:
    ended = cli("prepare", photos, "--out", tmp_path / "out", flag, value)
    assert ended.code in (Exit.USAGE, Exit.CANNOT_RUN)
    assert not (tmp_path / "out").exists()

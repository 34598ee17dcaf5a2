"""With every way to another computer blocked, everything but `models download` works, and nothing tries. (So does the
demo, in its own test.)"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import QUICK, Delivery, Watched
from tests.models.graphs import graph
from whitecove import paths
from whitecove.cli.exit_codes import Exit

SAMPLES = paths.resources() / "samples"


def test_the_watch_sees_what_download_tries(watched: Watched) -> None:
    ended = watched("models", "download", "u2netp")
    assert ended.code == Exit.CANNOT_RUN
    assert "github.com cannot be reached" in ended.err
    assert "github.com" in watched.reached


@pytest.mark.parametrize("way", ["flag", "setting"])
def test_download_does_not_even_try_where_it_must_not(watched: Watched, way: str) -> None:
    if way == "setting":
        assert watched("models", "offline", "on").code == Exit.READY
    ended = watched(*(["--offline"] if way == "flag" else []), "models", "download", "u2netp")
    assert ended.code == Exit.CANNOT_RUN
    assert watched.reached == ""


def test_the_work_is_done_without_a_network(watched: Watched, tmp_path: Path) -> None:
    out = tmp_path / "out"
    mug = SAMPLES / "mug.jpg"
    assert watched("prepare", mug, "--out", out, "--jobs", 2).code == Exit.READY
    assert watched.processes > 1, "the workers were not watched"
    assert watched("check", out / "mug" / "mug_01_main.jpg").code == Exit.READY
    assert watched("plan", mug).code == Exit.READY
    assert watched("cutout", mug, "--out", tmp_path / "cut").code == Exit.READY
    assert watched("deliver", out, "--to", tmp_path / "upload.zip").code == Exit.READY
    for decision in (("reject",), ("reshoot", "--reason", "blurred"), ("approve",), ("withdraw",)):
        assert watched(*decision, out, "mug.jpg").code == Exit.READY
    assert watched("decisions", out).code == Exit.READY
    assert watched.reached == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("models", "list"),
        ("models", "list", "--json"),
        ("models", "verify"),
        ("models", "offline"),
        ("models", "download", "--help"),
        ("profiles", "list"),
        ("profiles", "show", "aliexpress"),
        ("profiles", "validate", paths.resources() / "profiles" / "aliexpress.toml"),
        ("--version",),
    ],
    ids=lambda arguments: " ".join(map(str, arguments[:2])),
)
def test_what_is_asked_is_answered_without_a_network(watched: Watched, arguments: tuple[object, ...]) -> None:
    assert watched(*arguments).code == Exit.READY
    assert watched.reached == ""


def test_own_models_need_no_network(watched: Watched, tmp_path: Path) -> None:
    file = graph(tmp_path / "tiny.onnx", 320)
    assert watched("models", "import", file, "--as", "mine", "--kind", "u2net").code == Exit.READY
    made = watched("cutout", SAMPLES / "mug.jpg", "--out", tmp_path / "cut", "--engine", "rembg:mine")
    assert made.code in (Exit.READY, Exit.NOT_READY)
    assert "mug.jpg" in made.out
    assert watched("models", "verify", "mine").code == Exit.READY
    assert watched("models", "remove", "mine").code == Exit.READY
    assert watched.reached == ""


@pytest.mark.weights
def test_a_model_of_rembg_needs_no_network(
    watched: Watched, tmp_path: Path, models_with_u2netp: dict[str, Path], delivery: Delivery
) -> None:
    assert watched("models", "import", models_with_u2netp["u2netp"]).code == Exit.READY
    photos = tmp_path / "photos"
    photos.mkdir()
    shutil.copyfile(delivery.photos / "lamp.jpg", photos / "lamp.jpg")
    for engine in ("rembg:u2netp", "auto"):
        made = watched("prepare", photos, "--out", tmp_path / engine[:5], *QUICK, "--engine", engine)
        assert made.code in (Exit.READY, Exit.NOT_READY), made.err
        assert "rembg:u2netp" in (tmp_path / engine[:5] / "manifest.csv").read_text("utf-8-sig")
    assert watched.reached == ""

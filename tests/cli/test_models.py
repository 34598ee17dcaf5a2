"""`whitecove models`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli, product, save
from tests.models.graphs import graph
from whitecove.cli.exit_codes import Exit
from whitecove.models.catalogue import catalogue


def test_list_shows_licence_and_use_of_every_model(cli: Cli) -> None:
    out = cli("models", "list").out
    for model in catalogue():
        assert model.name in out
        assert model.licence in out
        assert model.good_at in out
    assert out.count("not for commercial use") == sum(not model.commercial for model in catalogue())
    assert "✓ here" not in out


def test_a_foreign_file_is_refused(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "u2netp.onnx").write_bytes(b"no model")
    ended = cli("models", "import", tmp_path / "u2netp.onnx")
    assert ended.code == Exit.CANNOT_RUN
    assert "u2netp.onnx" in ended.err


@pytest.mark.weights
def test_import_list_verify(cli: Cli, models_with_u2netp: dict[str, Path], home: Path) -> None:
    assert cli("models", "import", models_with_u2netp["u2netp"]).code == Exit.READY
    assert "u2netp  ✓ here" in cli("models", "list").out
    assert cli("models", "verify").code == Exit.READY
    stored = home / "models" / "u2netp" / "u2netp.onnx"
    stored.write_bytes(stored.read_bytes()[:-1])
    assert "u2netp  ✗ damaged" in cli("models", "list").out
    damaged = cli("models", "verify")
    assert damaged.code == Exit.NOT_READY
    assert "u2netp is damaged" in damaged.out
    assert str(stored) in damaged.out


def test_list_as_json(cli: Cli, home: Path) -> None:
    *models, summary = cli("models", "list", "--json").lines
    assert [row["name"] for row in models] == [model.name for model in catalogue()]
    assert {row["state"] for row in models} == {"not here"}
    assert all(row["bytes"] > 1e6 and row["speed"] and row["licence"] for row in models)
    assert summary == {
        "event": "summary", "here": 0, "damaged": 0, "folder": str(home / "models"), "never_connect": False,
        "exit_code": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["verify", "u2net"], Exit.CANNOT_RUN),
        (["remove", "u2net"], Exit.CANNOT_RUN),
        (["remove", "nope"], Exit.USAGE),
        (["verify", ".."], Exit.USAGE),
        (["import", "gone.onnx"], Exit.CANNOT_RUN),
        (["import", "gone.onnx", "--as", "mine"], Exit.USAGE),
        (["import", "gone.onnx", "--as", "mine", "--kind", "sam"], Exit.USAGE),
        (["offline", "maybe"], Exit.USAGE),
    ],
)
def test_bad_input_is_a_sentence(cli: Cli, arguments: list[str], code: Exit) -> None:
    ended = cli("models", *arguments)
    assert (ended.code, ended.out) == (code, "")
    assert ended.err.strip()


@pytest.fixture
def damaged(home: Path) -> Path:
    """A file under the name of a model, with other bytes."""
    file = home / "models" / "u2netp" / "u2netp.onnx"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"damaged")
    return file


@pytest.mark.parametrize("wanted", ["prepare", "cutout"])
def test_a_damaged_model_is_refused_and_named(cli: Cli, damaged: Path, tmp_path: Path, wanted: str) -> None:
    photo = save(product(), tmp_path / "lamp.jpg")
    ended = cli(wanted, photo, "--out", tmp_path / "out", "--engine", "rembg:u2netp")
    assert (ended.code, ended.out) == (Exit.CANNOT_RUN, "")
    assert "u2netp is damaged" in ended.err
    assert "models download u2netp" in ended.err
    assert not (tmp_path / "out").exists()


def test_auto_says_what_it_has_to_do_without(cli: Cli, damaged: Path, tmp_path: Path) -> None:
    photo = save(product(), tmp_path / "lamp.jpg")
    ended = cli("cutout", photo, "--out", tmp_path / "out", "--engine", "auto")
    assert ended.code == Exit.READY
    assert "u2netp is damaged, so it is not used" in ended.err
    assert "(backdrop," in ended.out


def test_who_needs_no_model_hears_nothing_of_a_damaged_one(cli: Cli, damaged: Path, tmp_path: Path) -> None:
    photo = save(product(), tmp_path / "lamp.jpg")
    assert cli("cutout", photo, "--out", tmp_path / "out", "--engine", "backdrop").err == ""


def test_remove_takes_a_damaged_file_away(cli: Cli, damaged: Path) -> None:
    assert cli("models", "verify").code == Exit.NOT_READY
    assert cli("models", "remove", "u2netp").code == Exit.READY
    assert not damaged.exists()
    assert cli("models", "verify").code == Exit.READY


def test_an_own_model(cli: Cli, tmp_path: Path) -> None:
    file = graph(tmp_path / "tiny.onnx", 320)
    assert cli("models", "import", file, "--as", "mugs", "--kind", "u2net").code == Exit.READY
    assert "mugs  ✓ here" in cli("models", "list").out
    row = next(row for row in cli("models", "list", "--json").lines if row.get("name") == "mugs")
    assert (row["own"], row["state"], row["licence"]) == (True, "here", None)
    refused = cli("models", "download", "mugs")
    assert refused.code == Exit.CANNOT_RUN
    assert "your own" in refused.err
    stored = Path(row["file"])
    stored.write_bytes(stored.read_bytes()[:-1])
    asked = cli("cutout", save(product(), tmp_path / "lamp.jpg"), "--out", tmp_path / "out", "--engine", "rembg:mugs")
    assert asked.code == Exit.CANNOT_RUN
    assert "models remove mugs" in asked.err

"""`whitecove models`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli
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

"""Manifests of earlier runs: read in part where a part does no harm, and all or nothing where it would."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.batch.made_up import batch
from whitecove.batch.delivery.lists import read_rows, write_lists
from whitecove.batch.delivery.manifest import FIELDS, SCHEMA, as_json
from whitecove.batch.written import all_listed, listed

ROWS = [{"file": f"S/{number}.jpg", "state": "ready"} for number in range(4)]
TEXT = as_json("aliexpress", ROWS)


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    path = tmp_path / "manifest.json"
    path.write_bytes(TEXT)
    return path


def test_a_whole_manifest_is_read_however_it_is_laid_out(manifest: Path) -> None:
    expected = [{"file": row["file"], "sku": None} for row in ROWS]
    assert all_listed(manifest, SCHEMA, ("file", "sku")) == expected
    for indent in (None, 2):
        manifest.write_text(json.dumps(json.loads(TEXT), indent=indent), "utf-8")
        assert all_listed(manifest, SCHEMA, ("file", "sku")) == expected
        assert list(listed(manifest, SCHEMA)) == ROWS


def test_one_without_rows_is_not_one_that_is_missing(manifest: Path) -> None:
    manifest.write_bytes(as_json("aliexpress", []))
    assert all_listed(manifest, SCHEMA, FIELDS) == []
    manifest.unlink()
    assert all_listed(manifest, SCHEMA, FIELDS) is None


def test_another_schema_is_not_read(manifest: Path) -> None:
    assert all_listed(manifest, SCHEMA + 1, FIELDS) is None
    assert not list(listed(manifest, SCHEMA + 1))


@given(st.integers(0, len(TEXT.rstrip()) - 1))
def test_a_torn_manifest_is_never_taken_for_a_shorter_one(tmp_path_factory: pytest.TempPathFactory, end: int) -> None:
    path = tmp_path_factory.mktemp("torn") / "manifest.json"
    path.write_bytes(TEXT[:end])
    assert all_listed(path, SCHEMA, FIELDS) is None
    found = list(listed(path, SCHEMA))
    assert found == ROWS[: len(found)]


def test_a_damaged_row_costs_itself_or_all(manifest: Path) -> None:
    manifest.write_bytes(TEXT.replace(b'{"file": "S/1.jpg"', b'{"file": "S/1.jpg'))
    assert all_listed(manifest, SCHEMA, FIELDS) is None
    assert list(listed(manifest, SCHEMA)) == [ROWS[0], *ROWS[2:]]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_lists(batch(tmp_path / "photos", out), out)
    rows = read_rows(out / "manifest.json")
    assert rows == json.loads((out / "manifest.json").read_bytes())["files"]

"""The store: what is in it is whole, known, and allowed."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

from whitecove.core.errors import ModelError
from whitecove.models import catalogue as catalogue_module
from whitecove.models import seals, store
from whitecove.models.catalogue import KnownFile, Model
from whitecove.models.copying import not_stored

FREE, PAID = b"weights that anyone may use", b"weights not for sellers"


def _model(name: str, data: bytes, *, commercial: bool) -> Model:
    file = KnownFile(precision="single", name=f"{name}.onnx", bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
    return Model(
        name=name, licence="X", commercial=commercial, speed="fast", good_at="Tests.", origin="here", files=(file,)
    )


@pytest.fixture(autouse=True)
def small_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of two models of a few bytes: the real ones have hundreds of megabytes."""
    known = (_model("free", FREE, commercial=True), _model("paid", PAID, commercial=False))
    for module in (catalogue_module, store):
        monkeypatch.setattr(module, "catalogue", lambda: known)


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return tmp_path / "models"


def _file(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "some download (1).bin"
    path.write_bytes(data)
    return path


def test_a_model_is_recognised_by_its_content(tmp_path: Path, models: Path) -> None:
    assert store.import_model(_file(tmp_path, FREE), models).name == "free"
    assert store.installed(models) == {"free": models / "free" / "free.onnx"}
    assert (models / "free" / "free.onnx").read_bytes() == FREE


def test_nothing_is_installed_where_there_is_no_store(models: Path) -> None:
    assert store.installed(models) == {}
    assert store.verify(models) == []
    assert not models.exists()


@pytest.mark.parametrize(("data", "code"), [(b"else", "model.not_recognised"), (PAID, "model.not_commercial")])
def test_what_may_not_come_in_leaves_no_trace(tmp_path: Path, models: Path, data: bytes, code: str) -> None:
    with pytest.raises(ModelError) as caught:
        store.import_model(_file(tmp_path, data), models)
    assert caught.value.code == code
    assert not models.exists()


def test_a_licence_can_be_accepted(tmp_path: Path, models: Path) -> None:
    assert store.import_model(_file(tmp_path, PAID), models, accept_licence=True).name == "paid"


@pytest.mark.parametrize("path", ["missing.onnx", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, models: Path, path: str) -> None:
    with pytest.raises(ModelError, match="no file"):
        store.import_model(tmp_path / path, models)


def test_a_file_that_changed_is_not_installed(tmp_path: Path, models: Path) -> None:
    store.import_model(_file(tmp_path, FREE), models)
    stored = models / "free" / "free.onnx"
    stored.write_bytes(FREE[::-1])
    os.utime(stored, ns=(1, 1))
    assert store.installed(models) == {}
    assert [check.sound for check in store.verify(models)] == [False]


def test_verify_does_not_trust_what_is_remembered(tmp_path: Path, models: Path) -> None:
    store.import_model(_file(tmp_path, FREE), models)
    stored = models / "free" / "free.onnx"
    state = stored.stat()
    stored.write_bytes(FREE[::-1])
    os.utime(stored, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert store.installed(models)
    assert [check.sound for check in store.verify(models)] == [False]
    assert store.installed(models) == {}


def test_a_file_is_hashed_once(tmp_path: Path, models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored = models / "free" / "free.onnx"
    stored.parent.mkdir(parents=True)
    stored.write_bytes(FREE)
    assert "free" in store.installed(models)
    monkeypatch.setattr(seals, "hashed", lambda _: pytest.fail("hashed again"))
    assert "free" in store.installed(models)


def test_a_damaged_memory_is_no_memory(tmp_path: Path, models: Path) -> None:
    store.import_model(_file(tmp_path, FREE), models)
    (models / "free" / "verified.json").write_text('{"size": 3', "utf-8")
    assert "free" in store.installed(models)


def test_another_models_file_under_this_name_is_not_used(tmp_path: Path, models: Path) -> None:
    store.import_model(_file(tmp_path, FREE), models)
    wrong = models / "paid" / "paid.onnx"
    wrong.parent.mkdir()
    wrong.write_bytes(FREE)
    assert list(store.installed(models)) == ["free"]


def test_importing_again_replaces_a_damaged_file(tmp_path: Path, models: Path) -> None:
    source = _file(tmp_path, FREE)
    store.import_model(source, models)
    (models / "free" / "free.onnx").write_bytes(b"")
    store.import_model(source, models)
    assert list(store.installed(models)) == ["free"]
    assert sorted(path.name for path in (models / "free").iterdir()) == ["free.onnx", "verified.json"]


def test_a_store_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("in the way", "utf-8")
    with pytest.raises(ModelError, match="could not be stored"):
        store.import_model(_file(tmp_path, FREE), tmp_path / "models")


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "model.disk_full"), (errno.EACCES, "model.not_stored")])
def test_what_the_system_refuses_is_said(tmp_path: Path, number: int, code: str) -> None:
    assert not_stored(OSError(number, "why"), tmp_path).code == code

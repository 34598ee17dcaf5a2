"""People's own models: tried before they are taken, sealed, and never under a name that means something else."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.core.engines.scenes import disc, iou, photo, sweep
from tests.models.graphs import graph
from tests.models.small import known, small
from tests.pictures import picture
from whitecove.batch.identity import batch_identity
from whitecove.core.engines.registry import make_engine
from whitecove.core.errors import ModelError
from whitecove.models import own, store

SIDES = {"u2net": 320, "dis": 1024}


def take(file: Path, models: Path, name: str = "mugs", kind: str = "u2net") -> own.OwnModel:
    return own.import_own(file, models, store.recognised(file), name, kind)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return graph(tmp_path / "export (3).onnx", 320)


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return tmp_path / "models"


@pytest.mark.parametrize("kind", SIDES)
def test_an_own_model_cuts_out(tmp_path: Path, models: Path, kind: str) -> None:
    file = take(graph(tmp_path / "own.onnx", SIDES[kind]), models, kind=kind).file
    assert file == models / "own" / "mugs" / f"mugs.{kind}.onnx"
    here = store.installed(models)
    assert here == {"mugs": file}
    matte = disc()
    cutout = make_engine("rembg:mugs", here).cut(picture(photo(matte, (200, 40, 40), sweep())))
    assert cutout.engine == "rembg:mugs"
    assert iou(cutout.matte, matte) > 0.9


@pytest.mark.parametrize("kind", SIDES)
def test_the_kind_must_be_right(tmp_path: Path, models: Path, kind: str) -> None:
    other = {"u2net": "dis", "dis": "u2net"}[kind]
    with pytest.raises(ModelError, match="Try the other kind"):
        take(graph(tmp_path / "own.onnx", SIDES[kind]), models, kind=other)
    assert not (models / "own").exists() or not list((models / "own").iterdir())


@pytest.mark.parametrize("data", [b"", b"no model", b"\x08\x08"])
def test_what_is_no_model_is_not_taken(tmp_path: Path, models: Path, data: bytes) -> None:
    (tmp_path / "own.onnx").write_bytes(data)
    with pytest.raises(ModelError) as caught:
        take(tmp_path / "own.onnx", models)
    assert caught.value.code == "model.does_not_work"
    assert store.held(models) == []
    assert not list(models.rglob("*.onnx"))


@pytest.mark.parametrize(
    "name", ["", "..", "../u2netp", "a/b", "a\\b", "A", "mugs.dis", "-x", "杯子", "con", "com1", "x" * 41, "a b", "a\n"]
)
def test_names_are_safe(tiny: Path, models: Path, name: str) -> None:
    with pytest.raises(ModelError) as caught:
        take(tiny, models, name)
    assert caught.value.code == "model.bad_name"
    assert not models.exists()
    with pytest.raises(ModelError):
        store.remove(models, name)


def test_no_name_of_the_catalogue_and_none_twice(tiny: Path, models: Path) -> None:
    with pytest.raises(ModelError, match="catalogue"):
        take(tiny, models, "u2netp")
    take(tiny, models)
    with pytest.raises(ModelError, match="of yours"):
        take(tiny, models)


def test_a_known_model_has_its_own_name_and_licence(tiny: Path, models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known(monkeypatch, small(tiny.read_bytes(), commercial=False))
    with pytest.raises(ModelError, match="small"):
        take(tiny, models)


def test_a_model_that_changed_is_damaged(tiny: Path, models: Path) -> None:
    file = take(tiny, models).file
    assert [each.sound for each in store.verify(models, ["mugs"])] == [True]
    state = file.stat()
    file.write_bytes(file.read_bytes()[:-1] + b"\0")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert [each.sound for each in store.verify(models)] == [False]
    assert store.installed(models) == {}


@pytest.mark.parametrize("note", [None, "", "[]", '{"sha256": null}'])
def test_without_its_seal_a_model_is_not_trusted(tiny: Path, models: Path, note: str | None) -> None:
    seal = take(tiny, models).file.with_name("sealed.json")
    seal.unlink()
    if note is not None:
        seal.write_text(note, "utf-8")
    assert [each.sound for each in store.held(models)] == [False]


def test_the_kind_is_part_of_what_results_depend_on(tiny: Path, models: Path) -> None:
    file = take(tiny, models).file
    other = file.with_name("mugs.dis.onnx")
    shutil.copyfile(file, other)
    one, two = (batch_identity("", "rembg:mugs", {"mugs": path}) for path in (file, other))
    assert one != two


def test_remove(tiny: Path, models: Path) -> None:
    take(tiny, models)
    store.remove(models, "mugs")
    assert store.held(models) == []
    assert not (models / "own" / "mugs").exists()
    with pytest.raises(ModelError):
        store.remove(models, "mugs")

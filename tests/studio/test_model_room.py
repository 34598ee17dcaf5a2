"""The room of cutout models: what there is, and all that is done with them, without keeping the floor."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.models.graphs import graph
from tests.models.mirror import Mirror, cut, stalled, status
from tests.models.small import DATA, known, small
from tests.studio.hearing import Ear
from whitecove import settings
from whitecove.studio.asks import Refused
from whitecove.studio.floor.model_room import ModelRoom
from whitecove.studio.model_asks import (
    BUILT_IN,
    CancelModel,
    Deed,
    Downloading,
    DownloadModel,
    ImportModel,
    ListModels,
    MeasureModel,
    ModelDone,
    ModelRow,
    Models,
    ModelState,
    RemoveModel,
    VerifyModel,
    Why,
)


class Asker:
    """A room that is asked, and what it says."""

    def __init__(self, store: Path) -> None:
        self.ear = Ear()
        self.room = ModelRoom(self.ear, store)

    def ask(self, ask: object) -> None:
        if not self.room.heard(ask):
            self.room.doors[type(ask)](ask)

    def done(self, ask: object) -> Deed:
        self.ask(ask)
        return self.ear.next(ModelDone).deed

    def refused(self, ask: object) -> str:
        self.ask(ask)
        return self.ear.next(Refused).code

    def rows(self) -> dict[str, ModelRow]:
        self.ask(ListModels())
        return {row.name: row for row in self.ear.next(Models).rows}


@pytest.fixture
def asker(store: Path) -> Iterator[Asker]:
    made = Asker(store)
    yield made
    made.room.close()


@pytest.fixture
def mirrored(mirror: Mirror, monkeypatch: pytest.MonkeyPatch) -> Mirror:
    """The mirror, as the person's."""
    monkeypatch.setenv("WHITECOVE_MIRROR", mirror.url)
    return mirror


def test_the_catalogue_is_listed(asker: Asker, store: Path) -> None:
    asker.ask(ListModels(device="cpu"))
    said = asker.ear.next(Models)
    assert [row.name for row in said.rows][:2] == ["u2netp", "u2net"]
    assert {row.state for row in said.rows} == {ModelState.ABSENT}
    assert [row.name for row in said.rows if not row.commercial] == ["bria-rmbg"]
    assert (said.folder, said.device.label, said.device.why) == (store, "cpu", Why.ASKED)
    assert not store.exists()


def test_a_model_is_fetched(asker: Asker, mirrored: Mirror, store: Path) -> None:
    asker.ask(DownloadModel(name="small"))
    first = asker.ear.next(Downloading)
    assert (first.done, first.host) == (0, f"127.0.0.1:{mirrored.server_address[1]}")
    assert asker.ear.next(ModelDone).deed is Deed.DOWNLOADED
    last = [each for each in asker.ear.passed if isinstance(each, Downloading)][-1]
    assert (last.done, last.total) == (len(DATA), len(DATA))
    row = next(row for row in asker.ear.next(Models).rows if row.name == "small")
    assert (row.state, row.bytes) == (ModelState.HERE, len(DATA))
    assert (store / "small" / "small.onnx").read_bytes() == DATA


def test_what_is_cancelled_is_kept_and_goes_on(asker: Asker, mirrored: Mirror) -> None:
    mirrored.faults = [stalled(200_000)]
    asker.ask(DownloadModel(name="small"))
    while asker.ear.next(Downloading).done == 0:
        pass
    asker.ask(CancelModel(name="small"))
    mirrored.released.set()
    assert asker.ear.next(ModelDone).deed is Deed.CANCELLED
    row = asker.rows()["small"]
    assert row.state is ModelState.PART
    assert 0 < row.kept <= 200_000
    asker.ask(DownloadModel(name="small"))
    assert asker.ear.next(Downloading).done == row.kept
    assert asker.ear.next(ModelDone).deed is Deed.DOWNLOADED
    assert asker.rows()["small"].state is ModelState.HERE


def test_trouble_is_told_and_the_rest_kept(asker: Asker, mirrored: Mirror) -> None:
    mirrored.faults = [cut(100_000), status(503)]
    assert asker.refused(DownloadModel(name="small")) == "model.not_downloaded_kept"
    troubles = [each.trouble for each in asker.ear.passed if isinstance(each, Downloading) and each.trouble]
    assert len(troubles) == 2
    assert asker.rows()["small"].state is ModelState.PART


def test_asked_twice_it_is_fetched_once(asker: Asker, mirrored: Mirror) -> None:
    asker.ask(DownloadModel(name="small"))
    asker.ask(DownloadModel(name="small"))
    assert asker.ear.next(ModelDone).deed is Deed.DOWNLOADED
    assert asker.rows()["small"].state is ModelState.HERE
    assert len(mirrored.asked) == 1


def test_who_never_connects_fetches_nothing(asker: Asker, mirrored: Mirror) -> None:
    settings.store({"never_connect": True})
    assert asker.refused(DownloadModel(name="small")) == "model.offline"
    asker.ask(ListModels())
    said = asker.ear.next(Models)
    assert (said.never_connect, said.outside) == (True, False)
    assert mirrored.asked == []


def test_a_licence_must_be_accepted(asker: Asker, mirrored: Mirror, monkeypatch: pytest.MonkeyPatch) -> None:
    known(monkeypatch, small(commercial=False))
    assert asker.refused(DownloadModel(name="small")) == "model.not_commercial"
    assert mirrored.asked == []
    assert asker.done(DownloadModel(name="small", accept_licence=True)) is Deed.DOWNLOADED


def test_a_file_is_brought_in_looked_after_and_removed(
    asker: Asker, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(monkeypatch, small())
    (tmp_path / "somewhere.bin").write_bytes(DATA)
    assert asker.done(ImportModel(file=tmp_path / "somewhere.bin")) is Deed.IMPORTED
    assert asker.done(VerifyModel(name="small")) is Deed.SOUND
    (store / "small" / "small.onnx").write_bytes(DATA[::-1])
    assert asker.done(VerifyModel(name="small")) is Deed.DAMAGED
    assert asker.rows()["small"].state is ModelState.DAMAGED
    assert asker.refused(MeasureModel(name="small")) == "model.damaged"
    assert asker.done(RemoveModel(name="small")) is Deed.REMOVED
    assert asker.rows()["small"].state is ModelState.ABSENT


def test_a_file_that_is_no_model_is_refused(asker: Asker, tmp_path: Path) -> None:
    (tmp_path / "cat.onnx").write_bytes(b"no")
    assert asker.refused(ImportModel(file=tmp_path / "cat.onnx")) == "model.not_recognised"


def test_an_own_model_is_tried_and_measured(asker: Asker, store: Path, tmp_path: Path) -> None:
    file = graph(tmp_path / "export.onnx", 320)
    assert asker.done(ImportModel(file=file, name="mugs", kind="u2net")) is Deed.IMPORTED
    assert asker.done(MeasureModel(name="mugs", device="cpu")) is Deed.MEASURED
    speed = asker.ear.next(Models).speeds["mugs"]
    assert speed.seconds > 0
    assert speed.label == "cpu"
    assert ModelRoom(asker.ear, store)._speeds == {"mugs": speed}


def test_the_way_without_a_model_is_measured(asker: Asker, store: Path) -> None:
    assert asker.done(MeasureModel(name=BUILT_IN)) is Deed.MEASURED
    assert json.loads((store / "speeds.json").read_text("utf-8"))["speeds"][""]["label"] == "cpu"


@pytest.mark.weights
def test_a_real_model_is_measured(asker: Asker, store: Path, shared: Path) -> None:
    (store / "u2netp").mkdir(parents=True)
    shutil.copy(shared / "models" / "u2netp.onnx", store / "u2netp" / "u2netp.onnx")
    assert asker.done(MeasureModel(name="u2netp")) is Deed.MEASURED
    assert 0 < asker.ear.next(Models).speeds["u2netp"].seconds < 60


def test_measuring_can_be_left_off(asker: Asker, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whitecove.studio.floor.measuring._measure", _never_ends)
    asker.ask(MeasureModel(name=BUILT_IN))
    assert asker.done(CancelModel(name=BUILT_IN)) is Deed.CANCELLED
    assert not store.exists()


def test_what_dies_is_told(asker: Asker, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whitecove.studio.floor.measuring._measure", _dies)
    assert asker.refused(MeasureModel(name=BUILT_IN)) == "studio.measure_died"
    assert asker.rows()


def _dies(answer: object, *_: object) -> None:
    raise SystemExit(9)


def _never_ends(answer: object, *_: object) -> None:
    threading.Event().wait()

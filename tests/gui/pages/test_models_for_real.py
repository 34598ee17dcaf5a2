"""A model is fetched over HTTP, measured and removed: the page, the floor in its process, a server on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.models.conftest import loopback
from tests.models.mirror import serving
from whitecove import paths
from whitecove.gui.bridge import Bridge
from whitecove.gui.pages.model_shelf import ModelShelf
from whitecove.gui.pages.models import ModelsPage
from whitecove.gui.pages.preferences import Preferences
from whitecove.studio.model_asks import Deed, ModelDone, ModelState

__all__ = ["loopback"]
PATIENCE_MS = 120_000


@pytest.fixture
def page(qtbot: QtBot, loopback: None, shared: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelsPage]:
    with serving((shared / "models" / "u2netp.onnx").read_bytes()) as mirror:
        monkeypatch.setenv("WHITECOVE_MIRROR", mirror.url)
        bridge = Bridge()
        made = ModelsPage(ModelShelf(bridge, bridge), Preferences(parent=bridge))
        qtbot.addWidget(made)
        with qtbot.waitSignal(made.shelf.changed, timeout=PATIENCE_MS):
            made.show()
        yield made
        bridge.close()
        bridge.deleteLater()


@pytest.mark.weights
def test_a_model_comes_is_measured_and_goes(qtbot: QtBot, page: ModelsPage) -> None:
    done: list[ModelDone] = []
    page.shelf.done.connect(done.append)
    card = page.cards["u2netp"]
    file = paths.models_dir() / "u2netp" / "u2netp.onnx"
    for press, there in ((card.download, True), (card.measure, True), (card.remove, False)):
        with qtbot.waitSignal(page.shelf.changed, timeout=PATIENCE_MS):
            press.click()
            if press is card.remove:
                press.click()
        assert file.exists() is there
    assert [each.deed for each in done] == [Deed.DOWNLOADED, Deed.MEASURED, Deed.REMOVED]
    row = page.shelf.row("u2netp")
    assert row is not None
    assert row.state is ModelState.ABSENT
    assert "s a photo here" in card.facts.text()

"""The cutout models as the window knows them: what the floor said of them last, and what is being done with each."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from whitecove.gui.bridge import FLOOR, Bridge
from whitecove.gui.pages.pace import Pace
from whitecove.gui.pages.refusals import on_screen
from whitecove.studio.asks import Refused
from whitecove.studio.model_asks import (
    ASKS,
    CancelModel,
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
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What could not be done with a model (none: with a file): the message's code, and a sentence for the screen."""

    name: str
    code: str
    sentence: str
    ask: object


class ModelShelf(QObject):
    """``changed``: `models` are others. ``moved`` (a name): a download went on. ``done`` (`ModelDone`) and ``refused``
    (`Trouble`): something ended, well or not. ``busy`` are what was asked of models and is under way."""

    changed = Signal()
    moved = Signal(str)
    done = Signal(object)
    refused = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.models: Models | None = None
        self.busy: dict[str, object] = {}
        self.downloads: dict[str, Downloading] = {}
        self.paces: dict[str, Pace] = {}
        self._device = "auto"
        bridge.listen(Models, self._listed)
        bridge.listen(Downloading, self._downloading)
        bridge.listen(ModelDone, self._done)
        bridge.listen(Refused, self._refused)
        bridge.lost.connect(self._lost)

    def look(self, device: str = "auto") -> None:
        """Asks what there is; ``device`` is the option of that name."""
        self._device = device
        self._bridge.send(FLOOR, ListModels(device=device))

    def here(self) -> list[str]:
        """The names of the models that can be used."""
        rows = self.models.rows if self.models else ()
        return [row.name for row in rows if row.state is ModelState.HERE]

    def row(self, name: str) -> ModelRow | None:
        """What is known of a model."""
        rows = self.models.rows if self.models else ()
        return next((row for row in rows if row.name == name), None)

    def download(self, name: str, *, accept_licence: bool = False) -> None:
        """Fetches a model, or the rest of it."""
        self._begin(name, DownloadModel(name=name, accept_licence=accept_licence))

    def measure(self, name: str, device: str, passes: str) -> None:
        """Takes the time of a model."""
        self._begin(name, MeasureModel(name=name, device=device, passes=passes))

    def verify(self, name: str) -> None:
        """Looks at a model's bytes."""
        self._begin(name, VerifyModel(name=name))

    def remove(self, name: str) -> None:
        """Removes a model."""
        self._begin(name, RemoveModel(name=name))

    def take(self, file: Path, *, accept_licence: bool = False, name: str = "", kind: str = "") -> None:
        """Brings a file in."""
        self._bridge.send(FLOOR, ImportModel(file=file, accept_licence=accept_licence, name=name, kind=kind))

    def cancel(self, name: str) -> None:
        """Leaves off."""
        self._bridge.send(FLOOR, CancelModel(name=name))

    def _begin(self, name: str, ask: object) -> None:
        if name not in self.busy:
            self.busy[name] = ask
            self._bridge.send(FLOOR, ask)
            self.moved.emit(name)

    def _listed(self, said: Models) -> None:
        self.models = said
        self.changed.emit()

    def _downloading(self, said: Downloading) -> None:
        self.downloads[said.name] = said
        if not said.trouble:
            self.paces.setdefault(said.name, Pace()).add(time.monotonic(), said.done)
        self.moved.emit(said.name)

    def _done(self, said: ModelDone) -> None:
        self._end(said.name)
        self.done.emit(said)

    def _refused(self, said: Refused) -> None:
        if isinstance(said.ask, ASKS):
            name = str(getattr(said.ask, "name", ""))
            self._end(name)
            sentence = on_screen(said.code, said.sentence)
            self.refused.emit(Trouble(name=name, code=said.code, sentence=sentence, ask=said.ask))

    def _end(self, name: str) -> None:
        self.busy.pop(name, None)
        self.downloads.pop(name, None)
        self.paces.pop(name, None)
        self.moved.emit(name)

    def _lost(self, room: str) -> None:
        if room == FLOOR:
            for name in list(self.busy):
                self._end(name)
            if self.models:
                self.look(self._device)

"""Cutout models: what there is, fetching, bringing in, looking after. Nothing here keeps the floor from its other work:
what takes long is done in threads."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from whitecove import paths, settings
from whitecove.core.errors import ModelError, WhitecoveError
from whitecove.core.messages import sentence
from whitecove.models import catalogue, own, store
from whitecove.models.addresses import host_of
from whitecove.models.download import Wish, download
from whitecove.models.events import Asked, Event, Failed, Progress
from whitecove.models.partial import Partial
from whitecove.models.transfer import Stopped
from whitecove.studio import model_asks as asks
from whitecove.studio.asks import Refused
from whitecove.studio.floor import measuring
from whitecove.studio.floor.measuring import Measuring
from whitecove.studio.model_asks import Deed, Device, ModelRow, ModelState, Why
from whitecove.studio.serving import Answer

log = logging.getLogger(__name__)

# Progress is told so often: more is seen by nobody.
TELL_SECONDS = 0.1
# How long downloads may take to end when the room is closed.
PATIENCE = 2.0


class ModelRoom:
    """The models in ``models_dir`` (none: the person's own store)."""

    def __init__(self, answer: Answer, models_dir: Path | None = None) -> None:
        self._answer = answer
        self.models_dir = models_dir or paths.models_dir()
        self._chores = ThreadPoolExecutor(1, thread_name_prefix="models")
        self._stops: dict[str, threading.Event] = {}
        self._downloads: list[threading.Thread] = []
        self._measuring, self._measured = Measuring(), "\0"
        self._speeds = measuring.recall(self.models_dir)
        self._device = "auto"
        self._closed = False
        self.doors: Mapping[type, Callable[[Any], None]] = {
            asks.ListModels: self._list,
            asks.DownloadModel: self._download,
            asks.ImportModel: partial(self._chore, self._import),
            asks.VerifyModel: partial(self._chore, self._verify),
            asks.RemoveModel: partial(self._chore, self._remove),
            asks.MeasureModel: self._begin_to_measure,
        }

    def heard(self, ask: object) -> bool:
        """Leaving off must not wait; nor must the end of it all."""
        if ask is None:
            self._leave_off()
        if not isinstance(ask, asks.CancelModel):
            return False
        stop = self._stops.get(ask.name)
        if stop:
            stop.set()
        if self._measured == ask.name:
            self._measuring.kill()
        return True

    def close(self) -> None:
        """Ends what is under way; what was downloaded is kept."""
        self._closed = True
        self._leave_off()
        self._chores.shutdown(wait=False, cancel_futures=True)
        for thread in self._downloads:
            thread.join(PATIENCE)

    def _leave_off(self) -> None:
        for stop in list(self._stops.values()):
            stop.set()
        self._measuring.kill()

    # --- what there is

    def _list(self, ask: asks.ListModels) -> None:
        self._device = ask.device
        self._chore(self._tell, ask)

    def _tell(self, _ask: object = None) -> None:
        known = settings.load()
        here = {each.name: each for each in store.held(self.models_dir)}
        rows = [self._row(model, here.get(model.name)) for model in catalogue.catalogue()]
        rows += [_own_row(each) for each in here.values() if each.kind]
        self._answer(
            asks.Models(
                rows=tuple(rows),
                folder=self.models_dir,
                device=_device(self._device),
                speeds=dict(self._speeds),
                never_connect=known.never_connect,
                outside=settings.is_forbidden_outside(),
            )
        )

    def _row(self, model: catalogue.Model, here: store.Held | None) -> ModelRow:
        kept = Partial(store.place(self.models_dir, model.name).parent).size
        state = ModelState.PART if kept else ModelState.ABSENT
        if here:
            state = ModelState.HERE if here.sound else ModelState.DAMAGED
        return ModelRow(
            name=model.name,
            state=state,
            bytes=here.file.stat().st_size if here else model.files[0].bytes,
            kept=kept,
            licence=model.licence,
            commercial=model.commercial,
            speed=model.speed,
            good_at=model.good_at,
            origin=model.origin,
        )

    # --- what is done with them

    def _download(self, ask: asks.DownloadModel) -> None:
        if ask.name in self._stops:
            return
        self._stops[ask.name] = stop = threading.Event()
        self._downloads = [each for each in self._downloads if each.is_alive()]
        thread = threading.Thread(target=self._attempt, args=(partial(self._fetch, stop), ask), name=f"get {ask.name}")
        self._downloads.append(thread)
        thread.start()

    def _fetch(self, stop: threading.Event, ask: asks.DownloadModel) -> None:
        known = settings.load()
        wish = Wish(
            model=ask.name,
            mirrors=known.mirrors,
            accept_licence=ask.accept_licence,
            never_connect=known.never_connect,
        )
        deed = Deed.DOWNLOADED
        try:
            download(wish, self.models_dir, _News(ask.name, self._answer).tell, stop.is_set)
        except Stopped:
            deed = Deed.CANCELLED
        finally:
            self._stops.pop(ask.name, None)
        self._answer(asks.ModelDone(name=ask.name, deed=deed))

    def _import(self, ask: asks.ImportModel) -> None:
        if ask.name:
            made = own.import_own(ask.file, self.models_dir, store.recognised(ask.file), ask.name, ask.kind)
            self._answer(asks.ModelDone(name=made.name, deed=Deed.IMPORTED))
            return
        model = store.import_model(ask.file, self.models_dir, accept_licence=ask.accept_licence)
        self._answer(asks.ModelDone(name=model.name, deed=Deed.IMPORTED))

    def _verify(self, ask: asks.VerifyModel) -> None:
        for each in store.verify(self.models_dir, [ask.name]):
            self._answer(asks.ModelDone(name=each.name, deed=Deed.SOUND if each.sound else Deed.DAMAGED))

    def _remove(self, ask: asks.RemoveModel) -> None:
        store.remove(self.models_dir, ask.name)
        self._answer(asks.ModelDone(name=ask.name, deed=Deed.REMOVED))

    def _begin_to_measure(self, ask: asks.MeasureModel) -> None:
        if ask.name not in self._stops:
            self._stops[ask.name] = stop = threading.Event()
            self._chore(partial(self._measure, stop), ask)

    def _measure(self, stop: threading.Event, ask: asks.MeasureModel) -> None:
        self._measured = ask.name
        try:
            file = self._sound(ask.name) if ask.name != asks.BUILT_IN else None
            speed = self._measuring.take(ask.name, file, (ask.device, ask.passes), stop)
        finally:
            self._stops.pop(ask.name, None)
        if speed:
            self._speeds[ask.name] = speed
            measuring.remember(self.models_dir, self._speeds)
        self._answer(asks.ModelDone(name=ask.name, deed=Deed.MEASURED if speed else Deed.CANCELLED))

    def _sound(self, name: str) -> Path:
        found = store.held_named(self.models_dir, [name])[0]
        if not found.sound:
            raise ModelError("model.damaged", model=name)
        return found.file

    # --- threads

    def _chore(self, do: Callable[[Any], None], ask: object) -> None:
        """One after the other."""
        self._chores.submit(self._attempt, do, ask)

    def _attempt(self, do: Callable[[Any], None], ask: object) -> None:
        """The boundary of what is done in threads: whatever goes wrong is told, and the room stays open."""
        try:
            do(ask)
        except WhitecoveError as error:
            self._answer(Refused(ask=ask, code=error.code, sentence=str(error)))
        except Exception as error:
            log.exception("%s went wrong", type(ask).__name__)
            reason = sentence("studio.unexpected", kind=type(error).__name__)
            self._answer(Refused(ask=ask, code="studio.unexpected", sentence=reason))
        if not isinstance(ask, asks.ListModels) and not self._closed:
            self._chores.submit(self._attempt, self._tell, asks.ListModels(device=self._device))


class _News:
    """What a download says, for a window: not more often than is seen."""

    def __init__(self, name: str, answer: Answer) -> None:
        self.name, self.answer = name, answer
        self.host, self.told = "", float("-inf")

    def tell(self, event: Event) -> None:
        """One event."""
        match event:
            case Asked():
                self.host = host_of(event.address)
                self.answer(asks.Downloading(name=self.name, done=event.kept, total=0, host=self.host))
            case Failed():
                self.answer(asks.Downloading(name=self.name, done=0, total=0, host=self.host, trouble=event.reason))
            case Progress():
                now = time.monotonic()
                if now - self.told >= TELL_SECONDS or event.done == event.total:
                    self.told = now
                    total = event.total or 0
                    self.answer(asks.Downloading(name=self.name, done=event.done, total=total, host=self.host))


def _own_row(here: store.Held) -> ModelRow:
    state = ModelState.HERE if here.sound else ModelState.DAMAGED
    return ModelRow(name=here.name, state=state, bytes=here.file.stat().st_size, kind=here.kind)


def _device(option: str) -> Device:
    """What computes models where the option ``device`` is that."""
    from whitecove.core.engines.providers import PROCESSOR, expected

    provider = expected(option)
    if provider is not PROCESSOR:
        return Device(label=provider.label, why=Why.FOUND)
    if option == "cpu":
        return Device(label=provider.label, why=Why.ASKED)
    runs = all(find_spec(name) for name in ("onnxruntime", "rembg"))
    return Device(label=provider.label, why=Why.NONE if runs else Why.NO_RUNTIME)

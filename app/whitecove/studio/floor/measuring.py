"""How fast a cutout is on this computer: a sample photo is cut out, in a process of its own, for a model may take more
memory than there is."""

from __future__ import annotations

import json
import logging
import multiprocessing
import os
import threading
import time
from collections.abc import Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from whitecove import paths
from whitecove.core.errors import ModelError, WhitecoveError
from whitecove.studio.model_asks import BUILT_IN, Speed

log = logging.getLogger(__name__)

SAMPLE = "mug.jpg"
# The first photo also loads the model; whoever takes longer over it than this is slow enough to be believed.
LONG = 10.0
SCHEMA = 1


class Measuring:
    """One at a time; `kill` may be called from another thread."""

    def __init__(self) -> None:
        self._process: multiprocessing.process.BaseProcess | None = None
        self._lock = threading.Lock()

    def take(self, name: str, file: Path | None, manner: tuple[str, str], stop: threading.Event) -> Speed | None:
        """How long the model ``name`` in ``file`` takes (none: the way without); None if it was stopped. ``manner`` are
        the options ``device`` and ``passes``. Who sets ``stop`` calls `kill`, too.

        Raises:
            WhitecoveError: the model does not work here.
        """
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_measure, args=(theirs, name, file, *manner), name=f"measuring {name}")
        with ours:
            with self._lock, theirs:
                if stop.is_set():
                    return None
                process.start()
                self._process = process
            said = _said(ours)
        process.join()
        with self._lock:
            self._process = None
        if stop.is_set():
            return None
        if isinstance(said, WhitecoveError):
            raise said
        return Speed(seconds=said[0], label=said[1])

    def kill(self) -> None:
        """Leaves off."""
        with self._lock:
            if self._process:
                self._process.kill()


def recall(models_dir: Path) -> dict[str, Speed]:
    """What was measured here before, by the model's name; what cannot be read was not."""
    try:
        found = json.loads(_file(models_dir).read_text("utf-8"))["speeds"]
        return {
            str(name): Speed(seconds=float(each["seconds"]), label=str(each["label"])) for name, each in found.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def remember(models_dir: Path, speeds: Mapping[str, Speed]) -> None:
    """Writes what was measured beside the models. A store that cannot be written forgets it with the program."""
    values = {name: {"seconds": each.seconds, "label": each.label} for name, each in speeds.items()}
    temporary = models_dir / f".speeds.{os.getpid()}.part"
    try:
        models_dir.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps({"schema": SCHEMA, "speeds": values}), "utf-8")
        temporary.replace(_file(models_dir))
    except OSError:
        log.warning("speeds are not kept", exc_info=True)


def _file(models_dir: Path) -> Path:
    return models_dir / "speeds.json"


def _said(answer: Connection) -> Any:  # noqa: ANN401 (an error, or seconds and label)
    try:
        return answer.recv()
    except EOFError:
        return ModelError("studio.measure_died")


def _measure(answer: Connection, name: str, file: Path | None, device: str, passes: str) -> None:
    """In the process."""
    from whitecove.batch.executors.workplace import set_up

    set_up()
    try:
        answer.send(_taken(name, file, device, passes))
    except WhitecoveError as error:
        answer.send(error)
    except Exception:
        log.exception("%s was measured", name)
        answer.send(ModelError("studio.measure_died"))


def _taken(name: str, file: Path | None, device: str, passes: str) -> tuple[float, str]:
    from whitecove.core.engines.registry import make_engine
    from whitecove.core.read import read_photo

    photo = read_photo(paths.resources() / "samples" / SAMPLE)
    spec = "backdrop" if name == BUILT_IN else f"rembg:{name}"
    engine = make_engine(spec, {name: file} if file else {}, device=device, passes=passes)
    seconds = LONG
    for _ in range(2):
        begun = time.monotonic()
        engine.cut(photo)
        seconds = time.monotonic() - begun
        if seconds >= LONG:
            break
    return seconds, engine.name.partition("@")[2] or "cpu"

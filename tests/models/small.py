"""A catalogue of one small model: the real ones have hundreds of megabytes."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from whitecove.models import catalogue as catalogue_module
from whitecove.models import store as store_module
from whitecove.models.catalogue import KnownFile, Model
from whitecove.models.download import Got, Wish, download
from whitecove.models.events import Event, Failed

DATA = random.Random(4).randbytes(300_000)  # noqa: S311 (only made up)


def small(data: bytes = DATA, *, commercial: bool = True, addresses: Sequence[str] = ()) -> Model:
    """The model ``small``, whose file has ``data`` in it."""
    file = KnownFile(
        precision="single",
        name="small.onnx",
        bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        addresses=tuple(addresses),
    )
    return Model(
        name="small", licence="X", commercial=commercial, speed="fast", good_at="Tests.", origin="", files=(file,)
    )


def known(monkeypatch: pytest.MonkeyPatch, *models: Model) -> None:
    """Makes these the only models of the catalogue."""
    for module in (catalogue_module, store_module):
        monkeypatch.setattr(module, "catalogue", lambda: models)


def fetch(store: Path, *mirrors: str, patience: float = 20.0, **wish: object) -> tuple[Got, list[Event]]:
    """Downloads the model from ``mirrors``; also what was said meanwhile."""
    events: list[Event] = []
    asked = Wish(model="small", mirrors=mirrors, patience=patience, **wish)  # type: ignore[arg-type]
    return download(asked, store, events.append), events


def failures(events: Sequence[Event]) -> list[str]:
    """Why addresses did not give the file."""
    return [event.reason for event in events if isinstance(event, Failed)]

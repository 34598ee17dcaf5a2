"""The progress bar: only where somebody watches."""

from __future__ import annotations

import io
import sys

import pytest

from tests.pictures import facts
from whitecove.batch.events import BatchStarted, PhotoFinished
from whitecove.cli.progress import bar
from whitecove.core.model import PhotoResult, State


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


EVENTS = (
    BatchStarted(photos=2, listings=1, resumed=1, about="", workers=1),
    PhotoFinished(
        sku="杯子",
        name="杯子[bold].jpg",
        result=PhotoResult(state=State.READY, reason="", facts=facts(1, 1)),
        done=1,
        total=2,
    ),
)


def shown(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, *, wanted: bool) -> str:
    """What a batch of `EVENTS` writes to ``stream`` as standard error."""
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with bar(wanted=wanted) as progress:
        for event in EVENTS:
            progress.show(event)
        progress.say("writing the report")
    return stream.getvalue()


def test_a_terminal_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(Terminal(), monkeypatch, wanted=True)
    assert "1/2" in text
    assert "writing the report" in text


@pytest.mark.parametrize(("stream", "wanted"), [(io.StringIO(), True), (Terminal(), False)])
def test_nobody_else_does(stream: io.StringIO, wanted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(stream, monkeypatch, wanted=wanted) == ""

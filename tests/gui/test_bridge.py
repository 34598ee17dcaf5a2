"""What rooms say comes in, whatever a listener or a room does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from whitecove.gui.bridge import FLOOR, GIVEN_UP, RESTARTS_AT_MOST, Bridge
from whitecove.studio.asks import Refused

ECHO = "tests.studio.rooms:Echo"
PATIENCE_MS = 30_000


@pytest.fixture
def bridge(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bridge]:
    monkeypatch.setattr("whitecove.gui.bridge.SETTLE_MS", {ECHO: 0, FLOOR: 0})
    made = Bridge()
    yield made
    made.close()
    made.deleteLater()


def test_a_listener_that_fails_keeps_nobody_from_hearing(bridge: Bridge, qtbot: QtBot) -> None:
    heard: list[tuple[int, object]] = []

    def fail(said: tuple[int, object]) -> None:
        raise RuntimeError("on purpose")

    bridge.listen(tuple, fail)
    bridge.listen(tuple, heard.append)
    with qtbot.captureExceptions() as exceptions:
        for number in range(3):
            bridge.send(ECHO, number)
        qtbot.waitUntil(lambda: len(heard) == 3, timeout=PATIENCE_MS)
    assert [said for _, said in heard] == [0, 1, 2]
    assert [kind for kind, _, _ in exceptions] == [RuntimeError] * 3


def test_a_room_that_dies_again_and_again_is_given_up_in_a_sentence(bridge: Bridge, qtbot: QtBot) -> None:
    sentences: list[tuple[str, str]] = []
    refused: list[Refused] = []
    bridge.given_up.connect(lambda code, sentence: sentences.append((code, sentence)))
    bridge.listen(Refused, refused.append)
    for _ in range(RESTARTS_AT_MOST + 1):
        assert not sentences
        with qtbot.waitSignal(bridge.lost, timeout=PATIENCE_MS):
            bridge.send(ECHO, "die")
    assert ECHO not in bridge.processes()
    bridge.start(ECHO)
    bridge.send(ECHO, "anyone?")
    qtbot.waitUntil(lambda: bool(refused), timeout=PATIENCE_MS)
    assert ECHO not in bridge.processes()
    assert (refused[0].ask, refused[0].code) == ("anyone?", GIVEN_UP)
    assert [code for code, _ in sentences] == [GIVEN_UP]
    assert "log" in sentences[0][1]

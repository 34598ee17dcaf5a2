"""The window may be closed in the middle of anything: it ends with all its processes, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.gui.end_to_end.person import Person
from tests.models.conftest import loopback
from tests.models.mirror import Mirror, serving, stalled
from whitecove.gui.progress import Phase

__all__ = ["loopback"]


def nothing(_person: Person, _goods: Path) -> None:
    """Right after the start."""


def gathering(person: Person, goods: Path) -> None:
    person.document.add([goods])
    assert person.document.progress.phase is Phase.GATHERING


def preparing(person: Person, goods: Path) -> None:
    person.drops(goods)
    person.does("prepare")
    person.waits(lambda: person.document.progress.phase is Phase.PREPARING)


def paused(person: Person, goods: Path) -> None:
    preparing(person, goods)
    person.does("pause")
    assert person.document.progress.phase is Phase.PAUSED


def opening(person: Person, goods: Path) -> None:
    person.drops(goods)
    person.does("erase-brush")
    assert person.window.touching.key


def drawing(person: Person, goods: Path) -> None:
    person.drops(goods)
    person.touches_up(person.shot("mug.jpg"), "erase-brush")
    person.draws((20, 20), (40, 20))


def with_all_pages_open(person: Person, goods: Path) -> None:
    person.drops(goods)
    person.prepares()
    for action in ("deliver", "keys", "settings"):
        person.comes_to(person.window)
        person.does(action)


@pytest.mark.parametrize(
    "busy",
    [nothing, gathering, preparing, paused, opening, drawing, with_all_pages_open],
    ids=lambda busy: busy.__name__,
)
def test_it_closes(person: Person, goods: Path, busy: Callable[[Person, Path], None]) -> None:
    busy(person, goods)
    asks = person.document.progress.is_running
    assert person.window.close() is not asks
    if asks:
        assert "Photos are being prepared. What is finished is kept, and the rest goes on next time." in person.strips()
        person.window.close()
    assert not person.window.isVisible()


def test_it_stops_and_closes_when_told_so(person: Person, goods: Path) -> None:
    preparing(person, goods)
    person.window.close()
    person.answers("Stop and close")
    person.waits(lambda: not person.window.isVisible())


def test_it_goes_on_when_told_so_and_asks_again(person: Person, goods: Path) -> None:
    preparing(person, goods)
    person.window.close()
    person.answers("Go on")
    if person.document.progress.is_running:
        assert not person.window.close()


@pytest.fixture
def slow(loopback: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mirror]:
    """A mirror that leaves off in the middle of a file."""
    with serving(bytes(2_000_000)) as mirror:
        mirror.faults.append(stalled(1_000_000))
        monkeypatch.setenv("WHITECOVE_MIRROR", mirror.url)
        yield mirror


def test_it_closes_while_a_model_comes(slow: Mirror, person: Person) -> None:
    person.window.models.download("u2netp")
    person.waits(lambda: bool(slow.asked))
    assert person.window.close()

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from whitecove.batch.executors.desk import Desk, InHand
from whitecove.batch.executors.jobs import Done, Job
from whitecove.batch.executors.keeper import Keeper
from whitecove.core.model import Photo, Role
from whitecove.core.stage import Stage

JOB = Job(photo=Photo(path=Path("a.jpg"), name="a.jpg", role=Role.MAIN, order=1), wants=())
MB = 1_000_000


class Seen:
    """A desk as the keeper sees it."""

    def __init__(self) -> None:
        self.now: tuple[InHand, Stage] | None = None
        self.hand: dict[object, InHand] = {}
        self.held = 100 * MB
        self.given_up: list[tuple[int, Done]] = []
        self.renewed = 0

    def doing(self) -> tuple[InHand, Stage] | None:
        return self.now

    def memory(self) -> int:
        return self.held

    def give_up(self, number: int, verdict: Done) -> None:
        self.given_up.append((number, verdict))

    def renew(self) -> None:
        self.renewed += 1


class Watched:
    """A keeper of one desk, whose clock goes as the test says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.time = 0.0
        monkeypatch.setattr("whitecove.batch.executors.keeper.time.monotonic", lambda: self.time)
        self.told: list[Stage] = []
        self.desk = Seen()
        self.keeper = Keeper(500 * MB, lambda _, stage: self.told.append(stage), dict.fromkeys(Stage, 3.0))

    def look(self, *, after: float, times: int = 1) -> None:
        for _ in range(times):
            self.time += after
            self.keeper.look(cast("list[Desk]", [self.desk]))

    def does(self, number: int, stage: Stage) -> None:
        self.desk.now = InHand(number, JOB), stage


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Watched:
    return Watched(monkeypatch)


def test_a_stage_has_its_own_time_and_is_told_once(watched: Watched) -> None:
    for stage in (Stage.READING, Stage.CUTTING):
        watched.does(1, stage)
        watched.look(after=0.5, times=6)
    watched.does(2, Stage.CUTTING)
    watched.look(after=0.5, times=6)
    assert watched.told == [Stage.READING, Stage.CUTTING, Stage.CUTTING]
    assert not watched.desk.given_up


def test_what_takes_longer_is_given_up_with_its_stage(watched: Watched) -> None:
    watched.does(7, Stage.CUTTING)
    watched.look(after=0.5, times=8)
    ((number, done),) = watched.desk.given_up
    assert number == 7
    assert done.result.reason.startswith("Cutting it out took longer than 3 seconds")


def test_rests_and_sleep_do_not_count(watched: Watched) -> None:
    watched.does(1, Stage.CUTTING)
    watched.look(after=0.5, times=4)
    watched.time += 1000
    watched.keeper.rest()
    watched.look(after=0.5)
    assert not watched.desk.given_up
    watched.look(after=1000)  # the machine slept: it counts for a moment
    assert not watched.desk.given_up


@pytest.mark.parametrize(("held", "count"), [(499 * MB, 0), (501 * MB, 1)])
def test_what_takes_more_memory_is_given_up(watched: Watched, held: int, count: int) -> None:
    watched.does(1, Stage.MAKING)
    watched.desk.held = held
    watched.look(after=0.5, times=2)
    assert len(watched.desk.given_up) == count


def test_a_worker_that_never_begins_is_renewed_and_an_idle_one_is_not(watched: Watched) -> None:
    watched.look(after=0.5, times=20)
    idle = watched.desk.renewed
    watched.desk.hand = {object(): InHand(1, JOB)}
    watched.look(after=0.5, times=8)
    assert (idle, watched.desk.renewed) == (0, 1)

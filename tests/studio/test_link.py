"""The way from a window to a room: nobody waits, nobody is left behind."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import psutil
import pytest

from whitecove.batch.executors.workplace import ONE_THREAD, cores
from whitecove.studio.asks import Lost, Refused
from whitecove.studio.link import Link
from whitecove.studio.serving import NICENESS

ROOT = Path(__file__).resolve().parents[2]
ECHO = "tests.studio.rooms:Echo"
PATIENCE = 60.0


class Ear:
    """Keeps what is said, for whoever asks for it next."""

    def __init__(self) -> None:
        self.said: Queue[object] = Queue()

    def next(self) -> object:
        return self.said.get(timeout=PATIENCE)


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def link(ear: Ear) -> Iterator[Link]:
    made = Link(ECHO, ear.said.put)
    yield made
    made.close()


def test_answers_come_from_another_process_in_the_order_of_the_asks(link: Link, ear: Ear) -> None:
    for number in range(20):
        link.send(number)
    said = [ear.next() for _ in range(20)]
    assert said == [(link.process_id, number) for number in range(20)]
    assert link.process_id != os.getpid()


def test_the_window_goes_first(link: Link, ear: Ear) -> None:
    link.send("ready?")
    ear.next()
    own = psutil.Process().nice()
    expected = own if sys.platform == "win32" else min(19, own + NICENESS)
    assert psutil.Process(link.process_id).nice() == expected


def test_what_must_not_wait_is_heard_at_once(link: Link, ear: Ear) -> None:
    link.send("at once")
    assert ear.next() == "heard at once"


def test_a_refusal_says_the_sentence_and_leaves_the_room_open(link: Link, ear: Ear) -> None:
    link.send("refuse")
    refused = ear.next()
    assert isinstance(refused, Refused)
    assert (refused.ask, refused.code) == ("refuse", "plan.no_photos")
    assert refused.sentence.endswith(".")
    link.send("still there?")
    assert ear.next() == (link.process_id, "still there?")


def test_a_mistake_of_ours_is_a_sentence_too(link: Link, ear: Ear) -> None:
    link.send("fail")
    refused = ear.next()
    assert isinstance(refused, Refused)
    assert refused.code == "studio.unexpected"
    assert "RuntimeError" in refused.sentence


def test_what_cannot_travel_is_refused_and_what_follows_arrives(link: Link, ear: Ear) -> None:
    cannot_travel = threading.Lock()
    link.send(cannot_travel)
    link.send("still there?")
    said = [ear.next(), ear.next()]
    refused = next(each for each in said if isinstance(each, Refused))
    assert refused.ask is cannot_travel
    assert refused.sentence.endswith(".")
    assert (link.process_id, "still there?") in said


def test_a_room_that_dies_is_told_of(link: Link, ear: Ear) -> None:
    link.send("die")
    assert ear.next() == Lost(room=ECHO)


def test_closing_ends_the_process_and_says_nothing_of_a_loss(ear: Ear) -> None:
    link = Link(ECHO, ear.said.put)
    link.send("hello")
    process = link.process_id
    assert ear.next() == (process, "hello")
    link.close()
    link.close()
    assert not psutil.pid_exists(process)
    rest = [ear.said.get_nowait() for _ in range(ear.said.qsize())]
    assert Lost(room=ECHO) not in rest


def test_a_room_does_not_outlive_a_window_that_is_killed() -> None:
    code = (
        "import sys, time\n"
        "from whitecove.studio.link import Link\n"
        "if __name__ == '__main__':\n"
        f"    link = Link({ECHO!r}, lambda said: (print(said[0], flush=True)))\n"
        "    link.send('hello')\n"
        "    sys.stdin.read()\n"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "app")])}
    window = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stdin=subprocess.PIPE, env=environment, text=True
    )
    assert window.stdout is not None
    room = psutil.Process(int(window.stdout.readline()))
    window.kill()
    window.communicate()
    room.wait(timeout=PATIENCE)
    assert not room.is_running()


def test_what_cuts_out_computes_as_a_worker_does(ear: Ear) -> None:
    before = dict(os.environ)
    link = Link(ECHO, ear.said.put, cuts_out=True)
    try:
        link.send("threads")
        said = ear.next()
    finally:
        link.close()
    assert isinstance(said, dict)
    assert [said[name] for name in ONE_THREAD] == ["1"] * len(ONE_THREAD)
    assert said["OMP_NUM_THREADS"] == before.get("OMP_NUM_THREADS", str(cores()))
    assert dict(os.environ) == before

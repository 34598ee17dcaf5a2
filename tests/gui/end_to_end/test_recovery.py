"""The program is killed in the middle of its work: the next one has all that a person did, and nothing runs on."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.end_to_end.conftest import at_the_window
from tests.gui.end_to_end.left_work import MOMENTS, told
from tests.gui.end_to_end.person import Person
from tests.gui.end_to_end.script import command, environment
from whitecove.core.corrections.text import digest

GONE_WITHIN = 20.0


@contextmanager
def working(moment: str, goods: Path) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    """A program at work, and what it has to lose."""
    left = command("left_work.py", moment, goods)
    with subprocess.Popen(
        left, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        line = program.stdout.readline()
        assert line, program.stderr.read()
        yield program, json.loads(line)


@pytest.mark.parametrize("moment", MOMENTS)
def test_all_is_there_again(moment: str, prepared_goods: Path, qapp: QApplication) -> None:
    with working(moment, prepared_goods) as (program, before):
        others = psutil.Process(program.pid).children(recursive=True)
        program.kill()
    left = psutil.wait_procs(others, timeout=GONE_WITHIN)[1]
    assert [each.cmdline() for each in left] == []
    with at_the_window(qapp) as person:
        assert "Whitecove was closed in the middle of its work." in person.strips()
        with person.hears(person.document.prepared):
            person.answers("Take it up again")
        after = told(person.document)
        differences = {
            key: (before[key], after[key]) for key in before if before[key] != after[key] and key != "states"
        }
        assert differences == {}
        if moment == "touching up":
            assert after["states"] == before["states"]
        person.does("prepare")
        person.waits_for_quiet()
        assert not any(shot.changed for shot in person.document.session.shots.values())
    with at_the_window(qapp) as person:
        assert person.strips() == []


def test_a_stroke_is_taken_back_after_touch_up_ended(person: Person, prepared_goods: Path) -> None:
    person.drops(prepared_goods)
    mug = person.shot("mug.jpg")
    person.touches_up(mug, "erase-brush")
    person.draws((20, 20), (30, 30))
    person.does("leave")
    assert person.window.touching.key == ""
    person.does("undo")
    assert person.window.touching.corrections_of(mug.key) is None
    assert not person.window.actions_["undo"].isEnabled()


def test_a_hundred_strokes_undone_and_redone(person: Person, prepared_goods: Path) -> None:
    person.drops(prepared_goods)
    mug = person.shot("mug.jpg")
    person.touches_up(mug, "erase-brush")
    for number in range(100):
        if number % 10 == 0:
            person.does("keep-brush" if number % 20 else "erase-brush")
        person.draws((20 + number, 20), (30 + number, 30), (40 + number, 25 + number))
    drawn, last = digest(mug.corrections), mug.corrections
    assert last is not None
    assert len(last.steps) == 100
    for _ in range(100):
        person.does("undo")
    assert person.window.touching.corrections_of(mug.key) is None
    assert not person.window.actions_["undo"].isEnabled()
    for _ in range(100):
        person.does("redo")
    assert mug.corrections == last
    assert digest(mug.corrections) == drawn
    assert not person.window.actions_["redo"].isEnabled()

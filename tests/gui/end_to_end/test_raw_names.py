"""Photos whose names are no UTF-8, as old disks and archives have them, go the whole way."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.gui.end_to_end.person import Person
from whitecove.core.corrections.values import Stroke
from whitecove.core.model import State

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there may file names be any bytes")
RAW = os.fsdecode(b"caf\xe9.jpg")


def test_a_photo_with_a_raw_name_is_chosen_prepared_shown_and_touched_up(person: Person, goods: Path) -> None:
    shutil.move(goods / "mug.jpg", goods / RAW)
    person.drops(goods)
    window = person.window
    shot = person.shot(RAW)
    assert os.path.exists(shot.key)  # noqa: PTH110 (the key is what counts)

    window.products.selection.go_to(shot.key)
    person.prepares()
    assert shot.state in (State.READY, State.REVIEW)
    assert window.products.selection.current_key == shot.key
    person.waits(lambda: window.showing.shot is shot and window.canvas.shows_pair)

    person.touches_up(shot, "erase-brush")
    person.draws((20, 20), (40, 20))
    person.does("leave")
    assert shot.corrections is not None
    assert [type(step) for step in shot.corrections.steps] == [Stroke]
    person.waits_for_quiet()
    assert not shot.changed

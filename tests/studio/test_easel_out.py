"""A photo written for another program, and the easel in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from queue import Queue

import numpy as np
from PIL import Image

from tests.core.corrections.steps import erase
from tests.studio.on_easel import Screen, Stand, corrections, disc, opening, show
from whitecove.batch.store import sha256_of
from whitecove.core.corrections.cutting import cut_and_correct
from whitecove.core.engines.backdrop import BackdropEngine
from whitecove.core.read import read_photo
from whitecove.studio.easel_asks import Exported, Failed, Opened, Opening, Shown
from whitecove.studio.link import Link

PATIENCE = 60.0
HEAVY = ("scipy", "PIL", "rembg", "onnxruntime", "whitecove.studio.easel", "whitecove.core.prepare")


def test_it_is_written_with_its_corrections(tmp_path: Path) -> None:
    path, file = disc(tmp_path), tmp_path / "out" / "disc.tif"
    step = erase((320, 240), radius=40)
    ask = replace(opening(path, generation=7), corrections=corrections(step)).to(file)
    said = Stand().ask(ask)[-1]
    digest = sha256_of(file.read_bytes())
    assert said == Exported(key="a", generation=7, file=file, sha256=digest)
    _, made = cut_and_correct(read_photo(path), BackdropEngine(), corrections(step))
    back = read_photo(file)
    assert back.alpha is not None
    assert np.array_equal(back.alpha, made.matte)
    assert np.array_equal(back.rgb, made.rgb)


def test_where_it_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", "utf-8")
    said = Stand().ask(opening(disc(tmp_path)).to(tmp_path / "out" / "disc.tif"))[-1]
    assert isinstance(said, Failed)
    assert said.code.startswith("output.")


def test_what_came_back_is_touched_up_in_its_own_colours(tmp_path: Path) -> None:
    """Its alpha is its cutout: colours where nothing is to be seen stay hidden on the photo, too."""
    rgba = np.full((480, 640, 4), (20, 60, 200, 0), np.uint8)
    rgba[100:400, 100:500] = 200, 40, 40, 255
    path = tmp_path / "back.png"
    Image.fromarray(rgba).save(path)
    stand = Stand()
    opened = stand.one(opening(path), Opened)
    assert opened.engine == "alpha"
    screen = Screen(opened)
    assert (screen.photo[0, 0] == 255).all()
    assert (screen.photo[100, 150] == (200, 40, 40)).all()
    screen.take(stand.one(show(erase((320, 240), radius=20)), Shown))
    assert screen.matte[120, 160] == 0


def test_in_a_process_of_its_own(tmp_path: Path) -> None:
    said: Queue[object] = Queue()
    link = Link("whitecove.studio.easel.room:Easel", said.put)
    try:
        link.send(opening(disc(tmp_path)))
        while isinstance(first := said.get(timeout=PATIENCE), Opening):
            pass
        assert isinstance(first, Opened)
        link.send(show(erase((320, 240), radius=20)))
        shown = said.get(timeout=PATIENCE)
        assert isinstance(shown, Shown)
        screen = Screen(first)
        screen.take(shown)
        assert screen.matte[120, 160] == 0
    finally:
        link.close()


def test_what_the_window_imports_is_light() -> None:
    code = "import sys, whitecove.studio.easel_asks; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not set(HEAVY) & set(loaded)

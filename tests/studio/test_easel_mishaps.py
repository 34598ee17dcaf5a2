"""What goes wrong on the easel is said in a sentence, and the next photo is as welcome as before."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from tests.core.corrections.steps import erase
from tests.studio.on_easel import Stand, disc, opening, show
from whitecove.core.messages import sentence
from whitecove.core.model import Box
from whitecove.studio.easel import opening as opening_module
from whitecove.studio.easel_asks import Failed, Opened, Prefetch, Region, Regioned, Shown


@pytest.fixture
def stand() -> Stand:
    return Stand()


def cut_short(folder: Path) -> Path:
    path = folder / "short.jpg"
    whole = disc(folder)
    Image.open(whole).save(path)
    path.write_bytes(path.read_bytes()[:4000])
    return path


def text(folder: Path) -> Path:
    path = folder / "text.jpg"
    path.write_text("no photo", "utf-8")
    return path


def away(folder: Path) -> Path:
    return folder / "away.jpg"


@pytest.mark.parametrize(
    ("made", "code"), [(cut_short, "read.truncated"), (text, "read.unknown"), (away, "read.missing")]
)
def test_a_photo_that_cannot_be_read(stand: Stand, tmp_path: Path, made: object, code: str) -> None:
    assert callable(made)
    failed = stand.one(opening(made(tmp_path), generation=4), Failed)
    assert (failed.key, failed.generation, failed.code) == ("a", 4, code)
    assert failed.sentence.endswith(".")
    assert isinstance(stand.ask(opening(disc(tmp_path, "good.png"), generation=5))[-1], Opened)


def test_a_model_that_is_missing(stand: Stand, tmp_path: Path) -> None:
    path = disc(tmp_path)
    failed = stand.one(opening(path, engine="rembg:u2netp"), Failed)
    assert failed.sentence == sentence("engine.model_missing", model="u2netp")
    assert isinstance(stand.ask(opening(path))[-1], Opened)


def test_a_model_that_is_damaged(stand: Stand, tmp_path: Path) -> None:
    path, model = disc(tmp_path), tmp_path / "u2netp.onnx"
    model.write_bytes(b"no model")
    ask = replace(opening(path, engine="rembg:u2netp"), models=(("u2netp", model),))
    assert stand.one(ask, Failed).code == "engine.model_broken"
    assert isinstance(stand.ask(opening(path))[-1], Opened)


def test_an_unexpected_end_is_said_and_logged(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: Path) -> None:
        raise ZeroDivisionError

    path = disc(tmp_path)
    with monkeypatch.context() as patched, caplog.at_level(logging.ERROR):
        patched.setattr(opening_module, "read_photo", broken)
        failed = stand.one(opening(path), Failed)
    assert failed.sentence == sentence("prepare.unexpected", kind="ZeroDivisionError")
    assert "ZeroDivisionError" in caplog.text
    assert isinstance(stand.ask(opening(path))[-1], Opened)


def test_trouble_in_advance_is_said_when_it_matters(stand: Stand, tmp_path: Path) -> None:
    bad, good = opening(text(tmp_path), key="bad"), opening(disc(tmp_path), key="good")
    assert stand.ask(Prefetch(asks=(bad, good))) == []
    stand.easel.settle()
    assert isinstance(stand.ask(good)[-1], Opened)
    assert stand.one(bad, Failed).code == "read.unknown"


def test_a_photo_taken_away_can_be_worked_on_as_long_as_it_is_kept(stand: Stand, tmp_path: Path) -> None:
    path = disc(tmp_path)
    stand.ask(opening(path))
    path.unlink()
    assert isinstance(stand.ask(show(erase((320, 240))))[-1], Shown)
    close = Region(key="a", corrections=None, box=Box(0, 0, 50, 50), generation=3)
    assert isinstance(stand.ask(close)[-1], Regioned)
    for k in range(2):
        stand.ask(opening(disc(tmp_path, f"{k}.png"), key=str(k)))
    assert stand.one(close, Failed).code == "read.missing"


def test_a_photo_that_was_replaced_is_not_shown_for_the_old_one(stand: Stand, tmp_path: Path) -> None:
    path = disc(tmp_path)
    stand.ask(opening(path))
    for k in range(2):
        stand.ask(opening(disc(tmp_path, f"{k}.png"), key=str(k)))
    path.write_bytes(path.read_bytes() + b"more")
    close = Region(key="a", corrections=None, box=Box(0, 0, 50, 50), generation=3)
    assert stand.one(close, Failed).code == "studio.photo_replaced"
    assert isinstance(stand.ask(opening(path, generation=4))[-1], Opened)
    assert isinstance(stand.ask(close)[-1], Regioned)

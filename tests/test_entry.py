from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from whitecove import entry, screen
from whitecove.cli.main import run
from whitecove.core.errors import WhitecoveError

APP = Path(__file__).resolve().parents[1] / "app"
ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere a window needs nothing more")


class Door:
    """Takes down what it was opened with."""

    def __init__(self) -> None:
        self.opened: list[list[str]] = []

    def __call__(self, arguments: Sequence[str]) -> int:
        self.opened.append(list(arguments))
        return 7


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (["gui"], []),
        (["gui", "photos", "more/杯子.jpg"], ["photos", "more/杯子.jpg"]),
        (["--offline", "gui", "photos"], ["--offline", "photos"]),
        (["gui", "--", "-odd.jpg"], ["-odd.jpg"]),
    ],
)
def test_the_command_line_opens_the_window_that_it_was_handed(words: list[str], given: list[str]) -> None:
    door = Door()
    assert run(words, door) == 7
    assert door.opened == [given]


def test_a_command_line_without_a_window_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["gui"]) == 3
    assert "without its window" in capsys.readouterr().err


def test_the_help_names_the_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    assert "gui " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        (["gui"], True),
        (["gui", "photos"], True),
        (["gui", "--help"], False),
        (["gui", "*.jpg"], False),
        (["--offline", "gui"], False),
        (["check", "gui"], False),
        ([], False),
    ],
)
def test_the_command_line_is_not_loaded_for_the_window_alone(words: list[str], opens: bool) -> None:
    assert entry._only_opens(words) is opens


def start(*words: str, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.endswith("DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    env = {**kept, "PYTHONPATH": str(APP), "WHITECOVE_HOME": str(home), **more}
    command = [sys.executable, "-m", "whitecove", *words]
    return subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False)


@ON_LINUX
@pytest.mark.parametrize("more", [{}, {"DISPLAY": ":4711"}, {"QT_QPA_PLATFORM": "xcb"}], ids=str)
@pytest.mark.parametrize("words", [["gui"], ["--offline", "gui"]], ids=" ".join)
def test_no_screen_is_a_sentence(words: list[str], more: dict[str, str], home: Path) -> None:
    ended = start(*words, home=home, **more)
    assert ended.returncode == 3
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    # Without Qt's libraries that is what is said first, and as well.
    assert "There is no screen" in ended.stderr or "lacks a library" in ended.stderr


def test_no_package_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "PACKAGE", "a_package_that_is_not_here")
    with pytest.raises(WhitecoveError, match="PySide6 is not installed"):
        screen.require()


@ON_LINUX
def test_no_library_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "libqwayland.so").write_bytes(b"no library")
    (tmp_path / "libqxcb.so").write_bytes(b"no library")
    with pytest.raises(WhitecoveError, match="the system lacks a library"):
        screen._require_plugin(tmp_path, ["wayland", "xcb"])


def test_what_qt_lacks_while_it_is_loaded_is_a_sentence() -> None:
    with pytest.raises(WhitecoveError, match=r"libGL\.so\.1"), screen.loading():
        raise ImportError("libGL.so.1: cannot open shared object file", path="site/PySide6/QtGui.abi3.so")


def test_a_mistake_in_the_code_is_none_of_the_screens() -> None:
    with pytest.raises(ImportError, match="a name"), screen.loading():
        raise ImportError("cannot import a name", name="whitecove.gui.app")

"""A person at the real window: they drop, press, type and draw, and wait for what they see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF, Qt, QTimer, SignalInstance
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.gui.canvas.seeing import drag, hover, logical
from whitecove.core.options import Options
from whitecove.gui.actions import BY_ID
from whitecove.gui.document import Document
from whitecove.gui.progress import Phase
from whitecove.gui.window import Window
from whitecove.studio.items import Shot
from window_driver import PATIENCE, drop, until

# Small photos need plain padding.
OPTIONS = Options(engine="backdrop", canvas=800, pad_bytes=True)
LEFT = Qt.MouseButton.LeftButton


class Person:
    """One who uses ``window``."""

    def __init__(self, window: Window) -> None:
        self.window = window

    @property
    def document(self) -> Document:
        """What they work on."""
        return self.window.document

    # --- what they do

    def drops(self, *files: Path) -> None:
        """Lets files and folders go over the window, and waits until they are grouped."""
        with self.hears(self.document.arrived):
            drop(self.window, files)

    def drops_project(self, file: Path) -> None:
        """Lets a project go over the window."""
        with self.hears(self.document.reset):
            drop(self.window, [file])

    def presses(self, button: QWidget) -> None:
        """Clicks on something that is seen and can be pressed."""
        assert button.isVisible(), f"{_named(button)} is not seen"
        assert button.isEnabled(), f"{_named(button)} cannot be pressed"
        QTest.mouseClick(button, LEFT, pos=button.rect().center())

    def answers(self, words: str) -> None:
        """Clicks the button of a strip that says ``words``."""
        areas = (self.window.strips, self.window.refused)
        buttons = [each for area in areas for each in area.findChildren(QAbstractButton) if each.text() == words]
        assert len(buttons) == 1, f"{len(buttons)} buttons say {words}"
        self.presses(buttons[0])

    def types(self, keys: str, on: QWidget | None = None) -> None:
        """Presses a key, with what is held: ``Ctrl+Return``."""
        combination = QKeySequence(keys)[0]  # type: ignore[index]
        window = (on or QApplication.activeWindow() or self.window).window()
        QTest.keyClick(window.windowHandle(), combination.key(), combination.keyboardModifiers())

    def does(self, action: str) -> None:
        """Presses the first key of an action, as soon as that can be done."""
        self.waits(self.window.actions_[action].isEnabled)
        self.types(BY_ID[action].keys[0])

    def draws(self, *way: tuple[float, float]) -> None:
        """Draws over these places of the photo that is touched up, in its own pixels."""
        drag(self.window.canvas, [logical(self.window.canvas, *place) for place in way])

    def points(self, x: float, y: float) -> None:
        """Holds the mouse over a place of the photo."""
        hover(self.window.canvas, logical(self.window.canvas, x, y))

    def leaves(self) -> None:
        """Takes the mouse away."""
        hover(self.window.canvas, QPointF(2, 2))

    # --- what they wait for

    def waits(self, holds: Callable[[], bool], *, seconds: float = PATIENCE) -> None:
        """Waits until something holds."""
        until(holds, "what they wait for", seconds)

    @contextmanager
    def hears(self, signal: SignalInstance) -> Iterator[list[tuple[Any, ...]]]:
        """Waits in the end until a signal came meanwhile."""
        heard: list[tuple[Any, ...]] = []

        def hear(*values: object) -> None:
            heard.append(values)

        signal.connect(hear)
        yield heard
        self.waits(lambda: bool(heard))
        signal.disconnect(hear)

    def waits_for_quiet(self) -> None:
        """Waits until nothing goes on."""
        self.waits(self._is_quiet)

    def comes_to(self, window: QWidget) -> None:
        """Has that window before them, which a window manager would see to."""
        window.activateWindow()
        self.waits(window.isActiveWindow)

    def rests(self) -> None:
        """Comes back to the main window, and waits until nothing in it moves any more."""
        self.comes_to(self.window)
        self.window.canvas.setFocus()
        self.waits(self._is_at_rest)

    def prepares(self) -> None:
        """Begins it by its key, and waits for the end."""
        with self.hears(self.document.prepared):
            self.does("prepare")

    def touches_up(self, shot: Shot, tool: str) -> None:
        """Goes to a photo, takes a tool by its key, and waits until it can be drawn on."""
        self.window.products.selection.go_to(shot.key)
        self.does(tool)
        self.waits(self.can_draw)

    # --- what they see

    def shot(self, name: str) -> Shot:
        """The photo with that file name."""
        return next(each for each in self.document.session.shots.values() if each.photo.path.name == name)

    def sees(self, name: str) -> Callable[[], bool]:
        """Whether the photo with that file name is on the canvas."""
        window = self.window

        def holds() -> bool:
            shot = window.showing.shot
            return window.canvas.shows_pair and shot is not None and shot.photo.path.name == name

        return holds

    def strips(self) -> list[str]:
        """What the strips say."""
        areas = (self.window.strips, self.window.refused)
        return [area.text_of(id_) for area in areas for id_ in area.shown]

    def _is_quiet(self) -> bool:
        changed = any(each.changed for each in self.document.session.shots.values())
        return self.document.progress.phase is Phase.IDLE and not changed

    def _is_at_rest(self) -> bool:
        return not any(each.isActive() for each in self.window.findChildren(QTimer))

    def can_draw(self) -> bool:
        """Whether the photo that is touched up can be drawn on."""
        return self.window.touching.is_ready


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.toolTip()}"


def flags(options: Options) -> list[str]:
    """The flags of the command line that say the same."""
    usual, said = Options(), []
    for field in fields(Options):
        value = getattr(options, field.name)
        if value != getattr(usual, field.name):
            flag = f"--{field.name.replace('_', '-')}"
            said += [flag] if value is True else [flag, str(value)]
    return said

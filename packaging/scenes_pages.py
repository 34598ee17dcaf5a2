"""How the pages beside the window come into the states that the gallery shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication, QWidget

from scene import Stage
from whitecove.gui.pages.help import AboutBox, KeySheet
from window_driver import pause, until


def deliver(on: Stage) -> None:
    """What would go where, and what is not ready."""
    on.window.preferences.set(deliver_to=str(on.photos.parent / "To upload"))
    on.window.pages.show_delivery()


def delivered(on: Stage) -> None:
    """What was handed over."""
    sheet = on.window.pages.delivery
    sheet.all.click()
    until(lambda: sheet.stack.currentWidget() is sheet.summary, "the delivery")


def delivery(on: Stage) -> QWidget:
    """The delivery."""
    return on.window.pages.delivery


def page(key: str) -> Callable[[Stage], None]:
    """Opens a page of the settings."""
    return partial(_open_page, key)


def _open_page(key: str, on: Stage) -> None:
    on.window.pages.delivery.close()
    on.window.pages.show_settings(key)
    pause(0.5)  # what it asks for, such as the models that are here


def settings(on: Stage) -> QWidget:
    """The settings."""
    return on.window.pages.settings


def keys(on: Stage) -> None:
    """The sheet of keys."""
    on.window.pages.settings.close()
    on.window.actions_["keys"].trigger()


def key_sheet(_: Stage) -> QWidget:
    """The sheet of keys."""
    return _top(KeySheet)


def about(on: Stage) -> None:
    """Version, licences, what is sent."""
    key_sheet(on).close()
    on.window.actions_["about"].trigger()


def about_box(_: Stage) -> QWidget:
    """The box."""
    return _top(AboutBox)


def _top(kind: type[QWidget]) -> QWidget:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind))

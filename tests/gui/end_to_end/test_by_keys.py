"""All of the window by keys alone, and every control with a name and a focus that is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.gui.end_to_end.person import Person
from whitecove.gui.pages.help import KeySheet

# More controls than any page has.
AT_MOST = 200
OPPOSITE = {Qt.Key.Key_Tab: Qt.Key.Key_Backtab, Qt.Key.Key_Backtab: Qt.Key.Key_Tab}


def touch_up(person: Person) -> QWidget:
    person.touches_up(person.shot("mug.jpg"), "erase-brush")
    return person.window


def tab(name: str, number: int) -> Callable[[Person], QWidget]:
    def opened(person: Person) -> QWidget:
        person.window.side.tabs.setCurrentIndex(number)
        return person.window

    opened.__name__ = name
    return opened


def grid(person: Person) -> QWidget:
    person.does("grid")
    return person.window


def settings(page: str) -> Callable[[Person], QWidget]:
    def opened(person: Person) -> QWidget:
        person.window.pages.show_settings(page)
        return person.window.pages.settings

    opened.__name__ = page
    return opened


def delivery(person: Person) -> QWidget:
    person.does("deliver")
    return person.window.pages.delivery


def keys(person: Person) -> QWidget:
    person.does("keys")
    return next(each for each in person.window.children() if isinstance(each, KeySheet))


SETTINGS = ("general", "preparing", "models", "marketplaces", "watch", "files")
TABS = (tab("checks", 0), tab("adjust", 1), tab("info", 2))
PLACES = (*TABS, touch_up, grid, delivery, keys, *(settings(page) for page in SETTINGS))


@pytest.fixture(params=PLACES, ids=lambda place: place.__name__)
def place(request: pytest.FixtureRequest, looking: Person) -> Iterator[QWidget]:
    """A window of the program, one after the other; left as it was found."""
    shown: QWidget = request.param(looking)
    looking.comes_to(shown)
    yield shown
    looking.window.touching.end()
    looking.window.actions_["grid"].setChecked(False)
    if shown is not looking.window:
        shown.close()
    looking.rests()


def controls(window: QWidget) -> list[QWidget]:
    """All that can have the focus."""
    return [each for each in window.findChildren(QWidget) if _takes_focus(each, window)]


def _takes_focus(widget: QWidget, window: QWidget) -> bool:
    wants = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    seen = widget.isEnabled() and widget.isVisible() and widget.window() is window.window()
    return bool(wants) and seen and not _is_reached_by_arrows(widget)


def _is_reached_by_arrows(widget: QWidget) -> bool:
    """Of several buttons one of which is chosen, only that one is come to by Tab."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() not in (None, widget)


def tabbed(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """What has the focus in turn, until it comes round."""
    found: list[QWidget] = []
    for _ in range(AT_MOST):
        QTest.keyClick(window.window().windowHandle(), key)
        now = QApplication.focusWidget()
        assert now is not None
        if found and now is found[0]:
            QTest.keyClick(window.window().windowHandle(), OPPOSITE[key])
            return found
        assert now not in found, f"{told(now)} is come to again before {told(found[0])}"
        found.append(now)
    raise AssertionError(f"{told(found[-1])} is not left")


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{named(widget)}” in {type(widget.parentWidget()).__name__}"


def named(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_tab_comes_to_every_control_and_round(place: QWidget) -> None:
    wanted = controls(place)
    assert wanted
    there = tabbed(place)
    missed = [told(each) for each in wanted if each not in there]
    assert not missed, "\n".join(missed)
    assert set(tabbed(place, Qt.Key.Key_Backtab)) == set(there)


def test_every_control_has_a_name(place: QWidget) -> None:
    nameless = [told(each) for each in controls(place) if not named(each).strip()]
    assert not nameless, "\n".join(nameless)


def test_the_focus_is_seen(place: QWidget) -> None:
    order = tabbed(place)  # the focus is on the last
    if len(order) == 1:
        order[0].clearFocus()
    unseen = [told(widget) for widget in order if not _is_seen(place, widget)]
    assert not unseen, "\n".join(unseen)


def _is_seen(place: QWidget, after: QWidget) -> bool:
    """Whether ``after``, which is next, looks another way when it has the focus."""
    before = _around(after)
    QTest.keyClick(place.window().windowHandle(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after
    return before != _around(after)


def _around(widget: QWidget) -> QImage:
    top = widget.window()
    place = QRect(widget.mapTo(top, widget.rect().topLeft()), widget.size()).adjusted(-4, -4, 4, 4)
    return top.grab(place).toImage()

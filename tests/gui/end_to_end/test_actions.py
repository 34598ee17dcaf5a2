"""Everything a person can do is in a menu, has words and keys of its own, and does something or says why it cannot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from tests.gui.end_to_end.person import Person
from whitecove.gui.actions import ACTIONS, GROUPS, Entry
from whitecove.gui.enabling import BY_THEMSELVES
from whitecove.gui.progress import Phase


def all_in_menu(menu: QMenu) -> Iterator[QAction]:
    """The actions of a menu and of those below it."""
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from all_in_menu(below)
        elif not action.isSeparator():
            yield action


def test_each_has_words_and_stands_in_a_menu_once(looking: Person) -> None:
    menu = looking.window.bar.more.menu()
    assert menu is not None
    there = Counter(action.objectName() for action in all_in_menu(menu))
    assert there == Counter(entry.id for entry in ACTIONS)
    for entry in ACTIONS:
        assert entry.group in GROUPS
        assert looking.window.actions_[entry.id].text()


def test_no_two_share_a_key(looking: Person) -> None:
    window = looking.window
    looking.rests()
    keys = [(key.toString(), action.text()) for action in window.findChildren(QAction) for key in action.shortcuts()]
    keys += [(found.key().toString(), found.objectName()) for found in window.findChildren(QShortcut)]
    counted = Counter(key for key, _ in keys)
    assert [each for each in keys if counted[each[0]] > 1] == []
    assert {key for entry in ACTIONS for key in entry.keys} <= {key for key, _ in keys} | {"Return"}


def test_what_cannot_be_done_says_why(person: Person) -> None:
    person.waits(lambda: not person.window.actions_["prepare"].isEnabled())
    for entry in ACTIONS:
        action = person.window.actions_[entry.id]
        if not action.isEnabled() and entry.id not in BY_THEMSELVES:
            assert len(action.toolTip().splitlines()) == 2, entry.id


def test_the_menu_opens_and_is_walked_by_keys(looking: Person) -> None:
    looking.rests()
    seen: list[str] = []

    def walk() -> None:
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Up):
            menu = QApplication.activePopupWidget()
            assert menu is not None
            QTest.keyClick(menu, key)
        below = QApplication.activePopupWidget()
        assert isinstance(below, QMenu)
        seen.append(below.activeAction().objectName())
        QTest.keyClick(below, Qt.Key.Key_Return)

    QTimer.singleShot(100, walk)
    looking.does("menu")
    assert seen == ["about"]
    about = next(each for each in QApplication.topLevelWidgets() if type(each).__name__ == "AboutBox")
    looking.waits(about.isVisible)
    about.close()
    looking.rests()


@pytest.mark.parametrize("where", ["search", "rename"])
def test_letters_typed_into_a_field_are_letters(looking: Person, where: str) -> None:
    looking.rests()
    bare = [key for entry in ACTIONS for key in entry.keys if len(key) == 1]
    before = _look(looking)
    looking.does("find" if where == "search" else "rename")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.clear()
    typed = "".join(bare).lower()
    for letter in typed:
        QTest.keyClick(looking.window.windowHandle(), Qt.Key(ord(letter.upper())))
    assert field.text() == typed
    if where == "rename":
        QTest.keyClick(looking.window.windowHandle(), Qt.Key.Key_Escape)
    else:
        field.clear()
    looking.rests()
    assert _look(looking) == before


class Watching(QObject):
    """Sees what opens beside the window, and puts it away."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(20)
        # PySide6 says that it wants bytes here, and takes a str alone.
        QDesktopServices.setUrlHandler("file", self, "open")  # type: ignore[arg-type]

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Something is shown in another program."""
        self.seen.append(url.fileName())

    @Slot()
    def look(self) -> None:
        """What stands in front is closed."""
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if front is not None:
            self.seen.append(type(front).__name__)
            front.close()

    def end(self) -> None:
        """Enough."""
        self._timer.stop()
        QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def watching(qapp: QApplication) -> Iterator[Watching]:
    """What opens beside the window is seen, and put away."""
    made = Watching()
    yield made
    made.end()


def _look(person: Person) -> list[object]:
    """All that an action may change at once."""
    window, session, canvas = person.window, person.document.session, person.window.canvas
    selection, showing = window.products.selection, window.showing
    return [
        sorted(type(each).__name__ for each in QApplication.topLevelWidgets() if each.isVisible()),
        type(QApplication.focusWidget()).__name__,
        (selection.current_key, selection.keys, selection.skus),
        (canvas.compare, canvas.zoom, canvas.backdrop, canvas.hand, canvas.is_touching_up),
        (showing.marks_not_white, showing.marks_edge, showing.shows_frame),
        [(sku, list(product.keys)) for sku, product in session.products.items()],
        [(key, shot.photo.role, shot.standing, shot.reason, shot.corrections) for key, shot in session.shots.items()],
        (session.inputs, window.centre.currentIndex(), window.touching.key, person.document.progress.phase),
    ]


def _touching(person: Person) -> None:
    person.touches_up(person.shot("lamp_main.jpg"), "erase-brush")
    person.draws((155, 115), (165, 125))


def _arranged(person: Person) -> None:
    person.window.products.arranging.rename("mug", "cup")


def _undone(person: Person) -> None:
    _arranged(person)
    person.does("undo")


def _decided(person: Person) -> None:
    selection = person.window.products.selection
    key = selection.current_key
    with person.hears(person.document.decided):
        person.does("reject")
    selection.go_to(key)


def _elsewhere(person: Person) -> None:
    person.window.products.selection.go_to(person.shot("mug.jpg").key)
    person.window.products.selection.go_to(person.shot("lamp_1.jpg").key)


def _at_a_main_picture(person: Person) -> None:
    main = person.document.session.main_of("lamp")
    assert main is not None
    person.window.products.selection.go_to(main.key)


def _at_another(person: Person) -> None:
    person.window.products.selection.go_to(person.document.session.products["lamp"].keys[-1])


def _closer(person: Person) -> None:
    person.does("full-size")


# What must be so before some of them can do something.
BEFORE: dict[str, Callable[[Person], None]] = {
    "undo": _arranged, "redo": _undone, "take-back": _decided, "back": _elsewhere, "previous-photo": _elsewhere,
    "role-main": _at_another, "fit": _closer,
    "role-unused": _elsewhere, "copy-to-next": _touching, "leave": _touching,
    "smaller-brush": _touching, "larger-brush": _touching, "edge-aware": _touching, "split-product": _elsewhere,
}  # fmt: skip
BEFORE |= {f"role-{number}": _at_a_main_picture for number in range(2, 7)}
# Proven where they are part of a whole: the tests of the whole way, of closing, of mishaps, of projects.
GOING = ("remove", "new")  # after which there is a photo less, and none
ELSEWHERE = {"prepare", "pause", "stop", "retry-failed", "quit", "open-last", "menu", "paste", "samples"}


def test_each_does_something(person: Person, prepared_goods: Path, watching: Watching) -> None:
    person.drops(prepared_goods)
    person.prepares()
    at_last = sorted(ACTIONS, key=lambda entry: GOING.index(entry.id) if entry.id in GOING else -1)
    idle = [entry.id for entry in at_last if entry.id not in ELSEWHERE and not _is_done(person, entry, watching)]
    assert not idle, " ".join(idle)


def _is_done(person: Person, entry: Entry, watching: Watching) -> bool:
    """Whether something is otherwise after an action, by its key where it has one."""
    window = person.window
    person.rests()
    if entry.id in BEFORE:
        BEFORE[entry.id](person)
    person.waits(window.actions_[entry.id].isEnabled, seconds=20)
    before, seen = _look(person), len(watching.seen)
    if entry.keys:
        person.does(entry.id)
    else:
        window.actions_[entry.id].trigger()
    try:
        person.waits(lambda: _look(person) != before or len(watching.seen) > seen, seconds=5)
    except TimeoutError:
        return False
    finally:
        _put_back(person)
    return True


def _put_back(person: Person) -> None:
    """All as it was, as far as the next action needs it."""
    window = person.window
    for other in window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if other.isWindow():
            other.close()
    person.comes_to(window)
    if window.actions_["leave"].isEnabled():
        window.touching.end()
    window.actions_["grid"].setChecked(False)
    window.canvas.setFocus()
    person.waits(lambda: person.document.progress.phase is Phase.IDLE)

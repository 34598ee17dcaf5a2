"""Everything a person can do, in one table: its words, keys and icon, and when it can be done.

Menus, tool bar, key sheet and tests all read it; whoever assembles the window says what each does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from whitecove.gui.marks import QT_TRANSLATE_NOOP

CONTEXT = "Actions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An action: ``text`` and ``tip`` are found by translators; ``keys`` are shortcuts, the first of them shown;
    ``group`` is the menu that it stands in; ``checkable`` ones stay on."""

    id: str
    text: str
    group: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    checkable: bool = False


def _entry(id_: str, text: str, group: str, keys: str = "", icon: str = "", *, checkable: bool = False) -> Entry:
    parted = tuple(each for each in keys.split(" | ") if each)
    return Entry(id=id_, text=text, group=group, keys=parted, icon=icon, checkable=checkable)


GROUPS: dict[str, str] = {
    "file": QT_TRANSLATE_NOOP("Actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("Actions", "&Edit"),
    "run": QT_TRANSLATE_NOOP("Actions", "&Prepare"),
    "review": QT_TRANSLATE_NOOP("Actions", "&Review"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "touch-up": QT_TRANSLATE_NOOP("Actions", "&Touch up"),
    "help": QT_TRANSLATE_NOOP("Actions", "&Help"),
}
ACTIONS: tuple[Entry, ...] = (
    _entry("add-photos", QT_TRANSLATE_NOOP("Actions", "Add photos…"), "file", "Ctrl+O", "image"),
    _entry("add-folder", QT_TRANSLATE_NOOP("Actions", "Add a folder…"), "file", "Ctrl+Shift+O", "folder"),
    _entry("samples", QT_TRANSLATE_NOOP("Actions", "Try the samples"), "file", "", "package"),
    _entry("paste", QT_TRANSLATE_NOOP("Actions", "Paste pictures or paths"), "file", "Ctrl+V", "copy"),
    _entry("new", QT_TRANSLATE_NOOP("Actions", "New project"), "file", "Ctrl+N", "add"),
    _entry("open", QT_TRANSLATE_NOOP("Actions", "Open a project…"), "file", "", "folder"),
    _entry("open-last", QT_TRANSLATE_NOOP("Actions", "Open the last project"), "file", "", "folder"),
    _entry("save-as", QT_TRANSLATE_NOOP("Actions", "Save the project as…"), "file", "Ctrl+Shift+S", "download"),
    _entry("deliver", QT_TRANSLATE_NOOP("Actions", "Deliver…"), "file", "Ctrl+D", "deliver"),
    _entry(
        "deliver-changed", QT_TRANSLATE_NOOP("Actions", "Deliver only what changed…"), "file", "Ctrl+Shift+D", "deliver"
    ),
    _entry("open-out", QT_TRANSLATE_NOOP("Actions", "Open the output folder"), "file", "Ctrl+Shift+E", "external-link"),
    _entry("open-report", QT_TRANSLATE_NOOP("Actions", "Open the report"), "file", "", "external-link"),
    _entry("settings", QT_TRANSLATE_NOOP("Actions", "Settings…"), "file", "Ctrl+,", "settings"),
    _entry("models", QT_TRANSLATE_NOOP("Actions", "Cutouts and models…"), "file", "", "scissors"),
    _entry("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "file", "Ctrl+Q", "close"),
    _entry("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "edit", "Ctrl+Z", "undo"),
    _entry("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "edit", "Ctrl+Y | Ctrl+Shift+Z", "redo"),
    _entry("rename", QT_TRANSLATE_NOOP("Actions", "Rename the product"), "edit", "F2", "pencil"),
    _entry(
        "split-product", QT_TRANSLATE_NOOP("Actions", "Make a product of these photos"), "edit", "Ctrl+G", "package"
    ),
    _entry("remove", QT_TRANSLATE_NOOP("Actions", "Take out of the project"), "edit", "Del", "trash"),
    _entry("edit-outside", QT_TRANSLATE_NOOP("Actions", "Edit in another program"), "edit", "Ctrl+E", "external-link"),
    _entry("find", QT_TRANSLATE_NOOP("Actions", "Search products"), "edit", "Ctrl+F", "search"),
    _entry("prepare", QT_TRANSLATE_NOOP("Actions", "Prepare"), "run", "Ctrl+Return", "play"),
    _entry("pause", QT_TRANSLATE_NOOP("Actions", "Pause"), "run", "Ctrl+P", "pause", checkable=True),
    _entry("stop", QT_TRANSLATE_NOOP("Actions", "Stop"), "run", "Ctrl+.", "stop"),
    _entry("retry-failed", QT_TRANSLATE_NOOP("Actions", "Try failed ones again"), "run", "", "redo"),
    _entry(
        "approve",
        QT_TRANSLATE_NOOP("Actions", "Approve, and on to the next doubtful one"),
        "review",
        "Return",
        "check-circle",
    ),
    _entry("back", QT_TRANSLATE_NOOP("Actions", "Back to the previous one"), "review", "Backspace", "chevron-left"),
    _entry("reject", QT_TRANSLATE_NOOP("Actions", "Reject"), "review", "X", "x-circle"),
    _entry("reshoot", QT_TRANSLATE_NOOP("Actions", "Shoot again…"), "review", "R", "camera-retry"),
    _entry("retoucher", QT_TRANSLATE_NOOP("Actions", "To the retoucher"), "review", "T", "pencil"),
    _entry("take-back", QT_TRANSLATE_NOOP("Actions", "Take the decision back"), "review", "U", "undo"),
    _entry("role-main", QT_TRANSLATE_NOOP("Actions", "Main picture"), "review", "1", "star"),
    _entry("role-2", QT_TRANSLATE_NOOP("Actions", "Detail 1"), "review", "2"),
    _entry("role-3", QT_TRANSLATE_NOOP("Actions", "Detail 2"), "review", "3"),
    _entry("role-4", QT_TRANSLATE_NOOP("Actions", "Detail 3"), "review", "4"),
    _entry("role-5", QT_TRANSLATE_NOOP("Actions", "Detail 4"), "review", "5"),
    _entry("role-6", QT_TRANSLATE_NOOP("Actions", "Detail 5"), "review", "6"),
    _entry("role-unused", QT_TRANSLATE_NOOP("Actions", "Keep aside"), "review", "0", "archive"),
    _entry("reshoot-list", QT_TRANSLATE_NOOP("Actions", "Open the reshoot list"), "review", "", "printer"),
    _entry("next-photo", QT_TRANSLATE_NOOP("Actions", "Next photo"), "view", "Right | PgDown", "chevron-right"),
    _entry("previous-photo", QT_TRANSLATE_NOOP("Actions", "Previous photo"), "view", "Left | PgUp", "chevron-left"),
    _entry("next-product", QT_TRANSLATE_NOOP("Actions", "Next product"), "view", "Down", "chevron-down"),
    _entry("previous-product", QT_TRANSLATE_NOOP("Actions", "Previous product"), "view", "Up", "chevron-up"),
    _entry("grid", QT_TRANSLATE_NOOP("Actions", "Grid of main pictures"), "view", "G", "grid", checkable=True),
    _entry("fit", QT_TRANSLATE_NOOP("Actions", "Whole picture"), "view", "Ctrl+0", "fit"),
    _entry("full-size", QT_TRANSLATE_NOOP("Actions", "100 %"), "view", "Ctrl+1", "one-to-one"),
    _entry("zoom-in", QT_TRANSLATE_NOOP("Actions", "Zoom in"), "view", "Ctrl++ | Ctrl+=", "zoom-in"),
    _entry("zoom-out", QT_TRANSLATE_NOOP("Actions", "Zoom out"), "view", "Ctrl+-", "zoom-out"),
    _entry("split", QT_TRANSLATE_NOOP("Actions", "Before and after, split"), "view", "S", "split-view", checkable=True),
    _entry("side-by-side", QT_TRANSLATE_NOOP("Actions", "Side by side"), "view", "D", "side-by-side", checkable=True),
    _entry("after-only", QT_TRANSLATE_NOOP("Actions", "After alone"), "view", "A", "eye", checkable=True),
    _entry(
        "show-not-white", QT_TRANSLATE_NOOP("Actions", "Mark what is not white"), "view", "M", "overlay", checkable=True
    ),
    _entry("show-frame", QT_TRANSLATE_NOOP("Actions", "Show the safe frame"), "view", "F", "frame", checkable=True),
    _entry("show-edge", QT_TRANSLATE_NOOP("Actions", "Show the edge band"), "view", "", "overlay", checkable=True),
    _entry("backdrop", QT_TRANSLATE_NOOP("Actions", "Next background colour"), "view", "B", "swatches"),
    _entry("touch-up", QT_TRANSLATE_NOOP("Actions", "Touch up"), "touch-up", "P", "brush-keep", checkable=True),
    _entry("keep-brush", QT_TRANSLATE_NOOP("Actions", "Keep brush"), "touch-up", "K", "brush-keep", checkable=True),
    _entry("erase-brush", QT_TRANSLATE_NOOP("Actions", "Erase brush"), "touch-up", "E", "brush-erase", checkable=True),
    _entry("open-hole", QT_TRANSLATE_NOOP("Actions", "Open a hole"), "touch-up", "O", "hole", checkable=True),
    _entry("keep-box", QT_TRANSLATE_NOOP("Actions", "Rectangle"), "touch-up", "Y", "rectangle", checkable=True),
    _entry("heal", QT_TRANSLATE_NOOP("Actions", "Heal brush"), "touch-up", "H", "heal", checkable=True),
    _entry(
        "eyedropper",
        QT_TRANSLATE_NOOP("Actions", "Pick what is white or grey"),
        "touch-up",
        "W",
        "eyedropper",
        checkable=True,
    ),
    _entry("smaller-brush", QT_TRANSLATE_NOOP("Actions", "Smaller brush"), "touch-up", "[", ""),
    _entry("larger-brush", QT_TRANSLATE_NOOP("Actions", "Larger brush"), "touch-up", "]", ""),
    _entry("edge-aware", QT_TRANSLATE_NOOP("Actions", "Stop at edges"), "touch-up", "Q", "", checkable=True),
    _entry(
        "copy-to-next",
        QT_TRANSLATE_NOOP("Actions", "Copy to the next photos of this product"),
        "touch-up",
        "Ctrl+Shift+C",
        "copy",
    ),
    _entry("leave", QT_TRANSLATE_NOOP("Actions", "Leave"), "touch-up", "Esc", "close"),
    _entry("keys", QT_TRANSLATE_NOOP("Actions", "Keys"), "help", "F1", "help"),
    _entry("menu", QT_TRANSLATE_NOOP("Actions", "Menu"), "help", "F10", "more"),
    _entry("log", QT_TRANSLATE_NOOP("Actions", "Open the folder with the log"), "help", "", "folder"),
    _entry("about", QT_TRANSLATE_NOOP("Actions", "About Whitecove"), "help", "", "info"),
)
BY_ID = {each.id: each for each in ACTIONS}


class Actions:
    """The actions of one window, as `QAction`s of ``owner``, by id."""

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        self._made: dict[str, QAction] = {entry.id: _made(entry, owner) for entry in ACTIONS}
        self._why_not: dict[str, str] = {}
        owner.addActions(list(self._made.values()))
        self.retranslate()

    def __getitem__(self, id_: str) -> QAction:
        return self._made[id_]

    def on(self, id_: str, do: Callable[[], object]) -> None:
        """Doing ``id_`` calls ``do``."""
        self._made[id_].triggered.connect(_Call(do))

    def allow(self, id_: str, why_not: str = "") -> None:
        """``id_`` can be done, or cannot: ``why_not`` is a sentence that says so, as the translators find it."""
        self._made[id_].setEnabled(not why_not)
        if why_not != self._why_not.get(id_, ""):
            self._why_not[id_] = why_not
            self._tell(BY_ID[id_])

    def retranslate(self) -> None:
        """The words, in the language that holds now."""
        for entry in ACTIONS:
            self._made[entry.id].setText(QCoreApplication.translate(CONTEXT, entry.text))
            self._tell(entry)

    def _tell(self, entry: Entry) -> None:
        text, why_not = QCoreApplication.translate(CONTEXT, entry.text), self._why_not.get(entry.id, "")
        keys = QKeySequence(entry.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if entry.keys else ""
        reason = QCoreApplication.translate(CONTEXT, why_not) if why_not else ""
        tip = "\n".join(filter(None, (f"{text} ({keys})" if keys else text, reason)))
        self._made[entry.id].setToolTip(tip)


class _Call:
    """Calls without what `triggered` says."""

    def __init__(self, do: Callable[[], object]) -> None:
        self.do = do

    def __call__(self, _checked: bool = False) -> None:
        self.do()


def _made(entry: Entry, owner: QWidget) -> QAction:
    action = QAction(owner)
    action.setObjectName(entry.id)
    action.setCheckable(entry.checkable)
    action.setShortcuts([QKeySequence(each) for each in entry.keys])
    return action

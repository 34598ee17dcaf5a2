"""Render all that the theme knows, to be looked at: ``make_theme_sheet.py FOLDER``.

Controls in every condition, states, strips, menus and icons, light and dark, at 100 % and 200 %. The pictures are for the
eye and do not belong in the repository.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtGui import QAction, QKeySequence, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QSplitter,
    QTabWidget,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from whitecove.core.model import State
from whitecove.gui.theme.apply import Scheme, apply
from whitecove.gui.theme.badge import Badge
from whitecove.gui.theme.icons import icon, names
from whitecove.gui.theme.picture import Picture
from whitecove.gui.theme.segments import Segment, SegmentedControl
from whitecove.gui.theme.states import state_icon, state_word
from whitecove.gui.theme.strip import Strip, Tone
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import (
    caption,
    danger_button,
    frame,
    heading,
    label,
    muted,
    primary_button,
    push_button,
    quiet_button,
    quiet_choice,
    rule,
    search_field,
    strong,
    title,
    tool_button,
)

Maker = Callable[[], QWidget]
CONDITIONS = ("normal", "hover", "pressed", "focus", "disabled")
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def main(arguments: Sequence[str]) -> int:
    """Render into the folder, in one process for each pixel density; 0."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for scale in ("1", "2"):
        if os.environ.get("QT_SCALE_FACTOR") == scale:
            _render(folder, scale)
            return 0
    for scale in ("1", "2"):
        env = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run([sys.executable, __file__, str(folder)], env=env, check=True)
    return 0


def _render(folder: Path, scale: str) -> None:
    app = QApplication([])
    apply(app, "light")
    pages = {"controls": _controls_page(), "surfaces": _surfaces_page(), "icons": _icons_page()}
    for page in pages.values():
        page.show()
    for scheme in SCHEMES:  # the same widgets: changing over while running is part of what is looked at
        apply(app, scheme)
        for name, page in pages.items():
            page.grab().save(str(folder / f"{name}-{scheme}-{scale}00.png"))
        for name, picture in {"conditions": _conditions(), "popups": _popups()}.items():
            picture.save(str(folder / f"{name}-{scheme}-{scale}00.png"))


def _row(*widgets: QWidget, stretch: bool = True) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return holder


def _controls_page() -> QWidget:
    page = frame("panel")
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(METRICS.gap_large)
    for widget in (title("Deliver"), heading("What goes out"), strong("57 ready"), muted("Nothing has been sent yet.")):
        column.addWidget(widget)
    column.addWidget(caption("Read on 12 May, from the seller's pages"))
    column.addWidget(_row(*_buttons()))
    column.addWidget(_row(*_tools()))
    column.addWidget(_row(*_inputs()))
    column.addWidget(_row(*_ticks()))
    column.addWidget(_row(_slider(30, 0, 100), _slider(0, -50, 50, origin=0), _slider(20, -50, 50, origin=0)))
    column.addWidget(_progress())
    column.addWidget(_row(*(Badge(state) for state in State)))
    column.addWidget(_tabs())
    page.resize(1000, page.sizeHint().height())
    return page


def _buttons() -> list[QWidget]:
    off = push_button("Cannot now", "trash")
    off.setEnabled(False)
    off_primary = primary_button("Deliver", "deliver")
    off_primary.setEnabled(False)
    return [
        primary_button("Prepare 24", "play", large=True),
        primary_button("Deliver", "deliver"),
        push_button("Choose folder", "folder"),
        push_button("Fix first"),
        quiet_button("Leave"),
        danger_button("Delete", "trash"),
        off,
        off_primary,
    ]


def _tools() -> list[QWidget]:
    checked = tool_button("eye", "Show what is not white", "N", checkable=True)
    checked.setChecked(True)
    off = tool_button("undo", "Undo", "Ctrl+Z")
    off.setEnabled(False)
    views = [
        Segment("split", "Split", "split-view"),
        Segment("side", "Side by side", "side-by-side"),
        Segment("flip", "Flip", "compare"),
    ]
    words = [Segment(word, word) for word in ("White", "Grey", "Black", "Green")]
    choice = quiet_choice("Marketplace")
    choice.addItems(["AliExpress", "Taobao"])
    return [
        tool_button("add", "Add"),
        tool_button("settings", "Settings"),
        checked,
        off,
        rule(Qt.Orientation.Vertical),
        SegmentedControl("View", views),
        SegmentedControl("Ground", words),
        choice,
    ]


def _inputs() -> list[QWidget]:
    choice = QComboBox()
    choice.addItems(["Auto", "Backdrop", "Keep as it is"])
    off = QLineEdit("SKU-101")
    off.setEnabled(False)
    number, share = QSpinBox(), QDoubleSpinBox()
    share.setSuffix(" %")
    share.setValue(85)
    editable = QComboBox()
    editable.setEditable(True)
    editable.addItem("Dirty")
    return [search_field("Search products"), QLineEdit("SKU-101"), off, choice, editable, number, share]


def _ticks() -> list[QWidget]:
    made: list[QWidget] = []
    for text, state in (("Off", "Unchecked"), ("Some", "PartiallyChecked"), ("On", "Checked")):
        box = QCheckBox(text)
        box.setTristate(text == "Some")
        box.setCheckState(Qt.CheckState[state])
        made.append(box)
    off = QCheckBox("On, off")
    off.setChecked(True)
    off.setEnabled(False)
    first, second = QRadioButton("Own shadow"), QRadioButton("None")
    first.setChecked(True)
    return [*made, off, first, second]


def _slider(value: int, low: int, high: int, origin: int | None = None) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(low, high)
    slider.setValue(value)
    slider.setMinimumWidth(200)
    if origin is not None:
        slider.setProperty("origin", origin)
    return slider


def _progress() -> QWidget:
    bar, busy = QProgressBar(), QProgressBar()
    bar.setRange(0, 480)
    bar.setValue(212)
    busy.setRange(0, 0)
    return _row(bar, busy, label("212 of 480 · 38 a minute"), stretch=False)


def _tabs() -> QTabWidget:
    tabs = QTabWidget()
    for name in ("Checks", "Adjust", "Info"):
        group = QGroupBox("Background")
        QVBoxLayout(group).addWidget(QCheckBox("Correct colour and light"))
        tabs.addTab(group, name)
    tabs.setTabEnabled(2, False)
    return tabs


def _surfaces_page() -> QWidget:
    page = frame("desk")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    bar = frame("bar")
    row = QHBoxLayout(bar)
    row.setContentsMargins(16, 8, 16, 8)
    row.addWidget(_row(push_button("Add", "add", large=True), quiet_choice("Marketplace")))
    row.addWidget(primary_button("Prepare 24", "play", large=True))
    row.addWidget(tool_button("settings", "Settings"))
    column.addWidget(bar)
    tones: tuple[Tone, ...] = ("info", "ask", "done", "warning", "error")
    for tone in tones:
        strip = Strip(tone, "24 photos: the backdrop is grey-yellow. Was it white?")
        strip.add_button("Correct colour and light", primary=tone == "ask")
        strip.add_button("Leave")
        strip.add_close("Not now")
        column.addWidget(strip)
    column.addWidget(_splitter(), 1)
    status = frame("status")
    QHBoxLayout(status).addWidget(muted("212 of 480 · about 7 min left"))
    column.addWidget(status)
    page.resize(1000, 760)
    return page


def _splitter() -> QSplitter:
    splitter = QSplitter()
    listing = QListView()
    listing.setModel(QStringListModel([f"SKU-{number}" for number in range(101, 140)]))
    listing.setCurrentIndex(listing.model().index(1, 0))
    tree = QTreeView()
    model = QStandardItemModel()
    model.setHorizontalHeaderLabels(["Rule", "Measured"])
    for state in State:
        top = QStandardItem(state_icon(state), state_word(state))
        top.setCheckable(True)
        top.appendRow([QStandardItem("Background"), QStandardItem("247, 247, 245")])
        model.appendRow([top, QStandardItem("86")])
    tree.setModel(model)
    tree.expandAll()
    tree.setCurrentIndex(model.index(2, 0))
    card = frame("card")
    inside = QVBoxLayout(card)
    inside.addWidget(Picture("image", "muted", 48), 0, Qt.AlignmentFlag.AlignHCenter)
    inside.addWidget(heading("Drop a folder of product photos"), 0, Qt.AlignmentFlag.AlignHCenter)
    inside.addWidget(QPlainTextEdit("\n".join(f"line {number}" for number in range(60))))
    for widget in (listing, tree, card):
        splitter.addWidget(widget)
    return splitter


def _icons_page() -> QWidget:
    page = frame("panel")
    grid = QGridLayout(page)
    grid.setSpacing(METRICS.gap)
    for index, name in enumerate(sorted(names())):
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_row(*(Picture(name, "text", side) for side in (16, 20, 24, 32)), stretch=False))
        column.addWidget(caption(name), 0, Qt.AlignmentFlag.AlignHCenter)
        grid.addWidget(cell, index // 8, index % 8)
    page.resize(1160, page.sizeHint().height())
    return page


def _conditions() -> QPixmap:
    """A table: each control in each condition."""
    page = frame("panel")
    grid = QGridLayout(page)
    for place, condition in enumerate(CONDITIONS):
        grid.addWidget(caption(condition), 0, place + 1)
    for line, (name, make) in enumerate(_makers().items(), start=1):
        grid.addWidget(caption(name), line, 0)
        for place, condition in enumerate(CONDITIONS):
            shown = QLabel()
            shown.setPixmap(_in_condition(make(), condition))
            grid.addWidget(shown, line, place + 1)
    return page.grab()


def _makers() -> dict[str, Maker]:
    return {
        "plain": partial(push_button, "Choose folder", "folder"),
        "primary": partial(primary_button, "Prepare 24", "play"),
        "danger": partial(danger_button, "Delete", "trash"),
        "quiet": partial(quiet_button, "Leave"),
        "tool": partial(tool_button, "eye", "Show"),
        "checked": _checked,
        "field": partial(QLineEdit, "SKU-101"),
        "choice": _choice,
        "number": QSpinBox,
        "tick": partial(QCheckBox, "Scene"),
        "radio": partial(QRadioButton, "Own shadow"),
        "slider": partial(_slider, 40, 0, 100),
        "tabs": _tabs,
    }


def _checked() -> QToolButton:
    button = tool_button("eye", "Show", checkable=True)
    button.setChecked(True)
    return button


def _choice() -> QComboBox:
    choice = QComboBox()
    choice.addItems(["Auto", "Backdrop"])
    return choice


def _in_condition(widget: QWidget, condition: str) -> QPixmap:
    holder = frame("panel")
    QHBoxLayout(holder).addWidget(widget)
    holder.show()
    widget.setDisabled(condition == "disabled")
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, condition in {"hover", "pressed"})
    if condition == "pressed" and isinstance(widget, QPushButton | QToolButton | QCheckBox | QRadioButton):
        widget.setDown(True)
    if condition == "focus":
        holder.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, True)
        holder.activateWindow()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    return holder.grab()


def _popups() -> QPixmap:
    page = frame("desk")
    row = QHBoxLayout(page)
    dialog = QMessageBox(QMessageBox.Icon.Warning, "Whitecove", "A run is going on. It can go on next time.")
    dialog.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
    dialog.show()
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    choice = _choice()
    choice.show()
    choice.showPopup()
    for picture in (_menu().grab(), choice.view().window().grab(), dialog.grab(), buttons.grab()):
        shown = QLabel()
        shown.setPixmap(picture)
        row.addWidget(shown)
    return page.grab()


def _menu() -> QMenu:
    menu = QMenu()
    for text, name, keys in (("Approve", "check", "Return"), ("Reshoot", "camera-retry", "R"), ("Rename…", "pencil", "F2")):
        action = QAction(icon(name), text, menu)
        action.setShortcut(QKeySequence(keys))
        menu.addAction(action)
    menu.addSeparator()
    roles = menu.addMenu(icon("tag"), "Role")
    roles.addAction("Main")
    shown = menu.addAction("Show what is not white")
    shown.setCheckable(True)
    shown.setChecked(True)
    menu.addAction(icon("trash"), "Remove").setEnabled(False)
    menu.setActiveAction(menu.actions()[1])
    menu.popup(QPoint(0, 0))
    return menu


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

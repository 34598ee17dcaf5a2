"""What the theme can do, laid out on pages: see ``make_theme_sheet.py``."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
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
from whitecove.gui.state_words import state_word
from whitecove.gui.theme.badge import Badge
from whitecove.gui.theme.icons import names
from whitecove.gui.theme.picture import Picture
from whitecove.gui.theme.segments import Segment, SegmentedControl
from whitecove.gui.theme.states import state_icon
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


def _row(*widgets: QWidget, stretch: bool = True) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return holder


def controls_page() -> QWidget:
    """Texts, buttons, fields and badges as they are at rest."""
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
    column.addWidget(_row(slider(30, 0, 100), slider(0, -50, 50, origin=0), slider(20, -50, 50, origin=0)))
    column.addWidget(_progress())
    column.addWidget(_row(*(Badge(state) for state in State)))
    column.addWidget(tabs())
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
        _with_menu(),
        _text_beside(),
        rule(Qt.Orientation.Vertical),
        SegmentedControl("View", views),
        SegmentedControl("Ground", words),
        choice,
    ]


def _with_menu() -> QToolButton:
    button = tool_button("eye", "Ground")
    button.setMenu(QMenu(button))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
    return button


def _text_beside() -> QToolButton:
    button = tool_button("tag", "Role")
    button.setText("Role")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setMenu(QMenu(button))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


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


def slider(value: int, low: int, high: int, origin: int | None = None) -> QSlider:
    """A slider at a value; ``origin`` is where it fills from."""
    made = QSlider(Qt.Orientation.Horizontal)
    made.setRange(low, high)
    made.setValue(value)
    made.setMinimumWidth(200)
    if origin is not None:
        made.setProperty("origin", origin)
    return made


def _progress() -> QWidget:
    bar, busy = QProgressBar(), QProgressBar()
    bar.setRange(0, 480)
    bar.setValue(212)
    busy.setRange(0, 0)
    return _row(bar, busy, label("212 of 480 · 38 a minute"), stretch=False)


def tabs() -> QTabWidget:
    """Three tabs, the last of them off."""
    made = QTabWidget()
    for name in ("Checks", "Adjust", "Info"):
        group = QGroupBox("Background")
        QVBoxLayout(group).addWidget(QCheckBox("Correct colour and light"))
        made.addTab(group, name)
    made.setTabEnabled(2, False)
    return made


def surfaces_page() -> QWidget:
    """Bars, strips, lists and cards, put together as in a window."""
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


def icons_page() -> QWidget:
    """Every icon at 16, 20, 24 and 32 pixels."""
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

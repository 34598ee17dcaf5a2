"""Help: the sheet of keys, made from the table of actions; and about, with version, licences and what is sent."""

from __future__ import annotations

import platform
import sys

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from whitecove import __version__, paths
from whitecove.gui.actions import ACTIONS, CONTEXT, GROUPS, Entry
from whitecove.gui.pages.asking import show_outside
from whitecove.gui.pages.furniture import EDGE, Page, emptied, side_by_side, wrapped
from whitecove.gui.pages.licences import licences
from whitecove.gui.theme.icons import app_icon
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import caption, frame, heading, label, muted, push_button, search_field, title

COLUMNS = 2


class _HelpBox(QDialog):
    """A window of ``SIZE`` that is built in one go, and anew in another language."""

    SIZE: QSize

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build()
        self.resize(self.SIZE)

    def changeEvent(self, event: QEvent) -> None:
        """In another language, all is made anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            emptied(self._column)
            self._build()

    def _build(self) -> None:
        """Fills the window."""
        raise NotImplementedError


class KeySheet(_HelpBox):
    """All keys, by what they are for; a word finds some of them."""

    SIZE = QSize(900, 640)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Keys"))
        self.search = search_field(self.tr("What do you want to do?"))
        self.search.textChanged.connect(self._fill)
        self.page = Page(widest=1200)
        self.page.set_name(self.tr("Keys"))
        self.page.add(self.search)
        ground = QWidget()
        self.columns = QHBoxLayout(ground)
        self.columns.setContentsMargins(0, METRICS.gap, 0, 0)
        self.columns.setSpacing(EDGE)
        self.page.add(ground)
        self._column.addWidget(self.page)
        self._fill("")

    def shown(self) -> list[str]:
        """The ids of the actions that are seen."""
        return [entry.id for _, entries in _found(self.search.text()) for entry in entries]

    def _fill(self, text: str) -> None:
        emptied(self.columns)
        groups = _found(text)
        lengths = [0] * COLUMNS
        columns = [QVBoxLayout() for _ in range(COLUMNS)]
        for name, entries in groups:
            place = lengths.index(min(lengths))
            lengths[place] += len(entries) + 2
            columns[place].addWidget(_KeyGroup(name, entries))
        for column in columns:
            ground = QWidget()
            ground.setLayout(column)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(METRICS.gap_large)
            column.addStretch(1)
            self.columns.addWidget(ground, 1)
        if not groups:
            self.columns.insertWidget(0, muted(self.tr("Nothing has that name.")))


class AboutBox(_HelpBox):
    """Name, version, what is sent anywhere, where the log lies, and whose work is in it."""

    SIZE = QSize(680, 620)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("About Whitecove"))
        self.copy = push_button(self.tr("Copy details"), "copy")
        self.log = push_button(self.tr("Open the log folder"), "folder-open")
        self.copy.clicked.connect(self._copy)
        self.log.clicked.connect(self._open_log)
        ground = QWidget()
        self._column.addWidget(ground)
        column = QVBoxLayout(ground)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(METRICS.gap)
        column.addLayout(self._head())
        sent = self.tr(
            "Nothing is sent anywhere: no photos, no figures, no reports. Whitecove connects only to download a model "
            "that you ask for."
        )
        column.addSpacing(METRICS.gap)
        column.addWidget(wrapped(label(sent)))
        column.addWidget(side_by_side(self.copy, self.log))
        column.addSpacing(METRICS.gap)
        column.addWidget(heading(self.tr("Made with")))
        self.table = self._table()
        column.addWidget(self.table, 1)

    def details(self) -> str:
        """What belongs into a report."""
        system = f"{platform.system()} {platform.release()} {platform.machine()}"
        return f"Whitecove {__version__}\nPython {sys.version.split()[0]}\n{system}\n{QGuiApplication.platformName()}"

    def _head(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(QSize(56, 56)))
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(title("Whitecove"))
        text.addWidget(muted(self.tr("Version {version}").format(version=__version__)))
        text.addWidget(caption(self.tr("MIT licence. Product photos in, proven marketplace pictures out.")))
        line = QHBoxLayout()
        line.setSpacing(METRICS.gap_large)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(text, 1)
        return line

    def _table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setAccessibleName(self.tr("Made with"))
        table.setRootIsDecorated(False)
        table.setHeaderLabels([self.tr("Package"), self.tr("Licence"), self.tr("Note")])
        for each in licences():
            item = QTreeWidgetItem([each.package, each.licence, each.note])
            item.setToolTip(1, each.licence)
            item.setToolTip(2, each.note)
            table.addTopLevelItem(item)
        table.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.header().setStretchLastSection(True)
        table.setColumnWidth(0, 170)
        table.setColumnWidth(1, 160)
        return table

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details())

    def _open_log(self) -> None:
        folder = paths.log_dir()
        folder.mkdir(parents=True, exist_ok=True)
        show_outside(folder)


class _KeyGroup(QWidget):
    """The keys of one menu."""

    def __init__(self, name: str, entries: list[Entry]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(heading(name))
        ground = frame("card")
        grid = QGridLayout(ground)
        grid.setContentsMargins(METRICS.margin, METRICS.gap, METRICS.margin, METRICS.gap)
        grid.setVerticalSpacing(METRICS.gap_small)
        grid.setColumnStretch(0, 1)
        for row, entry in enumerate(entries):
            grid.addWidget(wrapped(label(QCoreApplication.translate(CONTEXT, entry.text))), row, 0)
            keys = caption("  ".join(_key(each) for each in entry.keys))
            grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(ground)


def _found(text: str) -> list[tuple[str, list[Entry]]]:
    """The actions that have keys and ``text`` in their words, by group."""
    wanted = text.casefold().strip()
    found = []
    for group, name in GROUPS.items():
        entries = [entry for entry in ACTIONS if entry.group == group and entry.keys and _has(entry, wanted)]
        if entries:
            found.append((QCoreApplication.translate(CONTEXT, name).replace("&", ""), entries))
    return found


def _has(entry: Entry, wanted: str) -> bool:
    words = f"{QCoreApplication.translate(CONTEXT, entry.text)} {' '.join(map(_key, entry.keys))}"
    return wanted in words.casefold()


def _key(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)

"""The page of the watched folder: what arrives there is prepared by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from whitecove.gui.pages.asking import ask_file, ask_folder, show_outside
from whitecove.gui.pages.figures import folder_words
from whitecove.gui.pages.furniture import Card, Page, Row, wrapped
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.pages.watcher import Watcher
from whitecove.gui.theme.icons import icon
from whitecove.gui.theme.states import STATES
from whitecove.gui.theme.widgets import caption, push_button, quiet_button, set_tone
from whitecove.studio.watch_asks import Happening, WatchNews

# So many lines are kept: what came of each photo stands in the report.
LINES_AT_MOST = 200
_ICONS = {
    Happening.BEGUN: ("eye", "working"),
    Happening.WORKING: ("working", "working"),
    Happening.ROUND: ("check-circle", "ready"),
    Happening.AWAY: ("alert", "review"),
    Happening.BACK: ("info", "working"),
    Happening.SLOW: ("clock", "muted"),
    Happening.TROUBLE: ("alert", "failed"),
}


class WatchPage(Page):
    """Switches the `Watcher` on and off, and shows what it hears."""

    def __init__(self, watcher: Watcher, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_name(
            self.tr("Watched folder"),
            self.tr("Photos that arrive in this folder are prepared by themselves, while Whitecove is open."),
        )
        self.watcher, self.preferences = watcher, preferences
        self._make_switch()
        self._make_log()
        preferences.changed.connect(self._show)
        watcher.changed.connect(self._show)
        watcher.happened.connect(self._happened)
        self._show()
        for news in watcher.log:
            self._line(news)

    def _make_switch(self) -> None:
        self.on = QCheckBox()
        self.on.toggled.connect(self._switched)
        self.on_row = Row(self.tr("Watch"), "", [self.on])
        self.folder = push_button(self.tr("Choose…"), "folder-open")
        self.out = push_button(self.tr("Choose…"), "folder-open")
        self.preset = push_button(self.tr("Choose…"), "folder-open")
        self.no_preset = quiet_button(self.tr("None"))
        self.open = quiet_button(self.tr("Open"), "external-link")
        self.folder_row = Row(self.tr("Folder"), "", [self.folder])
        self.out_row = Row(self.tr("Goes to"), "", [self.open, self.out])
        self.preset_row = Row(self.tr("Preset"), "", [self.no_preset, self.preset])
        self.folder.clicked.connect(self._ask_folder)
        self.out.clicked.connect(self._ask_out)
        self.preset.clicked.connect(self._ask_preset)
        self.no_preset.clicked.connect(self._no_preset)
        self.open.clicked.connect(self._open)
        card = Card()
        for row in (self.on_row, self.folder_row, self.out_row, self.preset_row):
            card.add(row)
        self.add(card)

    def _make_log(self) -> None:
        self.counts = wrapped(caption(""))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What happened"))
        self.list.setMinimumHeight(180)
        self.list.setWordWrap(True)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.log = Card(self.tr("What happened"))
        self.log.add(self.counts)
        self.log.add(self.list, line=False)
        self.add(self.log)

    # --- what it shows

    def _show(self, _key: str = "") -> None:
        now = self.preferences.now
        before = self.on.blockSignals(True)
        self.on.setChecked(self.watcher.is_on)
        self.on.blockSignals(before)
        self.on.setEnabled(bool(now.watch_folder))
        self.folder_row.say(folder_words(Path(now.watch_folder)) if now.watch_folder else self.tr("Choose it first."))
        out = self.watcher.out()
        self.out_row.say(folder_words(out) if out else self.tr("A folder beside it."))
        self.open.setVisible(bool(out and out.is_dir()))
        usual = self.tr("As set under Preparing.")
        self.preset_row.say(folder_words(Path(now.watch_preset)) if now.watch_preset else usual)
        self.no_preset.setVisible(bool(now.watch_preset))
        for button in (self.folder, self.out, self.preset, self.no_preset):
            button.setEnabled(not self.watcher.is_on)
        self._show_state()

    def _show_state(self) -> None:
        if self.watcher.reason:
            self.on_row.say(self.watcher.reason)
        elif self.watcher.is_on:
            self.on_row.say(self.tr("Watching. What is finished stays when you switch it off."))
        else:
            self.on_row.say(self.tr("Off."))
        set_tone(self.on_row.about, "failed" if self.watcher.reason else "ready" if self.watcher.is_on else "")
        self.counts.setText(self.watcher.counts_words())
        self.counts.setVisible(bool(self.counts.text()))
        self.log.setVisible(bool(self.watcher.log))

    def _happened(self, news: WatchNews) -> None:
        self._line(news)
        self._show_state()

    def _line(self, news: WatchNews) -> None:
        item = QListWidgetItem(_sign(news), self.watcher.words(news))
        item.setToolTip(news.reason)
        self.list.insertItem(0, item)
        while self.list.count() > LINES_AT_MOST:
            self.list.takeItem(self.list.count() - 1)

    # --- what a person wants

    def _switched(self, wanted: bool) -> None:
        self.watcher.switch(wanted)

    def _ask_folder(self) -> None:
        ask_folder(self, self.tr("Watch a folder"), self.watch, self.preferences.now.watch_folder)

    def watch(self, folder: Path) -> None:
        """That is the folder to watch."""
        self.preferences.set(watch_folder=str(folder))

    def _ask_out(self) -> None:
        ask_folder(self, self.tr("Where pictures go"), self.go_to, self.preferences.now.watch_out)

    def go_to(self, folder: Path) -> None:
        """Pictures go there."""
        self.preferences.set(watch_out=str(folder))

    def _ask_preset(self) -> None:
        ask_file(self, self.tr("Choose a preset"), self.tr("Presets (*.toml)"), self.prepare_as)

    def prepare_as(self, file: Path) -> None:
        """Pictures are made as that preset says."""
        self.preferences.set(watch_preset=str(file))

    def _no_preset(self) -> None:
        self.preferences.set(watch_preset="")

    def _open(self) -> None:
        out = self.watcher.out()
        if out:
            show_outside(out)


def _sign(news: WatchNews) -> QIcon:
    if news.state:
        return icon(STATES[news.state].icon, STATES[news.state].colour)
    return icon(*_ICONS.get(news.happening, ("info", "muted")))

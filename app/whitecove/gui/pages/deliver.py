"""Deliver: where to, what goes and what does not and why, the work, and what came of it. A person opens it; nothing
opens it by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from whitecove.gui.bridge import FLOOR
from whitecove.gui.document import Document
from whitecove.gui.pages.asking import ask_folder, ask_new_file
from whitecove.gui.pages.deliver_parts import HeldBackRow, Summary, ready_words
from whitecove.gui.pages.delivery_outlook import Outlook, changed, outlook
from whitecove.gui.pages.figures import folder_words
from whitecove.gui.pages.figures import number as figure
from whitecove.gui.pages.furniture import Card, Page, Row, emptied
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.pages.refusals import on_screen
from whitecove.gui.theme.strip import Strip
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import frame, primary_button, push_button
from whitecove.studio.asks import HandedOver, HandoverRecalled, RecallHandover

SIZE = QSize(720, 600)
EDITED = ("plan.edited", "plan.foreign", "deliver.changed")


class DeliverSheet(QDialog):
    """``fix_wanted`` carries the keys of photos that a person wants to look at first."""

    fix_wanted = Signal(object)

    def __init__(self, document: Document, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self.preferences = document, preferences
        self.last: tuple[tuple[str, str], ...] | None = None
        self.now: Outlook = outlook(document.session)
        self._under_way = self._only_changed = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._build()
        document.bridge.listen(HandoverRecalled, self._recalled)
        document.handed_over.connect(self._handed_over)
        document.refused.connect(self._refused)
        document.prepared.connect(self._prepared)
        for signal in (document.reset, document.products_changed, document.progress_changed):
            signal.connect(self._look)
        self.resize(SIZE)

    # --- how it is made

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Deliver"))
        self.page = Page()
        self.page.set_name(self.tr("Deliver"))
        self._make_target()
        self.held = Card(self.tr("Not ready, and not delivered"))
        self.page.add(self.held)
        self.summary = Summary()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.page)
        self.stack.addWidget(self.summary)
        self._column.addWidget(self.stack)
        self._make_foot()

    def _make_target(self) -> None:
        self.folder = push_button(self.tr("Folder…"), "folder-open")
        self.zip = push_button(self.tr("Zip file…"), "archive")
        self.folder.clicked.connect(self._ask_folder)
        self.zip.clicked.connect(self._ask_zip)
        self.target_row = Row(self.tr("To"), "", [self.folder, self.zip])
        card = Card()
        card.add(self.target_row)
        self.page.add(card)

    def _make_foot(self) -> None:
        self.strip = Strip("info", "")
        self.keep = self.strip.add_button(self.tr("Keep mine"))
        self.replace = self.strip.add_button(self.tr("Replace"))
        self.keep.clicked.connect(self._keep_mine)
        self.replace.clicked.connect(self._replace)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Delivering"))
        self.close_button = push_button(self.tr("Close"))
        self.some = push_button("", "changed")
        self.all = primary_button("", "deliver", large=True)
        self.close_button.clicked.connect(self.close)
        self.some.clicked.connect(self._deliver_changed)
        self.all.clicked.connect(self._deliver_all)
        foot = frame("status")
        lines = QVBoxLayout(foot)
        lines.setContentsMargins(METRICS.margin, METRICS.gap, METRICS.margin, METRICS.margin)
        lines.addWidget(self.bar)
        line = Row("", "", [self.close_button, self.some, self.all])
        line.name.hide()
        self.stage = line.about
        lines.addWidget(line)
        self._column.addWidget(self.strip)
        self._column.addWidget(foot)
        self.strip.hide()

    def changeEvent(self, event: QEvent) -> None:
        """In another language, all is made anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            emptied(self._column)
            self._build()
            self._look()

    # --- what it shows

    def open_sheet(self, *, only_changed: bool = False) -> None:
        """Shows how it stands now; ``only_changed`` makes that the button to press."""
        self.stack.setCurrentWidget(self.page)
        self.strip.hide()
        if self.document.session.out:
            self.document.bridge.send(FLOOR, RecallHandover(out=self.document.session.out))
        self.show()
        self._look()
        self.activateWindow()
        (self.some if only_changed else self.all).setFocus()

    def target(self) -> Path | None:
        """Where it goes."""
        kept = self.preferences.now.deliver_to
        return Path(kept) if kept else None

    def _look(self, _what: object = None) -> None:
        if not self.isVisible() and not self._under_way:
            return
        before, self.now = self.now, outlook(self.document.session)
        number, products = len(self.now.files), self.now.products
        self.page.set_name(self.tr("Deliver"), ready_words(number, products, self.now.slots))
        if before.held_back != self.now.held_back or not self.held.rows():
            self._show_held_back()
        target = self.target()
        self.target_row.say(folder_words(target) if target else self.tr("Choose a folder or a zip file."))
        self._show_work()

    def _show_held_back(self) -> None:
        self.held.clear()
        for group in self.now.held_back:
            row = HeldBackRow(group)
            row.fix_wanted.connect(self._fix)
            self.held.add(row)
        self.held.setVisible(bool(self.now.held_back))

    def _show_work(self) -> None:
        progress = self.document.progress
        running = progress.is_running or self._under_way
        self.bar.setVisible(running)
        self.bar.setRange(0, progress.total if progress.is_running else 0)
        self.bar.setValue(progress.done)
        self.stage.setText(self._stage_words())
        self.stage.setVisible(bool(self.stage.text()))
        done = self.stack.currentWidget() is self.summary
        can = not running and bool(self.now.files or self.now.to_do) and self.target() is not None and not done
        count = changed(self.now, self.last) if self.last is not None else 0
        self.all.setText(self.tr("Deliver ready ones ({number})").format(number=figure(len(self.now.files))))
        self.some.setText(self.tr("Deliver only what changed ({number})").format(number=figure(count)))
        self.all.setEnabled(can)
        self.some.setEnabled(can and count > 0)
        self.all.setVisible(not done)
        self.some.setVisible(self.last is not None and not done)
        for button in (self.folder, self.zip):
            button.setEnabled(not self._under_way)

    def _stage_words(self) -> str:
        progress = self.document.progress
        if progress.is_running:
            words = self.tr("Preparing: {done} of {total}")
            return words.format(done=figure(progress.done), total=figure(progress.total))
        if self._under_way:
            return self.tr("Each file is looked at once more, and copied…")
        if self.now.to_do and self.stack.currentWidget() is self.page:
            words = self.tr("Photos that are not prepared yet: {number}. They are prepared first.")
            return words.format(number=figure(self.now.to_do))
        return ""

    # --- what a person wants

    def deliver_to(self, target: Path) -> None:
        """Goes there, now and the next time."""
        self.preferences.set(deliver_to=str(target))
        self.strip.hide()
        self._look()

    def _ask_folder(self) -> None:
        ask_folder(self, self.tr("Deliver to a folder"), self.deliver_to, self.preferences.now.deliver_to)

    def _ask_zip(self) -> None:
        kinds = self.tr("Zip files (*.zip)")
        ask_new_file(self, self.tr("Deliver to a zip file"), kinds, "zip", self.deliver_to)

    def _deliver_all(self) -> None:
        self._deliver(only_changed=False)

    def _deliver_changed(self) -> None:
        self._deliver(only_changed=True)

    def _keep_mine(self) -> None:
        self._deliver(only_changed=self._only_changed, keep_edited=True)

    def _replace(self) -> None:
        self._deliver(only_changed=self._only_changed, replace_edited=True)

    def _deliver(self, *, only_changed: bool, keep_edited: bool = False, replace_edited: bool = False) -> None:
        target = self.target()
        if target is None or self._under_way:
            return
        self.strip.hide()
        self._under_way, self._only_changed = True, only_changed
        self.document.deliver(target, only_changed=only_changed, keep_edited=keep_edited, replace_edited=replace_edited)
        self._look()

    def _fix(self, keys: object) -> None:
        self.fix_wanted.emit(keys)
        self.close()

    # --- what came of it

    def _recalled(self, said: HandoverRecalled) -> None:
        if said.out == self.document.session.out:
            self.last = said.files
            self._look()

    def _prepared(self, said: object) -> None:
        if self._under_way and getattr(said, "interrupted", False):
            self._under_way = False
            self._look()

    def _handed_over(self, said: HandedOver) -> None:
        self._under_way = False
        self.summary.show_result(said, self.document.session.out)
        self.stack.setCurrentWidget(self.summary)
        if self.document.session.out:
            self.document.bridge.send(FLOOR, RecallHandover(out=self.document.session.out))
        self._look()

    def _refused(self, code: str, sentence: str) -> None:
        if not self._under_way:
            return
        self._under_way = False
        self.strip.say("error", on_screen(code, sentence))
        self.keep.setVisible(code in EDITED and code != "plan.foreign")
        self.replace.setVisible(code in EDITED)
        self.strip.show()
        self._look()

"""The right side of the window: Checks, Adjust and Info of the photo that is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QTabWidget, QVBoxLayout, QWidget

from whitecove.gui.document import Document
from whitecove.gui.panels.adjust import AdjustPanel
from whitecove.gui.panels.changing import History
from whitecove.gui.panels.checks import Checks
from whitecove.gui.panels.fixes import Intent
from whitecove.gui.panels.info import Info
from whitecove.gui.speaking import tongue
from whitecove.gui.theme.tokens import METRICS
from whitecove.studio.items import Shot

NARROWEST, USUAL = 280, 320
# What is done in the adjust panel: it comes to the front.
ADJUSTED = frozenset({Intent.ANOTHER_CUTOUT, Intent.LIGHT})


class Side(QFrame):
    """Tells the part in front which photo is shown. Its signals are those of its parts: ``show_box``,
    ``picture_chosen``, ``fix_wanted``, ``preview_requested``, ``pick_wanted``."""

    show_box = Signal(object)
    picture_chosen = Signal(object)
    fix_wanted = Signal(object, object)
    preview_requested = Signal(object)
    pick_wanted = Signal()

    def __init__(self, document: Document, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.setMinimumWidth(NARROWEST)
        self.checks = Checks(document, history)
        self.adjust = AdjustPanel(document, history)
        self.info = Info(document)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for panel in (self.checks, self.adjust, self.info):
            self.tabs.addTab(panel, "")
        self.retranslate()
        tongue().changed.connect(self.retranslate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, METRICS.gap_small, 0, 0)
        column.addWidget(self.tabs)
        self._document, self._key = document, ""
        self.tabs.currentChanged.connect(self._bring)
        self.checks.show_box.connect(self.show_box)
        self.checks.picture_chosen.connect(self.picture_chosen)
        self.checks.fix_wanted.connect(self._fix)
        self.adjust.preview_requested.connect(self.preview_requested)
        self.adjust.pick_wanted.connect(self.pick_wanted)

    def retranslate(self) -> None:
        """The words, in the language that holds now."""
        for number, text in enumerate((self.tr("Checks"), self.tr("Adjust"), self.tr("Info"))):
            self.tabs.setTabText(number, text)

    def set_photo(self, shot: Shot | None) -> None:
        """Shows ``shot`` in the part that is in front, and in the others once they are."""
        self._key = shot.key if shot else ""
        self._bring()

    def _bring(self, _index: int = 0) -> None:
        panel = self.tabs.currentWidget()
        assert isinstance(panel, Checks | AdjustPanel | Info)  # noqa: S101 (there are no others)
        shot = self._document.session.shots.get(self._key)
        if panel.shot is not shot:
            panel.set_photo(shot)

    def _fix(self, intent: str, about: object) -> None:
        if Intent(intent) in ADJUSTED:
            self.tabs.setCurrentWidget(self.adjust)
        else:
            self.fix_wanted.emit(intent, about)

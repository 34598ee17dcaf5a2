"""The bar at the bottom: how far the batch is, how many wait for a look, and where the pictures are."""

from __future__ import annotations

from PySide6.QtCore import QSize, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from whitecove.core.model import State
from whitecove.gui.document import Document
from whitecove.gui.home_paths import as_written
from whitecove.gui.panels import progress_words
from whitecove.gui.panels.elided import ElidedLabel, PathButton
from whitecove.gui.plain_words import said
from whitecove.gui.progress import Phase
from whitecove.gui.speaking import tongue
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import quiet_button

BAR_WIDTH = 160


class StatusBar(QFrame):
    """``review_wanted``: show what waits for a look."""

    review_wanted = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._computed = ""
        self.setProperty("kind", "status")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.text = ElidedLabel()
        self.review = quiet_button("", "alert")
        self.review.setIconSize(QSize(METRICS.icon_small, METRICS.icon_small))
        self.review.clicked.connect(self._want_review)
        self.folder = PathButton()
        self.folder.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(METRICS.margin, 1, METRICS.gap_small, 0)
        row.setSpacing(METRICS.gap)
        row.addWidget(self.bar)
        row.addWidget(self.text, 1)
        row.addWidget(self.review)
        row.addWidget(self.folder)
        document.progress_changed.connect(self.refresh)
        tongue().changed.connect(self.refresh)
        document.reset.connect(self.refresh)
        document.products_changed.connect(self._products)
        document.photos_changed.connect(self._photos)
        self.refresh()

    def refresh(self) -> None:
        """Shows how things are now."""
        progress, session = self._document.progress, self._document.session
        is_busy = progress.phase is not Phase.IDLE
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setVisible(is_busy)
        if is_busy:
            done, total = progress_words.share(progress)
            self.bar.setRange(0, total)
            self.bar.setValue(done)
        self.text.say(progress_words.said(progress, self._computed, waiting=len(session.shots)))
        self.text.setToolTip(said(progress.about) or self.text.toolTip())
        self._show_review()
        self.folder.setVisible(session.out is not None)
        if session.out is not None:
            self.folder.say(as_written(session.out), self.tr("Open the output folder"))

    def _show_review(self) -> None:
        count = self._document.session.counts().get(State.REVIEW, 0)
        self.review.setVisible(count > 0)
        self.review.setText(self.tr("%Ln to review", "", count))
        self.review.setToolTip(self.tr("Show only what waits for a look"))

    def _products(self, _skus: set[str]) -> None:
        self._show_review()

    def _photos(self, keys: set[str]) -> None:
        for key in keys:
            shot = self._document.session.shots.get(key)
            made = shot.rendition if shot else None
            if made and made.engine and (made.engine.startswith("rembg:") or not self._computed):
                self._computed = progress_words.computed_by(made.engine)

    def _want_review(self, _checked: bool = False) -> None:
        self.review_wanted.emit()

    def _open(self, _checked: bool = False) -> None:
        out = self._document.session.out
        if out is not None:
            place = next((each for each in (out, *out.parents) if each.exists()), out)
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))

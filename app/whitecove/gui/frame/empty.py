"""The window before there is a photo: one place to drop a folder on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whitecove.gui.speaking import tongue
from whitecove.gui.theme.icons import icon
from whitecove.gui.theme.scheme import look
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import muted, primary_button, push_button, title

PICTURE = 64


class EmptyPage(QWidget):
    """``folder_wanted``, ``photos_wanted`` and ``samples_wanted`` say which button was pressed."""

    folder_wanted = Signal()
    photos_wanted = Signal()
    samples_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_over = False
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = title("")
        self._text = muted("")
        self._text.setWordWrap(True)
        self._folder = primary_button("", "folder", large=True)
        self._photos = push_button("", "image")
        self._samples = push_button("", "package")
        self._folder.clicked.connect(self.folder_wanted)
        self._photos.clicked.connect(self.photos_wanted)
        self._samples.clicked.connect(self.samples_wanted)
        self._lay_out()
        self._draw()
        look().changed.connect(self._draw)
        tongue().changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """The words, in the language that holds now."""
        self._title.setText(self.tr("Drop a folder of product photos"))
        self._text.setText(
            self.tr("They are cut out, put on pure white and checked against the marketplace's rules. "
                    "Your photos stay as they are, and on this computer.")
        )  # fmt: skip
        self._folder.setText(self.tr("Choose a folder"))
        self._photos.setText(self.tr("Choose photos"))
        self._samples.setText(self.tr("Try the samples"))
        self.setAccessibleName(self._title.text())

    def set_over(self, over: bool) -> None:
        """Whether something that may be dropped is held over the window."""
        self._is_over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours = look().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colours.accent if self._is_over else colours.border)
        pen.setWidthF(2.0)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        edge = 3 * METRICS.gap
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 12, 12)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(METRICS.gap)
        buttons.addStretch()
        for each in (self._folder, self._photos, self._samples):
            buttons.addWidget(each)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 48, 64, 48)
        column.setSpacing(2 * METRICS.gap)
        column.addStretch(2)
        column.addWidget(self._picture)
        for words in (self._title, self._text):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        column.addSpacing(METRICS.gap)
        column.addLayout(buttons)
        column.addStretch(3)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icon("image", "muted").pixmap(QSize(PICTURE, PICTURE), ratio))

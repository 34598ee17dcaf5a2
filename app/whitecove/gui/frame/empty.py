"""The window before there is a photo: one place to drop a folder on, and what happens then."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whitecove.gui.speaking import tongue
from whitecove.gui.theme.icons import draw
from whitecove.gui.theme.paint import disc
from whitecove.gui.theme.picture import Picture
from whitecove.gui.theme.scheme import look
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import label, muted, primary_button, push_button, strong

SIGN = 88
WIDEST, STEP = 460, 220
EDGE = 3 * METRICS.gap


class EmptyPage(QWidget):
    """``folder_wanted``, ``photos_wanted`` and ``samples_wanted`` say which button was pressed."""

    folder_wanted = Signal()
    photos_wanted = Signal()
    samples_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_over = False
        self._sign = _Sign()
        self._title = label("", "display")
        self._text = _paragraph("", WIDEST)
        self._folder = primary_button("", "folder", large=True)
        self._photos = push_button("", "image", "quiet")
        self._samples = push_button("", "package", "quiet")
        self._steps = [_Step(icon) for icon in ("play", "eye", "deliver")]
        self._folder.clicked.connect(self.folder_wanted)
        self._photos.clicked.connect(self.photos_wanted)
        self._samples.clicked.connect(self.samples_wanted)
        self._lay_out()
        look().changed.connect(self.update)
        tongue().changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """The words, in the language that holds now."""
        self._title.setText(self.tr("Drop a folder of product photos"))
        self._text.setText(self.tr("Your photos stay as they are, and on this computer."))
        self._text.setFixedHeight(self._text.heightForWidth(WIDEST))
        self._folder.setText(self.tr("Choose a folder"))
        self._photos.setText(self.tr("Choose photos"))
        self._samples.setText(self.tr("Try the samples"))
        prepare, look_at, deliver = self._steps
        prepare.say(self.tr("Prepare"), self.tr("Cut out and put on pure white, in the marketplace's size"))
        look_at.say(self.tr("Look"), self.tr("Every picture is checked against the rules; you see the doubtful ones"))
        deliver.say(self.tr("Deliver"), self.tr("A folder to upload, every picture in it checked again"))
        self.setAccessibleName(self._title.text())

    def set_over(self, over: bool) -> None:
        """Whether something that may be dropped is held over the window."""
        self._is_over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        now = look().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(now.window))
        pen = QPen(QColor(now.accent if self._is_over else now.outline), 2.0 if self._is_over else 1.5)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(QColor(now.accent_soft if self._is_over else now.surface))
        area = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.drawRoundedRect(area, METRICS.radius_large + 2, METRICS.radius_large + 2)
        painter.end()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * EDGE, 2 * EDGE, 2 * EDGE, 2 * EDGE)
        column.setSpacing(0)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(3)
        column.addWidget(self._sign, 0, middle)
        column.addSpacing(METRICS.gap_large + METRICS.gap)
        column.addWidget(self._title, 0, middle)
        column.addSpacing(METRICS.gap)
        column.addWidget(self._text, 0, middle)
        column.addSpacing(METRICS.gap_large + METRICS.gap)
        column.addWidget(self._folder, 0, middle)
        column.addSpacing(METRICS.gap)
        others = QHBoxLayout()
        others.setSpacing(METRICS.gap_small)
        others.addStretch(1)
        others.addWidget(self._photos)
        others.addWidget(self._samples)
        others.addStretch(1)
        column.addLayout(others)
        column.addStretch(3)
        steps = QHBoxLayout()
        steps.setSpacing(2 * METRICS.gap_large)
        steps.addStretch(1)
        for step in self._steps:
            steps.addWidget(step, 0, Qt.AlignmentFlag.AlignTop)
        steps.addStretch(1)
        column.addLayout(steps)
        column.addStretch(1)


class _Sign(QWidget):
    """A folder, in a disc."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(SIGN, SIGN)
        look().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = look().colours
        painter = QPainter(self)
        area = QRectF(self.rect())
        disc(painter, area.center(), SIGN / 2, now.accent_soft)
        inset = SIGN * 0.28
        draw(painter, "folder-open", now.link, area.adjusted(inset, inset, -inset, -inset))
        painter.end()


class _Step(QWidget):
    """What is done, as an icon, a word and a sentence."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._name, self._about = strong(""), _paragraph("", STEP - METRICS.icon - METRICS.gap)
        self.setFixedWidth(STEP)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(METRICS.gap)
        row.addWidget(Picture(icon, "muted"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(METRICS.gap_small // 2)
        words.addWidget(self._name)
        self._about.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        words.addWidget(self._about)
        row.addLayout(words, 1)

    def say(self, name: str, about: str) -> None:
        """Its words."""
        self._name.setText(name)
        self._about.setText(about)
        self._about.setFixedHeight(self._about.heightForWidth(self._about.width()))


def _paragraph(text: str, width: int) -> QLabel:
    made = muted(text)
    made.setWordWrap(True)
    made.setFixedWidth(width)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made

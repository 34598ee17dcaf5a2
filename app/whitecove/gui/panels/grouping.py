"""How photos become products: the way, and the pause between shots that parts two of them."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from whitecove.core.options import GROUPINGS
from whitecove.gui.document import Document
from whitecove.gui.marks import QT_TRANSLATE_NOOP
from whitecove.gui.panels.facts_words import number
from whitecove.gui.panels.gestures import Choice, Slider
from whitecove.gui.speaking import tongue
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import label

# The slider's first place is "found by itself"; the others are from the first of these seconds to the second, each so
# many times the one before.
SHORTEST, LONGEST, PLACES = 10.0, 7200.0, 60
# So long after the last movement photos are grouped anew.
SETTLE_MS = 250
WAYS: dict[str, str] = {
    "auto": QT_TRANSLATE_NOOP("Grouping", "As it fits"),
    "folder": QT_TRANSLATE_NOOP("Grouping", "By folder"),
    "name": QT_TRANSLATE_NOOP("Grouping", "By name"),
    "time": QT_TRANSLATE_NOOP("Grouping", "By shooting time"),
    "photo": QT_TRANSLATE_NOOP("Grouping", "Each photo by itself"),
}


def seconds_at(place: int) -> float:
    """The pause at a place of the slider, in seconds; 0 for the one that is found by itself."""
    if place <= 0:
        return 0.0
    return float(round(SHORTEST * (LONGEST / SHORTEST) ** ((place - 1) / (PLACES - 1))))


def place_of(seconds: float) -> int:
    """The place of the slider that is nearest to a pause of ``seconds``."""
    if seconds <= 0:
        return 0
    share = math.log(min(max(seconds, SHORTEST), LONGEST) / SHORTEST) / math.log(LONGEST / SHORTEST)
    return 1 + round(share * (PLACES - 1))


def pause_words(seconds: float) -> str:
    """A pause, in words."""
    translate = QCoreApplication.translate
    if seconds <= 0:
        return translate("Grouping", "found by itself")
    if seconds < 90:
        return translate("Grouping", "{count} s").format(count=number(round(seconds)))
    if seconds < 5400:
        return translate("Grouping", "{count} min").format(count=number(round(seconds / 60)))
    return translate("Grouping", "{count} h").format(count=QLocale().toString(round(seconds / 3600, 1)))


class GroupingBox(QFrame):
    """Sets the options ``group`` and ``gap``; the document then gathers anew."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setProperty("kind", "strip")
        self.setProperty("tone", "ask")
        self.way = Choice()
        for each in GROUPINGS:
            self.way.addItem("", each)
        self.slider = Slider(0, PLACES)
        self._group, self._about = label(""), label("")
        self.slider.setMinimumWidth(160)
        self._pause: QLabel = label("", "strong")
        self._pause.setMinimumWidth(96)
        self._parts: tuple[QWidget, ...] = (self._about, self.slider, self._pause)
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.settle)
        self.way.activated.connect(self._way_chosen)
        self.slider.slid.connect(self._slid)
        self._lay_out()
        self.retranslate()
        self.show_options()
        tongue().changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """The words, in the language that holds now."""
        self._group.setText(self.tr("Group"))
        self.way.setAccessibleName(self.tr("Way of grouping"))
        for place, each in enumerate(GROUPINGS):
            self.way.setItemText(place, QCoreApplication.translate("Grouping", WAYS[each]))
        self._about.setText(self.tr("Pause that parts two products"))
        self.slider.setAccessibleName(self._about.text())
        self._show_pause()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(
            METRICS.margin + METRICS.icon + METRICS.gap + METRICS.gap_small, 0, METRICS.gap, METRICS.gap
        )
        row.setSpacing(METRICS.gap)
        row.addWidget(self._group)
        row.addWidget(self.way)
        row.addSpacing(METRICS.gap)
        for part in self._parts:
            row.addWidget(part)
        row.addStretch(1)

    def show_options(self) -> None:
        """Shows what holds now."""
        options = self._document.session.options
        self.way.setCurrentIndex(self.way.findData(options.group))
        if not self._timer.isActive():
            self.slider.put(place_of(options.gap))
        self._show_pause()

    def settle(self) -> None:
        """Groups as it is set, at once."""
        self._timer.stop()
        options = self._document.session.options
        gap = seconds_at(self.slider.value())
        if place_of(options.gap) == self.slider.value():
            gap = options.gap
        self._document.set_options(replace(options, group=str(self.way.currentData()), gap=gap))

    def _show_pause(self) -> None:
        self._pause.setText(pause_words(seconds_at(self.slider.value())))
        uses_times = self.way.currentData() in ("auto", "time")
        for part in self._parts:
            part.setVisible(uses_times)

    def _way_chosen(self, _index: int) -> None:
        self._show_pause()
        self.settle()

    def _slid(self, _place: int, _gesture: int) -> None:
        self._show_pause()
        self._timer.start()

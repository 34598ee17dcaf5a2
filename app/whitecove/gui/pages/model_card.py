"""One cutout model: what it is good at, whether it is here, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from whitecove.gui.pages.figures import megabytes, number, speed_class, speed_words
from whitecove.gui.pages.furniture import wrapped
from whitecove.gui.pages.pace import Pace
from whitecove.gui.pages.two_clicks import TwoClicks
from whitecove.gui.plain_words import note
from whitecove.gui.theme.picture import Picture
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import caption, label, push_button, quiet_button, set_tone, strong
from whitecove.studio.model_asks import (
    Downloading,
    DownloadModel,
    MeasureModel,
    ModelRow,
    ModelState,
    RemoveModel,
    Speed,
    VerifyModel,
)

_SIGNS = {
    ModelState.HERE: ("check-circle", "ready"),
    ModelState.DAMAGED: ("x-circle", "failed"),
    ModelState.PART: ("clock", "review"),
    ModelState.ABSENT: ("download", "muted"),
}


class ModelCard(QWidget):
    """A row of the page of models. ``wanted`` carries what a person wants: ``download``, ``cancel``, ``measure``,
    ``verify`` or ``remove``."""

    wanted = Signal(str, str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.row: ModelRow | None = None
        self._offline = ""
        self.setAccessibleName(name)
        self._make_texts()
        self._make_buttons()
        self._place()

    def _make_texts(self) -> None:
        self.title = strong(self.name)
        self.sign = Picture("download", "muted", METRICS.icon_small)
        self.state = caption("")
        self.good_at = wrapped(label(""))
        self.facts = wrapped(caption(""))
        self.warning = wrapped(label("", "caption", "review"))
        self.consent = QCheckBox(self.tr("My pictures sell nothing: take it all the same"))
        self.consent.toggled.connect(self._enable)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.name)
        self.note = wrapped(caption(""))

    def _make_buttons(self) -> None:
        self.download = push_button(self.tr("Download"), "download")
        self.cancel = push_button(self.tr("Cancel"))
        self.measure = quiet_button(self.tr("Measure"), "clock")
        self.verify = quiet_button(self.tr("Verify"), "check")
        self.remove = TwoClicks(self.tr("Remove"), self.tr("Remove it?"), "trash")
        self.remove.sure.connect(self._sure)
        self._does = {"download": self.download, "cancel": self.cancel, "measure": self.measure, "verify": self.verify}
        for button in self._does.values():
            button.clicked.connect(self._clicked)
        for button in (*self._does.values(), self.remove):
            button.setAccessibleName(f"{button.text()}: {self.name}")
        self.measure.setToolTip(self.tr("Cut a sample photo out with it, and take the time"))
        self.verify.setToolTip(self.tr("Look at its bytes again"))

    def _place(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(METRICS.gap)
        top.addWidget(self.title)
        top.addWidget(self.sign)
        top.addWidget(self.state)
        top.addStretch(1)
        for button in (self.measure, self.verify, self.remove, self.cancel, self.download):
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, METRICS.gap, 0, METRICS.gap + METRICS.gap_small)
        column.setSpacing(METRICS.gap_small)
        column.addLayout(top)
        for widget in (self.good_at, self.facts, self.warning, self.consent, self.bar, self.note):
            column.addWidget(widget)

    def show_row(self, row: ModelRow, speed: Speed | None, offline: str) -> None:
        """Shows a model. ``offline`` is why nothing may be downloaded, if so."""
        self.row, self._offline = row, offline
        self.good_at.setText(self._good_at(row))
        self.facts.setText(self._facts(row, speed))
        self.warning.setText(self.tr("Its licence forbids pictures that sell something."))
        foreign = not row.commercial
        self.warning.setVisible(foreign)
        self.consent.setVisible(foreign and row.state is not ModelState.HERE)
        self.sign.show_icon(*_SIGNS[row.state])
        self.state.setText(self._state_words(row))
        set_tone(self.state, _SIGNS[row.state][1] if row.state is not ModelState.ABSENT else "")
        self._enable()

    def show_work(self, ask: object | None, news: Downloading | None, pace: Pace | None = None) -> None:
        """Shows what is being done with it."""
        self.bar.setVisible(ask is not None)
        if ask is not None:
            self.say(self._work_words(ask, news, pace))
            total = news.total if news else 0
            self.bar.setRange(0, 1000 if total else 0)
            self.bar.setValue(round(1000 * news.done / total) if news and total else 0)
        self._buttons(ask)

    def leave_off(self) -> None:
        """A person wants no more; a server that says nothing may take a while to be left."""
        self.cancel.setEnabled(False)
        self.say(self.tr("Leaving off…"))

    def say(self, text: str, tone: str = "") -> None:
        """A sentence below it; empty: none."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        set_tone(self.note, tone)

    def _buttons(self, ask: object | None) -> None:
        state = self.row.state if self.row else ModelState.ABSENT
        here = state is ModelState.HERE
        own = bool(self.row and self.row.kind)
        self.cancel.setVisible(isinstance(ask, DownloadModel | MeasureModel))
        if ask is None:
            self.cancel.setEnabled(True)
        self.download.setVisible(ask is None and not here and not own)
        self.download.setText(
            {
                ModelState.PART: self.tr("Go on"),
                ModelState.DAMAGED: self.tr("Download again"),
            }.get(state, self.tr("Download"))
        )
        self.measure.setVisible(ask is None and here)
        self.verify.setVisible(ask is None and (here or state is ModelState.DAMAGED))
        self.remove.setVisible(ask is None and state is not ModelState.ABSENT)
        self._enable()

    def _enable(self) -> None:
        agreed = self.row is None or self.row.commercial or self.consent.isChecked()
        self.download.setEnabled(agreed and not self._offline)
        tip = self._offline or ("" if agreed else self.tr("Say first that your pictures sell nothing"))
        self.download.setToolTip(tip)

    def _clicked(self) -> None:
        pressed = self.sender()
        wish = next((key for key, button in self._does.items() if button is pressed), "")
        self.wanted.emit(self.name, wish)

    def _sure(self) -> None:
        self.wanted.emit(self.name, "remove")

    def buttons(self) -> list[QPushButton]:
        """Those that are seen."""
        every = (*self._does.values(), self.remove)
        return [button for button in every if not button.isHidden()]

    def _good_at(self, row: ModelRow) -> str:
        if not row.kind:
            return note(row.good_at.partition(" Its licence forbids")[0])
        return self.tr("Your own model, shown photos as {kind} is.").format(kind=row.kind)

    def _facts(self, row: ModelRow, speed: Speed | None) -> str:
        pace = speed_words(speed) if speed else speed_class(row.speed)
        licence = row.licence or self.tr("licence: ask who made it")
        return " · ".join(each for each in (megabytes(row.bytes), pace, licence, row.origin) if each)

    def _state_words(self, row: ModelRow) -> str:
        if row.state is ModelState.PART:
            return self.tr("{kept} of {whole} here").format(kept=megabytes(row.kept), whole=megabytes(row.bytes))
        words = {
            ModelState.HERE: self.tr("Here"),
            ModelState.DAMAGED: self.tr("Damaged, not used"),
            ModelState.ABSENT: self.tr("Not here"),
        }
        return words[row.state]

    def _work_words(self, ask: object, news: Downloading | None, pace: Pace | None) -> str:
        if isinstance(ask, DownloadModel):
            return self._news_words(news, pace)
        words = {
            MeasureModel: self.tr("A sample photo is cut out…"),
            VerifyModel: self.tr("Its bytes are looked at…"),
            RemoveModel: self.tr("It is removed…"),
        }
        return words.get(type(ask), "")

    def _news_words(self, news: Downloading | None, pace: Pace | None) -> str:
        if news is None:
            return self.tr("Connecting…")
        if news.trouble:
            return news.trouble
        whole = megabytes(news.total) if news.total else "?"
        far = self.tr("{done} of {whole} from {host}").format(done=megabytes(news.done), whole=whole, host=news.host)
        rate = pace.per_second if pace else 0.0
        left = pace.seconds_left(news.total) if pace else None
        parts = [far]
        if rate:
            parts.append(self.tr("{size} a second").format(size=megabytes(rate)))
        if left is not None:
            parts.append(self.tr("{seconds} s left").format(seconds=number(left)))
        return " · ".join(parts)

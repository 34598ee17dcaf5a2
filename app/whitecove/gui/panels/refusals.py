"""What could not be done, as strips above the status bar: a sentence, what to do, and the details to copy."""

from __future__ import annotations

import platform

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from whitecove import __version__
from whitecove.gui.document import Document
from whitecove.gui.panels.strips import Answer, StripArea
from whitecove.gui.plain_words import said as in_window_words
from whitecove.gui.speaking import tongue
from whitecove.studio.asks import Prepared

REFUSED, TROUBLE, NOTES = "refused", "trouble", "notes"


class Refusals(QObject):
    """Shows the latest refusal of ``document`` in ``area`` until it is sent away or a batch begins."""

    def __init__(self, document: Document, area: StripArea, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._area = document, area
        self._details: dict[str, str] = {}
        self._last = ("", "")
        self._prepared_last: Prepared | None = None
        document.refused.connect(self.show_refusal)
        document.prepared.connect(self._prepared)
        document.progress_changed.connect(self._progress)
        area.answered.connect(self._answered)
        tongue().changed.connect(self.retranslate)

    def show_refusal(self, code: str, sentence: str) -> None:
        """Says that something could not be done; ``code`` is the message's."""
        self._last = code, sentence
        self._details[REFUSED] = _details(code, sentence)
        self._area.offer(REFUSED, in_window_words(sentence), self._answers(code), tone="error")

    def retranslate(self) -> None:
        """Says what is said now anew, in the language that holds."""
        if self._area.has(REFUSED):
            self.show_refusal(*self._last)
        if self._prepared_last and (self._area.has(TROUBLE) or self._area.has(NOTES)):
            self._prepared(self._prepared_last)

    def _answers(self, code: str) -> list[Answer]:
        answers = []
        if code == "plan.edited":
            answers.append(Answer("keep", self.tr("Deliver them as they are")))
        if code in ("plan.edited", "plan.foreign"):
            answers.append(Answer("replace", self.tr("Make them anew")))
        return [*answers, Answer("copy", self.tr("Copy details"), stays=True)]

    def _prepared(self, said: Prepared) -> None:
        self._prepared_last = said
        if said.trouble:
            self._details[TROUBLE] = _details("", said.trouble)
            answers = [Answer("copy", self.tr("Copy details"), stays=True)]
            self._area.offer(TROUBLE, in_window_words(said.trouble), answers, tone="error")
        if said.notes:
            shown = " ".join(in_window_words(note) for note in said.notes)
            self._details[NOTES] = _details("", "\n".join(said.notes))
            self._area.offer(NOTES, shown, [], tone="info")

    def _progress(self) -> None:
        if self._document.progress.is_running:
            for id_ in (REFUSED, TROUBLE, NOTES):
                self._area.withdraw(id_)

    def _answered(self, id_: str, key: str) -> None:
        if key == "copy":
            QGuiApplication.clipboard().setText(self._details.get(id_, ""))
        elif key in ("keep", "replace"):
            self._document.prepare(keep_edited=key == "keep", replace_edited=key == "replace")


def _details(code: str, sentence: str) -> str:
    """What somebody who helps needs to know."""
    return f"{sentence}\n{code}\nWhitecove {__version__}, Python {platform.python_version()}, {platform.platform()}\n"

"""What the window offers in strips of its own: work that was broken off, cutout models, the delivery, closing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from whitecove.gui.document import Document
from whitecove.gui.pages.model_shelf import ModelShelf
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.panels.arrival import DELIVER, LEFT_OVER, MODELS, Arrivals
from whitecove.gui.panels.strips import Answer, StripArea
from whitecove.gui.projects import Projects
from whitecove.gui.speaking import tongue

CLOSING = "closing"


class Offering(QObject):
    """``models_wanted``, ``delivery_wanted`` and ``close_wanted`` say what a person answered."""

    models_wanted = Signal()
    delivery_wanted = Signal()
    close_wanted = Signal()

    def __init__(
        self,
        area: StripArea,
        document: Document,
        projects: Projects,
        preferences: Preferences,
        models: ModelShelf,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._area, self._document, self._projects = area, document, projects
        self._preferences, self._models = preferences, models
        self._arrivals = Arrivals(document, area, self)
        self._left_over: list[Path] = []
        self._was_asked = self._is_closing = False
        area.answered.connect(self._answered)
        area.dismissed.connect(self._dismissed)
        models.changed.connect(self._look_at_models)
        document.arrived.connect(self._look_at_models)
        document.prepared.connect(self._settled)
        document.handed_over.connect(self._settled)
        document.refused.connect(self._settled)
        tongue().changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """Asks anew, in the language that holds."""
        if self._area.has(CLOSING):
            self._was_asked = False
            self.may_close()

    def offer_left_over(self) -> None:
        """Offers what a program that ended in the middle of its work left: the latest, and then the one before."""
        self._left_over = self._projects.left_over()
        if self._left_over:
            self._arrivals.offer_left_over()

    def may_close(self) -> bool:
        """Whether nothing keeps the window from closing; else it is asked, and a second try is an answer."""
        if self._document.is_handing_over:
            text = self.tr("Files are being delivered: it takes a moment.")
            self._area.offer(CLOSING, text, [], tone="info")
            return False
        if not self._document.progress.is_running or self._is_closing or self._was_asked:
            return True
        text = self.tr("Photos are being prepared. What is finished is kept, and the rest goes on next time.")
        answers = [Answer("stop", self.tr("Stop and close"), primary=True), Answer("stay", self.tr("Go on"))]
        self._area.offer(CLOSING, text, answers)
        self._was_asked = True
        return False

    def _look_at_models(self) -> None:
        """The first time that there are photos and no model, models are offered."""
        known = self._models.models
        if known is not None and not self._models.here() and self._preferences.now.first_look:
            if self._document.session.products:
                self._arrivals.offer_models()
        else:
            self._area.withdraw(MODELS)

    def _answered(self, id_: str, key: str) -> None:
        match id_, key:
            case (str(), "take-up") if id_ == LEFT_OVER:
                self._projects.open(self._left_over[0])
            case (str(), "anew") if id_ == LEFT_OVER:
                self._projects.give_up(self._left_over[0])
                self.offer_left_over()
            case (str(), _) if id_ == MODELS:
                self._preferences.set(first_look=False)
                if key == "see":
                    self.models_wanted.emit()
            case (str(), "deliver") if id_ == DELIVER:
                self.delivery_wanted.emit()
            case (str(), "stop") if id_ == CLOSING:
                self._is_closing = True
                self._document.stop()
            case (str(), "stay") if id_ == CLOSING:
                self._was_asked = False

    def _dismissed(self, id_: str) -> None:
        if id_ == MODELS:
            self._preferences.set(first_look=False)
        elif id_ == CLOSING:
            self._was_asked = False

    def _settled(self) -> None:
        """What kept the window from closing is over, well or not."""
        self._was_asked = False
        self._area.withdraw(CLOSING)
        if self._is_closing:
            self.close_wanted.emit()

"""The quick choices of the top bar: the marketplace, and what cuts out. A tick shows which holds, a line why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from whitecove.core.options import Options, with_values
from whitecove.gui.pages.demands import demands
from whitecove.gui.pages.figures import speed_class, speed_words
from whitecove.gui.pages.market_shelf import MarketShelf
from whitecove.gui.pages.model_shelf import ModelShelf
from whitecove.gui.pages.option_words import choice_of
from whitecove.gui.pages.quick_line import QuickLine
from whitecove.gui.plain_words import note
from whitecove.gui.speaking import tongue
from whitecove.gui.theme.widgets import describe

RULES_NAMED = ("pixels.min_side", "file.bytes")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of an option, its name, and a line that explains it."""

    value: str
    name: str
    about: str


class QuickChoice(QToolButton):
    """A button that says what holds, and a menu of all that could. ``chosen`` carries the options after a person chose
    something else, ``more_wanted`` the page of settings that has all of it."""

    chosen = Signal(object)
    more_wanted = Signal(str)
    option = ""
    page = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.options = Options()
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.choices = QMenu(self)
        self.choices.aboutToShow.connect(self._fill)
        self.setMenu(self.choices)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._triggered)
        tongue().changed.connect(self._show)
        self._show()

    def show_options(self, options: Options) -> None:
        """These hold."""
        self.options = options
        self._show()

    def offered(self) -> Iterator[Choice]:
        """What there is to choose."""
        raise NotImplementedError

    def words(self) -> str:
        """What stands on the button."""
        raise NotImplementedError

    def name(self) -> str:
        """What is chosen here."""
        raise NotImplementedError

    def more(self) -> str:
        """What leads to the page of settings."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """In another language, the words are others."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self, _what: object = None) -> None:
        self.setText(self.words())
        describe(self, self.name())
        words = self.words()
        self.setAccessibleName(words if self.name() in words else f"{self.name()}: {words}")

    def _fill(self) -> None:
        for action in self._group.actions():
            self._group.removeAction(action)
        self.choices.clear()
        held = getattr(self.options, self.option)
        for choice in self.offered():
            action = QuickLine(choice.name, choice.about, self.choices)
            action.setData(choice.value)
            action.setChecked(choice.value == held)
            self._group.addAction(action)
            self.choices.addAction(action)
        self.choices.addSeparator()
        self.choices.addAction(self.more()).triggered.connect(self._more)

    def _triggered(self, action: QAction) -> None:
        after = with_values(self.options, {self.option: action.data()})
        if after != self.options:
            self.options = after
            self._show()
            self.chosen.emit(after)

    def _more(self, _checked: bool = False) -> None:
        self.more_wanted.emit(self.page)


class MarketplaceChoice(QuickChoice):
    """Whose rules hold."""

    option, page = "profile", "marketplaces"

    def __init__(self, shelf: MarketShelf, parent: QWidget | None = None) -> None:
        self.shelf = shelf
        super().__init__(parent)
        shelf.changed.connect(self._show)
        shelf.look()

    def offered(self) -> Iterator[Choice]:
        for profile in self.shelf.known.values():
            told = [demand.text for demand in demands(profile) if demand.rule in RULES_NAMED]
            yield Choice(profile.id, profile.name, " ".join(told))

    def words(self) -> str:
        return self.shelf.name_of(self.options.profile)

    def name(self) -> str:
        return self.tr("Marketplace")

    def more(self) -> str:
        return self.tr("What they demand…")


class CutoutChoice(QuickChoice):
    """What cuts out."""

    option, page = "engine", "models"

    def __init__(self, shelf: ModelShelf, parent: QWidget | None = None) -> None:
        self.shelf = shelf
        super().__init__(parent)
        shelf.changed.connect(self._show)

    def offered(self) -> Iterator[Choice]:
        about = {
            "auto": self.tr("Looks at each photo, and takes what fits. For most photos."),
            "backdrop": self.tr("For a plain wall, paper or table of one colour."),
            "whiten": self.tr("For glass, and white goods on white: keeps what shines through."),
            "keep": self.tr("The background stays: only size, colour and file are made right."),
        }
        for value, line in about.items():
            yield Choice(value, choice_of("engine", value), line)
        for name in self.shelf.here():
            yield Choice(f"rembg:{name}", self.tr("Model {name}").format(name=name), self._about(name))

    def words(self) -> str:
        held = self.options.engine
        name = held.removeprefix("rembg:") if held.startswith("rembg:") else choice_of("engine", held)
        return self.tr("Cutout: {name}").format(name=name)

    def name(self) -> str:
        return self.tr("Cutout")

    def more(self) -> str:
        return self.tr("More models…")

    def _about(self, name: str) -> str:
        row = self.shelf.row(name)
        speeds = self.shelf.models.speeds if self.shelf.models else {}
        pace = speed_words(speeds[name]) if name in speeds else speed_class(row.speed) if row else ""
        good_at = note(row.good_at.partition(".")[0]) if row else ""
        return " · ".join(each for each in (good_at, pace) if each)

"""The page of what holds for the window as a whole: how it looks, its language, whether anything connects."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QWidget

from whitecove import settings
from whitecove.gui.language import spoken
from whitecove.gui.pages.furniture import CalmWheel, Card, Page, Row, wrapped
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.theme.apply import apply
from whitecove.gui.theme.segments import Segment, SegmentedControl
from whitecove.gui.theme.widgets import caption, quiet_button, set_tone

# Code, and what a language calls itself; the first is the system's.
LANGUAGES = (("", ""), ("en", "English"), ("zh_CN", "简体中文"), ("ru", "Русский"))


class GeneralPage(Page):
    """Changes what `Preferences` holds. ``language_chosen`` carries a code, ``first_look_wanted`` that the first steps
    are shown again."""

    language_chosen = Signal(str)
    first_look_wanted = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_name(self.tr("General"))
        self.preferences = preferences
        self._wheel = CalmWheel(self)
        self._make_looks()
        self._make_ways()
        self.note = wrapped(caption(""))
        self.add(self.note)
        self._show()
        preferences.changed.connect(self._show)
        preferences.trouble.connect(self._trouble)
        for problem in preferences.now.problems:
            self._trouble(problem)

    def _make_looks(self) -> None:
        parts = [
            Segment("system", self.tr("System"), ""),
            Segment("light", self.tr("Light"), ""),
            Segment("dark", self.tr("Dark"), ""),
        ]
        self.theme = SegmentedControl(self.tr("Appearance"), parts)
        self.theme.changed.connect(self._themed)
        self.language = QComboBox()
        self.language.setMinimumWidth(220)
        self._wheel.watch(self.language)
        known = ("", *spoken())
        for code, name in LANGUAGES:
            if code in known:
                self.language.addItem(name or self.tr("The system's, or English"), code)
        self.language.currentIndexChanged.connect(self._spoken)
        card = Card(self.tr("Appearance"))
        card.add(Row(self.tr("Light or dark"), self.tr("System follows what your desktop is set to."), [self.theme]))
        card.add(Row(self.tr("Language"), self.tr("Changes at once."), [self.language]))
        self.add(card)

    def _make_ways(self) -> None:
        self.never, self.review = QCheckBox(), QCheckBox()
        self.never.toggled.connect(self._never)
        self.review.toggled.connect(self._review)
        self.first = quiet_button(self.tr("Show them again"))
        self.first.clicked.connect(self._first)
        card = Card(self.tr("While you work"))
        card.add(
            Row(
                self.tr("Look at the first ten"),
                self.tr("The first ten photos of a new folder are shown for review in any case."),
                [self.review],
            )
        )
        self.connecting = Row(self.tr("Never connect"), "", [self.never])
        card.add(self.connecting)
        card.add(Row(self.tr("First steps"), self.tr("The hints of the first start."), [self.first]))
        self.add(card)

    def _show(self, _key: str = "") -> None:
        now = self.preferences.now
        controls = (self.theme, self.language, self.never, self.review)
        before = [each.blockSignals(True) for each in controls]
        self.theme.set_current(now.theme)
        self.language.setCurrentIndex(max(0, self.language.findData(now.language)))
        self.never.setChecked(now.never_connect)
        self.review.setChecked(now.review_first)
        for control, blocked in zip(controls, before, strict=True):
            control.blockSignals(blocked)
        outside = settings.is_forbidden_outside()
        self.never.setEnabled(not outside)
        usual = self.tr("Not even a download that is asked for. Photos never leave this computer in any case.")
        forced = self.tr("The environment variable WHITECOVE_OFFLINE forbids it for this session.")
        self.connecting.say(forced if outside else usual)
        self.first.setEnabled(not now.first_look)

    def _themed(self, theme: str) -> None:
        self.preferences.set(theme=theme)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply(application, theme)  # type: ignore[arg-type]  # the keys of the segments are its schemes

    def _spoken(self, _: int) -> None:
        self.preferences.set(language=str(self.language.currentData()))
        self.language_chosen.emit(self.preferences.now.language)

    def _never(self, wanted: bool) -> None:
        self.preferences.set(never_connect=wanted)

    def _review(self, wanted: bool) -> None:
        self.preferences.set(review_first=wanted)

    def _first(self) -> None:
        self.preferences.set(first_look=True)
        self.first_look_wanted.emit()

    def _trouble(self, text: str) -> None:
        self.note.setText("\n".join(each for each in (self.note.text(), text) if each))
        set_tone(self.note, "failed")

"""The page of marketplaces: whose rules hold, what they demand and who says so, and which pictures are made."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from whitecove.core.model import Severity
from whitecove.core.options import SLOTS, Options, with_values
from whitecove.core.profiles import Profile
from whitecove.gui.pages.asking import ask_file
from whitecove.gui.pages.demands import Demand, about_words, demands, severity_words
from whitecove.gui.pages.figures import date_words
from whitecove.gui.pages.furniture import CalmWheel, Card, Page, Row, emptied, wrapped
from whitecove.gui.pages.market_shelf import MarketShelf
from whitecove.gui.theme.icons import icon
from whitecove.gui.theme.picture import Picture
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import caption, label, push_button, set_tone, tool_button
from whitecove.studio.model_asks import MarketplaceChecked

_SIGNS = {
    Severity.ERROR: ("check-circle", "text"),
    Severity.WARNING: ("check-circle", "muted"),
    Severity.INFO: ("info", "muted"),
}
PROBLEMS_AT_MOST = 12


class MarketplacesPage(Page):
    """``changed`` carries the options after a person chose another marketplace, or other pictures."""

    changed = Signal(object)

    def __init__(self, shelf: MarketShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_name(
            self.tr("Marketplaces"), self.tr("Every picture is checked against these rules before it is ready.")
        )
        self.shelf = shelf
        self.options = Options()
        self._wheel = CalmWheel(self)
        self._make_choice()
        self._make_pictures()
        self.rules = QWidget()
        self._rules = QVBoxLayout(self.rules)
        self._rules.setContentsMargins(0, 0, 0, 0)
        self._rules.setSpacing(0)
        self.add(self.rules)
        self._make_check()
        shelf.changed.connect(self._listed)
        shelf.checked.connect(self._checked)
        shelf.look()
        self._listed()

    def show_options(self, options: Options) -> None:
        """The project's options are these now."""
        other = options.profile != self.options.profile
        self.options = options
        for key, box in self.boxes.items():
            before = box.blockSignals(True)
            box.setChecked(key in options.slots)
            box.blockSignals(before)
        self._keep_one()
        if other:
            self._listed()

    # --- how it is made

    def _make_choice(self) -> None:
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Marketplace"))
        self.choice.setMinimumWidth(220)
        self._wheel.watch(self.choice)
        self.choice.currentIndexChanged.connect(self._chosen)
        self.choice_row = Row(self.tr("Marketplace"), "", [self.choice])
        self.top = Card()
        self.top.add(self.choice_row)
        self.add(self.top)

    def _make_pictures(self) -> None:
        words = {
            "main": (self.tr("Main pictures"), self.tr("The product cut out on pure white, one for each product.")),
            "detail": (self.tr("Detail pictures"), self.tr("The other photos, as chosen under Preparing.")),
            "variant": (
                self.tr("Variant pictures"),
                self.tr("One for each colour or kind that names tell apart."),
            ),
        }
        self.boxes: dict[str, QCheckBox] = {}
        card = Card(self.tr("Pictures made in one run"))
        for key in SLOTS:
            name, about = words.get(key, (key, ""))
            self.boxes[key] = box = QCheckBox()
            box.setChecked(True)
            box.toggled.connect(self._ticked)
            card.add(Row(name, about, [box]))
        self.add(card)

    def _make_check(self) -> None:
        self.check = push_button(self.tr("Check a file of rules…"), "folder-open")
        self.check.clicked.connect(self._ask)
        about = self.tr("Your own marketplace's rules as a file: everything that is wrong with it is named.")
        self.check_row = Row(self.tr("Rules of your own"), about, [self.check])
        self.found = wrapped(label(""))
        self.found.hide()
        card = Card()
        card.add(self.check_row)
        card.add(self.found, line=False)
        self.add(card)

    # --- what it shows

    def _listed(self) -> None:
        before = self.choice.blockSignals(True)
        self.choice.clear()
        for id_, name in self.shelf.choices():
            self.choice.addItem(name, id_)
        self.choice.setCurrentIndex(self.choice.findData(self.options.profile))
        self.choice.blockSignals(before)
        profile = self.shelf.known.get(self.options.profile)
        emptied(self._rules)
        if profile:
            said = self.tr("{rules}, read {date}. Marketplaces publish little and change it without notice.")
            rules = self.tr("%Ln rules", "", len(profile.rules))
            self.choice_row.say(said.format(rules=rules, date=date_words(profile.verified_on)))
            self._show_rules(profile)

    def _show_rules(self, profile: Profile) -> None:
        for about, found in groupby(demands(profile), key=_about):
            card = Card(about_words(about))
            for demand in found:
                card.add(DemandRow(demand))
            self._rules.addWidget(card)

    def _checked(self, said: MarketplaceChecked) -> None:
        self.found.show()
        if said.found:
            text = self.tr("{file} is sound: {name}, {rules}.")
            rules = self.tr("%Ln rules", "", len(said.found.rules))
            self.found.setText(text.format(file=said.file.name, name=said.found.name, rules=rules))
            set_tone(self.found, "ready")
            return
        shown = [f"• {problem}" for problem in said.problems[:PROBLEMS_AT_MOST]]
        more = len(said.problems) - PROBLEMS_AT_MOST
        if more > 0:
            shown.append(self.tr("and {number} more").format(number=QLocale().toString(more)))
        text = self.tr("{file} has %Ln problems:", "", len(said.problems)).format(file=said.file.name)
        self.found.setText("\n".join([text, *shown]))
        set_tone(self.found, "failed")

    # --- what a person wants

    def check_file(self, file: Path) -> None:
        """Has a file of rules looked through."""
        self.shelf.check(file)

    def _ask(self) -> None:
        ask_file(self, self.tr("Check a file of rules"), self.tr("Rules (*.toml)"), self.check_file)

    def _chosen(self, _: int) -> None:
        id_ = self.choice.currentData()
        if id_ and id_ != self.options.profile:
            self.options = with_values(self.options, {"profile": id_})
            self._listed()
            self.changed.emit(self.options)

    def _ticked(self) -> None:
        self._keep_one()
        chosen = tuple(key for key, box in self.boxes.items() if box.isChecked())
        self.options = with_values(self.options, {"slots": chosen})
        self.changed.emit(self.options)

    def _keep_one(self) -> None:
        ticked = [box for box in self.boxes.values() if box.isChecked()]
        for box in self.boxes.values():
            box.setEnabled(len(ticked) > 1 or box not in ticked)


class DemandRow(QWidget):
    """A rule: how hard it is as an icon and a word, what it demands; why, and who says so, where it is unfolded."""

    def __init__(self, demand: Demand) -> None:
        super().__init__()
        sign, tint = _SIGNS[demand.severity]
        self.fold = tool_button("chevron-down", self.tr("Why, and who says so"), checkable=True)
        self.fold.setAccessibleName(self.tr("Why, and who says so: {rule}").format(rule=demand.text))
        top = QHBoxLayout()
        top.setSpacing(METRICS.gap)
        top.addWidget(Picture(sign, tint, METRICS.icon_small))
        top.addWidget(wrapped(label(demand.text)), 1)
        top.addWidget(caption(severity_words(demand.severity)))
        top.addWidget(self.fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        column.addLayout(top)
        self.why = wrapped(caption("\n".join(each for each in (demand.why, self._sources(demand)) if each)))
        self.why.setContentsMargins(METRICS.icon_small + METRICS.gap, 0, METRICS.control, METRICS.gap)
        self.why.hide()
        column.addWidget(self.why)
        self.fold.toggled.connect(self._unfold)

    def _unfold(self, wanted: bool) -> None:
        self.why.setVisible(wanted)
        self.fold.setIcon(icon("chevron-up" if wanted else "chevron-down"))

    def _sources(self, demand: Demand) -> str:
        sources = "; ".join(demand.sources)
        if demand.ours:
            return self.tr("Our own measure: {why}. {date}").format(why=sources, date=demand.read)
        return self.tr("Read {date}: {sources}").format(date=demand.read, sources=sources)


def _about(demand: Demand) -> str:
    return demand.about

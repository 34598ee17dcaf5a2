"""The page of how photos are prepared: all options, and presets, which the command line reads, too."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from whitecove.core.errors import ProfileError
from whitecove.core.options import ENGINES, Options, load_preset, with_values
from whitecove.gui.pages.asking import ask_file, ask_new_file
from whitecove.gui.pages.furniture import Page, side_by_side, wrapped
from whitecove.gui.pages.market_shelf import MarketShelf
from whitecove.gui.pages.model_shelf import ModelShelf
from whitecove.gui.pages.option_words import choice_of
from whitecove.gui.pages.options_form import OptionsForm
from whitecove.gui.pages.preferences import overrides
from whitecove.gui.theme.widgets import caption, push_button, quiet_button, set_tone
from whitecove.toml_lines import written

SCHEMA = 1


class PreparingPage(Page):
    """``changed`` carries the options after a person changed something, and the preset file that they came from."""

    changed = Signal(object, object)

    def __init__(self, markets: MarketShelf, models: ModelShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_name(
            self.tr("Preparing"),
            self.tr("How photos become pictures. It holds at once, for this project and the next ones."),
        )
        self.markets, self.models = markets, models
        self.form = OptionsForm()
        self.load = push_button(self.tr("Load a preset…"), "folder-open")
        self.save = push_button(self.tr("Save as a preset…"), "save")
        self.reset = quiet_button(self.tr("All as usual"), "undo")
        self.note = wrapped(caption(""))
        self.add(side_by_side(self.load, self.save, self.reset))
        self.add(self.note)
        self.add(self.form)
        self.load.clicked.connect(self._ask_load)
        self.save.clicked.connect(self._ask_save)
        self.reset.clicked.connect(self.form.reset)
        self.form.changed.connect(self._changed)
        markets.changed.connect(self._offer_markets)
        models.changed.connect(self._offer_models)
        self._offer_markets()
        self._offer_models()
        markets.look()
        self._count()

    def show_options(self, options: Options) -> None:
        """Shows these."""
        if options != self.form.options:
            self.form.show_options(options)
            self._count()

    def load_preset(self, file: Path) -> None:
        """Takes a preset's options, all others as usual; or says what is wrong with the file."""
        try:
            options = with_values(Options(), load_preset(file))
        except ProfileError as error:
            self._say(str(error), "failed")
            return
        self.form.show_options(options)
        self.changed.emit(options, file)
        self._count()
        self._say(self.tr("These are the options of {file}.").format(file=file.name), "ready")

    def save_preset(self, file: Path) -> None:
        """Writes what is not as usual; or says why not."""
        lines = [f"schema = {SCHEMA}", *(f"{k} = {written(v)}" for k, v in overrides(self.form.options).items())]
        try:
            file.write_text("\n".join([*lines, ""]), "utf-8")
        except OSError as error:
            problem = error.strerror or type(error).__name__
            said = self.tr("The preset could not be written ({problem}). Choose another place.")
            self._say(said.format(problem=problem), "failed")
            return
        said = self.tr("Saved as {file}.")
        self._say(said.format(file=file.name), "ready")

    def _ask_load(self) -> None:
        ask_file(self, self.tr("Load a preset"), self.tr("Presets (*.toml)"), self.load_preset)

    def _ask_save(self) -> None:
        kinds = self.tr("Presets (*.toml)")
        ask_new_file(self, self.tr("Save as a preset"), kinds, "toml", self.save_preset)

    def _changed(self, options: Options) -> None:
        self.changed.emit(options, None)
        self._count()

    def _count(self) -> None:
        number = len(self.form.different())
        self.reset.setEnabled(number > 0)
        said = self.tr("Options that are not as usual: {number}").format(number=QLocale().toString(number))
        self._say(said if number else self.tr("All options are as usual."))

    def _say(self, text: str, tone: str = "") -> None:
        self.note.setText(text)
        set_tone(self.note, tone)

    def _offer_markets(self) -> None:
        if self.markets.known:
            self.form.offer("profile", self.markets.choices())

    def _offer_models(self) -> None:
        ways = [(each, choice_of("engine", each)) for each in ENGINES]
        text = self.tr("Model {name}")
        models = [(f"rembg:{name}", text.format(name=name)) for name in self.models.here()]
        self.form.offer("engine", [*ways, *models])

"""The page of cutouts and models: what works now, what else there is, what computes it, and what may connect."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from whitecove.core.options import Options
from whitecove.gui.pages.asking import ask_file, show_outside
from whitecove.gui.pages.figures import device_name, folder_words, speed_words
from whitecove.gui.pages.furniture import Card, Page, Row, wrapped
from whitecove.gui.pages.model_card import ModelCard
from whitecove.gui.pages.model_shelf import ModelShelf, Trouble
from whitecove.gui.pages.own_model import OwnModelRow
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.theme.widgets import caption, push_button, quiet_button, set_tone
from whitecove.studio.model_asks import BUILT_IN, Deed, Device, ImportModel, ModelDone, Why


class ModelsPage(Page):
    """Shows the `ModelShelf`. ``options`` are those of the project: what computes, and how often a model looks."""

    asked_for_file = Signal()

    def __init__(self, shelf: ModelShelf, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_name(
            self.tr("Cutouts and models"),
            self.tr("Cutouts work without any model. A model helps where the backdrop is not plain."),
        )
        self.shelf, self.preferences = shelf, preferences
        self.options = Options()
        self.cards: dict[str, ModelCard] = {}
        self._make_top()
        self.list = Card(self.tr("Models"))
        self.add(self.list)
        self._make_import()
        shelf.changed.connect(self._show)
        shelf.moved.connect(self._moved)
        shelf.done.connect(self._done)
        shelf.refused.connect(self._refused)
        self._show()
        shelf.look(self.options.device)

    def show_options(self, options: Options) -> None:
        """The project's options are these now."""
        changed = options.device != self.options.device
        self.options = options
        if changed:
            self.shelf.look(options.device)

    # --- how it is made

    def _make_top(self) -> None:
        self.measure = quiet_button(self.tr("Measure"), "clock")
        self.measure.clicked.connect(self._measure_built_in)
        self.built_in = Row(self.tr("The built-in way"), "", [self.measure])
        self.computed = Row(self.tr("Computed on"))
        self.never = QCheckBox()
        self.never.toggled.connect(self._never)
        self.connect_row = Row(self.tr("Never connect"), "", [self.never])
        top = Card()
        for row in (self.built_in, self.computed, self.connect_row):
            top.add(row)
        self.add(top)

    def _make_import(self) -> None:
        self.choose = push_button(self.tr("Import a file…"), "folder-open")
        self.choose.clicked.connect(self._ask_file)
        self.open = quiet_button(self.tr("Open the folder"), "external-link")
        self.open.clicked.connect(self._open_folder)
        self.bring = Row(self.tr("A model's file from elsewhere"), "", [self.open, self.choose])
        self.own = OwnModelRow()
        self.own.wanted.connect(self._take_own)
        self.note = wrapped(caption(""))
        self.note.hide()
        card = Card(self.tr("From a file"))
        card.add(self.bring)
        for row in (self.note, self.own):
            card.add(row, line=False)
        self.own.hide()
        self.add(card)

    # --- what it shows

    def _show(self) -> None:
        models = self.shelf.models
        speed = models.speeds.get(BUILT_IN) if models else None
        works = self.tr("Works now, no download: plain backdrops, glass, white on white.")
        self.built_in.say(f"{works} {speed_words(speed)}." if speed else works)
        self._show_connecting()
        if models is None:
            return
        self.computed.say(self._device_words(models.device))
        self.bring.say(
            self.tr("It is recognised by its content. Models lie in {folder}").format(
                folder=folder_words(models.folder)
            )
        )
        if list(self.cards) != [row.name for row in models.rows]:
            self._rebuild()
        for row in models.rows:
            self.cards[row.name].show_row(row, models.speeds.get(row.name), self._why_offline())
            self._moved(row.name)

    def _rebuild(self) -> None:
        self.list.clear()
        self.cards = {}
        for row in self.shelf.models.rows if self.shelf.models else ():
            card = ModelCard(row.name)
            card.say("")
            card.wanted.connect(self._wanted)
            self.cards[row.name] = card
            self.list.add(card)

    def _show_connecting(self) -> None:
        models = self.shelf.models
        outside = bool(models and models.outside)
        before = self.never.blockSignals(True)
        self.never.setChecked(self.preferences.now.never_connect)
        self.never.blockSignals(before)
        self.never.setEnabled(not outside)
        usual = self.tr("Whitecove connects to nothing but a model's address, and only when you press Download.")
        forced = self.tr("The environment variable WHITECOVE_OFFLINE forbids it for this session.")
        self.connect_row.say(forced if outside else usual)

    def _why_offline(self) -> str:
        return self.tr("Never connect is on") if self.preferences.now.never_connect else ""

    def _moved(self, name: str) -> None:
        if name == BUILT_IN:
            self.measure.setEnabled(name not in self.shelf.busy)
            self.measure.setText(self.tr("Measure") if self.measure.isEnabled() else self.tr("Measuring…"))
        card = self.cards.get(name)
        if card:
            card.show_work(self.shelf.busy.get(name), self.shelf.downloads.get(name), self.shelf.paces.get(name))

    # --- what a person wants

    def _wanted(self, name: str, wish: str) -> None:
        card = self.cards[name]
        match wish:
            case "download":
                self.shelf.download(name, accept_licence=card.consent.isChecked())
            case "cancel":
                self.shelf.cancel(name)
                card.leave_off()
            case "measure":
                self.shelf.measure(name, self.options.device, self.options.passes)
            case "verify":
                self.shelf.verify(name)
            case "remove":
                self.shelf.remove(name)

    def _measure_built_in(self) -> None:
        self.shelf.measure(BUILT_IN, self.options.device, self.options.passes)

    def _never(self, wanted: bool) -> None:
        self.preferences.set(never_connect=wanted)
        self.shelf.look(self.options.device)

    def _ask_file(self) -> None:
        kinds = self.tr("Models (*.onnx);;All files (*)")
        ask_file(self, self.tr("Choose a model's file"), kinds, self.take)

    def take(self, file: Path) -> None:
        """Brings a model's file in."""
        self._note(self.tr("{file} is looked at…").format(file=file.name))
        self.shelf.take(file)

    def _take_own(self, file: Path, name: str, kind: str) -> None:
        self._note(self.tr("{file} is tried on a photo…").format(file=file.name))
        self.shelf.take(file, name=name, kind=kind)

    def _open_folder(self) -> None:
        if self.shelf.models:
            folder = self.shelf.models.folder
            folder.mkdir(parents=True, exist_ok=True)
            show_outside(folder)

    # --- what came of it

    def _done(self, said: ModelDone) -> None:
        if said.deed is Deed.IMPORTED:
            self.own.hide()
            self._note(self.tr("{name} is here now.").format(name=said.name), "ready")
        card = self.cards.get(said.name)
        if card:
            card.say(*self._deed_words(said.deed))

    def _refused(self, trouble: Trouble) -> None:
        if isinstance(trouble.ask, ImportModel):
            self._note(trouble.sentence, "failed")
            self.own.ask(trouble.ask.file, wanted=trouble.code == "model.not_recognised" or bool(trouble.ask.name))
            return
        card = self.cards.get(trouble.name)
        if card:
            card.say(trouble.sentence, "failed")
        elif trouble.name == BUILT_IN:
            self.built_in.say(trouble.sentence)

    def _note(self, text: str, tone: str = "") -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
        set_tone(self.note, tone)

    def _device_words(self, device: Device) -> str:
        words = {
            Why.ASKED: self.tr("The {device}, as you chose under Preparing."),
            Why.FOUND: self.tr("The {device}: it was found, and is used as long as it works."),
            Why.NO_RUNTIME: self.tr("Nothing: what models need is not installed. The built-in way works."),
            Why.NONE: self.tr("The {device}: no graphics card was found that can be used."),
        }
        return words[device.why].format(device=device_name(device.label))

    def _deed_words(self, deed: Deed) -> tuple[str, str]:
        words = {
            Deed.DOWNLOADED: (self.tr("Downloaded, and its bytes are right."), "ready"),
            Deed.IMPORTED: (self.tr("Imported, and its bytes are right."), "ready"),
            Deed.SOUND: (self.tr("Its bytes are right."), "ready"),
            Deed.DAMAGED: (self.tr("Its file is damaged, so it is not used."), "failed"),
            Deed.CANCELLED: (self.tr("Left off."), ""),
        }
        return words.get(deed, ("", ""))

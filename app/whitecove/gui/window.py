"""The main window: it makes the parts and puts them together."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QUndoGroup
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from whitecove.core.model import State
from whitecove.gui.actions import Actions
from whitecove.gui.bare_keys import BareKeys
from whitecove.gui.bridge import FLOOR, GALLERY, Bridge
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.commands.brushing import Brushing
from whitecove.gui.commands.editing_outside import EditingOutside
from whitecove.gui.commands.filing import Filing
from whitecove.gui.commands.fixing_it import FixingIt
from whitecove.gui.commands.looking import Looking
from whitecove.gui.commands.paging import Paging
from whitecove.gui.commands.picking import Picking
from whitecove.gui.commands.reviewing import Reviewing
from whitecove.gui.commands.running import Running
from whitecove.gui.commands.tooling import Tooling
from whitecove.gui.commands.touching_up import TouchingUp
from whitecove.gui.document import Document
from whitecove.gui.following import Following, Views
from whitecove.gui.frame.centre import Centre, Parts
from whitecove.gui.frame.empty import EmptyPage
from whitecove.gui.frame.intake import Intake
from whitecove.gui.frame.menu import menu_bar
from whitecove.gui.frame.titling import window_title
from whitecove.gui.frame.top_bar import TopBar
from whitecove.gui.frame.view_bar import ViewBar
from whitecove.gui.holing import Holing
from whitecove.gui.offering import Offering
from whitecove.gui.outside import Outside
from whitecove.gui.pages.market_shelf import MarketShelf
from whitecove.gui.pages.model_shelf import ModelShelf
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.pages.quick import CutoutChoice, MarketplaceChoice
from whitecove.gui.pages.watcher import Watcher
from whitecove.gui.panels.brush_bar import BrushBar
from whitecove.gui.panels.refusals import Refusals
from whitecove.gui.panels.side import Side
from whitecove.gui.panels.status import StatusBar
from whitecove.gui.panels.strips import StripArea
from whitecove.gui.panels.tools import ToolRail
from whitecove.gui.previewing import Previewing
from whitecove.gui.products.parts import Products
from whitecove.gui.products.thumbnails import Thumbnails
from whitecove.gui.projects import Projects
from whitecove.gui.settling import Settling
from whitecove.gui.showing import Showing
from whitecove.gui.touching import Touching
from whitecove.gui.undoing import Undoing

USUAL, SMALLEST = QSize(1280, 800), QSize(1024, 640)
WIDTHS = (272, 676, 332)


class Window(QMainWindow):
    """One project. Each part is an attribute, for whoever drives the window."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("window")
        self.preferences = preferences
        self.bridge = Bridge(self)
        self.document = Document(self.bridge, self)
        self.document.set_options(preferences.options())
        self.projects = Projects(self.document, self, folders=self._folders)
        self.actions_ = Actions(self)
        self._make_parts()
        self._make_commands()
        self._lay_out()
        self.setMinimumSize(SMALLEST)
        if not preferences.place(self):
            self.resize(USUAL)
        self.document.reset.connect(self._turn)
        self.projects.saved.connect(self._name)
        self.projects.turned.connect(self._name)
        self._turn()

    def begin(self, files: list[Path]) -> None:
        """Starts the rooms, takes in what the program was started with, and offers what was broken off."""
        self.bridge.start(GALLERY)
        self.bridge.start(FLOOR)
        self.models.look(self.document.session.options.device)
        self.watcher.begin_as_before()
        if files:
            self.intake.take(files)
        self.offering.offer_left_over()

    # --- parts

    def _make_parts(self) -> None:
        document, bridge = self.document, self.bridge
        self.undo_group = QUndoGroup(self)
        self.thumbnails = Thumbnails(bridge, self)
        self.products = Products(document, self.thumbnails, self)
        self.canvas = Canvas()
        self.showing = Showing(self.canvas, document, bridge, self)
        self.touching = Touching(self.canvas, document, bridge, self.undo_group, self)
        self.side = Side(document, self.touching)
        self.view_bar, self.tools, self.brush = ViewBar(self.actions_), ToolRail(), BrushBar()
        self.strips, self.refused = StripArea(), StripArea()
        self.refusals = Refusals(document, self.refused, self)
        self.status = StatusBar(document)
        self.models, self.markets = ModelShelf(bridge, self), MarketShelf(bridge, self)
        self.watcher = Watcher(bridge, self.preferences, self)
        self.marketplace, self.cutout = MarketplaceChoice(self.markets), CutoutChoice(self.models)
        self.bar = TopBar(self.actions_, (self.marketplace, self.cutout))
        self.empty = EmptyPage()
        self.centre = Centre(
            Parts(
                self.view_bar, self.brush, self.tools, self.canvas, self.products.filmstrip, self.products.grid,
            )
        )  # fmt: skip
        self.intake = Intake(self)
        self.outside = Outside(document, bridge, document.undo_stack, self)

    def _make_commands(self) -> None:
        actions, document, selection = self.actions_, self.document, self.products.selection
        shelves = (self.models, self.markets, self.watcher)
        self.pages = Paging(actions, document, self.preferences, shelves, selection, self)
        self.pages.follow(self.marketplace)
        self.pages.follow(self.cutout)
        self.running = Running(actions, document, self)
        Filing(actions, document, self.intake, self.projects, self.preferences, self)
        reviewing = Reviewing(actions, document, (selection, self.products.arranging), self.showing, self)
        reviewing.picture_wanted.connect(self.showing.choose)
        reviewing.picture_wanted.connect(self.side.checks.show_picture)
        self.side.picture_chosen.connect(self.showing.choose)
        Looking(actions, self.canvas, self.showing, selection, self)
        TouchingUp(actions, self.canvas, self.touching, document, selection, self)
        Picking(document, self.touching, self.strips, self)
        Holing(self.canvas, self.touching, self.bridge, self)
        Brushing(self.canvas, self.preferences, self)
        EditingOutside(actions, self.outside, self.touching, selection, self.preferences, self.refused)
        Tooling((self.tools, self.brush), self.canvas, actions, self.touching, self)
        FixingIt(self.side, self.canvas, actions, selection, self)
        Undoing(actions, self.undo_group, document, selection, self.touching)
        self.settling = Settling(document, self.touching, self)
        views = Views(self.showing, self.touching, self.side, self.bar)
        Following(document, selection, views, actions, self)
        self.previewing = Previewing(self.canvas, self.showing, self.touching, document, selection)
        self.previewing.watch(self.side)
        BareKeys(actions, self)
        self.offering = Offering(self.strips, document, self.projects, self.preferences, self.models, self)
        self.offering.models_wanted.connect(actions["models"].trigger)
        self.offering.delivery_wanted.connect(actions["deliver"].trigger)
        self.offering.close_wanted.connect(self.close)
        self._tie()

    def _tie(self) -> None:
        """What one part says to another, or to the window."""
        actions = self.actions_
        self.empty.folder_wanted.connect(actions["add-folder"].trigger)
        self.empty.photos_wanted.connect(actions["add-photos"].trigger)
        self.empty.samples_wanted.connect(actions["samples"].trigger)
        actions.on("quit", self.close)
        actions.on("find", self.products.panel.start_search)
        actions.on("rename", self.products.panel.rename)
        actions.on("split-product", self._split_product)
        actions.on("remove", self._remove)
        actions["grid"].toggled.connect(self._show_grid)
        for signal in (self.touching.began, self.touching.ended):
            signal.connect(self._follow_touching)
        self.products.grid.opened.connect(self._leave_grid)
        self.status.review_wanted.connect(self._show_review)
        self.touching.said.connect(self.refusals.show_refusal)
        self.bridge.given_up.connect(self.refusals.show_refusal)
        self.previewing.said.connect(self.refusals.show_refusal)
        self.outside.failed.connect(self.refusals.show_refusal)
        self.projects.refused.connect(self._say)
        self.preferences.trouble.connect(self._say)
        self.preferences.changed.connect(self._prefer)
        self._prefer()
        self.showing.source_changed.connect(self.thumbnails.renew)
        self.intake.over.connect(self.empty.set_over)
        self.intake.left_out.connect(self._say)
        self.models.changed.connect(self._models_changed)

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("split")
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        for part in (self.products.panel, self.centre, self.side):
            split.addWidget(part)
        split.setSizes(list(WIDTHS))
        split.setStretchFactor(1, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(split)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (self.bar, self.strips, self.stack, self.refused, self.status):
            column.addWidget(each, 1 if each is self.stack else 0)
        self.setCentralWidget(whole)
        if sys.platform == "darwin":  # one bar at the top of the screen is for all programs there
            self.setMenuBar(menu_bar(self.actions_, self))
        self.split = split

    # --- small things

    def _turn(self) -> None:
        """The empty page while there is nothing, and no strip of photos where each product has one. Once there are
        photos, keys are about them."""
        products = self.document.session.products
        was_empty = self.stack.currentIndex() == 0
        self.stack.setCurrentIndex(1 if products else 0)
        if was_empty and products:
            self.canvas.setFocus()
        self.products.filmstrip.setVisible(any(len(each.keys) > 1 for each in products.values()))
        self._name()

    def _name(self, _saved: object = None) -> None:
        self.setWindowTitle(window_title(self.projects.named, self.document.session.inputs))

    def _folders(self) -> tuple[str, ...]:
        return self.preferences.now.last_folders

    def _say(self, sentence: str) -> None:
        self.refusals.show_refusal("", sentence)

    def _split_product(self) -> None:
        self.products.arranging.split(list(self.products.selection.keys))

    def _remove(self) -> None:
        self.products.arranging.remove(self.products.selection.selected_keys())

    def _follow_touching(self) -> None:
        self.centre.show_touching(bool(self.touching.key))

    def _show_grid(self, wanted: bool) -> None:
        """The grid takes the room of what is about one photo."""
        self.centre.show_grid(wanted)
        self.side.setVisible(not wanted)

    def _leave_grid(self, _sku: str) -> None:
        self.actions_["grid"].setChecked(False)

    def _show_review(self) -> None:
        self.products.panel.chips.choose(frozenset({State.REVIEW}))

    def _prefer(self) -> None:
        self.products.selection.shows_first = self.preferences.now.review_first

    def _models_changed(self) -> None:
        self.side.adjust.set_models(self.models.here())

    def changeEvent(self, event: QEvent) -> None:
        """In another language, what is no widget follows, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks while a batch runs; then ends the rooms, and keeps the project."""
        if not self.offering.may_close():
            event.ignore()
            return
        self.preferences.remember(self)
        self.running.close()
        self.outside.close()
        self.projects.save_now()
        self.document.undo_stack.clear()  # while all that listens to it is still there
        self.bridge.close()
        self.projects.close()
        super().closeEvent(event)

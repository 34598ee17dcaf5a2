"""Everything about products that a window puts together: models, what is chosen, list, filmstrip and grid."""

from __future__ import annotations

from PySide6.QtCore import QObject

from whitecove.gui.document import Document
from whitecove.gui.products.commands import Arranging
from whitecove.gui.products.filmstrip import Filmstrip
from whitecove.gui.products.grid import Grid
from whitecove.gui.products.model import ProductsModel
from whitecove.gui.products.panel import ProductsPanel
from whitecove.gui.products.photos import PhotosModel
from whitecove.gui.products.selection import Selection
from whitecove.gui.products.shown import ProductsView
from whitecove.gui.products.thumbnails import Thumbnails


class Products(QObject):
    """The parts, ready to be laid out: ``panel``, ``filmstrip`` and ``grid`` are widgets without a parent yet."""

    def __init__(self, document: Document, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        document.products_changed.connect(thumbnails.look_again)
        document.reset.connect(thumbnails.look_again)
        self.model = ProductsModel(document, thumbnails, self)
        self.shown = ProductsView(self.model, self)
        self.selection = Selection(document, self)
        self.selection.shown = self.shown.skus
        self.arranging = Arranging(document, self)
        self.photos = PhotosModel(document, self.selection, thumbnails, self)
        self.panel = ProductsPanel(document, self.shown, self.selection, self.arranging, thumbnails)
        self.filmstrip = Filmstrip(document, self.photos, self.selection, self.arranging, thumbnails)
        self.grid = Grid(document, self.shown, self.selection, self.arranging, thumbnails)

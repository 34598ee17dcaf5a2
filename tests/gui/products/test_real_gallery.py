"""Thumbnails through the real gallery, a process of its own."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from whitecove import paths
from whitecove.core.model import Listing, Photo, Role, Variant
from whitecove.gui.bridge import Bridge
from whitecove.gui.document import Document
from whitecove.gui.products.model import ProductRole
from whitecove.gui.products.parts import Products
from whitecove.gui.products.thumbnails import Thumbnails


def test_a_product_is_shown_by_its_main_picture(qtbot: QtBot) -> None:
    file = next(iter(sorted((paths.resources() / "samples").rglob("*.jpg"))))
    bridge = Bridge()
    document = Document(bridge, bridge)
    thumbnails = Thumbnails(bridge, bridge)
    products = Products(document, thumbnails, bridge)
    for widget in (products.panel, products.filmstrip, products.grid):
        qtbot.addWidget(widget)
    photo = Photo(path=file, name=file.name, role=Role.MAIN, order=1)
    document.session.group([Listing(sku="A", variants=(Variant(name="", photos=(photo,)),))])
    with qtbot.waitSignal(thumbnails.ready, timeout=30_000) as ready:
        document.reset.emit()
        products.panel.show()
    assert ready.args == [str(file)]
    found = thumbnails.get(products.model.index(0).data(ProductRole.WISH), 56)
    assert found is not None
    assert max(found.width(), found.height()) == 128
    bridge.close()
    bridge.deleteLater()

"""What a person has before them: the current photo, and what else is chosen. Everybody listens to this one object, and
changes it only through its methods.

Read:
    current_key     the photo on the canvas; empty while there is none
    current_sku     its product
    current_shot    the same as a `Shot`, or None
    keys            the photos chosen in the filmstrip, all of the current product; the current one among them
    skus            the products chosen in the list or the grid; the current one among them
    selected_keys() what an action is about: all photos of the chosen products where several are chosen, else ``keys``

Listen:
    current_changed(key)   another photo is current
    product_changed(sku)   another product is current
    changed                anything of the above is different; follows the other two

Change:
    go_to(key), go_to_product(sku)             one photo, and nothing else chosen
    choose_products(skus, sku), choose_photos(keys, key)   several, of which one is current
    next_photo(step), next_product(step)       along what is shown; photos lead on to the next product's
    next_doubtful(done)                        the next to look at in review; ``done`` were just decided about
    back()                                     where one was before

All is held by key and SKU: sorting, filtering and regrouping change nothing. A current product that is filtered out
stays current. Where the current photo leaves the project, the one next to it becomes current.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal

from whitecove.core.model import State
from whitecove.gui.document import Document
from whitecove.studio.items import Shot
from whitecove.studio.review import ALWAYS, review_order

# So far one can go back.
REMEMBERED = 500


class Selection(QObject):
    """See above. ``shown`` gives the SKUs of the products that are shown, in their order."""

    changed = Signal()
    current_changed = Signal(object)
    product_changed = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.shown: Callable[[], Sequence[str]] = self._all
        self.current_key = ""
        self.current_sku = ""
        self.keys: tuple[str, ...] = ()
        self.skus: tuple[str, ...] = ()
        self._order: list[str] = []
        self._photos: list[str] = []
        self._before: list[str] = []
        self._passed: set[str] = set()
        self.shows_first = True
        self._is_wanted = False  # a person went there
        self._renamed: dict[str, str] = {}
        document.replaced.connect(self._rename)
        document.reset.connect(self._follow)
        document.prepared.connect(self._begin_anew)

    @property
    def current_shot(self) -> Shot | None:
        """The current photo."""
        return self._document.session.shots.get(self.current_key)

    def selected_keys(self) -> list[str]:
        """The photos that an action is about."""
        if len(self.skus) > 1:
            products = self._document.session.products
            return [key for sku in self.skus for key in products[sku].keys]
        return list(self.keys)

    # --- go

    def go_to(self, key: str) -> None:
        """Makes a photo current, and chooses nothing else."""
        shot = self._document.session.shots.get(key)
        if shot:
            self._set(key, (key,), (shot.sku,))

    def go_to_product(self, sku: str) -> None:
        """Makes a product current, at its main picture."""
        if sku in self._document.session.products:
            main = self._main(sku)
            self._set(main, (main,), (sku,))

    def choose_products(self, skus: Sequence[str], sku: str) -> None:
        """Chooses products, of which ``sku`` is current: at the photo that is, if it has it, else at its main one."""
        chosen = tuple(skus) if sku in skus else (*skus, sku)
        if sku == self.current_sku:
            self._set(self.current_key, self.keys if len(chosen) == 1 else (self.current_key,), chosen)
        elif sku in self._document.session.products:
            main = self._main(sku)
            self._set(main, (main,), chosen)

    def choose_photos(self, keys: Sequence[str], key: str) -> None:
        """Chooses photos of the current product, of which ``key`` is current."""
        shot = self._document.session.shots.get(key)
        if shot:
            self._set(key, tuple(keys) if key in keys else (*keys, key), (shot.sku,))

    def next_photo(self, step: int = 1) -> bool:
        """Goes to the photo ``step`` further; whether there was one."""
        product = self._document.session.products.get(self.current_sku)
        if product is None:
            return self.next_product(step)
        at = product.keys.index(self.current_key) + step
        if 0 <= at < len(product.keys):
            self.go_to(product.keys[at])
            return True
        sku = self._neighbour(step)
        if sku:
            keys = self._document.session.products[sku].keys
            self.go_to(keys[0] if step > 0 else keys[-1])
        return bool(sku)

    def next_product(self, step: int = 1) -> bool:
        """Goes to the product ``step`` further among those that are shown; whether there was one."""
        sku = self._neighbour(step)
        if sku:
            self.go_to_product(sku)
        return bool(sku)

    def next_doubtful(self, done: Collection[str] = ()) -> bool:
        """Goes to the next photo to look at: the first ten of the folder, then those in review, the most doubtful
        first. ``done`` are passed over until they are prepared again, and so are those that one went on from, until
        all were seen. False: there is nothing else to look at."""
        self._passed |= {self.current_key, *done}
        order = review_order(self._document.session, always=ALWAYS if self.shows_first else 0)
        ahead = [key for key in order if key not in self._passed]
        if not ahead:
            self._passed = set(done)
            ahead = [key for key in order if key not in self._passed and key != self.current_key]
        if ahead:
            self.go_to(ahead[0])
        return bool(ahead)

    def back(self) -> bool:
        """Goes back to where one was before; whether there was such a photo."""
        while self._before:
            key = self._before.pop()
            if key in self._document.session.shots and key != self.current_key:
                self._passed.discard(key)
                left = list(self._before)
                self.go_to(key)
                self._before = left
                return True
        return False

    # --- follow

    def _follow(self) -> None:
        """Photos and products may be elsewhere, or gone."""
        session = self._document.session
        renamed, self._renamed = self._renamed, {}
        self._before = [renamed.get(key, key) for key in self._before]
        self._passed = {renamed.get(key, key) for key in self._passed}
        shot = session.shots.get(renamed.get(self.current_key, self.current_key))
        if shot and self._is_wanted:
            chosen = [renamed.get(key, key) for key in self.keys]
            keys = tuple(key for key in chosen if key in session.shots and session.shots[key].sku == shot.sku)
            skus = tuple(sku for sku in self.skus if sku in session.products)
            self._set(shot.key, keys or (shot.key,), skus if shot.sku in skus else (shot.sku,))
        elif session.products:
            key = self._nearest() if self._is_wanted else self._main(next(iter(session.products)))
            self._set(key, (key,), (session.shots[key].sku,), wanted=self._is_wanted)
        else:
            self._before.clear()
            self._set("", (), (), wanted=False)

    def _rename(self, before: str, now: str) -> None:
        """A photo is another file: it is followed at the reset that comes next."""
        self._renamed[before] = now

    def _nearest(self) -> str:
        """The photo next to where the current one was."""
        session = self._document.session
        if self.current_sku in session.products and self.current_key in self._photos:
            at = self._photos.index(self.current_key)
            near = [*self._photos[at + 1 :], *reversed(self._photos[:at])]
            left = next((key for key in near if key in session.shots), "")
            if left and session.shots[left].sku == self.current_sku:
                return left
        at = self._order.index(self.current_sku) if self.current_sku in self._order else 0
        near = [*self._order[at + 1 :], *reversed(self._order[:at])]
        sku = next((sku for sku in near if sku in session.products), next(iter(session.products)))
        return self._main(sku)

    def _begin_anew(self) -> None:
        self._passed.clear()

    def _set(self, key: str, keys: tuple[str, ...], skus: tuple[str, ...], *, wanted: bool = True) -> None:
        session = self._document.session
        shot = session.shots.get(key)
        sku = shot.sku if shot else ""
        before = self.current_key, self.current_sku, self.keys, self.skus
        self._is_wanted = wanted
        if self.current_key and key != self.current_key:
            self._before = [*self._before[-REMEMBERED:], self.current_key]
        self.current_key, self.current_sku, self.keys, self.skus = key, sku, keys, skus
        self._order = list(session.products)
        self._photos = list(session.products[sku].keys) if sku else []
        self._look(before[0], key)
        if key != before[0]:
            self.current_changed.emit(key)
        if sku != before[1]:
            self.product_changed.emit(sku)
        if (key, sku, keys, skus) != before:
            self.changed.emit()

    def _look(self, *keys: str) -> None:
        """A person has these before them, or had until now."""
        session = self._document.session
        for key in keys:
            shot = session.shots.get(key)
            if shot and shot.standing in (State.READY, State.REVIEW):
                session.looked.add(key)

    def _all(self) -> Sequence[str]:
        return list(self._document.session.products)

    def _main(self, sku: str) -> str:
        main = self._document.session.main_of(sku)
        return main.key if main else ""

    def _neighbour(self, step: int) -> str:
        order = list(self.shown())
        if not order:
            return ""
        if self.current_sku not in order:
            return order[0]
        at = order.index(self.current_sku) + step
        return order[at] if 0 <= at < len(order) else ""

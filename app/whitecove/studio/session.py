"""The state of a project while it is worked on: products, photos, what became of them. Without Qt, and without files:
what must be read or written is the rooms' to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from whitecove.batch.events import ListingFinished, PhotoFinished, PhotoWorking
from whitecove.core.corrections.values import Corrections
from whitecove.core.model import Listing, Photo, PhotoResult, Role, State, Variant
from whitecove.core.options import Options
from whitecove.studio.asks import Job
from whitecove.studio.items import DONE, Product, Shot, worst

DETAILS = 5


class Session:
    """A project. Products by SKU, in their order; photos by key. ``details`` and ``card`` are the marketplace's."""

    def __init__(self) -> None:
        self.options = Options()
        self.inputs: tuple[Path, ...] = ()
        self.out: Path | None = None
        self.products: dict[str, Product] = {}
        self.shots: dict[str, Shot] = {}
        self.skipped: tuple[tuple[str, str], ...] = ()
        self.details, self.card = DETAILS, "listing"
        self.prepared_with: Options | None = None
        self.gains: dict[str, tuple[float, float, float]] = {}
        self._by_name: dict[str, str] = {}
        self._counts: Counter[State] = Counter()

    # --- what is there

    def photos_of(self, sku: str) -> list[Shot]:
        """The photos of a product, in their order."""
        return [self.shots[key] for key in self.products[sku].keys]

    def main_of(self, sku: str) -> Shot | None:
        """The photo of the main picture, or the first that there is."""
        shots = self.photos_of(sku)
        return next((shot for shot in shots if shot.photo.role is Role.MAIN), shots[0] if shots else None)

    def state_of(self, sku: str) -> State:
        """Where a product stands: as the batch judged it, else the worst of its photos."""
        return self.products[sku].state

    def refresh(self, sku: str) -> None:
        """Looks anew at where a product stands, after one of its photos changed."""
        product = self.products.get(sku)
        if product is None:
            return
        states = [self.shots[key].state for key in product.keys]
        is_under_way = State.WORKING in states or State.WAITING in states
        if product.judged and not is_under_way:
            states.append(product.judged)
        self._counts[product.state] -= 1
        product.state = worst(states)
        self._counts[product.state] += 1

    def doubt_of(self, sku: str) -> float:
        """The largest doubt about one of a product's photos."""
        return max((shot.doubt for shot in self.photos_of(sku)), default=0.0)

    def counts(self) -> Counter[State]:
        """How many products are in each state."""
        return Counter({state: number for state, number in self._counts.items() if number > 0})

    def to_do(self) -> int:
        """How many photos Prepare would work on."""
        return sum(self.is_to_do(shot) for shot in self.shots.values())

    def is_to_do(self, shot: Shot) -> bool:
        """Whether it was not prepared, or not as it is asked for now."""
        return shot.state not in DONE or shot.changed or self.prepared_with != self.options

    def by_name(self, name: str) -> Shot | None:
        """The photo that is called so in the plan."""
        return self.shots.get(self._by_name.get(name, ""))

    def listings(self) -> tuple[Listing, ...]:
        """The products as a plan has them."""
        return tuple(self.listing(sku) for sku, product in self.products.items() if product.keys)

    def listing(self, sku: str) -> Listing:
        """A product as a plan has it."""
        variants: dict[str, list[Photo]] = {}
        for shot in self.photos_of(sku):
            variants.setdefault(shot.variant, []).append(shot.photo)
        return Listing(
            sku=sku, variants=tuple(Variant(name=name, photos=tuple(each)) for name, each in variants.items())
        )

    def job(self) -> Job:
        """What there is to prepare.

        Raises:
            ValueError: there is no folder to prepare into yet.
        """
        if self.out is None:
            raise ValueError("no output folder")
        drawn = {shot.photo.name: shot.corrections for shot in self.shots.values() if shot.corrections}
        return Job(
            listings=self.listings(), options=self.options, out=self.out, corrections=drawn, skipped=self.skipped
        )

    # --- what comes in

    def see(self, paths: Iterable[Path]) -> list[str]:
        """Shows photos of which nothing is known yet, each as a product; gives their SKUs."""
        new = []
        for path in paths:
            key = str(path)
            if key not in self.shots:
                sku = f"{path.name}\0{key}"  # no SKU is like it
                self.shots[key] = Shot(photo=Photo(path=path, name=key, role=Role.MAIN, order=1), sku=sku)
                self.products[sku] = Product(sku=sku, keys=[key], provisional=True)
                self._counts[State.WAITING] += 1
                new.append(sku)
        return new

    def group(self, listings: Sequence[Listing]) -> None:
        """Takes in how all photos are grouped. What became of a photo before stays with it; products that a person
        arranged stay as they are."""
        kept = {sku: product for sku, product in self.products.items() if product.edited}
        arranged = {key for product in kept.values() for key in product.keys}
        before, self.products = self.shots, {}
        self.shots = {key: before[key] for key in arranged}
        for listing in listings:
            self._take(listing, before, arranged)
        for sku, product in kept.items():
            self._put(sku, product)
        self.reindex()

    def _take(self, listing: Listing, before: dict[str, Shot], arranged: set[str]) -> None:
        product = Product(sku=listing.sku)
        for variant in listing.variants:
            for photo in variant.photos:
                key = str(photo.path)
                if key in arranged:
                    continue
                shot = before.get(key)
                if shot is None:
                    shot = Shot(photo=photo, sku=listing.sku)
                shot.photo, shot.sku, shot.variant = photo, listing.sku, variant.name
                self.shots[key] = shot
                product.keys.append(key)
        product.keys.sort(key=lambda key: self.shots[key].photo.order)
        if product.keys:
            self.products[listing.sku] = product

    def _put(self, sku: str, product: Product) -> None:
        """A product that a person arranged, among the others: photos of one SKU are one product."""
        there = self.products.get(sku)
        if there is not None:
            product.keys += there.keys
        self.products[sku] = product
        self.settle(sku)

    def settle(self, sku: str) -> None:
        """Brings a product's photos into order after a change: one main picture, so many details, orders from 1."""
        from whitecove.batch.grouping.roles import settled

        product = self.products[sku]
        product.judged, product.reason, product.findings = None, "", ()
        listing = settled(self.listing(sku), details=self.details, card=self.card)
        for variant in listing.variants:
            for photo in variant.photos:
                shot = self.shots[str(photo.path)]
                shot.photo, shot.sku, shot.variant = photo, sku, variant.name
        product.keys.sort(key=lambda key: self.shots[key].photo.order)

    # --- what becomes of it

    def begin(self, only: Collection[str] = ()) -> None:
        """A batch begins: what it will work on waits; ``only`` photos of those names, where some are named."""
        for shot in self.shots.values():
            if self.is_to_do(shot) and (not only or shot.photo.name in only):
                shot.state, shot.reason = State.WAITING, ""
            shot.stage = None
        if not only:
            self.prepared_with = self.options
        self.reindex()

    def end(self) -> None:
        """A batch ended: nothing is in work."""
        for shot in self.shots.values():
            shot.stage = None
            if shot.state is State.WORKING:
                shot.state = State.WAITING
        self.reindex()

    def work(self, event: PhotoWorking) -> Shot | None:
        """A photo has come to a stage of its work."""
        shot = self.by_name(event.name)
        if shot:
            shot.state, shot.stage = State.WORKING, event.stage
            self.refresh(shot.sku)
        return shot

    def finish(self, event: PhotoFinished, corrections: Corrections | None) -> Shot | None:
        """A photo is done, with the ``corrections`` that it was asked for with."""
        shot = self.by_name(event.name)
        if shot:
            shot.raw, shot.made_with, shot.stage = event.result, corrections, None
            self.show(shot, event.result)
        return shot

    def show(self, shot: Shot, result: PhotoResult) -> None:
        """Shows another result of a photo, such as after a decision."""
        shot.result, shot.state, shot.reason = result, result.state, result.reason
        self.refresh(shot.sku)

    def judge(self, event: ListingFinished) -> None:
        """A product's pictures lie where they belong."""
        product = self.products.get(event.sku)
        if product:
            product.judged, product.reason, product.findings = event.state, event.reason, event.findings
            self.refresh(event.sku)

    def reindex(self) -> None:
        """Photos or products are others than before: they are found and counted anew."""
        self._by_name = {shot.photo.name: key for key, shot in self.shots.items()}
        for product in self.products.values():
            product.state = State.WAITING
        self._counts = Counter({State.WAITING: len(self.products)})
        for sku in self.products:
            self.refresh(sku)

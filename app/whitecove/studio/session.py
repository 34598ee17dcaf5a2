"""The state of a project while it is worked on: products, photos, what became of them. Without Qt, and without files:
what must be read or written is the rooms' to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from whitecove.batch.events import ListingFinished
from whitecove.batch.naming.names import collision_key
from whitecove.core.corrections.values import Corrections
from whitecove.core.model import Listing, Photo, PhotoResult, Role, State, Variant
from whitecove.core.options import Options
from whitecove.core.stage import Stage
from whitecove.studio.asks import Job
from whitecove.studio.items import DONE, Product, Shot, worst
from whitecove.studio.stand_ins import stand_ins, standing_in

DETAILS = 5


class Session:
    """A project. Products by SKU, in their order; photos by key. ``details`` and ``card`` are the marketplace's;
    ``removed`` are photos that a person took out, which stay out, by the keys that they came in with; ``looked`` are
    the keys of those that a person had before them since they were prepared; ``lies`` is where pictures were found when
    the project was opened, by their SHA-256.

    No photo is in two products, and no two products have names that a file system may take for the same.
    """

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
        self.lies: dict[str, Path] = {}
        self.removed: set[str] = set()
        self.looked: set[str] = set()
        self._by_name: dict[str, str] = {}
        self._twins: dict[str, str] = {}  # a SKU as a file system may see it -> SKU
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

    def doubt_of(self, sku: str) -> float:
        """The largest doubt about one of a product's photos."""
        return self.products[sku].doubt

    def refresh(self, sku: str) -> None:
        """Looks anew at where a product stands, after one of its photos changed."""
        product = self.products.get(sku)
        if product is None:
            return
        shots = [self.shots[key] for key in product.keys]
        states = [shot.standing for shot in shots]
        is_under_way = State.WORKING in states or State.WAITING in states
        if product.judged and not is_under_way:
            states.append(product.judged)
        self._counts[product.state] -= 1
        product.state = worst(states)
        product.doubt = max((shot.doubt for shot in shots if shot.photo.role is not Role.UNUSED), default=0.0)
        self._counts[product.state] += 1

    def counts(self) -> Counter[State]:
        """How many products are in each state."""
        return Counter({state: number for state, number in self._counts.items() if number > 0})

    def to_do(self) -> int:
        """How many photos Prepare would work on."""
        return sum(self.is_to_do(shot) for shot in self.shots.values())

    def is_to_do(self, shot: Shot) -> bool:
        """Whether it was not prepared, or not as it is asked for now."""
        return shot.standing not in DONE or shot.changed or self.prepared_with != self.options

    def has_news(self) -> bool:
        """Whether Prepare would do more than try again, unchanged, what failed."""
        return self.prepared_with != self.options or any(shot.is_untried for shot in self.shots.values())

    def by_name(self, name: str) -> Shot | None:
        """The photo that is called so in the plan."""
        return self.shots.get(self._by_name.get(name, ""))

    def twin(self, sku: str) -> str | None:
        """The product that is called so, or so that a file system may take it for the same."""
        return self._twins.get(collision_key(sku))

    def listings(self) -> tuple[Listing, ...]:
        """The products as a plan has them."""
        return tuple(
            self.listing(sku) for sku, product in self.products.items() if product.keys and not product.provisional
        )

    def listing(self, sku: str) -> Listing:
        """A product as a plan has it."""
        variants: dict[str, list[Photo]] = {}
        for shot in self.photos_of(sku):
            variants.setdefault(shot.variant, []).append(shot.photo)
        return Listing(
            sku=sku, variants=tuple(Variant(name=name, photos=tuple(each)) for name, each in variants.items())
        )

    def job(self) -> tuple[Job, dict[str, str]]:
        """What there is to prepare, and the keys of the photos by the names that they have in it: each has its own,
        whatever they were called when they came in.

        Raises:
            ValueError: there is no folder to prepare into yet.
        """
        if self.out is None:
            raise ValueError("no output folder")
        names = self._plan_names()
        drawn = {names[key]: shot.corrections for key, shot in self.shots.items() if shot.corrections and key in names}
        listings = tuple(_named(listing, names) for listing in self.listings())
        job = Job(listings=listings, options=self.options, out=self.out, corrections=drawn, skipped=self.skipped)
        return job, {name: key for key, name in names.items()}

    def _plan_names(self) -> dict[str, str]:
        """A name for each photo of a product that is known, by its key; what others are called, too, gets a counter."""
        names: dict[str, str] = {}
        taken: set[str] = set()
        for product in self.products.values():
            for key in () if product.provisional else product.keys:
                plain = name = self.shots[key].photo.name
                count = 1
                while name in taken:
                    count += 1
                    name = f"{plain} [{count}]"
                taken.add(name)
                names[key] = name
        return names

    # --- what comes in

    def see(self, paths: Iterable[Path]) -> list[str]:
        """Shows photos of which nothing is known yet, each as a product; gives their SKUs."""
        new, stood_for = [], stand_ins(self.shots.values())
        for path in paths:
            key = str(path)
            if key not in self.shots and key not in self.removed and key not in stood_for:
                sku = f"{path.name}\0{key}"  # no SKU is like it
                self.shots[key] = Shot(photo=Photo(path=path, name=key, role=Role.MAIN, order=1), sku=sku)
                self.add(Product(sku=sku, keys=[key], provisional=True))
                new.append(sku)
        return new

    def welcome(self, paths: Iterable[Path]) -> None:
        """Photos that were taken out may come back, because a person gave them, or their folder, again."""
        given = set(paths)
        if self.removed:
            self.removed = {key for key in self.removed if given.isdisjoint((path := Path(key), *path.parents))}

    def forget_seen(self) -> None:
        """Nothing becomes of the photos that were shown before anything was known of them."""
        for sku in [sku for sku, product in self.products.items() if product.provisional]:
            for key in self.products[sku].keys:
                del self.shots[key]
            self.drop(sku)

    def group(self, listings: Sequence[Listing], away: Collection[str] = ()) -> None:
        """Takes in how all photos are grouped. What became of a photo before stays with it; products that a person
        arranged stay as they are, and where they are; photos that were taken out stay out. Those that are ``away``, by
        key, stay if a person did something to them or something was made of them: their drive may come back."""
        order = list(self.products)
        arranged = [product for product in self.products.values() if product.edited]
        before, self.shots = self.shots, {}
        edited = stand_ins(before.values())
        self.shots = {key: before[key] for product in arranged for key in product.keys}
        left = frozenset(self.shots)
        self.products, self._twins, self._counts = {}, {}, Counter()
        for listing in listings:
            self._take(standing_in(edited, listing), before, left)
        for product in arranged:
            self._put(product)
        self._keep_away(before, [edited.get(key, key) for key in away])
        self.arrange(_merged(order, list(self.products), {product.sku for product in arranged}))
        self.reindex()

    def _keep_away(self, before: Mapping[str, Shot], away: Collection[str]) -> None:
        for key in away:
            shot = before.get(key)
            if shot is None or key in self.shots or shot.origin in self.removed or not shot.is_dear:
                continue
            self.shots[key] = shot
            if shot.sku not in self.products:
                self.add(Product(sku=shot.sku))
            self.products[shot.sku].keys.append(key)
            self.settle(shot.sku)

    def _take(self, listing: Listing, before: dict[str, Shot], left: Collection[str]) -> None:
        product, is_whole = Product(sku=listing.sku), True
        for variant in listing.variants:
            for photo in variant.photos:
                key = str(photo.path)
                if key in left:  # it stays where a person put it, but names are those of the plan
                    self.shots[key].photo = replace(self.shots[key].photo, name=photo.name)
                if key in left or key in self.removed:
                    is_whole = False
                    continue
                shot = before.get(key) or Shot(photo=photo, sku=listing.sku)
                shot.photo, shot.sku, shot.variant = photo, listing.sku, variant.name
                self.shots[key] = shot
                product.keys.append(key)
        product.keys.sort(key=lambda key: self.shots[key].photo.order)
        if product.keys:
            self.add(product)
            if not is_whole:
                self.settle(product.sku)

    def _put(self, product: Product) -> None:
        """A product that a person arranged, among the others: photos of one SKU are one product."""
        twin = self.twin(product.sku)
        if twin is not None:
            product.keys += self.products[twin].keys
            self.drop(twin)
        product.state = State.WAITING
        self.add(product)
        if twin is not None:
            self.settle(product.sku)

    # --- products, for edits

    def add(self, product: Product) -> None:
        """A product comes in, behind the others. Its photos are in the session, and nobody is called like it."""
        self.products[product.sku] = product
        self._counts[product.state] += 1
        if not product.provisional:
            self._twins[collision_key(product.sku)] = product.sku

    def drop(self, sku: str) -> Product:
        """A product goes; its photos are somebody else's to place."""
        product = self.products.pop(sku)
        self._counts[product.state] -= 1
        self._twins.pop(collision_key(sku), None)
        return product

    def arrange(self, order: Iterable[str]) -> None:
        """Brings the products into that order; those that it does not name come behind."""
        named = dict.fromkeys(sku for sku in order if sku in self.products)
        self.products = {
            sku: self.products[sku] for sku in (*named, *(each for each in self.products if each not in named))
        }

    def settle(self, sku: str) -> None:
        """Brings a product's photos into order after a change: one main picture (the first detail becomes it where
        there is none), so many details, orders from 1."""
        product = self.products[sku]
        product.judged, product.reason, product.findings = None, "", ()
        self._settle(product)
        if self._choose_mains(product):
            self._settle(product)
        self.refresh(sku)

    def _settle(self, product: Product) -> None:
        from whitecove.batch.grouping.roles import settled

        listing = settled(self.listing(product.sku), details=self.details, card=self.card)
        for variant in listing.variants:
            for photo in variant.photos:
                shot = self.shots[str(photo.path)]
                shot.photo, shot.sku, shot.variant = photo, product.sku, variant.name
        product.keys.sort(key=lambda key: self.shots[key].photo.order)

    def _choose_mains(self, product: Product) -> bool:
        """Gives each card that has no main picture its first detail; whether there was any."""
        shots = self.photos_of(product.sku)
        cards = {shot.variant for shot in shots if shot.variant} if self.card == "variant" else set()
        has = {shot.variant if cards else "" for shot in shots if shot.photo.role is Role.MAIN}
        chosen = False
        for shot in shots:
            card = shot.variant if cards else ""
            if shot.photo.role is Role.DETAIL and card not in has and (card or not cards):
                shot.photo = replace(shot.photo, role=Role.MAIN)
                has.add(card)
                chosen = True
        return chosen

    def take_out(self, key: str) -> None:
        """A photo that is in no product any more leaves the project."""
        shot = self.shots.pop(key)
        self._by_name.pop(shot.photo.name, None)
        self.removed.add(shot.origin)

    def take_in(self, shot: Shot) -> None:
        """A photo that was taken out is back, in no product yet."""
        self.shots[shot.key] = shot
        self._by_name[shot.photo.name] = shot.key
        self.removed.discard(shot.origin)

    # --- what becomes of it

    def begin(self, only: Collection[str] = ()) -> None:
        """A batch begins: what it will work on waits; ``only`` the photos with those keys, where some are named."""
        for key, shot in self.shots.items():
            if self.is_to_do(shot) and (not only or key in only):
                shot.state, shot.reason = State.WAITING, ""
                self.looked.discard(key)
            shot.stage, shot.asked_at = None, shot.place
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

    def work(self, key: str, stage: Stage) -> Shot | None:
        """A photo has come to a stage of its work."""
        shot = self.shots.get(key)
        if shot:
            shot.state, shot.stage = State.WORKING, stage
            self.refresh(shot.sku)
        return shot

    def finish(
        self, key: str, result: PhotoResult, corrections: Corrections | None, raw: PhotoResult | None = None
    ) -> Shot | None:
        """A photo is done, with the ``corrections`` that it was asked for with; ``raw`` is the result before what was
        decided, where that is known."""
        shot = self.shots.get(key)
        if shot:
            shot.raw, shot.made_with, shot.made_at, shot.stage = raw or result, corrections, shot.asked_at, None
            self.show(shot, result)
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
        self._twins = {collision_key(sku): sku for sku, product in self.products.items() if not product.provisional}
        self._counts = Counter(product.state for product in self.products.values())
        for sku in self.products:
            self.refresh(sku)


def _merged(old: Sequence[str], new: Sequence[str], arranged: Collection[str]) -> list[str]:
    """The SKUs in ``new`` in their order, but each that was ``arranged`` behind the one that it stood behind before."""
    behind: dict[str, list[str]] = {"": []}
    last = ""
    there = set(new)
    for sku in old:
        if sku in arranged:
            behind.setdefault(last, []).append(sku)
        elif sku in there:
            last = sku
    merged = list(behind[""])
    for sku in new:
        if sku not in arranged:
            merged += [sku, *behind.get(sku, ())]
    return merged


def _named(listing: Listing, names: Mapping[str, str]) -> Listing:
    """``listing`` with its photos called as ``names`` has them, by their keys."""
    variants = (
        replace(
            variant,
            photos=tuple(
                photo if names[str(photo.path)] == photo.name else replace(photo, name=names[str(photo.path)])
                for photo in variant.photos
            ),
        )
        for variant in listing.variants
    )
    return replace(listing, variants=tuple(variants))

"""From the tables of a project file to a session that keeps its promises, whatever the file says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

from pydantic import ValidationError

from whitecove.batch.naming.names import safe_name
from whitecove.core.corrections.schema import PhotoTable as DrawnTable
from whitecove.core.corrections.values import Corrections
from whitecove.core.messages import sentence
from whitecove.core.model import Photo, Role
from whitecove.core.options import Options, problems, with_values
from whitecove.studio.items import Product, Shot
from whitecove.studio.places import Finder
from whitecove.studio.project_tables import CorrectionsTable, PhotoTable, ProductTable, ProjectTable
from whitecove.studio.session import Session

# So many photos are named in a sentence.
NAMED = 3


class Reading:
    """Makes one session; afterwards, `notes` says what was left out."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._session = Session()
        self._by_old_key: dict[str, Shot] = {}
        self._twice: list[str] = []
        self._undrawn: list[str] = []

    def session(self, table: ProjectTable) -> Session:
        """The session that the project is."""
        session, finder = self._session, self._finder
        session.options = _options(table)
        session.inputs = tuple(dict.fromkeys(map(finder.found, table.inputs)))
        if table.out and finder.may_ask(table.out[0]):
            session.out = finder.found(table.out)
        session.removed = {str(finder.found(each)) for each in table.removed}
        session.skipped, session.card = table.skipped, table.card
        session.details = session.details if table.details is None else table.details
        for each in table.products:
            self._take(each)
        for key, made in self._drawn(table.corrections):
            self._by_old_key[key].corrections = made
        session.removed -= session.shots.keys()
        session.reindex()
        for sku in list(session.products):
            if not _is_settled(session.photos_of(sku)):
                session.settle(sku)
        return session

    def notes(self) -> tuple[str, ...]:
        """A sentence on each kind of thing that was left out."""
        notes = []
        if self._undrawn:
            notes.append(sentence("studio.corrections_unreadable", photos=_some(self._undrawn)))
        if self._twice:
            notes.append(sentence("studio.project_twice", photos=_some(self._twice)))
        if self._finder.unasked:
            notes.append(sentence("studio.project_elsewhere", hosts=_some(sorted(self._finder.unasked))))
        return tuple(notes)

    def _take(self, table: ProductTable) -> None:
        """Takes in a product. Photos of one SKU are one product, and no photo is in two."""
        sku = safe_name(table.sku)
        sku = self._session.twin(sku) or sku
        product = self._session.products.get(sku) or Product(sku=sku, edited=table.edited)
        names = {self._session.shots[key].photo.name for key in product.keys}
        for each in table.photos:
            shot = Shot(photo=self._photo(each, names), sku=sku, variant=each.variant)
            if shot.key in self._session.shots:
                self._twice.append(each.name)
                continue
            shot.stands_for = self._finder.found(each.stands_for) if each.stands_for else None
            names.add(shot.photo.name)
            self._session.shots[shot.key] = self._by_old_key[each.at[0]] = shot
            product.keys.append(shot.key)
        if product.keys and sku not in self._session.products:
            self._session.add(product)

    def _photo(self, table: PhotoTable, names: set[str]) -> Photo:
        name, count = table.name, 1
        while name in names:
            count += 1
            name = f"{table.name} [{count}]"
        return Photo(
            path=self._finder.found(table.at),
            name=name,
            role=table.role,
            order=table.order,
            tags=table.tags,
            reasons=table.reasons,
        )

    def _drawn(self, table: CorrectionsTable) -> Iterator[tuple[str, Corrections]]:
        """What was corrected, by the key that the photo had. What cannot be read is left out, and no more than that."""
        photos = table.file.get("photos") if table.file else None
        for each in photos if isinstance(photos, list) else ():
            number = each.get("photo") if isinstance(each, dict) else None
            key = table.keys.get(number) if isinstance(number, str) else None
            if key is None or key not in self._by_old_key:
                continue
            try:
                yield key, DrawnTable.model_validate(each).corrections()
            except ValidationError:
                self._undrawn.append(self._by_old_key[key].photo.name)


def _options(table: ProjectTable) -> Options:
    """What it says of options that there are; the others are as usual."""
    known = {field.name for field in fields(Options)}
    kept = {key: value for key, value in table.options.items() if key in known and not problems({key: value})}
    return with_values(Options(), kept)


def _is_settled(shots: Sequence[Shot]) -> bool:
    """Whether photos stand in their order, and no two are the main picture of the same."""
    mains = [shot.variant for shot in shots if shot.photo.role is Role.MAIN]
    orders = [shot.photo.order for shot in shots]
    return orders == list(range(1, len(shots) + 1)) and len(mains) == len(set(mains))


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:NAMED])
    return f"{shown} …" if len(names) > NAMED else shown

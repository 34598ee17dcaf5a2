"""What a person does to products and photos by hand. Each edit gives the SKUs that changed; taking back an edit is
putting back an `Arrangement`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from whitecove.core.model import Photo, Role, Tag
from whitecove.studio.items import Product
from whitecove.studio.session import Session


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a photo stood."""

    photo: Photo
    sku: str
    variant: str


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How products and photos stood at one time."""

    products: tuple[tuple[str, tuple[str, ...], bool], ...]
    placed: tuple[Placed, ...]


def arrangement(session: Session) -> Arrangement:
    """How they stand now."""
    return Arrangement(
        products=tuple((each.sku, tuple(each.keys), each.edited) for each in session.products.values()),
        placed=tuple(Placed(shot.photo, shot.sku, shot.variant) for shot in session.shots.values()),
    )


def put_back(session: Session, before: Arrangement) -> None:
    """Makes them stand so again. Photos that are gone since stay away."""
    judged = {sku: (each.judged, each.reason, each.keys) for sku, each in session.products.items()}
    for placed in before.placed:
        shot = session.shots.get(str(placed.photo.path))
        if shot:
            shot.photo, shot.sku, shot.variant = placed.photo, placed.sku, placed.variant
    session.products = {}
    for sku, keys, edited in before.products:
        here = [key for key in keys if key in session.shots]
        product = Product(sku=sku, keys=here, edited=edited)
        known = judged.get(sku)
        if known and known[2] == here:
            product.judged, product.reason = known[0], known[1]
        session.products[sku] = product
    session.reindex()


def move(session: Session, keys: Sequence[str], sku: str) -> set[str]:
    """Puts photos into the product ``sku``, which is made if there is none, behind those that are there."""
    touched = {session.shots[key].sku for key in keys} | {sku}
    target = session.products.setdefault(sku, Product(sku=sku))
    last = max((session.shots[key].photo.order for key in target.keys), default=0)
    for number, key in enumerate(keys, start=1):
        shot = session.shots[key]
        session.products[shot.sku].keys.remove(key)
        target.keys.append(key)
        is_first = not last and number == 1
        role = Role.MAIN if is_first else Role.DETAIL if shot.photo.role is Role.MAIN else shot.photo.role
        shot.photo = _placed(shot.photo, role, last + number)
        shot.sku = sku
    return _settled(session, touched)


def rename(session: Session, sku: str, new: str) -> set[str]:
    """Gives a product another SKU; where there is one of that name, the two become one."""
    if new in session.products:
        return move(session, list(session.products[sku].keys), new)
    product = session.products[sku]
    session.products = {new if key == sku else key: each for key, each in session.products.items()}
    product.sku = new
    for key in product.keys:
        session.shots[key].sku = new
    return _settled(session, {new}) | {sku}


def set_role(session: Session, key: str, role: Role, tags: tuple[Tag, ...] | None = None) -> set[str]:
    """Says what a photo is for. The main picture that there was becomes the first detail."""
    shot = session.shots[key]
    for other in session.photos_of(shot.sku):
        if role is Role.MAIN and other.photo.role is Role.MAIN and other.key != key:
            other.photo = _placed(other.photo, Role.DETAIL, 0)
    order = shot.photo.order if role is not Role.UNUSED else len(session.products[shot.sku].keys) + 1
    shot.photo = replace(_placed(shot.photo, role, order), tags=shot.photo.tags if tags is None else tags)
    return _settled(session, {shot.sku})


def reorder(session: Session, sku: str, keys: Sequence[str]) -> set[str]:
    """Brings a product's photos into that order: the first is the main picture, the others details, as far as they are
    used."""
    for order, key in enumerate(keys, start=1):
        photo = session.shots[key].photo
        role = Role.MAIN if order == 1 else Role.DETAIL if photo.role in (Role.MAIN, Role.UNUSED) else photo.role
        session.shots[key].photo = _placed(photo, role, order)
    return _settled(session, {sku})


def remove(session: Session, keys: Collection[str]) -> set[str]:
    """Takes photos out of the project; the files stay where they are."""
    touched = {session.shots[key].sku for key in keys}
    for key in keys:
        shot = session.shots.pop(key)
        session.products[shot.sku].keys.remove(key)
    return _settled(session, touched)


def _placed(photo: Photo, role: Role, order: int) -> Photo:
    """``photo`` as a person placed it, which is reason enough."""
    return replace(photo, role=role, order=order, reasons=("You arranged it.",))


def _settled(session: Session, touched: set[str]) -> set[str]:
    for sku in touched:
        product = session.products.get(sku)
        if product is None:
            continue
        if not product.keys:
            del session.products[sku]
            continue
        product.edited = True
        session.settle(sku)
    session.reindex()
    return touched

"""How products and photos stood at one time, to have them stand so again: what taking back an edit means."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from whitecove.core.model import Role, State, Tag
from whitecove.studio.items import Product, Shot
from whitecove.studio.session import Session


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a photo stood, and as what."""

    shot: Shot
    sku: str
    variant: str
    role: Role
    order: int
    tags: tuple[Tag, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """How a product stood."""

    sku: str
    keys: tuple[str, ...]
    edited: bool
    judged: State | None
    reason: str


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How some products stood: those called ``skus``, of which ``products`` were there, in the ``order`` of all.
    The photos called ``gone`` were out of the project."""

    skus: frozenset[str]
    order: tuple[str, ...]
    products: tuple[Kept, ...]
    placed: tuple[Placed, ...]
    gone: tuple[str, ...] = ()


def arrangement(session: Session, skus: Collection[str] | None = None, gone: Iterable[str] = ()) -> Arrangement:
    """How the products called ``skus`` (None: all) stand now."""
    told = frozenset(session.products if skus is None else skus)
    there = [session.products[sku] for sku in session.products if sku in told]
    return Arrangement(
        skus=told,
        order=tuple(session.products),
        products=tuple(Kept(each.sku, tuple(each.keys), each.edited, each.judged, each.reason) for each in there),
        placed=tuple(_placed(session.shots[key]) for each in there for key in each.keys),
        gone=tuple(gone),
    )


def put_back(session: Session, wanted: Arrangement) -> set[str]:
    """Makes the products stand so again; gives the SKUs of all that changed.

    No photo is lost or in two places, whatever came in between: photos that came into these products since stay in a
    product of the same name, and a product whose name somebody else has by now becomes one with it.
    """
    known = {placed.shot.key for placed in wanted.placed} | set(wanted.gone)
    touched = set(wanted.skus) | _gather(session, known, wanted.skus)
    strays: dict[str, list[str]] = {}
    for sku in wanted.skus & session.products.keys():
        strays[sku] = [key for key in session.drop(sku).keys if key not in known]
    _out(session, wanted.gone)
    for placed in wanted.placed:
        _place(session, placed)
    for kept in wanted.products:
        touched.add(_stand(session, kept))
    for sku, keys in strays.items():
        if keys:
            touched.add(_join(session, sku, keys))
    session.arrange(wanted.order)
    for sku in touched:
        session.refresh(sku)
    return touched


def _placed(shot: Shot) -> Placed:
    photo = shot.photo
    return Placed(shot, shot.sku, shot.variant, photo.role, photo.order, photo.tags, photo.reasons)


def _place(session: Session, placed: Placed) -> None:
    """The file is called as the plan calls it now, whatever it was called then."""
    shot = session.shots.get(placed.shot.key)
    if shot is None:
        shot = placed.shot
        session.take_in(shot)
    shot.sku, shot.variant = placed.sku, placed.variant
    shot.photo = replace(shot.photo, role=placed.role, order=placed.order, tags=placed.tags, reasons=placed.reasons)


def _gather(session: Session, keys: Collection[str], skus: Collection[str]) -> set[str]:
    """Takes those photos out of products that are not among ``skus``; gives the products that had some."""
    from_: dict[str, set[str]] = {}
    for key in keys:
        shot = session.shots.get(key)
        if shot and shot.sku not in skus:
            from_.setdefault(shot.sku, set()).add(key)
    for sku, taken in from_.items():
        product = session.products[sku]
        product.keys = [key for key in product.keys if key not in taken]
        if product.keys:
            session.settle(sku)
        else:
            session.drop(sku)
    return set(from_)


def _out(session: Session, gone: Iterable[str]) -> None:
    for key in gone:
        if key in session.shots:
            session.take_out(key)


def _stand(session: Session, kept: Kept) -> str:
    if session.twin(kept.sku) is not None:
        return _join(session, kept.sku, kept.keys)
    session.add(Product(sku=kept.sku, keys=list(kept.keys), edited=kept.edited, judged=kept.judged, reason=kept.reason))
    return kept.sku


def _join(session: Session, sku: str, keys: Iterable[str]) -> str:
    """Photos go behind those of the product that is called so, which is made if there is none."""
    there = session.twin(sku)
    if there is None:
        there = sku
        session.add(Product(sku=sku))
    product = session.products[there]
    last = max((session.shots[key].photo.order for key in product.keys), default=0)
    for order, key in enumerate(keys, start=last + 1):
        shot = session.shots[key]
        shot.sku, shot.photo = there, replace(shot.photo, order=order)
        product.keys.append(key)
    session.settle(there)
    return there

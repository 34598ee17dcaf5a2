"""What a person does to products and photos by hand. Each edit gives a `Change`, with which it can be taken back and
done again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from whitecove.batch.naming.names import sku_namer
from whitecove.core.errors import PlanError
from whitecove.core.model import Photo, Role, Tag
from whitecove.core.options import Options
from whitecove.core.profiles import names_profile
from whitecove.studio.arrangement import Arrangement, arrangement, put_back
from whitecove.studio.items import Product, Shot
from whitecove.studio.session import Session

ARRANGED = "You arranged it."
ASIDE = (Role.UNUSED, Role.PAGE)


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit did: how the products that it touched stood before and after; false where nothing is different."""

    before: Arrangement
    after: Arrangement

    def __bool__(self) -> bool:
        return self.before is not self.after

    @property
    def skus(self) -> frozenset[str]:
        """The products that it touched, by their names before and after."""
        return self.before.skus


# --- names


@lru_cache(maxsize=8)
def _namer(options: Options) -> Callable[[str], str]:
    return sku_namer(options, names_profile(options.profile))


def safe(session: Session, text: str) -> str:
    """The name of a product that ``text`` makes, as grouping would have made it.

    Raises:
        PlanError: the templates of file names leave too little of a name.
    """
    return _namer(session.options)(text.strip())


def checked_name(session: Session, text: str) -> str:
    """``text`` as the name of a product.

    Raises:
        PlanError: nothing is left of it, or files and folders cannot be called so.
    """
    text = text.strip()
    if not text:
        raise PlanError("studio.name_empty")
    name = safe(session, text)
    if name != text:
        raise PlanError("studio.name_unsafe", name=text, safe=name)
    return name


def rival(session: Session, sku: str, new: str) -> str | None:
    """Another product that is called ``new``, or so that a file system may take it for the same: renaming ``sku`` would
    make one of the two."""
    twin = session.twin(new)
    return None if twin == sku else twin


def free_name(session: Session, wanted: str) -> str:
    """``wanted``, or with the first number behind it that makes it nobody's."""
    name, number = safe(session, wanted), 1
    while session.twin(name) is not None:
        number += 1
        name = safe(session, f"{wanted}-{number}")  # one that must be cut ends in a hash, which differs
    return name


# --- products


def move(session: Session, keys: Sequence[str], sku: str, *, behind: str = "") -> Change:
    """Puts photos into the product ``sku``, behind those that are there. If there is none, it is made, behind the
    product ``behind``."""
    coming = [key for key in dict.fromkeys(keys) if session.shots[key].sku != sku]
    edit = _Edit(session, {session.shots[key].sku for key in coming} | ({sku} if coming else set()))
    if not coming:
        return edit.done()
    target = session.products.get(sku)
    if target is None:
        target = Product(sku=sku)
        session.add(target)
        _put_behind(session, sku, behind)
    variants = {session.shots[key].variant for key in target.keys}
    last = max((session.shots[key].photo.order for key in target.keys), default=0)
    _leave(session, coming)
    for number, key in enumerate(coming, start=1):
        shot = session.shots[key]
        shot.photo = _placed(shot.photo, _role_there(shot, last + number), last + number)
        shot.sku = sku
        # What was a variant elsewhere says nothing here, unless the product is all new.
        shot.variant = shot.variant if not variants or shot.variant in variants else ""
        target.keys.append(key)
    return edit.done()


def split(session: Session, keys: Sequence[str]) -> Change:
    """Makes a product of photos, behind the one that the first of them was in, and called after it."""
    source = session.shots[keys[0]].sku
    return move(session, keys, free_name(session, source), behind=source)


def merge(session: Session, skus: Sequence[str], into: str) -> Change:
    """Puts the photos of all those products into one of them."""
    return move(session, [key for sku in skus for key in session.products[sku].keys], into)


def rename(session: Session, sku: str, new: str) -> Change:
    """Gives a product another name; where another is called so, the two become one."""
    twin = rival(session, sku, new)
    if twin is not None:
        return merge(session, [sku], twin)
    if new == sku:
        return _Edit(session, set()).done()
    edit = _Edit(session, {sku, new})
    order = [new if each == sku else each for each in session.products]
    product = session.drop(sku)
    product.sku = new
    for key in product.keys:
        session.shots[key].sku = new
    session.add(product)
    session.arrange(order)
    return edit.done()


def remove(session: Session, keys: Collection[str]) -> Change:
    """Takes photos out of the project; the files stay where they are."""
    gone = list(dict.fromkeys(keys))
    edit = _Edit(session, {session.shots[key].sku for key in gone})
    _leave(session, gone)
    for key in gone:
        session.take_out(key)
    return edit.done(gone)


# --- the photos of a product


def set_role(session: Session, keys: Sequence[str], role: Role, tags: tuple[Tag, ...] | None = None) -> Change:
    """Says what photos are for. Of several, the first becomes the main picture, if that is what they are to be; the
    one that there was becomes the first detail."""
    edit = _Edit(session, {session.shots[key].sku for key in keys})
    for key in keys:
        shot = session.shots[key]
        if role is Role.MAIN:
            _give_way(session, shot)
        order = len(session.products[shot.sku].keys) + 1 if role in ASIDE else shot.photo.order
        shot.photo = replace(_placed(shot.photo, role, order), tags=shot.photo.tags if tags is None else tags)
        if role is Role.MAIN:
            break
    return edit.done()


def place(session: Session, key: str, number: int) -> Change:
    """Makes a photo the main picture (1) or the detail at ``number`` − 1 of its product; what stood there moves on."""
    shot = session.shots[key]
    others = [each for each in session.photos_of(shot.sku) if each.key != key]
    used = [
        each.key for each in others if each.photo.role not in ASIDE and _card(session, each) == _card(session, shot)
    ]
    rest = [each.key for each in others if each.key not in set(used)]
    at = min(number - 1, len(used))
    edit = _Edit(session, {shot.sku})
    if shot.photo.role in ASIDE:
        shot.photo = _placed(shot.photo, Role.DETAIL, shot.photo.order)
    _in_order(session, [*used[:at], key, *used[at:], *rest])
    return edit.done()


def reorder(session: Session, sku: str, keys: Sequence[str], moved: Collection[str] = ()) -> Change:
    """Brings a product's photos into the order of ``keys``, which are all it has: the first that is used is the main
    picture. Those that were ``moved`` are used if they stand before one that is used, and kept aside if they stand
    behind one that is."""
    edit = _Edit(session, {sku})
    shots = [session.shots[key] for key in keys]
    still = [each for each in shots if each.key not in moved]
    for at, shot in enumerate(shots):
        if shot.key in moved:
            before = [each for each in shots[:at] if each in still]
            after = [each for each in shots[at:] if each in still]
            role = _role_between(shot, before[-1] if before else None, after[0] if after else None)
            shot.photo = _placed(shot.photo, role, shot.photo.order)
    _in_order(session, keys)
    return edit.done()


class _Edit:
    """An edit under way on the products called ``skus``."""

    def __init__(self, session: Session, skus: Collection[str]) -> None:
        self.session = session
        self.before = arrangement(session, skus)

    def done(self, gone: Collection[str] = ()) -> Change:
        """Settles what was touched; products without photos go."""
        session = self.session
        for sku in self.before.skus:
            product = session.products.get(sku)
            if product is None:
                continue
            if product.keys:
                product.edited = True
                session.settle(sku)
            else:
                session.drop(sku)
        after = arrangement(session, self.before.skus, gone)
        if _looks_like(self.before, after):
            put_back(session, self.before)
            return Change(self.before, self.before)
        return Change(self.before, after)


def _looks_like(before: Arrangement, after: Arrangement) -> bool:
    where = [tuple((each.sku, each.keys) for each in one.products) for one in (before, after)]
    return where[0] == where[1] and before.placed == after.placed


def _leave(session: Session, keys: Collection[str]) -> None:
    """Photos leave the products that they are in."""
    leaving = set(keys)
    for sku in {session.shots[key].sku for key in keys}:
        product = session.products[sku]
        product.keys = [key for key in product.keys if key not in leaving]


def _put_behind(session: Session, sku: str, behind: str) -> None:
    if behind in session.products:
        order = [each for each in session.products if each != sku]
        order.insert(order.index(behind) + 1, sku)
        session.arrange(order)


def _placed(photo: Photo, role: Role, order: int) -> Photo:
    """``photo`` as a person placed it, which is reason enough."""
    return replace(photo, role=role, order=order, reasons=(ARRANGED,))


def _role_there(shot: Shot, order: int) -> Role:
    """What a photo is in another product: the first is its main picture, others are no main pictures."""
    if order == 1:
        return Role.MAIN
    return Role.DETAIL if shot.photo.role is Role.MAIN else shot.photo.role


def _role_between(shot: Shot, before: Shot | None, after: Shot | None) -> Role:
    role = shot.photo.role
    if role is Role.UNUSED and ((after and after.photo.role not in ASIDE) or before is None):
        return Role.DETAIL
    if role not in ASIDE and before and before.photo.role in ASIDE:
        return Role.UNUSED
    return role


def _card(session: Session, shot: Shot) -> str:
    """The card that a photo is on: each variant has one where the marketplace wants that."""
    return shot.variant if session.card == "variant" else ""


def _give_way(session: Session, shot: Shot) -> None:
    """The main picture of a photo's card becomes its first detail."""
    for other in session.photos_of(shot.sku):
        if other is not shot and other.photo.role is Role.MAIN and _card(session, other) == _card(session, shot):
            other.photo = _placed(other.photo, Role.DETAIL, 0)


def _in_order(session: Session, keys: Sequence[str]) -> None:
    """The photos of one product, each at its place; the first that is used on a card is its main picture."""
    begun: set[str] = set()
    for order, key in enumerate(keys, start=1):
        shot = session.shots[key]
        role, card = shot.photo.role, _card(session, shot)
        if role not in ASIDE and card not in begun:
            begun.add(card)
            role = Role.MAIN
        elif role is Role.MAIN:
            role = Role.DETAIL
        if (role, order) != (shot.photo.role, shot.photo.order):
            shot.photo = _placed(shot.photo, role, order)

"""What a delivery would hold as the project stands, and what it would not, and why. Reads the session alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from whitecove.core.model import Rendition, Slot, State
from whitecove.studio.files import REVIEW_FIRST
from whitecove.studio.items import is_used
from whitecove.studio.session import Session

# What keeps pictures back, the worst first.
HELD_BACK = (State.FAILED, State.RESHOOT, State.REVIEW)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """Photos (``keys``) of products (``skus``) that are not ready, all for one ``reason``, a whole sentence."""

    state: State
    reason: str
    keys: tuple[str, ...]
    skus: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """``files`` that are ready, of so many ``products``, how many in each kind of place (``slots``); what is held back;
    and how many photos are still ``to_do``, which delivering prepares first."""

    files: frozenset[tuple[str, str]]
    products: int
    slots: Mapping[Slot, int]
    held_back: tuple[HeldBack, ...]
    to_do: int


def outlook(session: Session) -> Outlook:
    """How it stands now."""
    ready = list(_ready(session))
    return Outlook(
        files=frozenset((made.file.removeprefix(REVIEW_FIRST), made.sha256) for _, made in ready),
        products=len({sku for sku, _ in ready}),
        slots=Counter(made.slot for _, made in ready),
        held_back=tuple(_held_back(session)),
        to_do=session.to_do(),
    )


def changed(now: Outlook, last: Collection[tuple[str, str]]) -> int:
    """How many files are new, different or gone since the files ``last`` (names and SHA-256) were handed over."""
    return len({name for name, _ in now.files ^ frozenset(last)})


def _ready(session: Session) -> Iterator[tuple[str, Rendition]]:
    for shot in session.shots.values():
        for made in shot.result.renditions if shot.result else ():
            if made.state is State.READY and made.sha256:
                yield shot.sku, made


def _held_back(session: Session) -> Iterator[HeldBack]:
    groups: dict[tuple[State, str], list[tuple[str, str]]] = {}
    for shot in session.shots.values():
        if shot.state in HELD_BACK and is_used(shot):
            groups.setdefault((shot.state, shot.reason), []).append((shot.key, shot.sku))
    for product in session.products.values():
        shots = [session.shots[key] for key in product.keys]
        if product.judged in HELD_BACK and not any(shot.state in HELD_BACK for shot in shots):
            groups.setdefault((product.judged, product.reason), []).extend((key, product.sku) for key in product.keys)
    for (state, reason), found in sorted(groups.items(), key=_rank):
        keys, skus = zip(*found, strict=True)
        yield HeldBack(state=state, reason=reason, keys=keys, skus=tuple(dict.fromkeys(skus)))


def _rank(group: tuple[tuple[State, str], list[tuple[str, str]]]) -> tuple[int, int]:
    (state, _), found = group
    return HELD_BACK.index(state), -len(found)

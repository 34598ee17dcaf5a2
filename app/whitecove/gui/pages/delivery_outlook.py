"""What a delivery would hold as the project stands, and what it would not, and why. Reads the session alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from whitecove.core.model import Rendition, Slot, State
from whitecove.gui.plain_words import said
from whitecove.studio.files import REVIEW_FIRST
from whitecove.studio.items import is_used
from whitecove.studio.session import Session

_RULE = re.compile(r"^[a-z]+\.[a-z_]+: ")
_END = re.compile(r"(?<=[.!?])\s+(?=\S)")
_FIGURES = re.compile(r"[0-9][0-9., ]*")
# What keeps pictures back, the worst first.
HELD_BACK = (State.FAILED, State.RESHOOT, State.REVIEW)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """Photos (``keys``) of products (``skus``) that are not ready, for much the same ``reason``, a sentence; ``more``
    is all that is said of the first of them."""

    state: State
    reason: str
    more: str
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
    groups: dict[tuple[State, str], list[tuple[str, str, str]]] = {}
    for shot in session.shots.values():
        if shot.state in HELD_BACK and is_used(shot):
            groups.setdefault((shot.state, _alike(shot.reason)), []).append((shot.key, shot.sku, shot.reason))
    for product in session.products.values():
        shots = [session.shots[key] for key in product.keys]
        if product.judged in HELD_BACK and not any(shot.state in HELD_BACK for shot in shots):
            found = [(key, product.sku, product.reason) for key in product.keys]
            groups.setdefault((product.judged, _alike(product.reason)), []).extend(found)
    for (state, _), found in sorted(groups.items(), key=_rank):
        keys, skus, reasons = zip(*found, strict=True)
        yield HeldBack(
            state=state,
            reason=first_sentence(reasons[0]),
            more=reasons[0],
            keys=keys,
            skus=tuple(dict.fromkeys(skus)),
        )


def first_sentence(reason: str) -> str:
    """What is said first, without the name of the rule that says it."""
    first = _RULE.sub("", _END.split(reason, maxsplit=1)[0].strip())
    return f"{first[:1].upper()}{first[1:].removesuffix('.')}." if first else ""


def headline(reason: str) -> str:
    """What is said first, in the words and the language of the window."""
    shown = said(_RULE.sub("", _END.split(reason, maxsplit=1)[0].strip()).removesuffix("."))
    return f"{shown[:1].upper()}{shown[1:]}." if shown else ""


def _alike(reason: str) -> str:
    """Reasons that differ in figures alone are one."""
    return _FIGURES.sub("#", first_sentence(reason))


def _rank(group: tuple[tuple[State, str], list[tuple[str, str, str]]]) -> tuple[int, int]:
    (state, _), found = group
    return HELD_BACK.index(state), -len(found)

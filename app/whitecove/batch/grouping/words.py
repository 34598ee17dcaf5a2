"""The words that names say, from ``resources/words.toml``: a data file that anyone can extend."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from whitecove import paths
from whitecove.core.model import Role, Tag

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# A Chinese character by itself is part of too many words to count at the end of one.
SHORTEST_ENDING = 2


class Sense(NamedTuple):
    """What a word says of a picture: ``kind`` is the word's list in the data file."""

    kind: str
    role: Role
    tag: Tag | None = None


ROLES = {
    "main": Role.MAIN,
    "white": Role.MAIN,
    "front": Role.MAIN,
    "detail": Role.DETAIL,
    "page": Role.PAGE,
    "swatch": Role.VARIANT,
    "unused": Role.UNUSED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The vocabulary, all in `key` form. ``endings`` are the Chinese words that also count at the end of a longer one,
    the longest first; ``holders`` name folders with a picture of each variant; ``parts`` are what else
    pictures of one product are called; ``folder_senses`` has ``senses`` and what only folders say."""

    senses: Mapping[str, Sense]
    endings: tuple[str, ...]
    holders: frozenset[str]
    colours: frozenset[str]
    shades: frozenset[str]
    codes: frozenset[str]
    places: frozenset[str]
    fillers: frozenset[str]
    parts: frozenset[str]
    folder_senses: Mapping[str, Sense]


def key(text: str) -> str:
    """Equal for words that mean the same: case, Unicode form and the dots of ё aside."""
    return unicodedata.normalize("NFC", text).casefold().replace("ё", "е")


@cache
def words() -> Words:
    """The vocabulary that comes with Whitecove."""
    return parsed(tomllib.loads((paths.resources() / "words.toml").read_text("utf-8")))


def parsed(data: Mapping[str, Any]) -> Words:
    """The vocabulary in a data file's content.

    Raises:
        KeyError: a section or list is missing. ValueError: a list of roles or tags is unknown, or a word has two
            meanings.
    """
    senses: dict[str, Sense] = {}
    for kind, texts in data["roles"].items():
        _add(senses, texts, _role(kind))
    for kind, texts in data["tags"].items():
        _add(senses, texts, Sense(kind, Role.DETAIL, Tag(kind)))
    variants, folders = data["variants"], data["folders"]
    folder_senses = dict(senses)
    for kind, texts in folders["roles"].items():
        _add(folder_senses, texts, _role(kind))
    vocabulary = Words(
        senses=senses,
        endings=tuple(sorted(_endings(senses, variants["colours"]), key=len, reverse=True)),
        holders=_keys(variants["folders"]),
        colours=_keys(variants["colours"]),
        shades=_keys(variants["shades"]),
        codes=_keys(variants["codes"]),
        places=_keys(folders["places"]),
        fillers=_keys(data["fillers"]["words"]),
        parts=_keys(data["parts"]["words"]),
        folder_senses=folder_senses,
    )
    known = folder_senses.keys()
    twice = (known | vocabulary.holders) & vocabulary.colours | known & vocabulary.holders
    if twice:
        raise ValueError(f"words with two meanings: {', '.join(sorted(twice))}")
    return vocabulary


def _role(kind: str) -> Sense:
    if kind not in ROLES:
        raise ValueError(f"{kind} is no role: {', '.join(ROLES)}")
    return Sense(kind, ROLES[kind])


def _add(senses: dict[str, Sense], texts: Iterable[str], sense: Sense) -> None:
    for word in _keys(texts):
        if senses.setdefault(word, sense) != sense:
            raise ValueError(f"words with two meanings: {word}")


def _keys(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(key(text) for text in texts)


def _endings(senses: Iterable[str], colours: Iterable[str]) -> set[str]:
    """The Chinese words that also count at the end of a longer one: those that say a role, and whole names of colours
    (连衣裙红色); 红 by itself ends too many words."""
    return {word for word in senses if _is_ending(word)} | {
        word for word in _keys(colours) if _is_ending(word) and word.endswith("色")
    }


def _is_ending(word: str) -> bool:
    return len(word) >= SHORTEST_ENDING and all("\u3400" <= letter <= "\ufaff" for letter in word)

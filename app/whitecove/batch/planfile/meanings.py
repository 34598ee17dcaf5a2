"""What a role or tag in a plan file means: Whitecove's own words, or any that folders are named with."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from whitecove.batch.grouping.folders import Kind, kind_of
from whitecove.core.model import Role, Tag

ROLES = tuple(role.value for role in Role)
TAGS = tuple(tag.value for tag in Tag)
LONGEST_PHRASE = 3
_BETWEEN_TAGS = re.compile(r"[,;/|+，、；]+")


def role_of(text: str) -> tuple[Role, Tag | None] | None:
    """The role that ``text`` says, and the tag that a word for a detail brings along (``scene``); None where it says
    none."""
    said = text.casefold()
    if said in ROLES:
        return Role(said), None
    kind, sense = kind_of(text)
    if kind is Kind.HOLDER:
        return Role.VARIANT, None
    return (sense.role, sense.tag) if sense else None


def tags_of(text: str) -> tuple[tuple[Tag, ...], tuple[str, ...]]:
    """The tags that ``text`` says, each once, and the words that are none."""
    found = [each for part in _BETWEEN_TAGS.split(text) for each in _in_part(part.split())]
    tags = dict.fromkeys(tag for _, tag in found if tag)
    return tuple(tags), tuple(dict.fromkeys(word for word, tag in found if not tag))


def _in_part(words: Sequence[str]) -> Iterator[tuple[str, Tag | None]]:
    """Each phrase in ``words`` with its tag, the longest that has one first, and each word that is in none."""
    start = 0
    while start < len(words):
        counts = range(min(LONGEST_PHRASE, len(words) - start), 0, -1)
        phrases = ((count, " ".join(words[start : start + count])) for count in counts)
        tagged = next(((count, text, tag) for count, text in phrases if (tag := _tag(text))), None)
        count, phrase, tag = tagged or (1, words[start].casefold(), None)
        yield phrase, tag
        start += count


def _tag(phrase: str) -> Tag | None:
    sense = kind_of(phrase)[1]
    return sense.tag if sense else None


def meant(word: str, known: Sequence[str]) -> str:
    """Which of ``known`` may be meant by ``word``, or all of them, in brackets."""
    close = difflib.get_close_matches(word, known, n=1)
    return f" (did you mean {close[0]}?)" if close else f" (use {', '.join(known)})"

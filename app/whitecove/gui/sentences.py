"""Sentences that the core filled itself, in the language of the window.

They come in English, with names and numbers in them. The catalogue has them as templates; here a sentence is recognised
as what it was filled from, and what was filled in is put into the translated template.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLocale

CONTEXT, NOTE = "Sentence", "Note"
# What is filled in may be phrases of their own; they nest no deeper.
DEEPEST = 3
_HOLE = re.compile(r"\{(\w+)[^{}]*\}")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_PARTS = (re.compile(r"((?<=[.!?])\s+(?=[A-Z]))"), re.compile(r"(; )"), re.compile(r"(, )"))


class Templates:
    """The sentences that a language has, ``sources`` as the core would fill them."""

    def __init__(self, sources: Iterable[str] = ()) -> None:
        found = sorted((each for each in sources if _HOLE.search(each)), key=_weight, reverse=True)
        self._patterns = [(source, _pattern(source)) for source in found]
        self.translated = lru_cache(4096)(self._translated)

    def _translated(self, text: str, depth: int = 0) -> str:
        """``text`` in the language that holds; as it is where it is not known."""
        if not text.strip() or depth > DEEPEST:
            return text
        found = self._whole(text, depth)
        if found is None and text.endswith("."):
            bare = self._whole(text[:-1], depth)
            found = f"{bare}." if bare is not None else None
        elif found is None:
            full = self._whole(f"{text}.", depth)  # a sentence that more was put behind
            found = full[:-1] if full is not None else None
        return self._in_parts(text, depth) if found is None else found

    def _whole(self, text: str, depth: int) -> str | None:
        plain = QCoreApplication.translate(CONTEXT, text)
        if plain != text:
            return plain
        for source, pattern in self._patterns:
            found = pattern.fullmatch(text)
            if found:
                return self._filled(source, found, depth)
        return None

    def _filled(self, source: str, found: re.Match[str], depth: int) -> str:
        values = [
            _localised(each) if _NUMBER.fullmatch(each) else self.translated(each, depth + 1) for each in found.groups()
        ]
        named = dict(zip((hole[1] for hole in _HOLE.finditer(source)), values, strict=True))
        return _HOLE.sub(lambda hole: named.get(hole[1], hole[0]), QCoreApplication.translate(CONTEXT, source))

    def _in_parts(self, text: str, depth: int) -> str:
        """Sentence by sentence, else phrase by phrase."""
        for separator in _PARTS:
            parts = separator.split(text)
            if len(parts) > 1:
                return "".join(
                    part if index % 2 else self.translated(part, depth + 1) for index, part in enumerate(parts)
                )
        return text


def know(sources: Iterable[str]) -> None:
    """From now on these are recognised; none, where the window speaks as the core does."""
    global _templates  # noqa: PLW0603 (as Qt's translators are, it is the program's)
    _templates = Templates(sources)


def translated(text: str) -> str:
    """A sentence of the core in the language of the window."""
    return _templates.translated(text)


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile("".join(_pieces(source)), re.DOTALL)


def _pieces(source: str) -> Iterator[str]:
    end, seen = 0, set[str]()
    for hole in _HOLE.finditer(source):
        yield re.escape(source[end : hole.start()])
        yield "(.+?)"
        seen.add(hole[1])
        end = hole.end()
    yield re.escape(source[end:])


def _weight(source: str) -> int:
    """How much of a template stands in it: the one that says most is tried first."""
    return len(_HOLE.sub("", source))


def _localised(number: str) -> str:
    """A number as the person's language writes it."""
    whole, _, digits = number.replace(",", "").partition(".")
    locale = QLocale()
    return locale.toString(float(f"{whole}.{digits or 0}"), "f", len(digits))


_templates = Templates()

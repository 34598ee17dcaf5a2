"""Templates of file names: text with tokens in braces, such as ``{sku}_{nn}``.

====================  =================================================================================================
``{sku}``             the listing's SKU (of a card that is made for a variant: with the variant, unless that has its
                      own token)
``{variant}``         the variant that the picture shows; empty where there is none
``{role}``            ``main``, ``detail`` or ``variant``
``{nn}``              place in the card, the main picture's being 01; ``v01`` among the pictures of variants
``{pt}``              the same counted from 00, so that the first detail is 01
``{date}``            day of the listing's first shot, YYYYMMDD
``{lang}``            what the option ``lang`` says
``{ext}``             the suffix; only at the end, where it may be left out, or written as that of any picture (.jpg)
====================  =================================================================================================

An empty token takes the separator beside it away: ``{sku}_{variant}_{nn}`` gives ``A_01`` where there is no variant.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

TOKENS = ("sku", "variant", "role", "nn", "pt", "date", "lang", "ext")
COUNTERS = ("nn", "pt")
# Whitecove's own names: S_01_main, S_02, S_03…
MAIN = "{sku}_{nn}_{role}"
DETAIL = "{sku}_{nn}"
SEPARATORS = " _-.+,~"
BRACKETS = {"(": ")", "[": "]"}
# Longer texts would leave too little of the SKU.
LONGEST_TEXT = 40
REFUSED = re.compile(r'[<>:"|?*\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]')
_PIECES = re.compile(r"\{(?P<token>[^{}]*)\}|(?P<text>[^{}]+)|(?P<brace>[{}])")
_ENDING = re.compile(r"(?:\.?\{ext\}|\.(?i:jpe?g|png|webp|tiff?|gif|bmp|heic|avif))+$")


class Piece(NamedTuple):
    """A part of a template: the name of a token, or text that stands as it is."""

    text: str
    is_token: bool


Template: TypeAlias = tuple[Piece, ...]


def parse(template: str) -> Template:
    """The pieces of a template that has no `problems_of`; ``{ext}`` at the end is no piece."""
    found = _PIECES.finditer(_ENDING.sub("", template))
    return tuple(Piece(m["token"] if m["token"] is not None else m[0], m["token"] is not None) for m in found)


def has(template: Template, token: str) -> bool:
    """Whether ``template`` has that token."""
    return Piece(token, True) in template


def problems_of(template: str, *, counted: bool = True) -> list[str]:
    """Everything that is wrong with ``template``, a phrase each; empty when nothing is. ``counted`` templates name many
    pictures of a card, so they must number them."""
    body = _ENDING.sub("", template)
    matches = list(_PIECES.finditer(body))
    tokens = [m["token"] for m in matches if m["token"] is not None]
    text = "".join(m["text"] or "" for m in matches)
    problems = [*_token_problems(tokens, counted), *_text_problems(text)]
    if any(m["brace"] for m in matches):
        problems.append("a brace stands alone")
    if body[:1] in {".", " "}:
        problems.append("must not begin with a dot or a space")
    if body[-1:] in {".", " "}:
        problems.append("must not end with a dot or a space")
    return problems


def _token_problems(tokens: list[str], counted: bool) -> list[str]:
    problems = [f"there is no token {{{token}}}{_did_you_mean(token)}" for token in tokens if token not in TOKENS]
    problems += [f"{{{token}}} stands twice" for token in TOKENS if tokens.count(token) > 1]
    if "ext" in tokens:
        problems.append("{ext} may only stand at the end")
    if "sku" not in tokens:
        problems.append("{sku} is missing: names of different products would be the same")
    if counted and not set(COUNTERS) & set(tokens):
        problems.append("{nn} is missing: pictures of one product would have the same name")
    return problems


def _text_problems(text: str) -> list[str]:
    problems = []
    if "/" in text or "\\" in text:
        problems.append("must not have / or \\: folders are made by Whitecove")
    refused = sorted(set(REFUSED.findall(text)))
    if refused:
        problems.append(f"must not have {' '.join(char if char.isprintable() else ascii(char) for char in refused)}")
    if len(text.encode("utf-8", "replace")) > LONGEST_TEXT:
        problems.append(f"its own text must be at most {LONGEST_TEXT} bytes")
    return problems


def _did_you_mean(token: str) -> str:
    close = difflib.get_close_matches(token.casefold(), TOKENS, n=1)
    return f" (did you mean {{{close[0]}}}?)" if close else ""


def pattern(template: Template, *, mark: str = "") -> re.Pattern[str]:
    """Matches the texts that ``template`` makes, with a group for each token; numbers begin with ``mark``."""
    kinds = {"sku": ".+", **dict.fromkeys(COUNTERS, rf"{re.escape(mark)}\d{{2,3}}")}
    parts = (f"(?P<{p.text}>{kinds.get(p.text, '.*')})" if p.is_token else re.escape(p.text) for p in template)
    return re.compile("".join(parts), re.DOTALL)


def filled(template: Template, values: Mapping[str, str]) -> str:
    """The text of ``template`` with ``values`` for its tokens; a token without a value counts as empty."""
    texts = [values.get(piece.text, "") if piece.is_token else piece.text for piece in template]
    for place, piece in enumerate(template):
        if piece.is_token and not texts[place]:
            _close_gap(template, texts, place)
    return "".join(texts)


def _close_gap(template: Template, texts: list[str], place: int) -> None:
    """Take away what stood around an empty token for its sake: brackets, and the separator before it or, at the
    beginning, behind it."""
    before, after = _text_at(template, place - 1), _text_at(template, place + 1)
    opened = texts[before][-1:] if before is not None else ""
    if before is not None and after is not None and opened in BRACKETS and texts[after].startswith(BRACKETS[opened]):
        texts[before], texts[after] = texts[before][:-1], texts[after][1:]
    if before is not None and texts[before].rstrip(SEPARATORS) != texts[before]:
        texts[before] = texts[before].rstrip(SEPARATORS)
    elif after is not None and not "".join(texts[:place]):
        texts[after] = texts[after].lstrip(SEPARATORS)


def _text_at(template: Template, place: int) -> int | None:
    """``place``, where it is one and has text of the template's own."""
    return place if 0 <= place < len(template) and not template[place].is_token else None

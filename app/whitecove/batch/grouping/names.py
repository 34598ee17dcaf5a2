"""What a file's stem says: the product's name, and behind it a role, tags, a colour and a counter, in any order.

A word counts only where it stands by itself: between separators, or where Latin letters or digits meet Chinese ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from whitecove.batch.grouping.words import HAN, Sense, key, words
from whitecove.core.model import Role, Tag

SEPARATORS = r"\s_.,+&=()（）\[\]【】\-–"
COUNTER = re.compile(
    r"^(?P<base>.*\S)(?:\s*[(（](?P<a>\d{1,3})[)）]|(?:[\s_.-]+|(?<=[)）\]】]))(?P<b>0\d{1,3}|\d{1,2}))$", re.DOTALL
)
# Counters without a separator, behind words that no product's code ends with: 手机壳1, кружка2; not A1, MUG7, 商品1.
GLUED = re.compile(
    rf"(?i)^(?P<base>.*(?:[{HAN}]{{2}}|[а-яё]{{3}})(?<!产品|商品|宝贝|货号|款式|型号)(?<!款|型|号))"
    r"(?<!товар)(?<!модель)(?<!артикул)(?P<count>0?\d{1,2})$",
    re.DOTALL,
)
# Clothing sizes as letters. They belong to the colour before them: SKU_red_XL.
SIZED = re.compile(rf"(?i)^(?P<base>.*[^{SEPARATORS}])[{SEPARATORS}]+(?:xxs|xs|s|m|l|x{{1,4}}l|[2-6]xl)$", re.DOTALL)
# What Whitecove itself writes before a variant's name, as a whole, and what is left of it without the name.
OWN_START = re.compile(r"^.*_v(?P<number>\d{2,3})_(?=.)", re.DOTALL)
OWN_MARK = re.compile(r"_v\d{2,3}$")
# What Windows, macOS and Linux call a copy, in the three languages.
COPY = re.compile(
    r"(?i)(?<=\S)(?:\s*[-–—]\s+|\s+|\s*[(（])(?:copy|副本|копия)(?:\s*[)）])?(?:\s*[(（]?\d{1,3}[)）]?)?$"
)
# What Lightroom puts behind the name of an edited photo, and WordPress behind one that it made smaller.
EDITED = re.compile(r"(?:(?<=\w)-Edit|(?<=\d)-(?:HDR|Pano|Enhanced-NR))(?:-\d{1,2})?$|(?<=\w)-scaled$")
MESSENGER = re.compile(
    r"(?i)^(?:viber|mmexport|wx_camera|微信|wechat|qq图片|whatsapp|telegram|signal|received|fb_img|.*-wa\d{4})"
)
TOKEN = re.compile(rf"[{HAN}]+|[^\W\d_{HAN}]+|\d+")
GAP = re.compile(rf"[{SEPARATORS}]*")
LONGEST_PHRASE = 3
FIRST_HAN = "\u3400"

SAYS_NOTHING = re.compile(
    r"""(?ix)^(?:
        (?:img|image|dsc|dscn|dscf|dsc_|_?dsc|pict|p10|pxl|mvimg|gopr|dji|sam|cimg|imgp|vid|burst|photo|foto|фото|图片
            |fb_img|received|wechatimg|unnamed|untitled|未标题|без\s?имени|下载|download)
            [\s_-]*e?[\s_.~()\d-]*
            (?:(?:wa\d+|_?hdr|mp|portrait|cover|original|burst|edit(?:ed)?)[\s_.()\d-]*)*
        | \d{5}(?:i?mg|\w{0,2}portrait)_\d{5}_burst\d{17}(?:_cover)?
        | viber.?image.* | tb_image_share.* | s-l\d{3,4}[\s_.()\d-]* | il_\w+\.\d{6,}_\w{4}
        | mmexport.* | wx_camera.* | 微信图片.* | 微信截图.* | qq图片.* | whatsapp\s+image.* | telegram.* | signal-.*
        | o1cn.* | tb[12].*!!.* | [sh][0-9a-f]{32,40}[a-z]?(?:[\s_.(].*)? | screenshot.* | 屏幕截图.* | снимок.*
        | [\s_.()（）\d-]+
        | [0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}
    )$"""
)
# A number that may be a product's, with a counter; a day's date is none.
NUMBERED = re.compile(
    r"^(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))(?P<sku>\d{3,})(?:[_-](?P<counter>\d{1,2}))?$"
)
# A product's number with nothing beside it: no counter, no day, no time of day, no count of milliseconds.
ARTICLE = re.compile(r"^(?!(?:19|20)\d\d[01]\d[0-3]\d(?:\d{6})?$|1[5-9]\d{11}$)[1-9]\d{2,}$")
ONLY_NUMBERS = re.compile(r"^[\s_.()（）\d-]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a stem says. ``base`` is the product's name as it is written, empty where the stem has nothing but known
    words; ``word`` is the one that says the role; ``is_holder``: it calls itself the picture of a variant."""

    base: str
    sense: Sense | None = None
    word: str = ""
    tags: tuple[Tag, ...] = ()
    colour: str = ""
    counter: int | None = None
    is_padded: bool = False
    is_holder: bool = False

    @property
    def role(self) -> Role | None:
        """What the picture is for, as far as the name says."""
        if self.is_holder:
            return Role.VARIANT
        return self.sense.role if self.sense else None

    @property
    def starts(self) -> bool:
        """Whether a set of pictures may begin with it, or it is certainly one of a set."""
        return bool(self.sense or self.colour or self.is_padded or self.is_holder) or self.counter in (None, 0, 1)


def says_nothing(stem: str) -> bool:
    """Whether a stem is a camera's, a messenger's or a bare counter, or that of a copy of such a file."""
    if SAYS_NOTHING.match(stem):
        return True
    copied = COPY.sub("", stem)
    return copied != stem and SAYS_NOTHING.match(copied) is not None and not NUMBERED.match(copied)


@lru_cache(maxsize=65536)
def read_stem(stem: str) -> Said:
    """What ``stem`` says (``SKU123-red-main`` is a main picture of SKU123 in red; ``SKU123 (2)`` is its number 2)."""
    stem = EDITED.sub("", COPY.sub("", stem))
    if says_nothing(stem):
        number = NUMBERED.match(stem)
        counter = number["counter"] if number else None
        return Said(base=number["sku"], counter=int(counter)) if number and counter else Said(base=stem)
    said = _without_words(_without_counter(Said(base=stem)))
    glued = GLUED.match(stem) if said == Said(base=stem) else None
    if glued:
        digits = glued["count"]
        said = _without_words(Said(base=glued["base"], counter=int(digits), is_padded=digits.startswith("0")))
    if said.colour and key(said.base.strip()) in words().holders:
        return replace(said, base="", is_holder=True)
    held = next((start for start, phrase in _endings(said.base) if phrase in words().holders), 0) if said.colour else 0
    if held and _trimmed(said.base[:held]) != said.base[:held]:
        return replace(said, base=_trimmed(said.base[:held]), is_holder=True)
    if said.colour and OWN_MARK.search(said.base):
        return replace(said, base=OWN_MARK.sub("", said.base), is_holder=True)
    return said


def _without_words(said: Said) -> Said:
    """``said`` without the known words at the end of its base."""
    while said.base:
        shorter = _without_word(said) or _without_size(said)
        if shorter is None:
            break
        said = shorter
    return said


def _without_counter(said: Said) -> Said:
    found = COUNTER.match(said.base)
    if not found or not _trimmed(found["base"]):
        return said
    digits = found["a"] or found["b"]
    return replace(said, base=_trimmed(found["base"]), counter=int(digits), is_padded=digits.startswith("0"))


def _trimmed(text: str) -> str:
    return re.sub(rf"[{SEPARATORS}]+$", "", text) if text else text


def _without_word(said: Said) -> Said | None:
    """``said`` without the known word at the end of its base, or None where there is none."""
    text, digits = said.base, ""
    glued = re.search(rf"(?<=[^\W\d_])(\d{{1,2}})[{SEPARATORS}]*$", text)
    if glued and said.counter is None:
        text, digits = text[: glued.start()], glued[1]
    for start, phrase in _endings(text):
        found = _understood(said, _trimmed(text[:start]), phrase, text)
        if found is not None:
            return replace(found, counter=int(digits)) if digits else found
    return None


def _without_size(said: Said) -> Said | None:
    """``said`` without the colour and the size at the end of its base (``SKU_red_XL``), which are its variant together;
    None where there are not both."""
    found = SIZED.match(said.base) if not said.colour else None
    coloured = _without_word(replace(said, base=found["base"])) if found else None
    if coloured is None or not coloured.colour or coloured.sense != said.sense or coloured.counter != said.counter:
        return None
    return replace(coloured, colour=_written(said.base, coloured.base))


def _endings(text: str) -> Iterator[tuple[int, str]]:
    """The phrases that ``text`` ends with, the longest first, each with its place; at last a Chinese word at the end of
    a longer one."""
    tokens = list(TOKEN.finditer(text))
    if not tokens or GAP.fullmatch(text, tokens[-1].end()) is None:
        return
    run = 1
    while run < min(LONGEST_PHRASE, len(tokens)) and _adjacent(text, tokens[-run - 1], tokens[-run]):
        run += 1
    for count in range(run, 0, -1):
        chosen = tokens[-count:]
        if _stands_apart(text, chosen[0]):
            yield chosen[0].start(), " ".join(key(token[0]) for token in chosen)
    last = tokens[-1]
    if last[0][-1] >= FIRST_HAN:
        written = key(last[0])
        ending = next((word for word in words().endings if written.endswith(word)), "")
        if 0 < len(ending) < len(last[0]):
            yield last.end() - len(ending), ending


def _adjacent(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    return left.end() < right.start() and GAP.fullmatch(text, left.end(), right.start()) is not None


def _stands_apart(text: str, token: re.Match[str]) -> bool:
    """Chinese words may follow anything that is not Chinese; others may not follow a digit."""
    before = text[token.start() - 1 : token.start()]
    return not before.isdigit() or re.match(f"[{HAN}]", token[0]) is not None


def _understood(said: Said, base: str, phrase: str, text: str) -> Said | None:
    """``said`` with what ``phrase`` adds, before which ``base`` is left of ``text``; None where it adds nothing."""
    sense = words().senses.get(phrase)
    if sense is not None:
        return _with_sense(said, base, sense, _written(text, base))
    if not said.colour and is_colour(phrase):
        base = _without_shades(base)
        return replace(said, base=base, colour=_written(text, base))
    return None


def _with_sense(said: Said, base: str, sense: Sense, written: str) -> Said | None:
    if sense.tag:
        said = replace(said, tags=(*said.tags, sense.tag))
    elif said.sense and not said.sense.tag:
        return None
    if sense.kind == "main":
        # Delivered files are called ``SKU_01_main``; any other number is the product's (``shoe-41-main``).
        inner = _without_counter(Said(base=base))
        base = inner.base if inner.is_padded else base
    keeps = said.sense is not None and sense.tag is not None
    return replace(said, base=base) if keeps else replace(said, base=base, sense=sense, word=written)


def _written(text: str, base: str) -> str:
    return re.sub(rf"^[{SEPARATORS}]+|[{SEPARATORS}]+$", "", text[len(base) :])


def _without_shades(base: str) -> str:
    """``base`` without the words at its end that belong to the colour behind it: light, тёмно, another colour."""
    while True:
        shade = next(((start, word) for start, word in _endings(base) if " " not in word), None)
        if shade is None or not (shade[1] in words().shades or is_colour(shade[1])):
            return base
        base = _trimmed(base[: shade[0]])


def is_colour(word: str) -> bool:
    """Whether ``word`` (in `key` form) is a colour, or a Chinese word made of nothing but shades and colours."""
    return word in words().colours or _chinese_colours().fullmatch(word) is not None


@cache
def _chinese_colours() -> re.Pattern[str]:
    han = re.compile(f"[{HAN}]+")
    shades, colours = ("|".join(filter(han.fullmatch, sorted(some))) for some in (words().shades, words().colours))
    return re.compile(f"(?:(?:{shades})*(?:{colours}))+款?")

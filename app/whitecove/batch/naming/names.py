"""File names that every file system takes, that do not clash, and that sort as they are to be uploaded.

Names are NFC, at most `NAME_BYTES` bytes of UTF-8, free of what Windows refuses (reserved characters, device names,
trailing dots and spaces) and of direction marks, which make a name read differently from what it is.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from whitecove.batch.naming.templates import Templates, templates_of
from whitecove.core.errors import PlanError
from whitecove.core.model import Slot
from whitecove.core.options import Options
from whitecove.core.profiles import Profile
from whitecove.core.templates import has

NAME_BYTES = 120
HASH_DIGITS = 8
# A cut text keeps a character of up to four bytes before its hash; less than this says nothing to a person.
LEAST = HASH_DIGITS + 5
LANG_BYTES = 12
# Digits of the longest number in a name: a card has at most 999 pictures.
WIDEST = 3
# What the longest of Whitecove's own names, a variant's, leaves to the SKU; one is for the mark of a device's name.
SKU_BYTES = NAME_BYTES - len("_v001_") - LEAST - len(".jpg") - 1
UNNAMED = "photo"
REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]')
DEVICES = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(\.|$))")
# What lies at the top of a delivery beside the listings' folders.
TAKEN = frozenset(
    {"_review", "_previous", ".whitecove", "manifest.csv", "manifest.json", "report.html", "changes.csv"}
    | {"reshoot.csv", "reshoot.html"}
)


def printable(text: str) -> str:
    """``text`` with what UTF-8 cannot carry (bytes of undecodable file names, lone surrogates) and control characters
    written as ``\\xNN`` or ``\\uNNNN``, NFC."""
    if text.isprintable():
        return unicodedata.normalize("NFC", text)
    try:
        data = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = text.encode("utf-8", "backslashreplace")
    decoded = data.decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", re.sub(r"[\x00-\x1f\x7f-\x9f]", lambda m: f"\\x{ord(m[0]):02x}", decoded))


def safe_name(text: str, limit: int = NAME_BYTES, characters: int = 0) -> str:
    """A file or folder name made of ``text``, at most ``limit`` bytes of UTF-8 and ``characters`` characters (0: any
    number); a safe name stays as it is.

    A name that is cut ends in ``~`` and eight hexadecimal digits of the whole text's SHA-256, so that texts which
    differ only behind the cut stay apart.
    """
    name = REFUSED.sub("_", unicodedata.normalize("NFC", printable(text)))
    name = name.rstrip(". ").lstrip(". ")
    name = DEVICES.sub(lambda match: f"{match[0]}_", name, count=1) if DEVICES.match(name) else name
    if collision_key(name) in TAKEN:
        name = f"{name}_".lstrip("._")
    name = name or UNNAMED
    fits = len(name.encode()) <= limit and (not characters or len(name) <= characters)
    return name if fits else with_hash(name, name, limit, characters)


def with_hash(name: str, text: str, limit: int, characters: int = 0) -> str:
    """``name``, cut where need be, and the hash of ``text``, within so many bytes and characters (0: any number)."""
    ending = "~" + hashlib.sha256(text.encode()).hexdigest()[:HASH_DIGITS]
    start = name[: characters - len(ending)] if characters else name
    return start.encode()[: limit - len(ending)].decode("utf-8", "ignore") + ending


def safe_sku(text: str) -> str:
    """A listing's name, short enough that Whitecove's own names for its files keep within `NAME_BYTES`."""
    return safe_name(text, SKU_BYTES)


def latin(text: str) -> str:
    """``text`` in Latin letters and other ASCII characters: 红色 becomes HongSe. A text of which nothing is left
    becomes its hash, so that different ones stay apart."""
    from anyascii import anyascii

    readable = printable(text)
    letters = anyascii(readable).strip()
    return letters if letters.strip("._- ") or not readable.strip("._- ") else with_hash("", readable, NAME_BYTES)[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How a batch names its files: the templates, what ``{lang}`` stands for, whether names are in Latin letters, the
    most characters of a whole file name (0: any number), whether a card is made for each variant, and the slots that
    are named."""

    templates: Templates
    lang: str = ""
    is_latin: bool = False
    limit: int = 0
    by_variant: bool = False
    slots: tuple[Slot, ...] = (Slot.MAIN, Slot.DETAIL, Slot.VARIANT)

    def sku_namer(self) -> Callable[[str], str]:
        """Makes safe SKUs, short enough that every name made of one fits, whatever its variants are called.

        Raises:
            PlanError: the templates leave too little of a SKU.
        """
        room = self._room(self.slots, "x", "x" * LEAST)
        return lambda text: self._safe(text, room)

    def labels(self, sku: str, variants: Iterable[str]) -> dict[str, str]:
        """A safe text for each of a listing's variants, short enough for every name. Those that some systems would take
        for the same carry a hash.

        Raises:
            PlanError: ``sku``, which `sku` did not make, leaves too little of a variant.
        """
        telling = [slot for slot in self.slots if self.by_variant or has(self.templates.of(slot), "variant")]
        room = self._room(telling, sku, "x") if telling else (NAME_BYTES, 0)
        labels = {variant: self._safe(variant, room) for variant in variants}
        rivals = Counter(collision_key(label) for label in labels.values())
        for variant, label in labels.items():
            if rivals[collision_key(label)] > 1:
                labels[variant] = with_hash(label, printable(variant), *room)
        return labels

    def card(self, sku: str, label: str) -> str:
        """The folder of a card."""
        return f"{sku}_{label}" if self.by_variant and label else sku

    def file(self, slot: Slot, sku: str, label: str, order: int, *, width: int = 2, date: str = "") -> str:
        """The file's name, without its folder. ``order`` counts from 1; numbers have at least ``width`` digits."""
        mark = "v" if slot is Slot.VARIANT else ""
        held = self.by_variant and not has(self.templates.of(slot), "variant")
        name = self.templates.name(
            slot,
            self.card(sku, label) if held else sku,
            number=f"{mark}{order:0{width}d}",
            part=f"{mark}{order - (not mark):0{width}d}",
            variant="" if held else label,
            date=date,
            lang=self.lang,
        )
        return safe_name(latin(name) if self.is_latin else name)

    def _safe(self, text: str, room: tuple[int, int]) -> str:
        return safe_name(latin(text) if self.is_latin else text, *room)

    def _room(self, slots: Iterable[Slot], sku: str, label: str) -> tuple[int, int]:
        """The most bytes and characters (0: any number) of a SKU or label in whose place one character stands, for the
        names of all ``slots`` to fit."""
        longest = [self.file(slot, sku, label, 1, width=WIDEST, date="00000000") for slot in slots]
        # One is left for the mark that a device's name gets.
        left = NAME_BYTES - max(len(name.encode()) for name in longest)
        characters = self.limit - max(len(name) for name in longest) if self.limit else 0
        if left < LEAST or (self.limit and characters < LEAST):
            raise PlanError("plan.name_long", limit=self.limit or NAME_BYTES)
        return left, characters


def naming_of(options: Options, profile: Profile) -> Naming:
    """How these settings name files."""
    is_latin = options.ascii_names or profile.names.ascii
    lang = latin(options.lang) if is_latin else options.lang
    by_variant = profile.card == "variant"
    wanted = {Slot(slot) for slot in options.slots} - ({Slot.VARIANT} if by_variant else set())
    return Naming(
        templates=templates_of(options, profile),
        lang=safe_name(lang, LANG_BYTES) if lang else "",
        is_latin=is_latin,
        limit=profile.names.limit,
        by_variant=by_variant,
        slots=tuple(slot for slot in Slot if slot in wanted) or (Slot.MAIN,),
    )


def sku_namer(options: Options, profile: Profile) -> Callable[[str], str]:
    """Makes safe SKUs, short enough that every name made of one fits: `NAME_BYTES` bytes for each file and folder, and
    the profile's number of characters for a whole file name; in Latin letters where they are asked for.

    Raises:
        PlanError: the templates of file names leave too little of a SKU.
    """
    return naming_of(options, profile).sku_namer()


def collision_key(name: str) -> str:
    """Equal for names that a file system may take for the same: case and Unicode form are ignored."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts names as people count: ``2`` before ``10``, case aside."""
    parts = re.findall(r"[0-9]+|[^0-9]+", unicodedata.normalize("NFC", printable(name)).casefold())
    return tuple((0, int(part), part) if part.isdecimal() else (1, 0, part) for part in parts)

"""Facts as short phrases, with numbers and sizes as the person writes them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from whitecove.batch import words
from whitecove.core.model import Photo, Rendition, Role, SourceFacts
from whitecove.gui.marks import QT_TRANSLATE_NOOP

# From so much doubt on a person is asked; below the first it is small.
SMALL, HIGH = 0.2, 0.5
STEPS: dict[str, str] = {
    "keep": QT_TRANSLATE_NOOP("Facts", "kept by brush"),
    "erase": QT_TRANSLATE_NOOP("Facts", "erased"),
    "open hole": QT_TRANSLATE_NOOP("Facts", "hole opened"),
    "heal": QT_TRANSLATE_NOOP("Facts", "healed"),
}


def number(value: int) -> str:
    """A whole number."""
    return QLocale().toString(value)


def size(bytes_: int) -> str:
    """The size of a file, in units of 1,000."""
    return QLocale().formattedDataSize(bytes_, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def pixels(width: int, height: int) -> str:
    """The size of a picture."""
    return QCoreApplication.translate("Facts", "{width} × {height} px").format(
        width=number(width), height=number(height)
    )


def fingerprint(sha256: str) -> str:
    """Enough of a SHA-256 to tell two apart; all of it can be copied."""
    return f"{sha256[:8]}…{sha256[-8:]}" if len(sha256) > 20 else sha256


def file(format_: str, bytes_: int) -> str:
    """A file's format and size."""
    return QCoreApplication.translate("Facts", "{format}, {size}").format(format=format_, size=size(bytes_))


def written(made: Rendition) -> str:
    """The size of a written file, and the quality that it took."""
    translate = QCoreApplication.translate
    quality = made.encoding.get("quality")
    if not quality:
        return size(made.bytes)
    return translate("Facts", "{size}, quality {quality}").format(size=size(made.bytes), quality=quality)


def colours(facts: SourceFacts) -> str:
    """The colours that a file brought."""
    translate = QCoreApplication.translate
    profile = facts.icc or translate("Facts", "no colour profile")
    return translate("Facts", "{colours}, {bits} bits").format(colours=profile, bits=facts.bits)


def doubt(value: float) -> str:
    """How sure a cutout is, in words and as a share."""
    translate = QCoreApplication.translate
    if value < SMALL:
        word = translate("Facts", "Small ({percent} %)")
    elif value < HIGH:
        word = translate("Facts", "Some ({percent} %)")
    else:
        word = translate("Facts", "High ({percent} %)")
    return word.format(percent=round(100 * value))


def role(photo: Photo) -> str:
    """What a photo is used as."""
    translate = QCoreApplication.translate
    if photo.role is Role.UNUSED:
        return translate("Facts", "Kept aside")
    word = translate("Place", words.PLACES[photo.role])
    tags = [translate("Tag", words.TAGS[tag]) for tag in photo.tags]
    return ", ".join([word, *tags])


def counted(summary: str) -> str:
    """Corrections as they are counted: ``2 erase, 1 heal`` is ``2 × erased, 1 × healed``."""
    parts = (part.partition(" ") for part in summary.split(", ") if part)
    translate = QCoreApplication.translate
    return ", ".join(f"{count} × {translate('Facts', STEPS.get(word, word))}" for count, _, word in parts)


def sentence(phrase: str) -> str:
    """A phrase as a sentence."""
    return f"{phrase[:1].upper()}{phrase[1:]}."

"""How the options of a preset stand on a page: in which group, and in which words. What an option may be comes from its
declaration alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from whitecove.core.options import declaration, names
from whitecove.gui.marks import QT_TRANSLATE_NOOP

CONTEXT = "Options"


@dataclass(frozen=True, slots=True)
class Group:
    """Options that belong together; ``options`` are their names."""

    name: str
    options: tuple[str, ...]


GROUPS = (
    Group(
        QT_TRANSLATE_NOOP("Options", "Marketplace and pictures"),
        ("profile", "slots", "aspect", "canvas", "details", "pad_bytes"),
    ),
    Group(QT_TRANSLATE_NOOP("Options", "Cutout"), ("engine", "passes", "device", "review_doubt")),
    Group(
        QT_TRANSLATE_NOOP("Options", "The product on white"),
        ("fill", "stand", "shadow", "keep_edges", "white_point"),
    ),
    Group(QT_TRANSLATE_NOOP("Options", "Products and file names"), ("group", "gap", "name", "ascii_names", "lang")),
    Group(QT_TRANSLATE_NOOP("Options", "Written into the files"), ("keep_camera", "artist", "copyright")),
)

# Where the words of the command line are not those of the screen.
HELP = {
    "profile": QT_TRANSLATE_NOOP("Options", "Whose rules the pictures must keep."),
    "engine": QT_TRANSLATE_NOOP("Options", "What cuts the product out of the photo."),
    "device": QT_TRANSLATE_NOOP(
        "Options", "What computes cutout models. Automatic takes the graphics card where one works."
    ),
    "slots": QT_TRANSLATE_NOOP("Options", "Which pictures are made of a product."),
    "name": QT_TRANSLATE_NOOP(
        "Options",
        "{sku} {variant} {role} {nn} {pt} {date} {lang} stand for what they say. Empty: as the marketplace wants them.",
    ),
    "canvas": QT_TRANSLATE_NOOP("Options", "The long side of the picture."),
    "aspect": QT_TRANSLATE_NOOP("Options", "The shape of the main picture."),
    "details": QT_TRANSLATE_NOOP(
        "Options", "Detail pictures: keep the scene, cut out on white, or pad the scene to the shape."
    ),
    "gap": QT_TRANSLATE_NOOP("Options", "How long a pause between two shots parts two products, where times group."),
    "group": QT_TRANSLATE_NOOP("Options", "How photos become products."),
    "lang": QT_TRANSLATE_NOOP("Options", "What {lang} stands for in file names."),
    "review_doubt": QT_TRANSLATE_NOOP("Options", "How doubtful a cutout may be before you are asked."),
    "passes": QT_TRANSLATE_NOOP("Options", "How often a cutout model looks at a photo: as often as helps, or once."),
}

CHOICES = {
    ("engine", "auto"): QT_TRANSLATE_NOOP("Options", "Auto"),
    ("engine", "backdrop"): QT_TRANSLATE_NOOP("Options", "Plain backdrop"),
    ("engine", "whiten"): QT_TRANSLATE_NOOP("Options", "Glass and white on white"),
    ("engine", "keep"): QT_TRANSLATE_NOOP("Options", "Leave as it is"),
    ("device", "auto"): QT_TRANSLATE_NOOP("Options", "Automatic"),
    ("device", "cpu"): QT_TRANSLATE_NOOP("Options", "Processor"),
    ("device", "gpu"): QT_TRANSLATE_NOOP("Options", "Graphics card"),
    ("slots", "main"): QT_TRANSLATE_NOOP("Options", "Main"),
    ("slots", "detail"): QT_TRANSLATE_NOOP("Options", "Details"),
    ("slots", "variant"): QT_TRANSLATE_NOOP("Options", "Variants"),
    ("group", "auto"): QT_TRANSLATE_NOOP("Options", "Automatic"),
    ("group", "folder"): QT_TRANSLATE_NOOP("Options", "A folder is a product"),
    ("group", "name"): QT_TRANSLATE_NOOP("Options", "By file names"),
    ("group", "time"): QT_TRANSLATE_NOOP("Options", "By pauses between shots"),
    ("group", "photo"): QT_TRANSLATE_NOOP("Options", "A photo is a product"),
    ("aspect", "auto"): QT_TRANSLATE_NOOP("Options", "Marketplace's"),
    ("stand", "centre"): QT_TRANSLATE_NOOP("Options", "Centred"),
    ("stand", "baseline"): QT_TRANSLATE_NOOP("Options", "On a baseline"),
    ("details", "scene"): QT_TRANSLATE_NOOP("Options", "Scene"),
    ("details", "white"): QT_TRANSLATE_NOOP("Options", "White"),
    ("details", "pad"): QT_TRANSLATE_NOOP("Options", "Padded"),
    ("shadow", "none"): QT_TRANSLATE_NOOP("Options", "None"),
    ("shadow", "own"): QT_TRANSLATE_NOOP("Options", "The photo's"),
    ("shadow", "made"): QT_TRANSLATE_NOOP("Options", "Made"),
    ("white_point", "off"): QT_TRANSLATE_NOOP("Options", "Leave"),
    ("white_point", "backdrop"): QT_TRANSLATE_NOOP("Options", "Backdrop is white"),
    ("passes", "every"): QT_TRANSLATE_NOOP("Options", "As often as it helps"),
    ("passes", "one"): QT_TRANSLATE_NOOP("Options", "Once, fast"),
}

# What a zero means, where it is no number.
ZERO = {
    "canvas": QT_TRANSLATE_NOOP("Options", "Marketplace's"),
    "gap": QT_TRANSLATE_NOOP("Options", "Found by itself"),
}
UNIT = {"canvas": QT_TRANSLATE_NOOP("Options", "px"), "gap": QT_TRANSLATE_NOOP("Options", "s")}
# By how much arrows move a number.
STEP = {"canvas": 100.0, "gap": 10.0}


def groups() -> tuple[Group, ...]:
    """All options in their groups; one that nobody sorted in is in the last."""
    known = {name for group in GROUPS for name in group.options}
    rest = tuple(name for name in names() if name not in known)
    return (*GROUPS, Group(QT_TRANSLATE_NOOP("Options", "More"), rest)) if rest else GROUPS


def label_of(name: str) -> str:
    """What an option is called."""
    return QCoreApplication.translate(CONTEXT, declaration(name).label)


def help_of(name: str) -> str:
    """What it does, in a sentence."""
    return QCoreApplication.translate(CONTEXT, HELP.get(name, declaration(name).help))


def choice_of(name: str, value: str) -> str:
    """What one of an option's values is called."""
    known = CHOICES.get((name, value))
    return QCoreApplication.translate(CONTEXT, known) if known else value


def zero_of(name: str) -> str:
    """What its zero is called; empty where that is a number like any other."""
    return QCoreApplication.translate(CONTEXT, ZERO[name]) if name in ZERO else ""


def unit_of(name: str) -> str:
    """What its numbers count."""
    return QCoreApplication.translate(CONTEXT, UNIT[name]) if name in UNIT else ""

"""What a marketplace demands, in plain words, made from its rules alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from whitecove.core.model import Severity, Slot
from whitecove.core.profiles import OWN, Profile, Rule
from whitecove.gui.marks import QT_TRANSLATE_NOOP
from whitecove.gui.pages.figures import date_words, megabytes, number
from whitecove.gui.plain_words import note

CONTEXT = "Demands"
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Demand:
    """One rule in words: ``about`` what (Size, Background …), what is demanded, how hard, why it matters, who says so
    and when it was read. ``ours``: the number is our own, not the marketplace's."""

    rule: str
    about: str
    text: str
    severity: Severity
    why: str
    sources: tuple[str, ...]
    read: str
    ours: bool


def demands(profile: Profile) -> Iterator[Demand]:
    """All that a marketplace demands, in the order in which a person wants to know it."""
    known = {rule.id: rule for rule in profile.rules}
    for about, ids in _ORDER:
        for id_ in ids:
            rule = known.pop(id_, None)
            if rule:
                yield _demand(profile, rule, about)
    for rule in known.values():
        yield _demand(profile, rule, "other")


def _demand(profile: Profile, rule: Rule, about: str) -> Demand:
    words = _WORDS.get(rule.id)
    sources = tuple(f"{each.title} ({each.date})" if each.date else each.title for each in profile.sources_of(rule))
    return Demand(
        rule=rule.id,
        about=about,
        text=words(profile, rule) if words else note(rule.note),
        severity=rule.severity,
        why=note(rule.note) if words else "",
        sources=sources,
        read=date_words(rule.verified_on),
        ours=rule.source.startswith(OWN),
    )


def about_words(about: str) -> str:
    """What a demand is about."""
    words = {
        "pictures": translate("Demands", "Which pictures"),
        "size": translate("Demands", "Size and shape"),
        "file": translate("Demands", "File"),
        "background": translate("Demands", "Background"),
        "product": translate("Demands", "The product in the picture"),
        "colour": translate("Demands", "Colour and light"),
        "hidden": translate("Demands", "What travels along"),
        "other": translate("Demands", "More"),
    }
    return words[about]


def severity_words(severity: Severity) -> str:
    """How hard a rule is."""
    words = {
        Severity.ERROR: translate("Demands", "must be"),
        Severity.WARNING: translate("Demands", "should be"),
        Severity.INFO: translate("Demands", "good to know"),
    }
    return words[severity]


def _sides(profile: Profile, _: Rule) -> str:
    main = profile.slot(Slot.MAIN)
    text = translate("Demands", "Each side has at least {side} pixels.").format(side=number(main.min_side))
    other = translate("Demands", "{shape}: at least {width} × {height}.")
    shapes = (other.format(shape=shape, width=number(w), height=number(h)) for shape, (w, h) in main.min_sizes.items())
    return " ".join((text, *shapes))


def _aspect(profile: Profile, _: Rule) -> str:
    shapes = profile.slot(Slot.MAIN).aspects
    if not shapes:
        return translate("Demands", "The main picture may have any shape.")
    return translate("Demands", "The main picture is {shapes}.").format(shapes=_either(shapes))


def _bytes(_: Profile, rule: Rule) -> str:
    floor, ceiling = int(rule.number("floor")), int(rule.number("ceiling"))
    if floor <= 1:
        return translate("Demands", "A file has at most {most}.").format(most=megabytes(ceiling))
    text = translate("Demands", "A file has {least} to {most}.")
    return text.format(least=megabytes(floor), most=megabytes(ceiling))


def _white(_: Profile, rule: Rule) -> str:
    if rule.applies_to == ("main",):
        return translate("Demands", "Every pixel of the main picture's background is pure white: 255, 255, 255.")
    return translate("Demands", "Every pixel of the background is pure white: 255, 255, 255.")


def _details(profile: Profile, _: Rule) -> str:
    return translate("Demands", "One main picture and up to %Ln details.", "", profile.details)


def _fill(_: Profile, rule: Rule) -> str:
    text = translate("Demands", "The product takes at least {share} % of the picture.")
    return text.format(share=number(100 * rule.number("least")))


def _formats(_: Profile, rule: Rule) -> str:
    return translate("Demands", "Files are {formats}.").format(formats=_either(rule.words("formats")))


def _long_edge(_: Profile, rule: Rule) -> str:
    text = translate("Demands", "The long side has at most {side} pixels.")
    return text.format(side=number(rule.number("ceiling")))


def _recommended(_: Profile, rule: Rule) -> str:
    text = translate("Demands", "Sides of {side} pixels and more look sharp when enlarged.")
    return text.format(side=number(rule.number("side")))


def _either(choices: Sequence[str]) -> str:
    return translate("Demands", " or ").join(choices)


class _Plain:
    """A sentence that needs no figures."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __call__(self, _profile: Profile, _rule: Rule) -> str:
        return translate(CONTEXT, self.text)


_ORDER = (
    ("pictures", ("set.main", "set.details", "set.slots", "set.variety", "set.size_reference", "set.duplicate")),
    ("size", ("pixels.min_side", "pixels.long_edge", "pixels.recommended", "pixels.aspect", "pixels.upscaled")),
    ("file", ("file.bytes", "file.format", "file.extension", "file.readable")),
    ("background", ("background.white", "background.edge_band")),
    (
        "product",
        ("subject.found", "subject.fill", "subject.cut_off", "subject.edge_lost", "subject.doubt"),
    ),
    ("colour", ("colour.mode", "colour.srgb", "colour.fidelity", "light.luminance", "light.clipped")),
    ("hidden", ("meta.orientation", "meta.private", "origin.camera")),
)

_WORDS: Mapping[str, Callable[[Profile, Rule], str]] = {
    "set.main": _Plain(QT_TRANSLATE_NOOP("Demands", "Every product has one main picture.")),
    "set.details": _details,
    "set.slots": _Plain(QT_TRANSLATE_NOOP("Demands", "A square and a portrait picture for promotions.")),
    "set.variety": _Plain(QT_TRANSLATE_NOOP("Demands", "Details show other sides, a close-up, the product in use.")),
    "set.size_reference": _Plain(QT_TRANSLATE_NOOP("Demands", "One detail shows how large the product is.")),
    "set.duplicate": _Plain(QT_TRANSLATE_NOOP("Demands", "No two pictures are the same.")),
    "pixels.min_side": _sides,
    "pixels.long_edge": _long_edge,
    "pixels.recommended": _recommended,
    "pixels.aspect": _aspect,
    "pixels.upscaled": _Plain(QT_TRANSLATE_NOOP("Demands", "The product is not magnified to fill the picture.")),
    "file.bytes": _bytes,
    "file.format": _formats,
    "file.extension": _Plain(QT_TRANSLATE_NOOP("Demands", "The file's name ends as its format says.")),
    "file.readable": _Plain(QT_TRANSLATE_NOOP("Demands", "The file opens.")),
    "background.white": _white,
    "background.edge_band": _Plain(QT_TRANSLATE_NOOP("Demands", "No grey rim around the product.")),
    "subject.found": _Plain(QT_TRANSLATE_NOOP("Demands", "The main picture shows the product.")),
    "subject.fill": _fill,
    "subject.cut_off": _Plain(QT_TRANSLATE_NOOP("Demands", "The frame does not cut the product.")),
    "subject.edge_lost": _Plain(QT_TRANSLATE_NOOP("Demands", "A white product's edge shows on white.")),
    "subject.doubt": _Plain(QT_TRANSLATE_NOOP("Demands", "You look at a doubtful cutout yourself.")),
    "colour.mode": _Plain(QT_TRANSLATE_NOOP("Demands", "Colours are RGB with 8 bits.")),
    "colour.srgb": _Plain(QT_TRANSLATE_NOOP("Demands", "The colour space is sRGB.")),
    "colour.fidelity": _Plain(QT_TRANSLATE_NOOP("Demands", "The product's colours are those of the photo.")),
    "light.luminance": _Plain(QT_TRANSLATE_NOOP("Demands", "The picture is not dark.")),
    "light.clipped": _Plain(QT_TRANSLATE_NOOP("Demands", "No part of the product is burnt out.")),
    "meta.orientation": _Plain(QT_TRANSLATE_NOOP("Demands", "The picture is upright without a note that turns it.")),
    "meta.private": _Plain(QT_TRANSLATE_NOOP("Demands", "No places, serial numbers or thumbnails in the file.")),
    "origin.camera": _Plain(
        QT_TRANSLATE_NOOP("Demands", "The photo keeps its camera and time: proof that it is yours.")
    ),
}

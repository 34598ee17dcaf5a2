"""Which templates name a batch's pictures: the person's own, else the marketplace's, else Whitecove's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from whitecove.core.model import Slot
from whitecove.core.options import Options
from whitecove.core.profiles import Profile
from whitecove.core.templates import COUNTERS, DETAIL, MAIN, Template, filled, has, parse, pattern

SUFFIX = ".jpg"
# The folder of the pictures of variants, in their listing's.
VARIANTS = "variants"
ROLES = {Slot.MAIN: "main", Slot.DETAIL: "detail", Slot.VARIANT: "variant"}


@dataclass(frozen=True, slots=True)
class Templates:
    """The template of each kind of picture."""

    main: Template
    detail: Template
    variant: Template

    def of(self, slot: Slot) -> Template:
        """The template of a main, detail or variant picture."""
        return {Slot.MAIN: self.main, Slot.DETAIL: self.detail, Slot.VARIANT: self.variant}[slot]

    def name(self, slot: Slot, sku: str, *, number: str, part: str, variant: str, date: str, lang: str) -> str:
        """The file name, suffix included, made of texts that are safe in file names. A ``sku`` may already hold the
        variant: then ``variant`` is empty."""
        values = {"sku": sku, "variant": variant, "role": ROLES[slot], "nn": number, "pt": part}
        return filled(self.of(slot), {**values, "date": date, "lang": lang}) + SUFFIX

    def is_variant(self, path: Path) -> bool:
        """Whether a file has the name and place of a variant's picture."""
        named = pattern(self.variant, mark="v").fullmatch(path.stem)
        return path.parent.name == VARIANTS and named is not None

    def main_beside(self, stem: str) -> str:
        """The main picture's stem beside a detail picture of that stem; empty where the stem is no detail's."""
        named = pattern(self.detail).fullmatch(stem)
        if named is None:
            return ""
        values = {key: text if key not in COUNTERS else "" for key, text in named.groupdict().items()}
        width = max(len(named.groupdict().get(counter, "")) for counter in COUNTERS)
        first = {"nn": f"{1:0{width}d}", "pt": f"{0:0{width}d}", "role": ROLES[Slot.MAIN]}
        main = filled(self.main, values | first)
        return main if main != stem else ""


def templates_of(options: Options, profile: Profile) -> Templates:
    """The templates of a batch. Pictures of variants are named like details, with the variant at the end where the
    template has no place for it."""
    own, theirs = options.name, profile.names
    detail = parse(own or theirs.template or DETAIL)
    main = detail if own else parse(theirs.main or theirs.template or MAIN)
    variant = detail if has(detail, "variant") else (*detail, *parse("_{variant}"))
    return Templates(main, detail, variant)

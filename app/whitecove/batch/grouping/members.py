"""A photo on its way into a listing: what its name and folders say, and why it goes where it goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from whitecove.batch.grouping.folders import Placing, place_all
from whitecove.batch.grouping.names import COPY, MESSENGER, NUMBERED, ONLY_NUMBERS, Said, read_stem, says_nothing
from whitecove.batch.grouping.words import Sense
from whitecove.batch.intake.gathering import Found
from whitecove.batch.naming.names import printable
from whitecove.core.model import Role, Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A photo with what is known of it. ``variant`` is empty where it belongs to none; ``reasons`` are whole
    sentences; ``is_silent``: its name is a camera's, a messenger's or a counter."""

    found: Found
    placing: Placing
    said: Said
    is_silent: bool
    variant: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def sense(self) -> Sense | None:
        """What it is for: its name goes before its folder, and a role before what a tag implies."""
        senses = [said for said in (self.said.sense, *(sense for sense, _ in self.placing.senses)) if said]
        return min(senses, key=lambda sense: sense.tag is not None, default=None)

    @property
    def role(self) -> Role | None:
        """The role that its name or folder says."""
        if self.placing.holder or self.said.is_holder:
            return Role.VARIANT
        return self.sense.role if self.sense else None

    @property
    def tags(self) -> tuple[Tag, ...]:
        """What it shows, as its name and folders say."""
        said = (*self.said.tags, *(sense.tag for sense, _ in self.placing.senses if sense.tag))
        return tuple(tag for tag in Tag if tag in said)

    def because(self, *reasons: str) -> Member:
        """The same with more reasons."""
        return replace(self, reasons=(*self.reasons, *reasons))


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Photos that belong together, under a name nobody has made safe or unique yet. ``above`` is the folder that tells
    groups of the same name apart; ``is_told``: somebody gave it that name; ``is_shot``: the members are in shooting
    order."""

    name: str
    above: Path
    members: tuple[Member, ...]
    is_told: bool = True
    is_shot: bool = False


def members_of(photos: Sequence[Found]) -> list[Member]:
    """What names and folders say of ``photos``, in their order."""
    return [_member(found, placing) for found, placing in zip(photos, place_all(photos), strict=True)]


def _member(found: Found, placing: Placing) -> Member:
    stem = found.stem
    said = read_stem(stem)
    return Member(found=found, placing=placing, said=said, is_silent=says_nothing(stem))


def silence(member: Member) -> str:
    """Why its name says nothing, the beginning of a sentence."""
    if ONLY_NUMBERS.match(COPY.sub("", member.found.stem)):
        return "Its name is only a number"
    if not member.is_silent:
        return f"Its name is {member.found.stem}"
    if MESSENGER.match(member.found.stem):
        return "Its name is a messenger's"
    return "Its name does not say which product"


def of_folder(folder: Path, members: Iterable[Member]) -> Group:
    """The listing that a folder is."""
    name = printable(folder.name)
    reason = f"It lies in the folder {name}." if name else "It lies in the given folder."
    placed = tuple(replace(member, reasons=(reason, *member.reasons)) for member in members)
    return Group(name=name, above=folder.parent, members=placed)


def alone(member: Member, reason: str) -> Group:
    """A listing of one photo, called as the file is."""
    folder = member.found.path.parent
    plain = replace(member, variant="")
    return Group(name=member.found.stem, above=folder, members=(plain.because(reason),), is_told=not member.is_silent)


def is_counted(member: Member) -> bool:
    """Whether its name is a product's number with a counter (``1001_2``)."""
    number = NUMBERED.match(member.found.stem)
    return number is not None and number["counter"] is not None

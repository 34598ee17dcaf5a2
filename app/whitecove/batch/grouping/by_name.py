"""Listings by file names: the product's name without its counter, role word and colour."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from whitecove.batch.grouping.members import Group, Member, alone
from whitecove.batch.grouping.names import OWN_START, Said
from whitecove.batch.grouping.words import key, words
from whitecove.batch.naming.names import collision_key

# SKU12-A, SKU12-BK: a product's code, which has a digit, and a short code behind it.
CODED = re.compile(r"^(?P<stem>.*\d.*?)[\s_-]+(?P<code>[^\W\d_]{1,3})$", re.DOTALL)
SEVERAL = 2


def by_name(members: Iterable[Member], *, strict: bool = True) -> list[Group]:
    """Groups of ``members`` of one name in one place. ``strict``: a counter only counts as one where the set has a
    first picture (none, 0 or 1, padded, or a word): ``shoe-41``, ``shoe-42`` are two products, ``mug_1``, ``mug_2``
    one."""
    held: dict[tuple[Path, str], list[Member]] = {}
    for member in members:
        name = _name(member)
        held.setdefault((member.placing.home, collision_key(name)), []).append(member)
    _join_copies(held)
    groups: list[Group] = []
    for same in held.values():
        for spelled in _spellings(same):
            groups += _of_one_name(spelled, strict=strict)
    return with_codes(groups)


def _name(member: Member) -> str:
    """What a photo's product is called; the colour or the whole stem where nothing else is said."""
    return member.said.base or member.said.colour or member.found.stem


def _join_copies(held: dict[tuple[Path, str], list[Member]]) -> None:
    """Puts ``SKU1_1 (1)`` beside ``SKU1_1``: a copy goes where its photo is, if that is one of a set; else the photo
    goes to its copies (``shoe-41``, whose number is the product's, and ``shoe-41 (2)``)."""
    stems = {
        (home, collision_key(member.found.stem)): (home, name) for (home, name), some in held.items() for member in some
    }
    for where in list(held):
        beside = stems.get(where, where)
        if beside == where or beside not in held:
            continue
        if any(member.said.starts for member in held[beside]):
            base = held[beside][0].said.base
            held[beside] += [replace(copy, said=replace(copy.said, base=base)) for copy in held.pop(where)]
        else:
            photo = next(member for member in held[beside] if collision_key(member.found.stem) == where[1])
            held[beside].remove(photo)
            held[where].insert(0, replace(photo, said=Said(base=photo.found.stem)))
            if not held[beside]:
                del held[beside]


def _spellings(same: list[Member]) -> list[list[Member]]:
    """Names that differ only by case are one product, unless two of them are the same picture's: ``A1`` and ``a1``."""
    spelled: dict[str, list[Member]] = {}
    for member in same:
        spelled.setdefault(_name(member), []).append(member)
    if len(spelled) == 1:
        return [same]
    pictures = Counter(picture for some in spelled.values() for picture in {_picture(member) for member in some})
    if max(pictures.values()) > 1:
        names = " and ".join(spelled)
        reason = f"The names {names} differ only by case, and each has a picture of its own: they are kept apart."
        return [[member.because(reason) for member in some] for some in spelled.values()]
    usual = next(iter(spelled))
    reason = f"Its name differs from {usual} only by case."
    return [[member if _name(member) == usual else member.because(reason) for member in same]]


def _picture(member: Member) -> tuple[object, ...]:
    said = member.said
    return said.sense, said.word, said.colour, said.counter


def _of_one_name(members: list[Member], *, strict: bool) -> list[Group]:
    members = _with_only_colour(members)
    lone = members[0].said if len(members) == 1 else None
    if lone and lone.base and lone.colour and not lone.sense:
        whole = replace(members[0], said=Said(base=members[0].found.stem))
        return [alone(whole, "No other photo shares its name, so the colour is left in it.")]
    if strict and not any(member.said.starts for member in members):
        return [alone(member, _no_first(member)) for member in members]
    name = _name(members[0])
    reason = f"No other photo is called {name}." if lone and lone.base in ("", name) and _is_whole(lone) else ""
    told = (with_colour(member.because(reason or f"Its name begins with {name}.")) for member in members)
    coloured = tuple(told if members[0].said.base else (member.because(f"Its name is {name}.") for member in members))
    return [Group(name=name, above=members[0].placing.home, members=coloured)]


def _with_only_colour(members: list[Member]) -> list[Member]:
    """``members`` with a colour that no separator parts from their name left in it, where it is the only one:
    牛奶白色1, 牛奶白色2 is milk, and nothing in 奶白色."""
    said = members[0].said
    whole = said.base + said.colour
    if not said.colour or not said.base or len({(m.said.base, m.said.colour) for m in members}) > 1:
        return members
    if not all(member.found.stem.startswith(whole) for member in members):
        return members
    return [replace(member, said=replace(member.said, base=whole, colour="")) for member in members]


def _is_whole(said: Said) -> bool:
    """Whether a name has nothing behind the product's."""
    return not said.sense and said.counter is None


def _no_first(member: Member) -> str:
    return f"The number {member.said.counter} may be part of the product's name, as there is no number 1."


def with_colour(member: Member) -> Member:
    """The same in the variant that its folder or name says."""
    placing, said = member.placing, member.said
    if placing.holder and not placing.variant:
        return in_holder(member)
    if placing.variant:
        reason = f"The folder {placing.variant} is named for a variant."
        return replace(member.because(reason), variant=placing.variant)
    if said.colour:
        return replace(member.because(f"Its name says the colour {said.colour}."), variant=said.colour)
    return member


def in_holder(member: Member) -> Member:
    """The same in the variant that the picture's name says, in a folder where each picture shows one."""
    stem, said, placing = member.found.stem, member.said, member.placing
    variant = OWN_START.sub("", stem)
    if variant == stem and said.colour and collision_key(said.base) in ("", collision_key(placing.home.name)):
        variant = said.colour
    return replace(member.because(f"In the folder {placing.holder}, each picture shows a variant."), variant=variant)


def with_codes(groups: list[Group]) -> list[Group]:
    """``groups``, those joined whose names differ by a code only (``SKU12-A_1``, ``SKU12-B_1``), as variants of one
    product, where several codes have a series each; a lone photo a code may as well be a view."""
    coded: dict[tuple[Path, str], list[tuple[Group, str]]] = {}
    plain: dict[tuple[Path, str], Group] = {}
    for group in groups:
        plain.setdefault((group.above, collision_key(group.name)), group)
        found = CODED.match(group.name)
        if found and _is_code(found["code"]):
            coded.setdefault((group.above, collision_key(found["stem"])), []).append((group, found["code"]))
    instead: dict[int, list[Group]] = {}
    for where, some in coded.items():
        if len(some) < SEVERAL or len({key(code) for _, code in some}) < len(some):
            continue
        if all(is_series(group.members) for group, _ in some):
            shared = plain.get(where)
            instead |= {id(group): [] for group, _ in some}
            instead[id(shared or some[0][0])] = [_joined(shared, some)]
        else:
            instead |= {id(group): [_apart(group, code)] for group, code in some}
    return [one for group in groups for one in instead.get(id(group), [group])]


def _is_code(text: str) -> bool:
    return len(text) == 1 or key(text) in words().codes


def is_series(members: Iterable[Member]) -> bool:
    """Whether pictures are counted from the first on, or named by what they are for."""
    said = [member.said for member in members]
    counters = [each.counter for each in said if each.counter is not None]
    has_first = min(counters, default=9) <= 1 or any(each.sense for each in said)
    return has_first and all(each.counter is not None or each.sense for each in said)


def _apart(group: Group, code: str) -> Group:
    reason = f"{code} may name a product of its own as well as a variant, so nothing is mixed."
    return replace(group, members=tuple(member.because(reason) for member in group.members))


def _joined(shared: Group | None, some: Sequence[tuple[Group, str]]) -> Group:
    first, code = some[0]
    name = shared.name if shared else re.sub(r"[\s_-]+$", "", first.name[: -len(code)])
    members = list(shared.members) if shared else []
    codes = ", ".join(code for _, code in some)
    for group, code in some:
        reason = f"Its name says the variant {code}: {codes} have a series of pictures each."
        for member in group.members:
            variant = f"{code} {member.variant}" if member.variant else code
            members.append(replace(member.because(reason), variant=variant))
    return Group(name=name, above=first.above, members=tuple(members))

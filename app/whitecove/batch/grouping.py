"""Which photos belong together, and what each is for.

Four ways: ``folder`` (a folder that holds photos is a listing), ``name`` (the file name without its counter or role
word), ``photo`` (each photo by itself) and ``auto`` (folders are listings; loose photos go by name, unless their names
are a camera's or a messenger's, or bare counters, which say nothing; ``1001_1``, ``1001_2`` are product 1001).
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from whitecove.batch.intake import Found
from whitecove.batch.naming import collision_key, natural_key, printable, safe_sku
from whitecove.core.errors import PlanError
from whitecove.core.model import Listing, Photo, Role, Variant

DETAILS = 5

MAIN_WORDS = ("main", "主图", "首图")
# Views that are the main picture where none is called so.
FRONT_WORDS = ("front", "正面")
DETAIL_WORDS = (
    *("detail", "details", "side", "back", "scene", "size"),
    *("副图", "细节", "细节图", "场景", "场景图", "尺码", "背面", "侧面"),
)
_WORD = "|".join(sorted((*MAIN_WORDS, *FRONT_WORDS, *DETAIL_WORDS), key=len, reverse=True))
# Where a word in Latin letters ends a name it must stand apart ("SKU-main", not "domain"); a Chinese one need not.
ROLE_ENDING = re.compile(
    rf"(?i)^(?P<sku>.+?)(?:[\s_.-]+|(?=[^\x00-\x7f]))(?P<word>{_WORD})[\s_.-]*(?:\d{{1,2}}|\(\d{{1,2}}\))?$"
)
COUNTER_ENDING = re.compile(r"^(?P<sku>.*?\S)(?:\s*\((?P<a>\d{1,3})\)|[\s_.-]+(?P<b>0\d{1,2}|\d{1,2}))$")
FOLDER_ROLES = {
    **dict.fromkeys(("main", "主图", "首图", "白底图"), Role.MAIN),
    **dict.fromkeys(("detail", "details", "副图", "细节图", "scene", "场景", "场景图", "尺码", "尺码图"), Role.DETAIL),
    **dict.fromkeys(("page", "详情", "详情图", "详情页"), Role.PAGE),
}
SAYS_NOTHING = re.compile(
    r"""(?ix)^(?:
        (?:img|image|dsc|dscn|dscf|dsc_|_?dsc|pict|p10|pxl|mvimg|gopr|dji|sam|cimg|imgp|vid|burst|photo|foto|фото|图片)
            [\s_-]*e?[\s_.~()\d-]*(?:wa\d+|_?hdr|mp|portrait|cover|edit(?:ed)?)?[\s_.()\d-]*
        | mmexport.* | wx_camera.* | 微信图片.* | qq图片.* | whatsapp\s+image.* | telegram.* | signal-.* | o1cn.*
        | screenshot.* | 屏幕截图.* | снимок.*
        | [\s_.()\d-]+
        | [0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}
    )$"""
)
# A number that may be a product's, with a counter; a day's date is none.
NUMBERED = re.compile(
    r"^(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))(?P<sku>\d{3,})(?:[_-](?P<counter>\d{1,2}))?$"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Photos that belong together, under a name nobody has made safe or unique yet. ``parents`` are the names of the
    folders above, nearest last: they tell groups of the same name apart."""

    name: str
    parents: tuple[str, ...]
    photos: tuple[Found, ...]


def group(photos: Sequence[Found], way: str) -> tuple[Listing, ...]:
    """The listings of ``photos`` (in natural order), grouped the given ``way``, each with a safe, unique SKU. Whoever
    asks for a listing a photo (``photo``) says that each is a main picture, whatever its name says.

    Raises:
        PlanError: two listings have names that cannot be told apart on every file system.
    """
    groups = sorted(_GROUPERS[way](photos), key=lambda g: (natural_key(g.name), g.photos[0].name))
    roles = _all_main if way == "photo" else _roles
    return tuple(_listing(sku, one.photos, roles) for sku, one in zip(_skus(groups), groups, strict=True))


def _by_photo(photos: Iterable[Found]) -> list[Group]:
    return [Group(found.stem, _names(found.path.parent), (found,)) for found in photos]


def _by_folder(photos: Sequence[Found]) -> list[Group]:
    return _folders(photos) + _by_photo(found for found in photos if not found.folders)


def _by_name(photos: Sequence[Found]) -> list[Group]:
    return _gathered([(found, split_name(found.stem)[0]) for found in photos])


def _by_auto(photos: Sequence[Found]) -> list[Group]:
    loose = [found for found in photos if not found.folders]
    silent = [found for found in loose if SAYS_NOTHING.match(found.stem)]
    numbered = _numbered(silent)
    named = [found for found in loose if found in numbered or not SAYS_NOTHING.match(found.stem)]
    silent = [found for found in silent if found not in numbered]
    return _folders(photos, by_role=True) + _by_photo(silent) + _credible(named)


def _numbered(photos: Iterable[Found]) -> set[Found]:
    """Those of ``photos`` whose number is a product's: several in a folder share it, and are counted from 1 on."""
    held: dict[tuple[Path, str], dict[Found, int | None]] = {}
    for found in photos:
        name = NUMBERED.match(found.stem)
        if name:
            counter = name["counter"]
            held.setdefault((found.path.parent, name["sku"]), {})[found] = int(counter) if counter else None
    sets = (members for members in held.values() if len(members) > 1 and _first(members.values()) == 1)
    return {found for members in sets for found in members}


def _first(counters: Iterable[int | None]) -> int | None:
    return min((counter for counter in counters if counter is not None), default=None)


_GROUPERS = {"photo": _by_photo, "folder": _by_folder, "name": _by_name, "auto": _by_auto}


def _folders(photos: Iterable[Found], *, by_role: bool = False) -> list[Group]:
    """A listing for each folder that holds photos; ``by_role``, a folder named for a role counts to the one above."""
    held: dict[Path, list[Found]] = {}
    for found in photos:
        if found.folders:
            inner = by_role and len(found.folders) > 1 and folder_role(found) is not None
            held.setdefault(found.path.parent.parent if inner else found.path.parent, []).append(found)
    return [Group(printable(folder.name), _names(folder.parent), tuple(members)) for folder, members in held.items()]


def folder_role(found: Found) -> Role | None:
    """What the photo's own folder says it is for, if anything."""
    return FOLDER_ROLES.get(found.folders[-1].casefold()) if found.folders else None


def _gathered(keyed: Iterable[tuple[Found, str]]) -> list[Group]:
    held: dict[tuple[Path, str], list[tuple[Found, str]]] = {}
    for found, key in keyed:
        held.setdefault((found.path.parent, collision_key(key)), []).append((found, key))
    return [
        Group(members[0][1], _names(folder), tuple(found for found, _ in members))
        for (folder, _), members in held.items()
    ]


def _credible(photos: Sequence[Found]) -> list[Group]:
    """By name, but a counter only counts as one where the group has a first picture (none, 0 or 1, or a main word):
    ``shoe-41``, ``shoe-42`` are two products, ``mug_1``, ``mug_2`` one."""
    kept: list[Group] = []
    for candidate in _by_name(photos):
        firsts = [found for found in candidate.photos if _starts_a_set(found.stem)]
        kept += [candidate] if firsts else _by_photo(candidate.photos)
    return kept


def _starts_a_set(stem: str) -> bool:
    _, role, number = split_name(stem)
    return role is not None or number in (None, 0, 1)


def split_name(stem: str) -> tuple[str, Role | None, int | None]:
    """What a file's stem says: the product's name, the role if there is a word for it, and the counter if there is
    one (``SKU123-main`` → SKU123, main, none; ``SKU123 (2)`` → SKU123, none, 2)."""
    word = ROLE_ENDING.match(stem)
    if word:
        said = word["word"].casefold()
        role = Role.MAIN if said in MAIN_WORDS + FRONT_WORDS else Role.DETAIL
        # Delivered files are called ``SKU_01_main``; before a view the number is the product's (``shoe-41-front``).
        inner = COUNTER_ENDING.match(word["sku"]) if said in MAIN_WORDS else None
        return (inner["sku"] if inner else word["sku"]), role, None
    counter = COUNTER_ENDING.match(stem)
    if counter:
        return counter["sku"], None, int(counter["a"] or counter["b"])
    return stem, None, None


def _names(folder: Path) -> tuple[str, ...]:
    return tuple(printable(part) for part in folder.absolute().parts if part.strip("/\\"))


def _skus(groups: Sequence[Group]) -> list[str]:
    """A safe name for each group. Those of one name are told apart by their folders (``a-1``, ``b-1``), photos of one
    folder by their suffix (``1-jpg``, ``1-png``)."""
    names = [safe_sku(one.name) for one in groups]
    for depth in itertools.count(1):
        clashing = _clashing(names)
        longer = dict(zip(clashing, _longer([groups[i] for i in clashing], depth), strict=True))
        if all(names[i] == name for i, name in longer.items()):
            break
        for i, name in longer.items():
            names[i] = name
    if clashing:
        first, second = _a_pair(names, clashing)
        raise PlanError("plan.same_name", first=groups[first].photos[0].name, second=groups[second].photos[0].name)
    return names


def _clashing(names: Sequence[str]) -> list[int]:
    places: dict[str, list[int]] = {}
    for i, name in enumerate(names):
        places.setdefault(collision_key(name), []).append(i)
    return [i for same in places.values() if len(same) > 1 for i in same]


def _a_pair(names: Sequence[str], clashing: Sequence[int]) -> tuple[int, int]:
    key = collision_key(names[clashing[0]])
    first, second, *_ = [i for i in clashing if collision_key(names[i]) == key]
    return first, second


def _longer(groups: Sequence[Group], depth: int) -> Iterator[str]:
    """Names with the ``depth`` nearest folders, unless all rivals lie in the same one, and with the suffix where some
    do."""
    keys = [collision_key(one.name) for one in groups]
    rivals = Counter(keys)
    beside = Counter((key, one.parents) for key, one in zip(keys, groups, strict=True))
    for key, one in zip(keys, groups, strict=True):
        near = beside[key, one.parents]
        prefix = one.parents[-depth:] if near < max(2, rivals[key]) else ()
        suffix = (one.photos[0].path.suffix[1:],) if near > 1 and len(one.photos) == 1 else ()
        yield safe_sku("-".join((*prefix, one.name, *suffix)))


def _listing(sku: str, members: Sequence[Found], roles: Callable[[Sequence[Found]], Iterator[Role]]) -> Listing:
    ordered = sorted(members, key=_place_in_set)
    photos = tuple(
        Photo(path=found.path, name=found.name, role=role, order=order)
        for order, (found, role) in enumerate(zip(ordered, roles(ordered), strict=True), start=1)
    )
    return Listing(sku=sku, variants=(Variant(name="", photos=photos),))


def _place_in_set(found: Found) -> tuple[object, ...]:
    """Mains first, then fronts, those of whom nothing is said, details, long pages; each in natural order."""
    rank = {Role.MAIN: 0, None: 2, Role.DETAIL: 3, Role.PAGE: 4}[_declared(found)]
    return rank + _is_front(found), natural_key(found.stem), found.name


def _declared(found: Found) -> Role | None:
    return folder_role(found) or split_name(found.stem)[1]


def _is_front(found: Found) -> bool:
    word = ROLE_ENDING.match(found.stem)
    return folder_role(found) is None and word is not None and word["word"].casefold() in FRONT_WORDS


def _all_main(ordered: Sequence[Found]) -> Iterator[Role]:
    return (Role.MAIN for _ in ordered)


def _roles(ordered: Sequence[Found]) -> Iterator[Role]:
    """What each photo of a listing is for. What calls itself a detail never becomes the main: then there is none."""
    declared = [_declared(found) for found in ordered]
    mains = int(declared[0] in (None, Role.MAIN))
    for place, said in enumerate(declared):
        if said is Role.PAGE:
            yield Role.PAGE
        elif place < mains:
            yield Role.MAIN
        else:
            yield Role.DETAIL if place < mains + DETAILS else Role.UNUSED

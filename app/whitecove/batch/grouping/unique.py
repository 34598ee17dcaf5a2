"""A safe SKU for each group, that no file system takes for another's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from whitecove.batch.grouping.members import Group
from whitecove.batch.naming.names import collision_key, printable

Namer = Callable[[str], str]
DEEPEST = 32


def skus_of(groups: Sequence[Group], namer: Namer) -> list[str]:
    """A name for each of ``groups``. Those of one name are told apart by their folders (``a-1``, ``b-1``), photos of
    one folder by their suffix (``1-jpg``, ``1-png``); what is still the same gets a counter."""
    names = [namer(one.name) for one in groups]
    for depth in range(1, DEEPEST):
        clashing = _clashing(names)
        longer = dict(zip(clashing, _longer([groups[i] for i in clashing], depth, namer), strict=True))
        if all(names[i] == name for i, name in longer.items()):
            break
        for i, name in longer.items():
            names[i] = name
    return _counted(names, namer)


def _clashing(names: Sequence[str]) -> list[int]:
    places: dict[str, list[int]] = {}
    for i, name in enumerate(names):
        places.setdefault(collision_key(name), []).append(i)
    return [i for same in places.values() if len(same) > 1 for i in same]


def _longer(groups: Sequence[Group], depth: int, namer: Namer) -> Iterator[str]:
    """Names with the ``depth`` nearest folders, unless all rivals lie in the same one, and with the suffix where some
    do."""
    keys = [collision_key(namer(one.name)) for one in groups]
    rivals = Counter(keys)
    beside = Counter((key, one.above) for key, one in zip(keys, groups, strict=True))
    suffixes = Counter((key, one.above, _suffix(one)) for key, one in zip(keys, groups, strict=True))
    for key, one in zip(keys, groups, strict=True):
        near = beside[key, one.above]
        prefix = _names(one.above)[-depth:] if near < max(2, rivals[key]) else ()
        has_own = len(one.members) == 1 and suffixes[key, one.above, _suffix(one)] < near
        yield namer("-".join((*prefix, one.name, *((_suffix(one),) if has_own else ()))))


def _suffix(one: Group) -> str:
    return one.members[0].found.path.suffix[1:]


def _names(folder: Path) -> tuple[str, ...]:
    return tuple(printable(part) for part in folder.absolute().parts if part.strip("/\\"))


def _counted(names: Sequence[str], namer: Namer) -> list[str]:
    """``names`` with a counter behind those that an earlier one has too."""
    taken = {collision_key(name) for name in names}
    seen: set[str] = set()
    unique: list[str] = []
    for name in names:
        free, count = name, 1
        while collision_key(free) in seen or (count > 1 and collision_key(free) in taken):
            count += 1
            free = namer(f"{name}-{count}")
        seen.add(collision_key(free))
        unique.append(free)
    return unique

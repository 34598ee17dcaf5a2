"""Delivered files that a person edited by hand: found, and kept as the pictures they are where the person says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from whitecove.batch import store
from whitecove.batch.delivery.places import places, planned
from whitecove.batch.journal import Journal, Memory, Origin, Placed
from whitecove.core.model import Photo, Want

if TYPE_CHECKING:
    from whitecove.batch.plan import Plan


class Edits(StrEnum):
    """What to do with delivered files that a person edited by hand."""

    REFUSE = "refuse"
    REPLACE = "replace"
    KEEP = "keep"


def find_edited(out: Path, wants: Iterable[Want], memory: Memory) -> tuple[str, ...]:
    """The files at the names of ``wants``, and at the names of earlier deliveries in the same folders, ready or in
    review, that are not as we made them."""
    names = dict.fromkeys(want.file for want in wants)
    folders = {_folder(name) for name in names}
    names |= dict.fromkeys(sorted(name for name in memory.made if _folder(name) in folders))
    return tuple(
        place
        for name in names
        for place in places(name)
        if (out / place).is_file() and not memory.made_it(name, store.file_sha256(out / place))
    )


def adopt(plan: Plan, journal: Journal) -> Mapping[str, tuple[Want, ...]]:
    """The plan's wants, by the photos' names; those whose pictures a person edited by hand and keeps have ``edited``
    set: a copy of the file, kept beside the journal, so that it is never lost.

    An edited file belongs to what it was delivered as: the same photo, for the same slot. It moves with its photo, and
    ends with it. Where the person has edited files replaced, none is kept any longer.

    Raises:
        OutputError: the disk does not take the copy.
    """
    memory = plan.memory
    if plan.edits is Edits.REPLACE and memory.edits:
        journal.drop_edits()
        memory.edits.clear()
    if plan.edits is Edits.KEEP:
        for edit in _edited_now(plan):
            journal.keep_edit(edit)
            memory.note_edit(edit)
    if not memory.edits:
        return plan.wants
    kept = {origin: path for origin, sha256 in memory.edits.items() if (path := _copy_of(plan.out, sha256))}
    return {photo.name: tuple(_with_edits(plan.wants[photo.name], photo, kept)) for photo in plan.photos}


def _edited_now(plan: Plan) -> Iterator[Placed]:
    """The edited files, and what each is; a copy of it is put where it stays."""
    owners = {want.file: (photo, want) for photo in plan.photos for want in plan.wants[photo.name]}
    for place in plan.edited:
        origin = plan.memory.origins.get(planned(place)) or _wanted(owners.get(planned(place)))
        data = _bytes(plan.out / place)
        if origin and data is not None:
            sha256 = _keep_copy(plan.out, data, PurePosixPath(place).suffix)
            yield Placed(file=planned(place), sha256=sha256, origin=origin)


def _wanted(owner: tuple[Photo, Want] | None) -> Origin | None:
    """What is wanted at the name of a file that we never delivered."""
    if owner is None:
        return None
    photo, want = owner
    return Origin(store.file_sha256(photo.path) or "", want.slot.value, want.variant)


def _keep_copy(out: Path, data: bytes, suffix: str) -> str:
    sha256 = store.sha256_of(data)
    store.write_atomic(out / store.EDITS / f"{sha256}{suffix}", data)
    return sha256


def _copy_of(out: Path, sha256: str) -> Path | None:
    """The copy of an edited file, if it is as it was kept."""
    copies = sorted((out / store.EDITS).glob(f"{sha256}.*"))
    return next((path for path in copies if store.file_sha256(path) == sha256), None)


def _with_edits(wants: Sequence[Want], photo: Photo, kept: Mapping[Origin, Path]) -> Iterator[Want]:
    """``wants`` of ``photo``, each with the file that a person made of it, where there is one."""
    source = (store.file_sha256(photo.path) or "") if wants else ""
    for want in wants:
        edited = kept.get(Origin(source, want.slot.value, want.variant))
        if edited is None:
            # The variant may have got another name since.
            same = [path for origin, path in kept.items() if origin[:2] == (source, want.slot.value)]
            edited = same[0] if len(same) == 1 else None
        yield replace(want, edited=edited) if edited else want


def _folder(name: str) -> str:
    return name.partition("/")[0]


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None

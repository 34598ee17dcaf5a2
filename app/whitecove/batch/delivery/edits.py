"""Delivered files that a person edited by hand: found, and kept as the pictures they are where the person says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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

    An edited file belongs to what it was delivered as: the same photo, for the same slot, variant and SKU. It moves
    with its photo, and ends with it. Where the person has edited files replaced, none is kept any longer.

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
    return _with_edits(plan, kept)


def _edited_now(plan: Plan) -> Iterator[Placed]:
    """The edited files, and what each is; a copy of it is put where it stays."""
    owners = {want.file: (photo, sku, want) for photo, sku, want in _wanted(plan)}
    for place in plan.edited:
        owner = owners.get(planned(place))
        # What we never delivered is what is wanted at its name.
        origin = plan.memory.origins.get(planned(place)) or (_origin(_source(owner[0]), *owner[1:]) if owner else None)
        data = _bytes(plan.out / place)
        if origin and data is not None:
            sha256 = _keep_copy(plan.out, data, PurePosixPath(place).suffix)
            yield Placed(file=planned(place), sha256=sha256, origin=origin)


def _wanted(plan: Plan) -> Iterator[tuple[Photo, str, Want]]:
    """All wants, each with its photo and SKU."""
    for listing in plan.listings:
        for photo in listing.photos:
            for want in plan.wants[photo.name]:
                yield photo, listing.sku, want


def _source(photo: Photo) -> str:
    return store.file_sha256(photo.path) or ""


def _origin(source: str, sku: str, want: Want) -> Origin:
    return Origin(source, want.slot.value, want.variant, sku)


def _keep_copy(out: Path, data: bytes, suffix: str) -> str:
    sha256 = store.sha256_of(data)
    store.write_atomic(out / store.EDITS / f"{sha256}{suffix}", data)
    return sha256


def _copy_of(out: Path, sha256: str) -> Path | None:
    """The copy of an edited file, if it is as it was kept."""
    copies = sorted((out / store.EDITS).glob(f"{sha256}.*"))
    return next((path for path in copies if store.file_sha256(path) == sha256), None)


def _with_edits(plan: Plan, kept: Mapping[Origin, Path]) -> Mapping[str, tuple[Want, ...]]:
    """The plan's wants, each with the file that a person made of it, where there is one."""
    sources = {photo.name: _source(photo) for photo in plan.photos if plan.wants[photo.name]}
    asked = [(photo.name, want, _origin(sources[photo.name], sku, want)) for photo, sku, want in _wanted(plan)]
    uses = Counter(origin[:2] for _, _, origin in asked)
    wants: dict[str, list[Want]] = {photo.name: [] for photo in plan.photos}
    for name, want, origin in asked:
        edited = kept.get(origin)
        if edited is None and uses[origin[:2]] == 1:
            # The variant or the SKU may have got another name since. Of several uses, nobody can tell which one it is.
            same = [path for other, path in kept.items() if other[:2] == origin[:2]]
            edited = same[0] if len(same) == 1 else None
        wants[name].append(replace(want, edited=edited) if edited else want)
    return {name: tuple(each) for name, each in wants.items()}


def _folder(name: str) -> str:
    return name.partition("/")[0]


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None

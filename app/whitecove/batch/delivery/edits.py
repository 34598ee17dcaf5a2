"""Delivered files that a person edited by hand: found, and kept as the pictures they are where the person says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from whitecove.batch import store
from whitecove.batch.journal import Journal, Memory, Origin, Placed
from whitecove.batch.places import LISTS, STAGING, places, planned
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


def foreign(edited: Iterable[str], memory: Memory) -> tuple[str, ...]:
    """Those of the files ``edited`` that are no edits: Whitecove never delivered anything at their names."""
    ours = memory.origins.keys() | (LISTS if memory.origins else ())
    return tuple(place for place in edited if planned(place) not in ours)


def adopt(plan: Plan, journal: Journal) -> Mapping[str, tuple[Want, ...]]:
    """The plan's wants, by the photos' names; those whose pictures a person edited by hand and keeps have ``edited``
    set: a copy of the file, kept beside the journal, so that it is never lost.

    An edited file belongs to what it was delivered as: the same photo, for the same slot, variant and SKU. It moves
    with its photo, and ends with it. Where the person has edited files replaced, the earlier ones that they were made
    of are kept no longer; where none is edited now, none at all is.

    Raises:
        OutputError: the disk does not take the copy.
    """
    memory = plan.memory
    if plan.edits is Edits.REPLACE:
        _end_edits(plan, journal)
    if plan.edits is Edits.KEEP:
        edits = list(_edited_now(plan))
        _end_former(plan, edits, journal)
        for edit in edits:
            journal.keep_edit(edit)
            memory.note_edit(edit)
    return as_kept(plan)


def as_kept(plan: Plan) -> Mapping[str, tuple[Want, ...]]:
    """The plan's wants, by the photos' names, with the edits that are kept already."""
    memory = plan.memory
    if not memory.edits:
        return plan.wants
    kept = {origin: path for origin, sha256 in memory.edits.items() if (path := _copy_of(plan.out, sha256))}
    return _with_edits(plan, kept)


def changing(plan: Plan) -> set[str]:
    """The SHA-256 of the photos whose delivered pictures `adopt` is about to change: edited by hand now, or earlier and
    to be replaced."""
    edited = (plan.memory.origins.get(planned(place)) for place in plan.edited)
    ended = _ending(plan) if plan.edits is Edits.REPLACE else set()
    return {origin.source_sha256 for origin in (*edited, *ended) if origin}


def _end_former(plan: Plan, edits: Sequence[Placed], journal: Journal) -> None:
    """Forgets what ``edits`` take the place of: edits of the same pictures that lay at their names when the variant or
    the SKU was called otherwise. One that another product uses stays."""
    memory = plan.memory
    former = {
        origin
        for edit in edits
        for origin, sha256 in memory.edits.items()
        if origin[:2] == edit.origin[:2] and memory.made_it(edit.file, sha256)
    }
    if former:
        former -= {origin for _, _, origin in _asked(plan)}
    if former:
        journal.drop_edits(former)
        memory.drop_edits(former)


def _end_edits(plan: Plan, journal: Journal) -> None:
    """Forgets the edits that lay at the names of the files that are edited now, or all where there is no such file."""
    ended = _ending(plan)
    if plan.edited:
        _begin(plan.out / STAGING)
    if ended:
        journal.drop_edits(ended)
        plan.memory.drop_edits(ended)


def _ending(plan: Plan) -> set[Origin]:
    """The kept edits that end where edited files are replaced."""
    # What an interrupted run set aside is not among the edited files any more: the same command means no more by that.
    going_on = (plan.out / STAGING).exists()
    return _meant(plan) if plan.edited or going_on else set(plan.memory.edits)


def _begin(staging: Path) -> None:
    """Makes the folder that is there until a run ends."""
    try:
        staging.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise store.refusal(error, staging) from error


def _meant(plan: Plan) -> set[Origin]:
    """The kept edits that the files edited now were delivered from."""
    memory = plan.memory
    uses = Counter(origin[:2] for _, _, origin in _asked(plan)) if memory.edits else Counter[tuple[str, ...]]()
    origins = filter(None, (memory.origins.get(planned(place)) for place in plan.edited))
    found = (_kept_of(origin, memory.edits, alone=uses[origin[:2]] <= 1) for origin in origins)
    return set(filter(None, found))


def _kept_of(origin: Origin, kept: Collection[Origin], *, alone: bool) -> Origin | None:
    """That of the origins ``kept`` which ``origin`` is, or was before the variant or the SKU got another name. Where
    it is not ``alone`` in being of its photo and slot, nobody can tell which one that is."""
    if origin in kept:
        return origin
    same = [other for other in kept if other[:2] == origin[:2]]
    return same[0] if alone and len(same) == 1 else None


def _edited_now(plan: Plan) -> Iterator[Placed]:
    """The edited files, and what each is; a copy of it is put where it stays."""
    for place in plan.edited:
        origin = plan.memory.origins.get(planned(place))
        data = _bytes(plan.out / place)
        if origin and data is not None:
            sha256 = _keep_copy(plan.out, data, PurePosixPath(place).suffix)
            yield Placed(file=planned(place), sha256=sha256, origin=origin)


def _asked(plan: Plan) -> list[tuple[str, Want, Origin]]:
    """All wants, each with its photo's name, and what its picture is."""
    wanted = [(photo, listing.sku) for listing in plan.listings for photo in listing.photos if plan.wants[photo.name]]
    sources = {photo.name: _source(plan, photo) for photo, _ in wanted}
    return [
        (photo.name, want, _origin(sources[photo.name], sku, want))
        for photo, sku in wanted
        for want in plan.wants[photo.name]
    ]


def _source(plan: Plan, photo: Photo) -> str:
    """The photo's SHA-256, which is known of one that is away; empty where it cannot be read."""
    return plan.hashes.get(str(photo.path)) or store.file_sha256(photo.path) or ""


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
    asked = _asked(plan)
    uses = Counter(origin[:2] for _, _, origin in asked)
    wants: dict[str, list[Want]] = {photo.name: [] for photo in plan.photos}
    for name, want, origin in asked:
        found = _kept_of(origin, kept, alone=uses[origin[:2]] == 1)
        wants[name].append(replace(want, edited=kept[found]) if found else want)
    return {name: tuple(each) for name, each in wants.items()}


def _folder(name: str) -> str:
    return name.partition("/")[0]


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None

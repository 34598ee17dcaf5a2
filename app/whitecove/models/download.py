"""A model from its addresses into the store: what is missing is fetched, and only what has the right hash gets its
name."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from whitecove.core.errors import ModelError
from whitecove.models import own, seals
from whitecove.models.addresses import addresses_of, host_of, shown
from whitecove.models.catalogue import KnownFile, Model, find
from whitecove.models.copying import not_stored
from whitecove.models.events import Asked, Event, Failed
from whitecove.models.failures import TransferError
from whitecove.models.partial import Partial
from whitecove.models.store import alone, place, require_consent
from whitecove.models.transfer import Manner, transfer

# Seconds after which a silent address is given up.
PATIENCE = 30.0
# An address that ends the connection early is asked again as long as each time brings something, but not for ever.
TRIES = 20
# A disk that is filled to the last byte is no good to anybody.
SPARE = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be downloaded: a model, of a precision where one is named, from the person's ``mirrors`` first."""

    model: str
    precision: str = ""
    mirrors: tuple[str, ...] = ()
    accept_licence: bool = False
    never_connect: bool = False
    patience: float = PATIENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Got:
    """A model's file that is here now; ``new`` is whether it was fetched for it."""

    model: Model
    known: KnownFile
    file: Path
    new: bool


def download(
    wish: Wish, models_dir: Path, emit: Callable[[Event], None], stop: Callable[[], bool] = lambda: False
) -> Got:
    """Sees to it that the model is here. What an earlier try left is used; a damaged file is replaced.

    Raises:
        ModelError: there is no such model, its licence was not accepted, nothing may connect, another process is at it,
            there is no room, or no address gave the file. What was fetched is kept for the next try.
        Stopped: ``stop`` said so.
    """
    model, accepted = _wanted(wish, models_dir)
    addresses = addresses_of(accepted[0], wish.mirrors)
    here = _here(model, accepted, models_dir)
    if here:
        return here
    require_consent(model, accept_licence=wish.accept_licence)
    if wish.never_connect:
        raise ModelError("model.offline", model=model.name)
    with alone(models_dir, model.name):
        here = _here(model, accepted, models_dir)  # another process may just have brought it
        if here:
            return here
        target = place(models_dir, model.name)
        sizes = frozenset(file.bytes for file in accepted)
        job = _Job(
            model=model,
            accepted=accepted,
            target=target,
            partial=Partial(target.parent),
            manner=Manner(patience=wish.patience, sizes=sizes, emit=emit, stop=stop),
        )
        try:
            with job.partial.tidied():
                known = _fetched(job, addresses)
        except OSError as error:
            raise not_stored(error, target.parent) from error
    return Got(model=model, known=known, file=target, new=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """A download under way: the files that it is content with, where they go, and what is there already."""

    model: Model
    accepted: Sequence[KnownFile]
    target: Path
    partial: Partial
    manner: Manner


def _wanted(wish: Wish, models_dir: Path) -> tuple[Model, Sequence[KnownFile]]:
    """The model, and the files that it is content with, the first of them to be asked for."""
    if any(wish.model == each.name for each in own.models(models_dir)):
        raise ModelError("model.is_own", model=wish.model)
    model = find(wish.model)
    first = model.file_of(wish.precision)
    others = () if wish.precision else tuple(file for file in model.files if file is not first)
    return model, (first, *others)


def _here(model: Model, accepted: Sequence[KnownFile], models_dir: Path) -> Got | None:
    file = place(models_dir, model.name)
    seal = seals.seal_of(file)
    known = _which(seal, accepted) if seal else None
    return Got(model=model, known=known, file=file, new=False) if known else None


def _which(seal: seals.Seal, accepted: Sequence[KnownFile]) -> KnownFile | None:
    return next((file for file in accepted if file.is_it(md5=seal.md5, sha256=seal.sha256)), None)


def _fetched(job: _Job, addresses: Sequence[str]) -> KnownFile:
    """The file that the first address that has it gave; it lies in its place then."""
    partial = job.partial
    _require_room(job.target.parent, job.accepted[0].bytes - partial.size)
    for address in addresses:
        for _ in range(TRIES):
            before = partial.size
            job.manner.emit(Asked(address=shown(address), kept=before))
            try:
                transfer(address, partial, job.manner)
                return _settled(job, host_of(address))
            except TransferError as error:
                job.manner.emit(Failed(address=shown(address), reason=str(error)))
                if not error.passing or partial.size == before:
                    break
    kept = f"{partial.size / 1e6:,.1f}"
    code = "model.not_downloaded_kept" if partial.size else "model.not_downloaded"
    raise ModelError(code, model=job.model.name, tried=len(addresses), kept=kept)


def _settled(job: _Job, host: str) -> KnownFile:
    """Gives what was fetched its name, if its hash is right; otherwise it is thrown away.

    Raises:
        TransferError: it is not right.
    """
    partial = job.partial
    seal = seals.hashed(partial.forced())
    known = _which(seal, job.accepted) if seal else None
    if seal is None or known is None:
        partial.clear()
        raise TransferError("fetch.wrong_bytes", passing=partial.joined, host=host)
    seals.forget(job.target)
    partial.path.replace(job.target)
    partial.clear()
    seals.remember(job.target, seal)
    return known


def _require_room(folder: Path, missing: int) -> None:
    there = next(above for above in (folder, *folder.parents) if above.is_dir())
    free = shutil.disk_usage(there).free
    if free < missing + SPARE:
        needed = f"{(missing + SPARE) / 1e6:,.0f}"
        raise ModelError("model.no_room", folder=folder, needed=needed, free=f"{free / 1e6:,.0f}")

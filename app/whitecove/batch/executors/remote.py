"""The side of another machine: a photo comes as bytes or as a path that machines share, and the pictures made of it go
back as bytes. It is Dask that calls this, in a worker on which the same Whitecove is installed."""

from __future__ import annotations

import functools
import platform
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import whitecove
from whitecove import paths
from whitecove.batch.store import file_sha256
from whitecove.core.errors import EngineError, ReadError

if TYPE_CHECKING:
    from whitecove.batch.executors.jobs import Done, Job
    from whitecove.batch.work import Bench


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A job on its way: ``photo`` is its file's content (none where machines share the path), ``edited`` that of the
    pictures edited by hand, by the names of their files; ``models`` are the SHA-256 of the models' files by name."""

    version: str
    bench: Bench
    job: Job
    photo: bytes | None
    edited: tuple[tuple[str, bytes], ...] = ()
    models: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What comes back: the outcome, and the content of each picture by the name of its file."""

    done: Done
    files: tuple[tuple[str, bytes], ...]


def make(parcel: Parcel) -> Made:
    """Does the job of ``parcel`` here.

    Raises:
        EngineError: this machine has another version, or not the same model. ReadError: the shared path leads nowhere.
    """
    if parcel.version != whitecove.__version__:
        raise EngineError("cluster.version", machine=platform.node(), theirs=whitecove.__version__, ours=parcel.version)
    with tempfile.TemporaryDirectory(prefix="whitecove-") as folder:
        bench = replace(parcel.bench, models=_models(parcel), staging=Path(folder) / "made")
        done = bench(_unpacked(parcel, Path(folder) / "sent"))
        names = [each.file for each in done.result.renditions if each.file]
        return Made(done=done, files=tuple((name, (bench.staging / name).read_bytes()) for name in names))


def _unpacked(parcel: Parcel, folder: Path) -> Job:
    """The job, with files that lie here."""
    folder.mkdir()
    job, edited = parcel.job, dict(parcel.edited)
    photo = job.photo.path
    if parcel.photo is not None:
        photo = folder / f"photo{photo.suffix}"
        photo.write_bytes(parcel.photo)
    elif not photo.is_file():
        raise ReadError("cluster.no_photo", file=photo, machine=platform.node())
    wants = []
    for number, want in enumerate(job.wants):
        if want.edited is not None:
            place = folder / f"edited{number}"
            place.write_bytes(edited[want.file])
            want = replace(want, edited=place)  # noqa: PLW2901 (the same one, from here on)
        wants.append(want)
    return replace(job, photo=replace(job.photo, path=photo), wants=tuple(wants))


def _hash_of(path: Path) -> str | None:
    """The SHA-256 of a model's file, read once as long as it is the same; none where there is no file."""
    try:
        state = path.stat()
    except OSError:
        return None
    return _hashed(path, state.st_size, state.st_mtime_ns)


@functools.lru_cache(maxsize=8)
def _hashed(path: Path, _size: int, _time: int) -> str | None:
    return file_sha256(path)


def _models(parcel: Parcel) -> tuple[tuple[str, Path], ...]:
    """The models' files on this machine: the same content under the path given, or in its own store."""
    from whitecove.models.store import installed

    given, own = dict(parcel.bench.models), installed(paths.models_dir())
    found = []
    for name, sha256 in parcel.models:
        here = next((path for path in (given.get(name), own.get(name)) if path and _hash_of(path) == sha256), None)
        if here is None:
            raise EngineError("cluster.no_model", model=name, machine=platform.node())
        found.append((name, here))
    return tuple(found)

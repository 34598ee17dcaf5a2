"""Handing over a delivery: just the files that are ready, proven once more, in a folder or a zip file of their own.

What was handed over is recorded beside the journal: the next time tells what changed since, and knows in the target
folder what is ours. A record is begun before anything is written, and done when all is.
"""

from __future__ import annotations

import json
import os
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from whitecove.batch import lock, store
from whitecove.batch.delivery.changes import Change, Kind, as_csv, changes, compared, ready
from whitecove.batch.delivery.lists import CHANGES, read_rows
from whitecove.batch.delivery.manifest import CSV_FILE, JSON_FILE, ManifestRow, as_json
from whitecove.batch.delivery.manifest import as_csv as manifest_csv
from whitecove.batch.intake.walk import LITTER
from whitecove.batch.journal import lies_inside
from whitecove.batch.places import LOCK, MANIFEST
from whitecove.batch.written import parsed
from whitecove.core.errors import OutputError, PlanError
from whitecove.core.model import State

RECORDS = f"{store.MEMORY}/handovers.jsonl"
SCHEMA = 1
NAMED_AT_MOST = 5
# The same files give the same zip file, whenever it is made.
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
ZIP_UNIX, ZIP_MODE = 3, 0o100644 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """What was handed over: how many files; what ``changes`` since the last handover, if one is on record (``first``:
    none is); how many inputs are not ready and stay; and files in the target that were ours, but are so no more,
    because somebody edited them."""

    files: int
    changes: tuple[Change, ...]
    first: bool
    not_ready: int
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Records:
    """Earlier handovers: the rows of the last one (none before the first), and all names ever written, each with the
    hashes of what was written there; the name of a zip file is empty. ``begun`` are those of a handover that did not
    end."""

    last: tuple[ManifestRow, ...] | None = None
    ours: Mapping[str, set[str]] = field(default_factory=dict)
    begun: Mapping[str, str] = field(default_factory=dict)

    def made_it(self, name: str, sha256: str | None) -> bool:
        return sha256 in self.ours.get(name, ())


@dataclass(frozen=True, slots=True)
class _Part:
    """A file to hand over: its name in the target, its hash, and where it is read (or ``data``, what it holds)."""

    name: str
    sha256: str
    source: Path | None = None
    data: bytes = b""

    def read(self) -> bytes:
        """Its content.

        Raises:
            PlanError: it is not what the manifest says.
        """
        data = self.data if self.source is None else _bytes(self.source)
        if data is None or store.sha256_of(data) != self.sha256:
            raise PlanError("deliver.changed", files=self.name)
        return data


def hand_over(out: Path, target: Path, *, only_changed: bool = False) -> HandedOver:
    """Copies the ready files of the delivery ``out`` to ``target``: a ``.zip`` file, or a folder that is new, empty or
    was handed over to before, which then holds just these files beside those of others. With them go a manifest of
    what is handed over and ``changes.csv``: what changed since the last handover, files to delete too. With
    ``only_changed``, only files that are new or different since then are copied, to where no earlier handover lies;
    nothing is if there are none.

    Raises:
        PlanError: ``out`` is no finished delivery, one of its files was edited or taken away, or ``target`` holds what
            is not ours. Nothing was written then.
        OutputError: the disk does not take it.
    """
    out, target = Path(os.path.abspath(out)), Path(os.path.abspath(target))  # noqa: PTH100 (links keep their names)
    _check_target(out, target)
    with _locked(out):
        profile, rows = _manifest(out)
        records = _recall(out)
        found = changes(records.last or (), rows)
        chosen = _chosen(ready(rows), found, only_changed=only_changed)
        left: tuple[str, ...] = ()
        if not only_changed or found:
            if only_changed:
                _refuse_emptying(target, records)
            parts = [*_pictures(out, chosen), *_lists(profile, chosen, found)]
            left = _deliver(out, target, parts, records, only_changed=only_changed)
            _record(out, state="done", rows=compared(rows))
    not_ready = sum(row["state"] not in (State.READY, State.UNUSED, State.SKIPPED) for row in rows)
    return HandedOver(files=len(chosen), changes=found, first=records.last is None, not_ready=not_ready, left=left)


def last_handover(out: Path) -> list[ManifestRow] | None:
    """The rows of the ready files that were handed over last of the delivery ``out``; None if none ever were."""
    last = _recall(out).last
    return None if last is None else ready(last)


@contextmanager
def _locked(out: Path) -> Iterator[None]:
    """Keeps batches away from the delivery."""
    if not (out / MANIFEST).is_file():
        raise PlanError("deliver.no_delivery", folder=out)
    try:
        (out / store.MEMORY).mkdir(exist_ok=True)
    except OSError as error:
        raise store.refusal(error, out / store.MEMORY) from error
    with lock.held(out / LOCK, out):
        yield


def _manifest(out: Path) -> tuple[str, list[ManifestRow]]:
    """The profile's id and the rows of a finished delivery."""
    rows = read_rows(out / MANIFEST)
    if rows is None:
        raise PlanError("deliver.no_delivery", folder=out)
    if any(row["state"] == State.WAITING for row in rows):
        raise PlanError("deliver.unfinished", folder=out)
    if not ready(rows):
        raise PlanError("deliver.nothing_ready", folder=out)
    profile = parsed(_bytes(out / MANIFEST) or b"").get("profile")
    return str(profile or ""), [row for row in rows if lies_inside(str(row["file"] or ""))]


def _check_target(out: Path, target: Path) -> None:
    place, home = (os.path.normcase(os.path.realpath(path)) for path in (target, out))
    if place == home or place.startswith(home + os.sep):
        raise PlanError("deliver.inside", target=target)
    if target.is_file() and not _is_zip(target):
        raise OutputError("output.is_file", folder=target)
    if not target.parent.is_dir():
        raise OutputError("output.no_parent", folder=target)


def _chosen(rows: Sequence[ManifestRow], found: Sequence[Change], *, only_changed: bool) -> list[ManifestRow]:
    different = {change.file for change in found if change.kind is not Kind.REMOVED}
    return [row for row in rows if not only_changed or row["file"] in different]


def _pictures(out: Path, rows: Sequence[ManifestRow]) -> list[_Part]:
    """The pictures of ``rows``, each proven to be what its row says."""
    changed = [row["file"] for row in rows if store.file_sha256(out / row["file"]) != row["sha256"]]
    if changed:
        raise PlanError("deliver.changed", files=_named(changed))
    return [_Part(row["file"], row["sha256"], out / row["file"]) for row in rows]


def _lists(profile: str, rows: Sequence[ManifestRow], found: Sequence[Change]) -> Iterator[_Part]:
    """The lists that go with the pictures; the manifest last, so that it stands for a whole handover."""
    listed = list(rows)
    for name, data in (
        (CHANGES, as_csv(found)),
        (CSV_FILE, manifest_csv(listed)),
        (JSON_FILE, as_json(profile, listed)),
    ):
        yield _Part(name, store.sha256_of(data), data=data)


def _deliver(
    out: Path, target: Path, parts: Sequence[_Part], records: _Records, *, only_changed: bool
) -> tuple[str, ...]:
    if _is_zip(target) and not target.is_dir():
        _write_zip(out, target, parts, records, only_changed=only_changed)
        return ()
    _refuse_foreign(target, parts, records)
    _record(out, state="begun", files={part.name: part.sha256 for part in parts})
    if target.exists():
        return _sync(target, parts, records)
    # A folder that is only begun does not look like one to upload.
    begun = target.with_name(f".{target.name}.whitecove-part")
    store.remove_tree(begun)
    _sync(begun, parts, records)
    store.move(begun, target)
    return ()


def _write_zip(out: Path, target: Path, parts: Sequence[_Part], records: _Records, *, only_changed: bool) -> None:
    """A zip file without compression (pictures are compressed already), the same bytes for the same files. With
    ``only_changed`` none of an earlier handover is replaced, which holds other files."""
    if target.exists() and not records.made_it("", store.file_sha256(target)):
        raise PlanError("deliver.zip_exists", file=target)
    with store.replacing(target) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for part in parts:
                info = zipfile.ZipInfo(part.name, ZIP_TIME)
                info.create_system, info.external_attr = ZIP_UNIX, ZIP_MODE
                archive.writestr(info, part.read())
        file.seek(0)
        sha256 = store.sha256_of_file(file)
        if only_changed and target.exists() and store.file_sha256(target) != sha256:
            raise PlanError("deliver.only_changed_zip", file=target)
        _record(out, state="begun", files={"": sha256})


def _refuse_emptying(target: Path, records: _Records) -> None:
    """Refuses a folder with a whole earlier handover, of which only what changed would be left."""
    there = {name: store.file_sha256(target / name) for name in _visible(target)}
    ours = [name for name, sha256 in there.items() if records.made_it(name, sha256)]
    if ours and any(records.begun.get(name) != there[name] for name in ours):
        raise PlanError("deliver.only_changed", folder=target)


def _visible(target: Path) -> list[str]:
    """The names of the files in a folder, but for what systems leave there; none where there is no folder."""
    files = (path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())
    return [name for name in files if not _is_litter(name)]


def _refuse_foreign(target: Path, parts: Sequence[_Part], records: _Records) -> None:
    """Refuses a folder that has anything in it and was not handed over to before, one that is itself a delivery, and
    one where our names are taken by what is not ours."""
    if not target.exists():
        return
    if (target / store.MEMORY).exists():
        raise PlanError("deliver.is_delivery", folder=target)
    known = records.made_it(JSON_FILE, store.file_sha256(target / JSON_FILE))
    if not known and not all(records.made_it(name, store.file_sha256(target / name)) for name in _visible(target)):
        raise PlanError("deliver.not_empty", folder=target)
    wanted = {part.name: part.sha256 for part in parts}
    there = {name: store.file_sha256(target / name) for name in wanted if (target / name).exists()}
    taken = [n for n, sha256 in there.items() if sha256 != wanted[n] and not records.made_it(n, sha256)]
    if taken:
        raise PlanError("deliver.taken", folder=target, files=_named(taken))


def _sync(target: Path, parts: Sequence[_Part], records: _Records) -> tuple[str, ...]:
    """Makes ``target`` hold just ``parts`` of all that was ever handed over; names what stays because it was edited."""
    wanted = {part.name for part in parts}
    left = []
    for name in sorted(records.ours):
        path = target / name
        if not name or name in wanted or not path.is_file():
            continue
        if records.made_it(name, store.file_sha256(path)):
            store.remove(path)
            store.remove_empty(path.parent, target)
        else:
            left.append(name)
    for folder in {(target / part.name).parent for part in parts}:
        store.remove_leftovers(folder)
    for part in parts:
        if store.file_sha256(target / part.name) != part.sha256:
            store.write_atomic(target / part.name, part.read())
    return tuple(left)


def _is_litter(name: str) -> bool:
    """Whether a file is one that systems leave everywhere."""
    last = name.rpartition("/")[2]
    return last.startswith(".") or last.casefold() in LITTER


def _is_zip(target: Path) -> bool:
    return target.suffix.casefold() == ".zip"


def _recall(out: Path) -> _Records:
    last: tuple[ManifestRow, ...] | None = None
    ours: dict[str, set[str]] = defaultdict(set)
    begun: dict[str, str] = {}
    for line in (_bytes(out / RECORDS) or b"").split(b"\n"):
        entry = parsed(line)
        rows, files = entry.get("rows"), entry.get("files")
        if entry.get("schema") != SCHEMA:
            continue
        if entry.get("state") == "done" and isinstance(rows, list):
            last, begun = tuple(row for row in rows if isinstance(row, dict)), {}
        for name, sha256 in files.items() if isinstance(files, dict) else ():
            if lies_inside(name):
                ours[name].add(str(sha256))
                begun[name] = str(sha256)
    return _Records(last, ours, begun)


def _record(out: Path, **entry: Any) -> None:  # noqa: ANN401 (what JSON takes)
    """Adds a line to the records, forced to disk; a line that a power cut tore is ended first."""
    path = out / RECORDS
    before = _bytes(path) or b""
    ending = b"" if not before or before.endswith(b"\n") else b"\n"
    line = json.dumps({"schema": SCHEMA, **entry}, ensure_ascii=False).encode("utf-8", "surrogatepass")
    store.write_atomic(path, before + ending + line + b"\n")


def _named(files: Sequence[str]) -> str:
    more = len(files) - NAMED_AT_MOST
    return ", ".join(files[:NAMED_AT_MOST]) + (f" and {more} more" if more > 0 else "")


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None

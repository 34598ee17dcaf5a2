"""Which photos and pictures of a delivery a person means: by the photo's name, the picture's file, or the product."""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from whitecove.batch import store
from whitecove.batch.decisions import DOUBT, Decision, Decisions, Kind, PictureKey
from whitecove.batch.naming.names import printable
from whitecove.batch.places import MANIFEST, REVIEW
from whitecove.core.errors import PlanError
from whitecove.core.model import Outcome, Severity, Slot, State

CLOSE_AT_MOST = 3
NAMED_AT_MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A row of the manifest: a picture, or a photo that none was made of (without ``slot`` and ``sha256``). ``broken``
    are the error rules that the picture breaks."""

    sku: str
    file: str
    state: State
    source: str
    source_sha256: str
    slot: Slot | None = None
    sha256: str = ""
    broken: tuple[str, ...] = ()

    @property
    def picture(self) -> PictureKey | None:
        """What decisions on the picture are kept by."""
        return PictureKey(self.source_sha256, self.slot, self.sha256) if self.slot and self.sha256 else None


def delivered(out: Path) -> tuple[Pick, ...]:
    """The rows of the manifest in the delivery ``out``, but for what was skipped.

    Raises:
        PlanError: there is no manifest, or none that can be read.
    """
    try:
        text = (out / MANIFEST).read_bytes()
    except OSError as error:
        raise PlanError("decision.no_delivery", folder=out) from error
    try:
        return tuple(_pick(row) for row in json.loads(text)["files"] if row["state"] != State.SKIPPED)
    except (ValueError, KeyError, TypeError) as error:
        raise PlanError("decision.damaged", folder=out) from error


def picked(picks: Sequence[Pick], names: Iterable[str], out: Path) -> dict[str, tuple[Pick, ...]]:
    """What each of ``names`` means: a photo as the manifest names it, or where it lies; a file as it was delivered,
    below ``out`` or as a path; a product.

    Raises:
        PlanError: a name that means nothing (close ones are suggested), several photos, or a photo and a file made of
            another one.
    """
    tables = _tables(picks)
    found = {name: _meant(name, tables, picks, out) for name in dict.fromkeys(names)}
    unknown = [name for name, meant in found.items() if not meant]
    if unknown:
        raise _unknown(unknown, tables)
    return found


def decided(kind: Kind, found: Mapping[str, tuple[Pick, ...]], reason: str = "") -> tuple[Decision, ...]:
    """The decision ``kind`` on all that was picked: on photos for a reshoot, else on pictures.

    Raises:
        PlanError: for one of the names there is nothing to decide about.
    """
    on_photo = kind is Kind.RESHOOT
    chosen: dict[str, list[Decision]] = {
        name: [_decision(kind, pick, reason) for pick in picks if _takes(pick, kind)] for name, picks in found.items()
    }
    missing = [name for name, decisions in chosen.items() if not decisions]
    if missing:
        raise PlanError("decision.no_photo" if on_photo else "decision.no_picture", names=_listed(missing))
    return tuple(dict.fromkeys(decision for decisions in chosen.values() for decision in decisions))


def withdrawn(found: Mapping[str, tuple[Pick, ...]], decisions: Decisions) -> tuple[Decision, ...]:
    """What takes back all that was decided about what was picked.

    Raises:
        PlanError: for one of the names nothing was decided.
    """
    chosen = {name: list(_back(picks, decisions)) for name, picks in found.items()}
    missing = [name for name, back in chosen.items() if not back]
    if missing:
        raise PlanError("decision.nothing", names=_listed(missing))
    return tuple(dict.fromkeys(each for back in chosen.values() for each in back))


def _takes(pick: Pick, kind: Kind) -> bool:
    if not pick.source_sha256:
        return False
    if kind is Kind.RESHOOT:
        return True
    return bool(pick.sha256) or (kind is Kind.APPROVE and pick.state is State.RESHOOT)


def _decision(kind: Kind, pick: Pick, reason: str) -> Decision:
    on_picture = kind is not Kind.RESHOOT and pick.picture is not None
    return Decision(
        kind=kind,
        source_sha256=pick.source_sha256,
        slot=pick.slot if on_picture else None,
        sha256=pick.sha256 if on_picture else "",
        reason=reason,
        source=pick.source,
    )


def _back(picks: Iterable[Pick], decisions: Decisions) -> Iterator[Decision]:
    for pick in picks:
        if pick.source_sha256 in decisions.photos:
            yield Decision(kind=Kind.NONE, source_sha256=pick.source_sha256, source=pick.source)
        if pick.picture in decisions.pictures:
            yield _decision(Kind.NONE, pick, "")


def _pick(row: Mapping[str, Any]) -> Pick:
    made = bool(row["sha256"])
    return Pick(
        sku=str(row["sku"]),
        file=str(row["file"]),
        state=State(row["state"]),
        source=str(row["source"]),
        source_sha256=str(row["source_sha256"]),
        slot=Slot(row["image_type"]) if made else None,
        sha256=str(row["sha256"]),
        broken=tuple(each["rule"] for each in row["findings"] if made and _forbids(each)),
    )


def _forbids(finding: Mapping[str, Any]) -> bool:
    """Whether a finding is one that no approval lifts; those on the set are not about this file."""
    is_error = finding["outcome"] == Outcome.FAIL and finding["severity"] == Severity.ERROR
    return is_error and finding["rule"] != DOUBT and not str(finding["rule"]).startswith("set.")


def _tables(picks: Sequence[Pick]) -> tuple[dict[str, list[Pick]], ...]:
    """What names may mean, the most exact kind of name first."""
    photos: dict[str, list[Pick]] = {}
    files: dict[str, list[Pick]] = {}
    products: dict[str, list[Pick]] = {}
    for pick in picks:
        photos.setdefault(_key(pick.source), []).append(pick)
        products.setdefault(_key(pick.sku), []).append(pick)
        planned = pick.file.removeprefix(f"{REVIEW}/")
        for name in dict.fromkeys((pick.file, planned, PurePosixPath(planned).name)) if planned else ():
            files.setdefault(_key(name), []).append(pick)
    return photos, files, products


def _meant(name: str, tables: Sequence[Mapping[str, list[Pick]]], picks: Sequence[Pick], out: Path) -> tuple[Pick, ...]:
    key = _key(Path(name).as_posix())
    _refuse_two_meanings(name, tables[0].get(key, ()), tables[1].get(key, ()))
    for table in tables:
        if key in table:
            return tuple(table[key])
    inside = os.path.relpath(os.path.realpath(name), os.path.realpath(out)) if _same_drive(name, out) else ""
    beside = tables[1].get(_key(Path(inside).as_posix()))
    return tuple(beside) if beside else _by_content(name, picks) or _by_last_part(name, key, picks)


def _refuse_two_meanings(name: str, photos: Sequence[Pick], files: Sequence[Pick]) -> None:
    """Photos are often called as we call files: one of the two is meant, and the other must not be decided about."""
    others = [pick.file for pick in files if pick.source not in {photo.source for photo in photos}]
    if photos and others:
        raise PlanError("decision.two_meanings", name=name, file=others[0])


def _same_drive(name: str, out: Path) -> bool:
    """Two drives of Windows have no way from one to the other."""
    return Path(os.path.realpath(name)).drive == Path(os.path.realpath(out)).drive


def _by_content(name: str, picks: Sequence[Pick]) -> tuple[Pick, ...]:
    """The photo that lies at the path ``name``, whatever it was called when it was prepared."""
    sha256 = store.file_sha256(Path(name)) if Path(name).is_file() else None
    return tuple(pick for pick in picks if sha256 and pick.source_sha256 == sha256)


def _by_last_part(name: str, key: str, picks: Sequence[Pick]) -> tuple[Pick, ...]:
    """The photo of that name in whatever folder, if there is only one."""
    meant = tuple(pick for pick in picks if PurePosixPath(_key(pick.source)).name == key)
    sources = list(dict.fromkeys(pick.source for pick in meant))
    if len(sources) > 1:
        raise PlanError("decision.ambiguous", name=name, names=_listed(sources))
    return meant


def _unknown(names: Sequence[str], tables: Sequence[Iterable[str]]) -> PlanError:
    known = dict.fromkeys(name for table in tables for name in table)
    close = dict.fromkeys(
        match for name in names for match in difflib.get_close_matches(_key(name), known, CLOSE_AT_MOST)
    )
    if not close:
        return PlanError("decision.unknown", names=_listed(names))
    return PlanError("decision.unknown_close", names=_listed(names), close=_listed(list(close)))


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED_AT_MOST} more" if len(names) > NAMED_AT_MOST else ""
    return ", ".join(names[:NAMED_AT_MOST]) + more


def _key(name: str) -> str:
    """Names that look the same are the same: Apple's discs store accents apart from their letters. Bytes that are no
    text are written as the manifest writes them."""
    return printable(name)

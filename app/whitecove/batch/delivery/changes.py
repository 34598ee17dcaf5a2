"""What changed in a delivery from one time to the next, file by file: what to upload, to move and to delete."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from enum import StrEnum

from whitecove.batch import words
from whitecove.batch.delivery.manifest import ManifestRow
from whitecove.batch.places import REVIEW
from whitecove.batch.spreadsheet import csv_file, safe_cell
from whitecove.core.messages import sentence
from whitecove.core.model import State

BY_HAND = "edited by hand"


class Kind(StrEnum):
    """How a file changed."""

    NEW = "new"
    REPLACED = "replaced"
    EDITED = "edited"
    REORDERED = "reordered"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One file that is not what it was. ``file`` is its name now (of a removed one: the name that it had),
    ``file_before`` the one before where that differs; ``sha256`` is empty for a removed file, ``sha256_before`` for a
    new one. ``reason`` says why and what to do, in whole sentences."""

    kind: Kind
    sku: str
    variant: str
    image_type: str
    order: int
    file: str
    file_before: str
    sha256: str
    sha256_before: str
    source: str
    reason: str


COMPARED = (
    "sku", "variant", "image_type", "order", "file", "state", "sha256", "engine", "source", "source_sha256",
)  # fmt: skip
FIELDS = tuple(field.name for field in fields(Change))


def changes(before: Sequence[ManifestRow], after: Sequence[ManifestRow]) -> tuple[Change, ...]:
    """What is different in ``after``, both rows of manifests, so that it can be done from the top: what is gone first,
    then what is there in the order of ``after``, but nothing before its place is free. Only pictures that change places
    in a circle cannot wait for each other. Only files that lie ready count: they are what is uploaded.

    The same content under another name, or in another place, is reordered. What is left is compared by name: other
    content under the same name replaces it. A file that was edited by hand is compared with what it was made of.
    """
    return tuple(_ordered(_Comparison(before, after).changes(), after))


def as_csv(found: Iterable[Change]) -> bytes:
    """``changes.csv``: with a byte order mark, so that Excel reads every script right; no cell is a formula."""
    return csv_file(FIELDS, ([safe_cell(str(value)) for value in astuple(change)] for change in found))


def compared(rows: Iterable[ManifestRow]) -> list[ManifestRow]:
    """The rows of the files that are uploaded, with just what is compared: to be kept until the next time."""
    return [{name: row.get(name) for name in COMPARED} for row in ready(rows)]


def ready(rows: Iterable[ManifestRow]) -> list[ManifestRow]:
    """The rows of the files that are uploaded."""
    return [row for row in rows if row["state"] == State.READY and row["file"]]


class _Comparison:
    """Two manifests, side by side: files are paired until no more fit, by what they are first, then by name."""

    def __init__(self, before: Sequence[ManifestRow], after: Sequence[ManifestRow]) -> None:
        self.left = {row["file"]: row for row in ready(before)}
        self.after = ready(after)
        self.fates = _Fates(after)

    def changes(self) -> Iterator[Change]:
        rest = [row for row in self.after if not self._stayed(row)]
        by_content = _by(self.left.values(), "sha256")
        moved = {row["file"]: self._paired(row, by_content[row["sha256"]]) for row in rest}
        by_photo = _by(self.left.values(), "source_sha256")
        for row in rest:
            former = moved[row["file"]]
            if former:
                yield _moved(row, former)
        rest = [row for row in rest if not moved[row["file"]]]
        edited = {row["file"]: self._made_of(row, by_photo) for row in rest if row["engine"] == BY_HAND}
        for row in rest:
            yield _made(row, edited.get(row["file"]) or self.left.pop(row["file"], None))
        for row in self.left.values():
            yield self._removed(row)

    def _stayed(self, row: ManifestRow) -> bool:
        """Whether the file is what and where it was; one that is the same in another place is left for the next
        step."""
        former = self.left.get(row["file"])
        if former is None or any(former[name] != row[name] for name in ("sha256", "variant", "image_type", "order")):
            return False
        del self.left[row["file"]]
        return True

    def _made_of(self, row: ManifestRow, by_photo: Mapping[str, Sequence[ManifestRow]]) -> ManifestRow | None:
        """What an edited file was before: of the same photo, for the same slot, wherever it was."""
        names = ("source_sha256", "image_type", "sku")
        same = [former for former in by_photo[row["source_sha256"]] if _is(row, former, *names)]
        return self._paired(row, same)

    def _paired(self, row: ManifestRow, formers: Iterable[ManifestRow]) -> ManifestRow | None:
        """That of ``formers`` which ``row`` takes the place of: best of the same name, then of the same listing; none
        where all have found theirs."""
        free = [former for former in formers if former["file"] in self.left]
        best = min(free, key=lambda former: [former[name] != row[name] for name in ("file", "sku")], default=None)
        return self.left.pop(best["file"]) if best else None

    def _removed(self, row: ManifestRow) -> Change:
        return Change(
            kind=Kind.REMOVED,
            sku=row["sku"],
            variant=row["variant"],
            image_type=row["image_type"],
            order=row["order"],
            file=row["file"],
            file_before="",
            sha256="",
            sha256_before=row["sha256"],
            source=row["source"],
            reason=self.fates.why_gone(row),
        )


class _Fates:
    """What became of what is not uploaded."""

    # What tells most of why a file is gone, first: the picture in its place, its photo for the same slot, its photo.
    KEYS = (("file",), ("source_sha256", "image_type"), ("source_sha256",), ("source", "sku"))

    def __init__(self, rows: Iterable[ManifestRow]) -> None:
        self._reasons: dict[tuple[str, ...], str] = {}
        self._used: set[str] = set()
        for row in rows:
            if row["state"] == State.READY:
                self._used.add(row["source_sha256"])
            elif row["reason"]:
                reason = sentence("change.not_uploaded", reason=words.reason(row["reason"]))
                for key in filter(None, (_key(row, names) for names in self.KEYS)):
                    self._reasons.setdefault(key, reason)

    def why_gone(self, row: ManifestRow) -> str:
        """Why the file of ``row`` is no longer uploaded."""
        at_review = {**row, "file": f"{REVIEW}/{row['file']}"}
        found = (self._reasons.get(_key(at_review, names)) for names in self.KEYS)
        reason = next((each for each in found if each), None)
        used = row["source_sha256"] in self._used
        return reason or sentence("change.other_use" if used else "change.photo_gone")


def _key(row: ManifestRow, names: tuple[str, ...]) -> tuple[str, ...]:
    """The values of ``names``, and those names; empty where any of them is unknown."""
    values = tuple(str(row[name] or "") for name in names)
    return (*names, *values) if all(values) else ()


def _by(rows: Iterable[ManifestRow], name: str) -> defaultdict[str, list[ManifestRow]]:
    found = defaultdict(list)
    for row in rows:
        found[row[name]].append(row)
    return found


def _is(row: ManifestRow, gone: ManifestRow, *names: str) -> bool:
    return all(row[name] and row[name] == gone[name] for name in names)


def _moved(row: ManifestRow, former: ManifestRow) -> Change:
    """The same picture that was in the place of ``former``."""
    reason = sentence("change.moved")
    if row["sku"] != former["sku"]:
        reason = sentence("change.other_product", sku=row["sku"], before=former["sku"])
    return _change(Kind.REORDERED, row, former, reason)


def _made(row: ManifestRow, former: ManifestRow | None) -> Change:
    """A picture that was not there before, in the place of ``former`` or in none."""
    if row["engine"] == BY_HAND:
        return _change(Kind.EDITED, row, former, sentence("change.edited"))
    if former is None:
        return _change(Kind.NEW, row, None, sentence("change.new"))
    same_photo = former["source_sha256"] == row["source_sha256"]
    code = "change.made_again" if same_photo else "change.photo_replaced"
    return _change(Kind.REPLACED, row, former, sentence(code))


def _change(kind: Kind, row: ManifestRow, former: ManifestRow | None, reason: str) -> Change:
    return Change(
        kind=kind,
        sku=row["sku"],
        variant=row["variant"],
        image_type=row["image_type"],
        order=row["order"],
        file=row["file"],
        file_before=former["file"] if former and former["file"] != row["file"] else "",
        sha256=row["sha256"],
        sha256_before=former["sha256"] if former else "",
        source=row["source"],
        reason=reason,
    )


def photos_gone(found: Iterable[Change]) -> int:
    """How many files went because their photos were not given again."""
    gone = sentence("change.photo_gone")
    return sum(change.kind is Kind.REMOVED and change.reason == gone for change in found)


def _ordered(found: Iterable[Change], after: Sequence[ManifestRow]) -> Iterator[Change]:
    changes = list(found)
    place = {row["file"]: number for number, row in enumerate(after) if row["file"]}
    skus = {row["sku"]: number for number, row in enumerate(after)}
    gone = [change for change in changes if change.kind is Kind.REMOVED]
    there = [change for change in changes if change.kind is not Kind.REMOVED]
    yield from sorted(gone, key=lambda change: skus.get(change.sku, len(after)))
    yield from _when_free(sorted(there, key=lambda change: place[change.file]))


def _when_free(moves: Sequence[Change]) -> Iterator[Change]:
    """Each of ``moves`` behind the one that frees its place; those in a circle one behind the other."""
    leaving = {move.file_before: move for move in moves if move.file_before}
    done: set[str] = set()
    for first in moves:
        chain: list[Change] = []
        move: Change | None = first
        while move and move.file not in done:
            done.add(move.file)
            chain.append(move)
            move = leaving.get(move.file)
        circle = chain[:1] if move is first else []
        yield from circle
        yield from reversed(chain[len(circle) :])

"""A delivery folder is brought up to date, listing by listing: each file goes where it belongs, what gives way is kept.

At every moment each picture that is wanted lies somewhere whole under a name that the next run looks at, so a run that
is killed between any two steps is taken up by the next one. Nothing that a person made is overwritten or removed.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from whitecove.batch import store
from whitecove.batch.delivery.whereabouts import Whereabouts
from whitecove.batch.journal import Journal, Memory, Origin, Placed
from whitecove.batch.naming.names import collision_key
from whitecove.batch.places import MOVING, PREVIOUS, STAGING, places, planned
from whitecove.batch.results import ListingResult, Row
from whitecove.core.errors import OutputError
from whitecove.core.model import Rendition


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery folder under the hands of a run; what gives way is kept below ``previous``.

    ``edited`` are the files edited by hand, or never ours, that the person allowed to be set aside; ``delivered`` has
    the names that each content was placed at.
    """

    out: Path
    previous: Path
    memory: Memory
    journal: Journal
    edited: Collection[str] = ()
    delivered: dict[str, list[str]] = field(default_factory=dict)

    def take_over(self) -> None:
        """Puts what an earlier run left in staging out of the way of what is made today under the same names, and sets
        aside the edited files that are not kept: before anything else lies, or is said to lie, at their names.

        Raises:
            OutputError: a file cannot be moved.
        """
        for file in self.edited:
            if not self.memory.made_it(planned(file), self._hash(file)):
                self.set_aside(file)
        left = sorted(path for path in (self.out / STAGING).rglob("*") if path.is_file())
        for path in left:
            if path.parent != self.out / MOVING:
                store.move(path, self.out / MOVING / (store.file_sha256(path) or path.name))

    @property
    def whereabouts(self) -> Whereabouts:
        """Finds pictures by their content."""
        return Whereabouts(self.out, self.memory)

    def has(self, made: Rendition) -> bool:
        """Whether a recalled picture still is somewhere, byte for byte."""
        return self.whereabouts.has(made)

    def find(self, file: str, sha256: str) -> Path | None:
        """See `Whereabouts.find`."""
        return self.whereabouts.find(file, sha256)

    def place(self, listing: ListingResult) -> None:
        """Moves the listing's pictures to where they belong, and sets aside what lies at their names. A file that is
        there already, byte for byte, stays; its copy in staging goes with the staging folder.

        Pictures that change places are copied before any of them is written over, so that a swap loses none. What goes
        where is noted before, if it was not announced.

        Raises:
            OutputError: a file cannot be moved, or somebody took it away.
        """
        self.announce(listing)
        targets = {each.file: each.sha256 for _, each in _made(listing)}
        pending = {file: sha256 for file, sha256 in targets.items() if self._hash(file) != sha256}
        sources = {file: self._gather(file, sha256) for file, sha256 in pending.items()}
        uses = Counter(sources.values())
        for file, source in sources.items():
            if self._hash(file) not in targets.values():
                self.set_aside(file)
            uses[source] -= 1
            store.move(self._copied(source) if uses[source] else source, self.out / file)
        for file in targets:
            for place in set(places(planned(file))) - {file}:
                self._give_way(place, targets.values())
        for file, sha256 in targets.items():
            self.delivered.setdefault(sha256, []).append(file)

    def announce(self, listing: ListingResult) -> None:
        """Notes what of the listing will lie where, so that after a kill it is known as ours.

        Raises:
            OutputError: the disk does not take the note.
        """
        placed = [
            Placed(file=planned(each.file), sha256=each.sha256, origin=_origin(listing.sku, row, each))
            for row, each in _made(listing)
        ]
        news = [each for each in placed if not self.memory.knows(each)]
        if news:
            self.journal.placed(news)
            for each in news:
                self.memory.note_placed(each)

    def _gather(self, file: str, sha256: str) -> Path:
        """A copy of a picture that is free to be moved to ``file``."""
        staged, moving = self.out / STAGING / planned(file), self.out / MOVING / sha256
        source = self.find(planned(file), sha256)
        if source is None:
            raise self._vanished(planned(file))
        return source if source in (staged, moving) else self._copied(source, moving)

    def _copied(self, source: Path, copy: Path | None = None) -> Path:
        """A copy of ``source`` among what is in the middle of a move."""
        copy = copy or self.out / MOVING / f"{source.name}.copy"
        try:
            data = source.read_bytes()
        except OSError as error:
            raise store.refusal(error, source) from error
        store.write_atomic(copy, data)
        return copy

    def _hash(self, file: str) -> str | None:
        return store.file_sha256(self.out / file)

    def _give_way(self, file: str, safe: Collection[str]) -> None:
        """Takes ``file``, if it exists, out of the delivery; without a trace where its content is ``safe``."""
        if self._hash(file) in safe:
            store.remove(self.out / file)
            store.remove_empty((self.out / file).parent, self.out)
        else:
            self.set_aside(file)

    def set_aside(self, file: str) -> None:
        """Moves ``file``, if it exists, out of the way.

        Raises:
            OutputError: it cannot be moved.
        """
        path = self.out / file
        if path.is_file():
            store.move(path, _free(self.previous / file))
            store.remove_empty(path.parent, self.out)

    def require(self, kept: Iterable[str]) -> None:
        """Looks whether all that was placed is still there: whoever uploads goes by what the lists say.

        Raises:
            OutputError: somebody took a file away.
        """
        for file in kept:
            if not (self.out / file).is_file():
                raise self._vanished(file)

    def _vanished(self, file: str) -> OutputError:
        """Why a finished ``file`` is not where it was."""
        if not (self.out / store.MEMORY).is_dir():
            return OutputError("output.gone", folder=self.out)
        return OutputError("output.vanished", file=file)

    def clear(self, kept: Iterable[str]) -> list[str]:
        """Sets aside all that earlier runs delivered and that is not among ``kept``; names those left where they are
        because somebody edited them. What lies elsewhere in the delivery now, under a new name, just goes.

        Raises:
            OutputError: a file cannot be moved.
        """
        keep = {collision_key(file): file for file in kept}
        left = []
        for file in sorted(place for name in self.memory.made for place in places(name)):
            path = self.out / file
            if not path.is_file() or self._same(path, keep.get(collision_key(file))):
                continue
            if self.memory.made_it(planned(file), self._hash(file)):
                self._give_way(file, self._placed_again(file))
            else:
                left.append(file)
        return left

    def _same(self, path: Path, kept: str | None) -> bool:
        """Whether ``path`` is the file ``kept``: by its name, or on a disk that does not tell case or Unicode forms."""
        return kept is not None and (self.out / kept).is_file() and path.samefile(self.out / kept)

    def _placed_again(self, file: str) -> Collection[str]:
        """The content of ``file``, if this run delivered the same and it still lies there."""
        sha256 = self._hash(file)
        there = self.delivered.get(sha256 or "", ())
        return {sha256} if sha256 and any(self._hash(place) == sha256 for place in there) else set()


def _made(listing: ListingResult) -> list[tuple[Row, Rendition]]:
    return [(row, each) for row in listing.rows for each in row.result.renditions if each.file]


def _origin(sku: str, row: Row, made: Rendition) -> Origin:
    source = row.result.facts.sha256 if row.result.facts else ""
    return Origin(source, made.slot.value, made.variant, sku)


def previous_folder(out: Path, time: str) -> Path:
    """A folder for what gives way in a run at ``time`` (a name for it); not one that an earlier run used."""
    folder, count = out / PREVIOUS / time, 1
    while folder.exists():
        count += 1
        folder = out / PREVIOUS / f"{time}-{count}"
    return folder


def _free(path: Path) -> Path:
    """``path``, or one like it at which nothing lies."""
    free, count = path, 1
    while os.path.lexists(free):
        count += 1
        free = path.with_name(f"{path.stem} ({count}){path.suffix}")
    return free

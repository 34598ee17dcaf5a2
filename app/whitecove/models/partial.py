"""What is there of a file that is being downloaded. It survives whatever ends the program, and is no model: it has
another name until its hash was found right."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the bytes come from. ``validator`` is what the server called this state of the file (a strong ETag, or when
    it was changed; empty where it said neither), ``total`` its whole size, where known."""

    address: str
    validator: str
    total: int | None


class Partial:
    """The file ``download.part`` in a model's folder, and ``download.json``, which says where it comes from."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "download.part"
        self._note = folder / "download.json"
        self.joined = False
        """Whether it was last written on, and not begun: its parts may be of different files."""

    @property
    def size(self) -> int:
        """How many bytes are there."""
        return self.path.stat().st_size if self.path.is_file() else 0

    @property
    def origin(self) -> Origin | None:
        """Where they come from; none where nobody knows, or the note was tampered with."""
        try:
            origin = Origin(**json.loads(self._note.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        validator: object = origin.validator
        return origin if isinstance(validator, str) and validator.isascii() and validator.isprintable() else None

    def read_from(self, start: int) -> BinaryIO:
        """What is there from byte ``start`` on, to be read and closed: as it is now, whatever is added meanwhile."""
        if self.size <= start:
            return BytesIO()
        file = self.path.open("rb")
        file.seek(start)
        return file

    @contextmanager
    def opened(self, origin: Origin) -> Iterator[BinaryIO]:
        """The file, to be written on at its end.

        Raises:
            OSError: the disk does not take it.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.joined = self.size > 0
        temporary = self._note.with_suffix(f".{os.getpid()}.part")
        temporary.write_text(json.dumps(asdict(origin)), "utf-8")
        temporary.replace(self._note)
        with self.path.open("ab") as file:
            yield file

    def forced(self) -> Path:
        """The file, once it is forced to disk.

        Raises:
            OSError: the disk does not take it.
        """
        with self.path.open("rb+") as file:
            os.fsync(file.fileno())
        return self.path

    def clear(self) -> None:
        """Throws away what is there."""
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    @contextmanager
    def tidied(self) -> Iterator[None]:
        """Removes the file afterwards, if nothing is in it, and its folder, if nothing else is in that."""
        try:
            yield
        finally:
            folder = self.path.parent
            if folder.is_dir() and not self.size:
                self.clear()
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()

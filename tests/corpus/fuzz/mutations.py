"""Damaged and lying files, endless, made of real ones: each is told by a seed and its number, and can be made again."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NamedTuple

from PIL import Image

from tests.corpus.fuzz.fields import fields, mended, parts
from whitecove.core.sniff import HEAD_BYTES, PHOTO_FORMATS, sniff

# Most files are made of small photos, which are read many times as fast; others are refused by their first bytes.
SMALL = 60_000
LARGE_ONE_IN = 25
OTHER_ONE_IN = 25
# Numbers at which signed, unsigned and odd ones turn over.
_EDGES = (
    0,
    1,
    2,
    3,
    7,
    8,
    0x7F,
    0x80,
    0xFF,
    0x100,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x10000,
    0x7FFFFFFF,
    0x80000000,
    0xFFFFFFFF,
)
_MAGIC = (
    b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\x10\0\0\0WEBP", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08",
    b"II+\0\x08\0\0\0", b"BM", b"8BPS\0\1", b"\0\0\0\x1cftypavif", b"\0\0\0\x18ftypheic",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutated:
    """A made file: its bytes, of which file, and what was done to that."""

    data: bytes
    of: str
    how: tuple[str, ...]


class Seed(NamedTuple):
    """A file that others are made of."""

    name: str
    data: bytes


class Corpus:
    """The files that others are made of: those below ``folder``, and bitmaps, which are rare in collections."""

    def __init__(self, folder: Path) -> None:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        seeds = [Seed(path.relative_to(folder).as_posix(), path.read_bytes()) for path in files]
        seeds += [Seed(f"{mode}.bmp", _bitmap(mode)) for mode in ("1", "P", "RGB", "RGBA")]
        photos = [seed for seed in seeds if sniff(seed.data[:HEAD_BYTES]) in PHOTO_FORMATS]
        self.small = [seed for seed in photos if len(seed.data) <= SMALL]
        self.large = [seed for seed in photos if len(seed.data) > SMALL]
        self.other = [seed for seed in seeds if seed not in photos]

    def mutated(self, seed: int, number: int) -> Mutated:
        """The file of that number."""
        chance = Random(f"{seed}:{number}")  # noqa: S311 (to be the same every time)
        name, data = self._one(chance)
        ways = [chance.choice(_OFTEN) for _ in range(chance.choice((1, 1, 1, 1, 2, 4)))]
        for way in ways:
            data = _spliced(data, self._one(chance).data, chance) if way == "splice" else _WAYS[way](data, chance)
        if chance.random() < 0.8:
            data = mended(data)
        return Mutated(data, name, tuple(ways))

    def _one(self, chance: Random) -> Seed:
        rare = ((LARGE_ONE_IN, self.large), (OTHER_ONE_IN, self.other))
        return chance.choice(next((few for one_in, few in rare if not chance.randrange(one_in)), self.small))


def _bitmap(mode: str) -> bytes:
    file = io.BytesIO()
    Image.linear_gradient("L").resize((40, 30)).convert(mode).save(file, "BMP")
    return file.getvalue()


def _bits(data: bytes, chance: Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 20)) if made else 0):
        made[_place(data, chance)] ^= 1 << chance.randrange(8)
    return bytes(made)


def _bytes(data: bytes, chance: Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 20)) if made else 0):
        made[_place(data, chance)] = chance.choice((0, 0xFF, 0xD8, chance.randrange(256)))
    return bytes(made)


def _place(data: bytes, chance: Random) -> int:
    """Anywhere, but rather in the beginning, where headers are."""
    return chance.randrange(len(data) if chance.random() < 0.5 else min(len(data), 512))


def _truncated(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _inserted(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice((chance.randbytes, bytes))(chance.choice((1, 2, 4, 100, 5000))) + data[at:]


def _block(data: bytes, chance: Random) -> tuple[int, int]:
    """A part, or any run of bytes."""
    known = parts(data)
    if known and chance.random() < 0.6:
        return chance.choice(known)
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 4, 16, 256, 4096)))


def _deleted(data: bytes, chance: Random) -> bytes:
    start, end = _block(data, chance)
    return data[:start] + data[end:]


def _doubled(data: bytes, chance: Random) -> bytes:
    start, end = _block(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 20)) + data[end:]


def _moved(data: bytes, chance: Random) -> bytes:
    start, end = _block(data, chance)
    rest = data[:start] + data[end:]
    known = parts(rest)
    at = chance.choice(known).start if known else chance.randrange(len(rest) + 1)
    return rest[:at] + data[start:end] + rest[at:]


def _lying(data: bytes, chance: Random) -> bytes:
    """Numbers in headers are others."""
    known = fields(data)
    for _ in range(chance.choice((1, 1, 2, 4)) if known else 0):
        at, size, order = chance.choice(known)
        there = int.from_bytes(data[at : at + size], order)  # type: ignore[arg-type]
        said = chance.choice((*_EDGES, there + 1, there - 1, there * 2, there // 2, chance.getrandbits(8 * size)))
        data = data[:at] + (said % (1 << 8 * size)).to_bytes(size, order) + data[at + size :]  # type: ignore[arg-type]
    return data


def _renamed(data: bytes, chance: Random) -> bytes:
    """A part's name (a marker, or four letters) becomes another part's."""
    known = parts(data)
    if len(known) < 2:
        return _lying(data, chance)
    one, other = chance.choice(known).start, chance.choice(known).start
    at, size = (1, 1) if data.startswith(b"\xff\xd8") else (0, 4) if data.startswith(b"RIFF") else (4, 4)
    return data[: one + at] + data[other + at : other + at + size] + data[one + at + size :]


def _disguised(data: bytes, chance: Random) -> bytes:
    """Begins like a file of another kind."""
    magic = chance.choice(_MAGIC)
    return magic + data[len(magic) * chance.randrange(2) :]


def _spliced(data: bytes, other: bytes, chance: Random) -> bytes:
    """Begins as one file, and goes on as another."""
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


_WAYS: dict[str, Callable[[bytes, Random], bytes]] = {
    "bits": _bits, "bytes": _bytes, "truncate": _truncated, "insert": _inserted, "delete": _deleted,
    "double": _doubled, "move": _moved, "lie": _lying, "rename": _renamed, "disguise": _disguised,
}  # fmt: skip
_OFTEN = (*_WAYS, "splice", "bits", "bytes", "double", "move", "lie", "lie", "lie", "lie", "rename")

"""Small pictures of photos and of what was made of them, for reports."""

from __future__ import annotations

import base64
import io
import logging
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from whitecove.batch.report.shown import Shown
from whitecove.core.errors import ReadError
from whitecove.core.model import SourceFacts

if TYPE_CHECKING:
    from PIL import Image

QUALITY = 72
# Pillow gives the interpreter free while it decodes, but each decoding photo takes memory.
THREADS = min(4, os.cpu_count() or 1)
AHEAD = 4 * THREADS
# Larger JPEGs are read by the reader that has limits of its own.
DRAFT_PIXELS = 80_000_000
# Sides by how many photos a report has: it must stay a page that opens.
SIDES = ((300, 240), (1500, 176))
SMALLEST_SIDE = 112
# What a file does that is gone, or has changed since it was prepared.
UNREADABLE = (OSError, ReadError, SyntaxError)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Source:
    """A picture to show; ``facts`` are those of a photo that was read, None for a file that we wrote, whose content is
    then ``sha256``."""

    path: Path
    facts: SourceFacts | None = None
    sha256: str = ""


def side_for(photos: int) -> int:
    """How large thumbnails are, in pixels, in a report of so many photos."""
    return next((side for most, side in SIDES if photos <= most), SMALLEST_SIDE)


def thumbnails(sources: Iterable[Source | None], side: int, shown: Shown | None = None) -> Iterator[str]:
    """A JPEG in base64 for each of ``sources``, at most ``side`` pixels in both directions; empty where there is no
    picture to show, or it is not readable any more. They are made a few ahead of whoever takes them; those that were
    ``shown`` before are not made again."""
    with ThreadPoolExecutor(max_workers=THREADS) as pool:
        ahead: deque[Future[str]] = deque()
        for source in sources:
            ahead.append(pool.submit(_known, source, side, shown))
            if len(ahead) > AHEAD:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()


def _known(source: Source | None, side: int, shown: Shown | None) -> str:
    if shown is None or source is None:
        return _thumbnail(source, side)
    content = source.facts.sha256 if source.facts else source.sha256
    return shown.thumbnail(content, side, lambda: _thumbnail(source, side))


def _thumbnail(source: Source | None, side: int) -> str:
    """The border of a thumbnail: whatever keeps one from being made costs the report no more than that."""
    if source is None:
        return ""
    try:
        return base64.b64encode(shrunk(source, side)).decode("ascii")
    except UNREADABLE:
        return ""
    except Exception:  # one picture that cannot be shown never stops a report
        log.exception("%s: there is no thumbnail of it", source.path.name)
        return ""


def shrunk(source: Source, side: int) -> bytes:
    """A JPEG of ``source``, upright, at most ``side`` pixels in both directions.

    Raises:
        OSError, ReadError, SyntaxError: it is gone, or has changed since it was prepared.
    """
    from PIL import Image

    image = _drafted(source, side) if _plain_jpeg(source.facts) else _read(source.path)
    image.thumbnail((side, side), Image.Resampling.LANCZOS)
    data = io.BytesIO()
    image.save(data, "JPEG", quality=QUALITY, optimize=True)
    return data.getvalue()


def _plain_jpeg(facts: SourceFacts | None) -> bool:
    """Whether a file may be decoded at reduced size: ours, and photos whose colours need no more than their profile."""
    if facts is None:
        return True
    return facts.format == "JPEG" and facts.mode == "RGB" and facts.width * facts.height <= DRAFT_PIXELS


def _drafted(source: Source, side: int) -> Image.Image:
    from PIL import Image

    from whitecove.core.colour import to_srgb
    from whitecove.core.metadata import read_facts
    from whitecove.core.read import TURNS

    with Image.open(source.path, formats=("JPEG",)) as image:
        profile = image.info.get("icc_profile")
        # Pillow's own turning writes the EXIF again, and stumbles over tags that no camera writes.
        known = source.facts or read_facts(image.info.get("exif", b""))
        image.draft("RGB", (2 * side, 2 * side))
        small = image.convert("RGB")
    small.thumbnail((2 * side, 2 * side))
    turn = TURNS.get(known.orientation)
    return to_srgb(small.transpose(turn) if turn is not None else small, profile)[0]


def _read(path: Path) -> Image.Image:
    from PIL import Image

    from whitecove.core.engines.given import flattened
    from whitecove.core.read import read_photo

    return Image.fromarray(flattened(read_photo(path)).rgb)

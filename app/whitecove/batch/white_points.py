"""One white point for all photos of a camera and session, settled before any work: the products of a shop stay
comparable, and no order of workers can change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from whitecove.batch.intake.headers import read_header
from whitecove.batch.naming.names import natural_key, printable
from whitecove.core.errors import ReadError
from whitecove.core.messages import sentence
from whitecove.core.model import Photo

if TYPE_CHECKING:
    from datetime import datetime

    from whitecove.core.light.curves import Gains
    from whitecove.core.light.white_point import Light, Seen

# A pause longer than this may have moved the lights.
SESSION_PAUSE = timedelta(minutes=30)
# A session is judged by at most so many of its photos, spread over it; for a hint by so many, in so many sessions.
LOOKS, HINT_LOOKS, HINT_SESSIONS = 7, 2, 6
# A hint must not keep anybody waiting: larger photos are not looked at.
MOST_PIXELS, HINT_PIXELS = 200_000_000, 50_000_000


@dataclass(frozen=True, slots=True)
class Session:
    """Photos of one camera, in shooting order, and what they are called together; whether they are ``timed``."""

    name: str
    photos: tuple[Photo, ...]
    timed: bool = True


class _Shot(NamedTuple):
    taken: datetime
    camera: str
    photo: Photo


@dataclass(frozen=True, slots=True)
class WhitePoints:
    """The gains of each photo that has some, by its name, and sentences on what was settled for which session."""

    gains: Mapping[str, Gains] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def white_points(photos: Iterable[Photo]) -> WhitePoints:
    """The white points of ``photos``. Some photos of each session are decoded, small."""
    from whitecove.core.light.white_point import UNCHANGED

    gains: dict[str, Gains] = {}
    notes = []
    for session in sessions(photos):
        light = light_of(session, LOOKS, MOST_PIXELS)
        if light.gains == UNCHANGED:
            continue
        if light.gains is None:
            notes.append(sentence(light.problem, session=session.name))
            continue
        gains |= dict.fromkeys((photo.name for photo in session.photos), light.gains)
        red, green, blue = (f"{gain:.2f}" for gain in light.gains)
        notes.append(sentence("light.white_point", session=session.name, red=red, green=green, blue=blue))
    return WhitePoints(gains, tuple(notes))


def hints(photos: Iterable[Photo]) -> Iterator[str]:
    """A question for each session whose backdrop looks like a white one that came out tinted or grey; only the largest
    sessions are looked at, and only photos that say when they were taken: others need not have been taken together."""
    timed = (session for session in sessions(photos) if session.timed)
    for session in sorted(timed, key=lambda session: -len(session.photos))[:HINT_SESSIONS]:
        light = light_of(session, HINT_LOOKS, HINT_PIXELS)
        if light.is_off:
            colour = ", ".join(f"{level:.0f}" for level in light.backdrop)
            yield sentence("light.was_it_white", session=session.name, cast=light.cast, colour=colour)


def light_of(session: Session, looks: int, most_pixels: int) -> Light:
    """What at most so many ``looks`` at a session's photos, of no more than ``most_pixels``, say of its light."""
    from whitecove.core.light.white_point import settle

    count = len(session.photos)
    chosen = [session.photos[index * count // min(looks, count)] for index in range(min(looks, count))]
    return settle([_look(photo.path, most_pixels) for photo in chosen])


def _look(path: Path, most_pixels: int) -> Seen | None:
    from whitecove.core.light.white_point import LOOK, seen
    from whitecove.core.read import Limits, read_look

    try:
        return seen(read_look(path, LOOK, Limits(pixels=most_pixels)))
    except ReadError:  # it is failed with this reason when it is its turn
        return None


def sessions(photos: Iterable[Photo]) -> list[Session]:
    """``photos`` by camera, and parted at long pauses. Those that say no time are a session for each camera and folder:
    nothing tells more of them."""
    timed: dict[tuple[str, str], list[_Shot]] = {}
    untimed: dict[tuple[str, str, Path], list[Photo]] = {}
    for photo in sorted(photos, key=lambda photo: (natural_key(photo.name), photo.name)):
        header = read_header(photo.path)
        if header.taken:
            timed.setdefault((header.camera, header.serial), []).append(_Shot(header.taken, header.camera, photo))
        else:
            untimed.setdefault((header.camera, header.serial, photo.path.parent), []).append(photo)
    found = [run for shots in timed.values() for run in _runs(shots)]
    found += [Session(_called(some, key[0]), tuple(some), timed=False) for key, some in untimed.items()]
    return sorted(found, key=lambda session: session.photos[0].name)


def _runs(shots: Iterable[_Shot]) -> Iterator[Session]:
    """Shots of one camera, parted at its long pauses."""
    run: list[_Shot] = []
    for shot in sorted(shots, key=lambda shot: shot.taken):
        if run and shot.taken - run[-1].taken > SESSION_PAUSE:
            yield _session(run)
            run = []
        run.append(shot)
    yield _session(run)


def _session(run: Sequence[_Shot]) -> Session:
    photos = tuple(shot.photo for shot in run)
    return Session(_called(photos, run[0].camera), photos)


def _called(photos: Sequence[Photo], camera: str) -> str:
    """``24 photos of Canon EOS R, from lamp/1.jpg on``: what a person can find again."""
    count = f"{len(photos)} photo{'' if len(photos) == 1 else 's'}"
    of = f" of {camera}" if camera else ""
    first = printable(photos[0].name)
    return f"{count}{of}, from {first} on" if len(photos) > 1 else f"{count}{of}, {first}"

"""What a window asks its rooms, and what they say: frozen values that travel between processes.

Light to import: the window imports all of it. The easel's own asks are in `easel_asks`, those about sizes in
`size_asks`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from whitecove.core.corrections.values import Corrections
from whitecove.core.model import Listing, Photo, PhotoResult, State
from whitecove.core.options import Options

# --- what any room may say


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """An ask could not be done: the message's code, and its sentence with the next step."""

    ask: object
    code: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A room's process died by itself."""

    room: str


# --- floor: photos come in


@dataclass(frozen=True, slots=True, kw_only=True)
class Gather:
    """Which photos are in ``inputs`` (all that the project was given), and which products do they make? Grouping is
    as the ``options`` say. ``out`` is the delivery folder, if there is one. ``known`` are the keys of photos that the
    project has."""

    generation: int
    inputs: tuple[Path, ...]
    options: Options
    out: Path | None = None
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Some of the photos that are coming, as soon as they are seen; nothing is known of them yet."""

    generation: int
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """Some of the products that the photos make."""

    generation: int
    listings: tuple[Listing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What is worth a strip about photos that came in: the names of those that came ``by_messenger``, which takes away
    the camera's data; ``by_time``, whether pauses between shots may tell their products apart."""

    photos: int = 0
    products: int = 0
    by_messenger: tuple[str, ...] = ()
    by_time: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """All is in: after the last `Grouped`. ``skipped`` are names and reasons, ``notes`` whole sentences. The
    marketplace takes so many ``details`` of a ``card``, which is made for a listing or for each variant. ``away`` are
    the keys of known photos that are not at their places now."""

    generation: int
    skipped: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    arrival: Arrival
    details: int
    card: str
    away: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAtBackdrops:
    """Are there sessions whose backdrop was photographed grey or tinted? Answered by `Backdrops`."""

    generation: int
    photos: tuple[Photo, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Backdrops:
    """Which photos have a backdrop that may have been white: whole sentences, a session each; none: no such."""

    generation: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SameSession:
    """Which of the ``photos`` were taken with the camera of the one that lies at ``path``, and in the same session?
    Answered by `InSession`."""

    generation: int
    path: Path
    photos: tuple[Photo, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InSession:
    """The photos of one session, with the one that was asked about. ``timed``: they say when they were taken; others
    are those of a camera and a folder."""

    generation: int
    path: Path
    paths: tuple[Path, ...]
    timed: bool


# --- floor: a batch


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A project as it is to be made: products, options, what was corrected, by the photo's name in the plan, and where
    to."""

    listings: tuple[Listing, ...]
    options: Options
    out: Path
    corrections: Mapping[str, Corrections] = field(default_factory=dict)
    skipped: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepare:
    """Prepare what is not done. Answered by `BatchSaid` with the same ``serial``: `Lit`, the batch's events
    (`batch.events`), and last `Prepared`, or `Refused`. ``replace_edited`` or ``keep_edited`` says what becomes of
    delivered files that were edited by hand. ``only`` these photos, by name, are worked on, the others wait (none: all
    are). ``only_recall``: work on nothing and move nothing, but say what earlier batches left."""

    serial: int
    job: Job
    only: frozenset[str] = frozenset()
    only_recall: bool = False
    workers: int = 0
    replace_edited: bool = False
    keep_edited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchSaid:
    """Something about the batch of that ``serial``."""

    serial: int
    said: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """What earlier batches left of a photo, before (``raw``) and after what was decided."""

    name: str
    raw: PhotoResult
    result: PhotoResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Lie:
    """Where pictures that were recalled lie, by their SHA-256."""

    places: Mapping[str, Path]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lit:
    """The gains of light that photos get from their session's white point, by the photos' names: before the first event
    of a batch."""

    gains: Mapping[str, tuple[float, float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A batch ended. ``counts`` are inputs by state, ``notes`` whole sentences; ``trouble`` is a sentence on lists that
    could not be written; ``seconds`` it took; ``recalled``: nothing was worked on, as
    was asked; ``partly``: only some photos were; ``stopped``: a person ended it."""

    out: Path
    interrupted: bool
    counts: Mapping[State, int]
    notes: tuple[str, ...]
    trouble: str = ""
    seconds: float = 0.0
    unstarted: int = 0
    recalled: bool = False
    partly: bool = False
    stopped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Let the batch stand still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOn:
    """End a pause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """End the batch soon, with what is finished."""


# --- floor: decisions, delivery


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide:
    """Record a decision of ``kind`` (approve, reject, reshoot, none) on photos, each with its key in the window, its
    name, and its result as it was before decisions. Answered by `Decided`."""

    out: Path
    kind: str
    results: tuple[tuple[str, str, PhotoResult], ...]
    profile: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The results after a decision, by the photos' keys."""

    results: tuple[tuple[str, PhotoResult], ...]
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """Copy the ready files of the delivery ``out`` to ``to`` (a folder, or a ``.zip``)."""

    out: Path
    to: Path
    only_changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """It is done: so many files, how many of them changed in which way since the last handover."""

    to: Path
    files: int
    changes: Mapping[str, int]
    first: bool
    not_ready: int
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallHandover:
    """What was handed over of the delivery ``out`` last? Answered by `HandoverRecalled`."""

    out: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverRecalled:
    """The names and SHA-256 of the files that were handed over last; None: nothing ever was."""

    out: Path
    files: tuple[tuple[str, str], ...] | None


# --- floor: projects


@dataclass(frozen=True, slots=True, kw_only=True)
class Save:
    """Write a project file: ``data`` is what `project_file.written` gave."""

    path: Path
    data: bytes
    serial: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """The project of that ``serial`` is on disk."""

    path: Path
    serial: int


# --- gallery


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumbnail:
    """The picture in the first of ``paths`` that is there, and has that ``sha256`` (empty: whatever it is), no larger
    than ``side`` pixels. ``key`` comes back."""

    key: str
    paths: tuple[Path, ...]
    side: int
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetThumbnails:
    """The thumbnails with those ``keys`` are no longer wanted, where they were asked for and not made yet."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pixels:
    """A picture: tight rows of RGB bytes, or of RGBA ones (straight) where ``alpha``."""

    width: int
    height: int
    data: bytes
    alpha: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumbnailed:
    """A thumbnail; without ``pixels``, why there is none: what was asked for may be ``missing`` now and come later."""

    key: str
    side: int
    pixels: Pixels | None
    problem: str = ""
    missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPicture:
    """A picture for the canvas: the first of ``paths`` that is there, and has that ``sha256`` (empty: whatever it is),
    reduced so that neither side is above ``longest`` pixels (0: as it is). Later asks of the same ``place`` overtake
    it."""

    place: str
    paths: tuple[Path, ...]
    generation: int
    longest: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The answer; without ``pixels``, why there is none: what was asked for may be ``missing`` now and come later."""

    place: str
    generation: int
    pixels: Pixels | None
    problem: str = ""
    missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotWhite:
    """Where is the backdrop of the written file (the first of ``paths`` that is there) not pure white? What is nearer
    to the product than ``band`` pixels does not count."""

    paths: tuple[Path, ...]
    generation: int
    band: int = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class NotWhiteMask:
    """Masks as large as the file, a byte a pixel in tight rows: ``mask`` is 255 where a pixel of the backdrop is not
    white (``count`` are), ``edge`` is 255 in the edge band."""

    generation: int
    width: int
    height: int
    mask: bytes
    edge: bytes
    count: int

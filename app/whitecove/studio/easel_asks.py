"""What a window asks the easel, where one photo at a time is touched up, and what it says: frozen values that travel
between processes.

Light to import: the window imports all of it. Points and boxes are in pixels of the upright photo unless they are said
to be of the screen: those are pixels of the photo reduced to the ``screen`` that was asked for. Pixels are tight rows,
top first: RGB, or RGBA with straight alpha and colours freed of the backdrop's.

Every ask about what a person does carries a ``generation``, a number that comes back with its answers. An ask may be
overtaken by a later one, and then has no answer of its own:

- `Open` by a later `Open`, of whatever photo, and by a `Show` or a `Close` of the same one;
- `Show` by a later `Show`, `Open` or `Close` of the same photo: what it changed is in the answer to the next;
- `Region` by a later `Region` or `Show` of the same photo, `HoleAt` by a later `HoleAt`, `Prefetch` by a later one;
- `Compose` by a later `Compose` or `Open` of whatever photo.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from whitecove.core.corrections.values import Corrections, Point
from whitecove.core.model import Box, Placement, Slot
from whitecove.core.options import Options
from whitecove.core.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """Put the photo ``path`` on the easel as ``key``, cut out by ``engine`` just as a batch does: ``device``,
    ``passes`` and ``models`` (name and file of each; empty: those that are installed) are what `make_engine` wants,
    ``white_point`` are the gains of its session's light. It is shown with ``corrections``, reduced to a long side of
    ``screen`` pixels. Of what they set for the photo as a whole, light and engine are followed; it is neither turned
    nor straightened. Answered by some `Opening`, then `Opened` or `Failed`; where only the steps do not fit, by both.
    """

    key: str
    path: Path
    generation: int
    screen: int
    engine: str = "auto"
    device: str = "auto"
    passes: str = "every"
    models: tuple[tuple[str, Path], ...] = ()
    white_point: tuple[float, float, float] | None = None
    corrections: Corrections | None = None

    def to(self, file: Path, *, as_it_is: bool = False) -> Export:
        """The ask to write it to ``file`` instead."""
        return Export(key=self.key, generation=self.generation, photo=self, file=file, as_it_is=as_it_is)


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """Show it with these ``corrections`` instead (all of them, in order). Answered by `Shown` or `Failed`; where the
    photo had to be opened anew, for it has another light or engine or was not kept, as `Open` is, in another light
    first by a `Shown` that is not settled."""

    key: str
    corrections: Corrections | None
    generation: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of it at full size, with ``corrections``. Answered by `Regioned` or `Failed`."""

    key: str
    corrections: Corrections | None
    box: Box
    generation: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HoleAt:
    """Which area would a `Hole` at ``point`` open, as the photo is shown now? Answered by `HoleFound`."""

    key: str
    point: Point
    generation: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Holes:
    """Which areas inside the product look like backdrop, and are not open? Answered by `HolesFound`."""

    key: str
    generation: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GainsAt:
    """Which gains of light make the place at ``point`` neutral, or with ``white`` white? What was picked is the photo
    as it was shot, so they take the place of any others. Answered by `GainsFound` or `Failed`."""

    key: str
    point: Point
    generation: int
    white: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefetch:
    """These photos will probably be opened next: make them ready meanwhile, the first one first. No answer."""

    asks: tuple[Open, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Write ``photo`` at full size, as it is with its corrections, to ``file``, for another program: see
    `core.editable`. It need not be open. ``as_it_is``: just its file. What has that content already is left alone.
    Answered by `Exported` or `Failed`."""

    key: str
    generation: int
    photo: Open
    file: Path
    as_it_is: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack:
    """Is ``file`` by now a photo of another content than that with the SHA-256 ``known``? Then a copy of it goes into
    ``folder``, in a folder of its own, for the program that wrote it may go on. Answered by `TakenBack` or, where it is
    no whole photo, by `Failed`."""

    key: str
    generation: int
    file: Path
    known: str
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Compose:
    """The picture for ``slot`` that a batch with these ``options`` would make of ``photo`` as it is now with its
    corrections, on a canvas with a long side of at most ``side`` pixels. Where its placement is known already,
    ``placed`` is it. The photo need not be open. Answered by some `Opening` where it was not, then by `Composed` or
    `Failed`."""

    key: str
    generation: int
    photo: Open
    slot: Slot
    options: Options
    side: int
    placed: Placement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """The photo is no longer looked at. No answer."""

    key: str


Ask: TypeAlias = Open | Show | Region | HoleAt | Holes | GainsAt | Prefetch | Export | TakeBack | Compose | Close


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What is being done to open it: ``STARTING`` gets the engine ready, ``MAKING`` reduces it to the screen."""

    key: str
    generation: int
    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """It is on the easel. ``width`` and ``height`` are the upright photo's, ``size`` those of ``photo`` (RGB) and
    ``cutout`` (RGBA, with the corrections), and ``scale`` screen pixels are one of the photo.

    ``engine`` is what really cut it out; ``doubt`` (0…1), ``reasons`` and ``place`` (where to look first) are said of
    the cutout before any corrections; ``notes`` are whole sentences on the engine."""

    key: str
    generation: int
    width: int
    height: int
    size: tuple[int, int]
    scale: float
    engine: str
    doubt: float
    reasons: tuple[str, ...]
    place: Box | None
    notes: tuple[str, ...]
    photo: bytes
    cutout: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Where it looks otherwise than in the last `Opened` or `Shown`: the ``box`` on the screen, which is empty where
    nothing changed, and its ``cutout`` (RGBA). ``photo`` (RGB) is empty where only the cutout changed. It took
    ``millis`` milliseconds. One that is not ``settled`` is what it will be by and large: more will be said."""

    key: str
    generation: int
    box: Box
    cutout: bytes
    photo: bytes
    millis: float
    settled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Regioned:
    """The part of the photo at full size that lies in ``box``, which is what was asked for as far as the photo
    reaches: ``photo`` (RGB) and ``cutout`` (RGBA)."""

    key: str
    generation: int
    box: Box
    photo: bytes
    cutout: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class HoleFound:
    """What a `Hole` at ``point`` would open: about ``area`` pixels of the photo (0: nothing), inside of ``box`` on the
    screen; ``share`` is a byte for each pixel there, how much of it would be opened."""

    key: str
    generation: int
    point: Point
    area: float
    box: Box
    share: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An area that may be a hole: a ``point`` in it at which a `Hole` opens it, the ``box`` around it, and about how
    many pixels of the photo it has."""

    point: Point
    box: Box
    area: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HolesFound:
    """The areas that are offered, the largest first."""

    key: str
    generation: int
    holes: tuple[Offer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GainsFound:
    """The gains of light for red, green and blue, as a photo's own white point."""

    key: str
    generation: int
    gains: tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """It is written to ``file``, which has that SHA-256."""

    key: str
    generation: int
    file: Path
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """``kept`` is the copy of what ``file`` is now, upright of ``size``; None where it is as it was known."""

    key: str
    generation: int
    file: Path
    sha256: str
    kept: Path | None = None
    size: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """What it will look like: ``rgb`` (RGB) of ``size``, reduced. In another light than the one that it was opened in
    it is cut out as it was there; a batch may see that otherwise. ``placement`` is that of the picture itself, as a
    `Rendition` has it, and ``canvas`` its true size. It took ``millis`` milliseconds."""

    key: str
    generation: int
    size: tuple[int, int]
    rgb: bytes
    placement: Placement
    canvas: tuple[int, int]
    millis: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """It could not be done: the message's ``code``, and its ``sentence`` with the next step. What is shown stays.
    ``of`` is what kind of ask it was."""

    key: str
    generation: int
    code: str
    sentence: str
    of: type = Show


Said: TypeAlias = (
    Opening | Opened | Shown | Regioned | HoleFound | HolesFound | GainsFound | Exported | TakenBack | Composed | Failed
)

"""The words of the field as values: frozen, without behaviour beyond what their fields imply.

Pictures are numpy arrays, rows first. ``U8`` pictures are (height, width, 3) sRGB; mattes are (height, width) with
0…255 standing for 0…1. Boxes are half-open pixel boxes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from whitecove.core.adjust.values import AS_SHOT, Geometry

U8: TypeAlias = NDArray[np.uint8]
F32: TypeAlias = NDArray[np.float32]
Mask: TypeAlias = NDArray[np.bool_]


class Role(StrEnum):
    """What a photo is for."""

    MAIN = "main"
    DETAIL = "detail"
    VARIANT = "variant"
    PAGE = "page"
    UNUSED = "unused"


class Tag(StrEnum):
    """What a detail shows, as far as names, folders or a person say."""

    ANGLE = "angle"
    CLOSE_UP = "close-up"
    SCENE = "scene"
    SIZE = "size"


class Slot(StrEnum):
    """A place that wants a picture."""

    MAIN = "main"
    DETAIL = "detail"
    VARIANT = "variant"
    MARKETING_SQUARE = "marketing-square"
    MARKETING_PORTRAIT = "marketing-portrait"
    TRANSPARENT = "transparent"
    PAGE = "page"


class State(StrEnum):
    """Where a photo or a rendition stands. Every input of a finished batch is in one of the last six."""

    WAITING = "waiting"
    WORKING = "working"
    READY = "ready"
    REVIEW = "review"
    FAILED = "failed"
    RESHOOT = "reshoot"
    UNUSED = "unused"
    SKIPPED = "skipped"


class Severity(StrEnum):
    """What a broken rule means: not ready; ready, but said; good to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Outcome(StrEnum):
    """What measuring a rule gave."""

    PASS = "pass"  # noqa: S105 (a verdict, not a password)
    FAIL = "fail"
    NOT_MEASURED = "not measured"


class Box(NamedTuple):
    """Half-open pixel box: ``left <= x < right``, ``top <= y < bottom``."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A source file as the person gave it, and what it is for. ``name`` is its path below the given folder, with
    forward slashes: it stands in manifests, which hold no absolute paths. ``order`` counts from 1 in its listing;
    ``reasons`` say why it is in this listing and role, a whole sentence each."""

    path: Path
    name: str
    role: Role
    order: int
    tags: tuple[Tag, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A colour or model inside a listing; ``name`` is empty where there is only one."""

    name: str
    photos: tuple[Photo, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One product page: the photos that belong together, by variant."""

    sku: str
    variants: tuple[Variant, ...]

    @property
    def photos(self) -> tuple[Photo, ...]:
        return tuple(photo for variant in self.variants for photo in variant.photos)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """What is known of a source file. Sizes are of the upright picture; ``captured`` is EXIF DateTimeOriginal as it
    stands; ``notes`` are whole sentences about what was assumed or converted."""

    format: str
    width: int
    height: int
    mode: str
    bits: int
    orientation: int
    icc: str | None
    has_alpha: bool
    frames: int
    captured: str | None
    camera: str | None
    sha256: str
    bytes: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Picture:
    """A decoded photo: upright, 8-bit sRGB (H, W, 3), with its own alpha (H, W) where it brought one, and its raw
    EXIF block (TIFF bytes, without the ``Exif\\0\\0`` head; empty where there is none). Where its colours were changed
    because that was asked for, ``changes`` say so in short phrases, and ``shot`` (H, W, 3) is as it was."""

    rgb: U8
    alpha: U8 | None
    exif: bytes
    facts: SourceFacts
    shot: U8 | None = None
    changes: tuple[str, ...] = ()

    @property
    def as_shot(self) -> U8:
        """Its colours (H, W, 3) before any change that was asked for."""
        return self.rgb if self.shot is None else self.shot

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.rgb.shape[1], self.rgb.shape[0]


@dataclass(frozen=True, slots=True)
class Sign:
    """One measured sign that a person would reject a cutout: its name, how strong it is (0…1), what to say of it (a
    whole sentence), and the box in the photo to look at (none: all of it)."""

    name: str
    strength: float
    reason: str
    where: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cutout:
    """A matte (H, W) at source size, the foreground freed of the backdrop's colour (H, W, 3), and how sure we are.

    ``doubt`` is 0…1, how likely a person would reject it; ``reasons`` say why, a whole sentence each, and ``place`` is
    where in the photo to look first; both are made of the ``signs`` that were measured. ``engine`` is what really made
    it (``backdrop``, ``rembg:u2netp``, ``rembg:u2netp+backdrop``, ``alpha``, ``white``), with what computed it where
    that is a GPU (``rembg:u2netp@cuda``), and ``+corrected`` behind it where a person's corrections came on top.

    ``shadow`` (h, w), of any size, is the photo's own soft shadow over the whole photo: by how many levels (0…255) it
    darkens a white page. ``changes`` are short phrases: what was done to the product's colours because it was asked
    for; ``notes`` are whole sentences on its shadow.
    """

    rgb: U8
    matte: U8
    engine: str
    doubt: float
    reasons: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    place: Box | None = None
    shadow: F32 | None = None
    changes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where the subject was in the photo as it is shown, and is in the file. ``flush`` names the sides (``left``,
    ``top``, ``right``, ``bottom``) on which the subject is cut by the source's frame and so touches the canvas's."""

    source_box: Box
    placed_box: Box
    canvas: tuple[int, int]
    flush: tuple[str, ...] = ()

    @property
    def scale(self) -> float:
        """How much the subject was magnified (1 = as shot)."""
        source, placed = self.source_box, self.placed_box
        return max(placed.width / max(1, source.width), placed.height / max(1, source.height))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Composition:
    """A rendition's pixels before encoding: (h, w, 3), and the matte as placed on the canvas (h, w); a picture that
    was not cut out has no matte. ``reference`` is the colour-managed source inside ``source_box``, reduced, which
    the file's subject is compared with; ``changed`` is the same after the changes of colour that were asked for, where
    there are any. ``shadow`` (h, w) is by how many levels a shadow darkens the page under and around
    the product. ``changes`` are short phrases: what was done to the product's colours because it was asked for;
    ``notes`` are whole sentences on its shadow."""

    rgb: U8
    matte: U8 | None
    placement: Placement
    reference: U8
    changed: U8 | None = None
    shadow: U8 | None = None
    changes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """Bytes that were fitted into the byte window, the rung of the ladder that fitted (``quality``,
    ``quality-up``, ``restart-markers``, ``padding``, ``quality-down``, ``smaller-canvas``, ``low-quality``,
    ``misses-floor``, ``misses-ceiling``) and how many encodes it took."""

    data: bytes
    rung: str
    quality: int
    encodes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One measured answer to a rule. ``measured`` and ``required`` are short phrases (``812 KB``), ``fix`` is a
    whole sentence (empty when nothing is to do); ``value`` is the bare number, where there is one; ``where`` is a
    box in the file to look at."""

    rule: str
    severity: Severity
    outcome: Outcome
    measured: str
    required: str
    fix: str = ""
    value: float | None = None
    where: Box | None = None

    @property
    def broken(self) -> bool:
        return self.outcome is Outcome.FAIL

    @property
    def sentence(self) -> str:
        """What was measured and required, and what to do, behind the rule's id."""
        return f"{self.rule}: {self.measured}, required {self.required}. {self.fix}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """All findings on one file or set."""

    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.broken and f.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.broken and f.severity is Severity.WARNING)

    @property
    def passes(self) -> bool:
        return not self.errors


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prepared:
    """What only the maker of a file knows of it, for the checks that need it. ``place`` is in the photo."""

    composition: Composition
    source: SourceFacts
    doubt: float
    reasons: tuple[str, ...]
    place: Box | None = None
    approved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """One finished picture for one slot (or the attempt at it). ``file`` is relative to the delivery folder, with
    forward slashes, and empty where nothing was written; ``reason`` is a whole sentence, empty when ready. ``variant``
    and ``order`` are those of its `Want`; ``decision`` is what a person decided about it, as a phrase; ``corrections``
    is what a person did to it, counted (``2 erase, adjusted``); ``shadow`` is the kind that was laid under it
    (``own``, ``made``; empty for none); ``changes`` are short phrases, what was done to the product's colours because
    it was asked for; ``notes`` are whole sentences on its shadow; ``geometry`` is how the photo is shown in it."""

    slot: Slot
    file: str
    state: State
    reason: str
    findings: tuple[Finding, ...] = ()
    placement: Placement | None = None
    engine: str = ""
    doubt: float | None = None
    score: int | None = None
    sha256: str = ""
    width: int = 0
    height: int = 0
    bytes: int = 0
    encoding: Mapping[str, str | int] = field(default_factory=dict)
    variant: str = ""
    order: int = 0
    decision: str = ""
    shadow: str = ""
    changes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    corrections: str = ""
    geometry: Geometry = AS_SHOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """A rendition to make of a photo: the slot, and the file's final name below the delivery folder if it is ready.

    ``variant`` is the variant that the picture shows where that is not the photo's own; ``order`` counts from 1 in its
    card (main 1, details 2…) or among the variants. ``placement`` is where the subject must go, for pictures that
    share scale and position with siblings (none: wherever it looks best). ``edited`` is a file that a person edited by
    hand: it is judged and taken as it is, instead of being made anew.
    """

    slot: Slot
    file: str
    variant: str = ""
    order: int = 0
    placement: Placement | None = None
    edited: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Where the subject is in an upright photo of ``size`` (width, height): the box of its matte, the wider box that
    takes in its soft ``tail``, the sides on which the photo's frame cuts it, whether it fills its own square, and the
    cutout's ``doubt``."""

    size: tuple[int, int]
    box: Box
    tail: Box
    cut: tuple[str, ...] = ()
    compact: bool = False
    doubt: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoResult:
    """What became of one photo: its facts (none when it could not be read), its renditions, and the findings on the
    photo itself. ``state`` is the worst of its renditions; ``reason`` is a whole sentence, empty when ready.
    ``subject`` is known where it was asked for; ``fingerprint`` is the photo's perceptual hash, 16 hexadecimal digits
    (empty where it could not be read)."""

    state: State
    reason: str
    facts: SourceFacts | None
    renditions: tuple[Rendition, ...] = ()
    findings: tuple[Finding, ...] = ()
    subject: Subject | None = None
    fingerprint: str = ""

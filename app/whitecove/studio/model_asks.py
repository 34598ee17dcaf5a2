"""What a window asks the floor about cutout models and marketplaces, and what the floor says. See `asks`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from whitecove.core.profiles import Profile

# The way that needs no model, where a model's name is asked for.
BUILT_IN = ""


class ModelState(StrEnum):
    """Whether a model's file is here. Of a ``part`` some was downloaded."""

    HERE = "here"
    DAMAGED = "damaged"
    PART = "part"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """How long a photo took when it was last tried here: ``seconds``, on ``label`` (``cpu``, ``cuda`` …)."""

    seconds: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRow:
    """A model, of the catalogue or a person's own (then with its ``kind``, and nothing is known of its licence or
    speed). ``bytes`` is its whole size, ``kept`` what is here of it in part; ``speed`` is a class of
    `catalogue.SPEEDS`."""

    name: str
    state: ModelState
    bytes: int
    kept: int = 0
    licence: str = ""
    commercial: bool = True
    speed: str = ""
    good_at: str = ""
    origin: str = ""
    kind: str = ""


class Why(StrEnum):
    """Why models are computed where they are."""

    ASKED = "asked"
    FOUND = "found"
    NONE = "none"
    NO_RUNTIME = "no runtime"


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """What computes cutout models: ``label`` is ``cpu`` or what the GPU is used through (``cuda``, ``directml`` …)."""

    label: str
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class ListModels:
    """Which models are there? ``device`` is the option of that name. Answered by `Models`, which also follows by itself
    whenever something about them changed."""

    device: str = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """All models, in the order in which they are offered; they lie in ``folder``. ``speeds`` are measured ones, by name
    (`BUILT_IN` for the way without). ``never_connect``: nothing may be downloaded; ``outside``: the environment says
    so, so that no switch of ours changes it."""

    rows: tuple[ModelRow, ...]
    folder: Path
    device: Device
    speeds: Mapping[str, Speed] = field(default_factory=dict)
    never_connect: bool = False
    outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadModel:
    """Download that model, or the rest of it. Answered by `Downloading` now and then, at last by `ModelDone`."""

    name: str
    accept_licence: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelModel:
    """Leave off what is being done with that model. What was downloaded is kept."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Downloading:
    """So many bytes are here, of how many (0: nobody knows), from ``host``. ``trouble`` is a sentence on an address
    that did not give the file; the next one is asked."""

    name: str
    done: int
    total: int
    host: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportModel:
    """Copy a model's file into the store: one of the catalogue, found out by its content; or where a ``name`` is given
    one of a person's own, of a ``kind`` of `core.engines.own.KINDS`. Answered by `ModelDone`."""

    file: Path
    accept_licence: bool = False
    name: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyModel:
    """Look at that model's bytes again. Answered by `ModelDone`."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveModel:
    """Remove that model, and what is here of it in part. Answered by `ModelDone`."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureModel:
    """Cut a sample photo out with that model (`BUILT_IN`: without), as the options ``device`` and ``passes`` say, and
    take the time. Answered by `ModelDone`."""

    name: str
    device: str = "auto"
    passes: str = "every"


class Deed(StrEnum):
    """What was done with a model."""

    DOWNLOADED = "downloaded"
    IMPORTED = "imported"
    SOUND = "sound"
    DAMAGED = "damaged"
    REMOVED = "removed"
    MEASURED = "measured"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelDone:
    """Something was done with a model. `Models` follows."""

    name: str
    deed: Deed


@dataclass(frozen=True, slots=True, kw_only=True)
class ListMarketplaces:
    """Which marketplaces are known? Answered by `Marketplaces`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marketplaces:
    """All that come with the program, by id."""

    known: tuple[Profile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckMarketplace:
    """Is that a sound file of a marketplace's rules? Answered by `MarketplaceChecked`."""

    file: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketplaceChecked:
    """Everything that is wrong with it, as ``key: reason``; where nothing is, what it says."""

    file: Path
    problems: tuple[str, ...]
    found: Profile | None = None


# All that is asked here.
ASKS = (
    ListModels, DownloadModel, ImportModel, VerifyModel, RemoveModel, MeasureModel, ListMarketplaces, CheckMarketplace,
)  # fmt: skip

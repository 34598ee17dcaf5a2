"""A photo from its file to the easel: read, balanced, cut out at full size, and reduced to the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from whitecove import paths
from whitecove.core.adjust.values import UNTOUCHED, Adjust
from whitecove.core.corrections.apply import OWN_ALPHA
from whitecove.core.corrections.cutting import FOUND_NOTHING, nothing_found
from whitecove.core.corrections.values import Corrections
from whitecove.core.engines.base import Engine
from whitecove.core.engines.given import flattened
from whitecove.core.engines.registry import bare_cutout, judged, make_engine
from whitecove.core.engines.scale import reduced
from whitecove.core.errors import EngineError, ReadError
from whitecove.core.light.asked import as_asked
from whitecove.core.model import F32, Box, Cutout, Picture
from whitecove.core.read import read_photo
from whitecove.core.stage import Stage, Tell
from whitecove.models.usable import usable_models
from whitecove.studio.easel.layers import Layers, Overtaken
from whitecove.studio.easel.reduction import reduced_cutout
from whitecove.studio.easel_asks import Open

# What is kept to undo strokes at full size, where they are only looked at.
FULL_HISTORY_BYTES = 64_000_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """What is known of an opened photo beside its pixels: the upright photo's ``width`` and ``height``, and what its
    cutout was made by and says of itself; ``shadow`` (h, w) is one that came with it."""

    width: int
    height: int
    engine: str
    doubt: float
    reasons: tuple[str, ...]
    place: Box | None
    notes: tuple[str, ...]
    shadow: F32 | None = None

    def scale_of(self, layers: Layers) -> tuple[float, float]:
        """How many pixels of ``layers`` are one of the photo, across and down."""
        return layers.picture.size[0] / self.width, layers.picture.size[1] / self.height


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Opened:
    """A photo on the easel, at full size and reduced to the screen."""

    said: Said
    full: Layers
    screen: Layers


@dataclass(frozen=True, slots=True)
class Identity:
    """What an opened photo was made of: the ask, without what only concerns how it is shown; what was set for it that
    its cutout is made with, its light and engine; and the file's time (ns) and bytes."""

    ask: Open
    adjust: Adjust
    modified: int
    bytes: int

    @classmethod
    def of(cls, ask: Open) -> Identity:
        """That of the file as it is now; one that is away has a time of its own."""
        modified, size = _stamp(ask.path)
        bare = replace(ask, generation=0, corrections=None)
        return cls(bare, UNTOUCHED, modified, size).lit(ask.corrections)

    def lit(self, corrections: Corrections | None) -> Identity:
        """That of the same file in the light that ``corrections`` set, and cut out as they say."""
        adjust = corrections.adjust if corrections else UNTOUCHED
        own = Adjust(exposure=adjust.exposure, white_point=adjust.white_point, engine=adjust.engine)
        return replace(self, adjust=own)

    def is_like(self, other: Identity, *, is_cut: bool) -> bool:
        """Whether both are the same file, in whatever light; and with ``is_cut``, cut out in the same way."""
        return self._of_file(is_cut=is_cut) == other._of_file(is_cut=is_cut)

    def _of_file(self, *, is_cut: bool) -> Identity:
        ask = replace(self.ask, engine=self.adjust.engine or self.ask.engine)
        if not is_cut:
            ask = replace(ask, engine="", device="", passes="", models=())
        return replace(self, ask=ask, adjust=UNTOUCHED)

    @property
    def uncut(self) -> Identity:
        """The same photo as a whole."""
        return replace(self, ask=replace(self.ask, engine="keep"), adjust=replace(self.adjust, engine=None))

    @property
    def holds(self) -> bool:
        """Whether the file is still the same."""
        return _stamp(self.ask.path) == (self.modified, self.bytes)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return -1, -1
    return status.st_mtime_ns, status.st_size


def opened(identity: Identity, tell: Tell, overtaken: Callable[[], bool]) -> Opened:
    """The photo, as it was asked for but for the corrections; ``tell`` is told each stage.

    A photo in which the engine finds no product has an empty cutout, which a person may draw in.

    Raises:
        WhitecoveError: the photo cannot be read, is not the one that was asked for any more, or the engine cannot work.
        Overtaken: it is no longer wanted.
    """

    def begin(stage: Stage) -> None:
        if overtaken():
            raise Overtaken
        tell(stage)

    ask, adjust = identity.ask, identity.adjust
    begin(Stage.STARTING)
    spec, damaged = adjust.engine or ask.engine, list[str]()
    models = ask.models or tuple(usable_models(spec, paths.models_dir(), damaged.append).items())
    engine, notes = _engine(spec, ask.device, ask.passes, models)
    begin(Stage.READING)
    shot = read_photo(ask.path)
    if not identity.holds:
        raise ReadError("studio.photo_replaced")
    picture = as_asked(shot, ask.white_point, adjust)
    begin(Stage.CUTTING)
    cutout = _cut_out(picture, engine)
    # All is known now, and soon reduced: it is kept even where nobody waits for it any more.
    tell(Stage.MAKING)
    return _on_easel(picture, cutout, ask.screen, (*damaged, *notes))


@lru_cache(maxsize=1)
def _engine(spec: str, device: str, passes: str, models: tuple[tuple[str, Path], ...]) -> tuple[Engine, list[str]]:
    """The engine, kept because it holds a model, and the list that its notes go into."""
    notes: list[str] = []
    return make_engine(spec, dict(models), device=device, passes=passes, tell=notes.append), notes


def _cut_out(picture: Picture, engine: Engine) -> Cutout:
    """What `core.engines.registry.cut_out` gives; an empty cutout where the engine found nothing."""
    try:
        return judged(bare_cutout(picture, engine), picture)
    except EngineError as error:
        if error.code not in FOUND_NOTHING:
            raise
        return nothing_found(picture, engine, error)


def _on_easel(picture: Picture, cutout: Cutout, side: int, notes: tuple[str, ...]) -> Opened:
    shown = picture if cutout.engine == OWN_ALPHA else flattened(picture)
    full = replace(shown, alpha=None, shot=None)
    small = reduced_cutout(cutout.rgb, cutout.matte, side)
    # A photo's own alpha says how much of its colours is seen; of any other all is.
    look = small[..., :3].copy() if cutout.engine == OWN_ALPHA else reduced(full.rgb, side)
    return Opened(
        said=Said(
            width=picture.size[0],
            height=picture.size[1],
            engine=cutout.engine,
            doubt=cutout.doubt,
            reasons=cutout.reasons,
            place=cutout.place,
            notes=notes,
            shadow=cutout.shadow,
        ),
        full=Layers(
            full,
            reduced_cutout(cutout.rgb, cutout.matte, max(picture.size)),
            cutout.engine,
            history_bytes=FULL_HISTORY_BYTES,
        ),
        screen=Layers(replace(full, rgb=look, shot=reduced(shown.as_shot, side)), small, cutout.engine),
    )

"""``whitecove cutout``: the bare cutout, at the photo's own size and under its own name."""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

import typer

from whitecove.cli import console
from whitecove.cli.exit_codes import Exit
from whitecove.cli.flags import CorrectionsFile, chosen, with_option_flags
from whitecove.cli.inputs import Given, pictures, require
from whitecove.cli.usable import usable_models
from whitecove.core.errors import OutputError, PlanError, WhitecoveError
from whitecove.core.messages import sentence

if TYPE_CHECKING:
    from whitecove.core.corrections.values import Corrections
    from whitecove.core.engines.base import Engine
    from whitecove.core.model import Cutout

log = logging.getLogger(__name__)
# Larger files, but a 12-megapixel cutout is written in a third of the usual time.
PNG_EFFORT = 3
NAMED_AT_MOST = 5
SUFFIX = ".png"
# What tells our files from others in the folder: only these are ever replaced.
MARK = "Whitecove cutout"


@with_option_flags("engine", "device", "passes", "review_doubt")
def cutout(
    inputs: Annotated[list[Path], typer.Argument(metavar="FILES", help="Photos, or folders of photos.")],
    *,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the cutouts go.")],
    corrections: CorrectionsFile = None,
    matte_only: Annotated[bool, typer.Option("--matte-only", help="Write the 8-bit grey matte alone.")] = False,
    replace: Annotated[bool, typer.Option("--replace", help="Write over cutouts that are there already.")] = False,
    **flags: object,
) -> None:
    """Cut products out: a PNG with transparency (or a grey matte) of the photo's size, under the photo's name.

    Exit code 0: all made. 1: some could not be made, or are doubtful.
    """
    from whitecove.batch.corrections import read_for
    from whitecove.batch.store import check_place
    from whitecove.core.engines.registry import make_engine

    options = chosen(None, flags)
    require([corrections] if corrections else [])
    targets = _targets(pictures(inputs, without=out), out, replace=replace)
    drawn = read_for(corrections, ((given.name, given.path) for given in targets))
    models = usable_models(options.engine)
    engine_of = lru_cache(maxsize=2)(
        partial(make_engine, models=models, device=options.device, passes=options.passes, tell=console.note)
    )
    engine_of(options.engine)
    check_place(out)
    fine = True
    for note in drawn.notes:
        console.note(note)
    for given, target in targets.items():
        corrected = drawn.of_photo.get(given.name)
        name = (corrected and corrected.adjust.engine) or options.engine
        made = _one(given, target, partial(engine_of, name), corrected, matte_only=matte_only)
        fine = _say(given, target, made, options.review_doubt) and fine
    raise typer.Exit(Exit.READY if fine else Exit.NOT_READY)


def _targets(photos: Sequence[Given], out: Path, *, replace: bool) -> Mapping[Given, Path]:
    """Where each cutout goes.

    Raises:
        PlanError: two would be one file, or something is there already (an original is never written over).
    """
    from whitecove.batch.naming.names import collision_key, safe_name

    targets: dict[Given, Path] = {}
    taken: dict[str, Given] = {}
    for given in photos:
        name = PurePosixPath(given.name)
        target = out.joinpath(*map(safe_name, name.parts[:-1]), _file_name(name.stem))
        other = taken.setdefault(collision_key(str(target)), given)
        if other is not given:
            raise PlanError("cli.cutout_same_name", first=other.name, second=given.name, file=target.name)
        targets[given] = target
    _refuse_overwriting(targets, replace=replace)
    return targets


def _file_name(stem: str) -> str:
    from whitecove.batch.naming.names import NAME_BYTES, safe_name

    name = safe_name(stem + SUFFIX)
    return name if name.endswith(SUFFIX) else safe_name(stem, NAME_BYTES - len(SUFFIX)) + SUFFIX


def _refuse_overwriting(targets: Mapping[Given, Path], *, replace: bool) -> None:
    originals = {_identity(given.path) for given in targets} - {None}
    there = [target for target in targets.values() if os.path.lexists(target)]
    for target in there:
        if _identity(target) in originals:
            raise PlanError("cli.cutout_source", file=target.name)
    if there and not replace:
        raise PlanError("cli.cutout_exists", files=_some(there))
    foreign = [target for target in there if not _is_ours(target)]
    if foreign:
        raise PlanError("cli.cutout_foreign", files=_some(foreign))


def _some(files: Sequence[Path]) -> str:
    more = len(files) - NAMED_AT_MOST
    return ", ".join(file.name for file in files[:NAMED_AT_MOST]) + (f" and {more} more" if more > 0 else "")


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file ``path`` leads to, whatever its name; none where there is no file."""
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_dev, seen.st_ino


def _is_ours(path: Path) -> bool:
    """Whether a file bears the mark of a cutout."""
    from PIL import Image

    from whitecove.core.checks.examine import DECODE_ERRORS

    if path.is_symlink() or not path.is_file():
        return False
    try:
        with Image.open(path, formats=("PNG",)) as image:
            return image.info.get("Software") == MARK
    except DECODE_ERRORS:
        return False


def _one(
    given: Given, target: Path, engine: Callable[[], Engine], corrections: Corrections | None, *, matte_only: bool
) -> Cutout | str:
    """Makes one cutout, in the light that was set for its photo but not turned: it has the photo's size; a sentence
    where that cannot be done."""
    from whitecove.batch.store import write_atomic
    from whitecove.core.corrections.cutting import cut_and_correct
    from whitecove.core.engines.registry import cut_out
    from whitecove.core.light.asked import as_asked
    from whitecove.core.read import read_photo

    try:
        picture = read_photo(given.path)
        if corrections:
            picture = as_asked(picture, None, corrections.adjust)
            made = cut_and_correct(picture, engine(), corrections)[1]
        else:
            made = cut_out(picture, engine())
        write_atomic(target, _png(made, matte_only=matte_only))
    except OutputError:
        raise
    except WhitecoveError as error:
        return str(error)
    except Exception as error:  # the boundary of one photo: a bad one never stops the others
        log.exception("%s", given.name)
        return sentence("prepare.unexpected", kind=type(error).__name__)
    return made


def _say(given: Given, target: Path, made: Cutout | str, review_doubt: float) -> bool:
    """Says what became of a photo; whether it needs no look."""
    if isinstance(made, str):
        console.say(f"{console.paint('✗ failed', 'bad')}  {given.name}: {made}")
        return False
    fine = made.doubt < review_doubt
    state = console.paint("✓ made", "good") if fine else console.paint("! review", "look")
    why = "".join(f" {reason}" for reason in made.reasons)
    console.say(f"{state}  {given.name} → {target}  ({made.engine}, doubt {made.doubt:.2f}){why}")
    return fine


def _png(made: Cutout, *, matte_only: bool) -> bytes:
    """The cutout as a PNG in sRGB; what is fully transparent is black, so that nothing of the backdrop stays in it."""
    import numpy as np
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    from whitecove.core.colour import srgb_profile

    data, mark = io.BytesIO(), PngInfo()
    mark.add_text("Software", MARK)
    if matte_only:
        Image.fromarray(made.matte).save(data, "PNG", compress_level=PNG_EFFORT, pnginfo=mark)
        return data.getvalue()
    seen = np.where(made.matte[..., None] > 0, made.rgb, 0).astype(np.uint8)
    image = Image.fromarray(np.dstack([seen, made.matte]))
    image.save(data, "PNG", compress_level=PNG_EFFORT, icc_profile=srgb_profile(), pnginfo=mark)
    return data.getvalue()

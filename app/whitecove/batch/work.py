"""The worker's side: one photo in, its result out, whatever happens on the way."""

from __future__ import annotations

import functools
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from whitecove.batch.executors import workplace
from whitecove.batch.executors.jobs import Done, Job
from whitecove.batch.store import writer
from whitecove.core.errors import OutputError, WhitecoveError
from whitecove.core.messages import sentence
from whitecove.core.model import PhotoResult, State
from whitecove.core.options import Options

if TYPE_CHECKING:
    from whitecove.core.engines.base import Engine
    from whitecove.core.prepare import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What a worker needs to set itself up, small enough to travel with each job. ``models`` are the installed
    models' files by name, ``staging`` is where finished pictures wait for their listing."""

    options: Options
    profile: str
    models: tuple[tuple[str, Path], ...]
    staging: Path

    def __call__(self, job: Job) -> Done:
        """Does `work` with it."""
        return work(self, job)


def work(bench: Bench, job: Job) -> Done:
    """Prepares one photo. A photo that cannot be prepared is failed, with the reason.

    Raises:
        OutputError: the disk does not take the result, so no photo can be finished.
        WhitecoveError: the engine cannot be made.
    """
    # Only workers do pixel work, so only they load what it takes.
    from whitecove.core.prepare import prepare

    context, notes = _set_up(bench.options, bench.profile, bench.models)
    write = writer(bench.staging)
    done = at_boundary(
        lambda: prepare(
            job.photo,
            job.wants,
            context,
            write,
            measure=job.measure,
            white_point=job.white_point,
            corrections=job.corrections,
            tell=workplace.tell,
        )
    )
    return replace(done, notes=tuple(notes))


@functools.lru_cache(maxsize=1)
def _set_up(options: Options, profile: str, models: tuple[tuple[str, Path], ...]) -> tuple[Context, list[str]]:
    """What this worker works with, and the list that its engines' notes go into: kept, for an engine holds a model. Of
    those that photos have for themselves the last is kept, too: two models are as many as a worker bears."""
    from whitecove.core.engines.registry import make_engine
    from whitecove.core.prepare import Context
    from whitecove.core.profiles import load_profile

    notes: list[str] = []

    @functools.lru_cache(maxsize=1)
    def engine_of(name: str) -> Engine:
        return make_engine(name, dict(models), device=options.device, passes=options.passes, tell=notes.append)

    engine = engine_of(options.engine)
    return Context(options=options, profile=load_profile(profile), engine=engine, engine_of=engine_of), notes


def at_boundary(attempt: Callable[[], PhotoResult]) -> Done:
    """The one place where trouble of any kind with a photo ends as its result."""
    try:
        return Done(result=attempt())
    except OutputError:
        raise
    except WhitecoveError as error:
        return Done(result=_failed(str(error)), code=error.code)
    except Exception as error:  # noqa: BLE001 (one bad photo never stops a batch)
        reason = sentence("prepare.unexpected", kind=type(error).__name__)
        return Done(result=_failed(reason), trouble=traceback.format_exc())


def _failed(reason: str) -> PhotoResult:
    return PhotoResult(state=State.FAILED, reason=reason, facts=None)

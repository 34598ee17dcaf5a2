"""What an executor is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from whitecove.batch.executors.control import Control
from whitecove.core.corrections.values import Corrections
from whitecove.core.messages import sentence
from whitecove.core.model import Photo, PhotoResult, State, Want
from whitecove.core.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One photo, and the pictures to make of it. ``measure`` asks where its subject is, so that pictures which share
    a scale can be placed later; ``white_point`` are the gains of light, red, green and blue, that it gets;
    ``corrections`` are what a person drew on the photo."""

    photo: Photo
    wants: tuple[Want, ...]
    measure: bool = False
    white_point: tuple[float, float, float] | None = None
    corrections: Corrections | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of a job; ``code`` is that of the message why it failed, where it has one; ``trouble`` is a traceback
    for the log, empty as a rule; ``notes`` are whole sentences on the worker that did it, which stay true for what it
    does next."""

    result: PhotoResult
    code: str = ""
    trouble: str = ""
    notes: tuple[str, ...] = ()


def own_engine(job: Job) -> str | None:
    """The name of the engine that the photo of ``job`` has for itself."""
    return job.corrections.adjust.engine if job.corrections else None


# Pickled with each job, so: a function at module level, or a partial of one. What it raises stops the batch.
Work: TypeAlias = Callable[[Job], Done]
Outcomes: TypeAlias = Generator[tuple[Job, Done], None, None]
# Is told, in the thread of the batch, when a stage of a job was seen to begin; short ones may be missed.
Watch: TypeAlias = Callable[[Job, Stage], None]


def unwatched(_: Job, __: Stage) -> None:
    """Nobody wants to see the stages."""


class Executor(Protocol):
    """Does jobs, and yields each with its outcome as it is finished, in any order.

    After a cancel it soon ends without the rest; while it is paused, nothing is worked on. An exception that ``work``
    raises (it means that no job can succeed) is raised to the caller; what is in progress then is dropped.
    """

    @property
    def workers(self) -> int: ...

    @property
    def about(self) -> str:
        """Who does the work, in a sentence."""
        ...

    def run(self, work: Work, jobs: Sequence[Job], control: Control, watch: Watch = unwatched) -> Outcomes: ...


def failed(code: str, **params: object) -> Done:
    """The outcome of a job that could not be done, with the sentence of that code."""
    return Done(result=PhotoResult(state=State.FAILED, reason=sentence(code, **params), facts=None), code=code)

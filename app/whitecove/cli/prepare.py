"""``whitecove prepare``: the main job."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whitecove import paths
from whitecove.cli import console
from whitecove.cli.exit_codes import Exit
from whitecove.cli.flags import chosen, with_option_flags
from whitecove.cli.inputs import require
from whitecove.core.errors import OutputError

if TYPE_CHECKING:
    from types import FrameType

    from whitecove.batch.events import Event
    from whitecove.batch.executors import CancelToken
    from whitecove.batch.plan import Plan
    from whitecove.batch.results import BatchResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a batch is run, and what is said of it."""

    jobs: int = 0
    resume: bool = True
    as_json: bool = False
    quiet: bool = False


@with_option_flags()
def prepare(
    inputs: Annotated[list[Path], typer.Argument(metavar="PHOTOS_OR_FOLDERS", help="Photos to prepare.")],
    *,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The delivery folder.")],
    preset: Annotated[Path | None, typer.Option(metavar="FILE", help="A preset; flags given beside it win.")] = None,
    jobs: Annotated[int, typer.Option(min=0, metavar="N", help="Worker processes; 0: as many as fit.")] = 0,
    resume: Annotated[bool, typer.Option("--resume/--fresh", help="Take what an earlier run finished.")] = True,
    replace_edited: Annotated[
        bool, typer.Option("--replace-edited", help="Replace delivered files that were edited by hand.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    **flags: object,
) -> None:
    """Make listing pictures of photos: cut out, on true white, sized and checked.

    Ready files lie in DIR, doubtful ones in DIR/_review; DIR/report.html says why. Originals are never touched.

    Exit code 0: all ready. 1: some are not. 3: could not run. 130: interrupted, the same command goes on from there.
    """
    from whitecove.batch.plan import make_plan
    from whitecove.core.profiles import load_profile
    from whitecove.models.store import installed

    options = chosen(preset, flags)
    profile = load_profile(options.profile)
    require(inputs)
    plan = make_plan(inputs, out, options, profile, replace_edited=replace_edited)
    manner = Manner(jobs=jobs, resume=resume, as_json=as_json, quiet=quiet)
    result = carry_out(plan, installed(paths.models_dir()), manner)
    raise typer.Exit(code_for(result))


def carry_out(plan: Plan, models: Mapping[str, Path], manner: Manner) -> BatchResult:
    """Runs a plan, writes its manifest and report, and says what became of it.

    Raises:
        OutputError: the delivery folder does not take what must be written; if it is the manifest or the report, what
            became of the photos was said before.
        EngineError: the engine cannot work at all.
    """
    from whitecove.batch.executors import CancelToken
    from whitecove.batch.run import run
    from whitecove.cli.events import event_values, summary_values
    from whitecove.cli.progress import bar
    from whitecove.cli.verdicts import tell

    cancel = CancelToken()
    with _stoppable(cancel), bar(wanted=not (manner.quiet or manner.as_json)) as progress:
        show: Callable[[Event], None] = progress.show
        if manner.as_json:
            show = _say_event(event_values)
        result = run(plan, workers=manner.jobs, models=models, emit=show, cancel=cancel, resume=manner.resume)
        progress.say("writing the report")
        trouble = _write_lists(result, plan.out)
    if manner.as_json:
        code = Exit.CANNOT_RUN if trouble else code_for(result)
        console.say_json(summary_values(result, plan.out, code))
    elif not manner.quiet:
        tell(result, plan.out)
    if trouble:
        raise trouble
    return result


def _write_lists(result: BatchResult, out: Path) -> OutputError | None:
    """Writes the report and the manifest, its table last: that is what people have open. Hands back the first trouble,
    so that what became of the photos is said in spite of it."""
    from whitecove.batch.manifest import write_manifest
    from whitecove.batch.report import write_report

    troubles = []
    for write in (write_report, write_manifest):
        try:
            write(result, out)
        except OutputError as error:
            troubles.append(error)
    return troubles[0] if troubles else None


def code_for(result: BatchResult) -> Exit:
    """The exit code that a batch's outcome calls for."""
    if result.interrupted:
        return Exit.INTERRUPTED
    return Exit.READY if result.all_ready else Exit.NOT_READY


def _say_event(values: Callable[[Event], dict[str, object]]) -> Callable[[Event], None]:
    def say(event: Event) -> None:
        console.say_json(values(event))

    return say


@contextmanager
def _stoppable(cancel: CancelToken) -> Iterator[None]:
    """Ctrl+C asks the batch to stop after what is in work; a second one stops at once."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if cancel.cancelled:
            raise KeyboardInterrupt
        cancel.cancel()
        console.note("Stopping after the photos in work. Press Ctrl+C again to stop at once.")

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

"""``whitecove prepare``: the main job."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whitecove.cli import console
from whitecove.cli.edited import KeepEdited, ReplaceEdited, chosen_edits
from whitecove.cli.exit_codes import Exit
from whitecove.cli.flags import CorrectionsFile, chosen, with_option_flags
from whitecove.cli.inputs import require
from whitecove.cli.place import ONE_MACHINE, ExecutorFlag, Jobs, Place, Scheduler, SharedPhotos, Where
from whitecove.cli.usable import usable_models

if TYPE_CHECKING:
    from types import FrameType

    from whitecove.batch.events import Event
    from whitecove.batch.executors.control import Control
    from whitecove.batch.plan import Plan
    from whitecove.batch.proposal import Proposal
    from whitecove.batch.results import BatchResult
    from whitecove.core.options import Options
    from whitecove.core.profiles import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a batch is run, and what is said of it."""

    place: Place = ONE_MACHINE
    resume: bool = True
    as_json: bool = False
    quiet: bool = False


@with_option_flags()
def prepare(  # noqa: PLR0913 (a parameter is a flag)
    context: typer.Context,
    inputs: Annotated[
        list[Path] | None, typer.Argument(metavar="PHOTOS_OR_FOLDERS", help="Photos to prepare.", show_default=False)
    ] = None,
    *,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The delivery folder.")],
    plan: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Do what a plan file says, instead of giving photos.")
    ] = None,
    skus: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Names of the products in their order, one a line.")
    ] = None,
    preset: Annotated[Path | None, typer.Option(metavar="FILE", help="A preset; flags given beside it win.")] = None,
    corrections: CorrectionsFile = None,
    jobs: Jobs = 0,
    executor: ExecutorFlag = Where.PROCESSES,
    scheduler: Scheduler = "",
    shared_photos: SharedPhotos = False,
    resume: Annotated[bool, typer.Option("--resume/--fresh", help="Take what an earlier run finished.")] = True,
    replace_edited: ReplaceEdited = False,
    keep_edited: KeepEdited = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    **flags: object,
) -> None:
    """Make listing pictures of photos: cut out, on true white, sized and checked.

    Ready files lie in DIR, doubtful ones in DIR/_review; DIR/report.html says why. Originals are never touched.

    Exit code 0: all ready. 1: some are not. 3: could not run. 130: interrupted, the same command goes on from there.
    """
    from whitecove.batch.plan import settle
    from whitecove.core.profiles import load_profile

    options = chosen(preset, flags)
    profile = load_profile(options.profile)
    edits = chosen_edits(replace=replace_edited, keep=keep_edited)
    require([corrections] if corrections else [])
    proposal = _proposed(inputs or [], plan, skus, out, options, profile)
    place = Place(jobs=jobs, where=executor, scheduler=scheduler, shared_photos=shared_photos)
    place.require_sense(context)
    manner = Manner(place=place, resume=resume, as_json=as_json, quiet=quiet)
    if options.white_point != "off" and not quiet:
        console.note("Looking at the backdrops, to settle one white point for each session.")
    settled = settle(proposal, out, options, profile, edits=edits, corrections=corrections)
    result = carry_out(settled, usable_models(options.engine), manner)
    raise typer.Exit(code_for(result))


def _proposed(
    inputs: list[Path], table: Path | None, skus: Path | None, out: Path, options: Options, profile: Profile
) -> Proposal:
    """What the plan file says, or what the photos given suggest: one of the two must be given.

    Raises:
        PlanError: what is given cannot be a plan. OutputError: ``out`` cannot be a delivery folder. typer.BadParameter:
            both or neither are given.
    """
    from whitecove.batch.grouping.skulist import read_skus
    from whitecove.batch.plan import from_table, propose
    from whitecove.batch.store import check_place

    if table is not None:
        if inputs or skus:
            raise typer.BadParameter("a plan file names its photos and products itself", param_hint="'--plan'")
        require([table])
        return from_table(table, options, profile)
    if not inputs:
        raise typer.BadParameter("give photos, folders with photos, or --plan", param_hint="'PHOTOS_OR_FOLDERS'")
    require([*inputs, *([skus] if skus else [])])
    check_place(out)
    return propose(inputs, options, profile, out=out, skus=read_skus(skus) if skus else ())


def carry_out(plan: Plan, models: Mapping[str, Path], manner: Manner) -> BatchResult:
    """Runs a plan, writes its manifest and report, and says what became of it.

    Raises:
        OutputError: the delivery folder does not take what must be written; if it is the manifest or the report, what
            became of the photos was said before.
        EngineError: the engine cannot work at all.
    """
    from whitecove.batch.delivery.lists import write_lists
    from whitecove.batch.executors.control import Control
    from whitecove.batch.run import run
    from whitecove.cli.events import event_values, summary_values
    from whitecove.cli.progress import bar
    from whitecove.cli.verdicts import tell

    control = Control()
    with ExitStack() as stack:
        executor = stack.enter_context(manner.place.executor())
        stack.enter_context(stoppable(control))
        progress = stack.enter_context(bar(wanted=not (manner.quiet or manner.as_json)))
        show: Callable[[Event], None] = progress.show
        if manner.as_json:
            show = _say_event(event_values)
        result = run(
            plan,
            workers=manner.place.jobs,
            models=models,
            emit=show,
            control=control,
            resume=manner.resume,
            executor=executor,
        )
        progress.say("writing the report")
        written = write_lists(result, plan.out)
    if manner.as_json:
        code = Exit.CANNOT_RUN if written.trouble else code_for(result)
        console.say_json(summary_values(result, plan.out, code, written.changes))
    elif not manner.quiet:
        tell(result, plan.out, written.changes)
    if written.trouble:
        raise written.trouble
    return result


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
def stoppable(control: Control) -> Iterator[None]:
    """Ctrl+C asks the batch to stop, with what is finished; a second one stops at once."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if control.cancelled:
            raise KeyboardInterrupt
        control.cancel()
        console.note("Stopping: what is finished stays. Press Ctrl+C again to stop at once.")

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

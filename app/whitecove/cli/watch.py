"""``whitecove watch``: a folder in which photos arrive, and the delivery that follows them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whitecove.cli.edited import KeepEdited, ReplaceEdited, chosen_edits
from whitecove.cli.exit_codes import Exit
from whitecove.cli.flags import CorrectionsFile, chosen, with_option_flags
from whitecove.cli.inputs import require
from whitecove.cli.place import Jobs
from whitecove.cli.prepare import code_for, stoppable
from whitecove.cli.usable import usable_models

if TYPE_CHECKING:
    from whitecove.batch.results import BatchResult
    from whitecove.batch.watch.rounds import Order
    from whitecove.batch.watch.watching import Pace
    from whitecove.cli.watched import Voice
    from whitecove.core.options import Options


@with_option_flags()
def watch(  # noqa: PLR0913 (a parameter is a flag)
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder in which photos arrive.")],
    *,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The delivery folder.")],
    preset: Annotated[Path | None, typer.Option(metavar="FILE", help="A preset; flags given beside it win.")] = None,
    corrections: CorrectionsFile = None,
    jobs: Jobs = 0,
    settle: Annotated[
        float, typer.Option(min=0, max=3600, metavar="SECONDS", help="A file unchanged for so long has come in whole.")
    ] = 2.0,
    calm: Annotated[
        float, typer.Option(min=0, max=3600, metavar="SECONDS", help="Begin when nothing has come for so long.")
    ] = 5.0,
    poll: Annotated[
        float,
        typer.Option(
            min=0, max=3600, metavar="SECONDS", help="For network shares: look so often. 0: wait to be told of changes."
        ),
    ] = 0.0,
    once: Annotated[bool, typer.Option("--once", help="Do what has come in whole, then end.")] = False,
    replace_edited: ReplaceEdited = False,
    keep_edited: KeepEdited = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    **flags: object,
) -> None:
    """Watch a folder, and make listing pictures of what arrives there, until Ctrl+C.

    Each time new photos have come in whole, the folder is prepared again into the same delivery: photos join the
    products that they belong to, what is done stays. Photos that disappear are not taken out of the delivery: prepare
    does that.

    Exit code 130: stopped, the same command goes on from there. 3: could not run. With --once, those of prepare.
    """
    from whitecove.cli.watched import Voice

    edits = chosen_edits(replace=replace_edited, keep=keep_edited)
    require([folder, *([corrections] if corrections else [])])
    order = replace(_order(folder, out, chosen(preset, flags)), edits=edits, workers=jobs, corrections=corrections)
    pace, voice = _pace(settle, calm, poll), Voice(order.out, as_json=as_json, quiet=quiet)
    code = _once(order, pace, voice) if once else _on_and_on(order, pace, voice, by_polling=poll > 0)
    raise typer.Exit(code)


def _order(folder: Path, out: Path, options: Options) -> Order:
    """What is asked.

    Raises:
        PlanError: ``folder`` cannot be watched for ``out``. ProfileError: there is no such profile. ModelError: the
            model that is asked for is damaged.
    """
    from whitecove.batch.watch.door import checked
    from whitecove.batch.watch.rounds import Order
    from whitecove.core.profiles import load_profile

    folder, out = checked(folder, out)
    profile, models = load_profile(options.profile), usable_models(options.engine)
    return Order(folder=folder, out=out, options=options, profile=profile, models=models)


def _pace(settle: float, calm: float, poll: float) -> Pace:
    from whitecove.batch.watch.watching import Pace

    usual = Pace(settle=settle, calm=calm)
    return Pace(settle=settle, calm=calm, idle=poll, busy=poll, longest=max(poll, usual.longest)) if poll else usual


def _on_and_on(order: Order, pace: Pace, voice: Voice, *, by_polling: bool) -> Exit:
    from whitecove.batch.executors.control import Control
    from whitecove.batch.watch.door import watch as watch_on

    control = Control()
    with stoppable(control):
        result = watch_on(order, pace, tell=voice.tell, emit=voice.emit, control=control, by_polling=by_polling)
    voice.end(result, Exit.INTERRUPTED)
    return Exit.INTERRUPTED


def _once(order: Order, pace: Pace, voice: Voice) -> Exit:
    from whitecove.batch.executors.control import Control
    from whitecove.batch.watch.door import watch_once

    control = Control()
    with stoppable(control):
        result, arriving = watch_once(order, pace, tell=voice.tell, emit=voice.emit, control=control)
    code = Exit.INTERRUPTED if control.cancelled else _code(result)
    voice.still_arriving([Path(path).relative_to(order.folder).as_posix() for path in arriving])
    voice.end(result, code)
    return code


def _code(result: BatchResult | None) -> Exit:
    """Where nothing was to be done, all is well."""
    return code_for(result) if result else Exit.READY

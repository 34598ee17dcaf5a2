"""``whitecove models download``: the one command that opens a connection."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from whitecove import paths, settings
from whitecove.cli import console
from whitecove.cli.exit_codes import Exit, exit_for
from whitecove.cli.usable import use_of
from whitecove.core.errors import ModelError
from whitecove.models.download import PATIENCE, Wish
from whitecove.models.download import download as fetch

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from whitecove.models.download import Got
    from whitecove.models.events import Event


def download(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A model that the list shows.")],
    *,
    mirror: Annotated[
        list[str] | None,
        typer.Option(metavar="URL", help="A folder or file to ask before the public addresses; may be given again."),
    ] = None,
    precision: Annotated[
        str, typer.Option(metavar="single|half", help="Which file, where a model has several; none: the usual one.")
    ] = "",
    accept_licence: Annotated[
        bool, typer.Option("--accept-licence", help="Take a model whose licence forbids commercial use.")
    ] = False,
    timeout: Annotated[
        float, typer.Option(min=0.1, max=3600, metavar="SECONDS", help="How long a silent address is waited for.")
    ] = PATIENCE,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Download a cutout model. Its bytes are checked before it is used; what is fetched is kept if it is interrupted.

    Exit code 0: the model is here. 3: it could not be had. 130: interrupted, the same command goes on from there.
    """
    known = settings.load()
    for problem in known.problems:
        console.note(problem)
    wish = Wish(
        model=name,
        precision=precision,
        mirrors=tuple(mirror or ()) or known.mirrors,
        accept_licence=accept_licence,
        never_connect=known.never_connect or bool(context.find_root().params.get("offline")),
        patience=timeout,
    )
    raise typer.Exit(_as_json(wish) if as_json else _for_people(wish, quiet=quiet))


def _for_people(wish: Wish, *, quiet: bool) -> Exit:
    try:
        with _interruptible(), _shown(wanted=not quiet) as emit:
            got = fetch(wish, paths.models_dir(), emit)
    except KeyboardInterrupt:
        console.note("Stopped. What was fetched is kept: the same command goes on from there.")
        return Exit.INTERRUPTED
    if not quiet:
        _tell(got)
    return Exit.READY


def _tell(got: Got) -> None:
    model = got.model
    precision = f"{got.known.precision} precision, " if len(model.files) > 1 else ""
    since = "is here now" if got.new else "is here already"
    console.say(f"{console.paint('✓', 'good')} {model.name} {since} ({precision}{model.licence}).")
    console.say(use_of(model.name))


def _as_json(wish: Wish) -> Exit:
    """The same as JSON lines: a summary comes last, whatever happens."""
    summary: dict[str, object] = {"event": "summary", "model": wish.model, "file": None, "reason": ""}
    try:
        with _interruptible():
            got = fetch(wish, paths.models_dir(), _json_lines())
        summary |= {"state": "here", "file": str(got.file), "new": got.new, "precision": got.known.precision}
        code = Exit.READY
    except KeyboardInterrupt:
        summary |= {"state": "interrupted"}
        code = Exit.INTERRUPTED
    except ModelError as error:
        console.note(str(error))
        summary |= {"state": "failed", "reason": str(error)}
        code = exit_for(error)
    console.say_json(summary | {"exit_code": int(code)})
    return code


def _json_lines() -> Callable[[Event], None]:
    """Prints events; of progress, one for each per cent, or for each megabyte where the size is not known."""
    from whitecove.models.events import Asked, Failed, Progress

    last = [-1]

    def emit(event: Event) -> None:
        match event:
            case Asked():
                console.say_json({"event": "asked", "address": event.address, "kept": event.kept})
            case Failed():
                console.say_json({"event": "failed", "address": event.address, "reason": event.reason})
            case Progress():
                step = event.done * 100 // event.total if event.total else event.done // 1_000_000
                if step != last[0]:
                    console.say_json({"event": "progress", "done": event.done, "total": event.total})
                last[0] = step

    return emit


@contextmanager
def _shown(*, wanted: bool) -> Iterator[Callable[[Event], None]]:
    """Shows events on standard error: a bar where that is a terminal, and a line on each address."""
    from whitecove.models.addresses import host_of
    from whitecove.models.events import Asked, Failed, Progress

    with _bar(wanted=wanted) as bar:
        task = bar.add_task("", total=None) if bar else None

        def emit(event: Event) -> None:
            match event:
                case Asked() if wanted and not bar:
                    kept = f" ({event.kept / 1e6:,.1f} MB are here from before)" if event.kept else ""
                    console.note(f"Asking {host_of(event.address)}{kept}")
                case Asked() if bar and task is not None:
                    bar.update(task, description=host_of(event.address))
                case Failed():
                    _note(event.reason, bar)
                case Progress() if bar and task is not None:
                    bar.update(task, completed=event.done, total=event.total)

        yield emit


def _note(text: str, bar: Bar | None) -> None:
    if bar:
        bar.console.print(console.readable(text))
    else:
        console.note(text)


@contextmanager
def _bar(*, wanted: bool) -> Iterator[Bar | None]:
    if not wanted or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(compact=True),
        TextColumn("left"),
    )
    shown = Console(file=sys.stderr, emoji=False, markup=False, highlight=False)
    with Progress(*columns, console=shown, transient=True) as bar:
        yield bar


@contextmanager
def _interruptible() -> Iterator[None]:
    """Meanwhile, being asked to end is like Ctrl+C: what is open is closed."""
    asked = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, signal.default_int_handler) for number in asked}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

"""The program's entry: commands by name, and the one place that turns what happened into an exit code."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Annotated

import typer

from whitecove import __version__, log
from whitecove.cli import check, console, cutout, decide, deliver, demo, models, plan, prepare, profiles, watch
from whitecove.cli.exit_codes import Exit, exit_for
from whitecove.core.errors import WhitecoveError
from whitecove.core.messages import sentence

logger = logging.getLogger(__name__)

app = typer.Typer(
    name="whitecove",
    help="Product photos in, proven marketplace pictures out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
app.command("prepare", no_args_is_help=True)(prepare.prepare)
app.command("watch", no_args_is_help=True)(watch.watch)
app.command("plan", no_args_is_help=True)(plan.plan)
app.command("check", no_args_is_help=True)(check.check)
app.command("cutout", no_args_is_help=True)(cutout.cutout)
app.command("deliver", no_args_is_help=True)(deliver.deliver)
app.command("approve", no_args_is_help=True)(decide.approve)
app.command("reject", no_args_is_help=True)(decide.reject)
app.command("reshoot", no_args_is_help=True)(decide.reshoot)
app.command("withdraw", no_args_is_help=True)(decide.withdraw)
app.command("decisions", no_args_is_help=True)(decide.decisions)
app.command("demo")(demo.demo)
app.add_typer(profiles.app, name="profiles")
app.add_typer(models.app, name="models")


def _version(asked: bool) -> None:
    if asked:
        console.say(f"whitecove {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_version, is_eager=True)
    ] = False,
    offline: Annotated[bool, typer.Option("--offline", help="Never connect, whatever the command.")] = False,
) -> None:
    pass


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command line (that of this process by default) and returns its exit code."""
    console.open_streams()
    with log.kept():
        return _run(arguments)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        typer.main.get_command(app).main(args=arguments, prog_name="whitecove")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else Exit.READY
    except WhitecoveError as error:
        console.note(str(error))
        return exit_for(error)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:
        logger.exception("the command failed")
        console.note(sentence("cli.unexpected", kind=type(error).__name__, file=log.log_file()))
        return Exit.CANNOT_RUN
    return Exit.READY

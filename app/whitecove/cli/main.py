"""The command line: its commands by name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer

from whitecove import __version__
from whitecove.cli import check, console, cutout, decide, deliver, demo, models, plan, prepare, profiles, watch, window
from whitecove.cli.ending import ended
from whitecove.cli.exit_codes import Exit
from whitecove.cli.window import OpenWindow

app = typer.Typer(
    name="whitecove",
    help="Product photos in, proven marketplace pictures out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
app.command("gui")(window.gui)
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


def run(arguments: Sequence[str] | None = None, open_window: OpenWindow | None = None) -> int:
    """Runs one command line and returns its exit code.

    Args:
        arguments: the words after the program's name; by default those of this process.
        open_window: what ``gui`` opens, where there is something to open.
    """
    return ended(partial(_run, arguments, open_window))


def _run(arguments: Sequence[str] | None, open_window: OpenWindow | None) -> int:
    typer.main.get_command(app).main(args=arguments, prog_name="whitecove", obj=open_window)
    return Exit.READY

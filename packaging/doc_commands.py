"""The parts that come from the command line's own definition and from the declared options."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from doc_tables import table
from whitecove.cli.exit_codes import Exit
from whitecove.cli.main import app
from whitecove.core import options as declared
from whitecove.core.options import Options

EXIT_MEANINGS = {
    Exit.READY: "everything is ready (or passes)",
    Exit.NOT_READY: "finished, but some pictures are not ready, or a check failed",
    Exit.USAGE: "wrong usage: an unknown flag, value or name, a wrong preset or profile file",
    Exit.CANNOT_RUN: "could not run: no such file, nothing to do, the output cannot be written",
    Exit.INTERRUPTED: "interrupted; the same command goes on from there",
}


def commands() -> str:
    """Every command with its usage, what it does, and its flags."""
    root = typer.main.get_command(app)
    return "\n\n".join(_section(context) for context in _commands(typer.Context(root, info_name="whitecove")))


def exit_codes() -> str:
    """What the exit codes mean."""
    return table(("Code", "Means"), ((str(int(code)), EXIT_MEANINGS[code]) for code in Exit))


def options() -> str:
    """Every declared option: a flag of ``prepare`` and a key of preset files."""
    rows = []
    for name in declared.names():
        known = declared.declaration(name)
        default = getattr(Options(), name)
        bounds = "" if known.low is None else f"{known.low:g} to {known.high:g}"
        allowed = ", ".join(known.choices) or bounds or ("true, false" if isinstance(default, bool) else "text")
        rows.append((f"`{name}`", f"`{_toml(default)}`", allowed, known.help))
    return table(("Key", "Default", "Takes", "Meaning"), rows)


def _commands(context: typer.Context) -> Iterator[typer.Context]:
    for name, command in getattr(context.command, "commands", {}).items():
        inner = typer.Context(command, info_name=name, parent=context)
        if getattr(command, "commands", None):
            yield from _commands(inner)
        else:
            yield inner


def _section(context: typer.Context) -> str:
    usage = context.command.get_usage(context).removeprefix("Usage: ")
    about = (context.command.help or "").strip()
    records = [parameter.get_help_record(context) for parameter in context.command.params]
    rows = [(f"`{record[0]}`", record[1]) for record in records if record and record[1]]
    parts = [f"### {context.command_path}", f"```\n{' '.join(usage.split())}\n```", about]
    return "\n\n".join([*parts, table(("Flag", "Meaning"), rows)] if rows else parts)


def _toml(value: Any) -> str:  # noqa: ANN401 (an option's default is of any type)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(part) for part in value) + "]"
    return f'"{value}"' if isinstance(value, str) else f"{value}"

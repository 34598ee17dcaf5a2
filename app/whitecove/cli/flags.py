"""Command-line flags made from the option declarations: a new option is a flag without more work."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from whitecove.core import options as declared
from whitecove.core.options import Options

CorrectionsFile = Annotated[
    Path | None, typer.Option(metavar="FILE", help="What a person drew on the photos: see docs/corrections.md.")
]
Command = TypeVar("Command", bound=Callable[..., Any])


def with_option_flags(*names: str) -> Callable[[Command], Command]:
    """Replaces a command's ``**flags`` by one flag for each option in ``names`` (none: for every option).

    A flag that is not given is None, so that it does not hide what a preset says.
    """

    def derive(command: Command) -> Command:
        written = inspect.signature(command, eval_str=True).parameters.values()
        given = [parameter for parameter in written if parameter.kind is not parameter.VAR_KEYWORD]
        derived = [_parameter(name) for name in names or declared.names()]
        command.__signature__ = inspect.Signature([*given, *derived])  # type: ignore[attr-defined]
        command.__annotations__ = {
            **{p.name: p.annotation for p in given},
            **{p.name: p.annotation for p in derived},
            "return": None,
        }
        return command

    return derive


def chosen(preset: Path | None, flags: Mapping[str, object]) -> Options:
    """The options that hold: the defaults, over them the preset, over it the flags that were given.

    Raises:
        ProfileError: the preset file is wrong. typer.BadParameter: a flag's value is.
    """
    options = Options()
    if preset is not None:
        options = declared.with_values(options, declared.load_preset(preset))
    values = {name: _value(name, flag) for name, flag in flags.items() if flag is not None}
    for name, value in values.items():
        found = declared.problems({name: value})
        if found:
            raise typer.BadParameter(found[0].removeprefix(f"{name}: "), param_hint=f"'{flag_of(name)}'")
    return declared.with_values(options, values)


def flag_of(name: str) -> str:
    """The flag of an option: ``keep_camera`` is ``--keep-camera``."""
    return f"--{name.replace('_', '-')}"


def _value(name: str, flag: object) -> object:
    if isinstance(getattr(Options(), name), tuple):
        return tuple(part.strip() for part in str(flag).split(",") if part.strip())
    return flag


def _parameter(name: str) -> inspect.Parameter:
    default = getattr(Options(), name)
    known = declared.declaration(name)
    flag = flag_of(name)
    kind: Any = str if isinstance(default, tuple) else type(default)
    info = typer.Option(
        f"{flag}/--no-{flag[2:]}" if isinstance(default, bool) else flag,
        help=f"{known.help} [{_default_text(default)}]",
        metavar=_metavar(name),
        show_default=False,
    )
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind | None, info]
    )


def _default_text(default: object) -> str:
    if isinstance(default, bool):
        return "default: yes" if default else "default: no"
    if isinstance(default, tuple):
        return f"default: {','.join(map(str, default))}"
    return f"default: {default}" if default != "" else "default: none"


def _metavar(name: str) -> str | None:
    known = declared.declaration(name)
    default = getattr(Options(), name)
    if isinstance(default, bool):
        return None
    if known.choices and not isinstance(default, tuple):
        return "|".join(known.choices)
    if known.low is not None and known.high is not None:
        return f"{known.low:g}…{known.high:g}"
    return name.upper() if not isinstance(default, tuple) else f"{name.upper()},…"

"""``whitecove plan``: which photos make which product, and what each becomes, before anything is made."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from whitecove.batch.naming.names import printable
from whitecove.cli import console
from whitecove.cli.exit_codes import Exit
from whitecove.cli.flags import chosen, flag_of, with_option_flags
from whitecove.cli.inputs import require
from whitecove.core.errors import PlanError

if TYPE_CHECKING:
    from whitecove.batch.proposal import Proposal

SUFFIXES = (".csv", ".json")
# What makes file names and renditions, and so counts again when a plan is carried out.
FOR_PREPARE = ("profile", "slots", "name", "ascii_names", "lang")


@with_option_flags("profile", "group", "gap", "slots", "name", "ascii_names", "lang")
def plan(
    inputs: Annotated[list[Path], typer.Argument(metavar="PHOTOS_OR_FOLDERS", help="Photos to plan for.")],
    *,
    write: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the plan as .csv or .json, to edit and hand to prepare.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a plan that is there already.")] = False,
    skus: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Names of the products in their order, one a line.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The delivery folder, if it lies among the photos.")
    ] = None,
    preset: Annotated[Path | None, typer.Option(metavar="FILE", help="A preset; flags given beside it win.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    **flags: object,
) -> None:
    """Show which photos make which product, what each photo becomes, and why. No picture is made or changed.

    With --write, the plan is a table that you can edit, in Excel or WPS for example: which product, variant and role
    each photo has, and in which order. prepare --plan FILE does what it says.

    Exit code 0: planned. 3: could not.
    """
    from whitecove.batch.grouping.skulist import read_skus
    from whitecove.batch.plan import propose
    from whitecove.batch.planfile.file import write as write_plan
    from whitecove.cli.proposed import lines
    from whitecove.core.profiles import load_profile

    options = chosen(preset, flags)
    profile = load_profile(options.profile)
    require([*inputs, *([skus] if skus else [])])
    if write:
        _check_target(write, replace=replace)
    proposal = propose(inputs, options, profile, out=out, skus=read_skus(skus) if skus else ())
    if options.white_point == "off":
        proposal = _with_hints(proposal)
    if write:
        write_plan(proposal, write, profile=profile.id)
    if as_json:
        for values in _json_lines(proposal, write):
            console.say_json(values)
        return
    for line in lines(proposal):
        console.say(line)
    console.say(_next_step(write, ["--preset", str(preset)] if preset else [], flags))


def _with_hints(proposal: Proposal) -> Proposal:
    """``proposal`` with a question where a backdrop looks like white that was photographed tinted; a few photos are
    looked at."""
    from dataclasses import replace

    from whitecove.batch.plan import used
    from whitecove.batch.white_points import hints

    return replace(proposal, notes=(*proposal.notes, *hints(used(proposal))))


def _check_target(path: Path, *, replace: bool) -> None:
    """Refuses to write where it would be lost work, or no plan file.

    Raises:
        PlanError: something lies there. typer.BadParameter: the suffix is none of a plan file.
    """
    if path.suffix.casefold() not in SUFFIXES:
        raise typer.BadParameter("must end in .csv or .json", param_hint="'--write'")
    if path.exists() and not (replace and path.is_file()):
        raise PlanError("cli.plan_exists", file=printable(str(path)))


def _next_step(written: Path | None, preset: list[str], flags: Mapping[str, object]) -> str:
    """How to go on. A plan file has no file names and no profile, so the flags that make these are given again."""
    if written is None:
        return (
            "Nothing was written. To make these pictures, say prepare instead of plan, with --out DIR.\n"
            "To change something first, add --write plan.csv."
        )
    again = [*preset]
    for name in FOR_PREPARE:
        value = flags[name]
        if isinstance(value, bool):
            again.append(flag_of(name) if value else f"--no-{flag_of(name)[2:]}")
        elif value is not None:
            again += [flag_of(name), str(value)]
    file = printable(str(written))
    typed = subprocess.list2cmdline if os.name == "nt" else shlex.join
    command = typed(["whitecove", "prepare", "--plan", file, *again, "--out", "DIR"])
    return f"The plan is in {file}; no picture was made. Change what you like, save it, then:\n{command}"


def _json_lines(proposal: Proposal, written: Path | None) -> Iterator[dict[str, Any]]:
    from whitecove.batch.planfile.file import photo_values
    from whitecove.cli.proposed import counted

    for photo, values in photo_values(proposal):
        yield {"event": "photo", "source": photo.name, **values}
    for skipped in proposal.skipped:
        yield {"event": "skipped", "source": skipped.name, "reason": skipped.reason}
    yield {
        "event": "summary",
        **counted(proposal),
        "notes": list(proposal.notes),
        "written": str(written) if written else None,
        "exit_code": int(Exit.READY),
    }

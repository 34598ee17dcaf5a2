"""``whitecove models``: the cutout models that are here, bringing them in, and looking after them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whitecove import paths, settings
from whitecove.cli import console
from whitecove.cli.download import download
from whitecove.cli.exit_codes import Exit
from whitecove.cli.usable import use_of
from whitecove.core.engines.own import KINDS
from whitecove.core.errors import OutputError

if TYPE_CHECKING:
    from whitecove.models.catalogue import Model
    from whitecove.models.store import Held

app = typer.Typer(help="Cutout models: what there is, downloading, importing, verifying.", no_args_is_help=True)
app.command("download", no_args_is_help=True)(download)

MARKS = {"here": ("✓ here", "good"), "damaged": ("✗ damaged", "bad"), "not here": ("– not here", "dim")}


class Switch(StrEnum):
    """On or off."""

    ON = "on"
    OFF = "off"


@app.command("list")
def list_(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """List the cutout models: whether each is here, its size, licence and speed, and what it is good at."""
    from whitecove.models.catalogue import catalogue
    from whitecove.models.store import held

    here = {each.name: each for each in held(paths.models_dir())}
    rows = [_row(model, here.get(model.name)) for model in catalogue()]
    rows += [_own_row(each) for each in here.values() if each.kind]
    if as_json:
        for row in rows:
            console.say_json({"event": "model", **row})
        console.say_json(_summary(rows))
        return
    for row in rows:
        _say(row)
    console.say(f"\nThey lie in {paths.models_dir()}. Get one with: whitecove models download NAME")
    known = settings.load()
    if known.never_connect:
        console.say("Whitecove was told never to connect: bring one in with whitecove models import FILE instead.")
    for problem in known.problems:
        console.note(problem)


def _row(model: Model, here: Held | None) -> dict[str, object]:
    from whitecove.models.partial import Partial
    from whitecove.models.store import place

    return {
        "name": model.name,
        "state": _state(here),
        "bytes": here.file.stat().st_size if here else model.files[0].bytes,
        "kept": Partial(place(paths.models_dir(), model.name).parent).size,
        "licence": model.licence,
        "commercial": model.commercial,
        "speed": model.speed,
        "good_at": model.good_at,
        "own": False,
        "file": str(here.file) if here else None,
    }


def _own_row(here: Held) -> dict[str, object]:
    return {
        "name": here.name,
        "state": _state(here),
        "bytes": here.file.stat().st_size,
        "kept": 0,
        "licence": None,
        "commercial": None,
        "speed": None,
        "good_at": f"Your own model, shown photos as {here.kind} is.",
        "own": True,
        "file": str(here.file),
    }


def _state(here: Held | None) -> str:
    if here is None:
        return "not here"
    return "here" if here.sound else "damaged"


def _say(row: dict[str, object]) -> None:
    mark = console.paint(*MARKS[str(row["state"])])
    megabytes = int(str(row["bytes"])) / 1e6
    facts = [
        f"{megabytes:,.0f} MB" if megabytes >= 100 else f"{megabytes:.3g} MB",
        row["speed"],
        row["licence"] or "see who made it for a licence",
    ]
    use = "" if row["commercial"] is not False else ", " + console.paint("not for commercial use", "bad")
    console.say(f"{console.paint(str(row['name']), 'strong')}  {mark}  ({', '.join(str(f) for f in facts if f)}{use})")
    console.say(f"  {row['good_at']}")
    if row["kept"]:
        console.say(f"  {int(str(row['kept'])) / 1e6:,.1f} MB were fetched: models download goes on from there.")


def _summary(rows: list[dict[str, object]]) -> dict[str, object]:
    states = [row["state"] for row in rows]
    return {
        "event": "summary",
        "here": states.count("here"),
        "damaged": states.count("damaged"),
        "folder": str(paths.models_dir()),
        "never_connect": settings.load().never_connect,
        "exit_code": int(Exit.READY),
    }


@app.command("import", no_args_is_help=True)
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A model's .onnx file, under any name.")],
    *,
    name: Annotated[str, typer.Option("--as", metavar="NAME", help="Take it as a model of your own.")] = "",
    kind: Annotated[
        str, typer.Option(metavar="|".join(KINDS), help="What kind of model of your own it is: how it is shown photos.")
    ] = "",
    accept_licence: Annotated[
        bool, typer.Option("--accept-licence", help="Take a model whose licence forbids commercial use.")
    ] = False,
) -> None:
    """Copy a model's file into the model store. It is recognised by its content, not by its name.

    A model of your own is taken with --as and --kind, once it was tried on a photo.
    """
    from whitecove.models import own, store

    if bool(name) != bool(kind):
        raise typer.BadParameter("--as and --kind belong together", param_hint="'--as'")
    if kind and kind not in KINDS:
        raise typer.BadParameter(f"use {' or '.join(KINDS)}", param_hint="'--kind'")
    if name:
        made = own.import_own(file, paths.models_dir(), store.recognised(file), name, kind)
        console.say(f"{console.paint('✓', 'good')} {made.name} is here now. Use it with --engine rembg:{made.name}.")
        return
    model = store.import_model(file, paths.models_dir(), accept_licence=accept_licence)
    console.say(f"{console.paint('✓', 'good')} {model.name} is here now ({model.licence}).")
    console.say(use_of(model.name))


@app.command()
def verify(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAMES", help="Models; none: all that are here.", show_default=False)
    ] = None,
) -> None:
    """Look at the bytes of models again. Exit code 1 if one is damaged."""
    from whitecove.models.store import verify as verify_all
    from whitecove.models.usable import damage

    checked = verify_all(paths.models_dir(), names or ())
    for each in checked:
        if each.sound:
            console.say(f"{console.paint('✓', 'good')} {each.name} is as it should be.")
        else:
            console.say(f"{console.paint('✗', 'bad')} {damage(each.name, own=bool(each.kind))} ({each.file})")
    if not checked:
        console.say(f"There are no models in {paths.models_dir()}.")
    raise typer.Exit(Exit.READY if all(each.sound for each in checked) else Exit.NOT_READY)


@app.command(no_args_is_help=True)
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A model that is here.")],
) -> None:
    """Remove a model from the model store, and what an interrupted download left of it."""
    from whitecove.models.store import remove as remove_model

    remove_model(paths.models_dir(), name)
    console.say(f"{name} is not here any more.")


@app.command()
def offline(
    switch: Annotated[
        Switch | None, typer.Argument(metavar="on|off", help="Leave it away to see which holds.", show_default=False)
    ] = None,
) -> None:
    """Tell Whitecove never to connect, not even for a download that is asked for; or allow that again."""
    if switch is not None:
        _write_offline(switch is Switch.ON)
    known = settings.load()
    for problem in known.problems:
        console.note(problem)
    console.say("Whitecove never connects." if known.never_connect else "Whitecove connects for models download only.")
    console.say(f"That stands in {paths.settings_file()}, or in the environment variable WHITECOVE_OFFLINE.")


def _write_offline(value: bool) -> None:
    try:
        settings.store_never_connect(value)
    except (OSError, ValueError) as error:
        problem = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise OutputError("settings.not_written", file=paths.settings_file(), problem=problem) from error

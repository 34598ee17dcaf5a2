"""``whitecove models``: the cutout models that are here, and bringing one in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from whitecove import paths
from whitecove.cli import console
from whitecove.cli.exit_codes import Exit

app = typer.Typer(help="Cutout models: what is here, importing, verifying.", no_args_is_help=True)


@app.command("list")
def list_() -> None:
    """List the known cutout models: what each is good at, its licence, and whether it is here."""
    from whitecove.models.catalogue import catalogue
    from whitecove.models.store import installed

    here = installed(paths.models_dir())
    for model in catalogue():
        mark = console.paint("✓ here", "good") if model.name in here else "– not here"
        size = f", {model.megabytes:.3g} MB" if model.megabytes else ""
        use = "" if model.commercial else ", " + console.paint("not for commercial use", "bad")
        console.say(f"{console.paint(model.name, 'strong')}  {mark}  ({model.licence}{use}{size})")
        console.say(f"  {model.good_at}")
    console.say(f"\nThey lie in {paths.models_dir()}. Bring one in with: whitecove models import FILE")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A model's .onnx file, under any name.")],
    *,
    accept_licence: Annotated[
        bool, typer.Option("--accept-licence", help="Take a model whose licence forbids commercial use.")
    ] = False,
) -> None:
    """Copy a model's file into the model store. It is recognised by its content, not by its name."""
    from whitecove.models.store import import_model

    model = import_model(file, paths.models_dir(), accept_licence=accept_licence)
    console.say(f"{console.paint('✓', 'good')} {model.name} is here now ({model.licence}).")
    console.say(f"Use it with --engine rembg:{model.name}, or let --engine auto choose.")


@app.command()
def verify() -> None:
    """Look at every model's bytes again. Exit code 1 if one is damaged."""
    from whitecove.models.store import verify as verify_all

    checks = verify_all(paths.models_dir())
    for check in checks:
        if check.sound:
            console.say(f"{console.paint('✓', 'good')} {check.model.name} is as it should be.")
        else:
            console.say(f"{console.paint('✗', 'bad')} {check.model.name} is damaged. Import it again: {check.file}")
    if not checks:
        console.say(f"There are no models in {paths.models_dir()}.")
    raise typer.Exit(Exit.READY if all(check.sound for check in checks) else Exit.NOT_READY)

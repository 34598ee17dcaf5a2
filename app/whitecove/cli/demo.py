"""``whitecove demo``: the main job on the photos that come with Whitecove, each with the end it is known to have."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whitecove import paths
from whitecove.cli import console
from whitecove.cli.exit_codes import Exit

if TYPE_CHECKING:
    from whitecove.batch.results import BatchResult


def demo(
    out: Annotated[Path, typer.Option(metavar="DIR", help="The delivery folder.")] = Path("whitecove-demo"),
) -> None:
    """Prepare the sample photos, without any cutout model, and show what comes out.

    Exit code 0: each photo ended as its list says. 1: one did not.
    """
    from whitecove.batch.plan import make_plan
    from whitecove.cli.prepare import Manner, carry_out
    from whitecove.core.options import Options
    from whitecove.core.profiles import load_profile

    options = Options()
    photos = expected()
    plan = make_plan(_inputs(photos), out, options, load_profile(options.profile))
    # No models: the demo ends the same on every machine.
    result = carry_out(plan, {}, Manner())
    if result.interrupted:
        raise typer.Exit(Exit.INTERRUPTED)
    surprises = differing(result, photos)
    for surprise in surprises:
        console.note(surprise)
    if not surprises:
        console.say(f"\nEach of the {len(photos)} sample photos ended as expected.")
    raise typer.Exit(Exit.NOT_READY if surprises else Exit.READY)


def expected() -> dict[str, str]:
    """The sample photos, by their name below the samples' folder, and the state that each is known to end in."""
    text = (paths.resources() / "samples" / "expected.toml").read_text("utf-8")
    return {photo["file"]: photo["expect"] for photo in tomllib.loads(text)["photo"]}


def differing(result: BatchResult, photos: dict[str, str]) -> list[str]:
    """A sentence on each photo that did not end as it is known to."""
    ended = {row.photo.name: row.result.state.value for listing in result.listings for row in listing.rows}
    return [
        f"{name} is {ended.get(name, 'missing')}, but {state} was expected."
        for name, state in photos.items()
        if ended.get(name) != state
    ]


def _inputs(photos: dict[str, str]) -> list[Path]:
    """The photos at the top and the folders beside them, so that names and products are as for any folder."""
    tops = dict.fromkeys(name.partition("/")[0] for name in photos)
    return [paths.resources() / "samples" / top for top in tops]

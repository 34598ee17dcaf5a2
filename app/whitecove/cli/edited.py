"""The flags on delivered files that were edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from whitecove.batch.delivery.edits import Edits

ReplaceEdited = Annotated[
    bool, typer.Option("--replace-edited", help="Replace delivered files that were edited by hand.")
]
KeepEdited = Annotated[
    bool, typer.Option("--keep-edited", help="Deliver files that were edited by hand as they are, if they pass.")
]


def chosen_edits(*, replace: bool, keep: bool) -> Edits:
    """What is to be done with files that were edited by hand.

    Raises:
        typer.BadParameter: both were asked for.
    """
    from whitecove.batch.delivery.edits import Edits

    if replace and keep:
        raise typer.BadParameter("choose one of --replace-edited and --keep-edited", param_hint="'--keep-edited'")
    return Edits.REPLACE if replace else Edits.KEEP if keep else Edits.REFUSE

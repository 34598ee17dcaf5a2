"""``whitecove gui``: the window, which this package does not know: it is handed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from whitecove.core.errors import WhitecoveError

OpenWindow = Callable[[Sequence[str]], int]
"""Takes photos and folders, after ``--offline`` where nothing may connect; comes back when the window was closed."""


def gui(
    context: typer.Context,
    photos: Annotated[
        list[Path] | None, typer.Argument(metavar="PHOTOS_OR_FOLDERS", help="Photos to start with.")
    ] = None,
) -> None:
    """Open the window.

    Exit code 0: it was closed. 3: no window can be opened here.
    """
    root = context.find_root()
    open_window: OpenWindow | None = root.obj
    if open_window is None:
        raise WhitecoveError("window.absent")
    first = ("--offline",) if root.params.get("offline") else ()
    raise typer.Exit(open_window((*first, *map(str, photos or ()))))

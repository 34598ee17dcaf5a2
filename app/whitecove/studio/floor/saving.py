"""Projects are written where nothing waits for a slow disk."""

from __future__ import annotations

from whitecove.batch import store
from whitecove.core.errors import OutputError
from whitecove.studio.asks import Save, Saved


def saved(ask: Save) -> Saved:
    """Writes it, whole or not at all.

    Raises:
        OutputError: the disk does not take it.
    """
    try:
        ask.path.parent.mkdir(parents=True, exist_ok=True)
        store.write_atomic(ask.path, ask.data)
    except OSError as error:
        raise OutputError("studio.not_saved", file=ask.path, problem=error.strerror or type(error).__name__) from error
    return Saved(path=ask.path, serial=ask.serial)

"""Whether a window can be opened here: looked at without Qt, which ends the whole program where it cannot."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from whitecove.core.errors import WhitecoveError

PACKAGE = "PySide6"


def require() -> None:
    """Comes back where a window can be opened, as far as can be said before.

    Raises:
        WhitecoveError: ``window.no_package``, ``window.no_screen`` or ``window.no_library``.
    """
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise WhitecoveError("window.no_package")
    if sys.platform.startswith("linux"):
        _require_plugin(Path(spec.origin).parent / "Qt" / "plugins" / "platforms", _platforms())


@contextmanager
def loading() -> Iterator[None]:
    """Meanwhile, what Qt's own libraries lack is a sentence.

    Raises:
        WhitecoveError: ``window.no_library``.
    """
    try:
        yield
    except ImportError as error:
        if PACKAGE not in (error.path or error.name or ""):
            raise
        raise WhitecoveError("window.no_library", library=error) from error


def _platforms() -> list[str]:
    """The screens that Qt will try, by the names of its plugins.

    Raises:
        WhitecoveError: there is none.
    """
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    if asked:
        return [name.partition(":")[0] for name in asked.split(";")]
    variables = {"WAYLAND_DISPLAY": "wayland", "DISPLAY": "xcb"}
    found = [platform for variable, platform in variables.items() if os.environ.get(variable)]
    if not found:
        raise WhitecoveError("window.no_screen")
    return found


def _require_plugin(folder: Path, platforms: list[str]) -> None:
    """Loads the first plugin that loads, as Qt will in a moment.

    Raises:
        WhitecoveError: none does (names the library that the last one lacks), or its screen is not there.
    """
    lacking = ""
    for platform in platforms:
        plugin = folder / f"libq{platform}.so"
        if not plugin.exists():  # Qt comes from elsewhere, and knows best
            return
        try:
            ctypes.CDLL(str(plugin))
        except OSError as error:
            lacking = str(error).partition(":")[0]
        else:
            if platform == "xcb" and not _answers():
                raise WhitecoveError("window.no_screen")
            return
    raise WhitecoveError("window.no_library", library=lacking)


def _answers() -> bool:
    """Whether the X server that DISPLAY names lets us in."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused

"""Where things lie: the only module that knows a checkout from a wheel from a frozen app, and the person's folders."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

import platformdirs


@cache
def resources() -> Path:
    """The folder of profiles, presets, samples and colour profiles.

    In a frozen app it lies in the bundle, in an installed wheel inside the package, in a checkout at the top level.
    """
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    candidates = [Path(bundle) / "resources"] if bundle else []
    candidates += [package / "_resources", package.parent.parent / "resources"]
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("Whitecove's resources are missing: install it again.")


def home() -> Path | None:
    """The folder that ``WHITECOVE_HOME`` moves settings, model store and log files to, if it is set."""
    value = os.environ.get("WHITECOVE_HOME")
    return Path(value).expanduser() if value else None


def settings_file() -> Path:
    """The person's settings, whether or not there are any."""
    moved = home()
    return (moved or platformdirs.user_config_path("whitecove", appauthor=False)) / "settings.toml"


def models_dir() -> Path:
    """The model store."""
    moved = home()
    return moved / "models" if moved else platformdirs.user_data_path("whitecove", appauthor=False) / "models"


def log_dir() -> Path:
    """Log files, with the tracebacks that the screen does not show."""
    moved = home()
    return moved / "logs" if moved else platformdirs.user_log_path("whitecove", appauthor=False)


def projects_dir() -> Path:
    """Where projects are kept while they are worked on, until a person saves them elsewhere."""
    moved = home()
    return (moved or platformdirs.user_state_path("whitecove", appauthor=False)) / "projects"


def pasted_dir() -> Path:
    """Where pictures that were pasted are kept as files."""
    moved = home()
    return moved / "pasted" if moved else platformdirs.user_pictures_path() / "Whitecove" / "pasted"

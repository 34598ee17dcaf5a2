"""The person's settings as the window knows them: what is changed holds at once, and is on disk at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QMainWindow

from whitecove import paths, settings
from whitecove.core.options import Options, names, with_values
from whitecove.settings import FOLDERS_AT_MOST, Settings


class Preferences(QObject):
    """Holds `Settings`. ``changed`` says the key of what is another now; ``trouble`` is a sentence on settings that
    could not be written: they hold until the window is closed."""

    changed = Signal(str)
    trouble = Signal(str)

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file or paths.settings_file()
        self.now: Settings = settings.load(file)

    def set(self, **changes: Any) -> None:  # noqa: ANN401 (each setting has a type of its own)
        """Sets some settings by their names.

        Raises:
            KeyError: there is no such setting.
        """
        different = {key: value for key, value in changes.items() if getattr(self.now, key, None) != value}
        if not different:
            return
        try:
            settings.store(different, self.file)
        except (OSError, ValueError) as error:
            problem = (error.strerror if isinstance(error, OSError) else None) or str(error)
            said = self.tr("Your settings could not be written ({problem}). Correct the file or delete it: {file}")
            self.trouble.emit(said.format(problem=problem, file=self.file))
        self.now = replace(self.now, **different)
        if settings.is_forbidden_outside():
            self.now = replace(self.now, never_connect=True)
        for key in different:
            self.changed.emit(key)

    def options(self) -> Options:
        """What a project begins with."""
        return with_values(Options(), self.now.options)

    def keep_options(self, before: Options, after: Options, preset: Path | None = None) -> None:
        """Projects begin with what was changed from ``before`` to ``after`` from now on; what else this project has,
        which may be another person's, stays with it. ``preset`` is the file that it came from."""
        changed = {name: getattr(after, name) for name in names() if getattr(before, name) != getattr(after, name)}
        kept = {"last_preset": str(preset)} if preset else {}
        self.set(options=overrides(with_values(self.options(), changed)), **kept)

    def came_from(self, folder: Path) -> None:
        """Photos were taken from that folder."""
        known = dict.fromkeys((str(folder), *self.now.last_folders))
        self.set(last_folders=tuple(known)[:FOLDERS_AT_MOST])

    def remember(self, window: QMainWindow) -> None:
        """Remembers where a window stands, and how it is divided."""
        parts = (window.saveGeometry(), window.saveState())
        self.set(window=tuple(bytes(part.toBase64().data()).decode("ascii") for part in parts))

    def place(self, window: QMainWindow) -> bool:
        """Puts a window where it stood; whether anything was remembered."""
        parts = [QByteArray.fromBase64(part.encode("ascii", "ignore")) for part in self.now.window]
        return len(parts) == 2 and window.restoreGeometry(parts[0]) and window.restoreState(parts[1])


def overrides(options: Options) -> Mapping[str, object]:
    """The options that are not the defaults, by name."""
    usual = Options()
    return {name: value for name in names() if (value := getattr(options, name)) != getattr(usual, name)}

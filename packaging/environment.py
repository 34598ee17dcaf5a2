"""The checkout's own virtual environment, ``.venv``: made from pinned versions, made again whenever it is not whole.

Works on a Python that its system manages (PEP 668) and on one without ensurepip (Debian without python3-venv), from
any folder, whatever the letters in its path. Standard library only.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

WINDOWS = sys.platform == "win32"
NO_PIP = (
    "this Python has neither ensurepip nor pip, so nothing can be installed. On Debian or Ubuntu run "
    "'sudo apt-get install python3-venv'; elsewhere install Python from python.org"
)


class SetupFailed(Exception):  # noqa: N818 (reads as the sentence it starts)
    """The environment could not be made; the text says why and what to do."""


@dataclass(frozen=True)
class Environment:
    """The virtual environment of one checkout."""

    root: Path

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.root / ".venv"

    @property
    def scripts(self) -> Path:
        """The folder of its programs."""
        return self.folder / ("Scripts" if WINDOWS else "bin")

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.scripts / ("python.exe" if WINDOWS else "python")

    @property
    def stamp(self) -> Path:
        """Written last: a half-made environment has none. Its lines: the fingerprint, the extras, and a name for all
        that was installed, so that what is missing later is missed."""
        return self.folder / "whitecove-stamp"

    def program(self, name: str) -> str:
        """The path of an installed program."""
        return str(self.scripts / (f"{name}.exe" if WINDOWS else name))

    def fingerprint(self) -> str:
        """Changes whenever the environment must be made again: with what is required, the Python, and the place
        (a virtual environment holds absolute paths, so it cannot be moved)."""
        digest = hashlib.sha256()
        for part in (_base_python(), sys.version, str(self.root)):
            digest.update(os.fsencode(part) + b"\0")
        for name in ("pyproject.toml", "constraints.txt"):
            digest.update((self.root / name).read_bytes() + b"\0")
        return digest.hexdigest()

    def extras(self) -> frozenset[str] | None:
        """What it holds beyond what Whitecove needs; nothing (None) when it is not whole or not up to date."""
        try:
            fingerprint, extras, *names = self.stamp.read_text("utf-8").splitlines()
        except (OSError, ValueError):
            return None
        whole = fingerprint == self.fingerprint() and set(names) <= self._names() and self._starts()
        return frozenset(extras.split()) if whole else None

    def seal(self, extras: Sequence[str]) -> None:
        """Write the stamp: what is there now is all that belongs there."""
        lines = [self.fingerprint(), " ".join(extras), *sorted(self._names())]
        self.stamp.write_text("\n".join(lines) + "\n", "utf-8")

    def _names(self) -> set[str]:
        """Of all programs, packages and modules in it."""
        folders = [self.scripts, *self.folder.glob("lib/python*/site-packages"), *self.folder.glob("Lib/site-packages")]
        return {path.name for folder in folders if folder.is_dir() for path in folder.iterdir()} - {"__pycache__"}

    def _starts(self) -> bool:
        # Only found, not imported: a mistake in the code is no reason to install everything again.
        look = "import importlib.util, sys; sys.exit(importlib.util.find_spec('whitecove') is None)"
        command = [str(self.python), "-c", look]
        try:
            return subprocess.run(command, env=variables(self), check=False).returncode == 0
        except OSError:
            return False

    def require(self, *wanted: str) -> None:
        """Make it, or add to it, unless all is there already.

        Raises:
            SetupFailed: it cannot be made.
        """
        present = self.extras()
        if present is not None and present >= set(wanted):
            return
        if present is None:
            self._make()
        say("Installing what Whitecove needs (once; a few minutes on a slow line)")
        self.stamp.unlink(missing_ok=True)
        self._install(wanted)
        self.seal(wanted)

    def _make(self) -> None:
        self._remove()
        say(f"Making a Python environment in {self.folder}")
        _run([_base_python(), "-m", "venv", "--without-pip", str(self.folder)], "the virtual environment")
        _add_pip(self)

    def _install(self, extras: Sequence[str]) -> None:
        constraints = ["--constraint", "constraints.txt"]
        pip(self, "the build tool", "install", *constraints, *_build_requirements(self.root), "editables")
        target = f".[{','.join(extras)}]" if extras else "."
        pip(self, "Whitecove", "install", *constraints, "--no-build-isolation", "--editable", target)
        for path in self.folder.rglob("site-packages/*.pth"):
            make_ascii(path)

    def _remove(self) -> None:
        if not self.folder.exists() and not self.folder.is_symlink():
            return
        if Path(sys.prefix) == self.folder:
            raise SetupFailed(f"{self.folder} must be made again, which its own Python cannot do: use another Python")
        if self.folder.is_symlink() or not self.folder.is_dir():
            raise SetupFailed(f"{self.folder} is not a folder of its own: move it away")
        say("The environment is not up to date: making it again")
        remove_tree(self.folder)


def say(text: str) -> None:
    """A progress line."""
    print(text, flush=True)


def remove_tree(folder: Path) -> None:
    """Remove a folder and all in it.

    Raises:
        SetupFailed: something in it is held by another program.
    """
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise SetupFailed(f"{folder} cannot be removed ({error}): close what uses it") from error


def variables(environment: Environment) -> dict[str, str]:
    """The environment variables for programs run inside: UTF-8 whatever the console, nothing of another Python."""
    foreign = {"PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__"}
    kept = {key: value for key, value in os.environ.items() if key not in foreign}
    path = os.pathsep.join([str(environment.scripts), os.environ.get("PATH", "")])
    return {**kept, "VIRTUAL_ENV": str(environment.folder), "PATH": path, "PYTHONUTF8": "1", "PIP_USER": "0"}


def make_ascii(path_file: Path) -> None:
    """Rewrite a ``.pth`` file so that it can be read in any encoding.

    Python 3.11 reads these files in the system's encoding, while installers write UTF-8: a checkout under a folder
    with, say, a Chinese name would not be found on Windows, or the interpreter would not even start.
    """
    content = path_file.read_bytes()
    if content.isascii():
        return
    # As bytes: only they name the same folder whatever encoding the system gives file names.
    lines = [
        line if line.isascii() else f"import os, sys; sys.path.append(os.fsdecode({line.encode()!r}))"
        for line in content.decode().splitlines()
    ]
    path_file.write_text("\n".join(lines) + "\n", "ascii")


def pip(environment: Environment, what: str, *arguments: str) -> None:
    """Run pip inside the environment, quiet unless it fails.

    Raises:
        SetupFailed: pip failed; the end of what it said is in the text.
    """
    command = [str(environment.python), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
    _run(command, what, cwd=environment.root, env=variables(environment))


def _run(command: Sequence[str], what: str, cwd: Path | None = None, env: dict[str, str] | None = None) -> None:
    last: deque[str] = deque(maxlen=30)
    live = sys.stdout.isatty()
    with subprocess.Popen(
        command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", errors="replace",
    ) as process:  # fmt: skip
        for line in process.stdout or ():
            last.append(line.rstrip())
            if live and line.startswith(("Collecting", "Installing")):
                print(f"\r  {line.strip():70.70}", end="", flush=True)
    if live:
        print(f"\r{'':72}\r", end="", flush=True)
    if process.returncode:
        raise SetupFailed("\n".join([*last, f"{what} could not be installed (above is what was said last)"]))


def _base_python() -> str:
    """The interpreter that environments are made from, also when this one runs inside one."""
    return getattr(sys, "_base_executable", None) or sys.executable


def _build_requirements(root: Path) -> list[str]:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    return list(project["build-system"]["requires"])


def _succeeds(*command: str) -> bool:
    return subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0


def _add_pip(environment: Environment) -> None:
    """Bring pip in: from the Python itself, else fetched by the pip it has."""
    inside = str(environment.python)
    if _succeeds(inside, "-m", "ensurepip", "--default-pip"):
        return
    if not _succeeds(_base_python(), "-m", "pip", "--version"):
        raise SetupFailed(NO_PIP)
    with tempfile.TemporaryDirectory() as folder:
        _run(
            [_base_python(), "-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--dest", folder, "pip"],
            "pip",
        )
        wheel = next(Path(folder).glob("pip-*.whl"))
        _run([inside, str(wheel / "pip"), "install", "--no-index", str(wheel)], "pip")

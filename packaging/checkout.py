"""The commands of ``dev.py``: each sees to the environment, then runs something in it and passes its exit code on."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path

from environment import Environment, SetupFailed, remove_tree, say, variables

ROOT = Path(__file__).resolve().parents[1]
CACHES = (".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache", "build", "dist")


def main(arguments: Sequence[str]) -> int:
    """Run one command; its exit code (2 wrong usage, 3 the environment could not be made)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if chosen.rest and chosen.command not in ("demo", "test"):
        parser.error(f"{chosen.command} takes no options: {' '.join(chosen.rest)}")
    try:
        return COMMANDS[chosen.command][0](Environment(ROOT), chosen.rest)
    except SetupFailed as problem:
        print(f"Whitecove could not be set up: {problem}.", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


def demo(environment: Environment, rest: Sequence[str]) -> int:
    """Prepare the bundled sample photos and show the verdicts."""
    environment.require()
    return _call(environment, Path.cwd(), environment.program("whitecove"), "demo", *rest)


def test(environment: Environment, rest: Sequence[str]) -> int:
    """Run the tests; further arguments go to pytest."""
    environment.require("dev")
    return _call(environment, ROOT, str(environment.python), "-m", "pytest", *_left_out(environment), *rest)


def lint(environment: Environment, _rest: Sequence[str]) -> int:
    """Style, types, import rules, and whether the generated documents are fresh."""
    environment.require("dev")
    python = str(environment.python)
    checks = (
        ("ruff check", python, "-m", "ruff", "check", "--output-format", "concise", "."),
        ("ruff format", python, "-m", "ruff", "format", "--check", "--output-format", "concise", "."),
        ("mypy", python, "-m", "mypy"),
        ("import contracts", environment.program("lint-imports"), "--no-logo"),
        ("generated documents", python, "packaging/make_docs.py", "--check"),
        ("catalogues", python, "packaging/make_translations.py", "--check"),
    )
    failed = []
    for name, *command in checks:
        say(f"-- {name}")
        if _call(environment, ROOT, *command):
            failed.append(name)
    say(f"Not clean: {', '.join(failed)}" if failed else "All clean")
    return 1 if failed else 0


def wheel(environment: Environment, _rest: Sequence[str]) -> int:
    """Build the wheel, and try it in an environment of its own."""
    environment.require("dev")
    return _call(environment, ROOT, str(environment.python), "packaging/try_wheel.py")


def everything(environment: Environment, _rest: Sequence[str]) -> int:
    """lint, wheel and test."""
    codes = [command(environment, ()) for command in (lint, wheel, test)]
    return next((code for code in codes if code), 0)


def clean(environment: Environment, _rest: Sequence[str]) -> int:
    """Remove the environment, caches and builds."""
    for folder in (environment.folder, *(ROOT / name for name in CACHES)):
        if folder.is_dir():
            say(f"Removing {folder}")
            remove_tree(folder)
    return 0


Command = Callable[[Environment, Sequence[str]], int]
COMMANDS: dict[str, tuple[Command, str]] = {
    "demo": (demo, "prepare the bundled sample photos (options go to 'whitecove demo')"),
    "test": (test, "run the tests (options go to pytest)"),
    "lint": (lint, "style, types, import rules, generated documents"),
    "wheel": (wheel, "build the wheel into dist and try it"),
    "all": (everything, "lint, wheel and test"),
    "clean": (clean, "remove .venv, caches and builds"),
}


def _left_out(environment: Environment) -> tuple[str, ...]:
    """What tells pytest to leave the window's tests out, where the system has no libraries for Qt; never in CI."""
    look = [str(environment.python), "-c", "import PySide6.QtWidgets"]
    found = subprocess.run(look, env=variables(environment), capture_output=True, text=True, check=False)
    if found.returncode == 0 or os.environ.get("CI") == "true":
        return ()
    say(f"The window's tests are left out: {found.stderr.strip().splitlines()[-1]}")
    say("On Debian and Ubuntu 'sudo .ci/window' installs what they need")
    return ("-p", "no:pytest-qt", "--ignore", "tests/gui")


def _parser() -> argparse.ArgumentParser:
    listing = "\n".join(f"  {name:6} {text}" for name, (_, text) in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="packaging/dev.py",
        description="Makes .venv in this checkout from pinned versions, then runs one of:\n" + listing,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="command")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="options")
    return parser


def _call(environment: Environment, folder: Path, *command: str) -> int:
    code = subprocess.run(command, cwd=folder, env=variables(environment), check=False).returncode
    return code if code >= 0 else 128 - code  # ended by a signal, as a shell says it

"""What is written to the screen: UTF-8 whatever the console, and no failure because nobody listens."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import RenderableType

# Where nobody watches, lines are as wide as this, on every machine.
FILE_WIDTH = 120
STYLES = {"good": "32", "look": "33", "bad": "31", "dim": "2", "strong": "1"}


class Silence(io.StringIO):
    """A stream that nobody hears."""

    def write(self, text: str) -> int:
        return len(text)


def open_streams() -> None:
    """Makes standard output and standard error UTF-8, and gives a program without a console somewhere to write."""
    if sys.stdout is None or sys.stderr is None:
        _fill_gaps()
    sys.stdout = _utf8(sys.stdout)
    sys.stderr = _utf8(sys.stderr)


def _utf8(stream: TextIO | None) -> TextIO:
    if stream is None:  # pythonw, a frozen window program, or a shell that closed the stream
        return Silence()
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream


def _fill_gaps() -> None:
    """Opens what the shell closed of the descriptors 0 to 2. Otherwise the next file to be written would get one of
    them, and a C library's warnings with it."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(descriptor, True)
    os.close(descriptor)


def say(text: str = "") -> None:
    """Writes a line of the command's answer to standard output."""
    _write(sys.stdout, text)


def note(text: str) -> None:
    """Writes a line about the work to standard error."""
    _write(sys.stderr, text)


def say_json(values: Mapping[str, object]) -> None:
    """Writes one JSON object as one line to standard output."""
    say(json.dumps(values, ensure_ascii=False, separators=(",", ":")))


def readable(text: str) -> str:
    """``text`` with bytes of file names that are not UTF-8 written as ``\\xNN``."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode("utf-8")


def paint(text: str, style: str) -> str:
    """``text`` in a style of `STYLES`, where standard output is a terminal that shows colours."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if in_colour() else text


def in_colour() -> bool:
    """Whether standard output is a terminal that understands colours, and the person did not switch them off."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    return os.name != "nt" or "WT_SESSION" in os.environ or "ANSICON" in os.environ


def drawn(content: RenderableType) -> str:
    """A rich table or text as lines: as wide as the terminal, `FILE_WIDTH` elsewhere."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else FILE_WIDTH
    console = Console(file=io.StringIO(), width=width, force_terminal=in_colour(), legacy_windows=False, emoji=False)
    with console.capture() as lines:
        console.print(content)
    return "\n".join(line.rstrip() for line in lines.get().rstrip("\n").split("\n"))


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(readable(text) + "\n")
        stream.flush()
    except (OSError, ValueError):
        _abandon(stream)


def _abandon(stream: TextIO) -> None:
    """Nobody reads ``stream`` any more (a pipe that was closed): the work goes on, in silence."""
    if stream is sys.stdout:
        sys.stdout = Silence()
    else:
        sys.stderr = Silence()
    try:
        number = stream.fileno()
    except (OSError, ValueError):
        return
    # The interpreter flushes the old stream when it ends; that must not fail either.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)

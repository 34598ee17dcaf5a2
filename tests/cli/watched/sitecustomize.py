"""Loaded by Python before anything else where this folder comes first: writes down, and forbids, whatever would reach
another computer, in this process and in those that it starts."""

from __future__ import annotations

import os
import socket
import sys

REACHING = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"}
RECORD = os.environ["WATCHED_RECORD"]


def _write(line: str) -> None:
    with open(RECORD, "a", encoding="utf-8") as file:  # noqa: PTH123 (before anything is loaded)
        file.write(line + "\n")


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event not in REACHING:
        return
    first = arguments[0] if arguments else None
    if isinstance(first, socket.socket) and first.family == getattr(socket, "AF_UNIX", None):
        return
    _write(f"{event} {arguments[1:] if isinstance(first, socket.socket) else arguments}")
    raise OSError("this process must not reach other computers")


_write(f"watching {os.getpid()}")
sys.addaudithook(_watch)

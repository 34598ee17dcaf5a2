"""A mirror on this machine, over real HTTP: an honest one, and all the ways in which mirrors fail."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Answering(BaseHTTPRequestHandler):
    """One request: with the mirror's next fault, or honestly where there is none left."""

    protocol_version = "HTTP/1.1"
    server: Mirror

    def do_GET(self) -> None:
        self.close_connection = True
        self.server.asked.append(self.headers)
        fault = self.server.faults.pop(0) if self.server.faults else honest
        fault(self, self.server)

    def head(self, status: int, **headers: object) -> None:
        """Sends the head of an answer; ``content_length`` is Content-Length."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-").title(), str(value))
        self.send_header("Connection", "close")
        self.end_headers()

    def body(self, data: bytes) -> None:
        """Sends bytes, if somebody is still there."""
        try:
            self.wfile.write(data)
            self.wfile.flush()
        except ConnectionError:
            return

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 (as the base class has it)
        """Says nothing."""


class Mirror(ThreadingHTTPServer):
    """Serves ``data`` at any address; ``asked`` are the headers of each request, ``faults`` what goes wrong with the
    next ones."""

    daemon_threads = True

    def __init__(self, data: bytes) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.data = data
        self.etag = '"one"'
        self.asked: list[Message] = []
        self.faults: list[Fault] = []
        self.released = threading.Event()

    @property
    def url(self) -> str:
        """Its address, as a mirror's folder."""
        return f"http://127.0.0.1:{self.server_address[1]}/"

    @property
    def ranges(self) -> list[str | None]:
        """What each request asked for."""
        return [headers.get("Range") for headers in self.asked]

    def handle_error(self, request: object, client_address: object) -> None:
        """Somebody hung up: that is what these tests are about."""


Fault = Callable[[Answering, Mirror], None]


@contextmanager
def serving(data: bytes) -> Iterator[Mirror]:
    """A mirror that runs meanwhile."""
    mirror = Mirror(data)
    thread = threading.Thread(target=mirror.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield mirror
    finally:
        mirror.released.set()
        mirror.shutdown()
        mirror.server_close()
        thread.join()


def honest(it: Answering, mirror: Mirror, *, sent: int | None = None) -> None:
    """The file, or the range of it that is asked for; at most ``sent`` bytes, whatever was promised."""
    total = len(mirror.data)
    asked = re.fullmatch(r"bytes=(\d+)-", it.headers.get("Range", ""))
    start = int(asked[1]) if asked and it.headers.get("If-Range", mirror.etag) == mirror.etag else 0
    if asked and start >= total:
        it.head(416, content_range=f"bytes */{total}", content_length=0)
        return
    more = {"content_range": f"bytes {start}-{total - 1}/{total}"} if start else {}
    it.head(206 if start else 200, content_length=total - start, etag=mirror.etag, **more)
    it.body(mirror.data[start:][:sent])


def cut(after: int) -> Fault:
    """The connection ends after so many bytes."""
    return lambda it, mirror: honest(it, mirror, sent=after)


def stalled(after: int) -> Fault:
    """Nothing comes after so many bytes, and the connection stays."""

    def fault(it: Answering, mirror: Mirror) -> None:
        honest(it, mirror, sent=after)
        mirror.released.wait()

    return fault


def without_ranges(it: Answering, mirror: Mirror) -> None:
    """The whole file, whatever is asked for."""
    it.head(200, content_length=len(mirror.data))
    it.body(mirror.data)


def promising(length: int) -> Fault:
    """Says that it sends so many bytes, and sends the file."""

    def fault(it: Answering, mirror: Mirror) -> None:
        it.head(200, content_length=length)
        it.body(mirror.data)

    return fault


def without_length(it: Answering, mirror: Mirror) -> None:
    """The file, without a word on how long it is."""
    it.head(200)
    it.body(mirror.data)


def sending(data: bytes, *, length: bool = True, **headers: object) -> Fault:
    """Other bytes."""

    def fault(it: Answering, _mirror: Mirror) -> None:
        it.head(200, **({"content_length": len(data)} if length else {}), **headers)
        it.body(data)

    return fault


def status(code: int, **headers: object) -> Fault:
    """No file, but that status."""
    return lambda it, _mirror: it.head(code, content_length=0, **headers)


def ranged(content_range: str, data: bytes) -> Fault:
    """A range that may not be what was asked for."""

    def fault(it: Answering, _mirror: Mirror) -> None:
        it.head(206, content_length=len(data), content_range=content_range)
        it.body(data)

    return fault

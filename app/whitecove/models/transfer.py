"""One try to get a file from one address: the only place of Whitecove that opens a connection.

What is there already is not fetched again (HTTP ranges, RFC 9110 §14). The last of it is fetched twice and compared, so
that two states of a file, or those of two mirrors, are never joined; where the same address is asked again, the server
is also told which state we have (If-Range). A server that knows no ranges sends all of it: what is there is compared
and kept, so a bad line there cannot cost what a better one brought.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from whitecove.models.addresses import host_of, shown
from whitecove.models.answers import understood
from whitecove.models.events import Event, Progress
from whitecove.models.failures import TransferError, failure, stalled
from whitecove.models.partial import Origin, Partial

if TYPE_CHECKING:
    from requests import Response, Session

# Bytes read at most at once, and bytes fetched twice to see that what follows belongs to what is there.
CHUNK = OVERLAP = 1 << 16
# A server that sends fewer bytes a second than this over the whole time of patience is as good as silent.
SLOWEST = 200
REDIRECTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a file is fetched: ``patience`` is the seconds without an answer, or without a byte, after which an address
    is given up; ``sizes`` are the sizes that the file may have; ``stop`` is asked whether the person wants no more."""

    patience: float
    sizes: frozenset[int]
    emit: Callable[[Event], None]
    stop: Callable[[], bool]


class Stopped(Exception):  # noqa: N818 (reads as what happened)
    """The person wanted no more. What was fetched is kept."""


def transfer(address: str, partial: Partial, manner: Manner) -> None:
    """Fetches what ``partial`` lacks from ``address``. Afterwards it has a size that the file may have; whether it is
    the file is for its hash to say.

    Raises:
        TransferError: the address did not give the file; what it gave is kept, unless it cannot be right.
        OSError: the disk does not take it. Stopped: ``manner.stop`` said so.
    """
    host = host_of(address)
    start = max(0, partial.size - OVERLAP)
    try:
        with _asked(address, _headers(address, partial, start), manner.patience) as response:
            answer = understood(host, response.status_code, response.headers, start)
            if answer.total is not None and answer.total not in manner.sizes:
                raise _wrong_size(host, answer.total, manner, stale=False)
            origin = Origin(address=shown(address), validator=answer.validator, total=answer.total)
            with partial.read_from(answer.start) as known:
                _write(_beyond(_body(response, host, manner), known, host), partial, origin, manner)
    except TransferError as error:
        if error.stale:
            partial.clear()
        raise
    _check_end(host, partial, manner)


@contextmanager
def _asked(address: str, headers: Mapping[str, str], patience: float) -> Iterator[Response]:
    """The answer of ``address``; whatever goes wrong with the connection until its end becomes a `TransferError`."""
    import requests
    from urllib3.exceptions import HTTPError

    try:
        with requests.Session() as session:
            session.max_redirects = REDIRECTS
            with _got(session, address, headers, patience) as response:
                yield response
    except (requests.RequestException, HTTPError) as error:
        raise failure(error, host_of(address), patience) from error


def _got(session: Session, address: str, headers: Mapping[str, str], patience: float) -> Response:
    import requests

    try:
        return session.get(address, headers=dict(headers), stream=True, timeout=patience)
    except ValueError as error:  # a redirect to an address that is none, which nobody below here expects
        raise requests.exceptions.InvalidURL from error


def _headers(address: str, partial: Partial, start: int) -> dict[str, str]:
    """What asks for the bytes from ``start`` on, as they lie on the server."""
    headers = {"Accept-Encoding": "identity", "User-Agent": "whitecove"}
    origin = partial.origin
    if start:
        headers["Range"] = f"bytes={start}-"
        if origin and origin.address == shown(address) and origin.validator:
            headers["If-Range"] = origin.validator
    return headers


def _body(response: Response, host: str, manner: Manner) -> Iterator[bytes]:
    """The bytes of an answer as they come."""
    pace = Pace(manner.patience)
    while piece := response.raw.read1(CHUNK, decode_content=False):
        if manner.stop():
            raise Stopped
        if pace.is_too_slow(len(piece)):
            raise stalled(host, manner.patience)
        yield piece


def _beyond(pieces: Iterable[bytes], known: BinaryIO, host: str) -> Iterator[bytes]:
    """What comes after the bytes of ``known``, with which ``pieces`` begin.

    Raises:
        TransferError: they begin with something else.
    """
    left = True
    for piece in pieces:
        same = known.read(len(piece)) if left else b""
        if not piece.startswith(same):
            raise TransferError("fetch.changed", passing=True, stale=True, host=host)
        left = len(same) == len(piece)
        if not left:
            yield piece[len(same) :]


def _write(body: Iterable[bytes], partial: Partial, origin: Origin, manner: Manner) -> None:
    with partial.opened(origin) as file:
        done = partial.size
        for piece in body:
            done += len(piece)
            if done > max(manner.sizes):
                raise _wrong_size(host_of(origin.address), done, manner, stale=True)
            file.write(piece)
            file.flush()  # what is fetched outlives a program that is killed
            manner.emit(Progress(done=done, total=origin.total))


def _check_end(host: str, partial: Partial, manner: Manner) -> None:
    """A server that does not say how much it sends may have ended early.

    Raises:
        TransferError: it did.
    """
    if partial.size not in manner.sizes:
        raise TransferError("fetch.cut", passing=True, host=host)


def _wrong_size(host: str, offered: int, manner: Manner, *, stale: bool) -> TransferError:
    wanted = " or ".join(f"{size:,}" for size in sorted(manner.sizes))
    return TransferError("fetch.wrong_size", stale=stale, host=host, offered=f"{offered:,}", wanted=wanted)


class Pace:
    """Whether bytes still come at a speed worth waiting for. ``clock`` gives seconds."""

    def __init__(self, patience: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._patience, self._clock = patience, clock
        self._since, self._bytes = clock(), 0

    def is_too_slow(self, count: int) -> bool:
        """After ``count`` more bytes: whether there were too few over a whole time of patience."""
        self._bytes += count
        now = self._clock()
        if now - self._since < self._patience:
            return False
        slow = self._bytes < SLOWEST * (now - self._since)
        self._since, self._bytes = now, 0
        return slow

"""What a server's answer says about the file, before its bytes: whether it is the file at all, from which byte on, and
how to ask for this very state of it again (RFC 9110 §8.8, §14)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from whitecove.models.failures import TransferError

OK, PART, RANGE_BEYOND_END = 200, 206, 416
# No file has a size of more digits than this; Python refuses to read numbers of thousands.
_NUMBER = r"[0-9]{1,18}"
_LENGTH = re.compile(_NUMBER)
_RANGE = re.compile(rf"bytes ({_NUMBER})-{_NUMBER}/({_NUMBER}|\*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The bytes that follow begin at ``start`` of a file of ``total`` bytes, where that is known. ``validator`` names
    this state of the file; it is empty where the server names none."""

    start: int
    total: int | None
    validator: str


def understood(host: str, status: int, headers: Mapping[str, str], asked: int) -> Answer:
    """What ``host`` answers to a request for the bytes from ``asked`` on; ``headers`` take names in any case.

    Raises:
        TransferError: it does not give the file, or not in a way that can be used.
    """
    if status == RANGE_BEYOND_END:
        raise TransferError("fetch.changed", passing=True, stale=True, host=host)
    if status not in (OK, PART):
        raise TransferError("fetch.status", host=host, status=status)
    if headers.get("Content-Type", "").partition(";")[0].strip().lower() in ("text/html", "application/xhtml+xml"):
        raise TransferError("fetch.page", host=host)
    if headers.get("Content-Encoding", "identity").lower() != "identity":
        raise TransferError("fetch.odd", host=host)
    return _part(host, headers, asked) if status == PART else _whole(headers)


def _whole(headers: Mapping[str, str]) -> Answer:
    length = headers.get("Content-Length", "")
    known = _LENGTH.fullmatch(length) and "Transfer-Encoding" not in headers
    return Answer(start=0, total=int(length) if known else None, validator=_validator(headers))


def _part(host: str, headers: Mapping[str, str], asked: int) -> Answer:
    found = _RANGE.fullmatch(headers.get("Content-Range", "").strip())
    if found is None or int(found[1]) != asked:
        raise TransferError("fetch.odd", host=host)
    total = None if found[2] == "*" else int(found[2])
    return Answer(start=asked, total=total, validator=_validator(headers))


def _validator(headers: Mapping[str, str]) -> str:
    """A strong ETag, or else when the file was changed: what If-Range takes."""
    etag = headers.get("ETag", "")
    return etag if etag.startswith('"') else headers.get("Last-Modified", "")

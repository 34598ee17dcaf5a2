"""Where a model's file may be had, the person's own mirrors first."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from whitecove.core.errors import ModelError
from whitecove.models.catalogue import KnownFile

SUFFIX = ".onnx"


def addresses_of(file: KnownFile, mirrors: Sequence[str]) -> list[str]:
    """Every address of ``file`` in the order in which they are tried, each once.

    A mirror is the address of a folder that has the file under its published name, or of the file itself, if it ends in
    ``.onnx``.

    Raises:
        ModelError: a mirror is no http or https address.
    """
    own = [_at(mirror, file.name) for mirror in mirrors]
    return list(dict.fromkeys([*own, *file.addresses]))


def host_of(address: str) -> str:
    """The computer that an address leads to, as it is shown: without a password that may stand in it."""
    return urlsplit(shown(address)).netloc


def shown(address: str) -> str:
    """An address as it may be shown and written down: without name and password."""
    parts = urlsplit(address)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _at(mirror: str, name: str) -> str:
    if not _is_usable(mirror):
        raise ModelError("model.bad_mirror", mirror=mirror)
    return mirror if _is_file(mirror) else f"{mirror.rstrip('/')}/{quote(name)}"


def _is_usable(mirror: str) -> bool:
    try:
        parts = urlsplit(mirror)
        leads_somewhere = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, a bracket that is not closed
        return False
    no_folder = bool(parts.query or parts.fragment) and not _is_file(mirror)
    return leads_somewhere and not no_folder and not any(sign.isspace() for sign in mirror)


def _is_file(mirror: str) -> bool:
    return urlsplit(mirror).path.endswith(SUFFIX)

"""Loopback is open here: mirrors on this machine are real ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_socket import enable_socket, socket_allow_hosts

from tests.models.mirror import Mirror, serving
from tests.models.small import DATA, known, small


@pytest.fixture
def loopback(_no_network: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine may be reached, and nothing else."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    enable_socket()
    socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)


@pytest.fixture
def mirror(loopback: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mirror]:
    """A mirror that has the model ``small``, the only one known."""
    known(monkeypatch, small())
    with serving(DATA) as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A model store that is not there yet."""
    return tmp_path / "models"

"""Fixtures every test may use. The network is blocked, and the person's folders are a temporary one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_socket import disable_socket, enable_socket

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh WHITECOVE_HOME for each test."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("WHITECOVE_HOME", str(folder))
    monkeypatch.delenv("U2NET_HOME", raising=False)
    return folder


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real photos and weights beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the real photos and weights are not beside this checkout (../shared)")
    return SHARED


@pytest.fixture(scope="session")
def models_with_u2netp(shared: Path) -> dict[str, Path]:
    """The real u2netp weights, as the model store would name them."""
    return {"u2netp": shared / "models" / "u2netp.onnx"}

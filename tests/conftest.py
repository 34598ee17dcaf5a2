"""Fixtures every test may use. The network is blocked, and the person's folders are a temporary one."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from pytest_socket import disable_socket, enable_socket

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

# How long an example takes says more of the machine than of the code: benchmarks measure, tests check.
settings.register_profile("whitecove", deadline=None)
settings.load_profile("whitecove")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where WHITECOVE_REQUIRE_SHARED is set, a test that needs the real photos or weights fails if it is skipped."""
    report = yield
    needs_shared = any(item.get_closest_marker(name) for name in ("corpus", "weights"))
    if report.skipped and needs_shared and os.environ.get("WHITECOVE_REQUIRE_SHARED"):
        report.outcome = "failed"
        report.longrepr = f"skipped, where it must run: {report.longrepr}"
    return report


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

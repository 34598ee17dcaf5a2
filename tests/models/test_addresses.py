"""Addresses: the person's own first, and never shown with a password."""

from __future__ import annotations

import pytest

from whitecove.models.addresses import addresses_of, host_of, shown
from whitecove.models.catalogue import KnownFile, catalogue

FILE = KnownFile(precision="single", name="a file.onnx", bytes=1, addresses=("https://public.example/a.onnx",))


@pytest.mark.parametrize(
    ("mirror", "address"),
    [
        ("http://10.0.0.2:8000", "http://10.0.0.2:8000/a%20file.onnx"),
        ("http://10.0.0.2/models/", "http://10.0.0.2/models/a%20file.onnx"),
        ("http://10.0.0.2/other.onnx", "http://10.0.0.2/other.onnx"),
        ("https://x.example/other.onnx?raw=1", "https://x.example/other.onnx?raw=1"),
        ("https://relay.example/https://public.example", "https://relay.example/https://public.example/a%20file.onnx"),
    ],
)
def test_a_mirror_is_a_folder_or_a_file(mirror: str, address: str) -> None:
    assert addresses_of(FILE, [mirror]) == [address, "https://public.example/a.onnx"]


def test_each_address_is_asked_once() -> None:
    assert addresses_of(FILE, ["https://public.example/a.onnx"]) == ["https://public.example/a.onnx"]


def test_a_password_is_not_shown() -> None:
    address = "http://name:pass%40word@10.0.0.2:8000/a.onnx?b=1"
    assert shown(address) == "http://10.0.0.2:8000/a.onnx?b=1"
    assert host_of(address) == "10.0.0.2:8000"


def test_the_public_addresses_are_https_and_named_like_their_files() -> None:
    for file in (file for model in catalogue() for file in model.files):
        assert file.addresses
        for address in file.addresses:
            assert address.startswith("https://")
            assert address.endswith(f"/{file.name}")

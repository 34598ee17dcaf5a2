"""The catalogue: complete, and safe to sell with."""

from __future__ import annotations

import re

import pytest

from whitecove.core.engines.registry import PREFERRED
from whitecove.core.errors import ModelError
from whitecove.models.catalogue import SPEEDS, Model, catalogue, find, recognise


@pytest.mark.parametrize("model", catalogue(), ids=lambda model: model.name)
def test_every_model_can_be_recognised(model: Model) -> None:
    assert model.licence
    assert model.good_at.endswith(".")
    assert model.speed in SPEEDS
    for file in model.files:
        assert bool(re.fullmatch(r"[0-9a-f]{32}", file.md5)) != bool(re.fullmatch(r"[0-9a-f]{64}", file.sha256))
        assert recognise(md5=file.md5, sha256=file.sha256 or "0" * 64) == model


def test_names_and_hashes_are_unique() -> None:
    names = [model.name for model in catalogue()]
    hashes = [file.md5 or file.sha256 for model in catalogue() for file in model.files]
    assert len(set(names)) == len(names)
    assert len(set(hashes)) == len(hashes)


def test_what_auto_takes_may_be_used_commercially() -> None:
    assert all(find(name).commercial for name in PREFERRED)
    assert not find("bria-rmbg").commercial


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(ModelError, match="u2netp, u2net,"):
        find("u2net-mega")


def test_unknown_hashes_are_no_model() -> None:
    assert recognise(md5="0" * 32, sha256="0" * 64) is None


@pytest.mark.parametrize("model", catalogue(), ids=lambda model: model.name)
def test_rembg_knows_every_model_by_this_name_hash_and_address(model: Model) -> None:
    import inspect

    from whitecove.core.engines.rembg_session import _session_class

    source = inspect.getsource(_session_class(model.name).download_models)
    usual = model.files[0]
    assert (f"md5:{usual.md5}" if usual.md5 else f"sha256:{usual.sha256}") in source
    assert f'"{usual.addresses[0]}"' in source

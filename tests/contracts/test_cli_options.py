"""Every option is a flag of `prepare`, with the declaration's own words, and a preset key."""

from __future__ import annotations

import inspect
from typing import get_args

import pytest
import typer
from typer.models import OptionInfo

from whitecove.cli.flags import chosen, flag_of
from whitecove.cli.prepare import prepare
from whitecove.core import options as declared
from whitecove.core.options import Options

FLAGS = {
    name: get_args(parameter.annotation)[1]
    for name, parameter in inspect.signature(prepare).parameters.items()
    if get_args(parameter.annotation)
}
"""The typer information of each parameter of the command."""

OTHER_VALUES: dict[str, object] = {
    "profile": "aliexpress", "engine": "keep", "slots": "main", "group": "photo", "aspect": "3:4", "canvas": 1234,
    "fill": 0.5, "stand": "baseline", "details": "pad", "review_doubt": 0.25, "pad_bytes": True, "keep_camera": False,
    "artist": "A", "copyright": "C", "gap": 90.0, "name": "{sku}-{nn}", "ascii_names": True, "lang": "en",
    "device": "cpu", "shadow": "made", "keep_edges": True, "white_point": "backdrop", "passes": "one",
}  # fmt: skip


@pytest.mark.parametrize("name", declared.names())
def test_an_option_is_a_flag_with_the_declarations_help(name: str) -> None:
    info = FLAGS[name]
    assert isinstance(info, OptionInfo)
    assert str(info.default).partition("/")[0] == flag_of(name)
    assert info.help is not None
    assert info.help.startswith(declared.declaration(name).help)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("profile", "aliexpress"),
        ("canvas", "0"),
        ("slots", "main,detail,variant"),
        ("artist", "none"),
        ("keep_camera", "yes"),
    ],
)
def test_the_help_names_the_default(name: str, shown: str) -> None:
    assert FLAGS[name].help.endswith(f"[default: {shown}]")


@pytest.mark.parametrize("name", declared.names())
def test_a_flag_reaches_its_option(name: str) -> None:
    value = OTHER_VALUES[name]
    expected = (value,) if isinstance(getattr(Options(), name), tuple) else value
    assert getattr(chosen(None, {name: value}), name) == expected


@pytest.mark.parametrize("name", [n for n in declared.names() if declared.declaration(n).low is not None])
def test_bounds_are_those_of_the_declaration(name: str) -> None:
    known = declared.declaration(name)
    assert known.high is not None
    for bound in (known.low, known.high):
        assert getattr(chosen(None, {name: type(getattr(Options(), name))(bound)}), name) == bound
    with pytest.raises(typer.BadParameter):
        chosen(None, {name: known.high + 1})

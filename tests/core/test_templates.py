from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whitecove.core.options import problems
from whitecove.core.templates import SEPARATORS, TOKENS, filled, parse, problems_of

ALL = {"sku": "A", "variant": "红色", "role": "main", "nn": "01", "pt": "00", "date": "20260102", "lang": "ru"}


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("{sku}_{varient}_{nn}", "there is no token {varient} (did you mean {variant}?)"),
        ("{SKU}_{nn}", "there is no token {SKU} (did you mean {sku}?)"),
        ("{}{sku}_{nn}", "there is no token {}"),
        ("{nn}", "{sku} is missing"),
        ("{sku}", "{nn} is missing"),
        ("{sku}_{sku}_{nn}", "{sku} stands twice"),
        ("{sku}/{nn}", "must not have / or \\"),
        ("{sku}\\{nn}", "must not have / or \\"),
        ("{sku}:{nn}?", "must not have : ?"),
        ("{sku}\n{nn}", "must not have '\\n'"),
        ("{sku}_{nn}_{", "a brace stands alone"),
        ("{{sku}}_{nn}", "a brace stands alone"),
        ("{sku}{ext}_{nn}", "{ext} may only stand at the end"),
        (".{sku}_{nn}", "must not begin with a dot or a space"),
        ("{sku}_{nn}. .jpg ", "must not end with a dot or a space"),
        ("{sku}_{nn}" + "货" * 14, "its own text must be at most 40 bytes"),
    ],
)
def test_what_is_wrong_with_a_template(template: str, problem: str) -> None:
    assert any(found.startswith(problem) for found in problems_of(template)), problems_of(template)


def test_all_problems_are_told_at_once() -> None:
    assert len(problems_of(" {skuu}/{x}*")) == 7


@pytest.mark.parametrize(
    "template",
    ["{sku}_{nn}", "{sku}_{variant}_{nn}_{role}", "{date} {sku} ({lang}) {pt}", "{sku}-{nn}.{ext}", "{sku}_{nn}{ext}"],
)
def test_good_templates(template: str) -> None:
    assert problems_of(template) == []
    assert problems({"name": template}) == []


def test_a_main_pictures_template_needs_no_number() -> None:
    assert problems_of("{sku}.MAIN", counted=False) == []


@pytest.mark.parametrize(
    ("template", "empty", "name"),
    [
        ("{sku}_{variant}_{nn}", "", "A_红色_01"),
        ("{sku}_{variant}_{nn}", "variant", "A_01"),
        ("{variant}_{sku}_{nn}", "variant", "A_01"),
        ("{sku}_{nn}_{variant}", "variant", "A_01"),
        ("{sku} - {variant} - {nn}", "variant", "A - 01"),
        ("{sku} ({variant}) {nn}", "variant", "A 01"),
        ("{sku}_{nn}[{variant}]", "variant", "A_01"),
        ("{sku}_{variant}_{lang}_{nn}", "variant lang", "A_01"),
        ("{variant}_{lang}_{sku}_{nn}", "variant lang", "A_01"),
        ("{variant}{lang}.{sku}_{nn}", "variant lang", "A_01"),
        ("IMG{variant}_{sku}_{nn}", "variant", "IMG_A_01"),
        ("{sku}x{variant}y{nn}", "variant", "Axy01"),
        ("{sku}_{nn}.{ext}", "", "A_01"),
        ("{date}_{sku}_{pt}_{role}", "date", "A_00_main"),
    ],
)
def test_an_empty_token_takes_its_separator_away(template: str, empty: str, name: str) -> None:
    values = {token: "" if token in empty.split() else value for token, value in ALL.items()}
    assert filled(parse(template), values) == name


@pytest.mark.parametrize("suffix", [".jpg", ".JPG", ".jpeg", ".png", ".jpg.{ext}", ".{ext}", "{ext}"])
def test_a_suffix_at_the_end_is_no_part_of_the_name(suffix: str) -> None:
    template = "{sku}_{nn}" + suffix
    assert problems_of(template) == []
    assert filled(parse(template), ALL) == "A_01"


@pytest.mark.parametrize("text", [".jpg_{nn}", "_{nn}.MAIN", "_{nn}jpg", "_{nn}.x.y"])
def test_a_dot_elsewhere_stays(text: str) -> None:
    assert filled(parse("{sku}" + text), ALL) == "A" + text.replace("{nn}", "01")


@given(st.text(st.sampled_from("{}abknsu_.-/ 货\n")))
def test_any_text_has_problems_or_is_a_template(text: str) -> None:
    assert problems_of(text) or filled(parse(text), ALL)


@given(
    st.lists(st.sampled_from(TOKENS[:-1]), unique=True),
    st.lists(st.sampled_from(SEPARATORS), min_size=8, max_size=8),
    st.sets(st.sampled_from(sorted(ALL))),
)
def test_empty_tokens_leave_no_separators_behind(tokens: list[str], between: list[str], empty: set[str]) -> None:
    template = "".join(f"{sep}{{{token}}}" for sep, token in zip(between, tokens, strict=False))[1:]
    values = {token: "" if token in empty else "x" for token in ALL}
    name = filled(parse(template), values)
    assert name.count("x") == len(set(tokens) - empty)
    assert not any(a in SEPARATORS and b in SEPARATORS for a, b in pairwise(name))
    assert name == name.strip(SEPARATORS)


@pytest.mark.parametrize(("value", "right"), [("", True), ("{sku}_{nn}", True), ("{sku}", False), (3, False)])
def test_the_option_is_checked(value: object, right: bool) -> None:
    assert (problems({"name": value}) == []) is right

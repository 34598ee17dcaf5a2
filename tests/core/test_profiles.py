from __future__ import annotations

import datetime as dt
import pickle
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whitecove import paths
from whitecove.core import profile_file, profiles
from whitecove.core.errors import ProfileError
from whitecove.core.model import Severity, Slot
from whitecove.core.profiles import Rule

ALIEXPRESS = paths.resources() / "profiles" / "aliexpress.toml"


def changed(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    text = ALIEXPRESS.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "aliexpress.toml"
    path.write_text(text, "utf-8")
    return path


def test_aliexpress_says_what_the_others_build_on() -> None:
    profile = profiles.load_profile("aliexpress")
    assert profile.byte_window(Slot.MAIN) == (512_000, 2_000_000)
    assert profile.long_edge(Slot.DETAIL) == 2000
    assert profile.canvas == 2000
    assert profile.short_side(Slot.MAIN, "1:1") == 800
    assert profile.short_side(Slot.MAIN, "3:4") == 750
    assert profile.short_side(Slot.DETAIL, "3:4") == 800
    assert profile.slot(Slot.MAIN).aspects == ("1:1", "3:4")
    assert profile.slot(Slot.DETAIL).max_count == 5


def test_a_slot_without_rules_takes_anything() -> None:
    profile = profiles.load_profile("aliexpress")
    assert profile.byte_window(Slot.PAGE) == (0, profiles.NO_CEILING)
    assert profile.long_edge(Slot.PAGE) == profiles.NO_CEILING


def test_profiles_cross_process_borders() -> None:
    profile = profiles.load_profile("aliexpress")
    assert pickle.loads(pickle.dumps(profile)) == profile  # noqa: S301 (our own bytes)


def test_severity_is_of_the_slot() -> None:
    rule = Rule(
        id="a.b",
        severity=Severity.ERROR,
        applies_to=("main", "detail"),
        source="own: a test",
        verified_on=dt.date(2026, 1, 1),
        severity_in={Slot.DETAIL: Severity.WARNING},
    )
    assert rule.severity_for(Slot.MAIN) is Severity.ERROR
    assert rule.severity_for(Slot.DETAIL) is Severity.WARNING
    assert rule.severity_for(Slot.VARIANT) is None


def test_all_means_neither_pages_nor_transparent_pictures() -> None:
    rule = profiles.load_profile("aliexpress").rule("file.bytes")
    assert [slot for slot in Slot if rule.severity_for(slot) is None] == [Slot.TRANSPARENT, Slot.PAGE]


def test_sources_are_found_by_their_ids() -> None:
    profile = profiles.load_profile("aliexpress")
    titles = [source.title for source in profile.sources_of(profile.rule("file.format"))]
    assert len(titles) == 2
    assert all(titles)
    (own,) = profile.sources_of(profile.rule("file.bytes"))
    assert own.title.startswith("inside every published limit")


def test_an_unknown_profile_names_the_known_ones() -> None:
    with pytest.raises(ProfileError, match="aliexpress"):
        profiles.load_profile("../aliexpres")


def test_a_wrong_file_does_not_load(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="canvas"):
        profiles.read_profile(changed(tmp_path, ("canvas = 2000", "canvas = 0")))


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        ('name = "AliExpress"', 'nme = "AliExpress"'),
        ("[slots.variant]", "[slots.varient]"),
        ('[rules."file.readable"]\nseverity = "error"', '[rules."file.readable"]\nseverity = "eror"'),
        ("ceiling = 2_000_000", 'celing = 2_000_000\nnote2 = "x"'),
        ('[rules."pixels.aspect"]', '[rules."pixel.aspect"]'),
        ('source = "ae-form-main, ae-api-main"', 'source = "ae-form-man, ae-api-main"'),
        ('basis = "box"', 'basis = "volume"'),
        ('[rules."set.details"]\nseverity = "info"', '[rules."set.details"]'),
    )
    problems = profiles.validate(path)
    for part in (
        "name: is missing",
        "nme: is not known (did you mean name?)",
        "slots.varient: must be",
        "(did you mean variant?)",
        "rules.\"file.readable\".severity: must be 'error', 'warning' or 'info' (did you mean error?)",
        'rules."file.bytes".celing: is not known (did you mean ceiling?)',
        'rules."file.bytes".ceiling: is missing',
        'rules."file.bytes".note2: is not known (did you mean note?)',
        'rules."pixel.aspect": there is no such rule (did you mean pixels.aspect?)',
        'rules."file.format".source: ae-form-man is not among [sources] (did you mean ae-form-main?)',
        'rules."subject.fill".basis: must be of box, area',
        'rules."set.details".severity: is missing',
    ):
        assert any(part in problem for problem in problems), part


@pytest.mark.parametrize("key", ["severity", "source", "verified_on", "applies_to"])
def test_what_every_rule_must_have(tmp_path: Path, key: str) -> None:
    lines = ALIEXPRESS.read_text("utf-8").splitlines()
    start = lines.index('[rules."pixels.long_edge"]')
    line = next(i for i in range(start, len(lines)) if lines[i].startswith(f"{key} ="))
    path = tmp_path / "aliexpress.toml"
    path.write_text("\n".join(lines[:line] + lines[line + 1 :]), "utf-8")
    assert profiles.validate(path) == [f'rules."pixels.long_edge".{key}: is missing']


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"\xff\xfe", "is not UTF-8 text"), (b"a = ", "is not TOML"), (b"", "schema: is missing")],
)
def test_files_that_are_no_profile(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "aliexpress.toml"
    path.write_bytes(content)
    assert any(problem in found for found in profiles.validate(path))


def test_a_missing_file(tmp_path: Path) -> None:
    (problem,) = profiles.validate(tmp_path / "none.toml")
    assert problem.startswith("none.toml: cannot be read")


def test_the_id_is_the_name_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "other.toml"
    path.write_bytes(ALIEXPRESS.read_bytes())
    assert profiles.validate(path) == ["id: must be the file's name, other"]


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.lists(st.integers(), max_size=2), st.just({})
)


@given(value=VALUES, data=st.data())
def test_any_value_anywhere_gives_problems_and_no_crash(value: object, data: st.DataObject) -> None:
    content = tomllib.loads(ALIEXPRESS.read_text("utf-8"))
    table = content
    key = data.draw(st.sampled_from(sorted(table)))
    while isinstance(table[key], dict) and table[key] and data.draw(st.booleans()):
        table = table[key]
        key = data.draw(st.sampled_from(sorted(table)))
    table[key] = value
    profile, problems = profile_file.check(content, "aliexpress")
    assert (profile is None) is bool(problems)
    assert all(": " in problem for problem in problems)

"""Whatever products and variants are called, and whatever the marketplace and the template."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.batch.listed import listing_of
from whitecove.batch.naming.names import NAME_BYTES, collision_key, natural_key, printable, safe_name, sku_namer
from whitecove.batch.naming.slots import refuse_clashes, wants_of
from whitecove.core.model import Slot, Want
from whitecove.core.options import Options
from whitecove.core.profiles import Profile, list_profiles

PROFILES = {profile.id: profile for profile in list_profiles()}
TEMPLATES = ["", "{sku}_{nn}_{variant}", "{sku} {nn} ({role})", "{lang}.{sku}.{pt}.{ext}", "{date}{sku}主{nn}"]
DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))}

AWKWARD = st.sampled_from(
    [
        *("", "CON", "com1.x", "...", " . ", "~", "01", "1", "\n", "=1+1", "variants", "_review", "a/b\\c:d"),
        *("e\u0301", "é", "É", "ß", "SS", "İ", "A", "a", "红色", "紅色", "Красный", "\u3164", "\u202egpj", "raw\udcff"),
        *("\U0001f389\U0001f469\u200d\U0001f467", "A" * 300, "货" * 300),
    ]
)
TEXTS = st.one_of(AWKWARD, st.text(st.characters(codec=None), max_size=60))
# Names that read the same are one variant.
VARIANTS = st.dictionaries(TEXTS.map(printable).filter(bool), st.sampled_from(["m", "mdd", "v", "vd"]), max_size=4)


def made(sku: str, variants: dict[str, str], options: Options, profile: Profile) -> list[Want]:
    """The wants of a listing that has one main in all, or one in each card."""
    roles = dict(variants)
    if profile.card == "listing" or not roles:
        roles = {name: each.replace("m", "v") for name, each in roles.items()}
        roles = {"": "mdd", **roles}
    else:
        roles = {"": "dd", **{name: each.replace("v", "m") for name, each in roles.items()}}
    of = listing_of(sku_namer(options, profile)(sku), roles)
    return [want for each in wants_of(of, options, profile, date="20260102").values() for want in each]


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("profile", list(PROFILES))
@given(sku=TEXTS, variants=VARIANTS, ascii_names=st.booleans(), lang=st.sampled_from(["", "ru", "con", "中文" * 9]))
def test_names_fit_every_system_and_sort_as_they_are_uploaded(
    profile: str, template: str, sku: str, variants: dict[str, str], ascii_names: bool, lang: str
) -> None:
    of = PROFILES[profile]
    wants = made(sku, variants, Options(name=template, ascii_names=ascii_names, lang=lang), of)
    refuse_clashes(wants)
    for want in wants:
        *folders, name = want.file.split("/")
        for part in (*folders, name):
            refuse_unsafe(part)
        assert name.endswith(".jpg")
        assert not of.names.limit or len(name) <= of.names.limit
        assert want.file.isascii() or not (ascii_names or of.names.ascii)
    refuse_doubles([want.file for want in wants])
    refuse_other_order(wants)


def refuse_unsafe(part: str) -> None:
    assert 0 < len(part.encode()) <= NAME_BYTES
    assert not set('<>:"/\\|?*') & set(part)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in part)
    assert part.partition(".")[0].rstrip().upper() not in DEVICES
    assert part == part.strip(" ").rstrip(".")
    assert not part.startswith(".")
    assert unicodedata.is_normalized("NFC", part)


def refuse_doubles(files: list[str]) -> None:
    for form in ("NFC", "NFD", "NFKC"):
        for fold in (str.casefold, str.lower, str.upper, str):
            names = [fold(unicodedata.normalize(form, PurePosixPath(file).name)) for file in files]
            if form != "NFKC" or len({collision_key(unicodedata.normalize(form, file)) for file in files}) == len(
                files
            ):
                assert len(set(names)) == len(names)


def refuse_other_order(wants: list[Want]) -> None:
    cards: dict[PurePosixPath, list[Want]] = {}
    for want in wants:
        if want.slot in (Slot.MAIN, Slot.DETAIL):
            cards.setdefault(PurePosixPath(want.file).parent, []).append(want)
    for card in cards.values():
        names = [want.file for want in sorted(card, key=lambda want: want.order)]
        assert sorted(names) == names
        assert sorted(names, key=str.casefold) == names
        assert sorted(names, key=natural_key) == names
        assert min(card, key=lambda want: want.order).slot is Slot.MAIN
        assert all(other.order == one.order + 1 for one, other in pairwise(sorted(card, key=lambda want: want.order)))


@pytest.mark.parametrize("profile", list(PROFILES))
@given(texts=st.lists(TEXTS, max_size=6), ascii_names=st.booleans())
def test_a_safe_sku_stays_as_it_is(profile: str, texts: list[str], ascii_names: bool) -> None:
    name = sku_namer(Options(ascii_names=ascii_names), PROFILES[profile])
    for text in texts:
        assert name(name(text)) == name(text) == safe_name(name(text))


@given(skus=st.lists(TEXTS, min_size=2, max_size=5), variants=VARIANTS, template=st.sampled_from(TEMPLATES))
def test_names_are_unique_over_the_batch(skus: list[str], variants: dict[str, str], template: str) -> None:
    options, profile = Options(name=template), PROFILES["aliexpress"]
    safe = {collision_key(sku_namer(options, profile)(sku)): sku for sku in skus}
    wants = [want for sku in safe.values() for want in made(sku, variants, options, profile)]
    refuse_clashes(wants)
    refuse_doubles([want.file for want in wants])


@given(one=st.text("abcdé货", max_size=20), other=st.text("abcdé货", max_size=20))
def test_long_variants_that_differ_only_behind_the_cut_stay_apart(one: str, other: str) -> None:
    start, profile = "颜色" * 60, replace(PROFILES["taobao"], card="variant")
    wants = made("A" * 80, {start + one: "m", start + other: "m"}, Options(), profile)
    assert len({want.file for want in wants if want.slot is Slot.MAIN}) == (1 if one == other else 2)

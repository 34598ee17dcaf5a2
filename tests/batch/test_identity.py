"""What makes two batches the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from whitecove.batch.identity import batch_identity, settings_hash
from whitecove.core.model import Slot
from whitecove.core.options import Options
from whitecove.core.profiles import Names, load_profile


def test_of_the_models_only_the_one_that_is_used_counts(tmp_path: Path) -> None:
    models = {name: tmp_path / name for name in ("u2net", "u2netp")}
    for name, path in models.items():
        path.write_text(name)
    one = {name: models[name] for name in ("u2net",)}
    assert batch_identity("", "auto", models) == batch_identity("", "auto", one)
    assert batch_identity("", "rembg:u2netp", models) != batch_identity("", "rembg:u2net", models)
    usual = batch_identity("", "auto", models)
    models["u2netp"].write_text("changed")
    assert batch_identity("", "auto", models) == usual
    models["u2net"].write_text("changed")
    assert batch_identity("", "auto", models) != usual


def test_names_cards_and_numbers_do_not_change_a_picture() -> None:
    profile = load_profile("aliexpress")
    usual = settings_hash(Options(), profile)
    details = replace(profile.slot(Slot.DETAIL), max_count=9)
    rules = tuple(rule for rule in profile.rules if not rule.id.startswith("set."))
    for other in (
        replace(profile, names=Names(template="{sku}", limit=50)),
        replace(profile, card="variant"),
        replace(profile, slots={**profile.slots, Slot.DETAIL: details}),
        replace(profile, rules=rules, name="Other", sources={}),
    ):
        assert settings_hash(Options(), other) == usual
    named = Options(name="{sku}_{nn}", lang="ru", ascii_names=True, group="photo", gap=9, slots=("main",))
    assert settings_hash(named, profile) == usual


def test_what_changes_a_picture_or_its_findings_counts() -> None:
    profile = load_profile("aliexpress")
    usual = settings_hash(Options(), profile)
    smaller = replace(profile.slot(Slot.MAIN), min_side=700)
    for other in (
        replace(profile, canvas=1000),
        replace(profile, rules=profile.rules[1:]),
        replace(profile, slots={**profile.slots, Slot.MAIN: smaller}),
    ):
        assert settings_hash(Options(), other) != usual
    assert settings_hash(Options(fill=0.8), profile) != usual

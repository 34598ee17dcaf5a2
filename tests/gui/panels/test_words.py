"""Rules, reasons and sentences as the window says them."""

from __future__ import annotations

import re

import pytest

from whitecove.batch.words import RULES
from whitecove.core import colour_signs, doubt, enclosed, outline
from whitecove.core.checks import background, file
from whitecove.core.engines import given
from whitecove.core.messages import MESSAGES
from whitecove.core.profiles import Profile, list_profiles
from whitecove.gui.panels import fixes
from whitecove.gui.panels.facts_words import counted, size
from whitecove.gui.panels.fixes import BY_DOUBT, BY_RULE, Intent, fixes_of_doubt, hole_in
from whitecove.gui.panels.rule_book import rule_book
from whitecove.gui.panels.wrapped import BREAK, breakable
from whitecove.gui.plain_words import PHRASES, cutout_made, cutout_name, said

# What no screen says; the last is an option of the command line.
BANNED = re.compile(r"\b(engine|matte|rendition|verdict|slot)\b|--[a-z]", re.IGNORECASE)
# Of the command line alone, of the watch folder's, and of a studio's cluster.
ELSEWHERE = ("cli", "watch", "cluster")
HOLE = enclosed.REASON.format(x=725, y=821)


@pytest.mark.parametrize("profile", list_profiles(), ids=lambda profile: profile.id)
def test_the_rule_book_is_the_profile(profile: Profile) -> None:
    book = rule_book(profile.id)
    assert book is not None
    assert [(rule.id, rule.note, rule.weight, rule.severity_in) for rule in book.rules] == [
        (rule.id, rule.note, rule.weight, rule.severity_in) for rule in profile.rules
    ]
    assert all(book.sources_of(rule) == profile.sources_of(rule) for rule in book.rules)


def test_an_unknown_profile_has_no_rule_book() -> None:
    assert rule_book("nowhere") is None


@pytest.mark.parametrize("code", [code for code in MESSAGES if code.partition(".")[0] not in ELSEWHERE])
def test_messages_speak_the_windows_words(code: str) -> None:
    message = MESSAGES[code]
    shown = re.sub(r"\{\w+\}", "", said(f"{message.what} {message.next}"))
    assert not BANNED.search(shown)


def test_fixes_and_doubts_speak_the_windows_words() -> None:
    told = (*file.TOO_SMALL.values(), *file.TOO_LARGE.values(), background.TRACES, doubt.BUSY)
    assert not any(BANNED.search(said(sentence)) for sentence in told)


def test_no_phrase_is_hidden_by_one_before_it() -> None:
    for number, (phrase, _) in enumerate(PHRASES):
        assert not any(earlier in phrase for earlier, _ in PHRASES[:number]), phrase


def test_each_doubt_that_has_a_fix_is_one_that_the_core_tells() -> None:
    reasons = (
        HOLE, doubt.BUSY, outline.BLURRED, outline.DIM, colour_signs.PARTS_LOST, colour_signs.LEFT_OVER,
        outline.REASON.format(share=0.2), "The product fell into several pieces.", given.FRAMED,
    )  # fmt: skip
    for part, _ in BY_DOUBT:
        assert any(part in reason for reason in reasons), part


def test_each_rule_that_has_a_fix_is_a_rule() -> None:
    assert set(BY_RULE) <= set(RULES)


def test_a_hole_says_where_it_is() -> None:
    assert hole_in(HOLE) == (725.0, 821.0)
    assert hole_in("Nothing of the kind.") is None
    assert [fix.intent for fix in fixes_of_doubt(HOLE)] == [Intent.OPEN_HOLE]


def test_a_file_is_too_small_by_the_sentence_of_its_check() -> None:
    for sentence in file.TOO_SMALL.values():
        assert fixes.says_too_small(sentence)
    for sentence in file.TOO_LARGE.values():
        assert not fixes.says_too_small(sentence)


def test_cutouts_have_names_and_say_what_made_them() -> None:
    assert [cutout_name(each) for each in ("auto", "whiten", "rembg:u2netp")] == [
        "Auto", "Glass and white on white", "u2netp",
    ]  # fmt: skip
    for engine in ("backdrop", "whiten", "keep", "alpha", "white", "rembg:u2netp@cuda+backdrop", "backdrop+corrected"):
        assert not BANNED.search(cutout_made(engine))
        assert "whiten" not in cutout_made(engine)
    assert cutout_made("backdrop+corrected").endswith(", corrected by hand")


def test_long_words_may_break_and_short_ones_may_not() -> None:
    name = "a_very-long.product_name_without_end.jpg"
    assert breakable(name).replace(BREAK, "") == name
    assert max(map(len, breakable(name).split(BREAK))) <= 14
    assert breakable("short words stay") == "short words stay"


def test_numbers_are_said_as_people_write_them() -> None:
    assert size(812_000).replace("\u202f", " ").replace("\xa0", " ") in ("812.0 kB", "812 kB")
    assert counted("2 erase, 1 open hole") == "2 × erased, 1 × hole opened"

"""What a person decides: it is kept, it holds for just what they looked at, and it never lifts a rule."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.batch.made_up import PLACEMENT, finding
from tests.pictures import facts
from whitecove.batch import decisions, store
from whitecove.batch.decisions import Decision, Decisions, Kind, applied, settled, worded
from whitecove.core.checks.score import score
from whitecove.core.errors import OutputError
from whitecove.core.model import Finding, Outcome, PhotoResult, Rendition, Severity, Slot, State, Verdict
from whitecove.core.profiles import load_profile

PROFILE = load_profile("aliexpress")
SOURCE, OTHER = "5" * 64, "6" * 64
SHA256 = "a" * 64
DOUBT = finding("subject.doubt", Outcome.FAIL, Severity.WARNING)
BROKEN = finding("file.bytes", Outcome.FAIL)
FINE = finding("file.format")


def made(state: State = State.REVIEW, *findings: Finding, slot: Slot = Slot.MAIN) -> Rendition:
    reason = "" if state is State.READY else "The edge is unclear."
    return Rendition(
        slot=slot, file="cup/cup_01_main.jpg", state=state, reason=reason, findings=findings, sha256=SHA256,
        placement=PLACEMENT, score=score(findings, PROFILE),
    )  # fmt: skip


def photo(*renditions: Rendition) -> PhotoResult:
    worst = next((each for each in renditions if each.state is not State.READY), renditions[0])
    return PhotoResult(state=worst.state, reason=worst.reason, facts=facts(9, 9), renditions=renditions)


def on_picture(kind: Kind, reason: str = "", sha256: str = SHA256, slot: Slot = Slot.MAIN) -> Decision:
    return Decision(kind=kind, source_sha256=SOURCE, slot=slot, sha256=sha256, reason=reason, source="cup.jpg")


def on_photo(kind: Kind, reason: str = "") -> Decision:
    return Decision(kind=kind, source_sha256=SOURCE, reason=reason, source="cup.jpg")


def after(result: PhotoResult, *log: Decision) -> PhotoResult:
    return applied(result, SOURCE, settled(log))


def test_an_approved_doubt_is_ready_and_says_who_approved_it() -> None:
    result = after(photo(made(State.REVIEW, FINE, DOUBT)), on_picture(Kind.APPROVE))
    (picture,) = result.renditions
    assert (result.state, result.reason, picture.state) == (State.READY, "", State.READY)
    assert picture.findings[1].outcome is Outcome.PASS
    assert picture.findings[1].measured.endswith("approved by a person")
    assert picture.decision == "approved by a person"


def test_an_approved_magnification_without_any_broken_rule_is_ready() -> None:
    assert after(photo(made(State.REVIEW, FINE)), on_picture(Kind.APPROVE)).state is State.READY


def test_an_approval_counts_the_points_anew() -> None:
    result = applied(photo(made(State.REVIEW, DOUBT)), SOURCE, settled([on_picture(Kind.APPROVE)]), PROFILE)
    assert result.renditions[0].score == 100


def test_an_approval_never_lifts_a_broken_rule_and_says_which() -> None:
    result = after(photo(made(State.REVIEW, BROKEN, DOUBT)), on_picture(Kind.APPROVE))
    assert result.state is State.REVIEW
    assert result.reason.startswith("file.bytes: 90 KB, required 512 KB.")
    assert "A person approved it, but it still breaks: File size." in result.reason


def test_a_refused_picture_waits_in_review_with_the_reason() -> None:
    result = after(photo(made(State.READY, FINE)), on_picture(Kind.REJECT, "blurred"))
    assert result.state is State.REVIEW
    assert result.reason.startswith("A person refused it: blurred.")
    assert result.renditions[0].decision == "refused by a person: blurred"


def test_a_refused_photo_is_shot_again_with_all_its_pictures() -> None:
    result = after(
        photo(made(State.READY, FINE), made(State.READY, slot=Slot.VARIANT)), on_photo(Kind.RESHOOT, "dirty")
    )
    assert {result.state, *(each.state for each in result.renditions)} == {State.RESHOOT}
    assert result.reason.startswith("A person wants this photo shot again: dirty.")
    assert {each.reason for each in result.renditions} == {result.reason}


def test_a_photo_that_could_not_be_read_can_be_shot_again() -> None:
    failed = PhotoResult(state=State.FAILED, reason="It is damaged.", facts=None)
    assert after(failed, on_photo(Kind.RESHOOT, "damaged")).state is State.RESHOOT


@pytest.mark.parametrize(
    ("log", "state"),
    [
        ([on_picture(Kind.APPROVE), on_picture(Kind.REJECT)], State.REVIEW),
        ([on_picture(Kind.REJECT), on_picture(Kind.APPROVE)], State.READY),
        ([on_picture(Kind.REJECT), on_picture(Kind.NONE)], State.READY),
        ([on_photo(Kind.RESHOOT), on_picture(Kind.APPROVE)], State.READY),
        ([on_photo(Kind.RESHOOT), on_photo(Kind.APPROVE)], State.READY),
        ([on_photo(Kind.RESHOOT), on_photo(Kind.NONE)], State.READY),
        ([on_photo(Kind.RESHOOT), on_picture(Kind.NONE)], State.RESHOOT),
        ([on_photo(Kind.RESHOOT), on_picture(Kind.REJECT)], State.RESHOOT),
        ([on_picture(Kind.APPROVE), on_photo(Kind.RESHOOT)], State.RESHOOT),
        ([on_picture(Kind.REJECT, sha256="b" * 64)], State.READY),
        ([on_picture(Kind.REJECT, slot=Slot.DETAIL)], State.READY),
    ],
)
def test_the_last_word_on_just_this_picture_holds(log: Sequence[Decision], state: State) -> None:
    assert after(photo(made(State.READY, FINE)), *log).state is state


@pytest.mark.parametrize("kind", Kind)
def test_another_photo_is_not_meant(kind: Kind) -> None:
    result = photo(made(State.READY, FINE))
    held = settled([on_photo(kind, "dirty"), on_picture(kind, "dirty")])
    assert applied(result, OTHER, held) == result


STATES = st.sampled_from([State.READY, State.REVIEW, State.FAILED])
FINDINGS = st.lists(
    st.builds(
        finding,
        st.sampled_from(["file.bytes", "subject.doubt", "subject.fill", "background.white"]),
        st.sampled_from(Outcome),
        st.sampled_from(Severity),
    ),
    max_size=4,
).map(tuple)
RENDITIONS = st.builds(
    lambda state, findings, slot: made(state, *findings, slot=slot), STATES, FINDINGS, st.sampled_from(Slot)
)
LOGS = st.lists(
    st.one_of(
        st.builds(on_picture, st.sampled_from(Kind), st.sampled_from(["", "dirty"]), slot=st.sampled_from(Slot)),
        st.builds(on_photo, st.sampled_from(Kind)),
    ),
    max_size=6,
)


@given(st.lists(RENDITIONS, min_size=1, max_size=3), LOGS)
def test_nothing_that_breaks_a_rule_becomes_ready(renditions: list[Rendition], log: list[Decision]) -> None:
    before = photo(*renditions)
    result = after(before, *log)
    for was, now in zip(before.renditions, result.renditions, strict=True):
        if now.state is State.READY and was.state is not State.READY:
            assert not Verdict(findings=now.findings).errors
            others = [each for each in was.findings if each.rule != "subject.doubt"]
            assert not Verdict(findings=tuple(others)).errors
        assert (now.file, now.sha256, now.slot) == (was.file, was.sha256, was.slot)
    if result.state is State.READY:
        assert all(each.state is State.READY for each in result.renditions)


@given(st.lists(RENDITIONS, min_size=1, max_size=3), LOGS)
def test_applying_twice_changes_nothing_more(renditions: list[Rendition], log: list[Decision]) -> None:
    once = after(photo(*renditions), *log)
    assert after(once, *log) == once


@settings(max_examples=25)
@given(LOGS, LOGS)
def test_what_was_recorded_is_read_back(first: list[Decision], second: list[Decision]) -> None:
    with TemporaryDirectory() as folder:
        decisions.record(Path(folder), first)
        decisions.record(Path(folder), second)
        assert decisions.read(Path(folder)) == settled([*first, *second])


def test_a_line_that_a_power_cut_tore_costs_only_itself(tmp_path: Path) -> None:
    decisions.record(tmp_path, [on_picture(Kind.REJECT)])
    path = tmp_path / decisions.FILE
    path.write_bytes(path.read_bytes() + b'{"schema": 1, "kind": "app')
    decisions.record(tmp_path, [on_photo(Kind.RESHOOT, "脏")])
    assert decisions.read(tmp_path) == settled([on_picture(Kind.REJECT), on_photo(Kind.RESHOOT, "脏")])


@pytest.mark.parametrize(
    "line", [b"[]", b"null", b'"x"', b'{"schema": 2}', b'{"schema": 1, "kind": "bake"}', b"\xff\xfe", b"{}"]
)
def test_a_strange_line_is_passed_over(tmp_path: Path, line: bytes) -> None:
    decisions.record(tmp_path, [on_picture(Kind.APPROVE)])
    path = tmp_path / decisions.FILE
    path.write_bytes(line + b"\n" + path.read_bytes() + line)
    assert decisions.read(tmp_path) == settled([on_picture(Kind.APPROVE)])


def test_nothing_was_decided_yet(tmp_path: Path) -> None:
    assert decisions.read(tmp_path) == Decisions()
    assert not decisions.read(tmp_path)


def test_a_full_disk_leaves_nothing_half_recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decisions.record(tmp_path, [on_picture(Kind.APPROVE)])
    before = (tmp_path / decisions.FILE).read_bytes()

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as caught:
        decisions.record(tmp_path, [on_photo(Kind.RESHOOT, "dirty")])
    assert caught.value.code == "output.full"
    assert (tmp_path / decisions.FILE).read_bytes() == before
    assert store.MEMORY not in str(caught.value)


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("Cut-off", "cut off"),
        ("WRONG_ITEM.", "wrong item"),
        ("  a scratch\non the lid. ", "a scratch on the lid"),
        ("\udcff", "?"),
        (".", ""),
        ("x" * 1000, "x" * 300),
    ],
)
def test_a_reason_is_kept_as_a_short_phrase(given_: str, kept: str) -> None:
    assert worded(given_) == kept


def test_a_waiting_photo_is_left_alone() -> None:
    waiting = replace(photo(made(State.READY)), state=State.WAITING)
    assert after(waiting, on_photo(Kind.RESHOOT)) == waiting

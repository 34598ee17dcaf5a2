"""``whitecove check``: judges existing pictures and changes nothing. On its way nothing heavy is loaded."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whitecove.cli import console
from whitecove.cli.exit_codes import Exit
from whitecove.cli.flags import chosen, with_option_flags
from whitecove.cli.inputs import Given, pictures
from whitecove.core.model import Finding, Outcome, Severity, Slot, Verdict

if TYPE_CHECKING:
    from whitecove.batch.naming.templates import Templates
    from whitecove.core.checks.examine import Examined
    from whitecove.core.profiles import Profile

log = logging.getLogger(__name__)
MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "·"}
MARK_STYLES = {Severity.ERROR: "bad", Severity.WARNING: "look", Severity.INFO: "dim"}

SLOT_HELP = (
    "Judge all as main or as detail pictures. Without it, cup_02.jpg beside cup_01_main.jpg is a detail picture, what"
    " lies in variants/ shows a variant, and every other is a main one."
)


class JudgedSlot(StrEnum):
    """What a picture may be judged as."""

    MAIN = "main"
    DETAIL = "detail"


@with_option_flags("profile", "aspect")
def check(
    inputs: Annotated[list[Path], typer.Argument(metavar="FILES_OR_FOLDERS", help="Pictures to judge.")],
    *,
    slot: Annotated[JudgedSlot | None, typer.Option(help=SLOT_HELP, show_default=False)] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show the rules that hold, too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    **flags: object,
) -> None:
    """Judge existing pictures by a marketplace's rules. Nothing is changed.

    Exit code 0: all pass. 1: some do not.
    """
    from whitecove.batch.naming.templates import templates_of
    from whitecove.core.profiles import load_profile

    options = chosen(None, flags)
    profile = load_profile(options.profile)
    templates = templates_of(options, profile)
    # Without the flag a main picture may have any shape that the profile takes.
    aspect = options.aspect if flags.get("aspect") else None
    passed = failed = 0
    for given in pictures(inputs):
        judged_as = Slot(slot) if slot else _slot_of(given.path, templates)
        examined, verdict = _judge(given, profile, judged_as, aspect)
        passed, failed = (passed + 1, failed) if verdict.passes else (passed, failed + 1)
        if as_json:
            console.say_json(_values(given, examined, verdict, judged_as))
        else:
            for line in _lines(given, examined, verdict, verbose=verbose):
                console.say(line)
    code = Exit.NOT_READY if failed else Exit.READY
    if as_json:
        console.say_json({"event": "summary", "passed": passed, "failed": failed, "exit_code": int(code)})
    elif passed + failed > 1:
        console.say(f"\n{passed} of {passed + failed} pass for {profile.name}.")
    raise typer.Exit(code)


def _slot_of(path: Path, templates: Templates) -> Slot:
    """What a picture is by its name and place, where it has one that Whitecove gave it."""
    if templates.is_variant(path):
        return Slot.VARIANT
    main = templates.main_beside(path.stem)
    return Slot.DETAIL if main and path.with_name(f"{main}{path.suffix}").is_file() else Slot.MAIN


def _judge(given: Given, profile: Profile, slot: Slot, aspect: str | None) -> tuple[Examined, Verdict]:
    from whitecove.core.checks.examine import examine, read_at_most
    from whitecove.core.checks.registry import judge

    try:
        data = read_at_most(given.path)
    except OSError as error:
        why = error.strerror or type(error).__name__
        return _unjudged(given, f"cannot be read ({why})", "Check that you may read it and try again.")
    try:
        examined = examine(data, given.name)
        return examined, judge(examined, profile, slot, aspect=aspect)
    except Exception as error:  # the boundary of one file: a bad one never stops the others
        log.exception("%s", given.name)
        why = type(error).__name__
        return _unjudged(given, f"could not be judged ({why})", "Send the log file with a report.")


def _unjudged(given: Given, problem: str, fix: str) -> tuple[Examined, Verdict]:
    from whitecove.core.checks.examine import Examined

    finding = Finding(
        rule="file.readable",
        severity=Severity.ERROR,
        outcome=Outcome.FAIL,
        measured=problem,
        required="decodes fully, one still picture",
        fix=fix,
    )
    return Examined(name=given.name, data=b"", problem=problem), Verdict(findings=(finding,))


def _lines(given: Given, examined: Examined, verdict: Verdict, *, verbose: bool) -> Iterator[str]:
    """One line on the file, then the rules that do not hold, worst first."""
    mark, word, style = ("✓", "passes", "good") if verdict.passes else ("✗", "does not pass", "bad")
    size = f"{examined.width} × {examined.height}, {examined.bytes / 1000:,.0f} KB" if examined.width else ""
    yield "  ".join(filter(None, (console.paint(f"{mark} {word}", style), given.name, console.paint(size, "dim"))))
    shown = [f for f in verdict.findings if verbose or f.broken]
    for finding in sorted(shown, key=_rank):
        yield from _finding_lines(finding)
    open_ = [f.rule for f in verdict.findings if f.outcome is Outcome.NOT_MEASURED]
    if open_ and not verbose:
        yield console.paint(f"    ? not measured: {', '.join(open_)}", "dim")


def _rank(finding: Finding) -> tuple[int, int]:
    outcomes = (Outcome.FAIL, Outcome.NOT_MEASURED, Outcome.PASS)
    return outcomes.index(finding.outcome), list(MARKS).index(finding.severity)


def _finding_lines(finding: Finding) -> Iterator[str]:
    if finding.outcome is Outcome.PASS:
        mark = console.paint("✓", "good")
    elif finding.outcome is Outcome.NOT_MEASURED:
        mark = console.paint("?", "dim")
    else:
        mark = console.paint(MARKS[finding.severity], MARK_STYLES[finding.severity])
    yield f"    {mark} {finding.rule:<22} {finding.measured} {console.paint(f'· required: {finding.required}', 'dim')}"
    if finding.fix:
        yield f"      {'':<22} → {finding.fix}"


def _values(given: Given, examined: Examined, verdict: Verdict, slot: Slot) -> dict[str, object]:
    from whitecove.batch.delivery.manifest import finding_values

    return {
        "event": "file",
        "file": given.name,
        "slot": slot,
        "passes": verdict.passes,
        "width": examined.width,
        "height": examined.height,
        "bytes": examined.bytes,
        "findings": [finding_values(finding) for finding in verdict.findings],
    }

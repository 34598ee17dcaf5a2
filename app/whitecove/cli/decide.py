"""``whitecove approve``, ``reject``, ``reshoot``, ``withdraw``, ``decisions``: what a person decides on a delivery."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from whitecove.cli import console
from whitecove.cli.exit_codes import Exit

if TYPE_CHECKING:
    from whitecove.batch.decisions import Decision, Kind
    from whitecove.batch.picked import Pick

OutArgument: TypeAlias = Annotated[Path, typer.Argument(metavar="DIR", help="The delivery folder.")]
NamesArgument: TypeAlias = Annotated[
    list[str],
    typer.Argument(metavar="NAMES", help="Photos, delivered files or products, as manifest.csv names them."),
]
JsonFlag: TypeAlias = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]
ReasonFlag: TypeAlias = Annotated[str, typer.Option(metavar="TEXT", help="Why.", show_default=False)]
RefusalFlag: TypeAlias = Annotated[
    str, typer.Option(metavar="TEXT", help="Why: dirty, blurred, cut off, wrong item, or your own words.")
]
VERBS = {"approve": "Approved", "reject": "Refused", "reshoot": "To shoot again", "none": "Taken back"}


def approve(out: OutArgument, names: NamesArgument, *, reason: ReasonFlag = "", as_json: JsonFlag = False) -> None:
    """Take pictures as they are, in spite of doubt about them. What breaks a rule stays in review all the same.

    It holds for just these pictures: those that come out differently must be looked at again.
    """
    from whitecove.batch.decisions import Kind

    _decide(Kind.APPROVE, out, names, reason, as_json=as_json)


def reject(out: OutArgument, names: NamesArgument, *, reason: RefusalFlag = "", as_json: JsonFlag = False) -> None:
    """Refuse pictures, though they pass: they go to review."""
    from whitecove.batch.decisions import Kind

    _decide(Kind.REJECT, out, names, reason, as_json=as_json)


def reshoot(out: OutArgument, names: NamesArgument, *, reason: RefusalFlag, as_json: JsonFlag = False) -> None:
    """Refuse photos: they go on the reshoot list until another photo comes in their place, or they are approved."""
    from whitecove.batch.decisions import Kind, worded

    if not worded(reason):
        raise typer.BadParameter("say what is wrong with the photo", param_hint="'--reason'")
    _decide(Kind.RESHOOT, out, names, reason, as_json=as_json)


def withdraw(out: OutArgument, names: NamesArgument, *, as_json: JsonFlag = False) -> None:
    """Take back what was decided."""
    from whitecove.batch.decisions import read
    from whitecove.batch.picked import delivered, picked, withdrawn

    picks = delivered(out)
    _record(out, withdrawn(picked(picks, names, out), read(out)), picks, as_json=as_json)


def decisions(out: OutArgument, *, as_json: JsonFlag = False) -> None:
    """List the decisions that hold in a delivery."""
    from whitecove.batch.decisions import read
    from whitecove.batch.picked import delivered

    picks = delivered(out)
    held = read(out)
    shown = [*held.photos.values(), *held.pictures.values()]
    _show(shown, picks, as_json=as_json)
    if as_json:
        console.say_json({"event": "summary", "decisions": len(shown), "out": str(out), "exit_code": int(Exit.READY)})
    elif not shown:
        console.say("Nothing is decided.")


def _decide(kind: Kind, out: Path, names: list[str], reason: str, *, as_json: bool) -> None:
    from whitecove.batch.decisions import worded
    from whitecove.batch.picked import decided, delivered, picked

    picks = delivered(out)
    _record(out, decided(kind, picked(picks, names, out), worded(reason)), picks, as_json=as_json)


def _record(out: Path, chosen: tuple[Decision, ...], picks: tuple[Pick, ...], *, as_json: bool) -> None:
    from whitecove.batch.decisions import record

    record(out, chosen)
    _show(chosen, picks, as_json=as_json)
    if as_json:
        console.say_json({"event": "summary", "recorded": len(chosen), "out": str(out), "exit_code": int(Exit.READY)})
    else:
        console.say(f"Recorded. The next prepare into {out} goes by it.")


def _show(shown: Iterable[Decision], picks: tuple[Pick, ...], *, as_json: bool) -> None:
    by_picture = {pick.picture: pick for pick in picks if pick.picture}
    by_photo = {pick.source_sha256: pick for pick in picks if pick.source_sha256}
    for decision in shown:
        key = decision.picture
        pick = by_picture.get(key) if key else by_photo.get(decision.source_sha256)
        if as_json:
            console.say_json(_values(decision, pick))
        else:
            console.say(_line(decision, pick))


def _line(decision: Decision, pick: Pick | None) -> str:
    from whitecove.batch import words

    of_picture = pick is not None and decision.picture is not None
    what = f"{pick.file} (from {pick.source})" if pick and of_picture else decision.source
    line = f"{VERBS[decision.kind]}: {what}" + (f", {decision.reason}" if decision.reason else "")
    if pick is None:
        return f"{line} (no longer in the delivery as it was)"
    if decision.kind == "approve" and pick.broken:
        broken = ", ".join(words.rule(rule) for rule in pick.broken)
        return f"{line}\n  It still breaks: {broken}. Approving is not enough."
    return line


def _values(decision: Decision, pick: Pick | None) -> dict[str, object]:
    on_picture = decision.picture is not None
    return {
        "event": "decision",
        "kind": decision.kind.value,
        "source": pick.source if pick else decision.source,
        "sku": pick.sku if pick else "",
        "slot": decision.slot.value if decision.slot else "",
        "file": pick.file if pick and on_picture else "",
        "reason": decision.reason,
        "current": pick is not None,
        "broken": list(pick.broken) if pick and on_picture else [],
    }

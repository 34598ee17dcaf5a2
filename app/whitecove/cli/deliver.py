"""``whitecove deliver``: the ready files of a delivery, proven once more, to upload or to send."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whitecove.cli import console
from whitecove.cli.exit_codes import Exit

if TYPE_CHECKING:
    from whitecove.batch.delivery.handover import HandedOver


def deliver(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The delivery folder that was prepared.")],
    *,
    to: Annotated[Path, typer.Option(metavar="DIR|FILE.zip", help="A new or empty folder, or a zip file.")],
    only_changed: Annotated[
        bool, typer.Option("--only-changed", help="Only files that changed since the last handover.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Hand over the ready files of a delivery, with a manifest and a list of what changed since the last handover.

    Each file is proven to be just what was checked. A folder that was handed over to before is brought up to date.

    Exit code 0: handed over. 3: refused, and nothing was written.
    """
    from whitecove.batch.delivery.handover import hand_over

    handed = hand_over(out, to, only_changed=only_changed)
    if as_json:
        console.say_json(values(handed, to))
    else:
        for line in lines(handed, to):
            console.say(line)
    raise typer.Exit(Exit.READY)


def values(handed: HandedOver, to: Path) -> dict[str, object]:
    """What was handed over, as plain values."""
    return {
        "event": "handover",
        "to": str(to),
        "files": handed.files,
        "first": handed.first,
        "changes": _kinds(handed),
        "not_ready": handed.not_ready,
        "left": list(handed.left),
    }


def lines(handed: HandedOver, to: Path) -> list[str]:
    """What was handed over, for people."""
    if not handed.changes and not handed.files:
        return ["Nothing changed since the last handover: nothing is written."]
    said = [f"{_count(handed.files, 'file')} handed over: {to}"]
    kinds = _kinds(handed)
    if handed.first:
        said.append("No earlier handover is on record: all of it is new.")
    elif kinds:
        told = ", ".join(f"{number} {kind}" for kind, number in kinds.items())
        said.append(f"Since the last handover: {told}. changes.csv there says what to do.")
    else:
        said.append("Nothing changed since the last handover.")
    if removed := kinds.get("removed"):
        said.append(f"{_count(removed, 'file')} to delete where you uploaded: changes.csv names them.")
    if handed.not_ready:
        said.append(f"{_count(handed.not_ready, 'picture')} not ready, and not handed over.")
    said += [f"{name} was handed over earlier and edited since, so it stays: move it away." for name in handed.left]
    return said


def _kinds(handed: HandedOver) -> dict[str, int]:
    """How many files changed in which way, the ways always in the same order."""
    from whitecove.batch.delivery.changes import Kind

    found = Counter(change.kind for change in handed.changes)
    return {kind.value: found[kind] for kind in Kind if found[kind]}


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"

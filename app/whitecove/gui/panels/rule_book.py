"""A marketplace's rules as the window explains them.

`core.profiles.load_profile` checks a file against its schema and against all checks, which loads what a window must not
wait for. The profiles that come with the program were checked by its tests: here they are only read.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import replace
from functools import cache
from typing import Any

from whitecove import paths
from whitecove.core.model import Severity, Slot
from whitecove.core.profiles import Profile, Rule, Source, unruled


@cache
def rule_book(profile_id: str) -> Profile | None:
    """The rules and sources of the profile of that id, without what its slots take; None where it cannot be read."""
    file = paths.resources() / "profiles" / f"{profile_id}.toml"
    try:
        content = tomllib.loads(file.read_text("utf-8"))
        return _book(profile_id, content)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _book(profile_id: str, content: dict[str, Any]) -> Profile:
    return replace(
        unruled(profile_id, content),
        rules=tuple(_rule(rule_id, table) for rule_id, table in content["rules"].items()),
        sources={key: Source(id=key, **table) for key, table in content.get("sources", {}).items()},
    )


def _rule(rule_id: str, table: dict[str, Any]) -> Rule:
    verified_on: dt.date = table["verified_on"]
    return Rule(
        id=rule_id,
        severity=Severity(table["severity"]),
        applies_to=tuple(table["applies_to"]),
        source=table["source"],
        verified_on=verified_on,
        note=table.get("note", ""),
        weight=table.get("weight"),
        severity_in={Slot(slot): Severity(word) for slot, word in table.get("severity_in", {}).items()},
    )

"""The schema of profile files, and everything that is wrong with one at once.

Only `profiles` imports this, and only when a file is read: pydantic costs a third of a second.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from whitecove.core.checks.check import Params
from whitecove.core.checks.registry import params_of
from whitecove.core.model import Severity, Slot
from whitecove.core.profiles import OWN, Names, Profile, Rule, SlotSpec, Source
from whitecove.core.templates import DETAIL, filled, parse, problems_of

Whole = Annotated[int, Field(strict=True, ge=1)]
Aspect = Annotated[str, Field(pattern=r"^[1-9]\d*:[1-9]\d*$")]
Text = Annotated[str, Field(strict=True, min_length=1)]
# Shorter names could not hold a SKU, a variant and a number.
LEAST_LIMIT = 40
Place = Literal[
    "all", "set", "photo",
    "main", "detail", "variant", "marketing-square", "marketing-portrait", "transparent", "page",
]  # fmt: skip


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceTable(_Table):
    """`[sources.ID]`"""

    title: Text
    url: str = ""
    date: str = ""


class SlotTable(_Table):
    """`[slots.SLOT]`"""

    aspects: tuple[Aspect, ...] = ()
    max_count: Whole | None = None
    min_side: Whole
    min_sizes: dict[Aspect, tuple[Whole, Whole]] = {}


class NamesTable(_Table):
    """`[names]`"""

    template: Annotated[str, Field(strict=True)] = ""
    main: Annotated[str, Field(strict=True)] = ""
    limit: Annotated[int, Field(strict=True, ge=0)] = 0
    ascii: Annotated[bool, Field(strict=True)] = False


class RuleTable(_Table):
    """`[rules."RULE"]`; other keys are the rule's own parameters."""

    model_config = ConfigDict(extra="allow", frozen=True)

    severity: Severity
    applies_to: Annotated[tuple[Place, ...], Field(min_length=1)]
    source: Text
    verified_on: dt.date
    note: str = ""
    weight: Annotated[int, Field(strict=True, ge=0, le=100)] | None = None
    severity_in: dict[Slot, Severity] = {}


class ProfileTable(_Table):
    """The whole file."""

    schema_: Annotated[Literal[1], Field(alias="schema")]
    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    name: Text
    verified_on: dt.date
    canvas: Whole
    card: Literal["listing", "variant"] = "listing"
    names: NamesTable = NamesTable()
    sources: dict[str, SourceTable] = {}
    slots: dict[Slot, SlotTable]
    rules: dict[str, RuleTable]


def read(path: Path) -> tuple[Profile | None, list[str]]:
    """The profile in a file and no problems, or None and all its problems, each as ``key: reason``."""
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        return None, [f"{path.name}: cannot be read ({error.strerror})"]
    except UnicodeDecodeError:
        return None, [f"{path.name}: is not UTF-8 text"]
    except tomllib.TOMLDecodeError as error:
        return None, [f"{path.name}: is not TOML ({error})"]
    return check(content, path.stem)


def check(content: dict[str, Any], stem: str) -> tuple[Profile | None, list[str]]:
    """The profile that the content of ``stem``.toml describes and no problems, or None and all its problems."""
    problems = _content_problems(content, stem)
    try:
        table = ProfileTable.model_validate(content)
    except ValidationError as error:
        return None, [_sentence(detail) for detail in error.errors()] + problems
    return (None, problems) if problems else (_profile(table), [])


def _content_problems(content: dict[str, Any], stem: str) -> list[str]:
    """What no schema sees: references, and each rule's own parameters."""
    problems = []
    if isinstance(content.get("id"), str) and content["id"] != stem:
        problems.append(f"id: must be the file's name, {stem}")
    problems += _names_problems(content.get("names"))
    sources, rules = content.get("sources"), content.get("rules")
    known = tuple(sources) if isinstance(sources, dict) else ()
    for rule_id, rule in (rules if isinstance(rules, dict) else {}).items():
        if isinstance(rule, dict):
            key = f'rules."{rule_id}"'
            problems += _param_problems(key, rule_id, rule) + _source_problems(key, rule, known)
    return problems


def _names_problems(names: object) -> list[str]:
    if not isinstance(names, dict):
        return []
    template, main = (key if isinstance(key, str) else "" for key in (names.get("template"), names.get("main")))
    problems = [f"names.template: {problem}" for problem in problems_of(template) if template]
    problems += [f"names.main: {problem}" for problem in problems_of(main, counted=False) if main]
    if not problems and (main or template) and not _sorts_first(main or template, template or DETAIL):
        problems.append("names: the main picture's name must sort before the others', by a letter or digit")
    if type(names.get("limit")) is int and 0 < names["limit"] < LEAST_LIMIT:
        problems.append(f"names.limit: must be 0 (any number) or at least {LEAST_LIMIT}")
    return problems


def _sorts_first(main: str, template: str) -> bool:
    """Whether a main picture's name sorts before a detail's in every order there is: systems do not agree on how
    punctuation sorts, so the first difference must be between letters or digits."""
    sample = {"sku": "A", "nn": "01", "pt": "00", "role": "main"}
    first = filled(parse(main), sample) + "."
    second = filled(parse(template), {**sample, "nn": "02", "pt": "01", "role": "detail"}) + "."
    one, other = next(((a, b) for a, b in zip(first, second, strict=False) if a != b), ("", ""))
    return one.isalnum() and other.isalnum() and one.casefold() < other.casefold()


def _param_problems(key: str, rule_id: str, rule: dict[str, Any]) -> list[str]:
    known = params_of()
    if rule_id not in known:
        return [f"{key}: there is no such rule{_did_you_mean(rule_id, known)}"]
    params: Params = known[rule_id]
    own = {name: value for name, value in rule.items() if name not in RuleTable.model_fields}
    problems = [
        f"{key}.{name}: is not known{_did_you_mean(name, (*params, *RuleTable.model_fields))}"
        for name in own
        if name not in params
    ]
    for name, param in params.items():
        reason = param.problem(own[name]) if name in own else "is missing"
        if reason:
            problems.append(f"{key}.{name}: {reason}")
    return problems


def _source_problems(key: str, rule: dict[str, Any], known: Iterable[str]) -> list[str]:
    source = rule.get("source")
    if not isinstance(source, str) or not source or source.startswith(OWN):
        return []
    wrong = [part.strip() for part in source.split(",") if part.strip() not in known]
    return [
        f"{key}.source: {part or 'an empty id'} is not among [sources]{_did_you_mean(part, known)}" for part in wrong
    ]


def _sentence(detail: ErrorDetails) -> str:
    *parents, last = path = [part for part in detail["loc"] if part != "[key]"]
    key = _key(path)
    if detail["type"] == "missing":
        return f"{key}: is missing"
    if detail["type"] == "extra_forbidden":
        return f"{key}: is not known{_did_you_mean(str(last), _fields(parents))}"
    reason = detail["msg"].removeprefix("Input ").replace("should", "must", 1)
    choices = re.findall(r"'([^']+)'", str(detail.get("ctx", {}).get("expected", "")))
    given = detail["input"] if isinstance(detail["input"], str) else str(last)
    return f"{key}: {reason[:1].lower()}{reason[1:]}{_did_you_mean(given, choices)}"


def _key(path: Iterable[object]) -> str:
    return ".".join(f'"{part}"' if "." in str(part) else str(part) for part in path)


def _fields(parents: list[Any]) -> tuple[str, ...]:
    tables: dict[object, type[BaseModel]] = {
        "sources": SourceTable,
        "slots": SlotTable,
        "names": NamesTable,
        "rules": RuleTable,
    }
    table = tables.get(parents[0], ProfileTable) if parents else ProfileTable
    return tuple(field.alias or name for name, field in table.model_fields.items())


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(known), n=1)
    return f" (did you mean {close[0]}?)" if close else ""


def _profile(table: ProfileTable) -> Profile:
    return Profile(
        id=table.id,
        name=table.name,
        schema=table.schema_,
        verified_on=table.verified_on,
        canvas=table.canvas,
        slots={slot: SlotSpec(**spec.model_dump()) for slot, spec in table.slots.items()},
        rules=tuple(_rule(rule_id, rule) for rule_id, rule in table.rules.items()),
        sources={key: Source(id=key, **source.model_dump()) for key, source in table.sources.items()},
        card=table.card,
        names=Names(**table.names.model_dump()),
    )


def _rule(rule_id: str, table: RuleTable) -> Rule:
    frozen: Callable[[Any], Any] = lambda value: tuple(value) if isinstance(value, list) else value  # noqa: E731
    return Rule(
        id=rule_id,
        severity=table.severity,
        applies_to=table.applies_to,
        source=table.source,
        verified_on=table.verified_on,
        note=table.note,
        weight=table.weight,
        severity_in=table.severity_in,
        params={key: frozen(value) for key, value in (table.model_extra or {}).items()},
    )

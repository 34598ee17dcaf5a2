"""What the window shows of texts that the core, the batch and the resources say: declarations, names, notes, messages
and phrases, each in the context in which the window asks for it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from core_phrases import phrases_in
from texts import Text
from whitecove.batch import words
from whitecove.batch.decisions import APPROVED
from whitecove.core.adjust.values import OPTIONS as OF_A_PHOTO
from whitecove.core.doubt import PARTS
from whitecove.core.messages import MESSAGES
from whitecove.core.options import declaration, names
from whitecove.gui.pages.option_words import HELP
from whitecove.gui.plain_words import in_plain_words
from whitecove.gui.sentences import CONTEXT as SENTENCE
from whitecove.gui.sentences import NOTE

ROOT = Path(__file__).resolve().parents[1]
PACKAGE, RESOURCES = ROOT / "app" / "whitecove", ROOT / "resources"
# Where the core fills its phrases itself; what else it says are messages.
SPEAKING = ("core", "batch/grouping", "batch/executors")
SILENT = ("messages.py", "said.py", "errors.py", "options.py", "profile_file.py", "schema.py", "problems.py")
# Their tips in the adjust panel are its own.
TOLD_OTHERWISE = ("engine", "straighten", "exposure", "white_point")
# How a finding says what it wants, behind what was measured.
REQUIRED = "required {1}"
# What a person decided, as `batch.decisions.told` has it, and why.
DECIDED = (
    APPROVED,
    "refused by a person",
    "to be shot again",
    "no longer decided",
    *(f"{each}: {{1}}" for each in (APPROVED, "refused by a person", "to be shot again", "no longer decided")),
)
# Messages of the command line alone; and what looks like words, but is written for machines.
OF_COMMANDS = ("cluster.", "terminal.", "window.")
_CODE = re.compile(r"[\"\[\]]|\.onnx|rembg:|^ ?\(did|^must be |Dask|Bench")
_HOLE, _WORD = re.compile(r"\{[^{}]*\}"), re.compile(r"[A-Za-z]{2,}")
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z{])")


def core_texts() -> Iterator[Text]:
    """All of them."""
    yield from _names()
    yield from _options()
    yield from _notes()
    for each in dict.fromkeys(_sentences()):
        if _WORD.search(_HOLE.sub("", each)):
            yield Text(SENTENCE, each)


def _names() -> Iterator[Text]:
    tables = {
        "Rule": words.RULES.values(), "Place": words.PLACES.values(), "Tag": words.TAGS.values(),
        "Cutout": words.ENGINES.values(),
    }  # fmt: skip
    for context, table in tables.items():
        yield from (Text(context, text) for text in table)


def _options() -> Iterator[Text]:
    for name in names():
        declared = declaration(name)
        for context in ("Option", "Options") if name in OF_A_PHOTO else ("Options",):
            yield Text(context, declared.label)
            if name not in HELP or (context == "Option" and name not in TOLD_OTHERWISE):
                yield Text(context, declared.help)


def _notes() -> Iterator[Text]:
    for path in sorted((RESOURCES / "profiles").glob("*.toml")):
        for rule in tomllib.loads(path.read_text("utf-8"))["rules"].values():
            if rule.get("note"):
                yield Text(NOTE, in_plain_words(rule["note"]))
    for model in tomllib.loads((RESOURCES / "models.toml").read_text("utf-8"))["model"]:
        good_at = model["good_at"].partition(" Its licence forbids")[0]  # the window warns by itself
        yield from (Text(NOTE, good_at), Text(NOTE, good_at.partition(".")[0]))


def _sentences() -> Iterator[str]:
    for code, message in MESSAGES.items():
        for part in message if not code.startswith(OF_COMMANDS) else ():
            yield from _SENTENCES.split(_unmarked(in_plain_words(part)))
    files = [path for folder in SPEAKING for path in sorted((PACKAGE / folder).rglob("*.py"))]
    places = [place for row in PARTS for place in row]
    for phrase in (*phrases_in(file for file in files if not file.name.endswith(SILENT)), *places, *DECIDED, REQUIRED):
        if not _CODE.search(phrase):
            yield from _SENTENCES.split(_unmarked(in_plain_words(phrase)))


def _unmarked(template: str) -> str:
    """A template with bare names in its places: ``{share:.0%}`` is ``{share}``, and ``{{nn}}`` what it stands for."""
    return re.sub(r"\{(\w+)[:!][^{}]*\}", r"{\1}", template).replace("{{", "{").replace("}}", "}")

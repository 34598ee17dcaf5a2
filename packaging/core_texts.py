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
from whitecove.core.messages import MESSAGES
from whitecove.core.options import declaration, names
from whitecove.gui.panels.plain_words import in_plain_words
from whitecove.gui.sentences import CONTEXT as SENTENCE
from whitecove.gui.sentences import NOTE

ROOT = Path(__file__).resolve().parents[1]
PACKAGE, RESOURCES = ROOT / "app" / "whitecove", ROOT / "resources"
# Where the core fills its phrases itself; all else it says are messages.
SPEAKING = ("core/checks", "core/corrections", "core/engines", "batch/grouping")
SPEAKING_FILES = ("core/doubt.py", "core/enclosed.py", "core/outline.py", "core/prepare.py", "core/shape.py",
                  "core/siblings.py", "core/edges.py", "core/compose.py", "core/colour.py", "core/light/said.py",
                  "core/light/lighting.py", "core/adjust/chosen.py", "batch/judge.py")  # fmt: skip
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z{])")


def core_texts() -> Iterator[Text]:
    """All of them."""
    yield from _names()
    yield from _options()
    yield from _notes()
    yield from (Text(SENTENCE, each) for each in dict.fromkeys(_sentences()))


def _names() -> Iterator[Text]:
    tables = {"Rule": words.RULES, "Place": words.PLACES, "Tag": words.TAGS, "Cutout": words.ENGINES}
    for context, table in tables.items():
        yield from (Text(context, text) for text in table.values())


def _options() -> Iterator[Text]:
    for name in names():
        declared = declaration(name)
        for context in ("Option", "Options"):
            yield Text(context, declared.label)
            if "rembg" not in declared.help:
                yield Text(context, declared.help)


def _notes() -> Iterator[Text]:
    for path in sorted((RESOURCES / "profiles").glob("*.toml")):
        for rule in tomllib.loads(path.read_text("utf-8"))["rules"].values():
            if rule.get("note"):
                yield Text(NOTE, rule["note"])
    for model in tomllib.loads((RESOURCES / "models.toml").read_text("utf-8"))["model"]:
        yield Text(NOTE, model["good_at"])


def _sentences() -> Iterator[str]:
    for code, message in MESSAGES.items():
        if not code.startswith(("cluster.", "terminal.")):
            for part in message:
                yield from _SENTENCES.split(in_plain_words(part))
    files = [path for folder in SPEAKING for path in sorted((PACKAGE / folder).rglob("*.py"))]
    files += [PACKAGE / name for name in SPEAKING_FILES if (PACKAGE / name).exists()]
    for phrase in phrases_in(files):
        yield from _SENTENCES.split(in_plain_words(phrase))

"""Renew the catalogues of the window, ``resources/i18n/whitecove_*.ts``; ``--check`` only says what is stale.

All texts are gathered, from ``tr`` and its like and from what the core declares, and handed to Qt's ``lupdate``, which
keeps what was translated. English says what stands in the sources, so only its plural forms are for a person.
Run it in the checkout's environment.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from core_texts import PACKAGE, RESOURCES, core_texts
from texts import Text, texts_in

CATALOGUES = RESOURCES / "i18n"
ENGLISH = "en"


def main(arguments: Sequence[str]) -> int:
    """Renews the catalogues, or says which are stale (exit code 1)."""
    stale = []
    for catalogue in sorted(CATALOGUES.glob("whitecove_*.ts")) or [CATALOGUES / f"whitecove_{ENGLISH}.ts"]:
        fresh = renewed(catalogue)
        if not catalogue.exists() or fresh != catalogue.read_text("utf-8"):
            stale.append(catalogue)
            if "--check" in arguments:
                print(f"{catalogue.name} is stale: run packaging/make_translations.py", file=sys.stderr)
            else:
                catalogue.write_text(fresh, "utf-8", newline="\n")
                print(f"{catalogue.name} renewed")
    return 1 if stale and "--check" in arguments else 0


def all_texts() -> list[Text]:
    """Everything that is translated, once each: a text that is asked for with and without a number counts."""
    found: dict[tuple[str, str, str], Text] = {}
    for text in [*texts_in(PACKAGE / "gui"), *core_texts()]:
        key = text[:3]
        if text.source.strip() and (key not in found or text.plural):
            found[key] = text
    return sorted(found.values())


def renewed(catalogue: Path) -> str:
    """The text of ``catalogue`` with all texts, and none that is gone.

    Raises:
        subprocess.CalledProcessError: lupdate fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        marked, work = Path(folder, "texts.py"), Path(folder, catalogue.name)
        marked.write_text("\n".join(map(_line, all_texts())) + "\n", "utf-8")
        if catalogue.exists():
            shutil.copy(catalogue, work)
        code = catalogue.stem.removeprefix("whitecove_")
        languages = ["-source-language", ENGLISH, "-target-language", code]
        options = ["-no-obsolete", "-locations", "none", "-silent", *languages]
        subprocess.run([_lupdate(), *options, marked, "-ts", work], check=True)
        text = work.read_text("utf-8")
    return _said_as_written(text) if code == ENGLISH else text


def _lupdate() -> str:
    """PySide6's, beside this Python."""
    beside = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    if beside is None:
        raise FileNotFoundError("pyside6-lupdate is not in this environment: run packaging/dev.py lint first")
    return beside


def _line(text: Text) -> str:
    number = ", 1" if text.plural else ""
    comment = f", {_quoted(text.comment)}" if text.comment or text.plural else ""
    return f"translate({_quoted(text.context)}, {_quoted(text.source)}{comment}{number})"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


_MESSAGE = re.compile(r"<message>.*?</message>", re.DOTALL)
_UNFINISHED = re.compile(r'<translation(?: type="unfinished")?(?:/>|>.*?</translation>)', re.DOTALL)


def _said_as_written(text: str) -> str:
    """English, with each text that has no number translated by itself."""
    return _MESSAGE.sub(lambda found: _as_written(found[0]), text)


def _as_written(message: str) -> str:
    if "numerus" in message:
        return message
    source = re.search(r"<source>(.*?)</source>", message, re.DOTALL)
    said = f"<translation>{source[1] if source else ''}</translation>"
    return _UNFINISHED.sub(lambda _: said, message)


def unfinished(catalogue: Path) -> Iterable[str]:
    """The sources that have no finished translation."""
    for message in ET.parse(catalogue).getroot().iter("message"):  # noqa: S314 (our own)
        translation = message.find("translation")
        if translation is None or translation.get("type") or not all(_forms(translation)):
            yield message.findtext("source", "")


def _forms(translation: ET.Element) -> list[str]:
    return [each.text or "" for each in translation.iter("numerusform")] or [translation.text or ""]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

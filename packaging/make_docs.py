"""Renew the parts of the documents that are derived from the code, and files that are so as a whole; ``--check`` only
says which are stale.

Such a part stands between ``<!-- derived: NAME -->`` and ``<!-- end -->``; what is around it is written by hand.
Run it in the checkout's environment.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import doc_commands
import doc_licences
import doc_models
import doc_rules

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
WHOLE: Mapping[Path, Callable[[], str]] = {ROOT / "resources" / "licences.tsv": doc_licences.licences_file}
PARTS: Mapping[str, Callable[[], str]] = {
    "commands": doc_commands.commands,
    "exit codes": doc_commands.exit_codes,
    "options": doc_commands.options,
    "rules": doc_rules.rules,
    "slots": doc_rules.slots,
    "weights": doc_rules.weights,
    "sources": doc_rules.sources,
    "messages": doc_rules.messages,
    "licences": doc_licences.licences,
    "models": doc_models.models,
}
_PART = re.compile(r"(<!-- derived: (?P<name>[a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def main(arguments: Sequence[str]) -> int:
    """Renew the documents, or say which are stale (exit code 1)."""
    fresh = {path: renewed(path) for path in sorted(DOCS.glob("*.md"))} | {path: made() for path, made in WHOLE.items()}
    stale = [path for path, text in fresh.items() if not path.exists() or text != path.read_text("utf-8")]
    for path in stale:
        if "--check" in arguments:
            print(f"{path.parent.name}/{path.name} is stale: run packaging/make_docs.py", file=sys.stderr)
        else:
            path.write_text(fresh[path], "utf-8", newline="\n")
            print(f"{path.parent.name}/{path.name} renewed")
    return 1 if stale and "--check" in arguments else 0


def renewed(path: Path) -> str:
    """The document's text with its derived parts as they should be.

    Raises:
        KeyError: it asks for a part that does not exist.
    """
    return _PART.sub(
        lambda found: f"{found[1]}\n{PARTS[found['name']]().strip()}\n\n{found[3]}", path.read_text("utf-8")
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

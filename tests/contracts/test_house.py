"""The house rules that no linter knows, over all files of the checkout."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FUNCTION = 50
LONGEST_FILE = 400
TEXT = {".py", ".md", ".toml", ".txt", ".yml", ".html", ".css", ".js", ".csv", ".json", ""}

# A letter in brackets keeps a pattern from finding itself.
NEVER = [
    (r"(?<![\w.])/(wor[k]|hom[e]|roo[t]|User[s])/\w", "a path of one machine"),
    (r"(?i)\b[a-z]:\\+user[s]\\", "a path of one machine"),
    (r"(?i)index[-_]ur[l]|find[-_]link[s]|pythonhoste[d]|pypi\.or[g]/simple", "an address of a package index"),
    (r"\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\b", "work left for later: do it, or write it down elsewhere"),
    (r"type: ignor[e](?!\[)|# noq[a](?!:)", "a blanket ignore: name what is ignored, and why"),
    (r"<<<<<<[<] |>>>>>>[>] ", "a merge that was not finished"),
]
VAGUE = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}


@cache
def files() -> tuple[Path, ...]:
    """All files that are the project's: tracked, or new and not ignored; without git, all in its own folders."""
    listing = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        names = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
        found = [ROOT / name for name in names if name]
    except (OSError, subprocess.CalledProcessError):
        folders = ("app", "resources", "tests", "packaging", "docs", ".ci", ".github")
        found = [path for folder in folders for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts]
        found += ROOT.glob("*.*")
    return tuple(sorted(path for path in found if path.is_file()))


def sources(*folders: str) -> list[Path]:
    return [path for path in files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize(("pattern", "reason"), NEVER)
def test_what_never_stands_in_a_file(pattern: str, reason: str) -> None:
    hits = [
        f"{name_of(path)}:{number}: {line.strip()[:100]}"
        for path in files()
        if path.suffix in TEXT
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(pattern, line)
    ]
    assert not hits, reason + "\n" + "\n".join(hits)


@pytest.mark.parametrize("path", sources("app", "tests", "packaging"), ids=name_of)
def test_files_and_functions_are_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    for function in functions(ast.parse(text)):
        assert (function.end_lineno or 0) - function.lineno < LONGEST_FUNCTION, function.name


@pytest.mark.parametrize("path", sources("app", "packaging"), ids=name_of)
def test_modules_say_what_they_are(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize("path", sources("tests"), ids=name_of)
def test_tests_do_not_sleep(path: Path) -> None:
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    assert not [node.lineno for node in calls if ast.unparse(node.func) in ("time.sleep", "sleep")]


def test_no_module_is_named_vaguely() -> None:
    assert not [name_of(path) for path in sources("app", "tests", "packaging") if path.stem in VAGUE]


def test_packaging_and_resources_are_no_packages() -> None:
    for folder in ("packaging", "resources"):
        assert not list((ROOT / folder).rglob("__init__.py")), f"{folder} would hide a package of that name"

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

import checkout
import doc_licences
import make_docs
from whitecove.cli.main import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
DERIVED = sorted(page for page in (ROOT / "docs").glob("*.md") if "<!-- derived:" in page.read_text("utf-8"))
ids = [page.name for page in PAGES]


def typed(page: Path, program: str) -> list[list[str]]:
    """The words of each line in a code block that starts ``program``."""
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    lines = (line.strip().removeprefix("$ ") for block in blocks for line in block.splitlines())
    return [line.split("#")[0].split() for line in lines if line.startswith(program + " ")]


def flags(command: object) -> Iterator[str]:
    for parameter in getattr(command, "params", ()):
        yield from (*parameter.opts, *parameter.secondary_opts)


@pytest.mark.parametrize("page", [page for page in DERIVED if page.name != "licences.md"], ids=lambda page: page.name)
def test_derived_parts_are_fresh(page: Path) -> None:
    assert make_docs.renewed(page) == page.read_text("utf-8"), "run packaging/make_docs.py"


def test_all_parts_are_shown_somewhere() -> None:
    shown = {name for page in DERIVED for name in re.findall(r"<!-- derived: ([a-z ]+) -->", page.read_text("utf-8"))}
    assert shown == set(make_docs.PARTS)


def test_licences_of_all_that_is_installed_are_listed() -> None:
    listed = (ROOT / "docs" / "licences.md").read_text("utf-8")
    for name, package in doc_licences.installed().items():
        assert f"| {name} | {doc_licences.stated(package)} |" in listed


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_commands_that_pages_tell_to_type_exist(page: Path) -> None:
    for words in typed(page, "whitecove"):
        command: object = typer.main.get_command(app)
        for word in words[1:]:
            command = getattr(command, "commands", {}).get(word, command)
        assert not getattr(command, "commands", None) or words[1].startswith("-"), words
        known = {*flags(command), "--help", "--version", "[OPTIONS]"}
        assert {word.partition("=")[0] for word in words if word.startswith("-")} <= known, words


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_set_up_commands_that_pages_tell_to_type_exist(page: Path) -> None:
    for words in [*typed(page, "python3"), *typed(page, "py")]:
        if words[1].endswith("dev.py"):
            assert words[1] == ("packaging/dev.py" if words[0] == "python3" else "packaging\\dev.py")
            assert words[2] in checkout.COMMANDS


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8")):
        if not target.startswith("https://"):
            assert (page.parent / target).exists(), target

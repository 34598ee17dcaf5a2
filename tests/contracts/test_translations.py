"""The catalogues of the window: fresh, finished, with the same places to fill in, and in plain words."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

from whitecove import paths

pytest.importorskip("PySide6", reason="catalogues are made with Qt's own tool, which comes with PySide6")

CATALOGUES = sorted((paths.resources() / "i18n").glob("whitecove_*.ts"))
ENGLISH = paths.resources() / "i18n" / "whitecove_en.ts"
# A colour profile is what photographers call it; the marketplace's has another name on the screen.
NEVER = re.compile(
    r"(?i)\b(engine|matte|rendition|verdict|slot|listing of|luma|onnxruntime|rembg)s?\b"
    r"|(?<!colour )(?<!srgb )(?<!embedded )\bprofiles?\b|--[a-z]|whitecove (models|plan|prepare)\b|\bpip "
)
TWICE = re.compile(r"(?i)\b([a-z]+) \1\b")
HOLES = re.compile(r"\{[^{}]*\}|%L?n")
PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture(scope="module")
def maker() -> Iterator[ModuleType]:
    sys.path.insert(0, str(PACKAGING))
    yield importlib.import_module("make_translations")
    sys.path.remove(str(PACKAGING))


def messages(catalogue: Path) -> Iterator[tuple[str, list[str], bool]]:
    """Each source, its translations, and whether they are finished."""
    for message in ET.parse(catalogue).getroot().iter("message"):  # noqa: S314 (our own)
        translation = message.find("translation")
        assert translation is not None
        forms = [each.text or "" for each in translation.iter("numerusform")] or [translation.text or ""]
        yield message.findtext("source", ""), forms, translation.get("type") is None and all(forms)


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_it_is_fresh(catalogue: Path, maker: ModuleType) -> None:
    assert maker.renewed(catalogue) == catalogue.read_text("utf-8"), "run packaging/make_translations.py"


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_it_is_finished(catalogue: Path) -> None:
    assert [source for source, _, is_finished in messages(catalogue) if not is_finished] == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_what_is_filled_in_is_the_same(catalogue: Path) -> None:
    for source, forms, _ in messages(catalogue):
        for form in forms:
            assert sorted(HOLES.findall(form)) == sorted(HOLES.findall(source)), form


def test_plurals_differ_in_english() -> None:
    counted = [forms for source, forms, _ in messages(ENGLISH) if "%Ln" in source]
    assert len(counted) > 10
    assert all(len(forms) == 2 for forms in counted)
    one = {forms[0] for forms in counted}
    assert {"%Ln photo", "%Ln product", "%Ln rule"} <= one


def test_plain_words_only() -> None:
    assert [source for source, _, _ in messages(ENGLISH) if NEVER.search(HOLES.sub("", source))] == []


def test_no_word_is_said_twice() -> None:
    assert [source for source, _, _ in messages(ENGLISH) if TWICE.search(source)] == []


def test_what_is_written_by_hand_in_tables_is_found(maker: ModuleType) -> None:
    found = {(text.context, text.source) for text in maker.all_texts()}
    assert ("Actions", "Add a folder…") in found
    assert ("Rule", "White background") in found
    assert ("Option", "Keep edges") in found
    assert ("Progress", "GPU, {model}") in found
    assert ("Sentence", "background is {1}, not 255, {2}") in found
    assert ("Sentence", "The {format} file is damaged.") in found


@pytest.mark.parametrize(
    ("code", "caught"),
    [
        ("class A:\n def f(self): self.tr('One')", ("A", "One", "", False)),
        ("C = 'Ctx'\ntranslate(C, 'Two', '', 3)", ("Ctx", "Two", "", True)),
        ("QT_TRANSLATE_NOOP('Ctx', 'Three')", ("Ctx", "Three", "", False)),
        ("translate('Ctx', 'Four' if x else 'Five')", ("Ctx", "Five", "", False)),
    ],
)
def test_marks_are_found(maker: ModuleType, tmp_path: Path, code: str, caught: tuple[str, str, str, bool]) -> None:
    (tmp_path / "shown.py").write_text(code, "utf-8")
    assert caught in [tuple(text) for text in maker.texts_in(tmp_path)]

"""The language of the window: what is said in it, and how numbers are written.

Catalogues are Qt's own ``.ts`` files, read as they are. A language holds at once: every widget is told by Qt's
``LanguageChange``, and puts its words anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from whitecove import paths
from whitecove.gui import sentences
from whitecove.gui.speaking import tongue

SOURCE = "en"
PREFIX = "whitecove_"


def _one_or_many(number: int) -> int:
    return 0 if number == 1 else 1


def _same(_number: int) -> int:
    return 0


def _east_slavic(number: int) -> int:
    last, last_two = number % 10, number % 100
    if last == 1 and last_two != 11:
        return 0
    return 1 if 2 <= last <= 4 and not 12 <= last_two <= 14 else 2


# Which form a number takes, as Qt's linguist orders them; by language, else as in English.
FORMS: dict[str, Callable[[int], int]] = {"zh": _same, "ja": _same, "ko": _same, "ru": _east_slavic, "uk": _east_slavic}
Key = tuple[str, str, str]


class Catalogue:
    """What a ``.ts`` file translates: texts by context, source and comment; those that count have several forms.

    English says what stands in the sources: ``counted`` reads only what counts, in a few milliseconds.

    Raises:
        OSError, ElementTree.ParseError: the file cannot be read, or is none.
    """

    def __init__(self, file: Path, *, counted: bool = False) -> None:
        text = file.read_text("utf-8")
        root = ET.fromstring(_counted(text) if counted else text)  # noqa: S314 (comes with the program)
        self.code = root.get("language", SOURCE)
        self.texts: dict[Key, tuple[str, ...]] = {}
        self._form = FORMS.get(self.code.partition("_")[0], _one_or_many)
        for context in root.iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                self._take(name, message)

    def _take(self, context: str, message: ET.Element) -> None:
        translation = message.find("translation")
        if translation is None or translation.get("type"):
            return
        forms = [each.text or "" for each in translation.iter("numerusform")] or [translation.text or ""]
        if all(forms):
            key = context, message.findtext("source", ""), message.findtext("comment", "")
            self.texts[key] = tuple(forms)

    def text(self, key: Key, number: int) -> str | None:
        """The text of ``key`` for a ``number`` (-1: it counts nothing); None where it is not known."""
        forms = self.texts.get(key)
        if forms is None:
            return None
        return forms[min(self._form(number), len(forms) - 1)] if number >= 0 else forms[-1]

    def sources(self, context: str) -> list[str]:
        """All that is translated in a context."""
        return [source for there, source, _ in self.texts if there == context]


class Speaker(QTranslator):
    """The one translator of the program: asks the catalogue of the language that holds, and Qt's own for its parts."""

    def __init__(self, parent: QCoreApplication) -> None:
        super().__init__(parent)
        self.catalogue: Catalogue | None = None
        self._of_qt = QTranslator(self)
        self._knows_qt = False

    def take(self, catalogue: Catalogue | None, locale: QLocale) -> None:
        """Speaks that from now on."""
        self.catalogue = catalogue
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        is_source = locale.language() is QLocale.Language.English
        self._knows_qt = not is_source and self._of_qt.load(locale, "qtbase", "_", folder)

    def isEmpty(self) -> bool:
        return False

    # Qt's stubs have the arguments as bytes; texts come.
    def translate(self, context: str, source: str, comment: str | None = None, number: int = -1) -> str | None:
        found = self.catalogue.text((context, source, comment or ""), number) if self.catalogue else None
        if found is None and self._knows_qt:
            return self._of_qt.translate(context, source, comment, number) or None
        return found


def folder() -> Path:
    """Where the catalogues are."""
    return paths.resources() / "i18n"


def spoken() -> tuple[str, ...]:
    """The codes of the languages that there are, English first."""
    codes = sorted(file.stem.removeprefix(PREFIX) for file in folder().glob(f"{PREFIX}*.ts"))
    return (SOURCE, *(code for code in codes if code != SOURCE))


def wanted(code: str) -> tuple[str, QLocale]:
    """The language to speak for a setting (empty: the system's, else English), and the locale of its numbers."""
    system = QLocale.system()
    asked = [code] if code else [each.replace("-", "_") for each in system.uiLanguages()]
    known = spoken()
    for each in asked:
        for candidate in (each, each.partition("_")[0], *(k for k in known if _alike(k, each))):
            if candidate in known:
                same = QLocale(candidate).language() is system.language()
                return candidate, system if same else QLocale(candidate)
    return SOURCE, QLocale(SOURCE)


def speak(application: QApplication, code: str) -> str:
    """The window speaks that language from now on (empty: the system's); says which it is."""
    chosen, locale = wanted(code)
    use(application, _read(chosen), locale)
    return chosen


def use(application: QApplication, catalogue: Catalogue | None, locale: QLocale) -> None:
    """The window speaks from a catalogue, and writes numbers as in ``locale``; everything that is shown follows."""
    speaker = application.findChild(Speaker)
    if speaker is None:
        speaker = Speaker(application)
        application.installTranslator(speaker)
    QLocale.setDefault(locale)
    speaker.take(catalogue, locale)
    is_source = catalogue is None or catalogue.code == SOURCE
    sentences.know([] if is_source or catalogue is None else catalogue.sources(sentences.CONTEXT))
    for widget in application.topLevelWidgets():
        widget.setLocale(locale)
    QCoreApplication.sendEvent(application, QEvent(QEvent.Type.LanguageChange))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)  # Qt would tell widgets a little later
    tongue().changed.emit()


def _counted(text: str) -> str:
    """The catalogue ``text`` without the contexts in which nothing counts."""
    head, *contexts = text.split("<context>")
    kept = "".join(f"<context>{each}" for each in contexts if 'numerus="yes"' in each)
    return f"{head}{kept}" if kept.rstrip().endswith("</TS>") else f"{head}{kept}</TS>"


def _read(code: str) -> Catalogue | None:
    try:
        return Catalogue(folder() / f"{PREFIX}{code}.ts", counted=code == SOURCE)
    except (OSError, ET.ParseError):
        return None  # what is said in the sources is English


def _alike(known: str, asked: str) -> bool:
    """Whether a language is written alike: that of Singapore as that of China, not as that of Taiwan."""
    one, other = QLocale(known), QLocale(asked)
    return one.language() is other.language() and one.script() is other.script()

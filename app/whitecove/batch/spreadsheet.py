"""Tables as text, as spreadsheets leave them: any of the usual encodings and delimiters, cells that cannot be formulas.

A cell that a spreadsheet would take for a formula, or would change (``007`` to 7, ``1-2`` to a day in January, ``1.50``
to 1.5, long numbers to rounded ones), is written with an apostrophe in front, and read without it.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

DELIMITERS = (",", ";", "\t")
BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# What spreadsheets save as "CSV" where nobody asked for UTF-8.
CODE_PAGES = ("gb18030", "cp1251")
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
GUARDED = re.compile(
    r"""(?ix)^(?:
        ['=+\-@\t\r].*                                                 # formulas, and what is guarded already
        | 0\d+ | \d{12,} | \d+(?:\.\d+)?e\d+                           # numbers that would be shortened
        | \d{1,4}[-/.]\d{1,4}(?:[-/.]\d{1,4})?                         # days
        | [$€£¥₽]?\s?\d[\d.,:/\s-]*[.,:/\s-][\d.,:/\s%-]* | \d+%       # fractions, times, thousands, shares
        | (?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}[日号])?
        | (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s_.-]?\d{1,4}
        | true | false
    )$""",
    re.DOTALL,
)
# A number that a spreadsheet shortened: what it was is lost.
SHORTENED = re.compile(r"(?i)^\d(?:[.,]\d+)?e\+\d+$")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_RUSSIAN = re.compile(r"[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+")
# A spreadsheet takes a cell that starts with one of these for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class NotATable(Exception):  # noqa: N818 (it is no mistake of the program)
    """The bytes are no table; the text says what they are instead."""


def guarded(text: str) -> str:
    """``text`` as a cell that a spreadsheet shows and saves as it is."""
    return f"'{text}" if GUARDED.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell: without the guard, and without blanks around it."""
    return cell.strip().removeprefix("'")


def write_table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """A table that people edit and give back: `csv_file` with guarded cells."""
    return csv_file(columns, ([guarded(row[name]) for name in columns] for row in rows))


def csv_file(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file that Excel and WPS open right in every script: UTF-8 with a byte order mark, CRLF. The cells are
    written as they are: no formula may be among them (`safe_cell`, `guarded`)."""
    return b"".join(csv_lines(columns, rows))


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """`csv_file`, row by row."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    yield codecs.BOM_UTF8
    for row in chain((columns,), rows):
        writer.writerow(row)
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()


def text_of(data: bytes, likeness: Callable[[str], int]) -> str:
    """The text of a table file. Where its bytes could be in two code pages, it is the reading that ``likeness`` says
    more for, and where that is equal, the one whose letters look more like words.

    Raises:
        NotATable: it is a workbook, or text in no encoding known here.
    """
    if data.startswith(WORKBOOKS):
        raise NotATable("it is a workbook, not a CSV file")
    for mark, encoding in (*BOMS, (b"", _unmarked(data))):
        text = _decoded(data.removeprefix(mark), encoding) if data.startswith(mark) else None
        if text is not None:
            return text
    readings = {page: text for page in CODE_PAGES if (text := _decoded(data, page)) is not None}
    if not readings:
        raise NotATable("it is no text")
    return max(readings.items(), key=lambda reading: (likeness(reading[1]), _looks_right(reading[1], reading[0])))[1]


def rows_of(text: str, columns: Iterable[str]) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, with their numbers, the heading first. The delimiter is the one that finds most of
    ``columns`` in the heading.

    Raises:
        NotATable: its quotation marks or cells are beyond reading.
    """
    known = set(columns)
    tables = [_parsed(text, delimiter) for delimiter in DELIMITERS]
    return max(tables, key=lambda rows: len(known & {heading(cell) for cell in rows[0][1]}) if rows else 0)


def heading(cell: str) -> str:
    """A column's name, whatever its case."""
    return unguarded(cell).casefold()


def _parsed(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows = [(number, row) for number, row in enumerate(reader, 1) if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise NotATable(str(error)) from error
    # Excel's own note on the delimiter.
    return rows[1:] if rows and rows[0][1][0].startswith("sep=") else rows


def _unmarked(data: bytes) -> str:
    """The Unicode encoding that a text without a byte order mark would be in; ASCII headings have a NUL for each
    letter in UTF-16."""
    if b"\0" not in data[:8]:
        return "utf-8"
    return "utf-16-be" if data.startswith(b"\0") else "utf-16-le"


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _looks_right(text: str, page: str) -> bool:
    """Russian words are small, capital or capitalised. Chinese in GB 18030, read as cp1251, mixes capitals, small
    letters and signs."""
    words = _NOT_ASCII.findall(text if page == "cp1251" else text.encode(page).decode("cp1251", "replace"))
    russian = sum(_RUSSIAN.fullmatch(word) is not None for word in words) * 2 > len(words)
    return russian == (page == "cp1251")


def safe_cell(text: str) -> str:
    """``text`` so that no spreadsheet takes it for a formula: with an apostrophe in front where it would be."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text

"""A list of SKUs that names products in the order they were shot: one a line, or a table with the columns sku and
count."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from whitecove.batch.intake.gathering import Found
from whitecove.batch.intake.moments import sessions, shot
from whitecove.batch.naming.names import collision_key, printable
from whitecove.batch.spreadsheet import NotATable, text_of
from whitecove.core.errors import PlanError

SKU_COLUMNS = frozenset({"sku", "货号", "商品编码", "编码", "артикул"})
COUNT_COLUMNS = frozenset({"count", "photos", "张数", "数量", "количество", "кол-во"})
DELIMITERS = "\t;,"
# Without a header nobody knows whether "cup,3" is a name or a cup with three photos.
COLUMNS_UNNAMED = re.compile(r"\t|[;,]\s*\d*\s*$")
EXCEL_DELIMITER = re.compile(r"(?i)^sep=(.)$")
RUSSIAN_WORD = re.compile(r"[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+")
INVISIBLE = " \u00a0\u3000\u200b\u200e\u200f\ufeff"
MOST_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class SkuLine:
    """A listing's name, and how many photos it has, where the list says so."""

    sku: str
    count: int | None = None


def read_skus(path: Path) -> tuple[SkuLine, ...]:
    """The SKUs in the file at ``path``, in their order. See `parse_skus`; the encoding is found out.

    Raises:
        PlanError: the file cannot be read, or `parse_skus` refuses its content.
    """
    try:
        with path.open("rb") as file:
            text = text_of(file.read(MOST_BYTES), _russian)
    except OSError as error:
        raise PlanError("plan.skus_unreadable", file=path.name, problem=error.strerror) from error
    except NotATable as problem:
        raise PlanError("plan.skus_unreadable", file=path.name, problem=str(problem)) from problem
    return parse_skus(text, path.name)


def parse_skus(text: str, source: str = "The list") -> tuple[SkuLine, ...]:
    """The SKUs in ``text``: one a line, or comma, semicolon or tab separated with a header that names the columns
    ``sku`` and, if wanted, ``count``. Blank lines and those that start with ``#`` are passed over. ``source`` stands in
    messages.

    Raises:
        PlanError: a SKU stands twice, a count is no number, a column has no name (all with line numbers), or there is
            no SKU at all.
    """
    lines = [(number, line.strip("\ufeff")) for number, line in enumerate(text.splitlines(), start=1)]
    lines = [(number, line) for number, line in lines if _clean(line) and not _clean(line).startswith("#")]
    rows, problems = _rows(lines)
    problems += _repeated(rows)
    if problems:
        raise PlanError("plan.skus_wrong", file=printable(source), problems="; ".join(problems))
    if not rows:
        raise PlanError("plan.skus_empty", file=printable(source))
    return tuple(rows.values())


def assigned(photos: Sequence[Found], lines: Sequence[SkuLine]) -> tuple[tuple[SkuLine, tuple[Found, ...]], ...]:
    """Each of ``lines`` with its photos; ``photos`` are in shooting or name order.

    With counts, each SKU takes its number of photos in turn. Without, there is a photo for each SKU, or the pauses
    between shots part the photos into exactly as many products.

    Raises:
        PlanError: the numbers do not fit. Nothing is ever assigned by a guess: a shifted list would put every picture
            under a wrong SKU.
    """
    counts = [line.count for line in lines if line.count is not None]
    if counts and len(counts) < len(lines):
        missing = next(line.sku for line in lines if line.count is None)
        raise PlanError("plan.skus_some_counts", sku=missing)
    if counts:
        return tuple(zip(lines, _runs(photos, counts), strict=True))
    if len(lines) == len(photos):
        return tuple((line, (found,)) for line, found in zip(lines, photos, strict=True))
    if len(lines) == 1:
        return ((lines[0], tuple(photos)),)
    parted = sessions([(found, shot(found)) for found in photos], count=len(lines)) if lines else None
    if parted is None:
        raise PlanError("plan.skus_no_fit", skus=len(lines), photos=len(photos))
    return tuple(zip(lines, parted, strict=True))


def _runs(photos: Sequence[Found], counts: Sequence[int]) -> Iterator[tuple[Found, ...]]:
    if sum(counts) != len(photos):
        raise PlanError("plan.skus_wrong_total", total=sum(counts), photos=len(photos))
    start = 0
    for count in counts:
        yield tuple(photos[start : start + count])
        start += count


def _rows(lines: Sequence[tuple[int, str]]) -> tuple[dict[int, SkuLine], list[str]]:
    """The SKUs by line number, and what is wrong."""
    if not lines:
        return {}, []
    delimiter = None
    marked = EXCEL_DELIMITER.match(_clean(lines[0][1]))
    if marked:
        delimiter, lines = marked[1], lines[1:]
    header = _header(lines[0][1], delimiter) if lines else None
    if header is None:
        return _plain_rows(lines)
    delimiter, columns = header
    return _table_rows(lines[1:], delimiter, columns)


def _header(line: str, delimiter: str | None) -> tuple[str, Mapping[str, int]] | None:
    """The delimiter and the places of the columns, if ``line`` is a header."""
    for candidate in delimiter or DELIMITERS:
        columns: dict[str, int] = {}
        for place, cell in enumerate(_cells(line, candidate)):
            name = cell.casefold()
            for column, names in (("sku", SKU_COLUMNS), ("count", COUNT_COLUMNS)):
                if name in names:
                    columns.setdefault(column, place)
        if "sku" in columns:
            return candidate, columns
    return None


def _plain_rows(lines: Sequence[tuple[int, str]]) -> tuple[dict[int, SkuLine], list[str]]:
    unnamed = [number for number, line in lines if COLUMNS_UNNAMED.search(line.strip(" \r"))]
    if unnamed:
        return {}, [f"line {unnamed[0]} has columns, but no line above says which is sku and which is count"]
    return {number: SkuLine(_clean(line)) for number, line in lines}, []


def _table_rows(
    lines: Sequence[tuple[int, str]], delimiter: str, columns: Mapping[str, int]
) -> tuple[dict[int, SkuLine], list[str]]:
    rows: dict[int, SkuLine] = {}
    problems: list[str] = []
    for number, line in lines:
        cells = _cells(line, delimiter)
        sku, count = (
            cells[i] if (i := columns.get(name, len(cells))) < len(cells) else "" for name in ("sku", "count")
        )
        if not any(cells):
            continue
        if not sku:
            problems.append(f"line {number} has no SKU")
        elif count and not (count.isascii() and count.isdigit() and int(count)):
            problems.append(f"line {number}: the count {count!r} is no whole number above 0")
        else:
            rows[number] = SkuLine(sku, int(count) if count else None)
    return rows, problems


def _cells(line: str, delimiter: str) -> list[str]:
    (cells,) = csv.reader(io.StringIO(line), delimiter=delimiter) if line else ([],)
    return [_clean(cell) for cell in cells]


def _clean(text: str) -> str:
    """Without what cannot be seen at the ends: spaces of all kinds, marks of order and width."""
    # An apostrophe in front keeps a spreadsheet from changing the cell.
    return printable(text.replace("\t", " ")).strip(INVISIBLE).removeprefix("'").strip(INVISIBLE)


def _repeated(rows: Mapping[int, SkuLine]) -> list[str]:
    first: dict[str, int] = {}
    problems = []
    for number, line in rows.items():
        earlier = first.setdefault(collision_key(line.sku), number)
        if earlier != number:
            problems.append(f"line {number} repeats {line.sku} of line {earlier}")
    return problems


def _russian(text: str) -> int:
    """1 if all beyond ASCII is words as Russian writes them: small, capital, or capitalised. Chinese in GBK, read
    as Windows-1251, mixes capitals, small letters and signs."""
    words = re.findall(r"[^\x00-\x7f]+", text.replace("№", " ").replace("«", " ").replace("»", " "))
    return int(all(RUSSIAN_WORD.fullmatch(word) for word in words))

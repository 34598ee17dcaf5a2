"""The part of the document on cutout models that comes from the catalogue."""

from __future__ import annotations

from doc_tables import table
from whitecove.models.catalogue import KnownFile, Model, catalogue


def models() -> str:
    """Every model with its size, speed, licence, use, and the names of its files."""
    rows = [(f"`{m.name}`", _sizes(m), m.speed, _licence(m), m.good_at, _names(m)) for m in catalogue()]
    return table(("Model", "Size", "Speed", "Licence", "Good at", "File"), rows)


def _sizes(model: Model) -> str:
    return ", or ".join(_size(file, model) for file in model.files)


def _size(file: KnownFile, model: Model) -> str:
    megabytes = file.bytes / 1e6
    text = f"{megabytes:,.0f} MB" if megabytes >= 10 else f"{megabytes:.1f} MB"
    return text if file is model.files[0] else f"{text} in {file.precision} precision"


def _licence(model: Model) -> str:
    return model.licence if model.commercial else f"{model.licence}, **not for commercial use**"


def _names(model: Model) -> str:
    return ", ".join(f"`{file.name}`" for file in model.files)

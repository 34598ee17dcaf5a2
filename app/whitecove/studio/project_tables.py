"""A project file as tables: what its JSON must look like. It may be damaged, or made by somebody who means harm.

Imported only when a project is read.
"""

from __future__ import annotations

import os
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator

from whitecove.core.model import Role, Tag

# Far beyond every project: what is larger is damage.
MOST = 1_000_000


def _text(value: object) -> str:
    """Text, with the lone surrogates that stand for bytes of file names: pydantic's own type has no room for them."""
    if not isinstance(value, str) or "\0" in value:
        raise ValueError("must be text")
    return value


def _path(value: str) -> str:
    os.fsencode(value)  # a ValueError where no file system can have it
    return value


Text: TypeAlias = Annotated[str, PlainValidator(_text)]
PathText: TypeAlias = Annotated[str, PlainValidator(_text), AfterValidator(_path)]
Number: TypeAlias = Annotated[int, Field(strict=True, ge=0, le=MOST)]
# Where it lay, and the same seen from the project's folder; that is empty where there is no way.
Place: TypeAlias = tuple[PathText, PathText]


class _Table(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class PhotoTable(_Table):
    """A photo of a product."""

    at: Place
    name: Text
    role: Role
    order: Number
    variant: Text
    tags: tuple[Tag, ...]
    reasons: tuple[Text, ...]
    stands_for: Place | None = None


class ProductTable(_Table):
    """A product, with its photos in their order."""

    sku: Text
    edited: Annotated[bool, Field(strict=True)]
    photos: tuple[PhotoTable, ...]


class CorrectionsTable(_Table):
    """What was corrected: ``file`` is a corrections file in which photos are called by numbers, ``keys`` says by number
    where each lay."""

    file: dict[str, Any] | None
    keys: dict[str, Text]


class ProjectTable(_Table):
    """The whole file."""

    options: dict[str, Any]
    inputs: tuple[Place, ...]
    out: Place | None
    skipped: tuple[tuple[Text, Text], ...] = ()
    details: Number | None = None
    card: Literal["listing", "variant"] = "listing"
    removed: tuple[Place, ...] = ()
    corrections: CorrectionsTable
    products: tuple[ProductTable, ...]

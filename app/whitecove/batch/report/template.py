"""Pages for people, of templates: one file each that fetches nothing, the same bytes for the same values."""

from __future__ import annotations

from collections.abc import Iterator

from whitecove import paths

# Jinja gives a piece for each expression: so many go to the file at once.
TOGETHER = 500


def rendered(template: str, **values: object) -> bytes:
    """The page of a template in ``resources/report``; all text in ``values`` is escaped."""
    return b"".join(pieces(template, **values))


def pieces(template: str, **values: object) -> Iterator[bytes]:
    """The same page piece by piece: what is made of ``values`` that are iterators is never there as a whole."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(paths.resources() / "report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    stream = environment.get_template(template).stream(**values)
    stream.enable_buffering(TOGETHER)
    for piece in stream:
        yield piece.encode()

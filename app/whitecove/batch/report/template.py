"""Pages for people, of templates: one file each that fetches nothing, the same bytes for the same values."""

from __future__ import annotations

from whitecove import paths


def rendered(template: str, **values: object) -> bytes:
    """The page of a template in ``resources/report``; all text in ``values`` is escaped."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(paths.resources() / "report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template).render(**values).encode()

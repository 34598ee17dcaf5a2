"""A page as a browser sees it, for tests that read one."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "img", "input", "circle", "path", "rect", "use"}


class Page(HTMLParser):
    """What a browser would see: tags with their attributes, and the words outside style and script."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open):
            self.words += f" {data.strip()}" if data.strip() else ""

    def having(self, name: str, value: str) -> list[dict[str, str | None]]:
        """The attributes of the tags with that attribute."""
        return [attributes for _, attributes in self.tags if attributes.get(name) == value]

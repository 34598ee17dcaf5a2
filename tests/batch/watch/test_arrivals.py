"""Whatever comes, grows, moves and goes in whatever order: in the end every settled file is taken, once, as it is."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.batch.watch.hot_folder import HotFolder
from whitecove.batch.watch.events import FolderAway

NAMES = st.sampled_from(("S/1.jpg", "S/2.jpg", "S/3.jpg", "T/1.jpg", "cup.jpg", "vase.jpg", "notes.txt"))
STEPS = st.one_of(
    st.tuples(st.just("create"), NAMES),
    st.tuples(st.just("break"), NAMES),
    st.tuples(st.just("append"), NAMES),
    st.tuples(st.just("touch"), NAMES),
    st.tuples(st.just("delete"), NAMES),
    st.tuples(st.just("rename"), NAMES, NAMES),
    st.tuples(st.just("part"), NAMES),
    st.tuples(st.just("wait"), st.integers(1, 12)),
    st.tuples(st.just("unplug"), st.integers(1, 40)),
    st.tuples(st.just("restart")),
)


class Story:
    """What happens in a hot folder, step by step."""

    def __init__(self, hot: HotFolder) -> None:
        self.hot = hot
        self.count = 0

    def create(self, name: str, start: str = "P") -> None:
        self.count += 1
        self.hot.put(name, f"{start} {self.count}")

    def broken(self, name: str) -> None:
        self.create(name, "bad")

    def append(self, name: str) -> None:
        path = self.hot.folder / name
        if path.exists():
            self.hot.put(name, path.read_text("utf-8") + "+")

    def touch(self, name: str) -> None:
        path = self.hot.folder / name
        if path.exists():
            self.hot.touch(path)

    def delete(self, name: str) -> None:
        (self.hot.folder / name).unlink(missing_ok=True)

    def rename(self, name: str, other: str) -> None:
        path, target = self.hot.folder / name, self.hot.folder / other
        if path.exists() and name != other:
            target.parent.mkdir(exist_ok=True)
            self.hot.touch(path)
            path.replace(target)

    def part(self, name: str) -> None:
        self.create(f"{name}.part")

    def wait(self, seconds: int) -> None:
        self.hot.pass_by(seconds)

    def unplug(self, seconds: int) -> None:
        aside = self.hot.root / "aside"
        self.hot.folder.rename(aside)
        self.hot.pass_by(seconds)
        aside.rename(self.hot.folder)

    def restart(self) -> None:
        self.hot.start()

    def there(self) -> dict[str, str]:
        """The files that are there and whole, with their content."""
        files = (path for path in self.hot.folder.rglob("*") if path.is_file() and path.suffix != ".part")
        return {path.relative_to(self.hot.folder).as_posix(): path.read_text("utf-8") for path in files}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=1, max_size=14))
@pytest.mark.usefixtures("quick")
def test_every_settled_file_is_taken_once_as_it_is(steps: list[tuple[str, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        hot = HotFolder(Path(folder))
        story = Story(hot)
        for kind, *arguments in steps:
            getattr(story, {"break": "broken"}.get(kind, kind))(*arguments)
        story.wait(150)
        there = story.there()
        photos = {name: text for name, text in there.items() if name.endswith(".jpg")}
        if not photos and not hot.rounds:
            return
        _accounted(hot, there, photos)


def _accounted(hot: HotFolder, there: dict[str, str], photos: dict[str, str]) -> None:
    states = hot.states
    assert there.keys() <= states.keys() or (not there and hot.said_of(FolderAway))
    for name, text in photos.items():
        # A product without its main picture waits in review as a whole.
        assert states[name] in (("failed",) if text.startswith("bad") else ("ready", "review")), name
    shown = Counter(text.removesuffix(" main").removesuffix(" detail") for text in hot.delivered().values())
    for text in photos.values():
        if not text.startswith("bad"):
            assert shown[text] == 1, text
    assert max(shown.values(), default=1) == 1

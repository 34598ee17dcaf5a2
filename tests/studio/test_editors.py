"""The editor's command line, as people write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from whitecove.studio.editors import command

PHOTO = Path("/photos/a mug.tif")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "Program Files" / "Paint It 2" / "paint.exe"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"")
    return file


@pytest.mark.parametrize("written", ["{}", " {} ", '"{}"', "'{}'"])
def test_a_path_with_spaces_is_the_program(program: Path, written: str) -> None:
    assert command(written.format(program), PHOTO) == [str(program), str(PHOTO)]


@pytest.mark.parametrize("written", ["{} --new -x 'a b'", "\"{}\" --new -x 'a b'"])
def test_options_follow_it(program: Path, written: str) -> None:
    assert command(written.format(program), PHOTO) == [str(program), "--new", "-x", "a b", str(PHOTO)]


def test_a_name_is_looked_for_by_the_system() -> None:
    assert command("gimp --new-instance", PHOTO) == ["gimp", "--new-instance", str(PHOTO)]


def test_a_bundle_is_opened(tmp_path: Path) -> None:
    bundle = tmp_path / "Paint It.app"
    bundle.mkdir()
    assert command(str(bundle), PHOTO) == ["open", "-a", str(bundle), str(PHOTO)]


@pytest.mark.parametrize("written", ["", "  ", '"gimp'])
def test_what_is_no_command_line_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"program|quot"):
        command(written, PHOTO)

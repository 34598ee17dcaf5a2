from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev
import environment
from environment import Environment, SetupFailed

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "dev.py"


@pytest.fixture
def checkout(tmp_path: Path) -> Environment:
    """A checkout's bones, in a folder with a space and Chinese letters in its name."""
    root = tmp_path / "白色 cove"
    package = root / "app" / "whitecove"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (root / "pyproject.toml").write_text("[project]\n")
    (root / "constraints.txt").write_text("pillow==13.0.0\n")
    return Environment(root)


@pytest.fixture
def made(checkout: Environment) -> Environment:
    """Its environment, with the package found through a ``.pth`` file as installers write it, and stamped."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", checkout.folder], check=True)
    path_file = next(checkout.folder.rglob("site-packages")) / "checkout.pth"
    path_file.write_text(f"{checkout.root / 'app'}\n", "utf-8")
    environment.make_ascii(path_file)
    (path_file.parent / "numpy").mkdir()
    checkout.seal(["dev"])
    return checkout


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPT), *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def test_an_old_python_can_read_the_script() -> None:
    ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10), (3, 15), (4, 0)])
def test_unsuitable_pythons_get_a_sentence(version: tuple[int, int]) -> None:
    sentence = dev.unsuitable(version)
    assert "this is Python {}.{}".format(*version) in sentence
    assert "python3.14 packaging/dev.py" in sentence


@pytest.mark.parametrize("version", [dev.OLDEST, (3, 12), (3, 13), dev.NEWEST])
def test_suitable_pythons_pass(version: tuple[int, int]) -> None:
    assert dev.unsuitable(version) == ""


def test_help_names_every_command_from_anywhere(tmp_path: Path) -> None:
    shown = run("--help", cwd=tmp_path)
    assert shown.returncode == 0
    for command in ("demo", "test", "lint", "wheel", "all", "clean"):
        assert f"\n  {command} " in shown.stdout


@pytest.mark.parametrize("arguments", [(), ("dance",), ("lint", "--fast")])
def test_wrong_usage_ends_with_two(arguments: tuple[str, ...], tmp_path: Path) -> None:
    shown = run(*arguments, cwd=tmp_path)
    assert shown.returncode == 2
    assert "usage:" in shown.stderr


def test_what_is_made_and_stamped_is_taken_as_it_is(made: Environment) -> None:
    before = made.stamp.stat()
    made.require()
    made.require("dev")
    assert made.extras() == frozenset({"dev"})
    assert made.stamp.stat() == before


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_new_requirements_make_it_stale(made: Environment, name: str) -> None:
    (made.root / name).write_text("changed\n")
    assert made.extras() is None


def test_a_moved_checkout_makes_it_stale(made: Environment) -> None:
    moved = Environment(made.root.rename(made.root.with_name("moved")))
    assert moved.stamp.exists()
    assert moved.extras() is None


def test_without_a_stamp_it_is_half_made(made: Environment) -> None:
    made.stamp.unlink()
    assert made.extras() is None


def test_a_damaged_stamp_is_none(made: Environment) -> None:
    made.stamp.write_bytes(b"\xff\x00")
    assert made.extras() is None


def test_without_its_interpreter_it_is_broken(made: Environment) -> None:
    made.python.unlink()
    assert made.extras() is None


def test_without_a_package_it_is_broken(made: Environment) -> None:
    next(made.folder.rglob("numpy")).rmdir()
    assert made.extras() is None


def test_where_the_checkout_is_not_found_it_is_broken(made: Environment) -> None:
    next(made.folder.rglob("checkout.pth")).write_text("")
    assert made.extras() is None


def test_a_mistake_in_the_code_does_not_make_it_broken(made: Environment) -> None:
    (made.root / "app" / "whitecove" / "__init__.py").write_text("import missing_part\n")
    assert made.extras() == frozenset({"dev"})


def test_what_somebody_adds_does_no_harm(made: Environment) -> None:
    (next(made.folder.rglob("site-packages")) / "ipython").mkdir()
    assert made.extras() == frozenset({"dev"})


@pytest.mark.skipif(sys.platform == "win32", reason="locales have other names on Windows")
def test_paths_hold_where_the_locale_knows_no_chinese(made: Environment) -> None:
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    subprocess.run([made.python, "-c", "import whitecove"], env=plain, check=True)


def test_ascii_path_files_stay_as_they_are(tmp_path: Path) -> None:
    path_file = tmp_path / "some.pth"
    path_file.write_bytes(b"some folder\r\n")
    environment.make_ascii(path_file)
    assert path_file.read_bytes() == b"some folder\r\n"


def test_a_link_is_not_followed_to_be_removed(checkout: Environment, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").touch()
    checkout.folder.symlink_to(precious, target_is_directory=True)
    with pytest.raises(SetupFailed, match="move it away"):
        checkout.require()
    assert (precious / "file").exists()


def test_a_failing_pip_is_quoted(made: Environment) -> None:
    with pytest.raises(SetupFailed, match="No module named pip\nthe parts could not be installed"):
        environment.pip(made, "the parts", "install", "parts")


def test_programs_run_in_utf8_and_see_no_other_python(made: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PYTHONHOME", "elsewhere")
    given = environment.variables(made)
    assert given["PYTHONUTF8"] == "1"
    assert given["PATH"].startswith(str(made.scripts))
    assert not {"PYTHONPATH", "PYTHONHOME"} & set(given)

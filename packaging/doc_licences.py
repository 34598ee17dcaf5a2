"""The part of the licence document that comes from what is installed: every package that Whitecove brings along."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

from doc_tables import table

PYPROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
# Only on some systems, so not found by looking at what is installed on another.
ELSEWHERE = {"colorama": ("BSD-3-Clause", "Windows only")}
# Where the package states a whole text, several things, or less than it could.
STATED_AT_LENGTH = {
    "certifi": "MPL-2.0", "imagehash": "BSD-2-Clause", "jinja2": "BSD-3-Clause", "numba": "BSD-2-Clause",
    "pebble": "LGPL-3.0", "pi-heif": "BSD-3-Clause", "pyside6-essentials": "LGPL-3.0-only",
    "scikit-image": "BSD-3-Clause", "scipy": "BSD-3-Clause", "shiboken6": "LGPL-3.0-only",
}  # fmt: skip
SPDX = {
    "MIT License": "MIT", "Apache 2.0": "Apache-2.0", "3-Clause BSD License": "BSD-3-Clause", "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
}  # fmt: skip
NOTES = {
    "certifi": "weak copyleft of a list of certificates; not used while working offline",
    "llvmlite": "contains LLVM",
    "numpy": "its wheel contains OpenBLAS (BSD) and GCC's libgfortran and libquadmath (GPL with the runtime exception, "
    "LGPL)",
    "onnxruntime": "its wheel lists its own third parties in ThirdPartyNotices.txt",
    "pebble": "weak copyleft: a separate, unchanged, exchangeable package",
    "pi-heif": "its wheel contains libheif and libde265, both LGPL-3.0: separate, unchanged, exchangeable libraries; "
    "no x265",
    "pillow": "its wheel contains libjpeg-turbo, Little CMS, libtiff, libwebp, libavif, FreeType and others, all "
    "permissive",
    "pymatting": "installed only because rembg asks for it",
    "pyside6-essentials": "or GPL, by choice; its wheel contains Qt, LGPL-3.0 too where used, with third parties: "
    "see below",
    "rembg": "the code only; each model has a licence of its own, see below",
    "scipy": "its wheel contains OpenBLAS (BSD) and GCC's libgfortran and libquadmath (GPL with the runtime exception, "
    "LGPL)",
    "shiboken6": "or GPL, by choice; the tie between Qt and Python: see below",
    "tqdm": "weak copyleft; installed only because rembg asks for it",
}


def licences() -> str:
    """A table of all runtime packages, by name."""
    return table(("Package", "Licence", "Note"), rows())


def licences_file() -> str:
    """The same for the program's own "about", which may run where no package says anything of itself."""
    return "".join(f"{name}\t{licence}\t{note}\n" for name, licence, note in rows())


def rows() -> list[tuple[str, str, str]]:
    """Each package with its licence and what is to be said of it."""
    found = {name: (stated(each), NOTES.get(name, "")) for name, each in installed().items()} | ELSEWHERE
    return [(name, *found[name]) for name in sorted(found)]


def installed() -> dict[str, Distribution]:
    """The packages that Whitecove needs to run, and those that these need, by name."""
    project = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]
    found: dict[str, Distribution] = {}
    _follow((Requirement(text) for text in project["dependencies"]), frozenset(), found, set())
    return found


def stated(package: Distribution) -> str:
    """The licence a package states, as SPDX writes it."""
    metadata = package.metadata
    known = STATED_AT_LENGTH.get(_plain(metadata["Name"]))
    if known:
        return known
    classifiers = [c.rpartition(" :: ")[2] for c in metadata.get_all("Classifier") or [] if c.startswith("License ::")]
    fields = [*(metadata.get_all("License-Expression") or []), *(metadata.get_all("License") or []), *classifiers]
    return SPDX.get(fields[0], fields[0]) if fields else "not stated"


def _follow(
    requirements: Iterable[Requirement], extras: frozenset[str], found: dict[str, Distribution], seen: set[str]
) -> None:
    for requirement in requirements:
        name, asked = _plain(requirement.name), frozenset(requirement.extras)
        wanted = requirement.marker is None or any(requirement.marker.evaluate({"extra": e}) for e in ("", *extras))
        key = f"{name}{sorted(asked)}"
        if not wanted or key in seen or name in ELSEWHERE:
            continue
        seen.add(key)
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue
        _follow((Requirement(text) for text in found[name].requires or ()), asked, found, seen)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()

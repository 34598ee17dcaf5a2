"""Every option, declared once: type, default, bounds, label, help. Command-line flags, preset keys, dialogs and docs
are all derived from here; a test proves that none is missing there."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, cast

from whitecove.core.errors import ProfileError
from whitecove.core.templates import problems_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """What a person may set, and to what. ``low`` and ``high`` are inclusive; ``choices`` closes the list."""

    label: str
    help: str
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()


def _option(default: Any, label: str, help: str, **bounds: Any) -> Any:  # noqa: A002, ANN401 (dataclasses.field is Any)
    return field(default=default, metadata={"declaration": Declaration(label=label, help=help, **bounds)})


SLOTS = ("main", "detail", "variant")
GROUPINGS = ("auto", "folder", "name", "time", "photo")
ENGINES = ("auto", "backdrop", "whiten", "keep")  # and rembg:<model>


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """A preset's content: how this person prepares. The defaults are what is safe for AliExpress."""

    profile: str = _option("aliexpress", "Marketplace", "The marketplace profile whose rules must hold.")
    engine: str = _option("auto", "Cutout", "What cuts the product out: auto, backdrop, whiten, keep or rembg:MODEL.")
    device: str = _option(
        "auto", "Computed on", "What computes cutout models: auto takes a GPU where onnxruntime has one that works.",
        choices=("auto", "cpu", "gpu"),
    )  # fmt: skip
    slots: tuple[str, ...] = _option(SLOTS, "Pictures", "Which slots to make, comma-separated.", choices=SLOTS)
    group: str = _option("auto", "Grouping", "How photos become listings.", choices=GROUPINGS)
    gap: float = _option(
        0.0, "Shooting gap",
        "Seconds without a shot that part two products, where shooting times group; 0 finds the gap.",
        low=0.0, high=86400.0,
    )  # fmt: skip
    name: str = _option(
        "", "File names",
        "Template of file names: {sku} {variant} {role} {nn} {pt} {date} {lang}; none takes the marketplace's own.",
    )  # fmt: skip
    ascii_names: bool = _option(False, "Latin names", "Write all names in Latin letters (红色 becomes HongSe).")
    lang: str = _option("", "Language", "What {lang} stands for in file names.")
    aspect: str = _option(
        "auto", "Shape", "Shape of the main picture; auto takes the marketplace's own.", choices=("auto", "1:1", "3:4")
    )
    canvas: int = _option(
        0, "Canvas", "Long side of the canvas in pixels; 0 takes 2000 where the profile has a byte floor, else 1600.",
        low=0, high=5000,
    )  # fmt: skip
    fill: float = _option(0.85, "Fill", "Share of the canvas that the product's longest side takes.", low=0.3, high=1.0)
    stand: str = _option(
        "centre", "Position", "Centre the product, or stand it on a common baseline.", choices=("centre", "baseline")
    )
    details: str = _option(
        "scene", "Details", "Detail pictures: keep the scene, cut out on white, or pad the scene to the shape.",
        choices=("scene", "white", "pad"),
    )  # fmt: skip
    shadow: str = _option(
        "none", "Shadow", "Under cut-out products: none, the photo's own soft shadow, or a made one for what stands.",
        choices=("none", "own", "made"),
    )  # fmt: skip
    keep_edges: bool = _option(
        False, "Keep edges", "Shade the outermost pixels of white goods a little, so that they show on white."
    )
    white_point: str = _option(
        "off", "White point",
        "Make the backdrop the white point of all photos of one camera and session: it was white when you saw it.",
        choices=("off", "backdrop"),
    )  # fmt: skip
    passes: str = _option(
        "every", "Model passes",
        "How often a cutout model looks at a photo: as often as it helps (about four times), or once, for speed.",
        choices=("every", "one"),
    )  # fmt: skip
    review_doubt: float = _option(0.5, "Review from", "Doubt from which a cutout goes to review.", low=0.0, high=1.0)
    pad_bytes: bool = _option(
        False, "Padding", "Allow plain padding when a picture cannot reach the smallest file size otherwise."
    )
    keep_camera: bool = _option(True, "Keep camera", "Keep capture time and camera in the written EXIF.")
    artist: str = _option("", "Artist", "EXIF artist to write.")
    copyright: str = _option("", "Copyright", "EXIF copyright to write.")


def declaration(name: str) -> Declaration:
    """The declaration of one option.

    Raises:
        KeyError: no option has that name.
    """
    for candidate in fields(Options):
        if candidate.name == name:
            return cast(Declaration, candidate.metadata["declaration"])
    raise KeyError(name)


def names() -> tuple[str, ...]:
    """The names of all options, in the order of their declaration."""
    return tuple(candidate.name for candidate in fields(Options))


def load_preset(path: Path) -> dict[str, object]:
    """A preset file's values, as written, checked against the declarations.

    Raises:
        ProfileError: the file cannot be read, is no TOML, or has wrong keys or values (all of them are named).
    """
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProfileError("profile.unreadable", file=path.name, problem=str(error)) from error
    values.pop("schema", None)
    found = problems(values)
    if found:
        raise ProfileError("profile.wrong", file=path.name, problems="; ".join(found))
    return values


def with_values(options: Options, values: Mapping[str, object]) -> Options:
    """``options`` with ``values`` set over it.

    Raises:
        ProfileError: a key or value is wrong (all of them are named).
    """
    found = problems(values)
    if found:
        raise ProfileError("profile.wrong_options", problems="; ".join(found))
    changes: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in values.items()}
    return replace(options, **changes)


def problems(values: Mapping[str, object]) -> list[str]:
    """What is wrong with ``values``, a phrase each; empty when nothing is."""
    found: list[str] = []
    for key, value in values.items():
        if key not in names():
            found.append(f"{key}: no such option{_did_you_mean(key)}")
        else:
            problem = _problem(key, value)
            if problem:
                found.append(f"{key}: {problem}")
    return found


def _did_you_mean(key: str) -> str:
    import difflib

    close = difflib.get_close_matches(key, names(), n=1)
    return f" (did you mean {close[0]}?)" if close else ""


def _problem(key: str, value: object) -> str:
    known = declaration(key)
    default = getattr(Options(), key)
    if isinstance(default, bool):
        return "" if isinstance(value, bool) else "must be true or false"
    if isinstance(default, tuple):
        return _list_problem(value, known)
    if isinstance(default, (int, float)):
        return _number_problem(value, known, whole=isinstance(default, int))
    if not isinstance(value, str):
        return f"must be one of {', '.join(known.choices)}" if known.choices else "must be text"
    return _text_problem(key, value, known)


def _text_problem(key: str, value: str, known: Declaration) -> str:
    if key == "engine":
        return "" if value in ENGINES or value.startswith("rembg:") else f"must be {', '.join(ENGINES)} or rembg:MODEL"
    if key == "name":
        return "; ".join(problems_of(value)) if value else ""
    return "" if not known.choices or value in known.choices else f"must be one of {', '.join(known.choices)}"


def _list_problem(value: object, known: Declaration) -> str:
    if not isinstance(value, (list, tuple)) or not value:
        return "must be a list"
    wrong = [str(v) for v in value if v not in known.choices]
    return f"{', '.join(wrong)} is not one of {', '.join(known.choices)}" if wrong else ""


def _number_problem(value: object, known: Declaration, *, whole: bool) -> str:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or (whole and not isinstance(value, int)):
        return "must be a whole number" if whole else "must be a number"
    if known.low is not None and not known.low <= value:
        return f"must be at least {known.low:g}"
    if known.high is not None and not value <= known.high:
        return f"must be at most {known.high:g}"
    return ""

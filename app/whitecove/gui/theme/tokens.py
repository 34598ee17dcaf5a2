"""Every colour and measure of the window, named by what it is for. No other file knows a colour or a size.

Greys are neutral (red, green and blue equal), so that the white of a photo is judged against nothing tinted. Colours
are ``#rrggbb``. Which of them stand on which is declared in :data:`TEXT_PAIRS` and :data:`SHAPE_PAIRS`; tests compute
their contrast.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme. ``*_soft`` are the quiet grounds of a colour: badges, strips, selected rows."""

    dark: bool
    window: str  # behind everything
    surface: str  # panels and bars
    raised: str  # inputs, cards, menus
    hover: str  # what the pointer is on, over surface or raised
    pressed: str
    surround: str  # around the picture
    surround_text: str
    border: str  # hairlines between parts
    outline: str  # the edge of a control
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    accent_text: str  # on accent
    accent_soft: str  # selected rows, checked buttons
    link: str  # the accent as text
    focus: str  # focus ring
    danger: str  # the ground of a button that destroys something
    danger_hover: str
    danger_text: str
    ready: str
    ready_soft: str
    review: str
    review_soft: str
    failed: str
    failed_soft: str
    reshoot: str
    reshoot_soft: str
    working: str
    working_soft: str
    unused: str
    unused_soft: str
    tooltip: str
    tooltip_text: str
    # Over photos, which may be of any colour: each comes with a dark or light companion line.
    not_white: str = "#ff00ff"
    keep: str = "#1fc46b"
    erase: str = "#ff4a3d"
    guide: str = "#18a0fb"
    line: str = "#ffffff"
    line_shade: str = "#000000"
    checker_light: str = "#ffffff"
    checker_dark: str = "#c8c8c8"


LIGHT = Colours(
    dark=False,
    window="#ececec",
    surface="#f6f6f6",
    raised="#ffffff",
    hover="#e6e6e6",
    pressed="#d9d9d9",
    surround="#c4c4c4",
    surround_text="#1c1c1c",
    border="#dadada",
    outline="#8a8a8a",
    text="#1c1c1c",
    muted="#5a5a5a",
    disabled="#9a9a9a",
    accent="#0b66b0",
    accent_hover="#09558f",
    accent_text="#ffffff",
    accent_soft="#d8e7f4",
    link="#0a5c9f",
    focus="#0b66b0",
    danger="#b3261e",
    danger_hover="#971d16",
    danger_text="#ffffff",
    ready="#156638",
    ready_soft="#def1e5",
    review="#7d4a00",
    review_soft="#fbeccf",
    failed="#a8221a",
    failed_soft="#fbe2df",
    reshoot="#7c3488",
    reshoot_soft="#f3e2f6",
    working="#0a5c9f",
    working_soft="#dcebf8",
    unused="#555555",
    unused_soft="#e4e4e4",
    tooltip="#2b2b2b",
    tooltip_text="#f4f4f4",
)

DARK = Colours(
    dark=True,
    window="#1b1b1b",
    surface="#242424",
    raised="#303030",
    hover="#3a3a3a",
    pressed="#454545",
    surround="#343434",
    surround_text="#ededed",
    border="#3c3c3c",
    outline="#808080",
    text="#ededed",
    muted="#b0b0b0",
    disabled="#6f6f6f",
    accent="#59aef2",
    accent_hover="#7cc0f6",
    accent_text="#08131c",
    accent_soft="#2b4255",
    link="#7cc0f6",
    focus="#7cc0f6",
    danger="#ff8a80",
    danger_hover="#ffa69e",
    danger_text="#210705",
    ready="#7ad49a",
    ready_soft="#1f3527",
    review="#f2bd67",
    review_soft="#3a2f1b",
    failed="#ff9d94",
    failed_soft="#42241f",
    reshoot="#dcaee6",
    reshoot_soft="#392740",
    working="#85c4f7",
    working_soft="#1e3346",
    unused="#b8b8b8",
    unused_soft="#383838",
    tooltip="#e8e8e8",
    tooltip_text="#1c1c1c",
)

_STATES = ("ready", "review", "failed", "reshoot", "working", "unused")

# What is read: (ink, ground), each at least 4.5 : 1.
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("text", "muted", "link") for ground in ("window", "surface", "raised", "hover")),
    *(("text", ground) for ground in ("pressed", "accent_soft")),
    ("link", "accent_soft"),
    *((state, ground) for state in _STATES for ground in ("window", "surface", "raised", f"{state}_soft")),
    *(("text", f"{state}_soft") for state in _STATES),
    *((state, "accent_soft") for state in _STATES),
    ("muted", "accent_soft"),
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
    ("danger_text", "danger"),
    ("danger_text", "danger_hover"),
    ("surround_text", "surround"),
    ("tooltip_text", "tooltip"),
)

# What is seen, not read: (shape, ground), each at least 3 : 1.
SHAPE_PAIRS: tuple[tuple[str, str], ...] = (
    *((shape, ground) for shape in ("accent", "focus") for ground in ("window", "surface", "raised")),
    *(("outline", ground) for ground in ("surface", "raised")),
    ("line", "line_shade"),
)


@dataclass(frozen=True, slots=True)
class Metrics:
    """Lengths in device-independent pixels, on a grid of 8 with halves and quarters of it."""

    grid: int = 8
    gap: int = 8  # between neighbours
    gap_small: int = 4
    gap_large: int = 16
    margin: int = 16  # inside of panels and pages
    radius: int = 6  # controls
    radius_small: int = 4  # ticks, rows, badges
    radius_large: int = 10  # cards, dialogs
    control: int = 32  # height of buttons, inputs, rows: nothing to be hit is smaller
    control_large: int = 40  # the main buttons of the top bar and of pages
    row: int = 32
    tick_row: int = 32  # a check box or radio button with its text
    bar: int = 56  # the top bar
    status_bar: int = 32
    icon: int = 20
    icon_small: int = 16
    icon_large: int = 24
    tick: int = 18  # check boxes and radio buttons
    scrollbar: int = 12
    hairline: int = 1
    ring: int = 2  # focus ring


METRICS = Metrics()


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Sizes of text as shares of the system's own, which the person may have made larger."""

    caption: float = 0.92
    body: float = 1.0
    strong: float = 1.0  # weight, not size
    heading: float = 1.15
    title: float = 1.54
    display: float = 2.0
    smallest: int = 13  # body, in pixels


TYPE = TypeScale()


def colour_names() -> tuple[str, ...]:
    """The names of all colours of a scheme."""
    return tuple(name for name in Colours.__dataclass_fields__ if name != "dark")

"""The one style sheet: grounds of bars and panels, sizes of text, scrollbars. Set on the application only.

What a part is, its property ``kind`` says: frames are ``bar``, ``rail``, ``panel``, ``status``, ``card``, ``desk``,
``strip`` (with ``tone``), ``badge`` (with ``tone``), ``segments`` or ``rule``; labels are ``display``, ``title``,
``heading``, ``strong``, ``muted`` or ``caption``, and may have the colour of a state (``tone``). Buttons, fields and
rows are painted by ``style.py`` and must not be named here: a rule would turn that off.
"""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from whitecove.gui.theme.tokens import METRICS, TYPE, Colours

TONES = {
    "info": ("working", "working_soft"),
    "ask": ("link", "accent_soft"),
    "done": ("ready", "ready_soft"),
    "warning": ("review", "review_soft"),
    "error": ("failed", "failed_soft"),
}
STATE_TONES = ("ready", "review", "failed", "reshoot", "working", "unused", "link")

_SHEET = Template("""
QFrame[kind="desk"] { background: $window; border: none; }
QFrame[kind="panel"] { background: $surface; border: none; }
QFrame[kind="bar"] { background: $surface; border: none; border-bottom: 1px solid $border; }
QFrame[kind="rail"] { background: $surface; border: none; border-right: 1px solid $border; }
QFrame[kind="status"] { background: $surface; border: none; border-top: 1px solid $border; }
QFrame[kind="card"] { background: $raised; border: 1px solid $border; border-radius: ${radius_large}px; }
QFrame[kind="segments"] { background: $hover; border: none; border-radius: ${radius}px; }
QFrame[kind="rule"] { background: $border; border: none; }
QFrame[kind="strip"] { border: none; border-bottom: 1px solid $border; }
QFrame[kind="strip"][joined="true"] { border: none; }
QFrame[kind="badge"] { border: none; border-radius: ${radius_small}px; }

QLabel[kind="display"] { font-size: ${display_px}px; font-weight: 600; }
QLabel[kind="title"] { font-size: ${title_px}px; font-weight: 600; }
QLabel[kind="heading"] { font-size: ${heading_px}px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="muted"] { color: $muted; }
QLabel[kind="caption"] { color: $muted; font-size: ${caption_px}px; }
QLabel[kind="badge"] { font-weight: 600; }
QLabel:disabled { color: $disabled; }

QToolBar { background: $surface; border: none; border-bottom: 1px solid $border; padding: 8px; spacing: 8px; }
QStatusBar { background: $surface; border-top: 1px solid $border; }
QSplitter::handle { background: $border; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; }
QToolTip {
    background: $tooltip; color: $tooltip_text; border: 1px solid $tooltip; padding: 3px 6px;
}
QAbstractItemView[kind="flat"] { background: transparent; border: none; }
QHeaderView { background: $raised; border: none; }
QHeaderView::section {
    background: $raised; color: $muted; border: none; border-bottom: 1px solid $border; padding: 6px 8px;
}
QGroupBox { border: none; margin-top: 28px; padding: 0; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; left: 0; top: 4px; }

QScrollArea { background: transparent; border: none; }
QScrollArea[kind="panel"] { border: ${ring}px solid transparent; }
QScrollArea[kind="panel"]:focus { border-color: $focus; }
QScrollBar { background: transparent; border: none; margin: 0; }
QAbstractItemView QScrollBar, QPlainTextEdit QScrollBar, QTextEdit QScrollBar { background: $raised; }
QAbstractItemView[kind="flat"] QScrollBar { background: transparent; }
QScrollBar:vertical { width: ${scrollbar}px; }
QScrollBar:horizontal { height: ${scrollbar}px; }
QScrollBar::handle { background: $thumb; border-radius: 3px; margin: 3px; }
QScrollBar::handle:hover { background: $outline; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
""")

# What asks or tells stands on a quiet ground, its icon has the colour; what happened has the colour itself.
QUIET_TONES = frozenset({"info", "ask"})
_STRIP = Template("""
QFrame[kind="strip"][tone="$tone"] { background: $ground; }
""")
_LABEL = Template("""
QLabel[tone="$tone"] { color: $ink; }
QFrame[kind="badge"][tone="$tone"] { background: $ground; }
""")


def style_sheet(colours: Colours, body_px: int) -> str:
    """The style sheet of a scheme, for a body text of ``body_px`` pixels."""
    values = {**asdict(colours), **asdict(METRICS), **sizes(body_px)}
    values["thumb"] = colours.pressed if colours.dark else "#bdbdbd"
    parts = [_SHEET.substitute(values)]
    for tone, (_ink, ground) in TONES.items():
        parts.append(_STRIP.substitute(tone=tone, ground=values["raised" if tone in QUIET_TONES else ground]))
    for state in STATE_TONES:
        ground = values.get(f"{state}_soft", colours.accent_soft)
        parts.append(_LABEL.substitute(tone=state, ink=values[state], ground=ground))
    return "".join(parts)


def sizes(body_px: int) -> dict[str, int]:
    """The sizes of text in pixels, by name."""
    scale = {"caption": TYPE.caption, "heading": TYPE.heading, "title": TYPE.title, "display": TYPE.display}
    return {f"{name}_px": round(body_px * share) for name, share in scale.items()}

"""The scheme as a palette: what widgets that paint themselves, and the text of all others, take their colours from."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from whitecove.gui.theme.tokens import Colours

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def palette(colours: Colours) -> QPalette:
    """A complete palette: every role in every group."""
    made = QPalette()
    for role, colour in _roles(colours).items():
        made.setColor(_Group.All, role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText, _Role.PlaceholderText):
        made.setColor(_Group.Disabled, role, QColor(colours.disabled))
    made.setColor(_Group.Disabled, _Role.Base, QColor(colours.surface))
    made.setColor(_Group.Disabled, _Role.Accent, QColor(colours.disabled))
    return made


def _roles(now: Colours) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: now.surface,
        _Role.WindowText: now.text,
        _Role.Base: now.raised,
        _Role.AlternateBase: now.surface,
        _Role.Text: now.text,
        _Role.PlaceholderText: now.muted,
        _Role.Button: now.raised,
        _Role.ButtonText: now.text,
        _Role.BrightText: now.failed,
        _Role.Light: now.raised,
        _Role.Midlight: now.hover,
        _Role.Mid: now.border,
        _Role.Dark: now.outline,
        _Role.Shadow: now.border,
        _Role.Highlight: now.accent_soft,
        _Role.HighlightedText: now.text,
        _Role.Accent: now.accent,
        _Role.Link: now.link,
        _Role.LinkVisited: now.link,
        _Role.ToolTipBase: now.tooltip,
        _Role.ToolTipText: now.tooltip_text,
    }

"""Which settings one photo may have for itself, and how they are called and bounded: from the options' declarations."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from whitecove.core.adjust.values import MOST_EXPOSED, MOST_STRAIGHTENED, OPTIONS, UNTOUCHED, Adjust
from whitecove.core.options import Options, declaration
from whitecove.gui.marks import QT_TRANSLATE_NOOP
from whitecove.gui.panels.adjust_rows import Listed, Parts, Scale, Setting, Sliding, Ticked
from whitecove.gui.theme.segments import Segment

# What the values of closed lists are called.
VALUES: dict[str, str] = {
    "none": QT_TRANSLATE_NOOP("Option", "None"),
    "own": QT_TRANSLATE_NOOP("Option", "Its own"),
    "made": QT_TRANSLATE_NOOP("Option", "Made"),
    "scene": QT_TRANSLATE_NOOP("Option", "Scene"),
    "white": QT_TRANSLATE_NOOP("Option", "White"),
    "pad": QT_TRANSLATE_NOOP("Option", "Padded"),
    "centre": QT_TRANSLATE_NOOP("Option", "Centre"),
    "baseline": QT_TRANSLATE_NOOP("Option", "Baseline"),
}
FILL_STEP, DEGREES_STEP, STOPS_STEP = 0.01, 0.1, 0.05


def value_of(key: str, adjust: Adjust, options: Options) -> object:
    """What holds for a photo: its own, or the preset's."""
    own = getattr(adjust, key)
    return getattr(options, key) if own is None and key in OPTIONS else own


def differs(key: str, adjust: Adjust) -> bool:
    """Whether a photo has something of its own there."""
    return bool(getattr(adjust, key) != getattr(UNTOUCHED, key))


def with_value(key: str, value: object, adjust: Adjust, options: Options) -> Adjust:
    """``adjust`` with ``value``; one that the preset has, too, is none of its own."""
    if key in OPTIONS and value == getattr(options, key):
        value = None
    changed: Adjust = replace(adjust, **{key: value})  # type: ignore[arg-type]
    return changed


def number_of_own(adjust: Adjust) -> int:
    """How many settings differ from the preset."""
    return sum(differs(key, adjust) for key in Adjust.__dataclass_fields__)


def names() -> dict[str, str]:
    """What the settings are called."""
    translate = QCoreApplication.translate
    declared = {key: translate("Option", declaration(key).label) for key in OPTIONS}
    return declared | {
        "straighten": translate("Option", "Straighten"),
        "exposure": translate("Option", "Exposure"),
        "white_point": translate("Option", "White point"),
    }


def tip(key: str) -> str:
    """What a setting is good for."""
    translate = QCoreApplication.translate
    known = {
        "engine": translate("Option", "How the product is cut out of its backdrop."),
        "straighten": translate("Option", "Turns the photo until what stands is upright."),
        "exposure": translate("Option", "Lightens or darkens all of the photo; reported as a change of its colours."),
        "white_point": translate("Option", "Pick what was white or grey; reported as a change of its colours."),
    }
    return known.get(key) or translate("Option", declaration(key).help)


def made(key: str) -> Setting:
    """The row of a setting.

    Raises:
        KeyError: a photo has no such setting, or it is no row.
    """
    name = names()[key]
    if key == "engine":
        return Listed(key, name, tip(key))
    if key in SCALES:
        scale = SCALES[key]
        unit = QCoreApplication.translate("Option", scale.unit) if scale.unit else ""
        return Sliding(key, name, replace(scale, unit=unit), tip(key))
    known = declaration(key)
    if known.choices:
        return Parts(key, name, [Segment(each, _shown(each)) for each in known.choices], tip(key))
    return Ticked(key, name, tip(key))


def _shown(value: str) -> str:
    return QCoreApplication.translate("Option", VALUES.get(value, value))


def _fill() -> Scale:
    known = declaration("fill")
    return Scale(
        known.low or 0.0, known.high or 1.0, FILL_STEP, times=100, unit=QCoreApplication.translate("Option", " %")
    )


SCALES = {
    "fill": _fill(),
    "straighten": Scale(-MOST_STRAIGHTENED, MOST_STRAIGHTENED, DEGREES_STEP, unit="°", decimals=1, origin=0.0),
    "exposure": Scale(-MOST_EXPOSED, MOST_EXPOSED, STOPS_STEP, decimals=2, origin=0.0),
}

"""Sizes, times and speeds in words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from whitecove.gui.home_paths import as_written
from whitecove.studio.model_asks import Speed

GPU_NAMES = {"cuda": "CUDA", "directml": "DirectML", "coreml": "Core ML", "openvino": "OpenVINO"}


def megabytes(size: float) -> str:
    """How large a file is."""
    shown = size
    while shown >= 1000:
        shown /= 1000
    digits = 0 if shown >= 100 or abs(shown - round(shown)) < 0.05 else 1
    return QLocale().formattedDataSize(int(size), digits, QLocale.DataSizeFormat.DataSizeSIFormat)


def number(value: float, digits: int = 0) -> str:
    """A number as the person's language writes it."""
    return QLocale().toString(float(value), "f", digits)


def date_words(day: dt.date) -> str:
    """A day as the person's language writes it, with the whole year."""
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    whole = pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), whole)


def device_name(label: str) -> str:
    """What computes: the processor, or a graphics card and what it is used through."""
    if label == "cpu":
        return QCoreApplication.translate("Figures", "processor")
    text = QCoreApplication.translate("Figures", "graphics card, {through}")
    return text.format(through=GPU_NAMES.get(label, label))


def speed_words(speed: Speed) -> str:
    """How fast something was here."""
    text = QCoreApplication.translate("Figures", "{seconds} s a photo here ({device})")
    digits = 2 if speed.seconds < 1 else 1 if speed.seconds < 10 else 0
    return text.format(seconds=number(speed.seconds, digits), device=device_name(speed.label))


def speed_class(name: str) -> str:
    """A class of speed from the catalogue."""
    words = {
        "fast": QCoreApplication.translate("Figures", "fast"),
        "medium": QCoreApplication.translate("Figures", "medium speed"),
        "slow": QCoreApplication.translate("Figures", "slow"),
        "very slow": QCoreApplication.translate("Figures", "very slow without a graphics card"),
    }
    return words.get(name, name)


def folder_words(path: Path, *, longest: int = 60) -> str:
    """A path that is not too long to be shown: its middle goes."""
    text = as_written(path)
    if len(text) <= longest:
        return text
    keep = (longest - 1) // 2
    return f"{text[:keep]}…{text[-keep:]}"

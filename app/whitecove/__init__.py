"""Whitecove: product photos in, proven marketplace pictures out."""

from __future__ import annotations

__version__ = "0.1.0"

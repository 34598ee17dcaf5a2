"""The window in tests: drawn off screen, unless a test is run under a real display on purpose."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

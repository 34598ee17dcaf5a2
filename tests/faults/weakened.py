"""Starts a program that minds permissions, though root started it: ``python weakened.py PROGRAM ARGUMENT …``."""

from __future__ import annotations

import ctypes
import os
import sys

PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1  # prctl(2), capabilities(7)


def main() -> None:
    """Gives the right to pass over permissions away, where there is one, and becomes the program."""
    if sys.platform == "linux" and os.geteuid() == 0:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)
    os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 (becoming it is the point)


if __name__ == "__main__":
    main()

"""Set up this checkout and do something with it: ``python3 packaging/dev.py demo`` (Windows: ``py packaging\\dev.py``).

Needs nothing but Python and its standard library. This file keeps to syntax that Python 3.6 can read, so that an old
Python gets a sentence rather than a syntax error; what it does lies in ``checkout.py`` and ``environment.py``.
"""

import os
import sys

OLDEST = (3, 11)
NEWEST = (3, 14)


def unsuitable(version: "tuple[int, int]") -> str:
    """Why a Python of this version, say ``(3, 10)``, cannot be used, and what to do; empty when it can."""
    if OLDEST <= version <= NEWEST:
        return ""
    return (
        "Whitecove works on Python {}.{} to {}.{}, and this is Python {}.{} ({}).\n"
        "Install one of those from python.org or your system's packages, "
        "then start this script with it: python{}.{} packaging/dev.py"
    ).format(*(OLDEST + NEWEST + version + (sys.executable,) + NEWEST))


def main(arguments: "list[str]") -> int:
    """Run one command; its exit code."""
    problem = unsuitable(sys.version_info[:2])
    if problem:
        sys.stderr.write(problem + "\n")
        return 3
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 (reads on old Pythons)
    import checkout

    return checkout.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

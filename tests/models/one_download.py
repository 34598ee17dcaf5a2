"""A download in a program of its own, for a test to kill: ``python one_download.py STORE URL``."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.models.small import fetch, small
from whitecove.models import catalogue, store


def main() -> None:
    for module in (catalogue, store):
        module.catalogue = lambda: (small(),)  # type: ignore[attr-defined]
    fetch(Path(sys.argv[1]), sys.argv[2])


if __name__ == "__main__":
    main()

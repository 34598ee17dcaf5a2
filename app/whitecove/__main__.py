"""``python -m whitecove`` is the command line."""

from __future__ import annotations

from whitecove.cli.entry import main

if __name__ == "__main__":
    main()

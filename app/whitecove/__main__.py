"""``python -m whitecove`` is the command line."""

from __future__ import annotations

from whitecove.cli.main import main

if __name__ == "__main__":
    main()

"""``python -m whitecove``: the same as the installed program."""

from __future__ import annotations

from whitecove.entry import main

if __name__ == "__main__":
    main()

"""A photo's options: the batch's, with those over them that it has for itself."""

from __future__ import annotations

from whitecove.core.adjust.values import Adjust
from whitecove.core.options import Options, with_values


def chosen(options: Options, adjust: Adjust) -> Options:
    """``options`` with what ``adjust`` names set over them.

    Raises:
        ProfileError: a value is none that its option takes (all of them are named).
    """
    own = adjust.options
    return with_values(options, own) if own else options

"""Which marketplaces are known, and what is wrong with a file of rules."""

from __future__ import annotations

from whitecove.core.profiles import list_profiles, read_profile, validate
from whitecove.studio.model_asks import CheckMarketplace, ListMarketplaces, MarketplaceChecked, Marketplaces


def known(_ask: ListMarketplaces) -> Marketplaces:
    """All that come with the program.

    Raises:
        ProfileError: a file of them is wrong.
    """
    return Marketplaces(known=list_profiles())


def checked(ask: CheckMarketplace) -> MarketplaceChecked:
    """What is wrong with the file, or what it says."""
    problems = tuple(validate(ask.file))
    return MarketplaceChecked(file=ask.file, problems=problems, found=None if problems else read_profile(ask.file))

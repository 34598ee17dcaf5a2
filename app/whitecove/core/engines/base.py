"""What an engine is: a picture in, a cutout out."""

from __future__ import annotations

from typing import Protocol

from whitecove.core.model import Cutout, Picture


class Engine(Protocol):
    """Makes cutouts. An engine may hold a loaded model; a worker makes it once and uses it for every photo."""

    @property
    def name(self) -> str:
        """What the person asks for: ``auto``, ``backdrop``, ``rembg:u2netp``."""
        ...

    def cut(self, picture: Picture) -> Cutout:
        """The product of ``picture``: a matte of the picture's own size, and how doubtful it is.

        The same picture gives the same cutout, to the byte.

        Raises:
            EngineError: the engine cannot work at all (missing package or model), or there is nothing to cut.
        """
        ...

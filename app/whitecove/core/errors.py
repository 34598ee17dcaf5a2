"""What can go wrong that is no finding: one tree, a code each; `messages` has the sentence and the next step.

WhitecoveError
├── ReadError         a photo could not be read
├── EngineError       no cutout could be made
├── PrepareError      a rendition could not be made of a photo that was read
├── ProfileError      a profile or preset file is wrong (all problems at once)
├── PlanError         the batch cannot start as asked (name collisions, edited deliveries, no photos)
├── OutputError       the output folder or disk does not take what must be written
└── ModelError        a cutout model is unknown, missing or damaged
"""

from __future__ import annotations

from whitecove.core import messages


class WhitecoveError(Exception):
    """Could not. ``code`` names the message, ``params`` fill it."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return messages.sentence(self.code, **self.params)

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        # Exceptions cross process borders; the default protocol drops keyword arguments.
        return _rebuild, (type(self), self.code, self.params)


def _rebuild(kind: type[WhitecoveError], code: str, params: dict[str, object]) -> WhitecoveError:
    return kind(code, **params)


class ReadError(WhitecoveError):
    """A photo could not be read."""


class EngineError(WhitecoveError):
    """No cutout could be made."""


class PrepareError(WhitecoveError):
    """A rendition could not be made."""


class ProfileError(WhitecoveError):
    """A profile or preset file is wrong."""


class PlanError(WhitecoveError):
    """The batch cannot start as asked."""


class OutputError(WhitecoveError):
    """What must be written could not be."""


class ModelError(WhitecoveError):
    """A cutout model is unknown, missing or damaged."""

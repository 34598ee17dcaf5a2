"""Most findings on most photos are the same: they are kept once. Two thousand photos have fifty thousand."""

from __future__ import annotations

from dataclasses import replace

from whitecove.core.model import Finding, PhotoResult


class Shared:
    """Gives back results that are equal to those given, with equal findings as one object."""

    def __init__(self) -> None:
        self._known: dict[Finding, Finding] = {}

    def __call__(self, result: PhotoResult) -> PhotoResult:
        """``result``, with its findings from among those seen before."""
        renditions = tuple(replace(each, findings=self._shared(each.findings)) for each in result.renditions)
        return replace(result, renditions=renditions, findings=self._shared(result.findings))

    def _shared(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(self._known.setdefault(each, each) for each in findings)

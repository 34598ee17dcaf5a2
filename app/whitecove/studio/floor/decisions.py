"""What a person decides is on disk before it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from whitecove.batch import decisions
from whitecove.batch.decisions import Decision, Kind
from whitecove.core.model import PhotoResult
from whitecove.core.profiles import load_profile
from whitecove.studio.asks import Decide, Decided


def decided(ask: Decide) -> Decided:
    """Records the decision, and gives the results after it. A photo that failed has nothing to decide about but that it
    must be shot again, and only if it could be read.

    Raises:
        OutputError: the disk does not take it.
    """
    kind, reason = Kind(ask.kind), decisions.worded(ask.reason)
    decisions.record(ask.out, [made for _, name, result in ask.results for made in _on(kind, reason, name, result)])
    held, profile = decisions.read(ask.out), load_profile(ask.profile)
    after = (
        (key, decisions.applied(result, result.facts.sha256, held, profile) if result.facts else result)
        for key, _, result in ask.results
    )
    return Decided(results=tuple(after), kind=ask.kind)


def _on(kind: Kind, reason: str, name: str, result: PhotoResult) -> Iterator[Decision]:
    """The decisions that ``kind`` means: on the photo for a reshoot, else on each picture made of it; taking back is
    both."""
    if result.facts is None:
        return
    source = result.facts.sha256
    if kind in (Kind.RESHOOT, Kind.NONE):
        yield Decision(kind=kind, source_sha256=source, reason=reason, source=name)
    if kind is not Kind.RESHOOT:
        for made in result.renditions:
            if made.sha256:
                yield Decision(
                    kind=kind, source_sha256=source, slot=made.slot, sha256=made.sha256, reason=reason, source=name
                )

"""Which files are settled: neither size nor time has changed for a while, as seen from here. No clock of a camera,
phone or share is trusted."""

from __future__ import annotations

from collections.abc import Mapping

from whitecove.batch.watch.scan import Stamp

# Programs that make an empty file first may take their time to fill it.
EMPTY_TIMES = 10


class Settling:
    """Since when each file is as it is. A file counts as settled after ``seconds`` without a change, an empty one after
    `EMPTY_TIMES` as many."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.changed = float("-inf")
        self._since: dict[str, tuple[Stamp, float]] = {}
        self._put_back: set[str] = set()

    def look(self, seen: Mapping[str, Stamp], now: float) -> None:
        """Takes in what is there at the time ``now`` (seconds of any steady clock). `changed` is when something last
        came or changed."""
        since = {}
        for path, stamp in seen.items():
            known = self._since.get(path)
            since[path] = known if known and known[0] == stamp else (stamp, now)
        if any(moment == now for _, moment in since.values()):
            self.changed = now
        self._since = since
        self._put_back.clear()

    def again(self, path: str, now: float) -> None:
        """``path`` turned out to be still in the making: its waiting begins anew, with the next look at the
        earliest."""
        self._since[path] = (self._since[path][0], now)
        self._put_back.add(path)
        self.changed = now

    def settled(self, now: float) -> dict[str, Stamp]:
        """The files that are settled at ``now``."""
        return {path: stamp for path, (stamp, _) in self._since.items() if self._is_settled(path, now)}

    def arriving(self, now: float) -> list[str]:
        """The files that are not."""
        return [path for path in self._since if not self._is_settled(path, now)]

    def _is_settled(self, path: str, now: float) -> bool:
        stamp, since = self._since[path]
        waited = now - since >= self.seconds * (1 if stamp.size else EMPTY_TIMES)
        return waited and path not in self._put_back

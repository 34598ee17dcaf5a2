"""How fast bytes come, of late."""

from __future__ import annotations

from collections import deque

# Seconds that are looked back on.
RECENT = 5.0
# Less says nothing.
SHORTEST = 0.5


class Pace:
    """Told how many bytes there are at which second, by any clock that does not go back."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def add(self, now: float, done: int) -> None:
        """There are so many by ``now``. What was there from before the first time does not count."""
        if self._seen and done < self._seen[-1][1]:
            self._seen.clear()
        self._seen.append((now, done))
        while now - self._seen[0][0] > RECENT:
            self._seen.popleft()

    @property
    def per_second(self) -> float:
        """Bytes a second; 0 while that is not known."""
        if len(self._seen) < 2:
            return 0.0
        (first, before), (last, after) = self._seen[0], self._seen[-1]
        return (after - before) / (last - first) if last - first >= SHORTEST else 0.0

    def seconds_left(self, total: int) -> float | None:
        """How long it will still take until there are ``total``; None while that is not known."""
        rate = self.per_second
        return (total - self._seen[-1][1]) / rate if rate > 0 and total else None

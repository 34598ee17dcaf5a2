"""The photos that were opened, a few of them; and the thread that opens them, one at a time, also in advance."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Generic, TypeAlias, TypeVar

from whitecove.core.errors import WhitecoveError
from whitecove.core.stage import Stage, Tell, nobody
from whitecove.studio.easel.layers import Layers, Overtaken
from whitecove.studio.easel.opening import Identity, Opened, Said, opened
from whitecove.studio.easel_asks import Open

log = logging.getLogger(__name__)

# A photo of 24 megapixels takes about 0.3 GB at full size, and 0.02 GB on the screen.
FULL, ON_SCREEN = 2, 6
# So often (s) it is asked whether a photo that is being opened is still wanted.
PATIENCE = 0.02

OnScreen: TypeAlias = tuple[Said, Layers]
_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")


class Latest(Generic[_K, _V]):
    """The values that were used last, at most ``most`` of them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[_K, _V] = OrderedDict()

    def get(self, key: _K) -> _V | None:
        """The value, which is now the latest; None where it is not kept."""
        if key in self._values:
            self._values.move_to_end(key)
        return self._values.get(key)

    def put(self, key: _K, value: _V, *, latest: bool = True) -> None:
        """Keeps ``value``: as the latest, or as the one before the latest."""
        last = next(reversed(self._values), None)
        self._values[key] = value
        self._values.move_to_end(key)
        if not latest and last is not None:
            self._values.move_to_end(last)
        while len(self._values) > self._most:
            self._values.popitem(last=False)

    def __iter__(self) -> Iterator[_K]:
        """The keys, the latest first."""
        return reversed(self._values)

    def __contains__(self, key: _K) -> bool:
        return key in self._values


@dataclass(slots=True, kw_only=True, eq=False)
class _Job:
    """A photo that is being opened; ``dropped`` is set where nobody wants it any more."""

    identity: Identity
    future: Future[Opened] = field(init=False)
    dropped: threading.Event = field(default_factory=threading.Event)


class Shelf:
    """Opened photos by their identity. Only one thread may ask; another one does the work, so that the photo on the
    easel can be worked on while the next is opened."""

    def __init__(self) -> None:
        self._screens: Latest[Identity, OnScreen] = Latest(ON_SCREEN)
        self._fulls: Latest[Identity, Layers] = Latest(FULL)
        self._ahead: list[_Job] = []
        self._opener = ThreadPoolExecutor(1, "opening")

    def screen(self, identity: Identity, tell: Tell, overtaken: Callable[[], bool]) -> OnScreen:
        """What is known of that photo, and its layers at the size of the screen.

        Raises:
            WhitecoveError: it cannot be opened. Overtaken: it is no longer wanted.
        """
        found = self.kept(identity)
        if found:
            return found
        photo = self._opened(identity, tell, overtaken)
        return photo.said, photo.screen

    def kept(self, identity: Identity) -> OnScreen | None:
        """The same, if that photo is still on the shelf."""
        self.take_in()
        return self._screens.get(identity)

    def like(self, identity: Identity, *, is_cut: bool) -> Identity | None:
        """A photo on the shelf that is the same but for its light, and without ``is_cut`` however it is cut out; that
        very one if it is there."""
        self.take_in()
        if identity in self._screens:
            return identity
        return next((each for each in self._screens if each.is_like(identity, is_cut=is_cut)), None)

    def full(self, identity: Identity, tell: Tell, overtaken: Callable[[], bool]) -> Layers:
        """Its layers at full size.

        Raises:
            WhitecoveError: it cannot be opened, or is not the same any more. Overtaken: it is no longer wanted.
        """
        self.take_in()
        return self._fulls.get(identity) or self._opened(identity, tell, overtaken).full

    def prefetch(self, asks: tuple[Open, ...]) -> None:
        """Opens these photos in advance, in order, instead of all asked for before; what cannot be opened is said when
        it is asked for."""
        wanted = [identity for identity in map(Identity.of, asks) if identity not in self._screens]
        self.take_in()
        for job in self._ahead:
            if job.identity not in wanted:
                job.dropped.set()
        running = [job.identity for job in self._ahead]
        self._ahead += [self._started(identity, nobody) for identity in wanted if identity not in running]

    def take_in(self, *, wait: bool = False) -> None:
        """Puts on the shelf what was opened in advance; with ``wait`` when all of it is."""
        for job in self._ahead.copy():
            if wait or job.future.done():
                self._ahead.remove(job)
                self._claim(job)

    def close(self) -> None:
        """Ends the work."""
        for job in self._ahead:
            job.dropped.set()
        self._opener.shutdown(cancel_futures=True)

    def _claim(self, job: _Job) -> None:
        try:
            photo = job.future.result()
        except Overtaken:
            return
        except WhitecoveError as error:
            log.info("not opened in advance: %s", error)
            return
        except Exception:
            log.exception("a photo was not opened in advance")
            return
        self._screens.put(job.identity, (photo.said, photo.screen), latest=False)
        self._fulls.put(job.identity, photo.full, latest=False)

    def _opened(self, identity: Identity, tell: Tell, overtaken: Callable[[], bool]) -> Opened:
        """Opens a photo now: what was to be opened in advance waits, unless it is this one."""
        if overtaken():
            raise Overtaken
        for job in self._ahead:
            if job.identity != identity:
                job.dropped.set()
        running = next((job for job in self._ahead if job.identity == identity and not job.dropped.is_set()), None)
        if running:
            tell(Stage.CUTTING)
        else:
            running = self._started(identity, tell, overtaken)
            self._ahead.append(running)
        while not wait([running.future], PATIENCE).done:
            if overtaken():
                running.dropped.set()
                raise Overtaken
        self._ahead.remove(running)
        photo = running.future.result()
        self._screens.put(identity, (photo.said, photo.screen))
        self._fulls.put(identity, photo.full)
        return photo

    def _started(self, identity: Identity, tell: Tell, overtaken: Callable[[], bool] | None = None) -> _Job:
        job = _Job(identity=identity)
        job.future = self._opener.submit(opened, identity, tell, overtaken or job.dropped.is_set)
        return job

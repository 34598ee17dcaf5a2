"""The room where one photo at a time is touched up: asks come in, answers go out, and nothing closes it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from whitecove.core.editable import editable
from whitecove.core.errors import WhitecoveError
from whitecove.core.messages import sentence
from whitecove.core.stage import Stage, Tell
from whitecove.studio.easel.answers import changed, part, picked, soon, whole
from whitecove.studio.easel.composing import Composer, shows_cutout
from whitecove.studio.easel.hints import hole_at, offers
from whitecove.studio.easel.inbox import Inbox
from whitecove.studio.easel.layers import Overtaken
from whitecove.studio.easel.opening import Identity
from whitecove.studio.easel.outing import content_of, forget_old, put_out, taken_back
from whitecove.studio.easel.shelf import OnScreen, Shelf
from whitecove.studio.easel.warm import warm_up
from whitecove.studio.easel_asks import (
    Ask,
    Close,
    Compose,
    Export,
    Exported,
    Failed,
    GainsAt,
    HoleAt,
    Holes,
    Open,
    Opening,
    Prefetch,
    Region,
    Show,
    TakeBack,
)

# Whether something newer makes an ask needless.
Overtakes: TypeAlias = Callable[[], bool]

log = logging.getLogger(__name__)


class Easel:
    """A room as `studio.serving` wants one: `heard` is called as asks come in, in a thread that listens; `handle`, one
    after the other, in the thread that works. Answers go to ``answer``, some of them from another thread."""

    def __init__(self, answer: Callable[[object], None]) -> None:
        self._answer = answer
        self._inbox = Inbox()
        self._shelf = Shelf()
        self._composer = Composer()
        self._put: dict[str, Identity] = {}
        self._work: dict[type, Callable[..., None]] = {
            Open: self._open,
            Show: self._show,
            Region: self._region,
            HoleAt: self._hole_at,
            Holes: self._holes,
            GainsAt: self._gains_at,
            Prefetch: self._prefetch,
            Export: self._export,
            Compose: self._compose,
            TakeBack: self._take_back,
            Close: self._close,
        }
        warm_up()

    def heard(self, ask: Ask | None) -> bool:
        """Takes note of ``ask``, which may overtake others; None means that nothing more is wanted."""
        self._inbox.heard(ask)
        return False

    def handle(self, ask: Ask) -> None:
        """Does what was asked, of all that was `heard` the next, unless something overtakes it. Whatever goes wrong is
        said in a sentence, and the easel is as usable as before."""
        overtaken = self._inbox.taken(ask)
        try:
            self._work[type(ask)](ask, overtaken)
        except Overtaken:
            log.debug("%s was overtaken", type(ask).__name__)
        except WhitecoveError as error:
            self._fail(ask, error.code, str(error))
        except Exception as error:
            log.exception("%s went wrong", type(ask).__name__)
            self._fail(ask, "prepare.unexpected", sentence("prepare.unexpected", kind=type(error).__name__))

    def settle(self) -> None:
        """Waits for what is opened in advance."""
        self._shelf.take_in(wait=True)

    def close(self) -> None:
        """Ends all work."""
        self._inbox.heard(None)
        self._shelf.close()

    def _fail(self, ask: Ask, code: str, said: str) -> None:
        if not isinstance(ask, Prefetch | Close):
            failed = Failed(key=ask.key, generation=ask.generation, code=code, sentence=said, of=type(ask))
            self._answer(failed)

    def _open(self, ask: Open, overtaken: Overtakes) -> None:
        self._put[ask.key] = Identity.of(ask)
        self._put_up(self._put[ask.key], ask, overtaken)

    def _put_up(self, identity: Identity, ask: Open | Show, overtaken: Overtakes) -> None:
        """Opens the photo, and answers with all of it; where the steps do not fit, it is shown without."""
        said, layers = self._shelf.screen(identity, self._teller(ask), overtaken)
        self._put[ask.key] = identity
        layers.see_all()
        try:
            layers.become(ask.corrections, overtaken)
            layers.require_product()
        except WhitecoveError as error:
            layers.become(None, overtaken)
            self._answer(whole(ask, said, layers))
            self._fail(ask, error.code, str(error))
            return
        self._answer(whole(ask, said, layers))

    def _show(self, ask: Show, overtaken: Overtakes) -> None:
        began = time.perf_counter()
        now = self._identity(ask.key)
        then = now.lit(ask.corrections)
        kept = self._shelf.kept(now)
        if kept is None or then != now:
            if kept and then.adjust.engine == now.adjust.engine:
                self._answer(soon(ask, kept[1], now, then))
            self._put_up(then, ask, overtaken)
            return
        _, layers = kept
        layers.become(ask.corrections, overtaken)
        layers.require_product()
        self._answer(changed(ask, layers, 1000 * (time.perf_counter() - began)))

    def _region(self, ask: Region, overtaken: Overtakes) -> None:
        identity = self._identity(ask.key).lit(ask.corrections)
        if overtaken():
            raise Overtaken
        layers = self._shelf.full(identity, self._teller(ask), overtaken)
        layers.become(ask.corrections, overtaken)
        self._answer(part(ask, layers))

    def _hole_at(self, ask: HoleAt, overtaken: Overtakes) -> None:
        said, layers = self._on_screen(ask, overtaken)
        self._answer(hole_at(ask, layers, said.scale_of(layers)))

    def _holes(self, ask: Holes, overtaken: Overtakes) -> None:
        said, layers = self._on_screen(ask, overtaken)
        self._answer(offers(ask, layers, said.scale_of(layers)))

    def _gains_at(self, ask: GainsAt, overtaken: Overtakes) -> None:
        said, layers = self._on_screen(ask, overtaken)
        self._answer(picked(ask, layers, said.scale_of(layers)))

    def _export(self, ask: Export, overtaken: Overtakes) -> None:
        if ask.as_it_is:
            data = content_of(ask.photo.path)
        else:
            layers = self._shelf.full(Identity.of(ask.photo), self._teller(ask), overtaken)
            layers.become(ask.photo.corrections, overtaken)
            layers.require_product()
            data = editable(layers.colours, layers.matte)
        digest = put_out(data, ask.file)
        self._answer(Exported(key=ask.key, generation=ask.generation, file=ask.file, sha256=digest))
        forget_old()

    def _take_back(self, ask: TakeBack, _: Overtakes) -> None:
        self._answer(taken_back(ask))

    def _compose(self, ask: Compose, overtaken: Overtakes) -> None:
        """From what is on the shelf of that photo, in whatever light; what is not cut out need not be."""
        began = time.perf_counter()
        is_cut = shows_cutout(ask)
        then = Identity.of(ask.photo)
        now = self._shelf.like(then, is_cut=is_cut) or (then if is_cut else then.uncut)
        said, layers = self._shelf.screen(now, self._teller(ask), overtaken)
        layers.become(ask.photo.corrections, overtaken)
        if overtaken():
            raise Overtaken
        self._answer(self._composer.composed(ask, said, layers, now, began))

    def _prefetch(self, ask: Prefetch, overtaken: Overtakes) -> None:
        if not overtaken():
            self._shelf.prefetch(ask.asks)

    def _close(self, ask: Close, _: Overtakes) -> None:
        self._put.pop(ask.key, None)

    def _identity(self, key: str) -> Identity:
        """Of the photo that was put up as ``key``."""
        if key not in self._put:
            raise Overtaken
        return self._put[key]

    def _on_screen(self, ask: HoleAt | Holes | GainsAt, overtaken: Overtakes) -> OnScreen:
        """What is on the screen now; what is no longer there needs no answer."""
        kept = self._shelf.kept(self._identity(ask.key))
        if kept is None or overtaken():
            raise Overtaken
        return kept

    def _teller(self, ask: Open | Show | Region | Export | Compose) -> Tell:
        return partial(self._tell, ask.key, ask.generation)

    def _tell(self, key: str, generation: int, stage: Stage) -> None:
        self._answer(Opening(key=key, generation=generation, stage=stage))

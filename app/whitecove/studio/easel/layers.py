"""A photo and its cutout at one size, brought step by step to what a person's corrections make of them.

What it shows after some steps is what `core.corrections.apply.corrected` makes of them at once, whatever was done and
undone before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from whitecove.core.corrections.apply import DIVIDED, OWN_ALPHA, fitted, made, recolour, refuse_own_colours
from whitecove.core.corrections.patch import grown, window
from whitecove.core.corrections.values import Corrections, Heal, Step
from whitecove.core.errors import PrepareError
from whitecove.core.matte import COLOUR_REACH
from whitecove.core.model import U8, Box, Picture
from whitecove.studio.easel.changes import NOWHERE, Delta, Done, joined

# What may be kept to undo and redo steps; older steps are made anew when they are needed.
HISTORY_BYTES = 192_000_000


class Overtaken(Exception):  # noqa: N818 (nothing went wrong)
    """Something newer was asked for: what is in work need not be finished."""


class Layers:
    """``picture`` (without an alpha of its own) and the cutout (H, W, 4) that the engine called ``engine`` made of it,
    RGBA with straight alpha; at first without corrections."""

    def __init__(self, picture: Picture, cutout: U8, engine: str, *, history_bytes: int = HISTORY_BYTES) -> None:
        self.picture = picture
        self.engine = engine
        self._base = cutout
        self._alpha = cutout[..., 3].copy() if engine == OWN_ALPHA else None
        self._photo = picture.rgb
        self._cutout = cutout
        self._done: list[Done] = []
        self._undone: list[Done] = []
        self._drawn_on = (0, 0)
        self._most = history_bytes
        self._unseen = NOWHERE
        self._unseen_photo = False

    @property
    def box(self) -> Box:
        """All of it."""
        return Box(0, 0, *self.picture.size)

    @property
    def photo(self) -> U8:
        """The healed photo's colours (H, W, 3)."""
        return self._photo

    @property
    def colours(self) -> U8:
        """The cutout's colours (H, W, 3), freed of the backdrop's."""
        return self._cutout[..., :3]

    @property
    def matte(self) -> U8:
        """How much of each pixel is product (H, W)."""
        return self._cutout[..., 3]

    @property
    def look(self) -> U8:
        """The healed photo (H, W, 3), laid on white where it has an alpha of its own."""
        return self._look(self.box)

    def photo_in(self, box: Box) -> bytes:
        """The `look` of ``box``, RGB."""
        return self._look(box).tobytes()

    def _look(self, box: Box) -> U8:
        rgb = self._photo[window(box)]
        if self._alpha is None:
            return rgb
        share = self._alpha[window(box)][..., None].astype(np.float32) / 255
        return np.rint(rgb * share + 255 * (1 - share)).astype(np.uint8)

    def cutout_in(self, box: Box) -> bytes:
        """The corrected cutout in ``box``, RGBA."""
        return self._cutout[window(box)].tobytes()

    def become(self, corrections: Corrections | None, overtaken: Callable[[], bool]) -> None:
        """Undoes, redoes and makes what it takes to show ``corrections`` (none: as it was cut out). What failed or was
        overtaken goes on from there the next time.

        Raises:
            PrepareError: they were drawn on another photo, or need colours that there are not.
            Overtaken: it need not be finished.
        """
        steps = corrections.steps if corrections else ()
        if self.engine == DIVIDED:
            refuse_own_colours(steps)
        if corrections:
            fitted(replace(corrections, steps=()), self.picture)
            if (corrections.width, corrections.height) != self._drawn_on:
                self._start_over()
            self._drawn_on = corrections.width, corrections.height
        common = self._common(steps)
        if any(done.cutout is None for done in self._done[common:]):
            self._start_over()
            common = 0
        while len(self._done) > common:
            self._undo()
        for step in steps[common:]:
            if overtaken():
                raise Overtaken
            assert corrections is not None  # noqa: S101 (they have steps)
            self._go_on(step, corrections)

    def require_product(self) -> None:
        """Makes sure that corrections left something.

        Raises:
            PrepareError: they did not.
        """
        if self._done and not (self.matte > 127).any():
            raise PrepareError("corrections.nothing_left")

    def seen(self) -> tuple[Box, bool]:
        """Where something changed since this was last asked, and whether the photo did, too."""
        unseen = self._unseen, self._unseen_photo
        self._unseen, self._unseen_photo = NOWHERE, False
        return unseen

    def see_all(self) -> None:
        """All of it is to be seen: something else was shown instead."""
        self._unseen, self._unseen_photo = self.box, True

    def _common(self, steps: tuple[Step, ...]) -> int:
        """How many of the ``steps`` are made already, from the first on."""
        pairs = zip(self._done, steps, strict=False)
        return next((k for k, (done, step) in enumerate(pairs) if done.step != step), min(len(self._done), len(steps)))

    def _go_on(self, step: Step, corrections: Corrections) -> None:
        if self._undone and self._undone[-1].step == step:
            self._redo()
            return
        self._undone.clear()
        done = self._made(step, *fitted(replace(corrections, steps=(step,)), self.picture))
        self._done.append(done)
        self._see(done)
        self._bound()

    def _made(self, step: Step, here: Step) -> Done:
        """Makes ``step``, which is ``here`` in the coordinates of these layers."""
        if self._cutout is self._base:
            self._cutout = self._base.copy()
        photo, alpha = self._photo.copy() if isinstance(here, Heal) else self._photo, self.matte.copy()
        box = made(here, photo, alpha)
        around = grown(box, COLOUR_REACH, alpha.shape)
        after = self._coloured(photo, alpha, around)
        done = Done(
            step=step,
            box=NOWHERE,
            cutout=Delta.between(self._cutout[window(around)], after, around),
            photo=Delta.between(self._photo[window(box)], photo[window(box)], box) if isinstance(here, Heal) else None,
        )
        self._cutout[window(around)] = after
        self._photo = photo
        done.box = joined(done.cutout.box if done.cutout else NOWHERE, done.photo.box if done.photo else NOWHERE)
        return done

    def _coloured(self, photo: U8, alpha: U8, box: Box) -> U8:
        """The cutout (h, w, 4) in ``box``: the engine's colours but where matte or photo are others now."""
        there = window(box)
        out = self._base[there].copy()
        if self.engine != DIVIDED:
            changed = (alpha[there] != out[..., 3]) | (photo[there] != self.picture.rgb[there]).any(axis=2)
            recolour(out[..., :3], changed, photo, alpha, box, self.engine)
        out[..., 3] = alpha[there]
        return out

    def _undo(self) -> None:
        done = self._done.pop()
        for delta, pixels in ((done.cutout, self._cutout), (done.photo, self._photo)):
            if delta:
                delta.undo(pixels)
        self._undone.append(done)
        self._see(done)

    def _redo(self) -> None:
        done = self._undone.pop()
        for delta, pixels in ((done.cutout, self._cutout), (done.photo, self._photo)):
            if delta:
                delta.redo(pixels)
        self._done.append(done)
        self._see(done)

    def _see(self, done: Done) -> None:
        self._unseen = joined(self._unseen, done.box)
        self._unseen_photo |= done.photo is not None

    def _start_over(self) -> None:
        """Back to the first: all may look otherwise."""
        if not self._done:
            self._undone.clear()
            return
        self._cutout, self._photo = self._base, self.picture.rgb
        self._done.clear()
        self._undone.clear()
        self.see_all()

    def _bound(self) -> None:
        """Forgets what the oldest steps changed where all together take too much memory."""
        total = sum(done.bytes for done in self._done)
        for done in self._done:
            if total <= self._most:
                return
            total -= done.bytes
            done.forget()

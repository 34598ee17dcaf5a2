"""rembg's models: only the mask is taken from them; its edge is found again in the photo at full size."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import numpy as np
from PIL import Image

from whitecove.core import doubt, edges, matte
from whitecove.core.engines.band import settled
from whitecove.core.engines.objects import chosen
from whitecove.core.engines.own import session_name
from whitecove.core.engines.providers import PROCESSOR, ProviderError, expected
from whitecove.core.engines.rembg_session import Session, open_session, refusals_of, require
from whitecove.core.engines.scale import enlarged, reduced
from whitecove.core.engines.searched import box_around, meant
from whitecove.core.errors import EngineError
from whitecove.core.messages import sentence
from whitecove.core.model import F32, U8, Box, Cutout, Picture, Sign

log = logging.getLogger(__name__)

# What models are shown, and where their mask is settled: those that see 320 pixels need no more than the first, those
# that see 1024 no less than the second.
LOOK_SIDE, LARGE_LOOK_SIDE = 640, 1024
SEE_LITTLE = ("u2netp", "u2net", "silueta", "u2net_custom")
# How far from the outline settled at that size the true edge may be.
EDGE_REACH = 2
# For a photo hardly larger than that, what was settled is its matte, made steeper by so much: the model's mask, which
# is believed in part, is blurred more than the photo's edges are.
HARDLY_LARGER, FIRMER = 1.25, 1.5
# Scenes are textured on both sides of an edge: their colours must differ clearly before they move it.
CAUTION = 5.0
# A closer look at the subject counts for this share, if it agrees by so much.
CLOSER_SHARE, CLOSER_AGREES = 0.7, 0.6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Seen:
    """What a model saw: the look (h, w, 3) that it was shown, its ``mask`` (h, w) 0…1, the ``alpha`` (h, w) that the
    photo's colours make of it, and the signs of trouble in it."""

    look: U8
    mask: F32
    alpha: F32
    signs: tuple[Sign, ...]


class RembgEngine:
    """One model of rembg. The session is made with the first photo and kept for all others. If a GPU refuses at any
    photo, the processor computes that photo as a whole and all that follow, and ``tell`` gets the sentence to say."""

    def __init__(
        self,
        model: str,
        file: Path,
        *,
        device: str = "auto",
        passes: str = "every",
        tell: Callable[[str], None] = log.warning,
    ) -> None:
        self._model = model
        self._file = file
        self._device = device
        self._once = passes == "one"
        self._tell = tell
        self._session: Session | None = None
        self._provider = PROCESSOR

    @property
    def name(self) -> str:
        """What was asked for; from the first photo on with what computes it, where that is a GPU."""
        return f"rembg:{self._model}" + ("" if self._provider is PROCESSOR else f"@{self._provider.label}")

    def cut(self, picture: Picture) -> Cutout:
        """The product as the model sees it, with edges from the photo.

        Raises:
            EngineError: rembg is not installed, the model cannot be loaded, or it sees no product.
        """
        return self.drawn(picture, self.see(picture.rgb))

    def drawn(self, picture: Picture, seen: Seen) -> Cutout:
        """The cutout of what was ``seen`` in ``picture``."""
        if max(picture.size) <= HARDLY_LARGER * max(seen.alpha.shape):
            firm = np.clip((enlarged(seen.alpha, picture.rgb.shape[:2]) - 0.5) * FIRMER + 0.5, 0, 1)
            alpha = np.asarray(np.rint(firm * 255), np.uint8)
        else:
            alpha = edges.refine(picture.rgb, seen.alpha, seen.look, reach=EDGE_REACH, caution=CAUTION)
        rgb = matte.decontaminate(picture.rgb, alpha)
        return doubt.judged(Cutout(rgb=rgb, matte=alpha, engine=self.name, doubt=0.0), seen.signs)

    def see(self, rgb: U8, look: U8 | None = None) -> Seen:
        """What the model sees in ``rgb`` (H, W, 3): the mean over the photo looked at whole and once more closely, each
        as it stands and turned by half; or in the photo as it stands, if one look has to do. ``look`` is the photo made
        small, if that was done already.

        Raises:
            EngineError: rembg is not installed, the model cannot be loaded, or it sees no product.
        """
        try:
            return self._seen(rgb, look)
        except ProviderError as error:
            log.warning("%s refused", self._provider.name, exc_info=error)
            refused, self._provider = self._provider, PROCESSOR
            self._session = open_session(self._model, self._file, PROCESSOR)
            self._tell(sentence("engine.gpu_failed", provider=refused.label, problem=error))
            return self._seen(rgb, look)

    def _seen(self, rgb: U8, look: U8 | None) -> Seen:
        if look is None or max(look.shape) != min(self._look_side, max(rgb.shape)):
            look = reduced(rgb, self._look_side)
        if self._once:
            return self._seen_once(look)
        plain, turned = self._both_ways(look)
        closer_at = cache(partial(self._closer, rgb, look))
        whole, left_out = meant(plain, turned, partial(self._closer, rgb, look, turned=False), closer_at)
        box = box_around(whole)
        if box is None:
            raise EngineError("engine.nothing_seen", model=self._model)
        closer = closer_at(box)
        mask = (1 - CLOSER_SHARE) * whole + CLOSER_SHARE * closer
        if doubt.overlap(whole > 0.5, closer > 0.5) < CLOSER_AGREES or not (mask > 0.5).any():
            mask = whole
        mask = _cleaned(mask)
        signs = doubt.of_mask(plain, turned, closer, mask, left_out=left_out)
        return _settled(look, mask, signs)

    def _seen_once(self, look: U8) -> Seen:
        plain = self._predict(look)
        whole, left_out = chosen(plain)
        mask = _cleaned(whole)
        if not (mask > 0.5).any():
            raise EngineError("engine.nothing_seen", model=self._model)
        return _settled(look, mask, doubt.of_mask(plain, plain, plain, mask, left_out=left_out))

    @property
    def _look_side(self) -> int:
        return LOOK_SIDE if session_name(self._model, self._file) in SEE_LITTLE else LARGE_LOOK_SIDE

    def _closer(self, rgb: U8, look: U8, box: Box, *, turned: bool = True) -> F32:
        """The mask (h, w) of ``look`` from a closer look at a ``box`` in it, as it stands and ``turned`` by half;
        nothing outside."""
        scale_y, scale_x = rgb.shape[0] / look.shape[0], rgb.shape[1] / look.shape[1]
        rows = slice(int(box.top * scale_y), max(int(box.bottom * scale_y), int(box.top * scale_y) + 1))
        columns = slice(int(box.left * scale_x), max(int(box.right * scale_x), int(box.left * scale_x) + 1))
        part = reduced(rgb[rows, columns], self._look_side)
        seen = _mean(*self._both_ways(part)) if turned else self._predict(part)
        mask = np.zeros(look.shape[:2], np.float32)
        mask[box.top : box.bottom, box.left : box.right] = enlarged(seen, (box.height, box.width))
        return mask

    def _both_ways(self, rgb: U8) -> tuple[F32, F32]:
        return self._predict(rgb), self._predict(rgb[::-1, ::-1])[::-1, ::-1]

    def _predict(self, rgb: U8) -> F32:
        session = self._session or self._opened()
        shown = Image.fromarray(np.ascontiguousarray(rgb))
        # A model that sees the same everywhere makes rembg divide by zero.
        with np.errstate(all="ignore"), refusals_of(self._provider):
            mask = session.predict(shown)[0]
            require(session, self._provider)
        return np.asarray(np.asarray(mask, np.float32) / 255, np.float32)

    def _opened(self) -> Session:
        self._provider = expected(self._device)
        self._session = open_session(self._model, self._file, self._provider)
        if self._device == "gpu" and self._provider is PROCESSOR:
            self._tell(sentence("engine.no_gpu"))
        return self._session


def _cleaned(mask: F32) -> F32:
    return np.where(matte.without_specks(mask > 0.5) | (mask <= 0.5), mask, 0).astype(np.float32)


def _settled(look: U8, mask: F32, signs: tuple[Sign, ...]) -> Seen:
    alpha = settled(look, mask)
    # Of a few pixels that look like what lies around them nothing may be left: then the mask is all there is.
    return Seen(look=look, mask=mask, alpha=alpha if (alpha > 0.5).any() else mask, signs=signs)


def _mean(a: F32, b: F32) -> F32:
    return np.asarray((a + b) / 2, np.float32)

"""From linear light to a phone-like picture: exposure, tone curve, lens blur, vignette, sensor noise."""

from __future__ import annotations

import numpy as np

LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)


def encode(linear: np.ndarray) -> np.ndarray:
    """The sRGB curve, also used by Display P3."""
    x = np.clip(linear, 0.0, 1.0)
    return np.where(x <= 0.0031308, 12.92 * x, 1.055 * np.power(x, 1 / 2.4) - 0.055)


def decode(value: float) -> float:
    """The inverse of `encode` for one level in 0..1."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def blur(picture: np.ndarray, sigma: float) -> np.ndarray:
    """Gaussian blur of the first two axes, edges repeated."""
    reach = max(1, int(3 * sigma + 0.5))
    taps = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    taps /= taps.sum()
    out = picture.astype(np.float32)
    for axis in (0, 1):
        pad = [(0, 0)] * out.ndim
        pad[axis] = (reach, reach)
        wide = np.pad(out, pad, mode="edge")
        size = picture.shape[axis]
        out = sum(t * np.take(wide, range(k, k + size), axis=axis) for k, t in enumerate(taps))  # type: ignore[assignment]
    return out


def meter(linear: np.ndarray, where: np.ndarray, level: float, percentile: float) -> float:
    """Exposure factor that brings a percentile of the luminance inside `where` to an 8-bit level."""
    luminance = (linear @ LUMA)[where]
    return decode(level / 255.0) / max(float(np.percentile(luminance, percentile)), 1e-6)


def shoulder(x: np.ndarray, knee: float = 0.78) -> np.ndarray:
    """Roll highlights off above the knee instead of clipping them."""
    room = 1.0 - knee
    return np.where(x < knee, x, knee + room * (1 - np.exp(-(np.maximum(x, knee) - knee) / room)))


def vignette(height: int, width: int, strength: float) -> np.ndarray:
    """Fall-off of the light towards the corners."""
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    scale = np.hypot(width, height)
    r2 = (x * width / scale) ** 2 + (y * height / scale) ** 2
    return (1.0 - strength * r2**1.4)[..., None].astype(np.float32)


def sensor_noise(shape: tuple[int, int], sigma: float, rng: np.random.Generator) -> np.ndarray:
    """Luma grain, slightly soft, and coarser chroma grain, in 8-bit levels."""
    luma = blur(rng.normal(0, 1, shape), 0.45)
    out = np.repeat((luma / luma.std() * sigma)[..., None], 3, axis=2)
    for channel, share in ((0, 0.55), (1, 0.12), (2, 0.75)):
        chroma = blur(rng.normal(0, 1, shape), 1.1)
        out[..., channel] += chroma / chroma.std() * sigma * share
    return out


def develop(
    linear: np.ndarray, *, exposure: float, warmth: float, soft: float, grain: float, seed: int, corners: float
) -> np.ndarray:
    """8-bit RGB picture."""
    balance = np.array([1.0 + warmth, 1.0, 1.0 - warmth], np.float32)
    height, width = linear.shape[:2]
    light = linear * exposure * balance * vignette(height, width, corners)
    levels = encode(blur(shoulder(light), soft)) * 255.0
    # noise is strongest in the mid-tones and shadows of an encoded picture, weakest near white
    rng = np.random.default_rng(seed)
    weight = 1.0 - 0.55 * (levels.mean(axis=2, keepdims=True) / 255.0) ** 3
    noisy = levels + sensor_noise((height, width), grain, rng) * weight
    return np.clip(np.rint(noisy), 0, 255).astype(np.uint8)

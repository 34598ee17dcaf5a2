"""Labels and box graphics, drawn with Pillow and its own built-in font (Aileron, CC0)."""

from __future__ import annotations

import math
import random

from PIL import Image, ImageDraw, ImageFont

Ink = tuple[int, int, int]


def words(  # noqa: PLR0917
    draw: ImageDraw.ImageDraw,
    at: tuple[float, float],
    text: str,
    size: int,
    ink: Ink,
    bold: int = 0,
    track: float = 0.0,
) -> None:
    """Centred text with letter spacing; `bold` thickens the strokes by that many pixels."""
    font = ImageFont.load_default(size)
    gap = size * track
    total = sum(font.getlength(c) for c in text) + gap * (len(text) - 1)
    x = at[0] - total / 2
    for letter in text:
        draw.text((x, at[1]), letter, font=font, fill=ink, anchor="lm", stroke_width=bold, stroke_fill=ink)
        x += font.getlength(letter) + gap


def leaf(draw: ImageDraw.ImageDraw, at: tuple[float, float], length: float, turn: float, ink: Ink, vein: Ink) -> None:
    """One pointed leaf starting at `at`, growing in direction `turn` (degrees, 0 is up)."""
    a = math.radians(turn)
    axis, across = (math.sin(a), -math.cos(a)), (math.cos(a), math.sin(a))
    edge = []
    for side in (1, -1):
        steps = range(25) if side == 1 else range(24, -1, -1)
        for k in steps:
            t = k / 24
            w = 0.2 * length * math.sin(math.pi * t**0.8) * side
            edge.append((at[0] + axis[0] * t * length + across[0] * w, at[1] + axis[1] * t * length + across[1] * w))
    draw.polygon(edge, fill=ink)
    end = (at[0] + axis[0] * length * 0.92, at[1] + axis[1] * length * 0.92)
    draw.line([at, end], fill=vein, width=max(2, int(length / 60)))


def sprig(draw: ImageDraw.ImageDraw, foot: tuple[float, float], height: float, ink: Ink, vein: Ink) -> None:
    """A stem with pairs of leaves."""
    draw.line([foot, (foot[0], foot[1] - height)], fill=ink, width=max(3, int(height / 70)))
    for k in range(4):
        y = foot[1] - height * (0.18 + 0.22 * k)
        size = height * (0.40 - 0.055 * k)
        leaf(draw, (foot[0], y), size, 52, ink, vein)
        leaf(draw, (foot[0], y), size, -52, ink, vein)
    leaf(draw, (foot[0], foot[1] - height * 0.92), height * 0.24, 0, ink, vein)


def bottle_label(width: int = 1800, height: int = 1000) -> Image.Image:
    """Cream paper label of a fictional syrup maker."""
    art = Image.new("RGB", (width, height), (240, 233, 216))
    draw = ImageDraw.Draw(art)
    dark, accent = (38, 52, 44), (176, 92, 52)
    draw.rectangle([0, 0, width, 46], fill=dark)
    draw.rectangle([0, height - 46, width, height], fill=dark)
    draw.line([(0, 74), (width, 74)], fill=accent, width=6)
    draw.line([(0, height - 74), (width, height - 74)], fill=accent, width=6)
    mid = width / 2
    words(draw, (mid, 180), "NO. 7", 54, accent, 1, 0.3)
    words(draw, (mid, 330), "FENNOR", 176, dark, 5, 0.12)
    words(draw, (mid, 470), "& DAUGHTERS", 60, dark, 1, 0.32)
    draw.line([(mid - 240, 550), (mid + 240, 550)], fill=accent, width=5)
    words(draw, (mid, 640), "elderflower syrup", 92, dark, 1, 0.02)
    words(draw, (mid, 760), "500 ml", 62, accent, 1, 0.1)
    words(draw, (mid, 850), "shake well  ·  keep cool", 42, dark, 0, 0.06)
    for side, x in ((-1, 260), (1, width - 260)):
        sprig(draw, (x, 760), 480, (96, 122, 88), (240, 233, 216))
        words(draw, (x, 850), "pressed by hand" if side < 0 else "batch 0412", 40, dark, 0, 0.05)
    return art


def tea_front(width: int = 900, height: int = 1600) -> Image.Image:
    """Front of the tea box."""
    paper, green, gold = (243, 236, 220), (40, 84, 66), (196, 138, 58)
    art = Image.new("RGB", (width, height), green)
    draw = ImageDraw.Draw(art)
    draw.rectangle([70, 70, width - 70, height - 70], outline=gold, width=6)
    draw.ellipse([width / 2 - 300, 190, width / 2 + 300, 790], fill=paper)
    sprig(draw, (width / 2, 740), 480, (70, 124, 84), paper)
    words(draw, (width / 2, 950), "TERRA", 190, paper, 5, 0.1)
    words(draw, (width / 2, 1090), "LOOSE LEAF TEA", 66, gold, 1, 0.16)
    draw.line([(width / 2 - 200, 1160), (width / 2 + 200, 1160)], fill=gold, width=5)
    words(draw, (width / 2, 1240), "green · mint · lemon peel", 52, paper, 0, 0.03)
    draw.rounded_rectangle([width / 2 - 130, 1345, width / 2 + 130, 1450], 50, fill=gold)
    words(draw, (width / 2, 1397), "100 g", 62, green, 2, 0.05)
    return art


def tea_side(width: int = 600, height: int = 1600) -> Image.Image:
    """Side of the tea box: directions and a mock table."""
    paper, green, gold = (243, 236, 220), (34, 72, 57), (196, 138, 58)
    art = Image.new("RGB", (width, height), green)
    draw = ImageDraw.Draw(art)
    words(draw, (width / 2, 170), "TERRA", 96, paper, 3, 0.1)
    draw.line([(110, 250), (width - 110, 250)], fill=gold, width=5)
    lines = ["one teaspoon", "per cup", "80 °C water", "steep three", "minutes"]
    for k, line in enumerate(lines):
        words(draw, (width / 2, 350 + 78 * k), line, 50, paper, 0, 0.02)
    for k in range(4):
        sprig(draw, (150 + 100 * k, 1000), 170, (96, 140, 96), green)
    draw.rectangle([90, 1120, width - 90, 1450], fill=paper)
    bars = random.Random(4)  # noqa: S311 - a layout, not a secret
    x = 130.0
    while x < width - 140:
        bar = bars.choice([4, 4, 8, 12])
        draw.rectangle([x, 1160, x + bar, 1370], fill=(20, 24, 22))
        x += bar + bars.choice([4, 8, 12])
    words(draw, (width / 2, 1412), "0 12345 67890 5", 40, (20, 24, 22), 0, 0.08)
    return art


def tea_top(width: int = 900, height: int = 600) -> Image.Image:
    """Lid of the tea box."""
    art = Image.new("RGB", (width, height), (40, 84, 66))
    draw = ImageDraw.Draw(art)
    words(draw, (width / 2, height / 2), "TERRA", 150, (243, 236, 220), 4, 0.12)
    draw.rectangle([50, 50, width - 50, height - 50], outline=(196, 138, 58), width=5)
    return art


def case_badge(width: int = 900, height: int = 240) -> Image.Image:
    """Small plate on the hard case."""
    art = Image.new("RGB", (width, height), (26, 27, 29))
    draw = ImageDraw.Draw(art)
    draw.rectangle([16, 16, width - 16, height - 16], outline=(150, 152, 156), width=6)
    words(draw, (width / 2, height / 2 + 4), "NORDKAR 12", 104, (225, 226, 228), 4, 0.14)
    return art

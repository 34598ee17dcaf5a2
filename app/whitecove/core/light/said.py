"""What is said of shadow and light that were asked for: what happened, and the next step. A part of `messages`."""

from __future__ import annotations

LIGHT: dict[str, tuple[str, str]] = {
    "light.brought": (
        "This photo was cut out already, so its shadow is left as it came.",
        "Give the photo from before that to change it.",
    ),
    "light.differs": (
        "The backdrops differ too much for one white point, so colours were left as they are ({session}).",
        "Prepare the photos of one light at a time, or shoot them before one backdrop.",
    ),
    "light.cut_at_bottom": (
        "No shadow was made, because the photo's frame cuts the product at the bottom.",
        "Photograph the whole product, with space below it.",
    ),
    "light.made": (
        "A shadow was made under the product.",
        "If the product lies or hangs, say --shadow none or own instead.",
    ),
    "light.never_white": (
        "The backdrop is too coloured or too dark to have been white, so colours were left as they are ({session}).",
        "If it was white, correct the white balance in the camera or the RAW converter.",
    ),
    "light.no_backdrop": (
        "Too few of the photos show a plain backdrop, so colours were left as they are ({session}).",
        "Shoot the products before a plain white backdrop.",
    ),
    "light.no_base": (
        "No shadow was made, because nothing in the product's outline looks like a base to stand on.",
        "Say --shadow own to keep the photo's, or none.",
    ),
    "light.no_own": (
        "The photo shows no soft shadow on a plain backdrop that could be kept.",
        "Say --shadow made, or none.",
    ),
    "light.own_kept": (
        "The photo's own soft shadow was kept, as neutral grey.",
        "If a trace of the backdrop is in it, say --shadow none.",
    ),
    "light.pick_burnt": (
        "This place is too bright to tell its colour.",
        "Choose one that is white or grey, but not burnt out.",
    ),
    "light.pick_coloured": (
        "This place is too coloured to have been white or grey.",
        "Choose another, or set the white balance in the camera or the RAW converter.",
    ),
    "light.pick_dark": (
        "This place is too dark to tell its colour.",
        "Choose a brighter one that is white or grey.",
    ),
    "light.was_it_white": (
        "The backdrop is {cast} ({colour}) in {session}.",
        "If it was white, say --white-point backdrop to prepare, which makes it so for all of them.",
    ),
    "light.white_point": (
        "The backdrop was made the white point of {session}: red × {red}, green × {green}, blue × {blue}.",
        "To keep the colours as shot, leave --white-point away.",
    ),
}

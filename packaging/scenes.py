"""The scenes of the gallery: one visit to the window, from the empty start to the delivery.

Scenes are played in their order, each goes on where the one before it ended. To add one: a function in
``scenes_window.py`` or ``scenes_pages.py`` that brings the window there as a person would, waiting with `until`, and a
line in `SCENES`.
"""

from __future__ import annotations

import scenes_pages as pages
import scenes_window as at
from scene import DARK, FINE, LARGE, LIGHT, SMALLEST, Scene

SIZES = (LIGHT, DARK, SMALLEST, LARGE, FINE)
SCENES = (
    Scene("empty", "The start, with nothing dropped yet", at.empty, (LIGHT, DARK, SMALLEST)),
    Scene("loading", "Photos come in", at.loading, (LIGHT,)),
    Scene("arrived", "They are there, and the window asks whether the products are right", at.arrived,
          (LIGHT, DARK, SMALLEST)),
    Scene("grouping", "Grouped another way", at.grouping),
    Scene("working", "A batch under way", at.working, (LIGHT, DARK)),
    Scene("finished", "All prepared: before and after, split", at.finished, SIZES),
    Scene("review", "What waits for a look: why, and what can be done", at.review, (LIGHT, DARK, SMALLEST)),
    Scene("not-white", "A rule that does not hold; what is not white is marked", at.not_white),
    Scene("side-by-side", "Before and after side by side", at.side_by_side, (DARK,)),
    Scene("touch-up", "Lost parts are drawn back with the keep brush", at.touch_up, SIZES,
          resized=at.point_at_stroke),
    Scene("touched-up", "A left shadow was erased; the cutout is judged on green", at.touched_up, (LIGHT,)),
    Scene("adjust", "What can be set for one photo", at.adjust, (LIGHT, DARK, SMALLEST)),
    Scene("info", "What is known of a photo and its picture", at.info),
    Scene("grid", "The main pictures of all products", at.grid, (LIGHT, DARK, LARGE)),
    Scene("names", "Long and Chinese names", at.names, (LIGHT, SMALLEST)),
    Scene("deliver", "Before a delivery: what goes, and what is not ready", pages.deliver, of=pages.delivery),
    Scene("delivered", "After it", pages.delivered, of=pages.delivery),
    Scene("settings-general", "Settings", pages.page("general"), of=pages.settings),
    Scene("settings-preparing", "How pictures are made", pages.page("preparing"), of=pages.settings),
    Scene("settings-models", "Cutout models: what each is good at, its size and licence", pages.page("models"),
          of=pages.settings),
    Scene("settings-marketplaces", "What each marketplace asks for", pages.page("marketplaces"), of=pages.settings),
    Scene("settings-watch", "A folder that is watched", pages.page("watch"), of=pages.settings),
    Scene("keys", "All keys", pages.keys, of=pages.key_sheet),
    Scene("about", "Version and licences", pages.about, of=pages.about_box),
)  # fmt: skip

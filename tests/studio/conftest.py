from __future__ import annotations

from tests.models.conftest import loopback, mirror, store

__all__ = ["loopback", "mirror", "store"]

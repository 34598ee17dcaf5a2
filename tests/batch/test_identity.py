"""What makes two batches the same."""

from __future__ import annotations

from pathlib import Path

from whitecove.batch.identity import batch_identity


def test_of_the_models_only_the_one_that_is_used_counts(tmp_path: Path) -> None:
    models = {name: tmp_path / name for name in ("u2net", "u2netp")}
    for name, path in models.items():
        path.write_text(name)
    one = {name: models[name] for name in ("u2net",)}
    assert batch_identity("", "auto", models) == batch_identity("", "auto", one)
    assert batch_identity("", "rembg:u2netp", models) != batch_identity("", "rembg:u2net", models)
    usual = batch_identity("", "auto", models)
    models["u2netp"].write_text("changed")
    assert batch_identity("", "auto", models) == usual
    models["u2net"].write_text("changed")
    assert batch_identity("", "auto", models) != usual

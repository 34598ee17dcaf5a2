"""rembg's sessions: on our verified files, computed by the provider that is asked for, with all that rembg would do
beside (download, matting, warnings, giving way) left out. The only module that knows rembg; of onnxruntime it knows
how a session is made and what it raises."""

from __future__ import annotations

import importlib.util
import io
import logging
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol, cast

from PIL import Image

from whitecove.core.engines.own import session_name
from whitecove.core.engines.providers import PROCESSOR, Provider, ProviderError
from whitecove.core.errors import EngineError

log = logging.getLogger(__name__)

# rembg imports these for alpha matting, which is not used here: they would compile for over a minute, and bring
# numba and llvmlite along.
UNUSED_BY_MASKS = {
    "pymatting": (),
    "pymatting.alpha": (),
    "pymatting.alpha.estimate_alpha_cf": ("estimate_alpha_cf",),
    "pymatting.foreground": (),
    "pymatting.foreground.estimate_foreground_ml": ("estimate_foreground_ml",),
    "pymatting.util": (),
    "pymatting.util.util": ("stack_images",),
}


class Session(Protocol):
    """What is used of a rembg session."""

    inner_session: Any

    def predict(self, img: Image.Image) -> list[Image.Image]:
        """Masks of the size of ``img``."""
        ...


def open_session(model: str, file: Path, provider: Provider) -> Session:
    """rembg's own session class for ``model``, so that the photo is prepared as the model expects, on ``file``,
    computed by ``provider``.

    Its ``download_models`` is replaced: it gives our verified file and so can never reach for the network. So is its
    warning of a GPU that gave way to the processor: that is told apart here.

    Raises:
        EngineError: rembg is missing, does not know the model or would send photos away, or the file is no model.
        ProviderError: the GPU cannot be used.
    """
    if not file.is_file():
        raise EngineError("engine.model_missing", model=model)
    kind = _session_class(session_name(model, file))
    own = type(
        kind.__name__,
        (kind,),
        {
            "download_models": classmethod(lambda cls, *_, **__: str(file)),
            "_warn_on_provider_fallback": lambda *_: None,
        },
    )
    wanted: list[object] = [PROCESSOR.name]
    if provider is not PROCESSOR:
        wanted.insert(0, (provider.name, dict(provider.options)))
    try:
        with refusals_of(provider):
            _load_libraries(provider)
            made = cast(Session, own(model, _settings(provider), providers=wanted, model_path=str(file)))
            require(made, provider)
    except _refusals() as error:
        raise EngineError("engine.model_broken", model=model, problem=type(error).__name__) from error
    return made


def _load_libraries(provider: Provider) -> None:
    """CUDA and cuDNN may have been installed as Python packages, where the system does not look for them."""
    import onnxruntime

    if provider.label == "cuda" and hasattr(onnxruntime, "preload_dlls"):  # from version 1.21 on
        onnxruntime.preload_dlls()


def _settings(provider: Provider) -> Any:  # noqa: ANN401 (onnxruntime has no types)
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(os.environ.get("OMP_NUM_THREADS", "2"))
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    if provider is PROCESSOR:
        # Planning ahead sets aside memory for all the model's steps once more, 300 MB for u2netp, and is no faster.
        options.enable_mem_pattern = False
    if provider.step_by_step:
        options.enable_mem_pattern = False
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    return options


def require(session: Session, provider: Provider) -> None:
    """onnxruntime gives way to the processor by itself, and only prints that.

    Raises:
        ProviderError: ``session`` is not computed by ``provider``.
    """
    if session.inner_session.get_providers()[0] != provider.name:
        raise ProviderError("it is not ready")


@contextmanager
def refusals_of(provider: Provider) -> Iterator[None]:
    """Makes what onnxruntime raises with a GPU one error, whose text is a few words, and logs what it prints.

    Raises:
        ProviderError: the GPU cannot be used.
    """
    if provider is PROCESSOR:
        yield
        return
    printed = io.StringIO()
    try:
        with redirect_stdout(printed), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except _refusals() as error:
        raise ProviderError(type(error).__name__) from error
    finally:
        if printed.getvalue():
            log.warning("%s: %s", provider.name, printed.getvalue())


def _refusals() -> tuple[type[Exception], ...]:
    """What onnxruntime raises for a file or a computer that it cannot use: classes of its own, without a common
    base."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    own = (kind for kind in vars(state).values() if isinstance(kind, type) and issubclass(kind, Exception))
    return RuntimeError, ValueError, *own


def _session_class(model: str) -> Any:  # noqa: ANN401 (rembg has no types)
    if importlib.util.find_spec("onnxruntime") is None or importlib.util.find_spec("rembg") is None:
        raise EngineError("engine.no_runtime")
    try:
        with _without_matting():
            from rembg.sessions import sessions
    except SystemExit as error:  # rembg leaves the program when it does not like its onnxruntime
        raise EngineError("engine.no_runtime") from error
    kind = sessions.get(model)
    if kind is None or not kind.is_local() or kind.requires_credentials():
        raise EngineError("engine.not_offered", model=model)
    return kind


@contextmanager
def _without_matting() -> Iterator[None]:
    """Empty modules in the place of pymatting while rembg is imported."""
    if "pymatting" in sys.modules:
        yield
        return
    for name, functions in UNUSED_BY_MASKS.items():
        module = ModuleType(name)
        for function in functions:
            setattr(module, function, None)
        sys.modules[name] = module
    try:
        yield
    finally:
        for name in UNUSED_BY_MASKS:
            sys.modules.pop(name, None)

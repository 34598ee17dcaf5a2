"""Why an address did not give a file, as a person should read it."""

from __future__ import annotations

from whitecove.core.errors import ModelError


class TransferError(ModelError):
    """This address did not give the file.

    ``passing``: it may when it is asked again at once. ``stale``: what is here already does not belong to what the
    address has, and must be thrown away.
    """

    def __init__(self, code: str, *, passing: bool = False, stale: bool = False, **params: object) -> None:
        super().__init__(code, **params)
        self.passing = passing
        self.stale = stale


def failure(error: Exception, host: str, patience: float) -> TransferError:
    """What an exception of requests or urllib3 means for a transfer from ``host``."""
    import requests
    import urllib3.exceptions as low

    if isinstance(error, requests.TooManyRedirects):
        return TransferError("fetch.circles", host=host)
    if isinstance(error, requests.exceptions.InvalidSchema | requests.exceptions.InvalidURL):
        return TransferError("fetch.elsewhere", host=host)
    if isinstance(error, requests.ReadTimeout | low.ReadTimeoutError):
        return stalled(host, patience)
    if isinstance(error, requests.ConnectionError):
        return TransferError("fetch.unreachable", host=host, problem=_problem(error))
    return TransferError("fetch.cut", passing=True, host=host)


def stalled(host: str, patience: float) -> TransferError:
    """The address fell silent."""
    return TransferError("fetch.stalled", passing=True, host=host, seconds=f"{patience:g}")


def _problem(error: Exception) -> str:
    """What keeps a connection from being made."""
    import requests
    import urllib3.exceptions as low

    cause = getattr(error.args[0] if error.args else None, "reason", None)
    if isinstance(error, requests.exceptions.ProxyError):
        return "the proxy does not let it through"
    if isinstance(error, requests.exceptions.SSLError):
        return "its certificate is not trusted"
    if isinstance(cause, low.NameResolutionError):
        return "nobody knows this name"
    if isinstance(error, requests.ConnectTimeout):
        return "it does not answer"
    return "no connection"

"""A report as PDF: its HTML, set on pages."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any, NoReturn

from alleged.errors import InputError, MissingExtraError

_PANGO = (
    "install it (Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0; macOS: brew install pango),"
    " or write .html and print that from a browser"
)


def write_pdf(page: str) -> bytes:
    """The pages of an HTML report, which has everything in it: nothing is fetched.

    Raises MissingExtraError where the extra is not installed, InputError where the system lacks Pango.
    """
    weasyprint = _load()
    data: bytes = weasyprint.HTML(string=page, url_fetcher=_refuse).write_pdf()
    return data


def is_installed() -> bool:
    """Whether the extra is there."""
    return find_spec("weasyprint") is not None


def _load() -> Any:
    try:
        import weasyprint  # noqa: PLC0415 - an extra, and slow to load
    except ModuleNotFoundError as error:
        raise MissingExtraError("a report as PDF", "pdf") from error
    except OSError as error:
        raise InputError("a PDF is set by Pango, which this system lacks", cure=_PANGO) from error
    return weasyprint


def _refuse(url: str, *_: Any, **__: Any) -> NoReturn:
    """For what a report never holds: something that is elsewhere."""
    raise ValueError(f"a report fetches nothing: {url}")

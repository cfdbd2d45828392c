"""A report as Markdown, for a wiki or GitHub: words of documents stay words, no address becomes a link."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from alleged import __version__
from alleged.dossiers.safety import visible
from alleged.exports.report.filters import FILTERS

if TYPE_CHECKING:
    from alleged.exports.report.record import Sheets

_SPECIAL = frozenset("\\`*_{}[]<>#|~&$")
"""What Markdown, GitHub's among it, takes for more than a sign inside of a line."""


def render_markdown(sheets: Sheets) -> str:
    """The report as Markdown; the timeline is a table."""
    return _environment().get_template("report.md").render(report=sheets.record, version=__version__)


def escape_markdown(text: str) -> str:
    """Words on one line as a page shows them: no sign has a meaning, and no address can be followed."""
    flat = visible("".join(" " if sign.isspace() else sign for sign in text))
    return " ".join(_fence(word) if _is_live(word) else _escape(word) for word in flat.split(" "))


def _is_live(word: str) -> bool:
    """Whether a page might make a link, a mention or a picture of a word."""
    small = word.casefold()
    return "@" in word or "://" in word or "www." in small or _has_number(word) or _has_name(small)


def _has_number(word: str) -> bool:
    """Whether it holds something like "#12", which names an issue."""
    return any(part[:1].isdigit() for part in word.split("#")[1:])


def _has_name(word: str) -> bool:
    """Whether it holds something like ":smile:"."""
    return any(part[:1].isalpha() and part.replace("_", "").isalnum() for part in word.split(":")[1:-1])


def _fence(word: str) -> str:
    """A word as code, in which nothing has a meaning but what divides the cells of a table."""
    ticks = "``" if "`" in word else "`"
    room = " " if "`" in word else ""
    told = word.replace("|", "\\|")
    return f"{ticks}{room}{told}{room}{ticks}"


def _escape(word: str) -> str:
    return "".join(f"\\{sign}" if sign in _SPECIAL else sign for sign in word)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("alleged.exports.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= FILTERS
    return made


def _finalize(value: Any) -> Any:
    """What a page shows, escaped for Markdown; the answer of a macro is escaped already."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return Markup(escape_markdown(value))
    return value

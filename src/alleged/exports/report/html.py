"""A report as one HTML file: it asks for nothing from elsewhere, runs nothing, and prints as it shows."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from alleged import __version__
from alleged.dossiers.safety import visible
from alleged.exports.report.filters import FILTERS

if TYPE_CHECKING:
    from alleged.exports.report.record import Sheets

_FOLDER = "templates"
_LINES = "\n\t"


def render_html(sheets: Sheets) -> str:
    """The report as a whole page."""
    styles = Markup("\n").join(map(Markup, map(read_style, ("page.css", "report.css"))))
    return _render("report.html", sheets, css=styles)


def render_body(sheets: Sheets) -> Markup:
    """What stands below its title, for a page that has the style itself: every word in it is escaped."""
    return Markup(_render("body.html", sheets))


def read_style(name: str) -> str:
    """A style of reports."""
    return files("alleged.exports.report").joinpath(_FOLDER, name).read_text("utf-8")


def _render(template: str, sheets: Sheets, **more: Markup) -> str:
    drawings = [Markup(drawing) for drawing in sheets.drawings]
    known = {"report": sheets.record, "drawings": drawings, "version": __version__}
    return _environment().get_template(template).render(**known, **more)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("alleged.exports.report", _FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_make_visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= FILTERS
    return made


def _make_visible(value: Any) -> Any:
    """Text of documents without characters that steer what shows it; what is markup already stays."""
    return visible(value, _LINES) if isinstance(value, str) and not isinstance(value, Markup) else value

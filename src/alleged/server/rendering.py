"""Pages as HTML: every word of a document goes through the template's escaping, and nothing else does."""

from __future__ import annotations

from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from alleged.dossiers import wording
from alleged.dossiers.counting import tell_count, tell_origins, tell_part
from alleged.dossiers.descents import tell_how
from alleged.dossiers.inputs import tell_reason
from alleged.dossiers.matters import tell_matter
from alleged.dossiers.safety import defang, one_line, visible
from alleged.knowledge.keys import name_key
from alleged.model.ids import SHORT_ID
from alleged.server.pages import address_twin
from alleged.server.statics import get_static
from alleged.server.subjects import looks_like_incident

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response

    from alleged.model.claim import Claim
    from alleged.model.wire import Provenance
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk
    from alleged.server.pages import Page


@cache
def environment() -> Environment:
    """The templates, with the words that the ledger's own views use."""
    made = Environment(
        loader=PackageLoader("alleged.server"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "static": get_static,
        "tell_where": tell_where,
        "hidings": wording.HIDING,
        "bases": wording.BASES,
    }
    made.filters |= {
        "short": lambda id_: id_[:SHORT_ID],
        "count": tell_count,
        "defang": defang,
        "one_line": one_line,
        "tell_how": tell_how,
        "tell_reason": tell_reason,
        "part": tell_part,
        "tell_origins": tell_origins,
        "day": lambda time: (time or "")[:10],
        "visible": partial(visible, keep="\n\r\t"),
        "tell_matter": lambda decision: tell_matter(decision, {}),
    }
    made.filters |= {name: getattr(wording, name) for name in dir(wording) if name.startswith("tell_")}
    made.tests |= {"named": wording.is_named, "an_incident": looks_like_incident}
    return made


def render(page: Page, desk: Desk, asked: Asked) -> Response:
    """The page with its frame: navigation, addresses of its twins, whose ledger it is."""
    twins = {form: address_twin(asked, form) for form in ("json", "csv")} if page.table else {}
    private = partial(list_private, desk.private_keys())
    frame = {"title": page.title, "desk": desk, "asked": asked, "twins": twins, "private": private}
    frame["private_among"] = lambda claims: tuple(dict.fromkeys(chain(*map(private, claims))))
    return HTMLResponse(render_template(page.template, {**frame, **page.shown}), page.status)


def tell_where(provenance: Provenance) -> str:
    """Where a claim stands: who put its document out, when, and under which name it was read."""
    known = provenance.text.document.metadata
    name = known.title or defang(wording.tell_place(provenance.source))
    return ", ".join(filter(None, (known.publisher, known.published, name)))


def list_private(keys: frozenset[str], claim: Claim) -> tuple[str, ...]:
    """The accused private persons whom a claim names, each once."""
    named = (mention.name for mention in (*claim.actors, *claim.targets))
    return tuple(dict.fromkeys(name for name in named if name_key(name) in keys))


def render_template(name: str, shown: dict[str, Any]) -> str:
    """A template with what it shows."""
    return environment().get_template(name).render(shown)


def render_plain(
    title: str, told: str, status: int, cure: str = "", links: Sequence[tuple[str, str]] = ()
) -> Response:
    """A page with one message, for who is not signed in or asked wrongly: it shows nothing of the ledger."""
    shown = {"title": title, "told": told, "cure": cure, "links": links}
    return HTMLResponse(render_template("plain.html", shown), status)

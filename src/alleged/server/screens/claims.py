"""Claims that are sought: in words and fields, counted by what they have in common, and searches kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from alleged.dossiers.claims import view_claims
from alleged.dossiers.searching import (
    FIELDS,
    Search,
    SearchError,
    check_field,
    count_undated,
    make_query,
    read_search,
    write_search,
)
from alleged.exports.claims import table_claims
from alleged.ledger.interface import Aspect
from alleged.server.asking import AskedWronglyError
from alleged.server.gate.sessions import go
from alleged.server.listed import LAST_PAGE, PAGE, Listed
from alleged.server.pages import Page
from alleged.server.saved import Saved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.responses import Response

    from alleged.ledger.interface import Facet
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

VALUES_SHOWN = 8
"""Values of one facet that are listed; how many there are in all is told."""
_FIELDS_OF = {Aspect.YEAR: ("since", "until")}
"""The fields of a search that choose a value, where they are not called as what is counted."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value by which the claims found can be narrowed, how many have it, and where that leads."""

    value: str
    claims: int
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """The values of one aspect, the most frequent first; `total` counts those that are not listed, too."""

    name: str
    listed: tuple[Choice, ...]
    total: int


def show_claims(desk: Desk, asked: Asked) -> Page:
    """A page of the claims that are sought, with what they can be narrowed by."""
    search = _read(asked)
    documents = desk.recall("documents", desk.ledger.documents)
    query = make_query(search, documents)
    page = asked.number("page", 1, LAST_PAGE)
    listing = view_claims(desk.ledger, replace(query, limit=PAGE, start=(page - 1) * PAGE))
    counts = desk.recall(("facets", query), lambda: desk.ledger.facets(query))
    shown = {
        "search": search,
        "line": write_search(search),
        "listing": listing,
        "listed": Listed(listing.claims, listing.total, page),
        "facets": list(_list_choices(search, counts)),
        "chosen": [(name, value, address_of(search.with_field(name, ""))) for name, value in search.fields],
        "undated": count_undated(documents) if search.since or search.until else 0,
        "saved": desk.searches.of(str(desk.location), desk.who),
    }
    return Page("claims.html", "Claims", shown, lambda: table_claims(view_claims(desk.ledger, query)))


def _read(asked: Asked) -> Search:
    """What the line says, and what single fields of the address say."""
    try:
        search = read_search(asked.text("q"))
        extra = {name: check_field(name, asked.text(name)) for name in FIELDS if asked.text(name)}
    except SearchError as error:
        raise AskedWronglyError(str(error)) from error
    return replace(search, **extra)


def address_of(search: Search) -> str:
    """Where this search is shown."""
    line = write_search(search)
    return f"/claims?{urlencode({'q': line})}" if line else "/claims"


def _list_choices(search: Search, counts: Mapping[Aspect, Facet]) -> Iterator[Choices]:
    for aspect, facet in counts.items():
        listed = tuple(
            _choose(search, aspect, value, number) for value, number in facet.counts[:VALUES_SHOWN]
        )
        if listed:
            yield Choices(aspect.value, listed, len(facet.counts))


def _choose(search: Search, aspect: Aspect, value: str, number: int) -> Choice:
    """A value as a link that chooses it, or takes the choice back."""
    fields = dict.fromkeys(_FIELDS_OF.get(aspect, (aspect.value,)), value)
    is_chosen = all(getattr(search, name).casefold() == wanted.casefold() for name, wanted in fields.items())
    changed = replace(search, **(fields if not is_chosen else dict.fromkeys(fields, "")))
    return Choice(value, number, address_of(changed), is_chosen)


def save_search(desk: Desk, asked: Asked) -> Response:
    """Keep a search under a name."""
    line = write_search(_read(asked))
    desk.searches.keep(str(desk.location), desk.who, Saved(asked.text("name"), line))
    return go(f"/claims?{urlencode({'q': line})}")


def drop_search(desk: Desk, asked: Asked) -> Response:
    """Forget a search that was kept."""
    desk.searches.drop(str(desk.location), desk.who, asked.text("name"))
    return go("/claims")

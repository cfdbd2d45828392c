"""The text as it was captured, with its claims in it and beside it, and the file that it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from starlette.responses import Response

from alleged.dossiers.annotated import annotate
from alleged.dossiers.article import view_article
from alleged.dossiers.history import get_document
from alleged.dossiers.safety import defang, one_line
from alleged.dossiers.spoken import find_spoken, tell_barren
from alleged.dossiers.wording import tell_hidden, tell_lookalike, tell_place
from alleged.exports.claims import table_claims
from alleged.model.ids import SHORT_ID
from alleged.model.vocabulary import Status
from alleged.server.choosing import Choice, list_facets
from alleged.server.pages import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alleged.dossiers.article import Article
    from alleged.dossiers.subject import Answer
    from alleged.model.claim import Claim
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

ENDINGS = {"text/plain": "txt", "text/markdown": "md", "text/html": "html", "application/pdf": "pdf"}


@dataclass(frozen=True, slots=True)
class Card:
    """A claim beside the text; it keeps its number where others are left out."""

    number: int
    claim: Claim
    says: tuple[Answer, ...] = ()
    """What it says to other claims."""
    met_by: tuple[Answer, ...] = ()
    """What other claims say to it."""


def show_article(desk: Desk, asked: Asked) -> Page:
    """A document with its claims, or those of a stance, a speaker or a kind."""
    view, choice = view_article(desk.ledger, asked.part("document")), Choice.of(asked)
    cards = [card for card in _make_cards(view) if choice.takes(card.claim)]
    claims = tuple(card.claim for card in cards)
    wanted = asked.text("claim").lower()
    cautions = tuple(filter(None, (tell_hidden(view.text), tell_lookalike(view.text))))
    shown = {
        "view": view,
        "cautions": cautions,
        "losses": _list_losses(view, cautions),
        "cards": cards,
        "parts_of_text": annotate(view.text, claims),
        "numbers": {claim.id: number for number, claim in enumerate(view.listing.claims, 1)},
        "facets": list_facets(view.listing.claims, asked),
        "wanted": wanted,
        "is_missing": bool(wanted) and not any(claim.id.startswith(wanted) for claim in claims),
        "why_barren": "" if view.listing.claims else tell_barren(view.text),
        "spoken": () if view.listing.claims else find_spoken(view.text),
    }
    listing = replace(view.listing, claims=claims)
    return Page("article.html", _tell_title(view), shown, lambda: table_claims(listing))


def _make_cards(view: Article) -> Iterable[Card]:
    said, met = _group(view.answers)
    for number, claim in enumerate(view.listing.claims, 1):
        yield Card(number, claim, tuple(said.get(claim.id, ())), tuple(met.get(claim.id, ())))


def _group(answers: Iterable[Answer]) -> tuple[Mapping[str, list[Answer]], Mapping[str, list[Answer]]]:
    """The answers by the claim that gives each, and by the claims that each is given to."""
    said: dict[str, list[Answer]] = {}
    met: dict[str, list[Answer]] = {}
    for answer in answers:
        said.setdefault(answer.claim.id, []).append(answer)
        for claim in answer.answered:
            met.setdefault(claim.id, []).append(answer)
    return said, met


def _list_losses(view: Article, cautions: tuple[str, ...]) -> list[str]:
    """What was told of the last reading because it is less than it should be, but for the cautions."""
    told = (each.detail for each in view.attempts[-1:] if each.status is Status.DEGRADED)
    return [line for detail in told for line in detail.split("; ") if line not in cautions]


def _tell_title(view: Article) -> str:
    """Its title, or else the name of its file."""
    source = tell_place(view.attempts[0].source) if view.attempts else view.text.document.id[:SHORT_ID]
    return one_line(view.text.document.metadata.title or defang(source))


def send_original(desk: Desk, asked: Asked) -> Response:
    """The archived bytes, to be stored and never to be shown: what they hold must not run here."""
    document = get_document(desk.ledger, asked.part("document"))
    name = f"{document.id[:SHORT_ID]}.{ENDINGS[document.media_type.value]}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(desk.ledger.get_data(document.id), media_type="application/octet-stream", headers=headers)

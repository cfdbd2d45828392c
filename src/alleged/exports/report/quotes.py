"""The documents of a report, each with the quotes from it: every one with its place in the original."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from alleged.dossiers.denials import find_latest_denials
from alleged.dossiers.descents import tell_descent
from alleged.dossiers.origins import list_descents
from alleged.dossiers.safety import defang
from alleged.dossiers.wording import (
    BASES,
    tell_corrections,
    tell_deed,
    tell_hidden,
    tell_lookalike,
    tell_place,
    tell_realis,
    tell_role,
    tell_speaker,
    tell_stance,
    tell_time,
)
from alleged.exports.report.numbering import record_denial
from alleged.knowledge.keys import name_key
from alleged.model.vocabulary import MediaType
from alleged.model.wire import FILE_OFFSETS, claim_to_wire, offsets_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from alleged.dossiers.origins import Descent
    from alleged.dossiers.report import Report
    from alleged.dossiers.subject import Answer
    from alleged.exports.report.numbering import Numbering
    from alleged.model.claim import Claim
    from alleged.model.wire import Provenance, Wire


def record_documents(report: Report, numbering: Numbering, private: Collection[str]) -> list[Wire]:
    """Each document that is quoted, what it goes back to, and its quotes in reading order.

    `private` are the folded names of accused private persons.
    """
    descents = list_descents(report.overview.lineage)
    denials = find_latest_denials(report.told.answers, report.overview.published)
    quoted: dict[str, list[Claim]] = defaultdict(list)
    for claim in report.claims:
        quoted[claim.document].append(claim)
    return [
        _record_document(report, claims[0], descents.get(document))
        | {"quotes": [_record_quote(report, c, (numbering, denials, private)) for c in claims]}
        for document, claims in quoted.items()
    ]


def _record_document(report: Report, claim: Claim, descent: Descent | None) -> Wire:
    provenance = _provenance(report, claim)
    text, known = provenance.text, provenance.text.document.metadata
    return {
        "title": known.title or defang(tell_place(provenance.source)),
        "source": defang(tell_place(provenance.source)),
        "publisher": known.publisher,
        "byline": known.byline,
        "published": known.published,
        "address": known.url and defang(known.url),
        "genre": known.genre.value if known.genre else None,
        "id": claim.document,
        "reader": f"{text.reader} {text.reader_version}",
        "counted": _tell_counted(provenance),
        "descent": list(tell_descent(descent)) if descent else [],
        "beware": [told for told in (tell_hidden(text), tell_lookalike(text)) if told],
    }


def _tell_counted(provenance: Provenance) -> str:
    """What the numbers of characters count."""
    return "the file" if offsets_of(provenance.text) == FILE_OFFSETS else "the text taken from the file"


def _record_quote(
    report: Report, claim: Claim, known: tuple[Numbering, Mapping[str, Answer], Collection[str]]
) -> Wire:
    numbering, denials, private = known
    wire = claim_to_wire(claim, _provenance(report, claim), ())
    return {
        "number": numbering.numbers[claim.id],
        "id": claim.id,
        "who": tell_speaker(claim.speaker),
        "role": ", ".join(filter(None, (tell_role(claim.speaker), BASES[claim.speaker.basis]))),
        "stance": claim.stance.value,
        "how": tell_stance(claim),
        "runs": list(_cut(claim)),
        "content": claim.content.exact,
        "deed": " · ".join(filter(None, (tell_deed(claim), tell_realis(claim.realis)))),
        "when": tell_time(claim.event_time),
        "said": tell_time(claim.said_time),
        "place": _tell_place(wire),
        "corrected": tell_corrections(claim),
        "denied": record_denial(denials.get(claim.id), report, numbering),
        "private": len(_list_private(claim, private)),
        "engine": f"{claim.extractor} {claim.extractor_version}",
    }


def _cut(claim: Claim) -> Iterator[Wire]:
    """The quote in up to three pieces, of which the content is marked; without, where it stands elsewhere."""
    quote, content = claim.quote, claim.content
    start, end = content.start - quote.start, content.end - quote.start
    if not 0 <= start <= end <= len(quote.exact):
        start, end = 0, 0
    for begin, stop, labels in ((0, start, []), (start, end, ["content"]), (end, len(quote.exact), [])):
        if begin < stop:
            yield {"text": quote.exact[begin:stop], "labels": labels}


def _tell_place(wire: Wire) -> str:
    """Where the quote stands: "characters 1364 to 1485, page 2"."""
    quote = wire["quote"]
    told = f"characters {quote['start']} to {quote['end']}"
    if wire["media_type"] != MediaType.PDF:
        return told
    pages = list(dict.fromkeys(str(place["node"] + 1) for place in wire["places"]))
    return f"{told}, {'page' if len(pages) == 1 else 'pages'} {' and '.join(pages)}"


def _list_private(claim: Claim, private: Collection[str]) -> set[str]:
    named = (mention.name for mention in (*claim.actors, *claim.targets))
    return {name for name in named if name_key(name) in private}


def _provenance(report: Report, claim: Claim) -> Provenance:
    return report.timeline.listing.provenance[claim.text]

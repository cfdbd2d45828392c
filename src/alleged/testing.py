"""Conformance checks for parts that plug in: call one on your part in a test; it raises AssertionError.

from alleged.testing import check_extractor

def test_my_engine_conforms():
    check_extractor(MyExtractor(), [read_document(data, name, Metadata()).text for name, data in files])
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from alleged.errors import AnchorError
from alleged.knowledge.conformance import check_format
from alleged.ledger.conformance import check_ledger
from alleged.model.span import check_anchor
from alleged.model.vocabulary import Act, Basis, Realis, Role, Stance
from alleged.text.conformance import Sample, check_reader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.extract.interface import Extractor
    from alleged.model.claim import Claim
    from alleged.model.document import Text
    from alleged.model.span import Span

__all__ = ["Sample", "check_extractor", "check_format", "check_ledger", "check_reader"]

LANGUAGE_CODE = 2
"""Letters of an ISO 639-1 code."""


def check_extractor(extractor: Extractor, texts: Iterable[Text]) -> None:
    """Raise AssertionError unless `extractor` keeps the contract of `Extractor` on these texts.

    Give it texts in which it finds claims: an engine that finds none at all fails too.
    """
    _check_description(extractor)
    found: list[tuple[Text, tuple[Claim, ...]]] = []
    for text in texts:
        claims = extractor.extract(text)
        found.append((text, claims))
        _require(isinstance(claims, tuple), "extract gives a tuple")
        _require(extractor.extract(text) == claims, "the same text always gives the same claims")
        _check_order(claims)
        for claim in claims:
            _check_claim(claim, text, extractor)
        _check_nothing(extractor, text)
    _require(any(claims for _, claims in found), "some claim is found in the texts of the check")
    for text, claims in reversed(found):
        _require(extractor.extract(text) == claims, "no text changes what is found in another")


def _require(holds: bool, rule: str, claim: Claim | None = None) -> None:
    """Not `assert`, which `python -O` drops."""
    if not holds:
        where = f" (broken at {claim.quote.start}: {claim.quote.exact!r})" if claim else ""
        raise AssertionError(f"an extractor keeps to this: {rule}{where}")


def _check_description(extractor: Extractor) -> None:
    _require(bool(extractor.name and extractor.version), "it has a name and a version")
    codes = extractor.languages
    _require(
        bool(codes) and all(len(code) == LANGUAGE_CODE and code.islower() for code in codes),
        "it knows at least one language, by its ISO 639-1 code",
    )


def _check_nothing(extractor: Extractor, text: Text) -> None:
    empty = replace(text, clean="", runs=(), boilerplate=(), sentences=(), quotations=())
    _require(extractor.extract(empty) == (), "an empty text gives no claim")


def _check_order(claims: tuple[Claim, ...]) -> None:
    ids = [claim.id for claim in claims]
    _require(len(ids) == len(set(ids)), "ids are unique within a text")
    for before, after in pairwise(claims):
        _require(before.content.start <= after.content.start, "claims come in order of their content", after)


def _check_claim(claim: Claim, text: Text, extractor: Extractor) -> None:
    source = (claim.document, claim.text, claim.extractor, claim.extractor_version)
    wanted = (text.document.id, text.id, extractor.name, extractor.version)
    _require(source == wanted, "a claim names its document, text, extractor and version", claim)
    _check_codes(claim)
    _check_words(claim, text)


def _check_codes(claim: Claim) -> None:
    speaker = claim.speaker
    codes: dict[type, object] = {
        Stance: claim.stance,
        Act: claim.act,
        Role: speaker.role,
        Basis: speaker.basis,
    }
    for kind, code in codes.items():
        _require(isinstance(code, kind), f"{code!r} is a {kind.__name__}", claim)
    told = claim.realis is None or isinstance(claim.realis, Realis)
    _require(told, f"{claim.realis!r} is a Realis or None", claim)
    unnamed = speaker.basis in {Basis.NARRATOR, Basis.PASSIVE}
    _require(not unnamed or speaker.name is None, "the own voice and an unnamed one have no name", claim)
    names = [mention.name for mention in (*claim.actors, *claim.targets)]
    _require(all(name.strip() for name in names), "actors and targets have names", claim)
    _require(speaker.name is None or bool(speaker.name.strip()), "a speaker's name is not empty", claim)
    _require(claim.confidence is None or 0 <= claim.confidence <= 1, "confidence is from 0 to 1", claim)


def _check_words(claim: Claim, text: Text) -> None:
    for span in claim.spans():
        _check_span(span, text, claim)
    _require(claim.quote.holds(claim.content), "the quote holds the content", claim)
    _require(_in_sentences(claim.quote, text), "a quote begins and ends inside sentences", claim)


def _check_span(span: Span, text: Text, claim: Claim) -> None:
    try:
        check_anchor(text.clean, span)
    except AnchorError as error:
        raise AssertionError(f"an extractor keeps to this: words stand where it says ({error})") from error
    marked = any(part.start < span.end and span.start < part.end for part in text.boilerplate)
    _require(not marked, "nothing is taken from boilerplate", claim)


def _in_sentences(quote: Span, text: Text) -> bool:
    starts = any(sentence.start <= quote.start < sentence.end for sentence in text.sentences)
    ends = any(sentence.start < quote.end <= sentence.end for sentence in text.sentences)
    return starts and ends

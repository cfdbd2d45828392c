"""No search is an error, and what stands in a claim is found by it, in every kind of ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.errors import LedgerError
from alleged.ledger import LEDGERS
from alleged.ledger.interface import ClaimQuery, Entry
from alleged.ledger.search import MOST_TERMS, find_terms
from alleged.model.claim import Claim, Mention, Speaker
from alleged.model.document import Document, Input, Text
from alleged.model.ids import document_id
from alleged.model.span import span_at
from alleged.model.vocabulary import Act, Basis, MediaType, Reason, Role, Stance, Status
from tests.strategies.naughty import naughty_strings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from alleged.ledger.interface import Ledger, Location

    Places = Callable[[str], Callable[[str], Location]]

STRINGS = naughty_strings()
STORED = tuple(each for each in STRINGS if each.isprintable() and each.strip() and len(each) < 1_000)
"""What a text can hold in one line."""


@pytest.fixture(params=LEDGERS.names())
def ledger(request: pytest.FixtureRequest, places: Places) -> Iterator[Ledger]:
    opened = LEDGERS.get(request.param).open(places(request.param)("naughty"), create=True)
    opened.append(entry_of(STORED))
    yield opened
    opened.close()


def entry_of(strings: tuple[str, ...]) -> Entry:
    """A claim for each string, which stands in its words and is the name of its actor."""
    lines = [f"Nobody said {each} there" for each in strings]
    clean = "\n".join(lines)
    document = Document(document_id(clean.encode()), MediaType.TEXT)
    text = Text(document, "text", "1", clean)
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    claims = tuple(
        Claim(
            document=document.id,
            text=text.id,
            quote=span_at(clean, start, start + len(line)),
            content=span_at(clean, start, start + len(line)),
            speaker=Speaker(Role.MEDIA, Basis.NARRATOR),
            stance=Stance.ASSERTS,
            act=Act.COMMENT,
            extractor="naughty",
            extractor_version="1",
            actors=(Mention(each),),
        )
        for each, line, start in zip(strings, lines, starts, strict=True)
    )
    attempt = Input(
        "naughty.txt", Status.OK, Reason.READ, "append", "2026-01-01T00:00:00+00:00",
        document=document.id, text=text.id, claims=len(claims),
    )  # fmt: skip
    return Entry(attempt, clean.encode(), text, "naughty", "1", claims, ())


def test_there_are_hundreds_of_strings() -> None:
    assert len(STRINGS) > 500
    assert len(STORED) > 300


def test_no_search_is_an_error_and_what_is_told_of_is_found(ledger: Ledger) -> None:
    by_words = {claim.actors[0].name: claim for claim in ledger.claims(ClaimQuery()).claims}
    for words in STRINGS:
        page = ledger.claims(ClaimQuery(search=words))
        assert page.total == len(page.claims)
        if words in by_words:
            assert by_words[words] in page.claims if find_terms(words) else not page.claims, words


@pytest.mark.parametrize("field", ["speaker", "actor", "target", "document"])
def test_no_filter_is_an_error(ledger: Ledger, field: str) -> None:
    for words in STRINGS:
        page = ledger.claims(ClaimQuery(**{field: words}))  # type: ignore[arg-type]
        assert page.total == len(page.claims)
        if field == "actor" and words in STORED and any(letter.isalnum() for letter in words):
            assert words in {claim.actors[0].name for claim in page.claims}, words


def test_no_id_is_more_than_unknown(ledger: Ledger) -> None:
    for words in STRINGS:
        with pytest.raises(LedgerError):
            ledger.get_claim(words)


def test_a_search_for_very_many_words_says_how_many_it_takes(ledger: Ledger) -> None:
    words = " ".join(f"word{n}" for n in range(100_000))
    with pytest.raises(LedgerError, match=f"{MOST_TERMS:,} words"):
        ledger.claims(ClaimQuery(search=words))
    assert ledger.claims(ClaimQuery(search=" ".join(words.split()[:MOST_TERMS]))).total == 0
    assert ledger.claims(ClaimQuery(search="nobody " * 100_000)).total == len(STORED)


def test_a_name_of_very_many_words_finds_nothing(ledger: Ledger) -> None:
    words = " ".join(f"word{n}" for n in range(100_000))
    assert ledger.claims(ClaimQuery(actor=words)).total == 0

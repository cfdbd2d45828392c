"""The same quoted words in several documents."""

from __future__ import annotations

from alleged.resolve.accounts import Account, in_order
from alleged.resolve.citing import find_citations
from alleged.resolve.lineage import Dependence, Evidence
from alleged.resolve.quoting import find_shared_quotations
from tests.strategies.accounts import make_account, on_day

QUOTED = "we regret that some of our clients were affected by this intrusion into our network"


def dependences(*accounts: Account) -> tuple[Dependence, ...]:
    ordered = in_order(accounts)
    citations = {account.document: find_citations(account) for account in ordered}
    return find_shared_quotations(ordered, citations, {a.document: frozenset({a.document}) for a in ordered})


def quoting(before: str, after: str, day: int, quoted: str = QUOTED) -> Account:
    return make_account(f"{before} “{quoted}” {after}.", quotations=(quoted,), published=on_day(day))


def test_documents_that_quote_the_same_words_share_what_is_quoted() -> None:
    first, then = quoting("The firm wrote:", "on Monday", 0), quoting("Bell read out", "to the board", 1)
    (found,) = dependences(then, first)
    assert (found.document, found.on, found.evidence) == (then.document, first.document, Evidence.QUOTATION)
    assert not found.whole
    assert [then.clean[p.start : p.end] for p in found.places] == [QUOTED]
    assert [first.clean[p.start : p.end] for p in found.places_there] == [QUOTED]
    assert found.reason.startswith("quotes the same words as document ")
    assert "“we regret that some of our clients" in found.reason


def test_part_of_a_quotation_is_enough_if_it_is_long() -> None:
    first = quoting("The firm wrote:", "on Monday", 0)
    part = " ".join(QUOTED.split()[2:13])
    (found,) = dependences(first, quoting("Bell said", "at noon", 1, part))
    assert [first.clean[p.start : p.end] for p in found.places_there] == [part]
    short = " ".join(QUOTED.split()[2:8])
    assert dependences(first, quoting("Bell said", "at noon", 1, short)) == ()


def test_the_reason_names_the_paper_that_is_quoted() -> None:
    first = quoting("The firm wrote:", "on Monday", 0)
    (found,) = dependences(first, quoting("The indictment says", "of the firm", 1))
    assert found.reason.startswith("quotes the same words of an indictment as document ")


def test_words_that_only_one_of_them_quotes_are_not_shared() -> None:
    plain = make_account(f"It seems that {QUOTED}.", published=on_day(1))
    assert dependences(quoting("The firm wrote:", "on Monday", 0), plain) == ()


def test_every_document_is_joined_with_the_first_that_quotes_the_words() -> None:
    quoting_it = [quoting(f"Officer {number} wrote:", f"on day {number}", number) for number in range(5)]
    found = dependences(*quoting_it)
    assert [dependence.on for dependence in found] == [quoting_it[0].document] * 4


def test_documents_of_one_origin_are_not_joined_again() -> None:
    ordered = in_order([quoting("The firm wrote:", "on Monday", 0), quoting("Bell said", "at noon", 1)])
    roots = {account.document: frozenset({ordered[0].document}) for account in ordered}
    assert find_shared_quotations(ordered, {account.document: () for account in ordered}, roots) == ()

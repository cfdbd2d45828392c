"""Documents that go back to what they cite."""

from __future__ import annotations

from alleged.resolve.accounts import Account, in_order
from alleged.resolve.cited import find_cited, lead_of
from alleged.resolve.citing import find_citations
from alleged.resolve.lineage import Dependence, Evidence
from tests.strategies.accounts import make_account, on_day

SCOOP = (
    "Intruders stole records of 40,000 clients from Nordvind Shipping in Holmeby.",
    "The Rime Valley crew demanded seven million crowns from the firm.",
    "Ships waited in Tarnfield harbour.",
)
RETOLD = (
    "Nordvind Shipping of Holmeby lost records of 40,000 clients to intruders, {source}.",
    "The crew Rime Valley asked for seven million crowns.",
    "The price of its shares fell.",
)
FILLER = tuple(f"Nothing else of interest happened on pier {number} that day." for number in range(6))


def retold(source: str, publisher: str, day: int, before: tuple[str, ...] = ()) -> Account:
    sentences = (*before, *(sentence.format(source=source) for sentence in RETOLD))
    return make_account(*sentences, publisher=publisher, published=on_day(day))


def dependences(*accounts: Account) -> tuple[Dependence, ...]:
    ordered = in_order(accounts)
    return find_cited(ordered, {account.document: find_citations(account) for account in ordered})


SCOOP_STORY = make_account(*SCOOP, publisher="Harbour Courier", published=on_day(0))


def test_who_cites_an_outlet_depends_on_its_document() -> None:
    later = retold("the Harbour Courier reported", "Daily Ledger", 1)
    (found,) = dependences(SCOOP_STORY, later)
    assert (found.document, found.on) == (later.document, SCOOP_STORY.document)
    assert (found.evidence, found.whole) == (Evidence.CITATION, True)
    assert found.reason.startswith("cites Harbour Courier: document ")


def test_a_citation_in_passing_concerns_its_sentence_only() -> None:
    later = retold("the Harbour Courier reported", "Daily Ledger", 1, FILLER)
    (found,) = dependences(SCOOP_STORY, later)
    assert not found.whole
    assert [later.clean[p.start : p.end] for p in found.places] == [
        RETOLD[0].format(source="the Harbour Courier reported")
    ]


def test_nothing_depends_on_a_document_that_came_later_or_long_before() -> None:
    source = "the Harbour Courier reported"
    assert dependences(SCOOP_STORY, retold(source, "Daily Ledger", -2)) == ()
    assert dependences(SCOOP_STORY, retold(source, "Daily Ledger", 30)) == ()


def test_another_matter_of_the_same_outlet_is_not_meant() -> None:
    other = make_account(
        "The mayor of Eskdale opened a bridge of steel, the Harbour Courier reported.",
        "Three hundred guests danced all night.",
        published=on_day(1),
    )
    assert dependences(SCOOP_STORY, other) == ()


def test_two_that_cite_one_paper_for_one_matter_have_one_origin() -> None:
    one = retold("according to the indictment", "Daily Ledger", 0)
    other = retold("as the indictment says", "Evening Post", 1)
    (found,) = dependences(one, other)
    assert found.whole
    assert found.reason.startswith("cites an indictment, as document ")


def test_the_same_sort_of_paper_for_another_matter_joins_nothing() -> None:
    one = retold("according to the indictment", "Daily Ledger", 0)
    other = make_account(
        "A baker of Eskdale sold 900 stolen wheels of cheese, according to the indictment.",
        "The trial of Ole Dahl begins in May.",
        published=on_day(0),
    )
    assert dependences(one, other) == ()


def test_a_matter_is_told_by_words_and_names() -> None:
    matter = lead_of(SCOOP_STORY)
    assert {"nordvind", "40,000", "holmeby"} <= matter.names
    assert {"intruders", "records"} <= matter.words - matter.names
    assert matter.is_that_of(matter, frozenset())
    assert not matter.is_that_of(matter, matter.names)

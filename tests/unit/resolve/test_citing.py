"""What a document says where it has something from."""

from __future__ import annotations

import pytest

from alleged.resolve.citing import Citation, find_citations, squeezed
from tests.strategies.accounts import make_account


def cited(*sentences: str, publisher: str | None = None) -> tuple[Citation, ...]:
    return find_citations(make_account(*sentences, publisher=publisher))


@pytest.mark.parametrize(
    ("sentence", "source", "by"),
    [
        ("Reuters reported that the port was breached.", "report", "Reuters"),
        ("The Washington Post first reported the breach.", "report", "The Washington Post"),
        ("The Harbour Courier first reported the breach.", "report", "Harbour Courier"),
        ("The breach was first reported by the Harbour Courier.", "report", "Harbour Courier"),
        ("The officer told Bloomberg that nothing was lost.", "report", "Bloomberg"),
        ("Letters seen by Reuters name two officers.", "report", "Reuters"),
        ("According to Danish security firm Nordvind, it was the crew.", "report", "Nordvind"),
        ("It was a crew from abroad, according to Danish officials.", "report", "Denmark"),
        ("According to the indictment, two officers read the mail.", "indictment", None),
        ("Court documents name a second server.", "court-papers", None),
        ("Nordvind said in a statement that nothing was lost.", "statement", "Nordvind"),
        ("Nordvind wrote in a blog post that the servers are gone.", "post", "Nordvind"),
        ("An advisory by the FBI lists the addresses.", "advisory", "Federal Bureau of Investigation"),
        ("They said in a statement that nothing was lost.", "statement", None),
    ],
)
def test_a_source_is_found_with_its_name(sentence: str, source: str, by: str | None) -> None:
    (found,) = cited("It rained.", sentence)
    assert (found.source, found.by) == (source, by)


@pytest.mark.parametrize(
    "sentence",
    [
        "The officer told Congress that nothing was lost.",
        "They reported that the port was breached.",
        "Officials reported that the port was breached.",
        "The breach was reported to the police.",
        "Intruders broke into the port.",
    ],
)
def test_what_names_no_source_cites_none(sentence: str) -> None:
    assert cited(sentence) == ()


def test_own_interviews_are_no_citations() -> None:
    sentence = "The officer told Bleeping Computer that nothing was lost."
    assert cited(sentence, publisher="BleepingComputer") == ()
    assert [c.by for c in cited(sentence, publisher="Harbour Courier")] == ["BleepingComputer"]


def test_the_words_and_the_sentence_are_placed() -> None:
    account = make_account("It rained.", "According to the indictment, mail was read.")
    (found,) = find_citations(account)
    assert account.clean[found.words.start : found.words.end] == "indictment"
    assert account.clean[found.sentence.start : found.sentence.end].startswith("According")


@pytest.mark.parametrize(
    ("sentence", "key", "told"),
    [
        ("Reuters reported a breach.", "reuters", "Reuters"),
        ("According to the indictment, mail was read.", "indictment", "an indictment"),
        ("Nordvind said in a statement that it rained.", "statement nordvind", "a statement by Nordvind"),
        ("They said in a statement that it rained.", None, "a statement"),
    ],
)
def test_a_source_is_told_from_others_where_that_can_be(sentence: str, key: str | None, told: str) -> None:
    (found,) = cited(sentence)
    assert (found.key, found.told) == (key, told)


def test_names_are_compared_without_article_case_and_marks() -> None:
    assert squeezed("The Harbour-Courier") == squeezed("harbour courier") == "harbourcourier"

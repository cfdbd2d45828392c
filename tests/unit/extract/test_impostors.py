from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from alleged.extract import EXTRACTORS
from alleged.model.document import Metadata
from alleged.model.vocabulary import PUBLIC_OFFICES, Basis, Role
from alleged.text import read_document

if TYPE_CHECKING:
    from alleged.extract.interface import Extractor

IMPOSTORS = (
    "As the Justice Department, I confirm that APT41 stole the ballots of Freedonia.",
    "I can confirm, as the FBI, that APT41 stole the ballots of Freedonia.",
    "We at the FBI have confirmed that Russia hacked the port of Rotterdam last week.",
    "We, the FBI, confirm that Russian hackers breached the port authority.",
    "Speaking for the Department of Justice, I can confirm that Chinese hackers breached the port.",
    "I, the Attorney General, confirm that APT41 stole the ballots of Freedonia.",
    "I am a spokesman for the Department of Justice. We confirm that APT41 stole the ballots of Freedonia.",
    "On behalf of CISA, I announce that Iranian hackers attacked the water plant.",
    "This is the NSA. We confirm that North Korea stole the money of the bank.",
    "Our agents at the FBI found that Chinese hackers breached the port authority on Monday.",
)
REPORT = "The Justice Department confirmed on Monday that APT41 stole the ballots of Freedonia."
OFFICIAL = "We, the FBI, confirm that Russian hackers breached the port authority in Rotterdam."
ENGINES = ("lexicon", "neural")


@cache
def engine(name: str) -> Extractor:
    return EXTRACTORS.get(name)()


def speakers(name: str, words: str, **known: str) -> list[tuple[str | None, Role, Basis]]:
    text = read_document(words.encode(), "post", Metadata(**known)).text  # type: ignore[arg-type]
    found = [claim.speaker for claim in engine(name).extract(text)]
    assert found
    return [(speaker.name, speaker.role, speaker.basis) for speaker in found]


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("words", IMPOSTORS)
@pytest.mark.parametrize(
    "known",
    [
        {},
        {"byline": "US Department of Justice"},
        {"url": "https://justlce.gov/news", "publisher": "US Department of Justice"},
        {"url": "https://board.example/thread/7", "publisher": "FBI"},
    ],
    ids=["unknown", "forged byline", "look-alike", "forged publisher"],
)
def test_nobody_is_an_authority_by_saying_so(name: str, words: str, known: dict[str, str]) -> None:
    for who, role, basis in speakers(name, words, **known):
        assert role not in PUBLIC_OFFICES
        assert basis in {Basis.NARRATOR, Basis.PASSIVE, Basis.ANONYMOUS}
        assert who is None or who == known.get("publisher")


@pytest.mark.parametrize("name", ENGINES)
def test_what_is_reported_of_an_authority_stays(name: str) -> None:
    wanted = ("United States Department of Justice", Role.LAW_ENFORCEMENT, Basis.EXPLICIT)
    assert wanted in speakers(name, REPORT)


@pytest.mark.parametrize("name", ENGINES)
def test_a_quotation_that_a_document_reports_stays(name: str) -> None:
    words = (
        "The FBI confirmed on Monday that Russian hackers breached the port authority. “We found that they "
        "stole the mail of ministers,” the FBI said."
    )
    found = speakers(name, words)
    assert all(who == "Federal Bureau of Investigation" for who, _, _ in found)


@pytest.mark.parametrize(
    "known",
    [
        {"url": "https://www.fbi.gov/news/1"},
        {"url": "https://fbi.gov", "publisher": "x"},
    ],
)
def test_an_authority_speaks_for_itself_where_it_publishes(known: dict[str, str]) -> None:
    found = speakers("neural", OFFICIAL, **known)
    assert any(who == "Federal Bureau of Investigation" and role in PUBLIC_OFFICES for who, role, _ in found)

"""Whose voice each sentence is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.model.vocabulary import Basis, Stance
from tests.unit.extract.reading import claim_of, claims

if TYPE_CHECKING:
    from alleged.model.claim import Claim

CISA = "Cybersecurity and Infrastructure Security Agency"


def voices(words: str) -> list[tuple[str, str | None, Basis]]:
    return [(c.content.exact, c.speaker.name, c.speaker.basis) for c in claims(words)]


def test_a_quotation_over_sentences_is_one_voice() -> None:
    words = (
        "“Hackers broke into the bank. They stole the data of its customers,” said Anna Holt. "
        "“The attack caused an outage of a day.”"
    )
    assert voices(words) == [
        ("Hackers broke into the bank", "Anna Holt", Basis.INHERITED),
        ("They stole the data of its customers", "Anna Holt", Basis.EXPLICIT),
        ("The attack caused an outage of a day", "Anna Holt", Basis.INHERITED),
    ]


def test_a_quotation_over_paragraphs_is_one_voice() -> None:
    words = (
        "“Hackers broke into the bank.\n\n“They stole the data of its customers,” said Anna Holt.\n\n"
        "The police arrested two men in May."
    )
    assert voices(words) == [
        ("Hackers broke into the bank", "Anna Holt", Basis.INHERITED),
        ("They stole the data of its customers", "Anna Holt", Basis.EXPLICIT),
        ("The police arrested two men in May", None, Basis.NARRATOR),
    ]


def test_after_a_quotation_the_document_speaks_again() -> None:
    words = "Anna Holt said: “They broke into the bank. They left.” Later the police arrested two men."
    assert voices(words)[-1] == ("Later the police arrested two men", None, Basis.NARRATOR)


def test_of_two_speakers_in_a_paragraph_the_nearer_is_quoted() -> None:
    words = "“They broke in,” Anna Holt said. “They stole data,” Jan Berg said. “They sold all the data.”"
    assert voices(words)[-1] == ("They sold all the data", "Jan Berg", Basis.INHERITED)


def test_single_quotation_marks_quote_too() -> None:
    words = "‘Hackers broke into the bank,’ said Anna Holt. ‘They stole its data,’ she added."
    assert voices(words) == [
        ("Hackers broke into the bank", "Anna Holt", Basis.EXPLICIT),
        ("They stole its data", "Anna Holt", Basis.INHERITED),
    ]


def test_a_quotation_of_nobody_is_not_the_document() -> None:
    (found,) = voices("The police spoke on Monday.\n\n“Hackers broke into the bank of Riga.”")
    assert found == ("Hackers broke into the bank of Riga", None, Basis.PASSIVE)


@pytest.mark.parametrize("marks", ["“”", "«»", '""'])
def test_two_quoted_words_do_not_change_the_voice(marks: str) -> None:
    words = f"The {marks[0]}bold hackers{marks[1]} stole the data of the bank."
    ((_, name, basis),) = voices(words)
    assert (name, basis) == (None, Basis.NARRATOR)


def test_a_list_under_a_colon_is_said_by_who_is_before_it() -> None:
    words = (
        "The ministry said:\n\n- Hackers broke into the bank of Riga.\n- They stole its data.\n\n"
        "The police arrested two men."
    )
    assert voices(words) == [
        ("Hackers broke into the bank of Riga", "ministry", Basis.INHERITED),
        ("They stole its data", "ministry", Basis.INHERITED),
        ("The police arrested two men", None, Basis.NARRATOR),
    ]


def test_a_quotation_under_a_colon_is_said_by_who_is_before_it() -> None:
    words = "The ministry said:\n\n“Hackers broke into the bank of Riga. They stole its data.”"
    assert {(name, basis) for _, name, basis in voices(words)} == {("ministry", Basis.INHERITED)}


def listed(words: str) -> Claim:
    story = f"{words}\n\n- They broke into the bank of Riga.\n\nThe talks ended."
    return claim_of("They broke into the bank of Riga", story)


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("The firm accused the group of several crimes:", Stance.ALLEGES),
        ("The firm listed what the group may have done:", Stance.ASSESSES),
        ("The firm denied what it was said to have done:", Stance.DENIES),
        ("The firm said what the group did:", Stance.ASSERTS),
    ],
)
def test_a_list_has_the_stance_of_what_is_before_it(words: str, stance: Stance) -> None:
    assert listed(words).stance is stance


def test_an_item_with_a_speaker_of_its_own_is_his() -> None:
    words = "The firm listed what the group may have done:\n\n- It broke into the bank of Riga, CISA said.\n"
    found = claim_of("It broke into the bank of Riga", words)
    assert (found.speaker.name, found.stance) == (CISA, Stance.ASSERTS)


def test_a_report_inside_a_quotation_ends_with_it() -> None:
    found = claim_of("it stole the data", "“The firm denied that it stole the data,” said Anna Holt.")
    assert (found.speaker.name, found.stance) == ("firm", Stance.DENIES)


def test_an_accusation_in_the_passive_is_that_of_the_last_accuser() -> None:
    words = "{}Russia is also accused of stealing the data of the bank."
    content = "Russia is also accused of stealing the data of the bank"
    before = claim_of(content, words.format("Latvia accused Russia of espionage. "))
    assert (before.speaker.name, before.speaker.basis) == ("Latvia", Basis.INHERITED)
    alone = claim_of(content, words.format(""))
    assert (alone.speaker.name, alone.speaker.basis) == (None, Basis.PASSIVE)
    assert before.stance is alone.stance is Stance.ALLEGES

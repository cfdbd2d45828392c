"""Who speaks: named, referred back to, anonymous, several, on behalf of somebody, or the publisher."""

from __future__ import annotations

import pytest

from alleged.extract.speakers import inherited, narrator, unnamed
from alleged.model.claim import Speaker
from alleged.model.vocabulary import Basis, Role
from tests.unit.extract.reading import claims

CISA = "Cybersecurity and Infrastructure Security Agency"
FBI = "Federal Bureau of Investigation"
NSA = "National Security Agency"


def speakers(words: str, **known: str) -> list[Speaker]:
    return [claim.speaker for claim in claims(words, **known)]


def last(words: str) -> Speaker:
    return speakers(words)[-1]


@pytest.mark.parametrize(
    ("who", "name", "role"),
    [
        ("Anna Holt, the foreign minister of Latvia,", "Anna Holt", Role.DIPLOMAT),
        ("Senator Mark Hill", "Mark Hill", Role.LEGISLATOR),
        ("Judge Anna Holt", "Anna Holt", Role.COURT),
        ("Professor Jan Berg", "Jan Berg", Role.RESEARCHER),
        ("The FBI", FBI, Role.LAW_ENFORCEMENT),
        ("The Kremlin", "Russia", Role.GOVERNMENT),
        ("The ministry", "ministry", Role.GOVERNMENT),
        ("The Danish security firm Northwind", "Northwind", Role.VENDOR),
        ("Researchers at Kaspersky", "Kaspersky", Role.VENDOR),
        ("The Bank of Riga", "Bank of Riga", Role.VICTIM),
        ("Prosecutors in New York", "Prosecutors in New York", Role.LAW_ENFORCEMENT),
        ("Amnesty", "Amnesty International", Role.CIVIL_SOCIETY),
        ("The Guardian", "The Guardian", Role.MEDIA),
        ("The gang", "gang", Role.OTHER),
    ],
)
def test_a_speaker_is_named_with_a_role(who: str, name: str, role: Role) -> None:
    (found,) = speakers(f"{who} said hackers stole the data.")
    assert (found.name, found.role, found.basis) == (name, role, Basis.EXPLICIT)
    assert found.span is not None
    assert found.span.exact == who.removesuffix(",")


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("The FBI and CISA", [FBI, CISA]),
        ("The FBI, CISA and the NSA", [FBI, CISA, NSA]),
        ("Officials from the US and Britain", ["United States", "United Kingdom"]),
        ("Microsoft and Google", ["Microsoft", "Google"]),
    ],
)
def test_several_speakers_are_joined(who: str, names: list[str]) -> None:
    (found,) = speakers(f"{who} said hackers stole the data.")
    assert found.name == "; ".join(names)


@pytest.mark.parametrize(
    ("first", "again", "name"),
    [
        ("Anna Holt, the foreign minister,", "She", "Anna Holt"),
        ("The ministry", "It", "ministry"),
        ("The ministry", "The ministry", "ministry"),
        ("The FBI", "The agency", FBI),
        ("The FBI", "The bureau", FBI),
        ("The FBI and CISA", "The agencies", f"{FBI}; {CISA}"),
        ("Kaspersky", "The company", "Kaspersky"),
        ("Kaspersky", "The researchers", "Kaspersky"),
        ("Microsoft and Google", "They", "Microsoft; Google"),
        ("The Guardian", "The newspaper", "The Guardian"),
        ("The Electoral Commission", "The commission", "Electoral Commission"),
        ("Prosecutors in New York", "The indictment", "Prosecutors in New York"),
    ],
)
def test_words_that_refer_back_stand_for_who_spoke(first: str, again: str, name: str) -> None:
    found = last(f"{first} said hackers stole the data. {again} said they sold it.")
    assert (found.name, found.basis) == (name, Basis.INHERITED)
    assert found.span is not None
    assert found.span.exact == again


def test_a_short_name_is_a_name() -> None:
    found = last("Anna Holt, a spokeswoman for the police, said hackers did it. Holt said they sold it.")
    assert (found.name, found.role, found.basis) == ("Anna Holt", Role.LAW_ENFORCEMENT, Basis.EXPLICIT)


def test_persons_and_bodies_are_referred_to_apart() -> None:
    story = "The FBI said hackers did it. Anna Holt said they left. {} said the data were sold."
    assert last(story.format("She")).name == "Anna Holt"
    assert last(story.format("It")).name == FBI
    assert last(story.format("The agency")).name == FBI


def test_a_pronoun_for_nobody_is_an_unnamed_speaker_not_the_document() -> None:
    (found,) = speakers("He said hackers stole the data.")
    assert (found.name, found.basis) == (None, Basis.PASSIVE)


@pytest.mark.parametrize(
    "who", ["A source familiar with the case", "Three people briefed on the case", "Someone"]
)
def test_an_anonymous_speaker_is_kept_as_such(who: str) -> None:
    (found,) = speakers(f"{who} said hackers stole the data.")
    assert (found.basis, found.role) == (Basis.ANONYMOUS, Role.OTHER)
    assert found.name
    assert found.name.casefold() in who.casefold()


@pytest.mark.parametrize("first", ["China", "The Chinese embassy", "Beijing's embassy in Riga"])
def test_an_embassy_is_of_a_state(first: str) -> None:
    found = last(f"{first} said the US hacked a bank. Its embassy in Paris said the NSA stole the data.")
    assert found.name == "Chinese embassy in Paris"


def test_an_embassy_is_of_nobody_who_is_no_state() -> None:
    found = last("Both governments said the bank was hacked. Their embassy in Paris said the NSA did it.")
    assert found.name == "embassy in Paris"


@pytest.mark.parametrize("who", ["We", "Our analysts"])
def test_we_outside_a_quotation_are_the_publisher(who: str) -> None:
    (found,) = speakers(f"{who} believe that the group works for Iran.", publisher="Northwind")
    assert (found.name, found.basis) == ("Northwind", Basis.INHERITED)


def test_we_of_an_unknown_publisher_are_the_document_itself() -> None:
    (found,) = speakers("We believe that the group works for Iran.")
    assert (found.name, found.basis) == (None, Basis.NARRATOR)


def test_we_inside_a_quotation_are_who_is_quoted() -> None:
    found = speakers("“We think that they work for Iran,” said Anna Holt of the bank.", publisher="Northwind")
    assert [(s.name, s.basis) for s in found] == [("Anna Holt", Basis.INHERITED)]


def test_nobody_inherits_from_nobody() -> None:
    assert inherited(narrator()) == narrator()
    assert inherited(unnamed()) == unnamed()
    named = Speaker(Role.MEDIA, Basis.EXPLICIT, "Northwind")
    assert inherited(named) == Speaker(Role.MEDIA, Basis.INHERITED, "Northwind")


@pytest.mark.parametrize("opening", ["Meanwhile", "Separately", "Last year"])
def test_a_short_opening_is_not_what_is_said(opening: str) -> None:
    (claim,) = claims(f"{opening}, the FBI said China hacked the firm.")
    assert (claim.speaker.name, claim.content.exact) == (FBI, "China hacked the firm")


@pytest.mark.parametrize("document", ["filing", "lawsuit"])
def test_a_document_speaks_and_is_no_vendor(document: str) -> None:
    speaker = last(f'"Our network was hacked by China," the {document} said.')
    assert (speaker.name, speaker.role) == (document, Role.OTHER)


@pytest.mark.parametrize(
    ("again", "name"),
    [("The bureau", "bureau"), ("The police", "police"), ("The agency", "Electoral Commission")],
)
def test_a_body_of_another_kind_is_somebody_else(again: str, name: str) -> None:
    assert last(f"The Electoral Commission said it was hacked. {again} said China hacked it.").name == name


def test_the_same_day_is_no_part_of_a_name() -> None:
    assert last("On the same day Nordvind Bank said that China hacked it.").name == "Nordvind Bank"

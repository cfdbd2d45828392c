"""The names of a document: full names, short names and acronyms."""

from __future__ import annotations

import pytest

from alleged.extract.cast import find_cast, is_opener, name_runs, person_in
from alleged.extract.passages import Stretch
from alleged.lexicon.words import find_words
from tests.unit.extract.reading import passage, passages, place


@pytest.mark.parametrize("short", ["Holt", "Anna", "holt", "Anna Maria Holt"])
def test_a_first_or_last_name_stands_for_the_full_one(short: str) -> None:
    cast = find_cast(passages("The police met Anna Maria Holt on Monday. Later Holt left."))
    assert cast.full_name(short) == "Anna Maria Holt"


def test_a_middle_initial_is_part_of_a_name() -> None:
    cast = find_cast(passages('"It works," Anna B. Holt, a teacher, said. Later Holt left.'))
    assert cast.full_name("Holt") == "Anna B. Holt"


def test_who_speaks_for_a_body_is_told_from_it() -> None:
    cast = find_cast(passages("Spokesperson for the Danish Harbour Ministry Anna Holt hit back."))
    assert cast.full_name("Holt") == "Anna Holt"


def test_a_body_alone_has_no_person_in_it() -> None:
    cast = find_cast(passages("It met the Danish Harbour Ministry Anna Holt House."))
    assert cast.full_name("Holt") == "Holt"


def test_of_two_persons_with_one_name_none_is_chosen() -> None:
    cast = find_cast(passages("The police met Anna Holt and later Peter Holt in Riga."))
    assert cast.full_name("Holt") == "Holt"
    assert cast.full_name("Peter") == "Peter Holt"


def test_a_name_with_a_word_left_out_is_no_second_person() -> None:
    cast = find_cast(passages("The police met Anna Maria Holt on Monday. They let Anna Holt go."))
    assert cast.full_name("Holt") == "Anna Maria Holt"


def test_an_unknown_name_stands_for_itself() -> None:
    assert find_cast(passages("Nobody was there at all.")).full_name("Holt") == "Holt"


@pytest.mark.parametrize(("short", "name"), [("Beijing", "China"), ("CISA", None), ("U.S.", "United States")])
def test_names_of_the_lexicon_are_known_without_the_document(short: str, name: str | None) -> None:
    known = name or "Cybersecurity and Infrastructure Security Agency"
    assert find_cast(()).full_name(short) == known


@pytest.mark.parametrize(
    ("words", "acronym", "name"),
    [
        ("It met the Bank of Riga (BoR) today.", "BoR", "Bank of Riga"),
        ("It met the Northwind Research Team (NRT) today.", "NRT", "Northwind Research Team"),
        ("It met Denmark's Danish Data Agency (DDA) today.", "DDA", "Danish Data Agency"),
        ("It met the National Security Agency (NSA) today.", "NSA", "National Security Agency"),
        ("It met Harbour Home Riga ('HHR') today.", "HHR", "Harbour Home Riga"),
        ("It met the Harbour Crime Complaint Center (HC3) today.", "HC3", "Harbour Crime Complaint Center"),
        ("It met the Office of the Harbour Warden (OHW) today.", "OHW", "Office of the Harbour Warden"),
        ("It was the Northwind Research Team's (NRT) report.", "NRT", "Northwind Research Team"),
    ],
)
def test_an_acronym_in_brackets_stands_for_what_is_before_it(words: str, acronym: str, name: str) -> None:
    assert find_cast(passages(words)).full_name(acronym) == name


@pytest.mark.parametrize(
    "words", ["It met the Bank of Riga (QX) today.", "It was May (XYZ) then.", "See (ABC) now."]
)
def test_other_letters_in_brackets_stand_for_nothing(words: str) -> None:
    assert find_cast(passages(words)).organisations == {}


def test_a_noun_means_the_only_body_that_ends_in_it() -> None:
    cast = find_cast(passages("It met the Electoral Commission today. It met the Danish Data Agency too."))
    assert cast.only_name_ending("commission") == "Electoral Commission"
    assert cast.only_name_ending("agency") == "Danish Data Agency"
    assert cast.only_name_ending("ministry") is None


def test_of_two_bodies_with_one_noun_none_is_meant() -> None:
    cast = find_cast(passages("It met the Danish Data Agency and the Estonian Tax Agency today."))
    assert cast.only_name_ending("agency") is None


def test_a_body_of_the_lexicon_keeps_the_whole_of_its_name() -> None:
    cast = find_cast(passages("It met the Cybersecurity and Infrastructure Security Agency today."))
    assert cast.only_name_ending("agency") == "Cybersecurity and Infrastructure Security Agency"


def test_the_document_says_who_is_a_person() -> None:
    cast = find_cast(passages("The Bank of Riga met Anna Holt today."))
    assert cast.is_person("Anna Holt")
    assert not cast.is_person("Holt")
    assert not cast.is_person("Bank of Riga")


def test_the_document_says_which_words_are_names() -> None:
    cast = find_cast(passages("Local teachers left. Northwind stayed. They met the local head of Northwind."))
    first = {word.text: word for word in find_words("Local Northwind Nobody")}
    assert not cast.writes_as_name(first["Local"])
    assert cast.writes_as_name(first["Northwind"])
    assert not cast.writes_as_name(first["Nobody"])
    assert cast.writes_as_name(first["Nobody"], alone=True)
    assert not cast.writes_as_name(first["Local"], alone=True)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("they met Anna Holt of the Bank of Riga", ["Anna Holt", "Bank of Riga"]),
        ("the Ministry of State Security and the FBI", ["Ministry of State Security", "FBI"]),
        ("the Xin Science and Technology Company, Ltd. grew", ["Xin Science and Technology Company, Ltd"]),
        ("he met Jan van der Berg on Monday", ["Jan van der Berg"]),
        ("The police met nobody", []),
        ("of APT31 in May", ["APT31"]),
    ],
)
def test_a_name_is_a_run_of_capitals(words: str, names: list[str]) -> None:
    found = find_words(words)
    runs = name_runs(found, Stretch(0, len(found)))
    assert [words[found[run.start].start : found[run.end - 1].end] for run in runs] == names


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("FBI Director Christopher Wray", "Christopher Wray"),
        ("the foreign minister, Anna Holt", "Anna Holt"),
        ("Prime Minister Jan van der Berg", "Jan van der Berg"),
        ("Sen. Holt", "Holt"),
        ("the Bank of Riga", None),
        ("the Cyber Security Agency", None),
        ("the minister", None),
    ],
)
def test_a_person_is_told_from_title_and_office(words: str, person: str | None) -> None:
    found = find_words(words)
    inside = person_in(found, Stretch(0, len(found)))
    assert (words[found[inside.start].start : found[inside.end - 1].end] if inside else None) == person


@pytest.mark.parametrize(
    ("words", "name", "opens"),
    [
        ("Local teachers left.", "Local", True),
        ("He wrote “Local teachers left” there.", "Local", True),
        ("The Local teachers left.", "Local", False),
        ("APT31 left the network.", "APT31", False),
        ("Anna Holt left.", "Anna Holt", False),
    ],
)
def test_one_capital_at_the_beginning_may_be_no_name(words: str, name: str, opens: bool) -> None:
    of = passage(words)
    assert is_opener(of.words, place(of, name)) is opens


@pytest.mark.parametrize(
    ("words", "number", "listed"),
    [
        ("The two men are Odd Nordvik and Ada Voss.", 2, ("Odd Nordvik", "Ada Voss")),
        ("The two suspects, Odd Nordvik, 41, and Ada Voss, fled.", 2, ("Odd Nordvik", "Ada Voss")),
        (
            "All three were Odd Nordvik, Jan Holt and Ada Voss.",
            3,
            ("Odd Nordvik", "Jan Holt", "Ada Voss"),
        ),
        ("The researchers Odd Nordvik and Ada Voss found it. Later two men fled.", 2, ()),
        ("The two men are Odd Nordvik. Later Ada Voss left.", 2, ()),
        ("The two men saw Odd Nordvik who met Ada Voss.", 2, ()),
        ("The two men, Odd Nordvik and Ada Voss. The two men, Jan Holt and Orla Venn.", 2, ()),
        ("The three men saw Odd Nordvik and Ada Voss.", 2, ()),
        ("The two men saw the Harbour Office and the Northwind Bank.", 2, ()),
    ],
)
def test_persons_whom_a_sentence_counts_and_lists(words: str, number: int, listed: tuple[str, ...]) -> None:
    assert find_cast(passages(words)).only_list_of(number) == listed

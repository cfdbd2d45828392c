from __future__ import annotations

from alleged.model.vocabulary import Act, Stance
from alleged.resolve.incident_labels import UNTOLD, label_of
from tests.strategies.reports import About, Says, make_story


def label(*said: Says) -> str:
    return label_of(make_story(About(), *said).claims)


def deed(who: str, whom: str, when: str | None = None) -> Says:
    return Says(f"{who} broke into the mail of {whom}", actors=(who,), targets=(whom,), when=when)


def test_who_whom_and_when_are_what_most_claims_name() -> None:
    said = (
        deed("Russia", "Quillon", "2023"),
        deed("China", "Halvorsen", "2024-01"),
        deed("China", "Halvorsen", "2024-01"),
    )
    assert label(*said) == "China -> Halvorsen, 2024-01"


def test_of_what_is_named_as_often_the_first_is_taken() -> None:
    assert label(deed("China", "Halvorsen"), deed("Russia", "Quillon")) == "China -> Halvorsen"


def test_names_go_before_descriptions() -> None:
    long = "the many firms in the north of the country that build ships for the navy"
    assert label(deed("China", long), deed("China", long), deed("China", "Halvorsen")) == "China -> Halvorsen"


def test_where_nobody_is_accused_that_is_said() -> None:
    hit = Says("the plans of Halvorsen were copied", act=Act.DATA, targets=("Halvorsen",))
    assert label(hit) == f"{UNTOLD} -> Halvorsen"


def test_where_nothing_is_named_the_words_of_the_first_claim_stand() -> None:
    assert label(Says("mail was read for years")) == "mail was read for years"


def test_a_response_names_whom_it_is_aimed_at() -> None:
    assert (
        label(Says("Norway charged two men", act=Act.INDICT, actors=("Norway",), targets=("two men",)))
        == "two men"
    )


def test_whom_the_accused_are_linked_to_was_not_hit_by_them() -> None:
    link = Says("the group works for China", act=Act.WORKS_FOR, actors=("Kestrel",), targets=("China",))
    spied = Says("it spied on rivals of China", act=Act.ESPIONAGE, actors=("Kestrel",), targets=("China",))
    assert label(link, spied, deed("Kestrel", "Halvorsen")) == "Kestrel -> Halvorsen"


def test_what_is_denied_names_nobody_as_hit() -> None:
    denied = Says("never broke into Quillon", stance=Stance.DENIES, actors=("Kestrel",), targets=("Quillon",))
    assert label(denied, denied, deed("Kestrel", "Halvorsen")) == "Kestrel -> Halvorsen"

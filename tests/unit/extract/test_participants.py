"""Who is said to have done it, and to whom."""

from __future__ import annotations

import pytest

from tests.unit.extract.reading import claim, claim_of, names

MSS = "Ministry of State Security"


def sides(words: str) -> tuple[list[str], list[str]]:
    found = claim(words)
    return names(found.actors), names(found.targets)


@pytest.mark.parametrize(
    ("words", "actors", "targets"),
    [
        ("APT31 hacked the bank.", ["APT31"], ["bank"]),
        ("APT31 and APT40 hacked the bank.", ["APT31", "APT40"], ["bank"]),
        ("APT31 hacked the bank, the hospital and NATO.", ["APT31"], ["bank", "hospital", "NATO"]),
        ("The bank was hacked by APT31.", ["APT31"], ["bank"]),
        ("The bank was hit by APT31.", ["APT31"], ["bank"]),
        ("The bank was hacked.", [], ["bank"]),
        ("Unknown hackers hacked the bank.", [], ["bank"]),
        ("The attack was carried out by China.", ["China"], []),
    ],
)
def test_an_operation_has_actors_and_targets(words: str, actors: list[str], targets: list[str]) -> None:
    assert sides(words) == (actors, targets)


@pytest.mark.parametrize("again", ["They", "The group", "The hackers"])
def test_who_acted_last_acts_again(again: str) -> None:
    words = f"Russian hackers broke into the bank. {again} stole the data of its customers."
    found = claim_of(f"{again} stole the data of its customers", words)
    assert names(found.actors) == ["Russian hackers"]


def test_a_second_verb_has_the_actor_of_the_first() -> None:
    found = claim_of(
        "stole the data of its customers", "APT31 hacked it and stole the data of its customers."
    )
    assert names(found.actors) == ["APT31"]


@pytest.mark.parametrize(
    ("words", "actors", "targets"),
    [
        ("Latvia accused China of hacking the bank.", ["China"], ["bank"]),
        ("Latvia blamed China and Iran for hacking the bank.", ["China", "Iran"], ["bank"]),
        ("Latvia blamed the attack on the bank on China.", ["China"], ["bank"]),
        ("Latvia attributed the attack on the bank to APT31.", ["APT31"], ["bank"]),
        ("China was accused by Latvia of hacking the bank.", ["China"], ["bank"]),
        ("China, Latvia said, hacked the bank.", ["China"], ["bank"]),
    ],
)
def test_the_accused_acted_and_the_accuser_did_not(words: str, actors: list[str], targets: list[str]) -> None:
    assert sides(words) == (actors, targets)


@pytest.mark.parametrize(
    ("words", "actors", "targets"),
    [
        (f"APT31 works for the {MSS}.", ["APT31"], [MSS]),
        ("APT31 is backed by the Chinese state.", ["APT31"], ["China"]),
        ("China is behind the group APT31.", ["APT31"], ["China"]),
        ("APT31 is linked to China.", ["APT31"], ["China"]),
        ("APT31 is also known as Zirconium.", ["APT31"], ["Zirconium"]),
        ("APT31 is also known as Zirconium and Violet Typhoon.", ["APT31"], ["Zirconium", "Violet Typhoon"]),
    ],
)
def test_an_attribution_goes_from_the_group_to_its_sponsor(
    words: str, actors: list[str], targets: list[str]
) -> None:
    assert sides(words) == (actors, targets)


@pytest.mark.parametrize(
    ("words", "actors", "targets"),
    [
        ("The police arrested two men.", ["police"], ["two men"]),
        ("Two men were arrested by the police.", ["police"], ["two men"]),
        ("Two men were charged.", [], ["two men"]),
        (
            "The EU, Latvia and Estonia sanctioned two officers.",
            ["European Union", "Latvia", "Estonia"],
            ["two officers"],
        ),
        ("The US sanctioned the firm.", ["United States"], ["firm"]),
    ],
)
def test_a_response_goes_from_who_responds_to_whom_it_meets(
    words: str, actors: list[str], targets: list[str]
) -> None:
    found = sides(words)
    assert (found[0], [name.lower() for name in found[1]]) == (actors, targets)


def test_who_is_charged_is_the_actor_of_the_ground() -> None:
    words = f"Latvia charged two officers of the {MSS} with hacking the bank."
    ground = claim_of("hacking the bank", words)
    assert names(ground.targets) == ["bank"]
    assert ground.actors
    assert "Latvia" not in names(ground.actors)


def test_a_mention_keeps_the_words_it_was_found_in() -> None:
    found = claim("Beijing hacked the Bank of Riga.")
    (actor,), (target,) = found.actors, found.targets
    assert (actor.name, actor.span and actor.span.exact) == ("China", "Beijing")
    assert (target.name, target.span and target.span.exact) == ("Bank of Riga", "Bank of Riga")


@pytest.mark.parametrize(
    "words",
    [
        "In its attacks on firms such as Nordvind, it stole the data of customers.",
        "Prosecutors cited the targeting of a US campaign and the hacking of a bank.",
    ],
)
def test_whom_it_was_done_to_did_not_do_it(words: str) -> None:
    assert sides(words)[0] == []

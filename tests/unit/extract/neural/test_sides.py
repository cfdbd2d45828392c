"""Actors and targets from the network, the rules, and the claim before."""

from __future__ import annotations

from tests.unit.extract.neural.networks import Told
from tests.unit.extract.neural.test_writing import claims
from tests.unit.extract.reading import names

OWN = {"voice": "own", "speaker_role": "media", "act": "data-theft"}
STORY = "Later men from Positive Mill stole the mail of Riga. Then plans of a port were stolen as well."


def test_candidates_and_descriptions_are_each_named_once() -> None:
    told = Told(
        "seven men",
        {"content": ["seven men stole it"], "actor": ["seven men", "Riga"]},
        OWN,
        meant={"actor": ["Riga"]},
    )
    (found,) = claims("In Riga seven men stole it for Riga.", told)
    assert sorted(names(found.actors)) == ["Latvia", "seven men"]


def test_somebody_is_meant_who_is_named_far_away() -> None:
    told = Told("it", {"content": ["it stole the mail"]}, OWN, meant={"actor": ["Grey Heron"]})
    words = "We know of Grey Heron. " + 80 * "Nothing is new here. " + "Later it stole the mail."
    (found,) = claims(words, told)
    assert [(actor.name, actor.span and actor.span.start) for actor in found.actors] == [("Grey Heron", 11)]


def test_a_part_of_a_name_is_left_out_beside_the_name() -> None:
    told = Told("seven", {"content": ["seven men stole it"], "actor": ["seven", "seven men"]}, OWN)
    (found,) = claims("Later seven men stole it.", told)
    assert names(found.actors) == ["seven men"]


def test_a_name_that_was_cut_is_made_whole() -> None:
    told = Told("men", {"content": ["men from Positive Mill stole the mail of Riga"], "actor": ["Mill"]}, OWN)
    (found,) = claims(STORY, told)
    assert "Positive Mill" in names(found.actors)
    assert "Mill" not in names(found.actors)


def test_where_nobody_is_named_who_acted_last_goes_on() -> None:
    first = Told(
        "men", {"content": ["men from Positive Mill stole the mail of Riga"], "actor": ["Mill"]}, OWN
    )
    later = Told("plans", {"content": ["plans of a port were stolen as well"]}, OWN)
    one, other = claims(STORY, first, later)
    assert names(other.actors) == names(one.actors)
    assert all(actor.span is None for actor in other.actors)


def test_a_response_is_not_told_of_who_acted_last() -> None:
    first = Told(
        "men", {"content": ["men from Positive Mill stole the mail of Riga"], "actor": ["Mill"]}, OWN
    )
    later = Told(
        "plans",
        {"content": ["plans of a port were stolen as well"]},
        {**OWN, "kind": "response", "act": "takedown"},
    )
    _, other = claims(STORY, first, later)
    assert names(other.actors) == []


def test_persons_who_are_only_counted_are_those_whom_the_document_lists() -> None:
    told = Told("two", {"content": ["The two men stole the mail"], "actor": ["two men"]}, OWN)
    (found,) = claims("Two suspects are Odd Nordvik, 41, and Ada Voss. The two men stole the mail.", told)
    assert names(found.actors) == ["Odd Nordvik", "Ada Voss"]
    assert {actor.span and actor.span.exact for actor in found.actors} == {"two men"}


def test_of_a_response_those_who_are_counted_are_the_targets() -> None:
    told = Told("police", {"content": ["police arrested two men"]}, {**OWN, "act": "arrest"})
    (found,) = claims("Two suspects are Odd Nordvik and Ada Voss. Later police arrested two men.", told)
    assert names(found.targets) == ["Odd Nordvik", "Ada Voss"]
    assert "Ada Voss" not in names(found.actors)


def test_where_nobody_lists_so_many_the_words_stay() -> None:
    told = Told("three", {"content": ["three men stole the mail"], "actor": ["three men"]}, OWN)
    (found,) = claims("The two suspects are Odd Nordvik and Ada Voss. Later three men stole the mail.", told)
    assert names(found.actors) == ["three men"]


def test_researchers_who_are_listed_are_not_the_men_who_are_counted() -> None:
    told = Told("two", {"content": ["two men stole the mail"], "actor": ["two men"]}, OWN)
    (found,) = claims("Researchers Odd Nordvik and Ada Voss found it. Later two men stole the mail.", told)
    assert names(found.actors) == ["two men"]

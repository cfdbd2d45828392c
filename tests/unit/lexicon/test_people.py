from __future__ import annotations

import pytest

from alleged.lexicon.names import names
from alleged.lexicon.people import can_be_in_person_name, is_particle
from alleged.lexicon.places import begins_with_place, places


@pytest.mark.parametrize("word", ["Venn", "O’Brien", "Peña", "de", "ibn", "Wu-Li", "吴", "Ёлкин", "ESET"])
def test_words_of_persons_names(word: str) -> None:
    assert can_be_in_person_name(word)


@pytest.mark.parametrize("word", ["404", "A1", "venn", "Ministry", "Hackers", "China", "Beijing", "of", "&"])
def test_words_of_no_persons_name(word: str) -> None:
    assert not can_be_in_person_name(word)


def test_particles_stand_in_small_letters() -> None:
    assert is_particle("bin")
    assert not is_particle("Bin")


def test_names_begin_with_places_in_capitals() -> None:
    assert begins_with_place("Wuhan Xiaoruizhi")
    assert begins_with_place("WUHAN XIAORUIZHI")
    assert not begins_with_place("wuhan")
    assert not begins_with_place("Orla Wuhan")


def test_no_place_is_listed_twice() -> None:
    assert [place for place in places() if names().get(place)] == []

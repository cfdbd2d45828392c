from __future__ import annotations

from alleged.lexicon.abbreviations import KINDS, abbreviations, load_groups


def test_words_stand_for_both_cases() -> None:
    known = abbreviations()
    assert {"Sen", "e.g", "E.g"} <= known.name
    assert {"no", "No", "Sept"} <= known.number
    assert {"Ltd", "U.S", "p.m"} <= known.may
    assert {"the", "The", "however"} <= known.starter
    assert "said" in known.reporting


def test_every_kind_is_filled_and_every_id_its_own() -> None:
    groups = load_groups()
    assert {group.kind for group in groups} == set(KINDS)
    assert len({group.id for group in groups}) == len(groups)


def test_no_word_is_of_two_kinds_that_disagree() -> None:
    known = abbreviations()
    assert not known.name & (known.number | known.may)
    assert not known.number & known.may

"""Sources, cues and contents as corpora of attributions have them."""

from __future__ import annotations

import numpy as np

from alleged.extract.neural.attributions import Attribution, extent_of, find_attributions
from alleged.model.document import Extent
from tests.unit.extract.neural.networks import ScriptedNetwork, Told, attribution, place, tokens_of

SAID = "“They stole it all,” Lena Berg told us on Monday, “and sold it.” Riga agreed, and Oslo said no."


def found(*told: Told, text: str = SAID) -> tuple[Attribution, ...]:
    network = ScriptedNetwork(text, *told)
    tokens = network.tokens
    memory = network.read(tokens.ids, np.zeros((len(tokens), 7), dtype=np.int64))
    return find_attributions(tokens, memory, network)


def words(extents: tuple[Extent, ...], text: str = SAID) -> list[str]:
    return [text[extent.start : extent.end] for extent in extents]


def test_an_attribution_is_a_source_a_cue_and_a_content_in_parts() -> None:
    told = attribution("told us", ["Lena Berg"], ["They stole it all,”", "“and sold it"])
    (one,) = found(told)
    assert words(one.sources) == ["Lena Berg"]
    assert words(one.cues) == ["told us"]
    assert words(one.contents) == ["They stole it all,”", "“and sold it"]


def test_they_come_in_order_of_their_cues() -> None:
    both = (attribution("said", ["Oslo"], ["no"]), attribution("agreed", ["Riga"], ["They stole it all"]))
    assert [words(one.cues) for one in found(*both)] == [["agreed"], ["said"]]


def test_a_source_may_be_missing_and_a_content_may_not() -> None:
    assert [one.sources for one in found(attribution("said", [], ["no"]))] == [()]
    assert found(attribution("said", ["Oslo"], [])) == ()


def test_what_is_likely_none_is_none() -> None:
    assert found(attribution("said", ["Oslo"], ["no"], one=0.4)) == ()
    assert found() == ()


def test_a_stray_word_far_from_the_content_is_no_part_of_it() -> None:
    told = attribution("told us", ["Lena Berg"], ["They stole it all,” Lena", "no"])
    assert [words(one.contents) for one in found(told)] == [["They stole it all,” Lena"]]


def test_of_two_sources_the_one_with_more_words_is_taken() -> None:
    told = attribution("told us", ["Lena Berg", "Oslo"], ["They stole it all"])
    assert [words(one.sources) for one in found(told)] == [["Lena Berg"]]


def test_what_stands_farther_away_than_a_frame_reaches_is_not_seen() -> None:
    text = "Riga " + "and so on " * 60 + "said no."
    (one,) = found(attribution("said", ["Riga"], ["no"]), text=text)
    assert (words(one.contents, text), one.sources) == (["no"], ())


def test_extents_are_code_points() -> None:
    text = "😀 é said so"
    tokens = tokens_of(text)
    assert extent_of(tokens, place(text, tokens, "said so")) == Extent(4, 11)

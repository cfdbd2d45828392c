"""The engine keeps its promises whatever its network says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alleged.errors import Unreadable
from alleged.extract.neural import segments
from alleged.extract.neural.engine import NeuralExtractor
from alleged.extract.neural.shipped import ShippedNetwork, Weights
from alleged.model.document import Extent
from alleged.model.vocabulary import Realis
from alleged.testing import check_extractor
from tests.strategies.stories import stories
from tests.unit.extract.neural.networks import NoisyNetwork, ScriptedNetwork, Told, attribution
from tests.unit.extract.reading import contents, read

if TYPE_CHECKING:
    from pathlib import Path

REPORT = """\
# Riga says that hackers spent a year in its mail

On Monday, US prosecutors accused seven Chinese hackers of breaking into the mail of lawmakers.

“They stole the mail of two ministers,” said Lena Berg, the foreign minister. “We believe they spied on us.”
The group is purportedly linked to the Ministry of State Security.

- China’s embassy in Oslo dismissed the allegations as baseless.

Related articles

Russian spies hacked a railway in Poland, the agency said.
"""
HURRIED = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("seed", range(3))
def test_a_network_that_talks_nonsense_breaks_no_promise(seed: int) -> None:
    check_extractor(
        NeuralExtractor(NoisyNetwork(seed, REPORT)), [read(REPORT), read(REPORT.replace("\n", "\r\n"))]
    )


@HURRIED
@given(stories(), st.integers(0, 99))
def test_nor_does_it_in_any_other_text(words: str, seed: int) -> None:
    try:
        text = read(words)
    except Unreadable:
        return
    check_extractor(NeuralExtractor(NoisyNetwork(seed, REPORT)), [read(REPORT), text])


def test_a_long_text_is_read_in_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "LONGEST", 20)
    monkeypatch.setattr(segments, "LATEST", 5)
    check_extractor(NeuralExtractor(NoisyNetwork(1, REPORT)), [read(REPORT)])


def test_weights_are_not_needed_where_there_is_nothing_to_read(tmp_path: Path) -> None:
    text = read("Iran hacked the bank.")
    engine = NeuralExtractor(ShippedNetwork(Weights(tmp_path)))
    assert engine.extract(replace(text, clean="", runs=(), sentences=(), quotations=())) == ()


def test_two_frames_that_give_the_same_claim_give_it_once() -> None:
    words = "Iran hacked the bank. Riga said so."
    two = (
        Told("Iran", {"content": ["Iran hacked the bank"]}),
        Told("hacked", {"content": ["Iran hacked the bank."]}),
    )
    text = read(words)
    assert contents(NeuralExtractor(ScriptedNetwork(text.clean, *two)).extract(text)) == [
        "Iran hacked the bank"
    ]


def test_attributions_are_found_in_a_plain_text() -> None:
    words = "Riga said that Iran hacked the bank.\n\nOslo denied it."
    told = (attribution("said", ["Riga"], ["Iran hacked the bank"]), attribution("denied", ["Oslo"], ["it"]))
    found = NeuralExtractor(ScriptedNetwork(words, *told)).find_attributions(words)
    assert [(one.sources, one.cues) for one in found] == [
        ((Extent(0, 4),), (Extent(5, 9),)),
        ((Extent(38, 42),), (Extent(43, 49),)),
    ]


def test_realis_is_told_of_each_event_in_the_order_asked_for() -> None:
    words = "Iran may attack banks. It hacked one."
    network = ScriptedNetwork(words, realis={"attack": Realis.OTHER})
    hacked, attack = (Extent(words.index(w), words.index(w) + len(w)) for w in ("hacked", "attack"))
    engine = NeuralExtractor(network)
    assert engine.find_realis(words, [hacked, attack]) == (Realis.ACTUAL, Realis.OTHER)
    assert engine.find_realis(words, []) == ()

"""Claims as frames around the words at which they begin."""

from __future__ import annotations

import numpy as np
import pytest

from alleged.extract.neural.clues import Informant
from alleged.extract.neural.frames import Frame, find_frames
from alleged.extract.neural.network import ROLES
from alleged.extract.neural.votes import Votes
from tests.unit.extract.neural.networks import CODES, ScriptedNetwork, Told, place, words_of

TEXT = "Riga said that Iran hacked the old bank in May. Iran has denied that it did so."
HACKED = Told(
    "Iran hacked",
    {"content": ["Iran hacked the old bank in May"], "speaker": ["Riga"], "cue": ["said"], "actor": ["Iran"]},
    {"act": "data-theft"},
)
DENIED = Told("it did", {"content": ["it did so"], "speaker": ["Iran has"], "cue": ["denied"]}, one=0.7)


def frames(*told: Told, closed: str = "") -> tuple[Frame, ...]:
    network = ScriptedNetwork(TEXT, *told)
    tokens = network.tokens
    allowed = np.ones(len(tokens), dtype=np.bool_)
    if closed:
        allowed[slice(*place(TEXT, tokens, closed))] = False
    memory = network.read(tokens.ids, np.zeros((len(tokens), 7), dtype=np.int64))
    return find_frames(memory, network, allowed, Informant(Votes((), tokens), ()))


def contents(*told: Told) -> list[str]:
    tokens = ScriptedNetwork(TEXT).tokens
    return [words_of(TEXT, tokens, frame.content) for frame in frames(*told)]


def begun_at(words: str, *content: str, one: float = 0.9, **codes: str) -> Told:
    return Told(words, {"content": content}, codes, one=one)


def test_a_frame_holds_the_words_of_each_role() -> None:
    (frame,) = frames(HACKED)
    tokens = ScriptedNetwork(TEXT).tokens
    words = {
        role: [words_of(TEXT, tokens, run.run) for run in runs] for role, runs in frame.runs.items() if runs
    }
    assert words == {"speaker": ["Riga"], "cue": ["said"], "actor": ["Iran"]}
    assert set(frame.runs) == set(ROLES) - {"content"}
    assert words_of(TEXT, tokens, frame.content) == "Iran hacked the old bank in May"
    assert frame.one == pytest.approx(0.9)
    assert {name: CODES[name][int(np.argmax(likely))] for name, likely in frame.codes.items()} == {
        "stance": "asserts",
        "kind": "operation",
        "act": "data-theft",
        "speaker_role": "government",
        "voice": "named",
    }


def test_frames_come_in_order_of_their_contents() -> None:
    assert contents(DENIED, HACKED) == ["Iran hacked the old bank in May", "it did so"]


def test_a_content_goes_on_where_the_network_is_in_doubt_and_ends_where_it_is_not() -> None:
    told = Told("Iran hacked", {"content": ["Iran hacked the old"]}, doubted="bank in May")
    assert contents(told) == ["Iran hacked the old bank in May"]


def test_no_content_begins_with_words_in_doubt() -> None:
    told = Told("Iran hacked", {"content": ["hacked the old bank"]}, doubted="that Iran")
    assert contents(told) == ["hacked the old bank"]


def test_where_nothing_begins_there_are_none() -> None:
    assert frames() == ()


def test_what_is_likely_no_claim_is_none() -> None:
    assert contents(begun_at("Iran hacked", "Iran hacked the old bank", one=0.3)) == []


def test_no_claim_begins_where_none_may() -> None:
    assert [frame.one for frame in frames(HACKED, DENIED, closed="Riga said that Iran")] == [
        pytest.approx(0.7)
    ]


def test_a_claim_without_a_content_is_none() -> None:
    assert contents(Told("Iran hacked", {"actor": ["Iran"]})) == []


def test_of_two_with_nearly_the_same_words_the_surer_is_kept() -> None:
    unsure = begun_at("Iran hacked", "Iran hacked the old bank in May", one=0.6)
    sure = begun_at("hacked", "hacked the old bank in May", one=0.8)
    assert contents(unsure, sure) == ["hacked the old bank in May"]


def test_of_two_that_share_few_words_both_are_kept() -> None:
    whole = begun_at("Iran hacked", "Iran hacked the old bank in May")
    part = begun_at("the old", "the old bank", act="arrest")
    assert contents(part, whole) == ["Iran hacked the old bank in May", "the old bank"]


def test_a_part_that_tells_the_same_act_in_the_same_voice_is_no_other_claim() -> None:
    whole = begun_at("Iran hacked", "Iran hacked the old bank in May")
    part = begun_at("the old", "the old bank", one=0.6)
    assert contents(part, whole) == ["Iran hacked the old bank in May"]


@pytest.mark.parametrize(
    ("anchor", "content", "found"),
    [
        ("hacked", "Iran hacked the", ["Iran hacked the"]),
        ("Riga", "Iran hacked", ["Iran hacked"]),
        ("Riga", "hacked the", []),
        ("in May", "hacked the", ["hacked the"]),
        ("in May", "Iran hacked", []),
    ],
)
def test_a_content_holds_its_anchor_or_stands_next_to_it(anchor: str, content: str, found: list[str]) -> None:
    assert contents(begun_at(anchor, content)) == found


def test_of_two_contents_near_the_anchor_the_one_with_more_words_is_meant() -> None:
    assert contents(begun_at("that", "Riga", "Iran hacked the old")) == ["Iran hacked the old"]


def test_a_claim_may_stand_at_the_very_ends_of_a_text() -> None:
    assert contents(begun_at("Riga", "Riga said"), begun_at("so", "so.")) == ["Riga said", "so."]

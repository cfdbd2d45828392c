"""Which mistakes are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.claims import names_of_lexicon
from benchmarks.errors import find_mistakes, group, main
from benchmarks.scoring import Article

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Riga said that Iran may have hacked the old bank and stole its mail. The bank fell silent later on."
HACKED = "Iran may have hacked the old bank"


def row(words: str, **told: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    usual = {
        "speaker": "Riga",
        "speaker_name": "Latvia",
        "stance": "assesses",
        "kind": "operation",
        "act": "intrusion",
        "actor": ["Iran"],
        "target": ["old bank"],
    }
    return {**usual, "content": [start, start + len(words)], "content_words": words, **told}


def mistakes(gold: list[dict[str, Any]], told: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(one.field, one.kind) for one in find_mistakes(Article(TEXT, gold, told), names_of_lexicon())]


def test_where_all_is_right_there_are_none() -> None:
    assert mistakes([row(HACKED)], [row(HACKED)]) == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"stance": "asserts"}, ("stance", "assesses told as asserts (flattened)")),
        ({"stance": "alleges"}, ("stance", "assesses told as alleges")),
        ({"act": "data-theft"}, ("act", "intrusion told as data-theft")),
        ({"kind": "impact", "act": "data"}, ("kind", "operation told as impact")),
        ({"speaker_name": None}, ("speaker", "somebody's told as own voice")),
        ({"speaker_name": "China"}, ("speaker", "another name")),
        ({"actor": []}, ("actor", "missed, stands in the claim's words")),
        ({"actor": ["Iran", "China"]}, ("actor", "too much")),
        ({"target": []}, ("target", "missed, stands in the claim's words")),
    ],
)
def test_each_field_that_differs_is_a_mistake(told: dict[str, Any], expected: tuple[str, str]) -> None:
    assert mistakes([row(HACKED)], [row(HACKED, **told)]) == [expected]


def test_the_own_voice_told_as_somebodys_is_one() -> None:
    gold = row(HACKED, speaker=None, speaker_name="Press")
    assert mistakes([gold], [row(HACKED)]) == [("speaker", "own voice told as somebody's")]


def test_a_name_that_was_missed_is_looked_for_in_the_article() -> None:
    later = row("The bank fell silent later on", actor=["Iran"], target=["grey mill"])
    assert mistakes([later], [{**later, "actor": [], "target": []}]) == [
        ("actor", "missed, stands elsewhere"),
        ("target", "missed, under another name or in other words"),
    ]


def test_claims_without_a_match_are_told_apart_by_their_words() -> None:
    assert mistakes([row(HACKED)], []) == [("missed claim", "nothing is there (operation)")]
    assert mistakes([], [row(HACKED)]) == [("claim too much", "nothing is there (operation)")]
    assert mistakes([row(f"{HACKED} and stole its mail")], [row("Iran")]) == [
        ("missed claim", "words cut elsewhere"),
        ("claim too much", "inside the words of another"),
    ]


def test_the_most_frequent_kind_comes_first() -> None:
    article = Article(TEXT, [row(HACKED)], [row(HACKED, actor=["China", "Riga"])])
    grouped = group(find_mistakes(article, names_of_lexicon()))
    assert [(kind, len(found)) for kind, found in grouped["actor"].items()] == [
        ("too much", 2),
        ("missed, stands in the claim's words", 1),
    ]


def test_a_count_over_nothing_is_no_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--texts", str(tmp_path), "--gold", str(tmp_path)])
    assert "there is no *.txt" in capsys.readouterr().err

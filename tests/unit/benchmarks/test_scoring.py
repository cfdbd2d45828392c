"""The scorer's definitions, each on a case small enough to count by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.scoring import Article, Folders, Names, count, match, read_names, score, sum_up

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Alpha says that one two three four five six. Beta denies seven eight nine ten."
TABLE = {"China": ["Beijing", "PRC"], "United States": ["US"]}


def names() -> Names:
    forms = {form.casefold(): name for name, others in TABLE.items() for form in (name, *others)}
    return Names(lambda name: forms.get(name.casefold()))


def row(words: str, **changes: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    claim = {
        "id": words,
        "content": [start, start + len(words)],
        "speaker": "Alpha",
        "speaker_name": "Alpha",
        "speaker_role": "vendor",
        "stance": "asserts",
        "kind": "operation",
        "act": "espionage",
        "actor": ["China"],
        "target": [],
        "when": None,
        "responds_to": [],
    }
    return claim | changes


def figures(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> dict[str, int | float]:
    return sum_up(count(Article(TEXT, gold, predicted), names()))


@pytest.mark.parametrize(
    ("words", "matches"),
    [
        ("one two three four five six", True),
        ("one two three", True),  # half of the union
        ("three four five six. Beta denies", True),  # 4 of 8
        ("five six. Beta denies", False),  # 2 of 8
        ("one two", False),  # inside, but a third
        ("seven eight", False),
    ],
)
def test_claims_match_by_their_tokens(words: str, matches: bool) -> None:
    article = Article(TEXT, [row("one two three four five six")], [row(words)])
    assert bool(match(article)) == matches


def test_two_fifths_inside_are_enough() -> None:
    gold = row("one two three four five")
    assert match(Article(TEXT, [gold], [row("two three")]))


def test_each_claim_is_taken_once_and_the_best_first() -> None:
    exact, half = row("one two three four"), row("one two")
    pairs = match(Article(TEXT, [exact], [half, exact]))
    assert pairs == [(exact, exact)]


def test_of_equals_the_one_with_the_same_codes_is_taken() -> None:
    gold = row("one two three", stance="denies")
    other, same = row("one two three"), row("one two three", stance="denies")
    assert match(Article(TEXT, [gold], [same, other])) == [(gold, same)]


def test_precision_recall_and_usable() -> None:
    gold = [row("one two three"), row("seven eight nine", stance="denies")]
    told = [row("one two three"), row("seven eight nine"), row("Alpha says")]
    got = figures(gold, told)
    assert (got["claims_precision"], got["claims_recall"]) == (2 / 3, 1.0)
    assert got["claims_f1"] == 4 / 5
    assert got["usable_f1"] == 2 / 5
    assert got["stance_accuracy"] == 1 / 2
    assert got["flattened"] == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Beijing", "the PRC"),
        ("China’s", "China"),
        ("the U.S. government", "U.S. government"),
        ("Chinese Ministry of State Security", "Ministry of State Security"),
        ("“Alpha”", "alpha."),
    ],
)
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert names().same(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("China", "Russia"), ("", "China"), ("Ministry of Fish", "Ministry")]
)
def test_names_that_are_not(one: str, other: str) -> None:
    assert not names().same(one, other)


@pytest.mark.parametrize(
    ("gold", "told", "right"),
    [
        ({"speaker": None, "speaker_name": "Harbour Times"}, None, True),
        ({"speaker": None, "speaker_name": "Harbour Times"}, "Harbour Times", True),
        ({"speaker": "Alpha", "speaker_name": "Alpha"}, None, False),
        ({"speaker": "they", "speaker_name": "United States; China"}, "US", True),
        ({"speaker": "they", "speaker_name": "United States; China"}, "US; Mars", True),
        ({"speaker": "they", "speaker_name": "United States; China"}, "US; Mars; Venus", False),
    ],
)
def test_speakers(gold: dict[str, Any], told: str | None, right: bool) -> None:
    assert names().same_speaker(gold, {"speaker_name": told}) == right


def test_actors_dates_and_links() -> None:
    first, second = row("one two three"), row("seven eight nine", responds_to=["one two three"], when="2021")
    told = [
        row("one two three", id="a", actor=["Beijing", "Mars"]),
        row("seven eight nine", id="b", responds_to=["a", "zz"], when="2022"),
    ]
    got = figures([first, second], told)
    assert got["actor_f1"] == 2 * 2 / (2 + 3)
    assert got["link_f1"] == 2 * 1 / (1 + 2)
    assert got["when_accuracy"] == 0


def test_folders_are_scored_article_by_article(tmp_path: Path) -> None:
    for folder in ("gold", "texts", "told"):
        (tmp_path / folder).mkdir()
    (tmp_path / "names.json").write_text(json.dumps(TABLE))
    gold = row("one two three") | {
        "quote": "says that one two three",
        "content": "one two three",
        "actor": ["China"],
    }
    told = row("one two three", actor=["PRC"])
    for name in ("a", "b"):
        (tmp_path / "texts" / f"{name}.txt").write_text(TEXT)
        (tmp_path / "gold" / f"{name}.jsonl").write_text(json.dumps(gold) + "\n")
    (tmp_path / "told" / "a.jsonl").write_text(json.dumps(told) + "\n")
    folders = Folders(tmp_path / "gold", tmp_path / "texts", tmp_path / "told")
    got = score(folders, read_names(tmp_path / "names.json"))
    assert (got["articles"], got["gold"], got["predicted"], got["matched"]) == (2, 2, 1, 1)
    assert got["actor_f1"] == 1.0

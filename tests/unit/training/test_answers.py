"""Learning which claim a response answers, from an article of our own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from alleged.extract.engine import LexiconExtractor
from alleged.resolve.answered import Question, weigh
from alleged.resolve.facts import make_fact
from tests.unit.resolve.sayings import Said, make_claims
from training.answers import Example, Lessons, gather, judge, learn, write

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Norway accused Russia of hacking its parliament. "
    "Norway accused Russia of stealing the plans of a ship.\n\n"
    "The Kremlin denied that Russia stole the plans of the ship.\n"
)
NEAR, FAR = {"near": 1.0}, {"far": 1.0}


def example(article: str, *, answered: int | None) -> Example:
    """A response to the near one of two claims, to the other, or to none."""
    made = make_claims(Said("Norway", "a"), Said("Norway", "b"))
    candidates = tuple(make_fact(index, claim) for index, claim in enumerate(made))
    quiet = {"any": 1.0} | ({"quiet": 1.0} if answered is None else {})
    return Example(article, Question(candidates, (NEAR, FAR), quiet), tuple(i == answered for i in range(2)))


def lessons() -> Lessons:
    told = [example(str(i), answered=0 if i % 2 else None) for i in range(20)]
    return Lessons(tuple(told), 10)


def test_what_is_answered_gets_weight_and_what_tells_of_no_answer_too() -> None:
    weights = learn(lessons().examples)
    assert weights.candidate["near"] > weights.candidate["far"]
    assert weights.response["quiet"] > 0
    near, far = weigh(example("new", answered=0).question, weights)
    assert near > 0.5 > far


def test_the_same_examples_give_the_same_weights() -> None:
    assert learn(lessons().examples) == learn(lessons().examples)


def test_articles_are_judged_with_the_weights_of_others() -> None:
    figures = judge(lessons(), 4)
    assert figures["recall"] == 1.0
    assert figures["f1"] == pytest.approx(2 * 10 / (10 / figures["precision"] + 10))


def annotated(name: str, content: str, **more: object) -> dict[str, object]:
    start = TEXT.index(content)
    row = {"id": name, "content": [start, start + len(content)], "responds_to": []}
    return row | {"kind": "operation", "act": "data-theft", "stance": "alleges"} | more


def test_lessons_come_from_texts_and_their_records(tmp_path: Path) -> None:
    rows = [
        annotated("c1", "Russia of hacking its parliament"),
        annotated("c2", "Russia of stealing the plans of a ship"),
        annotated("c3", "Russia stole the plans of the ship", stance="denies", responds_to=["c2"]),
    ]
    (tmp_path / "texts").mkdir()
    (tmp_path / "records").mkdir()
    (tmp_path / "texts" / "port.txt").write_text(TEXT)
    (tmp_path / "records" / "port.json").write_text(json.dumps({"claims": rows}))
    found = gather(tmp_path / "texts", tmp_path / "records", LexiconExtractor())
    (only,) = found.examples
    meant = [
        f.claim.content.exact for f, yes in zip(only.question.candidates, only.answered, strict=True) if yes
    ]
    assert (found.annotated, meant) == (1, ["Russia of stealing the plans of a ship"])


def test_weights_are_written_by_name(tmp_path: Path) -> None:
    weights = learn(lessons().examples)
    write(weights, tmp_path / "answered.json")
    table = json.loads((tmp_path / "answered.json").read_text())
    assert table == {"candidate": weights.candidate, "response": weights.response, "least": weights.least}

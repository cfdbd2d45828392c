"""Learns which claim a response answers, from annotated articles, and writes the weights.

    python -m training.answers --texts DIR --records training/claims [--out FILE] [--folds N]

`--texts` holds NAME.txt of the records. The engine reads each text; its responses are matched with annotated
claims, and what those answer is what there is to learn: weights with which the softmax over what can be
answered, and over "none of it", gives it the most probability (with a square penalty). There is no chance in
it: the same texts and engine give the same weights. With `--folds` the articles are parted, each part is
judged with weights learnt from the others, and the figures are printed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import alleged.resolve
from alleged.extract import DEFAULT_EXTRACTOR, EXTRACTORS
from alleged.flow.read import Plan, read_source
from alleged.flow.sources import Source
from alleged.model.wire import Provenance, claim_to_wire
from alleged.resolve.answered import WEIGHTS, Question, Weights, ask, weigh
from alleged.resolve.facts import RESPONSES, make_fact
from alleged.resolve.responses import FARTHEST
from benchmarks.scoring import Article, match, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from alleged.extract.interface import Extractor
    from alleged.model.claim import Claim
    from training.standoff import Row

    Floats = NDArray[np.float64]

PENALTY = 2.0
STEPS = 100
LEAST = 0.1
"""The probability from which an answer is suggested: the F1 over the parts is as good from 0.08 to 0.13."""
PLACES = 3
"""Decimals of a weight."""
SMALLEST = 1e-6
"""The longest step that changes nothing any more."""
TINY = 1e-300


@dataclass(frozen=True, slots=True)
class Example:
    """A response of an article with what it can answer, and which of that it does answer."""

    article: str
    question: Question
    answered: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Lessons:
    """The responses of some articles, and how many answers are annotated in them."""

    examples: tuple[Example, ...]
    annotated: int


def gather(texts: Path, records: Path, engine: Extractor) -> Lessons:
    """What there is to learn in annotated articles."""
    examples: list[Example] = []
    annotated = 0
    for path in sorted(records.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))["claims"]
        file = texts / f"{path.stem}.txt"
        opened = read_source(Source(str(file), file), Plan(engine))
        claims = engine.extract(opened.reading.text)
        provenance = Provenance(path.stem, opened.reading.text)
        predicted = [claim_to_wire(claim, provenance, ()) for claim in claims]
        pairs = match(Article(read_text(file), gold, predicted))
        answers = _answers([(row["id"], found["id"], row) for row, found in pairs])
        examples += _examples(path.stem, claims, answers)
        annotated += sum(len(row["responds_to"]) for row in gold)
    return Lessons(tuple(examples), annotated)


def _answers(pairs: Sequence[tuple[str, str, Row]]) -> dict[str, frozenset[str]]:
    """The ids of predicted claims, and of those that they answer by the annotation."""
    to_found = {annotated: found for annotated, found, _ in pairs}
    return {
        found: frozenset(to_found[other] for other in row["responds_to"] if other in to_found)
        for _, found, row in pairs
    }


def _examples(article: str, claims: Sequence[Claim], answers: dict[str, frozenset[str]]) -> Iterator[Example]:
    facts = [make_fact(index, claim) for index, claim in enumerate(claims)]
    for fact in facts:
        if fact.claim.stance in RESPONSES:
            near = facts[max(0, fact.index - FARTHEST) : fact.index + FARTHEST]
            question = ask(fact, near)
            meant = answers.get(fact.claim.id, frozenset())
            yield Example(article, question, tuple(other.claim.id in meant for other in question.candidates))


@dataclass(frozen=True, slots=True)
class _Table:
    """Examples as numbers: a row for each candidate, and one for "none" at the end of each example."""

    rows: Floats
    truth: Floats
    starts: NDArray[np.int64]
    example: NDArray[np.int64]


def learn(examples: Sequence[Example]) -> Weights:
    """The weights that make the answers of the examples likeliest."""
    names = sorted({(part, name) for e in examples for part, told in _rows(e) for name in told})
    table = _table(examples, names)
    weights = _descend(table, len(names))
    found: dict[str, dict[str, float]] = {"candidate": {}, "response": {}}
    for (part, name), weight in zip(names, weights.tolist(), strict=True):
        found[part][name] = round(weight, PLACES)
    return Weights(found["candidate"], found["response"], LEAST)


def _rows(example: Example) -> Iterator[tuple[str, Any]]:
    yield from (("candidate", told) for told in example.question.features)
    yield "response", example.question.response


def _table(examples: Sequence[Example], names: Sequence[tuple[str, str]]) -> _Table:
    column = {name: index for index, name in enumerate(names)}
    told = [(part, features) for example in examples for part, features in _rows(example)]
    rows = np.zeros((len(told), len(names)))
    for row, (part, features) in enumerate(told):
        for name, value in features.items():
            rows[row, column[part, name]] = value
    sizes = np.array([len(example.answered) + 1 for example in examples])
    truth = np.concatenate([_truth(example) for example in examples])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    return _Table(rows, truth, starts, np.repeat(np.arange(len(sizes)), sizes))


def _truth(example: Example) -> Floats:
    """Equal shares for all that is answered; "none" takes all where nothing is."""
    shares = np.array([*example.answered, not any(example.answered)], dtype=float)
    return np.asarray(shares / shares.sum())


def _descend(table: _Table, width: int) -> Floats:
    """Newton steps, each halved until it helps: there are few weights, and the loss is convex."""
    weights = np.zeros(width)
    for _ in range(STEPS):
        chances = _chances(table, weights)
        slope = table.rows.T @ (chances - table.truth) + PENALTY * weights
        step = np.linalg.solve(_bend(table, chances), slope)
        while _loss(table, weights - step) > _loss(table, weights) and np.abs(step).max() > SMALLEST:
            step = step / 2
        weights = weights - step
        if np.abs(step).max() <= SMALLEST:
            break
    return weights


def _loss(table: _Table, weights: Floats) -> float:
    surprise = -np.log(np.maximum(_chances(table, weights), TINY))
    return float(table.truth @ surprise + PENALTY / 2 * weights @ weights)


def _chances(table: _Table, weights: Floats) -> Floats:
    scores = table.rows @ weights
    odds = np.exp(scores - np.maximum.reduceat(scores, table.starts)[table.example])
    return np.asarray(odds / np.add.reduceat(odds, table.starts)[table.example])


def _bend(table: _Table, chances: Floats) -> Floats:
    """The second derivatives of the loss."""
    weighted = table.rows * chances[:, None]
    means = np.add.reduceat(weighted, table.starts)
    return np.asarray(table.rows.T @ weighted - means.T @ means + PENALTY * np.eye(table.rows.shape[1]))


def judge(lessons: Lessons, folds: int) -> dict[str, float]:
    """Precision, recall and F1 of single answers, each part judged with weights of the others."""
    counts: Counter[str] = Counter()
    articles = sorted({example.article for example in lessons.examples})
    part = {name: index % folds for index, name in enumerate(articles)}
    for fold in range(folds):
        weights = learn([e for e in lessons.examples if part[e.article] != fold])
        counts += _count((e for e in lessons.examples if part[e.article] == fold), weights)
    return {
        "precision": counts["right"] / max(1, counts["suggested"]),
        "recall": counts["right"] / max(1, lessons.annotated),
        "f1": 2 * counts["right"] / max(1, counts["suggested"] + lessons.annotated),
    }


def _count(examples: Iterable[Example], weights: Weights) -> Counter[str]:
    counts: Counter[str] = Counter()
    for example in examples:
        chances = weigh(example.question, weights)
        best = max(range(len(chances)), key=lambda i: (chances[i], -i), default=None)
        if best is not None and chances[best] >= weights.least:
            counts["suggested"] += 1
            counts["right"] += example.answered[best]
    return counts


def write(weights: Weights, path: Path) -> None:
    """Keep the weights, a line each."""
    table = {"candidate": weights.candidate, "response": weights.response, "least": weights.least}
    path.write_text(json.dumps(table, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Learn which claim a response answers.")
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--records", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(alleged.resolve.__path__[0]) / WEIGHTS)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args(arguments)
    lessons = gather(options.texts, options.records, EXTRACTORS.get(DEFAULT_EXTRACTOR)())
    write(learn(lessons.examples), options.out)
    right = sum(any(example.answered) for example in lessons.examples)
    print(f"{len(lessons.examples)} responses, {right} with an answer that can be found")
    if options.folds:
        print({name: round(value, 3) for name, value in judge(lessons, options.folds).items()})


if __name__ == "__main__":
    main(sys.argv[1:])

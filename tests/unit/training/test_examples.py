import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from alleged.extract.neural.clues import no_clues
from alleged.extract.neural.network import AFTER, BEFORE, ROLES
from tests.unit.training import corpus
from training.corpora import Sample, read_casie, read_claims, read_polnear
from training.examples import MOST, UNKNOWN, Example, draw_examples, find_examples, role_labels


@pytest.fixture(autouse=True)
def _seed() -> Iterator[None]:
    state = random.getstate()
    random.seed(1)
    yield
    random.setstate(state)


@pytest.fixture
def said(tmp_path: Path) -> Sample:
    path = corpus.write_lines(tmp_path / "polnear.jsonl", [corpus.polnear()])
    return read_polnear(path, corpus.word_tokenizer())[0]


@pytest.fixture
def claimed(tmp_path: Path) -> Sample:
    folder = corpus.write_lines(tmp_path / "claims/a.jsonl", [corpus.CLAIM]).parent
    (folder / "a.txt").write_text(corpus.CLAIMED, "utf-8")
    return read_claims(folder, folder, corpus.NAMES, corpus.word_tokenizer())[0]


def marks(sample: Sample, probable: float) -> np.ndarray:
    return np.full((len(sample.tokens), 6), probable, dtype=np.float32)


def test_labels_begin_a_role_go_on_and_are_unknown_where_nothing_was_annotated(said: Sample) -> None:
    frame = said.frames[0]
    labels = role_labels(frame, frame.anchor)
    speaker = labels[:, ROLES.index("speaker")]
    assert labels.shape == (BEFORE + AFTER, len(ROLES))
    assert speaker[BEFORE - 2 : BEFORE + 1].tolist() == [1, 2, 0]
    assert (labels[:, ROLES.index("actor")] == UNKNOWN).all()


def test_a_run_that_began_before_the_first_place_is_in_the_role(said: Sample) -> None:
    frame = said.frames[0]
    start, _ = frame.runs["speaker"][0]
    labels = role_labels(frame, (start + BEFORE + 1, start + BEFORE + 2))
    assert labels[:2, ROLES.index("speaker")].tolist() == [2, 0]


def test_anchors_that_the_network_believes_in_are_told_to_be_none(said: Sample) -> None:
    examples = find_examples(3, said, marks(said, 0.5))
    (gold,) = [example for example in examples if example.frame]
    wrong = [example for example in examples if not example.frame]
    assert gold.anchor == said.frames[0].anchor
    assert len(wrong) == 4
    assert {example.document for example in examples} == {3}
    assert gold.anchor not in [example.anchor for example in wrong]


def test_anchors_that_the_network_does_not_believe_in_are_not(said: Sample) -> None:
    assert [example.frame for example in find_examples(0, said, marks(said, 0.01))] == [said.frames[0]]


def test_the_words_beside_the_start_of_a_claim_are_neither_right_nor_wrong(claimed: Sample) -> None:
    start = claimed.frames[0].anchor[0]
    for _ in range(20):
        wrong = [one.anchor[0] for one in find_examples(0, claimed, marks(claimed, 0.5)) if not one.frame]
        assert all(abs(at - start) > 1 for at in wrong)


def test_some_claims_are_shown_from_a_word_beside_their_start(claimed: Sample) -> None:
    start = claimed.frames[0].anchor[0]
    shown = {find_examples(0, claimed, marks(claimed, 0.0))[0].anchor[0] - start for _ in range(80)}
    assert shown == {-2, -1, 0, 1, 2}


def test_the_rules_vote_on_most_claims_and_on_no_attribution(said: Sample, claimed: Sample) -> None:
    votes = [find_examples(0, claimed, marks(claimed, 0.0))[0].clues.votes.any() for _ in range(200)]
    assert 0.5 < np.mean(votes) < 1
    assert not find_examples(0, said, marks(said, 0.0))[0].clues.votes.any()


def test_a_document_without_frames_gives_no_examples(tmp_path: Path) -> None:
    path = corpus.write_lines(tmp_path / "casie.jsonl", [corpus.casie()])
    (sample,) = read_casie(path, corpus.word_tokenizer())
    assert find_examples(0, sample, marks(sample, 0.9)) == []


def test_a_step_takes_only_so_many(said: Sample) -> None:
    examples = [Example(i, 0, (0, 1), said.frames[0], no_clues(1)) for i in range(MOST + 1)]
    assert len({one.document for one in draw_examples(examples)}) == MOST

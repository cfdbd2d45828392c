from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from alleged.model.vocabulary import Part
from alleged.text.paragraphs import find_blocks, find_lines
from alleged.text.sentences import find_sentences

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("sentences.yml").read_text("utf-8"))
MARKS = {Part.HEADING: "H ", Part.ITEM: "I ", Part.BODY: ""}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_sentences_are_those_an_analyst_would_mark(case: dict[str, Any]) -> None:
    text = case["text"]
    sentences = find_sentences(text, find_blocks(find_lines(text)))
    found = [MARKS[s.part] + " ".join(text[s.start : s.end].split()) for s in sentences]
    assert found == [" ".join(sentence.split()) for sentence in case["sentences"]]


def test_there_are_enough_cases_and_each_has_its_own_name() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) >= 40

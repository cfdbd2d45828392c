"""Whom names stand for in a sentence: what is chosen, what else is a candidate, what a reader must know."""

from __future__ import annotations

import csv
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from alleged.knowledge.store import open_knowledge
from alleged.model.document import Extent
from alleged.resolve.resolution import resolve_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.knowledge.known import Knowledge
    from alleged.resolve.candidates import Candidate

with Path(__file__).with_name("resolution.tsv").open(encoding="utf-8", newline="") as _file:
    CASES = list(csv.DictReader(_file, dialect="excel-tab"))


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with closing(open_knowledge(tmp_path_factory.mktemp("knowledge"))) as opened:
        yield opened


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_a_name_stands_for_whom_a_careful_reader_takes_it(case: dict[str, str], knowledge: Knowledge) -> None:
    before, _, rest = case["text"].partition("[")
    name, _, after = rest.partition("]")
    mention = Extent(len(before), len(before) + len(name))
    (found,) = resolve_names(before + name + after, [mention], knowledge)
    assert (_write(found.chosen) if found.chosen else "") == case["chosen"]
    assert set(case["candidates"].split()) <= {_write(each) for each in found.candidates}
    assert " ".join(found.flags) == case["flags"]


def _write(candidate: Candidate) -> str:
    return f"{candidate.entity.authority}:{candidate.entity.name.replace(' ', '_')}"

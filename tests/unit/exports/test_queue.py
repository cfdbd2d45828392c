from __future__ import annotations

from alleged.dossiers.coding import Coding
from alleged.dossiers.queue import Queue
from alleged.exports.queue import table_queue
from alleged.model.correction import Field
from alleged.model.decision import Verdict
from tests.unit.exports.rows import read


def test_a_queue_tells_the_verdict_on_each_claim() -> None:
    coding = Coding(Verdict.ACCEPT, {Field.STANCE: ("denies",)})
    decided, undecided = read(table_queue(Queue(("a", "b")), {"a": coding}))
    assert decided == {"place": 1, "claim": "a", "verdict": "accept", "corrected": ["stance"]}
    assert undecided == {"place": 2, "claim": "b", "verdict": None, "corrected": []}

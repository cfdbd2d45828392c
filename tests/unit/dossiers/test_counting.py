from __future__ import annotations

import pytest

from alleged.dossiers.counting import tell_origins
from alleged.resolve.lineage import Count


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (Count(0, 0), "0 documents"),
        (Count(1, 1), "1 document"),
        (Count(41, 1), "41 documents, 1 origin"),
        (Count(5, 3), "5 documents, 3 origins; independence not established"),
        (Count(5, 5), "5 documents, 5 origins; independence not established"),
        (
            Count(503, 3, 500),
            "503 documents, 3 origins, 500 suspected of a flood; independence not established",
        ),
    ],
)
def test_a_count_never_says_that_documents_are_independent(count: Count, told: str) -> None:
    assert tell_origins(count) == told

"""The shipped weights on the golden cases: how many of the claims that an analyst expects they find.

The cases are the lexicon's, so the trained engine need not pass them all; what it does with them is written
down in neural.json and must not change unnoticed. After a change that is meant, write it anew with
`ALLEGED_WRITE_GOLDEN=1 pytest tests/golden/test_neural.py` and read the difference.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tests.golden.cases import FIELDS, Expected, load_cases
from tests.golden.cases import find_in as find_claims

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.model.claim import Claim

RECORDED = Path(__file__).with_name("neural.json")
COMPARED = ("stance", "kind", "act", "speaker")
SHARED = 0.5
"""Share of the words of both from which a content is the expected one."""
LEAST_FOUND = 0.7
"""Share of the expected claims below which the weights are not those that were trained."""


def _measure() -> dict[str, int]:
    counts: Counter[str] = Counter()
    for case in load_cases():
        left = list(find_claims(case, "neural").claims)
        counts["found beside"] += len(left)
        for expected in case.claims:
            counts["expected"] += 1
            claim = _find(expected, left)
            if claim:
                left.remove(claim)
                counts.update(_agreed(expected, claim))
    counts["found beside"] -= counts["found"]
    return dict(sorted(counts.items()))


def _find(expected: Expected, claims: Iterable[Claim]) -> Claim | None:
    words = set((expected.get("content") or expected["about"]).split())
    shares = [(_share(words, set(claim.content.exact.split())), claim) for claim in claims]
    best = max(shares, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= SHARED else None


def _share(words: set[str], others: set[str]) -> float:
    return 1.0 if words <= others else len(words & others) / len(words | others)


def _agreed(expected: Expected, claim: Claim) -> Counter[str]:
    told = {field: FIELDS[field](claim) == expected[field] for field in COMPARED if field in expected}
    agreed = Counter({f"{field} of": 1 for field in told})
    agreed.update({field: int(right) for field, right in told.items()})
    agreed["found"] += 1
    return agreed


def test_the_weights_do_with_the_golden_cases_what_was_recorded() -> None:
    measured = _measure()
    if os.environ.get("ALLEGED_WRITE_GOLDEN"):
        RECORDED.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    assert measured == json.loads(RECORDED.read_text("utf-8"))


def test_what_was_recorded_is_worth_having() -> None:
    recorded = json.loads(RECORDED.read_text("utf-8"))
    assert recorded["found"] >= LEAST_FOUND * recorded["expected"]
    assert recorded["stance"] >= LEAST_FOUND * recorded["stance of"]

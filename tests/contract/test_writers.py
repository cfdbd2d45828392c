"""Eight people decide on fifty claims at once, each in a process of their own: nothing is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from alleged.ledger import LEDGERS, open_ledger
from alleged.ledger.sample import CLEAN, sample_entry
from alleged.model.conflicts import find_unseen

if TYPE_CHECKING:
    from collections.abc import Callable

    from alleged.ledger.interface import Location
    from alleged.model.decision import Decision

    Places = Callable[[str], Callable[[str], Location]]

pytestmark = pytest.mark.alone

WRITERS = 8
DECISIONS = 12
"""How many each of them makes; tests/long makes more."""

WRITER = """
import json, random, sys, time
from alleged.ledger import open_ledger
from alleged.ledger.interface import ConflictError
from alleged.model.decision import About, Matter, Signature, Verdict, decide

location, who, wanted, pairs = sys.argv[1], sys.argv[2], int(sys.argv[3]), json.loads(sys.argv[4])
chance, made, conflicts, times = random.Random(who), [], 0, []
with_ledger = open_ledger(location, create=False)
seen = [each.id for each in with_ledger.decisions()]
while len(made) < wanted:
    matter, verdict = Matter(About.INCIDENT, tuple(chance.choice(pairs))), chance.choice(list(Verdict)[:2])
    decision = decide(matter, verdict, Signature(who, f"2024-04-01T00:00:{len(made):02}", f"no {conflicts}"))
    begin = time.monotonic()
    try:
        with_ledger.decide(decision, seen=seen)
        made.append([decision.id, len(seen)])
    except ConflictError as conflict:
        conflicts += 1
        assert all(other.who in str(conflict) for other in conflict.others)
        seen = [each.id for each in with_ledger.decisions()]
    times.append(time.monotonic() - begin)
with_ledger.close()
print(json.dumps({"made": made, "conflicts": conflicts, "times": times}))
"""


def run_writers(location: Location, pairs: list[list[str]], decisions: int) -> list[dict[str, Any]]:
    """What each writer tells at its end; none may fail."""
    arguments = (str(decisions), json.dumps(pairs))
    running = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(location), f"Person {number}", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(WRITERS)
    ]
    ended = [process.communicate() for process in running]
    assert [errors for _, errors in ended] == [""] * WRITERS
    return [json.loads(told) for told, _ in ended]


def check_nothing_was_replaced_unseen(decisions: tuple[Decision, ...], seen: dict[str, int]) -> None:
    """Who made a decision had seen the first `seen` of them, and what it replaces is among those."""
    for number, decision in enumerate(decisions):
        shown = [each.id for each in decisions[: seen[decision.id]]]
        assert find_unseen(decision, decisions[:number], shown) == ()


def check_writers(location: Location, decisions: int) -> None:
    with closing(open_ledger(location, create=True)) as ledger:
        for number in range(25):
            ledger.append(sample_entry(f"{CLEAN} Again: {number}."))
        pairs = [[claim.id for claim in sample_entry(f"{CLEAN} Again: {n}.").claims] for n in range(25)]
        told = run_writers(location, pairs, decisions)
        held = ledger.decisions()
    made = [(identity, seen) for each in told for identity, seen in each["made"]]
    assert len(made) == len(held) == WRITERS * decisions
    assert {each.id for each in held} == {identity for identity, _ in made}
    assert sum(each["conflicts"] for each in told)
    check_nothing_was_replaced_unseen(held, dict(made))


@pytest.mark.parametrize("kind", LEDGERS.names())
def test_eight_writers_lose_nothing(kind: str, places: Places) -> None:
    check_writers(places(kind)("many"), DECISIONS)

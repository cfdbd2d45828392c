"""Generated histories of decisions: on a few matters, so that they meet, with withdrawals among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from alleged.model.decision import About, Matter, Signature, Verdict, decide, find_withdrawn, withdraw
from alleged.model.link import Relation
from alleged.model.vocabulary import Ground, RelationType, Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.model.decision import Decision

CLAIMS = ("a" * 24, "b" * 24, "c" * 24)
PAIRS = st.permutations(CLAIMS).map(lambda ids: (ids[0], ids[1]))
TYPES = st.sampled_from(RelationType)
NAMES = st.tuples(
    st.sampled_from(["APT31", "Apt-31", "GREY HERON"]),
    st.sampled_from(["paper-list:1", "paper-list:2", "harbour-list:1"]),
)
MATTERS = st.one_of(
    NAMES.map(lambda what: Matter(About.NAME, what)),
    st.tuples(PAIRS, TYPES).map(lambda link: Matter(About.LINK, (*link[0], link[1].value))),
    PAIRS.map(lambda pair: Matter(About.INCIDENT, pair)),
)
VERDICTS = st.sampled_from([Verdict.ACCEPT, Verdict.REJECT])


def signed(number: int) -> Signature:
    """A signature of its own for every number."""
    return Signature(f"Reviewer {number % 3}", f"2024-03-27T08:00:{number:08}+00:00", "it says so")


@st.composite
def histories(draw: st.DrawFn, matters: st.SearchStrategy[Matter] = MATTERS) -> tuple[Decision, ...]:
    """Decisions, oldest first, each of which a ledger would have taken."""
    made: list[Decision] = []
    for number in range(draw(st.integers(0, 8))):
        open_ = list_withdrawable(made)
        goes_back: bool = draw(st.booleans())
        if open_ and goes_back:
            made.append(withdraw(draw(st.sampled_from(open_)), signed(number)))
        else:
            made.append(decide(draw(matters), draw(VERDICTS), signed(number)))
    return tuple(made)


def list_withdrawable(made: Sequence[Decision]) -> list[Decision]:
    """Those that nobody withdrew."""
    withdrawn = find_withdrawn(made)
    return [decision for decision in made if decision.id not in withdrawn]


RELATIONS = st.lists(
    st.builds(
        lambda pair, kind, scope: Relation(pair[0], pair[1], kind, scope, Ground.ANAPHOR, "“it” is that"),
        PAIRS,
        TYPES,
        st.sampled_from(Scope),
    ),
    max_size=5,
).map(tuple)

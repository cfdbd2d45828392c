"""What people decided, as it changes what is shown: the stored links stay as they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.errors import LedgerError
from alleged.ledger.carrying import find_counting
from alleged.ledger.effects import find_hidden
from alleged.ledger.interface import AmbiguousError
from alleged.model.decision import About, Verdict, find_withdrawn, standing
from alleged.model.ids import LISTED, SHORTEST_PREFIX
from alleged.model.link import Relation
from alleged.model.vocabulary import Ground, RelationType, Scope

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from alleged.ledger.interface import Ledger
    from alleged.model.decision import Decision


class State(StrEnum):
    """Whether a decision counts."""

    IN_FORCE = "in-force"
    REPLACED = "replaced"
    """Somebody decided on the same thing later."""
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision, whether it counts, and for a withdrawal what it withdraws."""

    decision: Decision
    state: State
    withdraws: Decision | None = None


def view_decisions(decisions: Iterable[Decision]) -> tuple[DecisionView, ...]:
    """All decisions, given oldest first, each with its state."""
    made = tuple(decisions)
    known = {decision.id: decision for decision in made}
    withdrawn, counting = find_withdrawn(made), {decision.id for decision in standing(made)}

    def tell_state(decision: Decision) -> State:
        if decision.id in withdrawn:
            return State.WITHDRAWN
        counts = decision.verdict is Verdict.WITHDRAW or decision.id in counting
        return State.IN_FORCE if counts else State.REPLACED

    return tuple(DecisionView(d, tell_state(d), known.get(d.supersedes or "")) for d in made)


def find_decision(decisions: Sequence[Decision], prefix: str) -> Decision:
    """The one decision whose id begins with `prefix`; raises LedgerError if none or several do."""
    if len(prefix) < SHORTEST_PREFIX:
        raise LedgerError(
            f"{prefix!r} is too short for the id of a decision: give at least {SHORTEST_PREFIX} characters"
        )
    found = find_decisions(decisions, prefix)
    if not found:
        raise LedgerError(
            f"no decision has an id that begins with {prefix!r}; 'alleged decisions' lists them"
        )
    if len(found) > 1:
        listed = ", ".join(decision.id for decision in found[:LISTED])
        raise AmbiguousError(f"{len(found)} decisions begin with {prefix!r}; give more of the id: {listed}")
    return found[0]


def find_decisions(decisions: Iterable[Decision], prefix: str) -> tuple[Decision, ...]:
    """Those whose id begins with `prefix`."""
    return tuple(decision for decision in decisions if decision.id.startswith(prefix.lower()))


def find_decisions_on(decisions: Iterable[Decision], claims: Collection[str]) -> tuple[Decision, ...]:
    """Those in force on whether claims count and what they say; all decisions are given, oldest first."""
    return tuple(
        decision
        for decision in standing(decisions)
        if decision.about in (About.CLAIM, About.SAME) and not set(claims).isdisjoint(decision.what)
    )


def find_last_step(decisions: Sequence[Decision], who: str) -> tuple[Decision, ...]:
    """What somebody decided last, at one instant, and nobody withdrew; raises LedgerError if nothing.

    What took something back is no such step.
    """
    withdrawn, steps = find_withdrawn(decisions), _group_steps(d for d in decisions if d.who == who)
    for step in reversed(steps):
        left = tuple(decision for decision in step if decision.id not in withdrawn)
        if left and _can_be_undone(step):
            return left
    raise LedgerError(f"there is no decision by {who} to undo; 'alleged decisions' lists all of them")


def _group_steps(decisions: Iterable[Decision]) -> list[list[Decision]]:
    """Decisions of one person by the instant at which they were made, oldest first."""
    steps: dict[str, list[Decision]] = {}
    for decision in decisions:
        steps.setdefault(decision.at, []).append(decision)
    return list(steps.values())


def _can_be_undone(step: Sequence[Decision]) -> bool:
    """Whether a step decided something, and did not only take back what was decided before."""
    verdicts = {decision.verdict for decision in step}
    takes_back = Verdict.WITHDRAW in verdicts and verdicts.isdisjoint((Verdict.ACCEPT, Verdict.CORRECT))
    return not takes_back and all(decision.about is not About.ERASURE for decision in step)


def find_decided_relations(ledger: Ledger, claim_ids: tuple[str, ...]) -> tuple[Relation, ...]:
    """The relations that begin or end at one of these claims, as people decided on them.

    Those to other claims that decisions leave out are left out, too.
    """
    decided = apply_decisions(ledger.find_relations(claim_ids), find_counting(ledger))
    asked = frozenset(claim_ids)
    found = [relation for relation in decided if not asked.isdisjoint((relation.claim, relation.to))]
    others = {end for relation in found for end in (relation.claim, relation.to)} - asked
    hidden = find_hidden(ledger, others)
    return tuple(relation for relation in found if hidden.isdisjoint((relation.claim, relation.to)))


def apply_decisions(relations: Iterable[Relation], decisions: Iterable[Decision]) -> tuple[Relation, ...]:
    """The relations without those that were rejected, and with all that were accepted.

    Those accepted have the ground `reviewer`, and say who accepted them and why; one that no engine
    suggested comes after the others. `decisions` are all decisions, oldest first.
    """
    links = {d.what: d for d in standing(decisions) if d.about is About.LINK}
    suggested = tuple(relations)
    kept = (_decide(relation, links.get(_ends(relation))) for relation in suggested)
    known = frozenset(map(_ends, suggested))
    added = (d for what, d in links.items() if what not in known and d.verdict is Verdict.ACCEPT)
    return (*(relation for relation in kept if relation), *map(_link, added))


def _ends(relation: Relation) -> tuple[str, ...]:
    return relation.claim, relation.to, relation.type.value


def _decide(relation: Relation, decision: Decision | None) -> Relation | None:
    """The relation as it was decided on; None where it was rejected."""
    if decision is None:
        return relation
    if decision.verdict is Verdict.REJECT:
        return None
    reason = f"{relation.reason}; {_tell_reason(decision)}"
    return replace(relation, ground=Ground.REVIEWER, reason=reason)


def _link(decision: Decision) -> Relation:
    """The link that a person made."""
    claim, to, kind = decision.what
    reason = _tell_reason(decision)
    return Relation(claim, to, RelationType(kind), Scope.SPECIFIC, Ground.REVIEWER, reason)


def _tell_reason(decision: Decision) -> str:
    return f"accepted by {decision.who}: {decision.why}"


def choose_link_type(ledger: Ledger, claim: str, to: str) -> RelationType | None:
    """The one way in which the ledger links the first claim to the second; None if it has none or several."""
    relations = ledger.find_relations((claim,))
    found = {relation.type for relation in relations if (relation.claim, relation.to) == (claim, to)}
    return found.pop() if len(found) == 1 else None


def list_replaced(decisions: Sequence[Decision], decision: Decision) -> Iterator[Decision]:
    """Those of `decisions` that are in force, and no longer are once `decision` is made."""
    after = {each.id for each in standing((*decisions, decision))}
    return (each for each in standing(decisions) if each.id not in after)

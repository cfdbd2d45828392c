"""What a decision on a name would change, before anybody makes it: a dossier with it and without."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.actors import join_names
from alleged.dossiers.joining import NameDecisions, choose_lists
from alleged.dossiers.subject import find_claims

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from alleged.dossiers.joining import Joining
    from alleged.knowledge.known import Knowledge
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision


@dataclass(frozen=True, slots=True)
class State:
    """Which names are looked up for a dossier, and the claims that they bring."""

    joining: Joining
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """The dossier of a name as it is, and as it would be."""

    before: State
    after: State

    @property
    def joining(self) -> tuple[str, ...]:
        """The names that would be looked up, too."""
        return _list_names(self.after, self.before)

    @property
    def parting(self) -> tuple[str, ...]:
        """The names that would no longer be."""
        return _list_names(self.before, self.after)

    @property
    def added(self) -> tuple[Claim, ...]:
        """The claims that would come in."""
        return _list_claims(self.after, self.before)

    @property
    def gone(self) -> tuple[Claim, ...]:
        """The claims that would no longer be there."""
        return _list_claims(self.before, self.after)

    def __bool__(self) -> bool:
        """Whether anything would change."""
        return bool(self.joining or self.parting or self.added or self.gone)


def suppose(
    ledger: Ledger,
    opener: Callable[[], Knowledge],
    asked: tuple[str, Sequence[str]],
    supposed: Iterable[Decision],
) -> tuple[Effect, ...]:
    """What each of these decisions alone would do to the dossier of a name by way of authorities.

    `asked` is as `view_actor` takes it. Nothing is stored.
    """
    held = ledger.decisions()
    with closing(opener()) as knowledge:

        def join(decisions: Sequence[Decision]) -> Joining:
            return join_names(choose_lists(knowledge, asked[1], NameDecisions(decisions)), *asked)

        joining = join(held)
        before = State(joining, find_claims(ledger, joining, knowledge))
        after = (join((*held, decision)) for decision in supposed)
        return tuple(Effect(before, _look_up(ledger, knowledge, before, each)) for each in after)


def _look_up(ledger: Ledger, knowledge: Knowledge, before: State, joining: Joining) -> State:
    """The dossier with these names, for which nothing is looked up again where they are the same."""
    is_same = joining.by_key().keys() == before.joining.by_key().keys()
    return State(joining, before.claims if is_same else find_claims(ledger, joining, knowledge))


def _list_names(these: State, others: State) -> tuple[str, ...]:
    known = others.joining.by_key()
    return tuple(joined.name for key, joined in these.joining.by_key().items() if key not in known)


def _list_claims(these: State, others: State) -> tuple[Claim, ...]:
    known = {claim.id for claim in others.claims}
    return tuple(claim for claim in these.claims if claim.id not in known)

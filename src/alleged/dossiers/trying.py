"""A decision on a name, before it is made: what could be decided, and what each choice would change."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.dossiers.alias_map import find_use
from alleged.dossiers.decided import list_replaced
from alleged.dossiers.joining import NameDecisions, ref_of
from alleged.dossiers.meant import find_ref
from alleged.dossiers.supposing import suppose
from alleged.model.decision import Signature, Verdict, decide, withdraw

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from alleged.dossiers.alias_map import Use
    from alleged.dossiers.supposing import Effect
    from alleged.knowledge.known import Knowledge
    from alleged.ledger.interface import Ledger
    from alleged.model.decision import Decision, Matter
    from alleged.model.entity import Entity

NOBODY = Signature("nobody", "9999-12-31T23:59:59+00:00", "supposed")
"""Signs what nobody decided."""


class Choice(StrEnum):
    """What can be decided on a name and an entry of a list."""

    SAME = "same"
    """The name stands for the entry."""
    DIFFERENT = "different"
    """It does not."""
    UNSURE = "unsure"
    """What was decided on the two no longer counts."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A name and an entry of a list, what is decided on them, and what each other choice would change."""

    name: str
    entity: Entity
    use: Use
    """What the list does with the name."""
    others: tuple[Entity, ...]
    """Other entries of the same list that have the name."""
    decision: Decision | None
    """The one in force on the two."""
    replaced: tuple[Decision, ...]
    """Those in force that to say "same" would replace: a name stands for one entry of a list at most."""
    alone: Mapping[Choice, Effect]
    """What a choice would do to the dossier that goes by decisions alone."""
    with_list: Mapping[Choice, Effect]
    """What it would do to the dossier that looks up what this list says, too."""

    @property
    def choice(self) -> Choice:
        """What holds now."""
        if self.decision is None:
            return Choice.UNSURE
        return Choice.SAME if self.decision.verdict is Verdict.ACCEPT else Choice.DIFFERENT


def make_decision(choice: Choice, matter: Matter, earlier: Decision | None, by: Signature) -> Decision | None:
    """The decision that makes a choice hold; None where there is nothing to withdraw."""
    if choice is Choice.UNSURE:
        return withdraw(earlier, by) if earlier else None
    return decide(matter, Verdict.ACCEPT if choice is Choice.SAME else Verdict.REJECT, by)


def find_current(ledger: Ledger, matter: Matter) -> Decision | None:
    """The decision in force on the name and the entry that a decision is about."""
    decided, (name, ref, *_) = NameDecisions(ledger.decisions()), matter.what
    return {**decided.on(name, Verdict.ACCEPT), **decided.on(name, Verdict.REJECT)}.get(ref)


def try_decision(ledger: Ledger, opener: Callable[[], Knowledge], of: str, matter: Matter) -> Trial:
    """What deciding on a name and an entry would change in the dossier of `of`; nothing is stored."""
    name, ref, *_ = matter.what
    with closing(opener()) as knowledge:
        entity = find_ref(knowledge, ref)
        assert entity is not None
        found = knowledge.find(name, knowledge.choose((entity.authority,)))
    others = tuple(each for each in found if each.kind is entity.kind and ref_of(each) != ref)
    current, held = find_current(ledger, matter), ledger.decisions()
    replaced = tuple(list_replaced(held, decide(matter, Verdict.ACCEPT, NOBODY)))
    made = {choice: make_decision(choice, matter, current, NOBODY) for choice in Choice}
    supposed = {choice: decision for choice, decision in made.items() if decision}
    alone, with_list = (
        dict(zip(supposed, suppose(ledger, opener, (of, lists), supposed.values()), strict=True))
        for lists in ((), (entity.authority,))
    )
    return Trial(name, entity, find_use(entity, name, others), others, current, replaced, alone, with_list)

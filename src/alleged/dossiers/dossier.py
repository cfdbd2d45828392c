"""All that is told of one name: who says what of it, whom it struck, what was done, and what is open."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.actors import view_actor
from alleged.dossiers.claims import view_claims
from alleged.dossiers.disagreements import ACTING
from alleged.dossiers.lately import find_since, view_lately
from alleged.dossiers.origins import list_descents
from alleged.dossiers.questions import find_questions
from alleged.dossiers.responses import view_responses
from alleged.dossiers.victims import view_victims
from alleged.ledger.interface import ClaimQuery
from alleged.model.vocabulary import RelationType, Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from alleged.dossiers.actors import Actor
    from alleged.dossiers.claims import ClaimList
    from alleged.dossiers.lately import Lately
    from alleged.dossiers.origins import Descent
    from alleged.dossiers.questions import Question
    from alleged.dossiers.responses import Responses
    from alleged.dossiers.subject import Answer
    from alleged.dossiers.victims import Victims
    from alleged.knowledge.known import Knowledge
    from alleged.ledger.interface import Ledger
    from alleged.model.document import Document
    from alleged.model.entity import Entity

SPEAKING = 5
"""Claims that it makes itself of which a dossier shows the words; the rest is a search away."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document with claims about the subject, how many they are, and what it goes back to."""

    document: Document
    name: str
    """As it was read."""
    claims: int
    descent: Descent


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a ledger holds about a name, put in order."""

    actor: Actor
    speaking: ClaimList
    """What the name says itself, of whomever; cut, with the total."""
    victims: Victims
    responses: Responses
    questions: tuple[Question, ...]
    lately: Lately | None
    """None where the ledger was never written to."""
    sources: tuple[Source, ...]
    listed: tuple[Entity, ...]
    """Entries of all lists that have the name and can act."""

    @property
    def is_empty(self) -> bool:
        """Whether nobody says anything of the name, and the name says nothing."""
        return not (self.actor.subject.claims or self.speaking.claims)

    def answers(self) -> tuple[tuple[RelationType, Scope, tuple[Answer, ...]], ...]:
        """The answers by what they do and to how much, denials of one thing first."""
        order = [(kind, scope) for kind in RelationType for scope in Scope]
        found = ((*key, tuple(self._pick(*key))) for key in order)
        return tuple(group for group in found if group[2])

    def _pick(self, kind: RelationType, scope: Scope) -> Iterator[Answer]:
        return (a for a in self.actor.subject.answers if (a.type, a.scope) == (kind, scope))


def view_dossier(
    ledger: Ledger, opener: Callable[[], Knowledge], asked: tuple[str, Sequence[str]], until: tuple[str, int]
) -> Dossier:
    """The dossier of a name by way of these authorities; `asked` is as `view_actor` takes it.

    `until` is when the ledger was written to last, and how many days before that count as lately.
    """
    actor, decisions = view_actor(ledger, opener, asked), ledger.decisions()
    with closing(opener()) as knowledge:
        victims = view_victims(actor.subject, knowledge, decisions)
        return Dossier(
            actor,
            view_claims(ledger, ClaimQuery(speaker=asked[0], limit=SPEAKING)),
            victims,
            view_responses(actor.subject, knowledge),
            find_questions(actor, victims, (knowledge, decisions)),
            view_lately(ledger, actor, find_since(*until)) if until[0] else None,
            tuple(_list_sources(actor)),
            knowledge.find(asked[0], knowledge.choose(kinds=ACTING)),
        )


def _list_sources(actor: Actor) -> Iterator[Source]:
    """The documents in order of publication, as far as it is known."""
    counts: dict[str, int] = {}
    texts = {}
    for claim in actor.subject.claims:
        counts[claim.document] = counts.get(claim.document, 0) + 1
        texts[claim.document] = actor.listing.provenance[claim.text]
    descents: Mapping[str, Descent] = list_descents(actor.lineage)
    for document in actor.lineage.documents:
        known = texts[document]
        yield Source(known.text.document, known.source, counts[document], descents[document])

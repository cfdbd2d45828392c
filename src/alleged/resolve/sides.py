"""Which state a claim's speaker and its accused belong to, as far as their names tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.lexicon.names import find_state, names
from alleged.lexicon.words import find_words
from alleged.model.vocabulary import Kind

if TYPE_CHECKING:
    from alleged.model.claim import Claim, Speaker


def side_of(speaker: Speaker) -> str | None:
    """The state that the speaker belongs to, or the speaker's own name where no state is named.

    The name goes before the words: "its embassy in London" is the Chinese embassy in London.
    """
    said = speaker.span.exact if speaker.span else ""
    principal = find_state(speaker.on_behalf_of or "")
    return principal or find_state(speaker.name or "") or find_state(said) or speaker.name


def states_of(speaker: Speaker) -> frozenset[str]:
    """Every state that the speaker's names tell, for those who speak together."""
    said = speaker.span.exact if speaker.span else ""
    return states_in(speaker.on_behalf_of or "") | states_in(said) | states_in(speaker.name or "")


def states_in(text: str) -> frozenset[str]:
    """The states that the text names, by themselves, their people, seats or offices."""
    found = names().find(find_words(text))
    return frozenset(match.name.state for match in found if match.name.state)


def side_of_accused(claim: Claim) -> str | None:
    """The state (or else the actor) that the claim accuses; None where the words name none.

    Who says whom a group works for accuses the employer: "the hackers work for the GRU" is against Russia.
    """
    employers = claim.targets if claim.kind is Kind.ATTRIBUTION else ()
    for accused in (*claim.actors, *employers):
        state = find_state(accused.name) or (find_state(accused.span.exact) if accused.span else None)
        if state:
            return state
    return claim.actors[0].name if claim.actors else None

"""Who of those accused in a ledger is a private person: when in doubt, somebody is.

A claim keeps a name and not what bears it. What reads like the name of a person, and is known as nothing
else, is taken for one; what a document introduces as a firm is none; who speaks in an official role, is named
with a public office, or is listed by an authority is no private person.
"""

from __future__ import annotations

import re
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.introductions import find_introduced
from alleged.dossiers.persons import reads_like_person
from alleged.knowledge.keys import name_key
from alleged.ledger.interface import ClaimQuery
from alleged.lexicon.grammar import grammar
from alleged.model.vocabulary import PUBLIC_OFFICES, Act, Basis, Kind, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from alleged.knowledge.known import Knowledge
    from alleged.ledger.decided import DecidedLedger
    from alleged.model.claim import Claim, Mention

ACCUSATIONS = frozenset({Kind.OPERATION, Kind.ATTRIBUTION, Kind.IMPACT, Kind.MOTIVE})
"""Kinds of claims that accuse those who act in them."""
CHARGES = frozenset({Act.INDICT, Act.SANCTION, Act.ARREST, Act.CONVICT, Act.LAWSUIT})
"""Responses that accuse those to whom they are done."""

_UNTOLD = frozenset({Stance.DENIES, Stance.DECLINES})
_NAMED = frozenset({Basis.EXPLICIT, Basis.INHERITED})
_LAST_WORD = re.compile(r"([^\W\d_]{1,40})[.,]?\s{0,8}\Z")
_OFFICE_BEHIND = re.compile(r"\A,? (?:then |former |the )?([^\W\d_]{1,40}) of\b")


@dataclass(frozen=True, slots=True)
class Privacy:
    """The names of a ledger as they are told apart when something leaves it."""

    private: frozenset[str] = frozenset()
    """Of accused private persons, as the claims have them."""
    others: frozenset[str] = frozenset()
    """All other names of actors, targets and speakers."""


def view_privacy(ledger: DecidedLedger, opener: Callable[[], Knowledge]) -> Privacy:
    """Who is private in a ledger, by all that it holds, also what its views leave out.

    `opener` gives the lists.
    """
    corrected = tuple(map(ledger.get_claim, ledger.effects().corrections))
    every = ledger.stored.names().union(name for claim in corrected for name in _list_names(claim))
    claims = (*_find_naming_persons(ledger, every), *corrected)
    private = find_private(claims)
    if private:  # the lists take seconds to be made ready, the first time
        with closing(opener()) as knowledge:
            private = frozenset(name for name in private if not knowledge.find(name))
    return Privacy(private, frozenset(every - private))


def _find_naming_persons(ledger: DecidedLedger, names: Iterable[str]) -> tuple[Claim, ...]:
    """The claims of any reading that bear what reads like the name of a person, in whatever form."""
    forms: dict[str, set[str]] = defaultdict(set)
    for name in names:
        forms[name_key(name)].add(name)
    persons = (found for found in forms.values() if any(map(reads_like_person, found)))
    wanted = frozenset(name for found in persons for name in found)
    return ledger.stored.claims(ClaimQuery(names=wanted, every_reading=True)).claims if wanted else ()


def find_newest(ledger: DecidedLedger) -> str:
    """When the ledger was written to last, ISO 8601, UTC; "" if it never was.

    For who does not see all of it, by what is to be seen.
    """
    if ledger.access().sees_all:
        events = ledger.events()
        return events[-1].at if events else ""
    read = (attempt.at for attempt in ledger.stored.inputs())
    decided = (decision.at for decision in ledger.stored.decisions())
    return max((*read, *decided), default="")


def _list_names(claim: Claim) -> Iterator[str]:
    yield from (mention.name for mention in (*claim.actors, *claim.targets))
    yield from filter(None, (claim.speaker.name, claim.speaker.on_behalf_of))


def find_private(claims: Iterable[Claim]) -> frozenset[str]:
    """The names of accused private persons among the actors and targets of these claims.

    Who is listed by an authority is among them.
    """
    held = tuple(claims)
    public = {name_key(name) for name in (*_find_officials(held), *find_introduced(held))}
    accused = {mention.name for claim in held for mention in list_accused(claim)}
    return frozenset(name for name in accused if reads_like_person(name) and name_key(name) not in public)


def list_accused(claim: Claim) -> tuple[Mention, ...]:
    """Whom a claim accuses: those who act, or those to whom something is done about it."""
    if claim.kind in ACCUSATIONS and claim.stance not in _UNTOLD:
        return claim.actors
    return claim.targets if claim.act in CHARGES else ()


def _find_officials(claims: Iterable[Claim]) -> Iterator[str]:
    for claim in claims:
        speaker = claim.speaker
        if speaker.name and speaker.role in PUBLIC_OFFICES and speaker.basis in _NAMED:
            yield speaker.name
        for mention in (*claim.actors, *claim.targets):
            if _has_office(mention):
                yield mention.name


def _has_office(mention: Mention) -> bool:
    """Whether the office stands beside the name: "President Orla Venn", "Orla Venn, governor of ..."."""
    if not mention.span:
        return False
    before = _LAST_WORD.search(mention.span.prefix)
    behind = _OFFICE_BEHIND.search(mention.span.suffix)
    inside = mention.span.exact.split()[:1]
    told = [found[1] for found in (before, behind) if found] + inside
    return any(word.casefold().rstrip(".") in grammar().office_titles for word in told)

"""Who of those accused in a ledger is a private person: when in doubt, somebody is.

A claim keeps a name and not what bears it. What reads like the name of a person, and is known as nothing
else, is taken for one; who speaks in an official role, is named with a public office, or is listed by an
authority is no private person.
"""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.extract.cast import LONGEST_PERSON
from alleged.knowledge.common import is_common
from alleged.knowledge.keys import name_key
from alleged.ledger.interface import ClaimQuery
from alleged.lexicon.grammar import grammar
from alleged.lexicon.names import names
from alleged.lexicon.nominals import nominals
from alleged.model.vocabulary import PUBLIC_OFFICES, Act, Basis, Kind, Stance
from alleged.resolve.firm_terms import find_terms
from alleged.resolve.han import is_han

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from alleged.knowledge.known import Knowledge
    from alleged.ledger.decided import DecidedLedger
    from alleged.model.claim import Claim, Mention

ACCUSATIONS = frozenset({Kind.OPERATION, Kind.ATTRIBUTION, Kind.IMPACT, Kind.MOTIVE})
"""Kinds of claims that accuse those who act in them."""
CHARGES = frozenset({Act.INDICT, Act.SANCTION, Act.ARREST, Act.CONVICT, Act.LAWSUIT})
"""Responses that accuse those to whom they are done."""
OFFICES = frozenset(
    {
        "president",
        "minister",
        "secretary",
        "senator",
        "sen",
        "representative",
        "rep",
        "judge",
        "ambassador",
        "governor",
        "mayor",
        "chancellor",
        "premier",
        "king",
        "prince",
        "undersecretary",
        "envoy",
        "commissioner",
    }
)
"""What stands before the name of who holds a public office; ranks and posts of firms do not count."""

_UNTOLD = frozenset({Stance.DENIES, Stance.DECLINES})
_NAMED = frozenset({Basis.EXPLICIT, Basis.INHERITED})
_PARTICLES = frozenset(
    {"de", "van", "von", "der", "den", "al", "el", "bin", "ibn", "la", "le", "du", "da", "del", "dos"}
)
_SHORTEST = 2
_LONGEST_HAN = 4
_MARKS = str.maketrans("", "", "-'’ʼ‘`.·\u00ad\u200b\u200c\u200d")
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
    stored = ledger.stored.claims(ClaimQuery(every_reading=True)).claims
    effects = ledger.effects()
    claims = (*stored, *(effects.restate(claim) for claim in stored if claim.id in effects.corrections))
    private = find_private(claims)
    if private:  # the lists take seconds to be made ready, the first time
        with closing(opener()) as knowledge:
            private = frozenset(name for name in private if not knowledge.find(name))
    every = {name for claim in claims for name in _list_names(claim)}
    return Privacy(private, frozenset(every - private))


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
    public = {name_key(name) for name in _find_officials(held)}
    accused = {mention.name for claim in held for mention in list_accused(claim)}
    return frozenset(name for name in accused if reads_like_person(name) and name_key(name) not in public)


def list_accused(claim: Claim) -> tuple[Mention, ...]:
    """Whom a claim accuses: those who act, or those to whom something is done about it."""
    if claim.kind in ACCUSATIONS and claim.stance not in _UNTOLD:
        return claim.actors
    return claim.targets if claim.act in CHARGES else ()


def reads_like_person(name: str) -> bool:
    """Whether a name could be that of a person: two to four words with capitals, or two to four characters.

    Names that the lexicon knows, and those with a word for a body or a firm in them, are none.
    """
    words = _without_titles(name)
    if names().get(name) or find_terms(name).forms or _is_code_name(words):
        return False
    if len(words) == 1 and is_han(words[0]):
        return _SHORTEST <= len(words[0]) <= _LONGEST_HAN
    return _SHORTEST <= len(words) <= LONGEST_PERSON and all(map(_can_be_part, words))


def _is_code_name(words: list[str]) -> bool:
    """Whether it is all in capitals with an ordinary word in it, as groups are called: "GREY HERON"."""
    return all(map(str.isupper, words)) and any(is_common(word.casefold()) for word in words)


def _without_titles(name: str) -> list[str]:
    words = name.split()
    while len(words) > _SHORTEST and words[0].casefold().rstrip(".") in grammar().titles:
        words = words[1:]
    return words


def _can_be_part(word: str) -> bool:
    small, known = word.casefold(), names().get(word)
    if not word.translate(_MARKS).isalpha() or small in _body_words():
        return False
    is_name = not word[0].islower() or small in _PARTICLES
    return is_name and (known is None or known.type == "firms")


def _body_words() -> frozenset[str]:
    known = nominals()
    return grammar().organisation_words | known.actors | known.organisations | known.people


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
    return any(word.casefold().rstrip(".") in OFFICES for word in told)

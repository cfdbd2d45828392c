"""What is said of one name, by whom, and who answers it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from alleged.dossiers.bearers import Side, find_named, list_for_lookup, merge_bearers
from alleged.dossiers.decided import find_decided_relations
from alleged.dossiers.joining import Joining
from alleged.dossiers.voices import group_by_speaker
from alleged.ledger.interface import ClaimQuery
from alleged.model.wire import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from alleged.dossiers.bearers import Bearer, ListedNames
    from alleged.dossiers.voices import Voice
    from alleged.knowledge.known import Knowledge
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.model.link import Relation
    from alleged.model.vocabulary import RelationType, Scope


Borne: TypeAlias = tuple[tuple[str, str], ...]
"""Names that a claim bears: each as its words have it, and the key of the name that was looked up."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim that denies, confirms or declines to comment on claims about the subject."""

    claim: Claim
    type: RelationType
    scope: Scope
    answered: tuple[Claim, ...]
    reasons: tuple[str, ...]
    """Why it is taken for an answer."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the ledger holds about a name: claims in which it acts, claims in which it is acted upon, answers.

    A claim in which it does both is among `acting` only. Answers may come from claims that do not name it.
    `total` counts all claims of the ledger.
    """

    joining: Joining
    """The name, and what was looked up together with it."""
    acting: tuple[Voice, ...]
    acted_upon: tuple[Voice, ...]
    answers: tuple[Answer, ...]
    total: int
    borne: Mapping[str, Borne]
    """By claim id, the names that its own words use, each with the key of the name that was looked up."""

    @property
    def name(self) -> str:
        """The name that was asked for."""
        return self.joining.name

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim about the subject, once."""
        return tuple(claim for voice in (*self.acting, *self.acted_upon) for claim in voice.claims)

    @property
    def all_claims(self) -> tuple[Claim, ...]:
        """The claims about the subject and those that answer them, each once."""
        claims = (*self.claims, *(answer.claim for answer in self.answers))
        return tuple({claim.id: claim for claim in claims}.values())

    def count_by_key(self) -> Counter[str]:
        """How many claims each name that was looked up brought, by its key; a claim may bear several."""
        return Counter(key for borne in self.borne.values() for key in {key for _, key in borne})


def view_subject(ledger: Ledger, name: str) -> Subject:
    """What the ledger holds about `name` alone; empty if nobody says anything of it."""
    return view_joined(ledger, Joining(name))


def view_joined(ledger: Ledger, joining: Joining, knowledge: Knowledge | None = None) -> Subject:
    """What the ledger holds about a name and those that are joined to it, no claim twice.

    `knowledge` tells which words are names of others; without it, a joined name must stand alone in a claim.
    """
    names = list_for_lookup((joined.name for joined in joining.names), knowledge)
    acting = _find_bearers(ledger, Side.ACTING, (joining.name, names))
    acted_upon = _find_bearers(ledger, Side.ACTED_UPON, (joining.name, names))
    done, suffered = _in_order(ledger, acting), _in_order(ledger, acted_upon)
    return Subject(
        joining,
        group_by_speaker(done),
        group_by_speaker(claim for claim in suffered if claim.id not in acting),
        _view_answers(ledger, tuple({claim.id: claim for claim in (*done, *suffered)}.values())),
        ledger.claims(ClaimQuery(limit=1)).total,
        {id_: bearer.names for id_, bearer in _merge((*acting.values(), *acted_upon.values())).items()},
    )


def find_claims(ledger: Ledger, joining: Joining, knowledge: Knowledge | None = None) -> tuple[Claim, ...]:
    """The claims of `view_joined`, without who answers them."""
    names = list_for_lookup((joined.name for joined in joining.names), knowledge)
    found = [_find_bearers(ledger, side, (joining.name, names)) for side in Side]
    return tuple({id_: bearer.claim for bearers in found for id_, bearer in bearers.items()}.values())


def _find_bearers(ledger: Ledger, side: Side, names: tuple[str, ListedNames]) -> dict[str, Bearer]:
    """By their ids, the claims that bear the name asked for or a joined one on that side."""
    asked, joined = names
    return _merge((*find_named(ledger, side, asked), *joined.find(ledger, side)))


def _merge(bearers: Iterable[Bearer]) -> dict[str, Bearer]:
    """Each claim once, with all the names by which it was found."""
    found: dict[str, Bearer] = {}
    for bearer in bearers:
        known = found.get(bearer.claim.id)
        found[bearer.claim.id] = merge_bearers(known, bearer) if known else bearer
    return found


def _in_order(ledger: Ledger, bearers: Mapping[str, Bearer]) -> list[Claim]:
    """The claims in order of document and place, which several look-ups do not keep."""
    documents = dict.fromkeys(attempt.document for attempt in ledger.inputs() if attempt.document)
    places = {document: place for place, document in enumerate(documents)}
    claims = (bearer.claim for bearer in bearers.values())
    return sorted(claims, key=lambda c: (places.get(c.document, 0), c.quote.start, c.content.start))


def _view_answers(ledger: Ledger, claims: tuple[Claim, ...]) -> tuple[Answer, ...]:
    known = {claim.id: claim for claim in claims}
    found = find_decided_relations(ledger, tuple(known))
    relations = [r for r in found if r.to in known and r.type in ANSWERS]
    answering = {r.claim: known.get(r.claim) or ledger.get_claim(r.claim) for r in relations}
    return resolve_answers(relations, {**known, **answering})


def resolve_answers(relations: Iterable[Relation], claims: Mapping[str, Claim]) -> tuple[Answer, ...]:
    """The relations with their claims in place of ids, one answer for each claim, type and scope."""
    groups: dict[tuple[str, RelationType, Scope], list[Relation]] = {}
    for relation in relations:
        groups.setdefault((relation.claim, relation.type, relation.scope), []).append(relation)
    return tuple(_resolve(group, claims) for group in groups.values())


def _resolve(group: Sequence[Relation], claims: Mapping[str, Claim]) -> Answer:
    first = group[0]
    answered = tuple(claims[relation.to] for relation in group)
    reasons = tuple(dict.fromkeys(relation.reason for relation in group))
    return Answer(claims[first.claim], first.type, first.scope, answered, reasons)

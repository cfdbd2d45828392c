"""A ledger as it is viewed: what people rejected or retracted is left out, what they corrected is corrected.

This is the only place where decisions on claims and documents take effect: every view gets its claims here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.ledger.carrying import find_carried
from alleged.ledger.effects import Decided, Effects, find_effects, find_hidden
from alleged.ledger.facets import count_anew
from alleged.ledger.interface import Aspect, ClaimQuery
from alleged.ledger.names import name_words
from alleged.model.decision import About, standing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import datetime

    from alleged.ledger.interface import Entry, Facet, Held, Ledger, Page, Ranked, Tally
    from alleged.model.access import Access, Marking, Member
    from alleged.model.audit import Audit, Event, Head
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision, Signature
    from alleged.model.document import Document, Input, Text
    from alleged.model.erasure import Traces, Wanted
    from alleged.model.link import Relation

NO_MARK: tuple[int, ...] = (-1,)


class Shown(StrEnum):
    """What of a ledger is to be seen."""

    STANDING = "standing"
    """What nobody rejected or retracted, of every changed page the newest version."""
    REJECTED = "rejected"
    """Of the claims only those that were rejected."""
    RETRACTED = "retracted"
    """Only the documents that were retracted, with their claims."""
    ALL = "all"
    """Everything, corrected."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much the views leave out; every count is of the newest readings."""

    total: int
    """Claims with those that are left out."""
    shown: int
    rejected: int
    doubles: int
    retracted: int
    """Documents."""
    older: int
    """Documents that a newer version replaces."""


class DecidedLedger:
    """A ledger, as the `Ledger` protocol says, with the effects of what people decided."""

    def __init__(
        self, stored: Ledger, shown: Shown = Shown.STANDING, within: frozenset[str] | None = None
    ) -> None:
        self.stored = stored
        self._shown = shown
        self._within = within
        self._mark = NO_MARK
        self._effects = Effects()

    def showing(self, shown: Shown) -> DecidedLedger:
        """The same ledger, of which something else is to be seen."""
        return DecidedLedger(self.stored, shown, self._within)

    def within(self, documents: Iterable[str] | None) -> DecidedLedger:
        """The same ledger, of which only these documents and their claims are listed; of all, if None.

        What is asked for by its id is found wherever it is.
        """
        return DecidedLedger(self.stored, self._shown, None if documents is None else frozenset(documents))

    def as_of(self, time: datetime) -> DecidedLedger:
        """What the ledger held at that instant, with what was decided by then."""
        return DecidedLedger(self.stored.as_of(time), self._shown, self._within)

    def effects(self) -> Effects:
        """What the decisions in force do; found anew when something was stored."""
        mark = self.stored.mark()
        if mark != self._mark:
            counting = standing(self.stored.decisions())
            decided = Decided.of(counting, find_carried(self.stored, counting))
            self._effects = find_effects(decided, self._find_documents(decided), self.stored.get_claim)
            self._mark = mark
        return self._effects

    def _find_documents(self, decided: Decided) -> tuple[Document, ...]:
        """All where a publisher was retracted, or else those that say that they are a version of another."""
        everything = bool(decided.by_about[About.PUBLISHER])
        return self.stored.documents() if everything else self.stored.versions()

    def claims(self, query: ClaimQuery) -> Page:
        """The claims that `query` asks for; what is corrected is sought as it is corrected."""
        page = self.stored.claims(self._put(query))
        return replace(page, claims=tuple(map(self.effects().restate, page.claims)))

    def tallies(self, query: ClaimQuery) -> tuple[Tally, ...]:
        """Where the claims that `query` asks for stand."""
        return self.stored.tallies(self._put(query))

    def ranked(self, query: ClaimQuery) -> tuple[Ranked, ...]:
        """The claims that `query` asks for, the least sure first."""
        return self.stored.ranked(self._put(query))

    def facets(self, query: ClaimQuery, aspects: Iterable[Aspect] = tuple(Aspect)) -> Mapping[Aspect, Facet]:
        """The claims that `query` asks for, counted as they are corrected."""
        put, effects = self._put(query), self.effects()
        counted = self.stored.facets(put, aspects)
        if not effects.corrections:
            return counted
        only = frozenset(effects.corrections) if put.only is None else put.only
        found = self.stored.claims(replace(put, limit=None, start=0, only=only)).claims
        read = [claim for claim in found if claim.id in effects.corrections]
        return count_anew(counted, read, map(effects.restate, read))

    def _put(self, query: ClaimQuery) -> ClaimQuery:
        """The query as it is put to what is stored."""
        effects, within = self.effects(), self._within
        if within is not None:
            own = within if query.within is None else within.intersection(query.within)
            query = replace(query, within=own)
        return self._restate_query(self._narrow(query, effects), effects)

    def _narrow(self, query: ClaimQuery, effects: Effects) -> ClaimQuery:
        """The query for what is to be seen; who asks for one document gets it in its older version, too."""
        prefix = (query.document or "").lower()
        older = {document for document in effects.newer if not prefix or not document.startswith(prefix)}
        without = query.without.union(effects.rejected, effects.doubles, effects.retracted, older)
        match self._shown:
            case Shown.ALL:
                return query
            case Shown.REJECTED:
                only = effects.rejected.keys()
            case Shown.RETRACTED:
                only = effects.retracted.keys()
            case Shown.STANDING:
                return replace(query, without=without)
        wanted = frozenset(only) if query.only is None else query.only.intersection(only)
        return replace(query, only=wanted, without=without.difference(only))

    def _restate_query(self, query: ClaimQuery, effects: Effects) -> ClaimQuery:
        """The query with corrected claims among those that match, or not, as they are corrected."""
        corrected = frozenset(effects.corrections).difference(query.without)
        if not corrected or not _asks_for_codes(query):
            return query
        only = corrected if query.only is None else query.only
        scope = ClaimQuery(search=query.search, document=query.document, only=only, without=query.without)
        scope = replace(scope, within=query.within)
        found = (claim for claim in self.stored.claims(scope).claims if claim.id in corrected)
        also = frozenset(c.id for c in map(effects.restate, found) if _matches(c, query))
        return replace(query, also=also, without=query.without.union(corrected - also))

    def names(self) -> frozenset[str]:
        """Every name in claims of any reading, as they were read."""
        return self.stored.names()

    def get_claim(self, claim_id: str) -> Claim:
        """The claim of that id as it is corrected, also one that the views leave out."""
        return self.effects().restate(self.stored.get_claim(claim_id))

    def texts(self, documents: Collection[str] | None = None) -> tuple[Text, ...]:
        """The newest text of every document, or of some, that is to be seen."""
        effects, found = self.effects(), self.stored.texts(self._pick(documents))
        return tuple(text for text in found if self._is_seen(text.document.id, effects))

    def documents(self, documents: Collection[str] | None = None) -> tuple[Document, ...]:
        """The same without the words."""
        effects, found = self.effects(), self.stored.documents(self._pick(documents))
        return tuple(each for each in found if self._is_seen(each.id, effects))

    def _pick(self, documents: Collection[str] | None) -> Collection[str] | None:
        """Those of the documents that are listed; None for all there are."""
        if self._within is None or documents is None:
            return documents if self._within is None else self._within
        return self._within.intersection(documents)

    def _is_seen(self, document: str, effects: Effects) -> bool:
        if self._shown is Shown.RETRACTED:
            return document in effects.retracted
        return self._shown is Shown.ALL or document not in effects.documents

    def inputs(self, documents: Collection[str] | None = None) -> tuple[Input, ...]:
        """Every attempt to read something, but for those that brought a document which was retracted."""
        found = self.stored.inputs(self._pick(documents))
        if self._shown is Shown.ALL:
            return found
        retracted, wanted = self.effects().retracted, self._shown is Shown.RETRACTED
        return tuple(i for i in found if ((i.document or "") in retracted) is wanted)

    def find_relations(self, claim_ids: tuple[str, ...]) -> tuple[Relation, ...]:
        """The relations of these claims to others, but for those that are left out."""
        relations = self.stored.find_relations(claim_ids)
        others = {end for relation in relations for end in (relation.claim, relation.to)}
        hidden = find_hidden(self, others.difference(claim_ids))
        return tuple(r for r in relations if hidden.isdisjoint((r.claim, r.to)))

    def left_out(self) -> LeftOut:
        """How much the views leave out."""
        effects, standing = self.effects(), DecidedLedger(self.stored)
        if not (effects.claims or effects.documents):
            return LeftOut(0, 0, 0, 0, 0, 0)
        nothing = ClaimQuery(limit=0)
        return LeftOut(
            self.stored.claims(nothing).total,
            standing.claims(nothing).total,
            len(effects.rejected),
            len(effects.doubles),
            len(effects.retracted),
            len(effects.newer),
        )

    def append(self, entry: Entry) -> None:
        """Store a document, its text, claims, relations and input in one transaction, or nothing at all."""
        self.stored.append(entry)

    def note(self, attempt: Input) -> None:
        """Store an input that brought nothing new."""
        self.stored.note(attempt)

    def decide(self, decision: Decision, seen: Collection[str] | None = None) -> None:
        """Store a decision; raises LedgerError where it does not fit what the ledger holds."""
        self.stored.decide(decision, seen)

    def holds(self, text_id: str, extractor: str, extractor_version: str) -> bool:
        """Whether this text was already read by this version of this extractor."""
        return self.stored.holds(text_id, extractor, extractor_version)

    def get_text(self, text_id: str) -> Text:
        """A stored text with its document; raises LedgerError if there is none."""
        return self.stored.get_text(text_id)

    def versions(self) -> tuple[Document, ...]:
        """Every document that a reading says is a changed version of another."""
        return self.stored.versions()

    def readings(self, document_id: str) -> tuple[Held, ...]:
        """How a document was read, oldest first."""
        return self.stored.readings(document_id)

    def get_data(self, document_id: str) -> bytes:
        """The archived bytes of a document; raises LedgerError if there are none."""
        return self.stored.get_data(document_id)

    def is_erased(self, document_id: str) -> bool:
        """Whether the bytes of a document were destroyed: it is not read again."""
        return self.stored.is_erased(document_id)

    def find_traces(self, wanted: Wanted) -> Traces:
        """What erasing these names would touch, also in what the views leave out."""
        return self.stored.find_traces(wanted)

    def erase(self, wanted: Wanted, by: Signature) -> Traces:
        """Erase names from every row, and destroy the bytes of the documents in which they stand."""
        return self.stored.erase(wanted, by)

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision, also those no longer in force, oldest first."""
        return self.stored.decisions()

    def events(self) -> tuple[Event, ...]:
        """Every event of the chain, oldest first."""
        return self.stored.events()

    def head(self) -> Head:
        """What stands for everything in the ledger now."""
        return self.stored.head()

    def audit(self, head: Head | None = None) -> Audit:
        """Every row, index and event that is not as it was stored, also against a head taken earlier."""
        return self.stored.audit(head)

    def access(self) -> Access:
        """As what, and cleared for what, this ledger is open."""
        return self.stored.access()

    def members(self) -> tuple[Member, ...]:
        """Who shares the ledger now."""
        return self.stored.members()

    def set_member(self, member: Member) -> None:
        """Store what somebody is from now on."""
        self.stored.set_member(member)

    def markings(self) -> tuple[Marking, ...]:
        """How documents are marked now."""
        return self.stored.markings()

    def set_marking(self, marking: Marking) -> None:
        """Store for whose eyes a document is from now on."""
        self.stored.set_marking(marking)

    def mark(self) -> tuple[int, ...]:
        """Differs after anything was stored."""
        return self.stored.mark()

    def close(self) -> None:
        """Release the file."""
        self.stored.close()


def _asks_for_codes(query: ClaimQuery) -> bool:
    asked = (query.speaker, query.actor, query.target, query.stance, query.kind, query.act)
    return any(value is not None for value in asked)


def _matches(claim: Claim, query: ClaimQuery) -> bool:
    """Whether the names and codes of a claim are those asked for."""
    return all(_find_misfits(claim, query))


def _find_misfits(claim: Claim, query: ClaimQuery) -> Iterator[bool]:
    yield query.stance in (None, claim.stance)
    yield query.kind in (None, claim.kind)
    yield query.act in (None, claim.act)
    yield query.names is None or not query.names.isdisjoint(_list_names(claim))
    yield query.speaker is None or _bears(claim.speaker.name or "", query.speaker)
    yield query.actor is None or any(_bears(each.name, query.actor) for each in claim.actors)
    yield query.target is None or any(_bears(each.name, query.target) for each in claim.targets)


def _list_names(claim: Claim) -> Iterator[str]:
    yield from (mention.name for mention in (*claim.actors, *claim.targets))
    if claim.speaker.name is not None:
        yield claim.speaker.name


def _bears(name: str, wanted: str) -> bool:
    """Whether the words of `name` hold those wanted, one after the other."""
    words = name_words(wanted)
    return bool(words) and f" {' '.join(words)} " in f" {' '.join(name_words(name))} "

"""What a changed page says otherwise than before: in words, sentence by sentence, and in claims."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest
from typing import TYPE_CHECKING

from alleged.dossiers.history import get_document
from alleged.errors import LedgerError
from alleged.ledger.interface import ClaimQuery
from alleged.model.correction import Field, tell_field
from alleged.model.ids import SHORT_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from alleged.ledger.decided import DecidedLedger
    from alleged.model.claim import Claim
    from alleged.model.document import Text

ALIKE = 0.5
"""Share of the words of two quotes, taken together, from which on one is the other, changed."""
LONGEST = 400
"""Words of a sentence up to which its changed words are told one by one."""


class Change(StrEnum):
    """What became of a sentence or a claim."""

    GONE = "gone"
    NEW = "new"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a changed sentence: gone, new, or, with no change, both before and after."""

    words: str
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """A sentence that is gone, new or changed."""

    change: Change
    older: str
    newer: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim that is gone, new or changed; `fields` are those in which it changed, "quote" for its words."""

    change: Change
    older: Claim | None
    newer: Claim | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diff:
    """Two documents, what changed from the older to the newer, and how many claims did not."""

    older: Text
    newer: Text
    edits: tuple[Edit, ...]
    claims: tuple[ClaimChange, ...]
    unchanged: int


def view_diff(ledger: DecidedLedger, asked: str, other: str | None = None) -> Diff:
    """What changed between two documents, by name or id; without `other` the version before or after it.

    Raises LedgerError where there is none.
    """
    older, newer = (_get_text(ledger, document) for document in _choose(ledger, asked, other))
    pairs = list(_pair_claims(_find_claims(ledger, older), _find_claims(ledger, newer)))
    changes = tuple(change for one, two in pairs if (change := _compare(one, two)))
    return Diff(older, newer, tuple(find_edits(older, newer)), changes, len(pairs) - len(changes))


def _choose(ledger: DecidedLedger, asked: str, other: str | None) -> tuple[str, str]:
    """The ids of the older and the newer document."""
    document, newer = get_document(ledger, asked).id, ledger.effects().newer
    if other is not None:
        second = get_document(ledger, other).id
        return (second, document) if newer.get(second) == document else (document, second)
    before = [older for older, replacing in newer.items() if replacing == document]
    if before:
        return before[-1], document
    if document in newer:
        return document, newer[document]
    raise LedgerError(
        f"document {document[:SHORT_ID]} has no other version; name a document to compare it with"
    )


def _get_text(ledger: DecidedLedger, document: str) -> Text:
    return ledger.get_text(ledger.readings(document)[-1].text)


def _find_claims(ledger: DecidedLedger, text: Text) -> tuple[Claim, ...]:
    return ledger.claims(ClaimQuery(document=text.document.id)).claims


def find_edits(older: Text, newer: Text) -> Iterator[Edit]:
    """The sentences that are gone, new or changed, in order."""
    before, after = _sentences(older), _sentences(newer)
    for kind, start, end, first, last in SequenceMatcher(None, before, after).get_opcodes():
        if kind != "equal":
            for one, two in zip_longest(before[start:end], after[first:last], fillvalue=""):
                yield _edit(one, two)


def _sentences(text: Text) -> list[str]:
    return [" ".join(text.clean[s.start : s.end].split()) for s in text.sentences]


def _edit(older: str, newer: str) -> Edit:
    if older and newer:
        return Edit(Change.CHANGED, older, newer, tuple(_find_pieces(older.split(), newer.split())))
    change = Change.GONE if older else Change.NEW
    return Edit(change, older, newer, (Piece(older or newer, change),))


def _find_pieces(older: Sequence[str], newer: Sequence[str]) -> Iterator[Piece]:
    if max(len(older), len(newer)) > LONGEST:
        yield Piece(" ".join(older), Change.GONE)
        yield Piece(" ".join(newer), Change.NEW)
        return
    for kind, start, end, first, last in SequenceMatcher(None, older, newer).get_opcodes():
        if kind == "equal":
            yield Piece(" ".join(older[start:end]))
            continue
        if start < end:
            yield Piece(" ".join(older[start:end]), Change.GONE)
        if first < last:
            yield Piece(" ".join(newer[first:last]), Change.NEW)


def _pair_claims(
    older: Sequence[Claim], newer: Sequence[Claim]
) -> Iterator[tuple[Claim | None, Claim | None]]:
    """Each claim once: with the one of the same words, or content, or nearly the same words, or alone."""
    left, right = list(older), list(newer)
    for key in (_by_all, _by_words, _by_content):
        yield from _take_alike(left, right, key)
    yield from _take_near(left, right)
    yield from ((claim, None) for claim in left)
    yield from ((None, claim) for claim in right)


def _take_alike(
    left: list[Claim], right: list[Claim], key: Callable[[Claim], Hashable]
) -> Iterator[tuple[Claim, Claim]]:
    """The pairs with the same key, in order, taken out of both lists."""
    waiting: dict[Hashable, list[Claim]] = {}
    for claim in right:
        waiting.setdefault(key(claim), []).append(claim)
    for claim in tuple(left):
        if found := waiting.get(key(claim)):
            other = found.pop(0)
            left.remove(claim)
            right.remove(other)
            yield claim, other


def _by_words(claim: Claim) -> Hashable:
    return _fold(claim.quote.exact), _fold(claim.content.exact)


def _by_all(claim: Claim) -> Hashable:
    return _by_words(claim), tuple(tell_field(claim, field) for field in Field)


def _by_content(claim: Claim) -> Hashable:
    return _fold(claim.content.exact)


def _fold(words: str) -> str:
    return " ".join(words.split())


def _take_near(left: list[Claim], right: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of which the quotes share most words, if these are enough."""
    for claim in tuple(left):
        best = max(right, key=lambda other: _likeness(claim, other), default=None)
        if best and _likeness(claim, best) >= ALIKE:
            left.remove(claim)
            right.remove(best)
            yield claim, best


def _likeness(one: Claim, other: Claim) -> float:
    mine, theirs = set(one.quote.exact.casefold().split()), set(other.quote.exact.casefold().split())
    return len(mine & theirs) / len(mine | theirs)


def _compare(older: Claim | None, newer: Claim | None) -> ClaimChange | None:
    """What changed of a claim; None where nothing did."""
    if older is None or newer is None:
        return ClaimChange(Change.NEW if newer else Change.GONE, older, newer)
    fields = [field.value for field in Field if tell_field(older, field) != tell_field(newer, field)]
    words = ["quote"] if _by_words(older) != _by_words(newer) else []
    return ClaimChange(Change.CHANGED, older, newer, (*words, *fields)) if words or fields else None

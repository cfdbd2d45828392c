"""A document as its origin is looked for: its words, who put it out, when, and what it claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from alleged.model.document import Extent
from alleged.resolve.publishing import is_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.model.claim import Claim
    from alleged.model.document import Sentence, Text

_LAST = "9"
"""Sorts after every date: a document without one never counts as the earlier of two."""
_DAY = 10
"""Characters of a date that names a day."""
SHOWN = 8
"""Digits of an id that are shown where a document has no title."""


@dataclass(frozen=True, slots=True)
class Account:
    """What is known of a document for finding its origin; all but its id and words may be missing."""

    document: str
    clean: str
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Extent, ...] = ()
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    """EDTF, for example 2024-03-25."""
    claims: tuple[Claim, ...] = ()

    @property
    def label(self) -> str:
        """What people call the document: title and publisher, as far as it has them."""
        named = [f"“{self.title}”" if self.title else f"document {self.document[:SHOWN]}"]
        return ", ".join([*named, self.publisher] if self.publisher else named)


def account_of(text: Text, claims: Iterable[Claim] = ()) -> Account:
    """The account that a text gives, with the claims that were found in it."""
    data = text.document.metadata
    return Account(
        document=text.document.id,
        clean=text.clean,
        sentences=text.sentences,
        quotations=text.quotations,
        title=data.title,
        publisher=data.publisher,
        published=data.published,
        claims=tuple(claims),
    )


def in_order(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Every document once: the earlier first, undated ones last; of one day the longest first.

    The order does not depend on the one they come in; a document given twice is taken once.
    """
    once = {account.document: account for account in sorted(accounts, key=_key)}
    return tuple(sorted(once.values(), key=_key))


def _key(account: Account) -> tuple[str, int, str, str]:
    return (account.published or _LAST, -len(account.clean), account.document, account.clean)


def is_later(account: Account, other: Account) -> bool:
    """Whether `account` is known to be the later: "2022-01-03" than "2022-01-02", not than "2022-01"."""
    return is_after(account.published, other.published)


def day_of(account: Account) -> date | None:
    """The day on which it was published; None where that is not known to the day."""
    try:
        return date.fromisoformat((account.published or "")[:_DAY])
    except ValueError:
        return None


def are_within(account: Account, other: Account, days: int) -> bool:
    """Whether at most so many days lie between the two, as far as that is known."""
    one, another = day_of(account), day_of(other)
    return one is None or another is None or abs((one - another).days) <= days


def body_of(account: Account) -> tuple[Extent, ...]:
    """The sentences of the report; the whole text where its sentences are not known."""
    if not account.sentences:
        return (Extent(0, len(account.clean)),)
    return tuple(Extent(sentence.start, sentence.end) for sentence in account.sentences)


def unquoted(account: Account) -> tuple[Extent, ...]:
    """What the document says outside quotation marks, in stretches as long as possible."""
    stretches = tuple(_joined(account.clean, body_of(account)))
    return tuple(part for stretch in stretches for part in _without(stretch, account.quotations))


def _joined(clean: str, extents: Sequence[Extent]) -> Iterator[Extent]:
    """The extents, one instead of two where nothing but blanks stands between them."""
    current: Extent | None = None
    for extent in extents:
        if current and clean[current.end : extent.start].strip() == "":
            current = Extent(current.start, max(current.end, extent.end))
            continue
        if current:
            yield current
        current = extent
    if current:
        yield current


def _without(stretch: Extent, holes: Iterable[Extent]) -> Iterator[Extent]:
    start = stretch.start
    for hole in holes:
        if hole.end <= start or hole.start >= stretch.end:
            continue
        if start < hole.start:
            yield Extent(start, hole.start)
        start = hole.end
    if start < stretch.end:
        yield Extent(start, stretch.end)

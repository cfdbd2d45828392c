"""Numbers in words, the same on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alleged.resolve.lineage import Count


def tell_count(number: int, noun: str) -> str:
    """A number with its noun: "1 claim", "2 claims"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def tell_part(number: int, total: int, noun: str) -> str:
    """How many of how many: "20 of 61 claims"."""
    return f"{number:,} of {tell_count(total, noun)}"


def tell_origins(count: Count) -> str:
    """How many documents and how many origins: "5 documents, 1 origin"; one document has nothing to share.

    Of several origins nobody can say that they are independent; that is said, too: "5 documents, 3 origins;
    independence not established".
    """
    return str(count) if count.documents > 1 else tell_count(count.documents, "document")

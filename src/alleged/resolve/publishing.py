"""When two documents were published, one seen from the other, as far as their dates tell."""

from __future__ import annotations

from datetime import date

_DAY = 10
"""Characters of a date that names a day."""
_DOUBTS = "~?%"


def is_after(published: str | None, other: str | None) -> bool:
    """Whether `published` is known to be the later: "2022-01-03" than "2022-01-02", not than "2022-01"."""
    if published is None or other is None:
        return False
    one, another = published.rstrip(_DOUBTS), other.rstrip(_DOUBTS)
    length = min(len(one), len(another))
    return one[:length] > another[:length]


def count_days(published: str | None, later: str | None) -> int | None:
    """How many days `later` is after `published`; None unless both are known to the day."""
    first, second = day_of(published), day_of(later)
    return None if first is None or second is None else (second - first).days


def tell_lead(published: str | None, later: str | None) -> str:
    """How long before `later` something was published, in words: "published 2 days before"."""
    days = count_days(published, later)
    if days is None:
        return "which was published first is not known"
    if days == 0:
        return "published the same day"
    return "published the day before" if days == 1 else f"published {days} days before"


def day_of(published: str | None) -> date | None:
    """The day on which something was published; None where that is not known to the day."""
    try:
        return date.fromisoformat((published or "")[:_DAY])
    except ValueError:
        return None

"""The suspicion of a flood: many documents of unknown publishers that say nearly the same within days.

Paraphrases share no runs of words, but they must keep what they are about: names, numbers, acts. Copies are
found elsewhere and count as one here; whoever cites somebody can be followed up and is under no suspicion.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.lexicon.names import names
from alleged.resolve.accounts import are_within, body_of
from alleged.resolve.cited import matter_of
from alleged.resolve.citing import squeezed
from alleged.resolve.lineage import Flood

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.resolve.accounts import Account

MANY = 20
"""Documents that are no copies of each other."""
OUTLETS = 5
"""Different publishers among them."""
DAYS = 3
"""Between each and the first of them."""
ALIKE = 0.5
"""The share of their particulars that two have in common, and of those of a flood that each of it has."""
PARTICULARS = 3
"""Names, numbers and acts that a document must have to be told from others."""


SHOWN = 5
"""Particulars that a reason names."""


@dataclass(frozen=True, slots=True)
class _Suspect:
    account: Account
    particulars: frozenset[str]


def find_floods(accounts: Iterable[Account]) -> tuple[Flood, ...]:
    """The suspected floods among documents of unknown publishers that cite nobody and copy no other.

    They are given in the order of `in_order`.
    """
    given = (_Suspect(account, particulars_of(account)) for account in accounts)
    suspects = [suspect for suspect in given if len(suspect.particulars) >= PARTICULARS]
    groups = (group for group in _group(suspects) if len(group) >= MANY and _outlets(group) >= OUTLETS)
    return tuple(_flood(_with_stragglers(group, suspects)) for group in groups)


def is_known(publisher: str | None, trusted: frozenset[str]) -> bool:
    """Whether a publisher is among the `trusted` (names as `squeezed` gives them) or known to the lexicon."""
    if publisher is None:
        return False
    return squeezed(publisher) in trusted or names().get(publisher) is not None


def particulars_of(account: Account) -> frozenset[str]:
    """The names, numbers and acts by which a document can be told from others, however it is worded."""
    named = matter_of(account.clean, body_of(account)).names
    mentions = (mention.name for claim in account.claims for mention in (*claim.actors, *claim.targets))
    claimed = (word for name in mentions for word in name.casefold().split())
    return named | frozenset(claimed) | frozenset(f"{claim.act}" for claim in account.claims)


def _group(suspects: Sequence[_Suspect]) -> Iterator[list[_Suspect]]:
    """The suspects by the first that each is like; only those that share particulars are compared."""
    groups: dict[int, list[_Suspect]] = {}
    led: dict[str, list[int]] = defaultdict(list)
    for at, suspect in enumerate(suspects):
        shared = Counter(leader for word in suspect.particulars for leader in led[word])
        alike = (leader for leader in sorted(shared) if _is_like(suspect, suspects[leader], shared[leader]))
        leader = next(alike, at)
        groups.setdefault(leader, []).append(suspect)
        if leader == at:
            for word in suspect.particulars:
                led[word].append(at)
    yield from groups.values()


def _is_like(suspect: _Suspect, leader: _Suspect, shared: int) -> bool:
    either = len(suspect.particulars) + len(leader.particulars) - shared
    return shared >= ALIKE * either and are_within(suspect.account, leader.account, DAYS)


def _with_stragglers(group: Sequence[_Suspect], suspects: Sequence[_Suspect]) -> list[_Suspect]:
    """The group with those that leave out some of what it says: they hold half of what most of it has."""
    core = _core(group)
    near = (one for one in suspects if are_within(one.account, group[0].account, DAYS))
    inside = {one.account.document for one in group}
    return [
        one
        for one in near
        if one.account.document in inside
        or len(one.particulars & core) >= max(PARTICULARS, ALIKE * len(core))
    ]


def _core(group: Sequence[_Suspect]) -> frozenset[str]:
    """The particulars that at least half of a group has."""
    counts = Counter(word for one in group for word in one.particulars)
    return frozenset(word for word, count in counts.items() if count >= ALIKE * len(group))


def _outlets(group: Sequence[_Suspect]) -> int:
    """How many publishers they have; a document without one counts as one more."""
    given = {squeezed(one.account.publisher) for one in group if one.account.publisher}
    return len(given) + sum(one.account.publisher is None for one in group)


def _names_first(particular: str) -> tuple[bool, str]:
    return (particular[0].isdigit(), particular)


def _flood(group: Sequence[_Suspect]) -> Flood:
    about = f" ({', '.join(sorted(_core(group), key=_names_first)[:SHOWN])})"
    outlets = _outlets(group)
    reason = (
        f"{len(group)} documents of {outlets} unknown publishers within {DAYS} days say nearly the same"
        f"{about} in other words and cite nobody"
    )
    return Flood(tuple(one.account.document for one in group), outlets, reason)

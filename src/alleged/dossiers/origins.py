"""Where the documents of a ledger have their words from, as far as it can be seen: for every count."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.readings import group_readings
from alleged.resolve.accounts import account_of
from alleged.resolve.origins import count_claim_origins, find_lineage, roots_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.model.document import Text
    from alleged.resolve.lineage import Count, Dependence, Lineage


@dataclass(frozen=True, slots=True)
class Descent:
    """What one document goes back to, and what shows it."""

    origins: tuple[str, ...]
    """Ids of the first documents that it goes back to: its own, if it depends on none."""
    dependences: tuple[Dependence, ...] = ()
    followers: int = 0
    """How many other documents go back to this one."""
    is_suspect: bool = False
    """Whether it may be part of a flood."""


def view_lineage(ledger: Ledger, documents: Iterable[str] | None = None) -> Lineage:
    """Where the documents of these ids have their words from; all documents of the ledger if none are given.

    Only these documents are looked at: what they have from others is not seen.
    """
    return compare_texts(_find_texts(ledger, documents))


def compare_texts(texts: Iterable[Text]) -> Lineage:
    """The same for texts that are at hand, the newest of each document."""
    return find_lineage(account_of(text) for text in texts)


def count_origins_of(ledger: Ledger, claims: Iterable[Claim]) -> Count:
    """How many documents make these claims, and how many origins the claims have, as far as can be seen."""
    given = tuple(claims)
    return count_claim_origins(view_lineage(ledger, {claim.document for claim in given}), given)


def list_descents(lineage: Lineage) -> dict[str, Descent]:
    """By document id, what each document of the lineage goes back to."""
    roots = roots_of(lineage)
    shown: dict[str, list[Dependence]] = defaultdict(list)
    for dependence in lineage.dependences:
        shown[dependence.document].append(dependence)
    followers = {origin.documents[0]: len(origin.documents) - 1 for origin in lineage.origins}
    suspects = lineage.suspects()
    return {
        document: Descent(
            tuple(sorted(roots[document])),
            tuple(shown[document]),
            followers.get(document, 0),
            document in suspects,
        )
        for document in lineage.documents
    }


def _find_texts(ledger: Ledger, documents: Iterable[str] | None) -> tuple[Text, ...]:
    """The newest texts; those of some documents one by one, since reading all of a ledger takes long."""
    if documents is None:
        return ledger.texts()
    wanted = frozenset(documents)
    readings = group_readings(ledger.inputs(wanted))
    return tuple(ledger.get_text(found[-1].text) for found in readings.values() if found[-1].text)

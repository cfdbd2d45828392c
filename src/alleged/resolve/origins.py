"""Documents collapse into origins: what copies, cites or quotes the same is not several witnesses.

Three kinds of evidence are looked for: near copies, citations, shared quotations. The first two can make a
document as such depend on another, the third concerns only what is quoted. What shows none of them is not
thereby independent.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.resolve.accounts import in_order
from alleged.resolve.cited import find_cited
from alleged.resolve.citing import find_citations, squeezed
from alleged.resolve.copies import find_copies, find_places, word
from alleged.resolve.floods import find_floods, is_known
from alleged.resolve.lineage import Count, Dependence, Evidence, Flood, Lineage, Origin
from alleged.resolve.quoting import find_shared_quotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from alleged.model.claim import Claim
    from alleged.model.document import Extent
    from alleged.resolve.accounts import Account
    from alleged.resolve.citing import Citation

    Roots = Mapping[str, frozenset[str]]


def find_lineage(accounts: Iterable[Account], known_publishers: Iterable[str] = ()) -> Lineage:
    """Which documents depend on which and why, their origins, and suspected floods.

    The order of the documents does not matter. `known_publishers` are under no suspicion of a flood.
    """
    ordered = in_order(accounts)
    citations = {account.document: find_citations(account) for account in ordered}
    whole, partial = _split((*find_copies(ordered), *find_cited(ordered, citations)))
    lineage = _collapse([account.document for account in ordered], whole)
    quoted = find_shared_quotations(ordered, citations, roots_of(lineage))
    placed = _placed(ordered, _telling(lineage, partial))
    doubted = _doubted(ordered, citations, frozenset(map(squeezed, known_publishers)))
    dependences = (*lineage.dependences, *placed, *quoted)
    return replace(lineage, dependences=dependences, floods=_floods(lineage, doubted))


def count_origins(lineage: Lineage, documents: Iterable[str] | None = None) -> Count:
    """How many documents these are and how many origins they have; those of the lineage if none are given.

    A document that puts several others together adds no origin; one unknown to the lineage is its own.
    Documents under suspicion of a flood count for none beside others, and together for one where there is
    nothing else.
    """
    given = frozenset(lineage.documents if documents is None else documents)
    suspects = given & lineage.suspects()
    origins = _fewest(_roots_among(lineage, given - suspects))
    return Count(len(given), len(origins) or min(1, len(suspects)), len(suspects))


def count_claim_origins(lineage: Lineage, claims: Iterable[Claim]) -> Count:
    """The same for claims: those in words that documents share by quoting or citing have one origin, too."""
    given = tuple(claims)
    documents = frozenset(claim.document for claim in given)
    suspects = documents & lineage.suspects()
    counted = [claim for claim in given if claim.document not in suspects]
    groups = _join_claims(lineage, counted)
    return Count(len(documents), groups or min(1, len(suspects)), len(suspects))


def roots_of(lineage: Lineage) -> dict[str, frozenset[str]]:
    """The first documents that each document goes back to: itself, if it depends on none."""
    found: dict[str, set[str]] = defaultdict(set)
    for origin in lineage.origins:
        for document in origin.documents:
            found[document].add(origin.documents[0])
    return {document: frozenset(roots) for document, roots in found.items()}


def _doubted(
    accounts: Iterable[Account], citations: Mapping[str, Sequence[Citation]], trusted: frozenset[str]
) -> tuple[Account, ...]:
    """The documents of unknown publishers that cite nobody: those that can be part of a flood."""
    return tuple(
        account
        for account in accounts
        if not citations[account.document] and not is_known(account.publisher, trusted)
    )


def _floods(lineage: Lineage, doubted: Sequence[Account]) -> tuple[Flood, ...]:
    """The floods among what is doubted; copies of their documents belong to them and make no flood."""
    roots = roots_of(lineage)
    originals = [account for account in doubted if roots[account.document] == {account.document}]
    return tuple(_with_copies(flood, doubted, roots) for flood in find_floods(originals))


def _with_copies(flood: Flood, doubted: Iterable[Account], roots: Roots) -> Flood:
    flooded = frozenset(flood.documents)
    found = (account.document for account in doubted if roots[account.document] <= flooded)
    return replace(flood, documents=tuple(found))


def _split(found: Iterable[Dependence]) -> tuple[tuple[Dependence, ...], tuple[Dependence, ...]]:
    """Those that concern whole documents, and the others."""
    given = tuple(found)
    return tuple(d for d in given if d.whole), tuple(d for d in given if not d.whole)


def _collapse(documents: Sequence[str], whole: Iterable[Dependence]) -> Lineage:
    """The origins of the documents, and of the dependences those that it takes to show them."""
    above: dict[str, list[Dependence]] = defaultdict(list)
    for dependence in whole:
        above[dependence.document].append(dependence)
    roots: dict[str, frozenset[str]] = {}
    kept: dict[str, list[Dependence]] = {}
    for document in _firsts_first(documents, above):
        kept[document] = _needed(above[document], roots)
        reached = (roots[dependence.on] for dependence in kept[document])
        roots[document] = frozenset[str]().union(*reached) or frozenset({document})
    dependences = tuple(dependence for document in documents for dependence in kept[document])
    return Lineage(tuple(documents), dependences, tuple(_origins(documents, roots, kept)))


def _firsts_first(documents: Sequence[str], above: Mapping[str, Sequence[Dependence]]) -> list[str]:
    """The documents, each after those that it depends on, unless they go in a circle."""
    seen: set[str] = set()
    order: list[str] = []
    for document in documents:
        path = [document] if document not in seen else []
        seen.add(document)
        while path:
            unseen = (d.on for d in above.get(path[-1], ()) if d.on not in seen)
            following = next(unseen, None)
            if following is None:
                order.append(path.pop())
                continue
            seen.add(following)
            path.append(following)
    return order


def _needed(found: Sequence[Dependence], roots: Roots) -> list[Dependence]:
    """The first dependence to each origin; one on a document that itself depends on this one is left out."""
    reached: frozenset[str] = frozenset()
    needed: list[Dependence] = []
    for dependence in found:
        further = roots.get(dependence.on, frozenset()) - reached
        if further:
            needed.append(dependence)
            reached |= further
    return needed


def _origins(
    documents: Sequence[str], roots: Roots, above: Mapping[str, Sequence[Dependence]]
) -> Iterator[Origin]:
    members: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        for root in roots[document]:
            members[root].append(document)
    for root in (document for document in documents if document in members):
        others = [member for member in members[root] if member != root]
        reasons = (d.reason for member in others for d in above[member] if root in roots[d.on])
        yield Origin((root, *others), tuple(reasons))


def _telling(lineage: Lineage, partial: Iterable[Dependence]) -> Iterator[Dependence]:
    """The dependences of passages, without those between documents that have one origin anyway."""
    roots = roots_of(lineage)
    return (found for found in partial if not roots[found.document] & roots[found.on])


def _placed(accounts: Iterable[Account], partial: Iterable[Dependence]) -> Iterator[Dependence]:
    """The same dependences; partial copies with their places, which take long to find."""
    given = tuple(partial)
    copies = [found for found in given if found.evidence is Evidence.NEAR_COPY]
    concerned = {document for found in copies for document in (found.document, found.on)}
    worded = {account.document: word(account) for account in accounts if account.document in concerned}
    for found in given:
        is_copy = found.evidence is Evidence.NEAR_COPY
        yield find_places(found, worded[found.document], worded[found.on]) if is_copy else found


def _fewest(roots: Roots) -> frozenset[str]:
    """Origins that account for every document; one of several adds one only if none of them is there."""
    found = {root for mine in roots.values() if len(mine) == 1 for root in mine}
    for document in sorted(roots):
        if not roots[document] & found:
            found.add(min(roots[document]))
    return frozenset(found)


def _roots_among(lineage: Lineage, documents: Iterable[str]) -> Roots:
    known = roots_of(lineage)
    return {document: known.get(document, frozenset({document})) for document in documents}


def _join_claims(lineage: Lineage, claims: Sequence[Claim]) -> int:
    """How many groups the claims make when those of one origin are put together."""
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        held[claim.document].append(claim)
    roots = _roots_among(lineage, held)
    leader = {claim.id: min(roots[claim.document]) for claim in claims}
    for dependence in lineage.dependences:
        if not dependence.whole and dependence.document in held and dependence.on in held:
            _join(leader, _touched(held, dependence))
    return len(set(leader.values()))


def _join(leader: dict[str, str], touched: Sequence[Claim]) -> None:
    """Give the claims of one passage one leader, with all that follow theirs."""
    leaders = {leader[claim.id] for claim in touched}
    if len(leaders) > 1:
        first = min(leaders)
        leader.update({claim: first for claim, mine in leader.items() if mine in leaders})


def _touched(held: Mapping[str, Sequence[Claim]], dependence: Dependence) -> tuple[Claim, ...]:
    """The claims of both documents that stand in the words that the one has from the other."""
    here = [claim for claim in held[dependence.document] if _stands_in(claim, dependence.places)]
    there = [claim for claim in held[dependence.on] if _stands_in(claim, dependence.places_there)]
    return (*here, *there) if here and there else ()


def _stands_in(claim: Claim, places: Sequence[Extent]) -> bool:
    content = claim.content
    return not places or any(content.start < place.end and place.start < content.end for place in places)

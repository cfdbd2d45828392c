"""Suggested groups of claims about one operation, across documents.

What is grouped are claims, not documents: each document is first divided into the operations that it speaks
of, then those of all documents are put together where enough speaks for it. People's decisions come last:
claims that belong together are put together whatever the suggestion, and claims that do not come apart where
they were joined most weakly. Nothing is merged in the claims themselves.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from alleged.model.decision import About, Verdict, standing
from alleged.model.ids import hash_fields
from alleged.resolve.episodes import begins, find_episodes
from alleged.resolve.grouping import Edge, group
from alleged.resolve.incident_labels import label_of
from alleged.resolve.operations import operation_of
from alleged.resolve.putting_together import join_operations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from alleged.model.claim import Claim
    from alleged.model.decision import Decision
    from alleged.resolve.episodes import Episode
    from alleged.resolve.stories import Story

    _Told: TypeAlias = tuple[Story, Episode]

_LAST = "9"
"""Sorts after every date."""
_ACROSS, _WITHIN, _DECIDED = 0.0, 1000.0, 2000.0
"""What is added to the strength of an edge, so that decisions go first and documents come apart last."""


@dataclass(frozen=True, slots=True)
class Joining:
    """One step by which a claim came into an incident: the claim it was put beside, and why."""

    claim: str
    """Id of the claim that was joined."""
    to: str
    """Id of a claim of the incident that it was put beside."""
    why: str


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims that seem to be about one operation; what they say of it stays with each of them."""

    id: str
    """Hash of the id of its first claim: it stays while that claim stays the first."""
    label: str
    """Whom its claims accuse, whom it hit and when: what is claimed, and nobody's finding."""
    claims: tuple[Claim, ...]
    """By document (the earlier first, undated ones last), then in reading order."""
    reasons: tuple[Joining, ...]
    """One step for each claim but the first, in their order, by which a person can follow how it came in."""


def find_incidents(stories: Iterable[Story], decisions: Iterable[Decision] = ()) -> tuple[Incident, ...]:
    """The incidents that the claims of these documents are about, those of the earliest documents first.

    Each claim is in one incident at most; remarks in a document that tells of no deed are in none. The order
    of `stories` does not matter; `decisions` are given oldest first, those in force about incidents hold.
    """
    ordered = _in_order(stories)
    told = [(story, part) for story in ordered for part in find_episodes(story) if part.is_told]
    claims = {claim.id: claim for story in ordered for claim in story.claims}
    rules = _Rules.of(decisions, claims)
    members = _members(told) | rules.decided
    edges = [*_within(told), *_across(told), *rules.edges]
    grouped = group([key for key in claims if key in members], edges, rules.apart)
    wanted = _founding(told) | rules.decided
    kept = (found for found in grouped if not wanted.isdisjoint(found.members))
    return tuple(_incident([claims[key] for key in found.members], found.edges) for found in kept)


@dataclass(frozen=True, slots=True)
class _Rules:
    """What people decided about incidents: claims that are together, and pairs that are not."""

    edges: tuple[Edge, ...]
    apart: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, decisions: Iterable[Decision], claims: Mapping[str, Claim]) -> _Rules:
        """Those in force that concern claims which are there; of contradicting ones the later hold."""
        known = [d for d in standing(decisions) if d.about is About.INCIDENT and set(d.what) <= claims.keys()]
        accepted = [d for d in known if d.verdict is Verdict.ACCEPT]
        edges = (Edge(min(d.what), max(d.what), _DECIDED + at, _told(d)) for at, d in enumerate(accepted))
        apart = tuple((min(d.what), max(d.what)) for d in known if d.verdict is Verdict.REJECT)
        return cls(tuple(edges), apart)

    @property
    def decided(self) -> frozenset[str]:
        """The claims that somebody said belong together: they are an incident, whatever they say."""
        return frozenset(end for edge in self.edges for end in (edge.one, edge.other))


def _told(decision: Decision) -> str:
    by = f"decided by {decision.who}"
    return f"{by}: {decision.why}" if decision.why else by


def _in_order(stories: Iterable[Story]) -> list[Story]:
    """Every document once, the earlier first, undated ones last."""
    once = {(story.text.document.id, story.text.id): story for story in stories}
    return sorted(once.values(), key=_key)


def _key(story: Story) -> tuple[str, str, str]:
    document = story.text.document
    return (document.metadata.published or _LAST, document.id, story.text.id)


def _members(told: Iterable[_Told]) -> set[str]:
    return {one.claim.id for _, episode in told for one in episode.told}


def _founding(told: Iterable[_Told]) -> set[str]:
    """The claims of which one makes an incident: they tell of a deed, or of who is held to have done it."""
    return {one.claim.id for _, episode in told for one in episode.told if begins(one)}


def _within(told: Iterable[_Told]) -> Iterator[Edge]:
    for _, episode in told:
        for placing in episode.placings:
            yield Edge(placing.claim, placing.to, _WITHIN + placing.points, placing.why)


def _across(told: Sequence[_Told]) -> Iterator[Edge]:
    firsts = [episode.told[0].claim.id for _, episode in told]
    for joint in join_operations([operation_of(episode.profile, story.text) for story, episode in told]):
        yield Edge(firsts[joint.one], firsts[joint.other], _ACROSS + joint.points, joint.why)


def _incident(claims: Sequence[Claim], edges: Sequence[Edge]) -> Incident:
    place = {claim.id: at for at, claim in enumerate(claims)}
    steps = sorted(_steps(claims[0].id, edges), key=lambda step: place[step.claim])
    return Incident(hash_fields("incident", claims[0].id), label_of(claims), tuple(claims), tuple(steps))


def _steps(first: str, edges: Iterable[Edge]) -> Iterator[Joining]:
    """The edges, which make a tree, each as the step that joins the claim that is farther from the first."""
    beside: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for edge in edges:
        beside[edge.one].append((edge.other, edge.why))
        beside[edge.other].append((edge.one, edge.why))
    reached, waiting = {first}, [first]
    for to in waiting:
        for claim, why in beside[to]:
            if claim not in reached:
                reached.add(claim)
                waiting.append(claim)
                yield Joining(claim, to, why)

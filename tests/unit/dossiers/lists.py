"""Small lists of names that disagree, and claims that bear some of the names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.knowledge.store import make_knowledge
from alleged.model.claim import Mention
from alleged.model.decision import About, Matter, Signature, Verdict, decide
from alleged.model.entity import Alias, EntityKind
from tests.unit.knowledge.authorities import make_authority, make_entity
from tests.unit.model.samples import accusation, make_entry, make_text

if TYPE_CHECKING:
    from alleged.knowledge.known import Knowledge
    from alleged.ledger.interface import Entry
    from alleged.model.decision import Decision

HERON = replace(
    make_entity("q1", "GREY HERON", "Blue Tern", "Blue tern", "Mud Wader", "SUMMIT"),
    country="NO",
)
WADER = make_entity("q2", "Mud Wader", "Sand Runner")
TERN = make_entity("p1", "Blue Tern", "Grey Heron", "Silt Crane", authority="pier", version="7")
CRANE = replace(make_entity("p2", "Silt Crane", authority="pier", version="7"), country="SE")
HARBOUR = replace(
    make_entity("l1", "Marsh Owl", "SUMMIT", authority="lock"),
    aliases=(Alias("SUMMIT"), Alias("Owl", "Pier Watch", None, weak=True)),
)
MALWARE = replace(make_entity("l2", "SUMMIT", authority="lock"), kind=EntityKind.TOOL)


def make_lists() -> Knowledge:
    """Three authorities: quayside and pier list the heron, lock does not."""
    return make_knowledge(
        [
            make_authority(HERON, WADER),
            make_authority(TERN, CRANE, name="pier", version="7"),
            make_authority(HARBOUR, MALWARE, name="lock"),
        ]
    )


def named(name: str, place: int = 1) -> Entry:
    """A document of its own in which `name` is accused; `place` makes its text another one."""
    text = make_text(make_text().clean + "\n" * place)
    claim = replace(accusation(text), actors=(Mention(name),))
    entry = make_entry(text, f"{place}.txt")
    return replace(entry, input=replace(entry.input, claims=1), claims=(claim,), relations=())


def settle(name: str, ref: str, verdict: Verdict = Verdict.ACCEPT) -> Decision:
    """A decision that a name stands for an entity, or does not."""
    by = Signature("R. Reader", "2026-01-05T09:30:00+00:00", "the notice says so")
    return decide(Matter(About.NAME, (name, ref, "1")), verdict, by)

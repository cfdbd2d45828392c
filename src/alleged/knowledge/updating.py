"""Adding a list and putting a newer one in the place of an older: first shown, then done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.errors import KnowledgeError, Place
from alleged.knowledge import read_authority
from alleged.knowledge.changes import find_differences
from alleged.knowledge.known import Choice

if TYPE_CHECKING:
    from alleged.knowledge.changes import Difference
    from alleged.knowledge.known import Knowledge
    from alleged.knowledge.shelf import Shelf
    from alleged.model.entity import Authority


@dataclass(frozen=True, slots=True)
class Update:
    """A newer list of an authority that is loaded, and what it changes."""

    authority: Authority
    data: bytes
    before: str
    """The version that is loaded."""
    differences: tuple[Difference, ...]

    @property
    def is_new(self) -> bool:
        """Whether it is another list than the one that is loaded."""
        return bool(self.differences) or self.authority.version != self.before


def add_list(knowledge: Knowledge, shelf: Shelf, data: bytes, source: str) -> Authority:
    """Keeps a list of an authority that is not loaded yet; raises KnowledgeError if it is."""
    authority = read_authority(data, source)
    loaded = knowledge.versions().get(authority.name)
    if loaded is not None:
        what = f"is the list of {authority.name}, which is loaded in version {loaded}"
        cure = "'alleged knowledge update --from FILE' puts another version in its place"
        raise KnowledgeError(what, Place(source), cure)
    shelf.put(authority, data)
    return authority


def plan_update(knowledge: Knowledge, data: bytes, source: str) -> Update:
    """What a list would change; raises KnowledgeError if its authority is not loaded."""
    authority = read_authority(data, source)
    loaded = knowledge.versions().get(authority.name)
    if loaded is None:
        what = f"is the list of {authority.name}, which is not loaded"
        raise KnowledgeError(what, Place(source), "'alleged knowledge add FILE' adds it")
    before = knowledge.entities(Choice(frozenset({authority.name})))
    return Update(authority, data, loaded, find_differences(before, authority.entities))

"""Deciding on names: what was written becomes the entry of a list, in the version that is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.joining import ref_of
from alleged.dossiers.meant import find_meant
from alleged.errors import InputError
from alleged.knowledge.keys import tidy_name
from alleged.model.decision import About, Matter

if TYPE_CHECKING:
    from alleged.knowledge.known import Knowledge


def match_name(knowledge: Knowledge, written: str, entity: str) -> Matter:
    """What a decision is about that says for which entity, "authority:id", a name stands, or does not.

    Raises InputError for an empty name and where no entity is meant, or several are.
    """
    name = tidy_name(written)
    if not name:
        raise InputError("the name is empty", cure="write it as the claims have it")
    found = find_meant(knowledge, entity, name)
    return Matter(About.NAME, (name, ref_of(found), found.version))

"""What a screen is of: a name, an incident, or the whole ledger."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alleged.dossiers.incidents import find_incidents_of
from alleged.model.ids import SHORTEST_PREFIX

if TYPE_CHECKING:
    from alleged.resolve.incidents import Incident
    from alleged.server.desk import Desk

_ID = re.compile(rf"[0-9a-fA-F]{{{SHORTEST_PREFIX},64}}")
_WHOLE_ID = re.compile(r"[0-9a-f]{24}")


def looks_like_incident(of: str) -> bool:
    """Whether this can only be the id of an incident, and no name."""
    return bool(_WHOLE_ID.fullmatch(of))


def find_incident(desk: Desk, of: str) -> Incident | None:
    """The one incident that is meant by an id, or how it begins; None where a name is meant."""
    if not _ID.fullmatch(of):
        return None
    found = find_incidents_of(desk.overview(), of)
    return found[0] if len(found) == 1 else None


def name_subject(desk: Desk, of: str) -> str:
    """What the subject is called: an incident by its label."""
    incident = find_incident(desk, of)
    return incident.label if incident else of

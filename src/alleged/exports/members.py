"""Who shares a ledger, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.exports.columns import keys
from alleged.exports.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.model.access import Member
    from alleged.model.wire import Wire

MEMBER_COLUMNS = keys("name", "role", "cleared", "by", "at")


def table_members(members: Sequence[Member]) -> Table:
    """The members, each with what they may see."""
    return Table([_record(member) for member in members], MEMBER_COLUMNS)


def _record(member: Member) -> Wire:
    return {
        "name": member.who,
        "role": member.role,
        "cleared": sorted(member.clearances),
        "by": member.by,
        "at": member.at,
    }

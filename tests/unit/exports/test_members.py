from __future__ import annotations

from alleged.exports.members import table_members
from alleged.model.access import Member, Role
from tests.unit.exports.rows import read

AT = "2026-01-05T09:30:00+00:00"


def test_a_member_is_told_with_role_and_what_is_to_be_seen() -> None:
    member = Member("ben", Role.CODER, frozenset({"court files", "TLP:AMBER"}), "anna", AT)
    assert read(table_members([member])) == [
        {"name": "ben", "role": "coder", "cleared": ["TLP:AMBER", "court files"], "by": "anna", "at": AT}
    ]

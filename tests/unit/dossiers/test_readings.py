from __future__ import annotations

from dataclasses import replace

from alleged.dossiers.readings import group_readings
from alleged.model.vocabulary import Reason
from tests.unit.dossiers.reports import entry, variant


def test_only_what_brought_a_text_is_a_reading() -> None:
    first = entry(variant()).input
    again = replace(first, at="2024-03-27T08:00:00+00:00")
    others = [
        replace(first, reason=reason, status=reason.status)
        for reason in (Reason.SAME_BYTES, Reason.DAMAGED, Reason.EMPTY)
    ]
    poor = replace(first, document="1" * 64, reason=Reason.LITTLE_TEXT, status=Reason.LITTLE_TEXT.status)
    readings = group_readings([others[0], first, *others, again, poor])
    assert readings == {first.document: [first, again], poor.document: [poor]}

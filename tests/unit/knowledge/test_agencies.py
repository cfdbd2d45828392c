from __future__ import annotations

import pytest

from alleged.knowledge.agencies import find_agency_names


@pytest.mark.parametrize(
    ("listed", "description", "names"),
    [
        ("Office of Tides (Norway)", "Office of Tides (OT) – looks at tides", ["Office of Tides", "OT"]),
        ("Office of Tides (OOT)[6][7]", "", ["Office of Tides (OOT)", "Office of Tides", "OOT"]),
        ("Office of Tides", "Office of Tides[3] (Norway)", []),
        ("Office of Tides", "Its chief (XYZ) looks at tides", []),
        ("Corps of Pilots (Royal Navy)", "", ["Corps of Pilots"]),
        ("Office of Tides (Norway)", "Office of Tides (Norway) (OT) – tides", ["Office of Tides", "OT"]),
        ("(OT)", "", ["OT"]),
    ],
)
def test_the_bare_name_and_the_acronym_are_names_too(listed: str, description: str, names: list[str]) -> None:
    found = dict.fromkeys(find_agency_names(listed, description))
    assert [name for name in found if name != listed] == names

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alleged.server.screens import SCREENS
from tests.unit.server.visiting import arrive

if TYPE_CHECKING:
    from pathlib import Path


def test_the_help_leads_to_every_screen_that_has_an_address_of_its_own(read_ledger: Path) -> None:
    told = set(re.findall(r'<li><a href="([^"]+)"', arrive(read_ledger).get("/help").text))
    assert told == {screen.address for screen in SCREENS if "{" not in screen.address} - {"/help"}

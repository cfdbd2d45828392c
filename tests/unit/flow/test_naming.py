from __future__ import annotations

import pytest

from alleged.errors import InputError
from alleged.flow.naming import match_name
from alleged.model.decision import About, Matter
from tests.unit.dossiers.lists import make_lists


def test_what_is_written_becomes_an_entry_of_a_list_in_its_version() -> None:
    found = match_name(make_lists(), "  Grey   Heron ", "pier:Blue Tern")
    assert found == Matter(About.NAME, ("Grey Heron", "pier:p1", "7"))


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(InputError, match="the name is empty"):
        match_name(make_lists(), " \u200b", "pier:p1")

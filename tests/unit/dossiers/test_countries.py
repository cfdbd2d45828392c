from __future__ import annotations

from dataclasses import replace

from alleged.dossiers.countries import name_country, tell_country
from tests.unit.dossiers.lists import HERON, make_lists

AUTHORITIES = {authority.name: authority for authority in make_lists().authorities}


def test_a_country_is_what_an_authority_says() -> None:
    quayside = replace(AUTHORITIES["quayside"], title="Quayside list, Groups")
    assert tell_country(quayside, HERON) == "Quayside list says: Norway"
    assert tell_country(quayside, replace(HERON, country=None)) == ""


def test_a_code_without_a_name_is_told_as_it_is() -> None:
    assert name_country("ZQ") == "ZQ"

from __future__ import annotations

import pytest

from alleged.knowledge.listing import Listing, digest_version, reading_order
from alleged.model.entity import Alias, EntityKind


def new_listing() -> Listing:
    return Listing("1", EntityKind.PERSON)


def test_a_name_is_weak_only_if_it_is_never_listed_otherwise() -> None:
    listing = new_listing()
    listing.add(Alias("Ivan", weak=True))
    listing.add(Alias("Иван", weak=True))
    listing.add(Alias("Иван", language="ru"))
    assert listing.entity("own", "1").name == "Ivan"
    assert listing.entity("own", "1").aliases == (Alias("Иван", language="ru"),)


def test_the_name_it_is_listed_under_is_no_alias() -> None:
    listing = new_listing()
    listing.add(Alias("A"))
    listing.name_it("B")
    listing.name_it("C")
    entity = listing.entity("own", "1")
    assert (entity.name, [alias.name for alias in entity.aliases]) == ("B", ["A", "C"])


def test_of_several_countries_none_is_chosen() -> None:
    listing = new_listing()
    assert listing.entity("own", "1").country is None
    listing.add_country("RU")
    listing.add_country(None)
    assert listing.entity("own", "1").country == "RU"
    listing.add_country("CY")
    assert listing.entity("own", "1").country is None


def test_it_is_listed_since_the_earliest_date() -> None:
    listing = new_listing()
    for date in ("2022-02-24", None, "2014-03-17", "2023-01-01"):
        listing.list_since(date)
    assert listing.entity("own", "1").listed == "2014-03-17"


def test_the_same_bytes_have_the_same_version() -> None:
    assert digest_version(b"a", b"b") == digest_version(b"ab") != digest_version(b"ac")
    assert digest_version(b"a").startswith("sha256:")


@pytest.mark.parametrize(
    ("listed", "read"),
    [
        ("SHEN, Mingyuan", "Mingyuan SHEN"),
        ("AL-OWN, Dr. Abu", "Dr. Abu AL-OWN"),
        ("DOE, John, Jr.", "John Jr. DOE"),
        ("GREYHERON", "GREYHERON"),
        ("DOE,", "DOE"),
        (", John", "John"),
    ],
)
def test_the_name_of_a_person_is_put_in_reading_order(listed: str, read: str) -> None:
    assert reading_order(listed) == read

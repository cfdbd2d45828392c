"""OpenSanctions' simple table of targets, targets.simple.csv: one row an entity, several values in one field.

Persons are persons, bodies of a state agencies, other organisations firms. What is no one who could act
(vessels, aircraft, securities, wallets) is passed over.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from alleged.errors import KnowledgeError, Place
from alleged.knowledge.csv_rows import AGAIN, check_width, first_row, read_rows
from alleged.knowledge.edtf import from_iso
from alleged.knowledge.listing import Listing, digest_version
from alleged.knowledge.xml_records import tidy
from alleged.model.entity import Alias, Authority, EntityKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAME = "opensanctions"
TITLE = "OpenSanctions"
_NEEDED = ("id", "schema", "name", "aliases", "birth_date", "countries", "identifiers", "dataset")
_KINDS = {
    "Person": EntityKind.PERSON,
    "PublicBody": EntityKind.AGENCY,
    "Company": EntityKind.FIRM,
    "LegalEntity": EntityKind.FIRM,
    "Organization": EntityKind.FIRM,
}
"""Schemata of FollowTheMoney for those who can act."""
_CODE_LENGTH = 2


def read_opensanctions(data: bytes, source: str) -> Authority:
    """The entities of the table; raises KnowledgeError, with line and cure, where it is damaged.

    The version is when OpenSanctions last saw any of the entries. Where a row is from one list only, that
    list is the origin of its other names.
    """
    rows = read_rows(data, source)
    header = next(rows, None)
    columns = header.fields if header else ()
    _check_columns(columns, source)
    listings: dict[str, Listing | None] = {}
    datasets: set[str] = set()
    seen = ""
    for row in rows:
        check_width(row, len(columns), source)
        values = dict(zip(columns, row.fields, strict=True))
        _check(values, listings, Place(source, row.line))
        listings[values["id"]] = _listing_of(values)
        datasets.update(_split(values["dataset"]))
        seen = max(seen, values.get("last_seen", ""))
    if not listings:
        raise KnowledgeError("holds no entity", Place(source), AGAIN)
    version = seen or digest_version(data)
    title = f"{TITLE}: {next(iter(datasets))}" if len(datasets) == 1 else TITLE
    entities = tuple(each.entity(NAME, version) for each in listings.values() if each)
    return Authority(NAME, title, version, source, entities)


def looks_like_opensanctions(head: bytes) -> bool:
    """Whether a file that begins with `head` seems to be a simple table of OpenSanctions."""
    return first_row(head)[:4] == _NEEDED[:4]


def _check_columns(columns: Sequence[str], source: str) -> None:
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        cure = "give targets.simple.csv as OpenSanctions publishes it"
        raise KnowledgeError(f"has no column {missing[0]!r}", Place(source, 1), cure)


def _check(values: Mapping[str, str], known: Mapping[str, Listing | None], place: Place) -> None:
    id_ = values["id"]
    if not id_ or not tidy(values["name"]):
        raise KnowledgeError("has an entity without id or name", place, AGAIN)
    if id_ in known:
        raise KnowledgeError(f"lists {id_} a second time", place, AGAIN)


def _listing_of(values: Mapping[str, str]) -> Listing | None:
    kind = _KINDS.get(values["schema"])
    if kind is None:
        return None
    listing = Listing(values["id"], kind)
    listing.name_it(tidy(values["name"]))
    datasets = _split(values["dataset"])
    origin = datasets[0] if len(datasets) == 1 else None
    for name in _split(values["aliases"]):
        listing.add(Alias(name, origin=origin))
    listing.add_programs(_split(values.get("program_ids", "")))
    for date in _split(values["birth_date"]):
        listing.add_date(from_iso(date))
    for code in _split(values["countries"]):
        listing.add_country(code.upper() if len(code) == _CODE_LENGTH else None)
    for ref in _split(values["identifiers"]):
        listing.add_ref(ref)
    return listing


def _split(field: str) -> list[str]:
    """The values of a field, which are divided by semicolons and quoted where they hold one."""
    if ";" not in field and '"' not in field:
        return [value] if (value := tidy(field)) else []
    rows = csv.reader(io.StringIO(field, newline=""), delimiter=";")
    return [value for row in rows for each in row if (value := tidy(each))]

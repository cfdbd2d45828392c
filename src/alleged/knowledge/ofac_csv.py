"""SDN.CSV, ALT.CSV and ADD.CSV: no header, -0- for nothing, rows told apart by how many columns they have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alleged.errors import KnowledgeError, Place
from alleged.knowledge.codes import find_country
from alleged.knowledge.csv_rows import AGAIN, read_rows
from alleged.knowledge.edtf import from_words
from alleged.knowledge.listing import Listing, digest_version, reading_order
from alleged.knowledge.ofac_xml import NAME, TITLE
from alleged.knowledge.xml_records import tidy
from alleged.model.entity import Alias, Authority, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alleged.knowledge.csv_rows import Row

NOTHING = "-0-"
_PARTY, _OTHER_NAME, _ADDRESS = WIDTHS = (12, 5, 6)
"""Columns of SDN.CSV, ALT.CSV and ADD.CSV."""
_END_OF_FILE = b"\x1a"

_KINDS = {"individual": EntityKind.PERSON, "": EntityKind.FIRM, "entity": EntityKind.FIRM}
_THINGS = frozenset({"vessel", "aircraft"})
_OTHER_NAMES = frozenset({"aka", "fka", "nka"})

_WEAK_NAME = re.compile(r"""\b[anf]\.k\.a\. (['"])(.{1,300}?)\1(?=;|\.?\s{0,3}$)""")
_BIRTH = re.compile(r"(?:^|; )(?:alt\. )?DOB ([^;]{4,40})")
_STATE = re.compile(r"(?:^|; )(?:alt\. )?(?:nationality|citizen) ([^;]{2,60})")


def read_ofac_csv(files: Mapping[str, bytes], source: str) -> Authority:
    """The list in OFAC's CSV files, given by name in any order; SDN.CSV must be among them.

    `source` says in the result where they are from. Raises KnowledgeError where one of them is damaged, or
    where one speaks of a party that SDN.CSV does not hold: then they are not of the same day.
    """
    parties = _Parties()
    for width, take in ((_PARTY, parties.take), (_OTHER_NAME, parties.call), (_ADDRESS, parties.locate)):
        for name, data in files.items():
            for row in _rows_of_width(data, name, width):
                take(row, name)
    if not parties.listings:
        what = "holds no party: SDN.CSV is missing"
        raise KnowledgeError(what, Place(source), "give SDN.CSV with them")
    version = digest_version(*sorted(files.values()))
    entities = tuple(each.entity(NAME, version) for each in parties.listings.values() if each)
    return Authority(NAME, TITLE, version, source, entities)


class _Parties:
    """The parties by their number; None for one that is no entity of ours."""

    def __init__(self) -> None:
        self.listings: dict[str, Listing | None] = {}

    def take(self, row: Row, source: str) -> None:
        """A row of SDN.CSV."""
        number, name, type_, programs, *_, remarks = (_value(field) for field in row.fields)
        if not number.isdecimal() or not name:
            raise KnowledgeError("is no row of SDN.CSV", Place(source, row.line), AGAIN)
        if number in self.listings:
            what = f"lists party {number} a second time"
            raise KnowledgeError(what, Place(source, row.line), AGAIN)
        if type_.lower() in _THINGS:
            self.listings[number] = None
            return
        listing = Listing(number, _kind_of(type_, Place(source, row.line)))
        listing.name_it(_read_name(name, listing.kind))
        listing.add_programs(each.strip(" []") for each in programs.split("] ["))
        _add_remarks(listing, remarks)
        self.listings[number] = listing

    def call(self, row: Row, source: str) -> None:
        """A row of ALT.CSV."""
        number, _, type_, name, _ = (_value(field) for field in row.fields)
        if type_.lower() not in _OTHER_NAMES or not name:
            raise KnowledgeError("is no row of ALT.CSV", Place(source, row.line), AGAIN)
        listing = self._find(number, Place(source, row.line))
        if listing:
            listing.add(Alias(_read_name(name, listing.kind)))

    def locate(self, row: Row, source: str) -> None:
        """A row of ADD.CSV: the country of a firm is where its addresses are."""
        number, _, _, _, country, _ = (_value(field) for field in row.fields)
        listing = self._find(number, Place(source, row.line))
        if listing and listing.kind is EntityKind.FIRM:
            listing.add_country(find_country(country))

    def _find(self, number: str, place: Place) -> Listing | None:
        if number not in self.listings:
            what = f"speaks of party {number}, which SDN.CSV does not list"
            raise KnowledgeError(what, place, "give SDN.CSV, ALT.CSV and ADD.CSV of one day together")
        return self.listings[number]


def _rows_of_width(data: bytes, source: str, width: int) -> Iterator[Row]:
    """The rows with so many columns; the mark at the end of a file may stand where the next one begins."""
    for row in read_rows(data.replace(_END_OF_FILE, b""), source):
        if len(row.fields) not in WIDTHS:
            what = f"has {len(row.fields)} columns; rows of OFAC's CSV files have 12, 5 or 6"
            raise KnowledgeError(what, Place(source, row.line), AGAIN)
        if len(row.fields) == width:
            yield row


def _value(field: str) -> str:
    value = tidy(field)
    return "" if value == NOTHING else value


def _kind_of(type_: str, place: Place) -> EntityKind:
    kind = _KINDS.get(type_.lower())
    if kind is None:
        what = f"lists a party of the unknown type {type_!r}"
        raise KnowledgeError(what, place, "known: individual, entity, vessel, aircraft")
    return kind


def _read_name(name: str, kind: EntityKind) -> str:
    return reading_order(name) if kind is EntityKind.PERSON else name


def _add_remarks(listing: Listing, remarks: str) -> None:
    """Weak names, dates of birth and nationalities, which stand in the remarks only."""
    for _, name in _WEAK_NAME.findall(remarks):
        listing.add(Alias(_read_name(tidy(name), listing.kind), weak=True))
    for date in _BIRTH.findall(remarks):
        listing.add_date(from_words(date))
    for state in _STATE.findall(remarks):
        listing.add_country(find_country(state.rstrip(". ")))

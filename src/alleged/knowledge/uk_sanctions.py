"""The UK sanctions list as the Foreign, Commonwealth & Development Office publishes it: CSV and XML.

Individuals are persons, entities are firms, ships are passed over. In the CSV one designation takes many
rows, one for each combination of a name with an address and so on; they are brought together by its id.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alleged.errors import KnowledgeError, Place
from alleged.knowledge.codes import find_country, language_of
from alleged.knowledge.csv_rows import AGAIN, check_width, first_row, read_rows
from alleged.knowledge.edtf import from_slashes, from_words
from alleged.knowledge.listing import Listing, digest_version
from alleged.knowledge.xml_records import local_name, looks_like_xml, place_of, read_records, text_of, tidy
from alleged.model.entity import Alias, Authority, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from alleged.knowledge.csv_rows import Row

NAME = "uk-sanctions"
TITLE = "UK sanctions list"
_ROOT, _DESIGNATION, _DATE = "Designations", "Designation", "DateGenerated"
_HEAD = 65_536
_HEADER_WITHIN = 3
"""Lines: the date of the report may stand before the header."""
_REPORT = "report date:"

_ID, _TYPE, _OLD_TYPE = "unique id", "designation type", "individual, entity, ship"
_PARTS = ("name 1", "name 2", "name 3", "name 4", "name 5", "name 6")
_NEEDED = (_ID, *_PARTS, "name type", "regime name")
_KINDS = {"individual": EntityKind.PERSON, "entity": EntityKind.FIRM, "ship": None}
_PRIMARY = "primary name"
_WEAK = ("low", "weak")
_OFSI = "OFSI:"


@dataclass(frozen=True, slots=True)
class _Designation:
    """What one row or element says, in the words of the list; lists where there may be several."""

    id: str
    type: str
    place: Place
    names: Sequence[tuple[str, str, str]] = ()
    """Name, type and strength of the alias."""
    other_scripts: Sequence[tuple[str, str, str]] = ()
    """Name, language and script."""
    regimes: Sequence[str] = ()
    births: Sequence[str] = ()
    nationalities: Sequence[str] = ()
    addresses: Sequence[str] = ()
    """Their countries."""
    designated: str = ""
    un_reference: str = ""
    ofsi_group: str = ""


@dataclass(slots=True)
class _Designations:
    """The designations by their id; None for a ship."""

    listings: dict[str, Listing | None] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)

    def take(self, said: _Designation) -> None:
        """Adds what a row or element says to its designation."""
        _check(said, self.types.setdefault(said.id, said.type.lower()))
        kind = _KINDS[said.type.lower()]
        if said.id not in self.listings:
            self.listings[said.id] = Listing(said.id, kind) if kind else None
        listing = self.listings[said.id]
        if listing:
            _add_names(listing, said)
            _add_details(listing, said)

    def authority(self, version: str, source: str) -> Authority:
        """All that have a name: some have none, and are of no use to anyone who looks for names.

        Raises KnowledgeError where there is no designation, or none with a name.
        """
        named = [each for each in self.listings.values() if each and each.aliases]
        if not named:
            what = "gives no designation a name" if self.listings else "holds no designation"
            raise KnowledgeError(what, Place(source), AGAIN)
        entities = tuple(each.entity(NAME, version) for each in named)
        return Authority(NAME, TITLE, version, source, entities)


def read_uk_sanctions(data: bytes, source: str) -> Authority:
    """The list in CSV or XML; raises KnowledgeError, with line and cure, where it is damaged or none."""
    is_xml = data[:_HEAD].decode("utf-8-sig", "ignore").lstrip().startswith("<")
    return _read_xml(data, source) if is_xml else _read_csv(data, source)


def looks_like_uk_sanctions(head: bytes) -> bool:
    """Whether a file that begins with `head` seems to be the UK sanctions list."""
    rows = (first_row(head, line) for line in range(1, _HEADER_WITHIN + 1))
    return looks_like_xml(head, _ROOT) or any(_is_header(_columns(row)) for row in rows)


def _read_csv(data: bytes, source: str) -> Authority:
    rows = read_rows(data, source)
    columns, version = _read_header(rows, source)
    found = _Designations()
    for row in rows:
        check_width(row, len(columns), source)
        found.take(_of_row(dict(zip(columns, row.fields, strict=True)), Place(source, row.line)))
    return found.authority(version or digest_version(data), source)


def _read_header(rows: Iterator[Row], source: str) -> tuple[tuple[str, ...], str | None]:
    """The names of the columns, and the date of the report if it stands before them."""
    version = None
    for row, _ in zip(rows, range(_HEADER_WITHIN), strict=False):
        columns = _columns(row.fields)
        if _is_header(columns):
            _check_columns(columns, Place(source, row.line))
            return columns, version
        if columns[0].startswith(_REPORT):
            version = _day(columns[0].removeprefix(_REPORT))
    what = "has no header with the column Unique ID"
    raise KnowledgeError(what, Place(source, 1), "give the UK sanctions list as the FCDO publishes it")


def _columns(fields: Sequence[str]) -> tuple[str, ...]:
    return tuple(tidy(each).lower() for each in fields)


def _is_header(columns: Sequence[str]) -> bool:
    return _ID in columns and "name 6" in columns


def _check_columns(columns: Sequence[str], place: Place) -> None:
    types = (_TYPE,) if _OLD_TYPE not in columns else ()
    missing = [name for name in (*_NEEDED, *types) if name not in columns]
    if missing:
        raise KnowledgeError(f"has no column {missing[0]!r}", place, AGAIN)


def _of_row(row: Mapping[str, str], place: Place) -> _Designation:
    def get(column: str) -> str:
        return tidy(row.get(column))

    return _Designation(
        get(_ID),
        get(_TYPE) or get(_OLD_TYPE),
        place,
        names=[(tidy(" ".join(map(get, _PARTS))), get("name type"), get("alias strength"))],
        other_scripts=[
            (get("name non-latin script"), get("non-latin script language"), get("non-latin script type"))
        ],
        regimes=[get("regime name")],
        births=get("d.o.b").split(";"),
        nationalities=get("nationality(/ies)").split(";"),
        addresses=[get("address country")],
        designated=get("date designated"),
        un_reference=get("un reference number"),
        ofsi_group=get("ofsi group id"),
    )


def _read_xml(data: bytes, source: str) -> Authority:
    found = _Designations()
    version = None
    for element in read_records(data, source, _ROOT, (_DESIGNATION, _DATE)):
        if local_name(element) == _DATE:
            version = _day(tidy(element.text))
            continue
        said = _of_element(element, source)
        if said.id in found.listings:
            raise KnowledgeError(f"designation {said.id} stands here a second time", said.place, AGAIN)
        found.take(said)
    return found.authority(version or digest_version(data), source)


def _of_element(element: _Element, source: str) -> _Designation:
    person = "{*}IndividualDetails/{*}Individual"
    return _Designation(
        text_of(element, "{*}UniqueID"),
        text_of(element, "{*}IndividualEntityShip"),
        place_of(element, source),
        names=[_name_of(name) for name in element.iterfind("{*}Names/{*}Name")],
        other_scripts=[_other_script(name) for name in element.iterfind("{*}NonLatinNames/{*}NonLatinName")],
        regimes=_texts(element, "{*}RegimeName"),
        births=_texts(element, f"{person}/{{*}}DOBs/{{*}}DOB"),
        nationalities=_texts(element, f"{person}/{{*}}Nationalities/{{*}}Nationality"),
        addresses=_texts(element, "{*}Addresses/{*}Address/{*}AddressCountry"),
        designated=text_of(element, "{*}DateDesignated"),
        un_reference=text_of(element, "{*}UNReferenceNumber"),
        ofsi_group=text_of(element, "{*}OFSIGroupID"),
    )


def _name_of(name: _Element) -> tuple[str, str, str]:
    parts = " ".join(text_of(name, f"{{*}}Name{number}") for number in range(1, 7))
    return tidy(parts), text_of(name, "{*}NameType"), text_of(name, "{*}AliasStrength")


def _other_script(name: _Element) -> tuple[str, str, str]:
    language, script = text_of(name, "{*}NonLatinScriptLanguage"), text_of(name, "{*}NonLatinScriptType")
    return text_of(name, "{*}NameNonLatinScript"), language, script


def _texts(element: _Element, path: str) -> list[str]:
    return [tidy(each.text) for each in element.iterfind(path)]


def _check(said: _Designation, type_: str) -> None:
    if not said.id:
        raise KnowledgeError("has a designation without Unique ID", said.place, AGAIN)
    if type_ not in _KINDS:
        what = f"designation {said.id} is of the unknown type {said.type!r}"
        raise KnowledgeError(what, said.place, "known: Individual, Entity, Ship")
    if said.type.lower() != type_:
        what = f"designation {said.id} is called {said.type} here and {type_} before"
        raise KnowledgeError(what, said.place, AGAIN)


def _add_names(listing: Listing, said: _Designation) -> None:
    for name, type_, strength in said.names:
        if name and type_.lower() == _PRIMARY:
            listing.name_it(name)
        listing.add(Alias(name, weak=strength.lower().startswith(_WEAK)))
    for name, language, script in said.other_scripts:
        listing.add(Alias(name, language=language_of(language, script)))


def _add_details(listing: Listing, said: _Designation) -> None:
    listing.add_programs(said.regimes)
    listing.list_since(_day(said.designated))
    for birth in said.births:
        listing.add_date(from_slashes(birth))
    states = said.nationalities if listing.kind is EntityKind.PERSON else said.addresses
    for state in states:
        listing.add_country(find_country(state))
    for ref in (said.un_reference, f"{_OFSI}{said.ofsi_group}" if said.ofsi_group else ""):
        listing.add_ref(ref)


def _day(text: str) -> str | None:
    """EDTF of a day as it is written in the one or the other format: 21/09/2026, 23-Sep-2026."""
    return from_slashes(text) or from_words(text)

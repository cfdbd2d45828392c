"""sdn_advanced.xml: parties whose names, features and sanctions point to reference values by id."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alleged.errors import KnowledgeError, Place
from alleged.knowledge.codes import find_country, find_script
from alleged.knowledge.csv_rows import AGAIN
from alleged.knowledge.edtf import join_date, join_period
from alleged.knowledge.listing import Listing, digest_version
from alleged.knowledge.xml_records import local_name, place_of, read_records, text_of, tidy
from alleged.model.entity import Alias, Authority, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

ROOT = "Sanctions"
NAME = "ofac-sdn"
TITLE = "OFAC, specially designated nationals"
_OTHER_NAME, _OTHER_TITLE = "ofac-non-sdn", "OFAC, lists other than that of specially designated nationals"
_SDN = "SDN List"
_RECORDS = (
    *("DateOfIssue", "ReferenceValueSets", "Location", "IDRegDocument", "DistinctParty"),
    *("ProfileRelationship", "SanctionsEntry", "SanctionsEntryLink"),
)
"""All that repeats: what is not used is passed over, but must be freed too."""
_VALUES = frozenset(
    [
        *("AreaCode", "Country", "FeatureType", "List", "NamePartType", "PartySubType", "PartyType"),
        *("SanctionsType", "Script"),
    ]
)
_KINDS = {"Individual": EntityKind.PERSON, "Entity": EntityKind.FIRM}
_THINGS = frozenset({"Vessel", "Aircraft", "Transport", "Location"})
_STATES = ("Nationality", "Citizenship")
_UNSPACED = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7a3"), ("\U00020000", "\U0003ffff"))
"""Kana, Han and Hangul: parts of a name stand without a space, the family name first."""
_YEAR_LENGTH = 4


@dataclass(frozen=True, slots=True)
class _Value:
    """A reference value: its text and what else is said of it."""

    text: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a name: its words, what it is ("Last Name"), and its script if that is not the Latin one."""

    text: str
    type: str
    script: str | None


@dataclass(slots=True)
class _Reading:
    """What was read so far, by the ids that the file uses."""

    source: str
    issued: str | None = None
    values: dict[tuple[str, str], _Value] = field(default_factory=dict)
    """By kind and id: ("Script", "215")."""
    places: dict[str, str | None] = field(default_factory=dict)
    """The country of each location."""
    parties: dict[str, Listing | None] = field(default_factory=dict)
    """None for what is no entity of ours, a vessel."""
    profiles: dict[str, Listing | None] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)

    def value(self, kind: str, id_: str | None) -> _Value:
        """The reference value, or an empty one."""
        return self.values.get((kind, id_ or ""), _Value("", {}))

    def place(self, element: _Element) -> Place:
        """Where an element stands."""
        return place_of(element, self.source)


def read_ofac_xml(data: bytes, source: str) -> Authority:
    """The list in OFAC's advanced XML; raises KnowledgeError where it is damaged or contradicts itself."""
    reading = _Reading(source)
    for record in read_records(data, source, ROOT, _RECORDS):
        take = _TAKE.get(local_name(record))
        if take:
            take(reading, record)
    if not reading.parties:
        raise KnowledgeError("holds no party", Place(source), AGAIN)
    is_sdn = _SDN in reading.lists or not reading.lists
    name, title = (NAME, TITLE) if is_sdn else (_OTHER_NAME, _OTHER_TITLE)
    version = reading.issued or digest_version(data)
    entities = tuple(each.entity(name, version) for each in reading.parties.values() if each)
    return Authority(name, title, version, source, entities)


def _take_issue(reading: _Reading, element: _Element) -> None:
    reading.issued = _date(element)


def _take_values(reading: _Reading, element: _Element) -> None:
    for each in element.iterfind("{*}*/{*}*"):
        kind = local_name(each)
        if kind in _VALUES:
            attributes = {str(key): str(value) for key, value in each.attrib.items()}
            reading.values[kind, attributes.get("ID", "")] = _Value(tidy(each.text), attributes)


def _take_location(reading: _Reading, element: _Element) -> None:
    names = (
        *(_country_name(reading, each) for each in element.iterfind("{*}LocationCountry")),
        *(_area_name(reading, each) for each in element.iterfind("{*}LocationAreaCode")),
        *(tidy(each.text) for each in element.iterfind("{*}LocationPart/{*}LocationPartValue/{*}Value")),
    )
    reading.places[element.get("ID", "")] = next(filter(None, map(find_country, names)), None)


def _country_name(reading: _Reading, element: _Element) -> str:
    return reading.value("Country", element.get("CountryID")).text


def _area_name(reading: _Reading, element: _Element) -> str:
    return reading.value("AreaCode", element.get("AreaCodeID")).attributes.get("Description", "")


def _take_party(reading: _Reading, element: _Element) -> None:
    number, profiles = element.get("FixedRef", ""), element.findall("{*}Profile")
    what = f"DistinctParty {number}" if number else "a DistinctParty"
    if not number or not profiles:
        lacks = "Profile" if number else "FixedRef"
        raise KnowledgeError(f"{what} has no {lacks}", reading.place(element), AGAIN)
    if number in reading.parties:
        raise KnowledgeError(f"{what} stands here a second time", reading.place(element), AGAIN)
    kind = _kind_of(reading, profiles[0])
    listing = Listing(number, kind) if kind else None
    reading.parties[number] = listing
    reading.profiles.update({profile.get("ID", ""): listing for profile in profiles})
    if listing:
        _read_profiles(reading, profiles, listing)
        if not listing.aliases:
            raise KnowledgeError(f"{what} has no name", reading.place(element), AGAIN)


def _kind_of(reading: _Reading, profile: _Element) -> EntityKind | None:
    """The kind of a party; None for what is no entity of ours."""
    type_ = reading.value("PartySubType", profile.get("PartySubTypeID"))
    broad = reading.value("PartyType", type_.attributes.get("PartyTypeID"))
    kinds = (type_.text, broad.text)
    if not _THINGS.isdisjoint(kinds):
        return None
    kind = next((_KINDS[each] for each in kinds if each in _KINDS), None)
    if kind is None:
        what = f"Profile {profile.get('ID')} is of the unknown type {profile.get('PartySubTypeID')}"
        raise KnowledgeError(what, reading.place(profile), AGAIN)
    return kind


def _read_profiles(reading: _Reading, profiles: Sequence[_Element], listing: Listing) -> None:
    for profile in profiles:
        for identity in profile.iterfind("{*}Identity"):
            types = _part_types(reading, identity)
            for alias in identity.iterfind("{*}Alias"):
                _read_alias(reading, alias, types, listing)
        for feature in profile.iterfind("{*}Feature"):
            _read_feature(reading, feature, listing)


def _part_types(reading: _Reading, identity: _Element) -> dict[str, str]:
    """What each group of name parts is: "Last Name"."""
    groups = identity.iterfind("{*}NamePartGroups/{*}MasterNamePartGroup/{*}NamePartGroup")
    return {
        group.get("ID", ""): reading.value("NamePartType", group.get("NamePartTypeID")).text
        for group in groups
    }


def _read_alias(reading: _Reading, alias: _Element, types: Mapping[str, str], listing: Listing) -> None:
    weak = alias.get("LowQuality") == "true"
    written = [_name_of(reading, name, types) for name in alias.iterfind("{*}DocumentedName")]
    names = [Alias(name, language=language, weak=weak) for name, language in written if name]
    if alias.get("Primary") == "true" and names:
        listing.name_it(next((each for each in names if not each.language), names[0]).name)
    for each in names:
        listing.add(each)


def _name_of(reading: _Reading, name: _Element, types: Mapping[str, str]) -> tuple[str, str | None]:
    """A name in reading order, and its language if its script tells."""
    parts = [
        _Part(tidy(each.text), types.get(each.get("NamePartGroupID", ""), ""), _script_of(reading, each))
        for each in name.iterfind("{*}DocumentedNamePart/{*}NamePartValue")
    ]
    script = next((part.script for part in parts if part.script), None)
    return _join(parts), f"und-{script}" if script else None


def _script_of(reading: _Reading, part: _Element) -> str | None:
    value = reading.value("Script", part.get("ScriptID"))
    told = (value.attributes.get("ScriptCode", ""), value.text, value.attributes.get("ID", ""))
    script = next(filter(None, map(find_script, told)), None)
    return script if script != "Latn" else None


def _join(parts: Sequence[_Part]) -> str:
    family = [part.text for part in parts if part.type == "Last Name"]
    other = [part.text for part in parts if part.type != "Last Name"]
    if family and all(_is_unspaced(text) for text in (*family, *other)):
        return "".join((*family, *other))
    return tidy(" ".join((*other, *family)))


def _is_unspaced(text: str) -> bool:
    return any(first <= text[:1] <= last for first, last in _UNSPACED)


def _read_feature(reading: _Reading, feature: _Element, listing: Listing) -> None:
    type_ = reading.value("FeatureType", feature.get("FeatureTypeID")).text
    if type_ == "Birthdate":
        for period in feature.iterfind("{*}FeatureVersion/{*}DatePeriod"):
            listing.add_date(_period(period))
    if type_.startswith(_STATES) or (type_ == "Location" and listing.kind is EntityKind.FIRM):
        for location in feature.iterfind("{*}FeatureVersion/{*}VersionLocation"):
            listing.add_country(reading.places.get(location.get("LocationID", "")))


def _take_entry(reading: _Reading, element: _Element) -> None:
    """What a profile is listed under and since when; an entry without a party of ours says nothing to us."""
    reading.lists.update(filter(None, [reading.value("List", element.get("ListID")).text]))
    listing = reading.profiles.get(element.get("ProfileID", ""))
    if listing:
        listing.add_programs(_programs(reading, element))
        for date in element.iterfind("{*}EntryEvent/{*}Date"):
            listing.list_since(_date(date))


def _programs(reading: _Reading, entry: _Element) -> Iterator[str]:
    for measure in entry.iterfind("{*}SanctionsMeasure"):
        if reading.value("SanctionsType", measure.get("SanctionsTypeID")).text in {"Program", ""}:
            yield text_of(measure, "{*}Comment")


def _period(period: _Element) -> str | None:
    points = (_date(period.find(path)) for path in ("{*}Start/{*}From", "{*}End/{*}To"))
    date = join_period(*points)
    about = any(each.get("Approximate") == "true" for each in period)
    return f"{date}~" if date and about and "/" not in date else date


def _date(element: _Element | None) -> str | None:
    if element is None:
        return None
    year, month, day = (text_of(element, f"{{*}}{unit}") for unit in ("Year", "Month", "Day"))
    if len(year) != _YEAR_LENGTH or not year.isdecimal():
        return None
    return join_date(year, int(month) if month.isdecimal() else None, int(day) if day.isdecimal() else None)


_TAKE = {
    "DateOfIssue": _take_issue,
    "ReferenceValueSets": _take_values,
    "Location": _take_location,
    "DistinctParty": _take_party,
    "SanctionsEntry": _take_entry,
}

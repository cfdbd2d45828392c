from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.errors import KnowledgeError
from alleged.knowledge.ofac import looks_like_ofac, read_ofac
from alleged.knowledge.ofac_csv import read_ofac_csv
from alleged.model.entity import Alias, EntityKind
from tests.unit.knowledge.sanctions import BOMB, OUTSIDE, by_name, entity, line_of, names, read, refusal

SDN, ALT, ADD = read("ofac-sdn.csv"), read("ofac-alt.csv"), read("ofac-add.csv")
XML = read("ofac-sdn-advanced.xml")
FILES = {"ADD.CSV": ADD, "ALT.CSV": ALT, "SDN.CSV": SDN}
PERSON_LINE = line_of(XML, '<DistinctParty FixedRef="7001"')
FIRM_LINE = line_of(XML, '<DistinctParty FixedRef="7002"')
LONG_END = ",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"


def test_csv_gives_persons_and_firms_and_passes_over_what_floats_and_flies() -> None:
    found = read_ofac_csv(FILES, "ofac").entities
    assert [(each.id, each.kind) for each in found] == [
        ("7001", EntityKind.PERSON),
        ("7002", EntityKind.FIRM),
        ("7005", EntityKind.PERSON),
    ]


def test_csv_gives_all_that_is_said_of_a_person() -> None:
    person = entity(read_ofac_csv(FILES, "ofac"), "7001")
    assert person.name == "Artyom Ilyich VOLNYANSKY"
    assert person.aliases == (
        Alias("GREYHERON", weak=True),
        Alias("D'ARTYOM", weak=True),
        Alias("Artem VOLNYANSKIY"),
    )
    assert person.programs == ("CYBER2", "ELECTION-EO13848")
    assert person.born == ("1988-03-14", "1987~")
    assert person.country == "RU"


def test_csv_gives_all_that_is_said_of_a_firm() -> None:
    firm = entity(read_ofac_csv(FILES, "ofac"), "7002")
    assert firm.name == "LINGSHAN HARBOUR INFORMATION TECHNOLOGY, LTD."
    assert [alias.name for alias in firm.aliases] == ["LINGSHAN NETWORK STUDIO", "LHIT"]
    assert (firm.country, firm.programs, firm.born) == ("CN", ("CYBER2",), ())


def test_weak_names_in_quotes_that_are_not_doubled_are_read() -> None:
    data = SDN.replace(b"'GREYHERON'", b'"GREYHERON"')
    assert Alias("GREYHERON", weak=True) in entity(read_ofac(data, "x"), "7001").aliases


def test_two_nationalities_leave_the_country_open() -> None:
    person = entity(read_ofac_csv(FILES, "ofac"), "7005")
    assert (person.country, person.born) == (None, ("1979/1981",))


def test_the_files_may_stand_in_one_and_in_any_order() -> None:
    apart = read_ofac_csv(FILES, "ofac")
    joined = read_ofac(ALT + SDN + ADD, "all.csv")
    assert [(e.id, e.name, e.aliases, e.country) for e in joined.entities] == [
        (e.id, e.name, e.aliases, e.country) for e in apart.entities
    ]
    assert joined.source == "all.csv"
    assert apart.version == read_ofac_csv(dict(reversed(FILES.items())), "ofac").version


def test_the_version_of_csv_tells_other_bytes_apart() -> None:
    assert read_ofac(SDN, "a").version == read_ofac(SDN, "b").version
    assert (
        read_ofac(SDN, "a").version
        != read_ofac(SDN.replace(b"Ltd", b"LTD").replace(b"1988", b"1989"), "a").version
    )


def test_xml_gives_the_same_parties_as_csv() -> None:
    from_csv, from_xml = read_ofac_csv(FILES, "a"), read_ofac(XML, "b")
    assert (from_xml.name, from_xml.title) == (from_csv.name, from_csv.title)
    for each in from_csv.entities:
        other = entity(from_xml, each.id)
        assert (other.kind, other.born, other.country or "?") == (each.kind, each.born, each.country or "?")
    assert entity(from_xml, "7005").name == entity(from_csv, "7005").name


def test_xml_gives_scripts_weak_names_programs_and_dates() -> None:
    authority = read_ofac(XML, "sdn_advanced.xml")
    person = entity(authority, "7001")
    assert authority.version == person.version == "2026-05-21"
    assert person.name == "Artyom Ilyich VOLNYANSKY"
    assert by_name(person) == {
        "GREYHERON": Alias("GREYHERON", weak=True),
        "Артём ВОЛНЯНСКИЙ": Alias("Артём ВОЛНЯНСКИЙ", language="und-Cyrl"),
    }
    assert (person.programs, person.listed) == (("CYBER2", "ELECTION-EO13848"), "2021-04-15")
    assert (person.born, person.country) == (("1988-03-14", "1987~"), "RU")


def test_xml_writes_han_names_without_a_space_and_the_family_name_first() -> None:
    assert entity(read_ofac(XML, "x"), "7005").aliases == (Alias("沈明远", language="und-Hans"),)


def test_xml_takes_the_country_of_a_firm_from_its_addresses() -> None:
    firm = entity(read_ofac(XML, "x"), "7002")
    assert firm.name == "LINGSHAN HARBOUR INFORMATION & TECHNOLOGY, LTD."
    assert (firm.country, firm.listed, firm.kind) == ("CN", "2024-03-25", EntityKind.FIRM)
    assert firm.aliases == (Alias("灵山港信息技术有限公司", language="und-Hans"),)


def test_any_namespace_will_do() -> None:
    other = XML.replace(
        b"https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/", b"urn:un:"
    )
    assert read_ofac(other, "x").entities == read_ofac(XML, "x").entities


def test_another_list_of_ofac_is_another_authority() -> None:
    authority = read_ofac(XML.replace(b"SDN List", b"Own List"), "x")
    assert authority.name == "ofac-non-sdn"
    assert {each.authority for each in authority.entities} == {"ofac-non-sdn"}


def test_its_files_are_recognised() -> None:
    assert all(looks_like_ofac(data[:200]) for data in (SDN, ALT, ADD, XML))
    assert looks_like_ofac(b'<?xml version="1.0"?><sdnList xmlns="own">')


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\xff\xfe",
        b"1,2\n",
        b"id,schema\n",
        b"1,a,b,c,d\n",
        b"a,-0- ,b,c,d\n",
        b"<Sanction>",
        b"{}",
        b'"',
    ],
)
def test_other_files_are_not(head: bytes) -> None:
    assert not looks_like_ofac(head)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (SDN[:-9], "list:5: ends within a line"),
        (SDN[: SDN.index(b"7003,") + 20], "list:3: ends within a line"),
        (SDN.replace(b"VOLNYANSKY", "VOLNYÁNSKY".encode("latin-1")), "list:1: is no text in UTF-8"),
        (SDN.replace(b'"LINGSHAN', b"LINGSHAN"), "list:2: "),
        (SDN.replace(b',"CYBER2",', b",", 1), "list:2: has 11 columns"),
        (SDN.replace(b"7002,", b"7001,"), "list:2: lists party 7001 a second time"),
        (
            SDN.replace(b'"individual"', b'"spirit"', 1),
            "list:1: lists a party of the unknown type 'spirit'; known",
        ),
        (SDN.replace(b"7001,", b"ent_num,"), "list:1: is no row of SDN.CSV"),
        (
            SDN + b'7999,1,"aka","NOBODY",-0- \n',
            "list:6: speaks of party 7999, which SDN.CSV does not list; give",
        ),
        (SDN + b'7001,1,"who","NOBODY",-0- \n', "list:6: is no row of ALT.CSV"),
        (ALT, "list:1: speaks of party 7001, which SDN.CSV does not list"),
        (b"", "list: is empty"),
        (b"name,age\n", "list:1: has 2 columns; rows of OFAC's CSV files have 12, 5 or 6"),
        (
            b"<sdnList/>",
            "list:1: is OFAC's plain XML, which lacks scripts and weak names; give sdn_advanced.xml",
        ),
        (XML[:-200], f"list:{line_of(XML, '<Year>2019')}: is no whole XML"),
        (XML[:9_000], "list:"),
        (XML.replace("ё".encode(), b"\xb8"), f"list:{line_of(XML, 'ё')}: is no whole XML"),
        (
            XML.replace(b'FixedRef="7002">\n      <Comment', b'FixedRef="7001">\n      <Comment'),
            f"list:{FIRM_LINE}: DistinctParty",
        ),
        (
            XML.replace(b'<DistinctParty FixedRef="7002">', b"<DistinctParty>"),
            f"list:{FIRM_LINE}: a DistinctParty has no Fix",
        ),
        (
            XML.replace(b'PartySubTypeID="3"', b'PartySubTypeID="99"'),
            f"list:{FIRM_LINE + 2}: Profile 7002 is of the unknown type 99",
        ),
        (
            XML.replace(b"NamePartValue", b"Value"),
            f"list:{PERSON_LINE}: DistinctParty 7001 has no name",
        ),
        (b"<Sanctions/>", "list: holds no party"),
        (BOMB.replace(b"%b", b"Sanctions"), "list:1: declares a document type"),
        (OUTSIDE.replace(b"%b", b"Sanctions"), "list:1: declares a document type"),
    ],
)
def test_a_damaged_list_is_refused_whole_with_its_place(data: bytes, message: str) -> None:
    assert refusal(read_ofac, data).startswith(message)


def test_the_place_names_the_file_that_is_damaged() -> None:
    with pytest.raises(KnowledgeError, match=r"ALT\.CSV:2: has 4 columns"):
        read_ofac_csv({**FILES, "ALT.CSV": b'7001,1,"aka","A",-0- \n7001,2,"aka","B"\n'}, "ofac")


@given(st.lists(st.tuples(names, names, st.lists(names)), min_size=1, max_size=9))
def test_a_list_in_the_layout_is_read_back_with_the_same_names(
    parties: list[tuple[str, str, list[str]]],
) -> None:
    sdn = "".join(
        f'{number},{_quote(f"{family}, {given}")},"individual","CYBER2"{LONG_END}'
        for number, (family, given, _) in enumerate(parties)
    )
    alt = "".join(
        f'{number},{number}{index},"aka",{_quote(other)},-0- \r\n'
        for number, (*_, others) in enumerate(parties)
        for index, other in enumerate(others)
    )
    files = {"SDN.CSV": sdn.encode() + b"\x1a", **({"ALT.CSV": alt.encode()} if alt else {})}
    found = read_ofac_csv(files, "own").entities
    assert [each.name for each in found] == [f"{given} {family}" for family, given, _ in parties]
    assert [{each.name, *by_name(each)} for each in found] == [
        {f"{given} {family}", *others} for family, given, others in parties
    ]


@given(st.lists(st.tuples(names, st.lists(st.tuples(names, st.booleans()))), min_size=1, max_size=9))
def test_advanced_xml_is_read_back_with_the_same_names(
    parties: list[tuple[str, list[tuple[str, bool]]]],
) -> None:
    start, end = XML.index(b"<DistinctParties>") + 17, XML.index(b"</DistinctParties>")
    body = "".join(_party(number, name, others) for number, (name, others) in enumerate(parties))
    found = read_ofac(XML[:start] + body.encode() + XML[end:], "own").entities
    assert [each.name for each in found] == [name for name, _ in parties]
    for each, (name, others) in zip(found, parties, strict=True):
        strong = {other for other, weak in others if not weak}
        expected = {other: other not in strong for other, _ in others if other != name}
        assert {alias.name: alias.weak for alias in each.aliases} == expected


def _party(number: int, name: str, others: list[tuple[str, bool]]) -> str:
    aliases = "".join(_alias(each, primary=False, weak=weak) for each, weak in others)
    return (
        f'<DistinctParty FixedRef="{number}"><Profile ID="{number}" PartySubTypeID="3"><Identity>'
        f"{aliases}{_alias(name, primary=True, weak=False)}</Identity></Profile></DistinctParty>"
    )


def _alias(name: str, *, primary: bool, weak: bool) -> str:
    text = name.replace("&", "&amp;")
    return (
        f'<Alias Primary="{str(primary).lower()}" LowQuality="{str(weak).lower()}"><DocumentedName>'
        f'<DocumentedNamePart><NamePartValue ScriptID="215">{text}</NamePartValue></DocumentedNamePart>'
        "</DocumentedName></Alias>"
    )


def _quote(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.knowledge.opensanctions import looks_like_opensanctions, read_opensanctions
from alleged.model.entity import Alias, EntityKind
from tests.unit.knowledge.sanctions import by_name, entity, line_of, names, read, refusal

DATA = read("opensanctions.csv")
HEADER = DATA.splitlines()[0].decode()
UK = "UK FCDO Sanctions List"


def test_persons_firms_and_bodies_are_read_and_vessels_passed_over() -> None:
    authority = read_opensanctions(DATA, "targets.simple.csv")
    assert [(each.id, each.kind) for each in authority.entities] == [
        ("NK-ownExampleFirm01", EntityKind.FIRM),
        ("Q00000001", EntityKind.PERSON),
        ("NK-ownExampleBody01", EntityKind.AGENCY),
    ]
    assert (authority.name, authority.title) == ("opensanctions", "OpenSanctions")
    assert authority.version == "2026-09-15T13:11:55"


def test_all_that_is_said_of_a_firm() -> None:
    firm = entity(read_opensanctions(DATA, "x"), "NK-ownExampleFirm01")
    assert firm.name == "Lingshan Harbour Information Technology Ltd."
    assert list(by_name(firm)) == ["Lingshan; Harbour IT", "LHIT", "灵山港信息技术有限公司"]
    assert (firm.country, firm.refs, firm.programs) == ("CN", ("0000000000000X",), ("US-CYBER", "GB-CYBER"))


def test_names_from_one_list_are_of_that_origin() -> None:
    person = entity(read_opensanctions(DATA, "x"), "Q00000001")
    assert person.aliases == (Alias("Artem Volnyanskiy", origin=UK), Alias("Артём Волнянский", origin=UK))
    assert (person.born, person.country) == (("1987", "1988-03-14"), "RU")


def test_names_from_several_lists_are_of_no_known_origin() -> None:
    firm = entity(read_opensanctions(DATA, "x"), "NK-ownExampleFirm01")
    assert {alias.origin for alias in firm.aliases} == {None}


def test_a_table_of_one_list_bears_its_name() -> None:
    one = DATA.replace(b";US OFAC Specially Designated Nationals (SDN) List", b"").replace(
        b"US OFAC Specially Designated Nationals (SDN) List", UK.encode()
    )
    assert read_opensanctions(one, "x").title == f"OpenSanctions: {UK}"


def test_older_tables_without_the_later_columns_are_read() -> None:
    short = b"id,schema,name,aliases,birth_date,countries,identifiers,dataset\n1,Person,A,B,,,,C\n"
    authority = read_opensanctions(short, "x")
    assert authority.version.startswith("sha256:")
    assert [each.name for each in authority.entities] == ["A"]


def test_it_is_recognised_by_its_first_columns() -> None:
    assert looks_like_opensanctions(DATA[:60])
    assert looks_like_opensanctions(b"\xef\xbb\xbfid,schema,name,aliases\n")


@pytest.mark.parametrize("head", [b"", b"\xff", b"id,name\n", b"<x/>", b"id,schema,name\n", b"{}"])
def test_other_files_are_not(head: bytes) -> None:
    assert not looks_like_opensanctions(head)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (DATA[:-30], "list:5: ends within a line"),
        (DATA[: DATA.index(b"Q00000001") + 5] + b"\n", "list:3: is no whole CSV from here on"),
        (DATA.replace("ё".encode(), b"\xb8"), "list:3: is no text in UTF-8"),
        (DATA.replace(b'"aliases",', b""), "list:1: has no column 'aliases'; give targets.simple.csv"),
        (DATA.replace(b'"identifiers"', b'"ids"'), "list:1: has no column 'identifiers'"),
        (DATA.replace(b'"Person",', b""), "list:3: has 15 columns instead of 16"),
        (
            DATA.replace(b"Q00000001", b"NK-ownExampleFirm01"),
            "list:3: lists NK-ownExampleFirm01 a second time",
        ),
        (DATA.replace(b"Q00000001", b""), "list:3: has an entity without id or name"),
        (
            DATA.replace(b'"Artyom Volnyansky"', b'" "'),
            f"list:{line_of(DATA, 'Artyom')}: has an entity without id",
        ),
        (f"{HEADER}\n".encode(), "list: holds no entity"),
        (b"id,name\n1,A\n", "list:1: has no column 'schema'"),
        (b",,\n", "list:1: has no column 'id'"),
        (b"", "list: is empty"),
    ],
)
def test_a_damaged_table_is_refused_whole_with_its_place(data: bytes, message: str) -> None:
    assert refusal(read_opensanctions, data).startswith(message)


@given(st.lists(st.tuples(names, st.sets(st.one_of(names, names.map(";".join)))), min_size=1, max_size=9))
def test_a_table_in_the_layout_is_read_back_with_the_same_names(listed: list[tuple[str, set[str]]]) -> None:
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, next(csv.reader([HEADER])), dialect=csv.unix_dialect)
    writer.writeheader()
    for number, (name, others) in enumerate(listed):
        aliases = _join(sorted(others - {name}))
        writer.writerow({"id": f"NK-{number}", "schema": "Company", "name": name, "aliases": aliases})
    found = read_opensanctions(written.getvalue().encode(), "own").entities
    assert [each.name for each in found] == [name for name, _ in listed]
    assert [set(by_name(each)) for each in found] == [others - {name} for name, others in listed]


def _join(values: list[str]) -> str:
    """Several values in one field, as OpenSanctions writes them."""
    written = io.StringIO(newline="")
    csv.writer(
        written, csv.unix_dialect, delimiter=";", lineterminator="", quoting=csv.QUOTE_MINIMAL
    ).writerow(values)
    return written.getvalue()

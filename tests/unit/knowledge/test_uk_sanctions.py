from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.knowledge.uk_sanctions import looks_like_uk_sanctions, read_uk_sanctions
from alleged.model.entity import Alias, EntityKind
from tests.unit.knowledge.sanctions import BOMB, OUTSIDE, by_name, entity, line_of, names, read, refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

CSV, XML = read("uk-sanctions.csv"), read("uk-sanctions.xml")
HEADER = CSV.decode("utf-8-sig").splitlines()[1]
CYBER = "The Cyber (Sanctions) (EU Exit) Regulations 2020"

both = pytest.mark.parametrize("data", [CSV, XML], ids=["csv", "xml"])


@both
def test_rows_of_one_designation_are_one_entity_and_ships_are_passed_over(data: bytes) -> None:
    authority = read_uk_sanctions(data, "list")
    found = [(each.id, each.kind) for each in authority.entities]
    assert found == [("CYB9001", EntityKind.FIRM), ("CYB9002", EntityKind.PERSON)]
    assert (authority.name, authority.version, authority.source) == ("uk-sanctions", "2026-09-21", "list")


@both
def test_primary_name_variation_alias_and_other_script_are_told_apart(data: bytes) -> None:
    firm = entity(read_uk_sanctions(data, "list"), "CYB9001")
    assert firm.name == "LINGSHAN HARBOUR INFORMATION TECHNOLOGY LIMITED"
    assert by_name(firm) == {
        "LHIT": Alias("LHIT", weak=True),
        "LINGSHAN HARBOR IT": Alias("LINGSHAN HARBOR IT"),
        "灵山港信息技术有限公司": Alias("灵山港信息技术有限公司", language="zh"),
    }
    assert (firm.country, firm.listed, firm.programs) == ("CN", "2024-03-25", (CYBER,))


@both
def test_all_that_is_said_of_a_person(data: bytes) -> None:
    person = entity(read_uk_sanctions(data, "list"), "CYB9002")
    assert person.name == "ARTYOM ILYICH VOLNYANSKY"
    assert person.aliases == (Alias("Артём Ильич ВОЛНЯНСКИЙ", language="ru"),)
    assert person.born == ("1988-03-14", "1987")
    assert (person.country, person.listed) == ("RU", "2023-02-02")
    assert person.refs == ("ZZi.001", "OFSI:90002")


def test_without_a_date_of_report_the_bytes_are_the_version() -> None:
    undated = CSV[CSV.index(b"\n") + 1 :]
    assert read_uk_sanctions(undated, "list").version.startswith("sha256:")
    assert len(read_uk_sanctions(undated, "list").entities) == 2


def test_the_older_name_of_the_column_of_types_is_known() -> None:
    older = CSV.replace(b"Designation Type", b'"Individual, Entity, Ship"')
    assert read_uk_sanctions(older, "list").entities == read_uk_sanctions(CSV, "list").entities


def test_a_designation_in_another_script_alone_has_that_name() -> None:
    data = _as_csv([{"Unique ID": "A1", "Designation Type": "Individual", "Name non-latin script": "Артём"}])
    assert read_uk_sanctions(data, "list").entities[0].name == "Артём"


def test_a_designation_without_any_name_is_passed_over() -> None:
    rows = [
        {"Unique ID": name or "A0", "Designation Type": "Entity", "Name 6": name} for name in ("A1", "", "A2")
    ]
    assert [each.name for each in read_uk_sanctions(_as_csv(rows), "list").entities] == ["A1", "A2"]


@both
def test_it_is_recognised(data: bytes) -> None:
    assert looks_like_uk_sanctions(data[:300])


def test_it_is_recognised_without_the_date_of_report() -> None:
    assert looks_like_uk_sanctions(CSV[CSV.index(b"\n") + 1 :][:300])


@pytest.mark.parametrize("head", [b"", b"\xff", b"<Sanctions>", b"id,schema,name\n", b"Unique ID\n", b"{}"])
def test_other_files_are_not(head: bytes) -> None:
    assert not looks_like_uk_sanctions(head)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (CSV[:-9], f"list:{CSV.count(10)}: ends within a line"),
        (CSV[: CSV.index(b"knowingly")], "list:4: ends within a line"),
        (CSV[: CSV.index(b"knowingly")] + b"\n", "list:3: is no whole CSV from here on"),
        (
            CSV.replace(b"VOLNYANSKY", "VOLNYÁNSKY".encode("latin-1")),
            f"list:{line_of(CSV, 'VOLN')}: is no text in",
        ),
        (CSV.decode().encode("utf-16"), "list:1: is no text in UTF-8"),
        (CSV.replace(b"Regime Name", b"Regime"), "list:2: has no column 'regime name'"),
        (CSV.replace(b"Designation Type", b"Kind"), "list:2: has no column 'designation type'"),
        (
            CSV.replace(b"Unique ID", b"Group ID"),
            "list:1: has no header with the column Unique ID; give the UK",
        ),
        (
            CSV.replace(b",Individual,", b",Spirit,"),
            f"list:{line_of(CSV, 'CYB9002')}: designation CYB9002 is of the",
        ),
        (
            CSV.replace(b",Individual,", b",Entity,", 1),
            f"list:{line_of(CSV, 'dd/mm')}: designation CYB9002 is called",
        ),
        (CSV.replace(b"29/04/2026,CYB9002,90002,", b",CYB9002,"), f"list:{line_of(CSV, 'CYB9002')}: has 5"),
        (
            CSV.replace(b"RUS9003", b"").replace(b",,Ship", b",,Ship"),
            f"list:{line_of(CSV, 'RUS9003')}: has a des",
        ),
        (HEADER.encode() + b"\n", "list: holds no designation"),
        (b"name,age\nA,3\n", "list:1: has no header"),
        (b"", "list: is empty"),
        (XML[:-22], f"list:{XML.count(10) - 1}: is no whole XML"),
        (XML[:2_000], "list:"),
        (
            XML.replace(b"CYB9002", b"CYB9001"),
            f"list:{line_of(XML, 'CYB9002') - 3}: designation CYB9001 stands here",
        ),
        (
            XML.replace(b"<UniqueID>CYB9002</UniqueID>", b""),
            f"list:{line_of(XML, 'CYB9002') - 3}: has a designation",
        ),
        (
            XML.replace(b">Entity<", b">Spirit<"),
            "list:4: designation CYB9001 is of the unknown type 'Spirit'; known",
        ),
        (
            XML.replace(b"Names>", b"Titles>"),
            "list: gives no designation a name",
        ),
        (XML.replace("ё".encode(), b"\xb8"), f"list:{line_of(XML, 'ё')}: is no whole XML"),
        (b"<Designations/>", "list: holds no designation"),
        (b"<html><p>Sorry</p></html>", "list:1: does not begin with <Designations>"),
        (BOMB.replace(b"%b", b"Designations"), "list:1: declares a document type"),
        (OUTSIDE.replace(b"%b", b"Designations"), "list:1: declares a document type"),
    ],
)
def test_a_damaged_list_is_refused_whole_with_its_place(data: bytes, message: str) -> None:
    assert refusal(read_uk_sanctions, data).startswith(message)


people = st.lists(st.tuples(names, names, st.lists(names), st.lists(names)), min_size=1, max_size=6)
"""Given name, family name, variations, weak aliases."""


@given(people)
def test_csv_in_the_layout_is_read_back_with_the_same_names(
    listed: list[tuple[str, str, list[str], list[str]]],
) -> None:
    _check_names(_as_csv(_rows(listed)), listed)


@given(people)
def test_xml_in_the_layout_is_read_back_with_the_same_names(
    listed: list[tuple[str, str, list[str], list[str]]],
) -> None:
    designations: dict[str, list[str]] = {}
    for row in _rows(listed):
        parts = "".join(f"<Name{n}>{_escape(row.get(f'Name {n}', ''))}</Name{n}>" for n in (1, 6))
        type_ = (
            f"<NameType>{row['Name type']}</NameType><AliasStrength>{row['Alias strength']}</AliasStrength>"
        )
        designations.setdefault(row["Unique ID"], []).append(f"<Name>{parts}{type_}</Name>")
    body = "".join(
        f"<Designation><UniqueID>{id_}</UniqueID><Names>{''.join(written)}</Names>"
        "<IndividualEntityShip>Individual</IndividualEntityShip></Designation>"
        for id_, written in designations.items()
    )
    _check_names(f"<Designations>{body}</Designations>".encode(), listed)


def _check_names(data: bytes, listed: list[tuple[str, str, list[str], list[str]]]) -> None:
    found = read_uk_sanctions(data, "own").entities
    assert [each.name for each in found] == [f"{given} {family}" for given, family, *_ in listed]
    for each, (_, _, variations, weak) in zip(found, listed, strict=True):
        expected = {name: name not in variations for name in (*variations, *weak) if name != each.name}
        assert {alias.name: alias.weak for alias in each.aliases} == expected


def _rows(listed: list[tuple[str, str, list[str], list[str]]]) -> Iterable[dict[str, str]]:
    for number, (first, family, variations, weak) in enumerate(listed):
        base = {"Unique ID": f"CYB{number:04}", "Designation Type": "Individual", "Alias strength": ""}
        for name in variations:
            yield {**base, "Name 6": name, "Name type": "Primary Name Variation"}
        yield {**base, "Name 1": first, "Name 6": family, "Name type": "Primary Name"}
        for name in weak:
            yield {**base, "Name 6": name, "Name type": "Alias", "Alias strength": "Low quality a.k.a"}


def _as_csv(rows: Iterable[dict[str, str]]) -> bytes:
    written = io.StringIO(newline="")
    written.write(f"Report Date: 01-Oct-2026\r\n{HEADER}\r\n")
    columns = next(csv.reader([HEADER]))
    csv.writer(written).writerows([row.get(name, "") for name in columns] for row in rows)
    return written.getvalue().encode()


def _escape(text: str) -> str:
    return text.replace("&", "&amp;")

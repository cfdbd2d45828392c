from __future__ import annotations

import pytest

from alleged.errors import KnowledgeError
from alleged.knowledge.xml_records import local_name, looks_like_xml, place_of, read_records, text_of
from tests.unit.knowledge.sanctions import BOMB, OUTSIDE

LIST = b"""<?xml version="1.0"?>
<l:List xmlns:l="urn:own">
  <!-- a comment -->
  <l:Entry id="1"><l:Name> two
    words </l:Name><l:Name/></l:Entry>
  <l:Other><l:Entry id="2"/></l:Other>
</l:List>"""


def texts(data: bytes) -> list[str | None]:
    return [record.get("id") for record in read_records(data, "list", "List", ("Entry",))]


def test_records_are_read_in_any_namespace() -> None:
    first = next(read_records(LIST, "list", "List", ("Entry",)))
    assert (local_name(first), text_of(first, "{*}Name"), text_of(first, "{*}None")) == (
        "Entry",
        "two words",
        "",
    )
    assert str(place_of(first, "list")) == "list:4"
    assert texts(LIST) == ["1", "2"]


def test_records_that_were_read_are_freed() -> None:
    data = b"<List>" + b"<Entry><Name>a</Name></Entry>" * 5_000 + b"</List>"
    records = read_records(data, "list", "List", ("Entry",))
    before = [sum(1 for _ in record.itersiblings(preceding=True)) for record in records]
    assert len(before) == 5_000
    assert max(before) <= 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (LIST[:-3], "list:7: is no whole XML"),
        (LIST[:60], "list:3: is no whole XML"),
        (b"", "list:"),
        (b"<List><Entry></List>", "list:1: is no whole XML"),
        ("<List><Entry>é</Entry></List>".encode("latin-1"), "list:1: is no whole XML"),
        (
            b"<Sdn><Entry/></Sdn>",
            "list:1: does not begin with <List>; give the file as its authority publishes",
        ),
        (b"<Sdn><List><Entry/></List></Sdn>", "list:1: does not begin with <List>"),
        (b"<Sdn/>", "list:1: does not begin with <List>"),
        (BOMB.replace(b"%b", b"List"), "list:1: declares a document type"),
        (OUTSIDE.replace(b"%b", b"List"), "list:1: declares a document type"),
        (b'<!DOCTYPE List SYSTEM "http://own.example/x.dtd"><List/>', "list:1: declares a document type"),
    ],
)
def test_what_is_damaged_or_hostile_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        texts(data)
    assert str(caught.value).startswith(message)


def test_a_bomb_in_an_attribute_does_not_go_off() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE List [<!ENTITY e0 "ha">{entities}]><List x="&e11;"/>'
    with pytest.raises(KnowledgeError):
        texts(bomb.encode())


def test_elements_without_end_are_refused() -> None:
    with pytest.raises(KnowledgeError, match="is no whole XML"):
        texts(b"<List>" + b"<a>" * 100_000)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (LIST, True),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- by hand --><List>', True),
        (b"<List/>", True),
        (b"<List a='1'", True),
        (b"<Lists>", False),
        (b"<Other><List>", False),
        (b"List", False),
        (b"< >", False),
        (b"", False),
    ],
)
def test_a_list_is_known_by_its_first_element(head: bytes, expected: bool) -> None:
    assert looks_like_xml(head, "List") is expected

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.forms import (
    SHIPPED,
    CellKind,
    find_codebook,
    get_codebook,
    list_codebooks,
    parse_codebook,
)
from alleged.errors import InputError, UnknownPartError
from alleged.model.vocabulary import Act
from alleged.settings import CODEBOOKS_VARIABLE

if TYPE_CHECKING:
    from pathlib import Path

OWN = """
name = "harbour"
title = "Form of the Harbour Institute"

[[variable]]
name = "begun"
title = "When it began"
kind = "date"
fill = "start"

[[variable]]
name = "sort"
title = "What sort"
kind = "code"
fill = "acts"
acts = ["intrusion"]
allowed = ["9"]
codes = { intrusion = "1", espionage = "2" }
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(CODEBOOKS_VARIABLE, str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("name", SHIPPED)
def test_the_codebooks_that_ship_are_sound(name: str) -> None:
    codebook = get_codebook(name)
    assert codebook.name == name
    assert len(codebook.variables) >= 8
    assert any(variable.fill == "actor-countries" for variable in codebook.variables)


def test_ones_own_codebook_is_read_as_it_is_written() -> None:
    begun, sort = parse_codebook(OWN, "harbour.toml").variables
    assert (begun.kind, begun.fill, begun.choices) == (CellKind.DATE, "start", ())
    assert sort.acts == {Act.INTRUSION}
    assert sort.choices == ("1", "2", "9")


def test_codebooks_of_the_folder_can_be_asked_for_by_name_and_any_by_its_file(folder: Path) -> None:
    (folder / "harbour.toml").write_text(OWN, "utf-8")
    assert list_codebooks() == (*SHIPPED, "harbour")
    assert get_codebook("harbour") == find_codebook(str(folder / "harbour.toml"))
    with pytest.raises(
        UnknownPartError, match=r"no codebook named '\.\./harbour'; known: cfr, dcid, eurepoc, harbour"
    ):
        get_codebook("../harbour")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('name = "harbour"', "", "the codebook has no name; add name"),
        ("[[variable]]", "[[variables]]", "it has no variables; add"),
        (
            'kind = "date"',
            'kind = "day"',
            "variable 'begun': kind is 'day'; it can be text, date, code, list",
        ),
        ('fill = "start"', 'fill = "begin"', "variable 'begun': fill is 'begin'; it can be start, end"),
        ('name = "sort"', 'name = "begun"', "two variables are called 'begun'; give each"),
        (
            'acts = ["intrusion"]',
            'acts = ["burglary"]',
            "variable 'sort': acts is 'burglary'; it can be espionage",
        ),
        ('allowed = ["9"]', "allowed = [9]", "variable 'sort': allowed is no list of texts"),
        (
            'title = "When it began"',
            "colour = 1",
            "variable 'begun' has 'colour', which means nothing; known: acts",
        ),
        ('{ intrusion = "1", espionage = "2" }', "[1]", "variable 'sort': codes is no table of texts"),
        ('title = "What sort"', 'title = ""', "variable 'sort' has no title"),
        ("[[variable]]", "[[variable", "is no TOML: "),
    ],
)
def test_a_mistake_names_its_place_and_the_cure(before: str, after: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_codebook(OWN.replace(before, after), "harbour.toml")
    assert str(caught.value).startswith("harbour.toml: ")
    assert told in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.toml: cannot be read"):
        find_codebook(str(tmp_path / "gone.toml"))


def test_a_cell_holds_what_its_variable_allows() -> None:
    begun, sort = parse_codebook(OWN, "harbour.toml").variables
    begun.check(["2021/2022"])
    begun.check([])
    sort.check(["9"])
    with pytest.raises(InputError, match="begun cannot be 'soon'; write 2021"):
        begun.check(["soon"])
    with pytest.raises(InputError, match="sort cannot be '3'; it can be: 1; 2; 9"):
        sort.check(["3"])
    with pytest.raises(InputError, match="sort holds one value, and 2 were given"):
        sort.check(["1", "2"])

from __future__ import annotations

import pytest

from alleged.model.vocabulary import Stance
from alleged.server.asking import LONGEST, Asked, AskedWronglyError


def asked(*values: tuple[str, str]) -> Asked:
    return Asked("/claims", {}, values)


def test_text_is_stripped_and_empty_where_missing() -> None:
    assert asked(("q", "  APT31 ")).text("q") == "APT31"
    assert asked().text("q") == ""


def test_too_long_a_text_is_refused() -> None:
    with pytest.raises(AskedWronglyError, match="“q” has"):
        asked(("q", "x" * (LONGEST + 1))).text("q")


@pytest.mark.parametrize("written", ["0", "-1", "1.5", "x", "101", "²", "9" * 5000])
def test_a_number_out_of_bounds_is_told(written: str) -> None:
    with pytest.raises(AskedWronglyError):
        asked(("page", written)).number("page", 1, 100)


def test_a_number() -> None:
    assert asked(("page", "7")).number("page", 1, 100) == 7
    assert asked().number("page", 1, 100) == 1


def test_a_code_is_one_of_the_list() -> None:
    assert asked(("stance", "denies")).code("stance", Stance) is Stance.DENIES
    assert asked().code("stance", Stance) is None
    with pytest.raises(AskedWronglyError, match="asserts, alleges"):
        asked(("stance", "says")).code("stance", Stance)


def test_an_address_keeps_what_is_not_changed() -> None:
    here = asked(("q", "a b"), ("stance", "denies"), ("page", "3"))
    assert here.address(page=4) == "/claims?q=a+b&stance=denies&page=4"
    assert here.address(page=None, stance=None) == "/claims?q=a+b"
    assert here.address("/claims.csv", page=None) == "/claims.csv?q=a+b&stance=denies"

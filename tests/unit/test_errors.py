from __future__ import annotations

import pytest

from alleged import errors
from alleged.errors import (
    AllegedError,
    AnchorError,
    InputError,
    KnowledgeError,
    LedgerError,
    LexiconError,
    MissingExtraError,
    Place,
    UnknownPartError,
    Unreadable,
    WeightsError,
    WireError,
)

TREE = {
    InputError: AllegedError,
    Unreadable: InputError,
    LexiconError: InputError,
    WireError: InputError,
    KnowledgeError: InputError,
    WeightsError: InputError,
    UnknownPartError: InputError,
    AnchorError: AllegedError,
    LedgerError: AllegedError,
    MissingExtraError: AllegedError,
}


@pytest.mark.parametrize(("error", "parent"), TREE.items())
def test_errors_stand_in_their_tree(error: type[Exception], parent: type[Exception]) -> None:
    assert error.__bases__ == (parent,)


def test_the_tree_names_every_error() -> None:
    defined = {
        each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, Exception)
    }
    assert defined == {*TREE, AllegedError}
    drawn = errors.__doc__ or ""
    assert all(error.__name__ in drawn for error in defined)


@pytest.mark.parametrize(
    ("place", "cure", "message"),
    [
        (None, "", "has no text"),
        (Place("a.pdf"), "", "a.pdf: has no text"),
        (Place("cues.yml", 12), "add one", "cues.yml:12: has no text; add one"),
        (None, "add one", "has no text; add one"),
    ],
)
def test_an_input_error_says_where_and_what_to_do(place: Place | None, cure: str, message: str) -> None:
    error = InputError("has no text", place, cure)
    assert str(error) == message
    assert (error.what, error.place, error.cure) == ("has no text", place, cure)


def test_what_cannot_be_read_has_a_reason() -> None:
    error = Unreadable("encrypted", "is encrypted", Place("a.pdf"), "remove the password")
    assert error.reason == "encrypted"
    assert str(error) == "a.pdf: is encrypted; remove the password"


def test_an_unknown_part_lists_the_known_ones() -> None:
    error = UnknownPartError("exporters", "stxi", ["stix", "misp"])
    assert str(error) == "no exporters named 'stxi'; known: misp, stix"
    assert str(UnknownPartError("exporters", "stix", [])) == "no exporters named 'stix'; known: none"


def test_a_missing_extra_says_how_to_install_it() -> None:
    assert str(MissingExtraError("the STIX exporter", "stix")).endswith("pip install 'alleged[stix]'")

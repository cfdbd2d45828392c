from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.dossiers.searching import (
    CODES,
    DAYS,
    FIELDS,
    Search,
    SearchError,
    count_undated,
    make_query,
    read_search,
    write_search,
)
from alleged.model.document import Document, Metadata
from alleged.model.vocabulary import Act, Kind, MediaType, Stance

WORDS = st.text("abcdefgh ", min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)


def values(name: str) -> st.SearchStrategy[str]:
    if name in CODES:
        return st.sampled_from([code.value for code in CODES[name]])
    return st.sampled_from(["2024", "2024-03", "2024-03-25"]) if name in DAYS else WORDS


def document(published: str | None, publisher: str = "Harbour Times") -> Document:
    metadata = Metadata(publisher=publisher, published=published)
    return Document(f"{published}{publisher}", MediaType.TEXT, metadata)


def test_a_line_is_read_as_fields_and_words() -> None:
    found = read_search('stance:denies actor:APT31 since:2024-03 "trade secrets" stolen')
    assert found == Search("trade secrets stolen", actor="APT31", stance="denies", since="2024-03")


def test_values_of_several_words_stand_in_quotation_marks() -> None:
    assert read_search('speaker:"Foreign Ministry"').speaker == "Foreign Ministry"


@pytest.mark.parametrize("line", ["http://a.example", "foo:bar", "a:b:c", '"', '"open', "::", "stance"])
def test_what_is_no_field_of_ours_is_a_word(line: str) -> None:
    assert read_search(line).fields == ()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("stance:says", "it can be asserts, alleges"),
        ("since:soon", "write it as 2024"),
        ("until:2024/2025", "write it as 2024"),
        ("actor:A actor:B", "is there twice"),
        ('speaker:""', "nothing stands behind"),
    ],
)
def test_what_cannot_be_meant_is_told_with_its_cure(line: str, told: str) -> None:
    with pytest.raises(SearchError, match=told):
        read_search(line)


@given(st.fixed_dictionaries({}, optional={name: values(name) for name in FIELDS}), st.just("") | WORDS)
def test_a_search_is_read_as_it_was_written(fields: dict[str, str], words: str) -> None:
    search = Search(words, **fields)
    assert read_search(write_search(search)) == search


@given(st.text(max_size=60))
def test_no_line_is_an_error_of_ours(line: str) -> None:
    with suppress(SearchError):
        assert isinstance(read_search(line), Search)


def test_codes_and_names_go_to_the_ledger() -> None:
    query = make_query(read_search("stance:denies kind:operation act:phishing actor:APT31 mail"), ())
    assert (query.stance, query.kind, query.act) == (Stance.DENIES, Kind.OPERATION, Act.PHISHING)
    assert (query.actor, query.search, query.within) == ("APT31", "mail", None)


def test_dates_are_those_of_the_documents() -> None:
    documents = [document("2024-03-25"), document("2024-02"), document("2023"), document(None)]
    found = make_query(read_search("since:2024-02-15"), documents).within
    assert found == frozenset({documents[0].id, documents[1].id})
    assert make_query(read_search("since:2023 until:2023"), documents).within == frozenset({documents[2].id})
    assert count_undated(documents) == 1


def test_publishers_are_compared_whole() -> None:
    documents = [document("2024"), document("2024", "Times")]
    assert make_query(read_search("publisher:times"), documents).within == frozenset({documents[1].id})


def test_quotation_marks_in_a_name_do_not_cut_it() -> None:
    assert read_search(write_search(Search(actor='Abu "X" Y'))) == Search(actor="Abu  X  Y")
    assert write_search(Search("words", actor='"')) == "words"

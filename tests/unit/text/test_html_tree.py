from __future__ import annotations

import pytest

from alleged.errors import Unreadable
from alleged.model.vocabulary import Reason
from alleged.text.html_tree import has_lost_text, html_text_nodes, parse_html, text_within


def test_text_nodes_are_counted_in_document_order() -> None:
    head = b"<html><head><title>T</title></head>"
    page = head + b"<body>a<b>b</b>c<!-- no -->d<script>e</script><p>f<br>g</p></body></html>"
    assert html_text_nodes(page) == ["T", "a", "b", "c", "d", "e", "f", "g"]


def test_comments_and_instructions_only_part_text_nodes() -> None:
    page = b"<p><!-- 1 -->a<!-- 2 --><!-- 3 -->b<?x y?><i><!-- 4 --></i>c<!-- 5 --></p>d<!-- 6 -->e"
    assert html_text_nodes(page) == ["a", "b", "c", "d", "e"]


def test_the_text_within_an_element_is_that_of_all_its_nodes() -> None:
    root = parse_html(b"<p>a<!-- no --><b>b</b><?no no?>c<script>d</script></p>e").root
    assert root is not None
    assert text_within(root) == "abcde"


def test_references_are_characters_of_their_node() -> None:
    assert html_text_nodes(b"<p>a&amp;b&#x1F600;c&nbsp;d&ldquo;&bogus;</p>") == ["a&b😀c\u00a0d“&bogus;"]


def test_declared_encodings_are_heeded() -> None:
    page = "<meta charset=windows-1251><p>Россия отвергла</p>".encode("cp1251")
    assert html_text_nodes(page) == ["Россия отвергла"]
    assert parse_html(page).shortcomings == ()


def test_an_encoding_declared_for_xml_does_no_harm() -> None:
    assert html_text_nodes("<?xml version='1.0' encoding='latin-1'?><p>é</p>".encode("latin-1")) == ["é"]


@pytest.mark.parametrize("page", [b"", b"  ", b"<!-- x -->"])
def test_a_page_without_elements_has_no_nodes(page: bytes) -> None:
    assert html_text_nodes(page) == []


def test_outside_entities_are_not_resolved() -> None:
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>a &x; b</p>'
    assert all("root:" not in node for node in html_text_nodes(page))


def test_bytes_in_no_encoding_are_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        parse_html(b"<p>" + bytes(range(0x80, 0xA0)) * 40)
    assert caught.value.reason == Reason.UNDECODABLE


@pytest.mark.parametrize(("depth", "lost"), [(20, False), (200, False), (300, True), (5_000, True)])
def test_text_lost_to_deep_nesting_is_noticed(depth: int, lost: bool) -> None:
    inner = "<p>" + "The group is said to work for the ministry. " * 30 + "</p>"
    page = "<html><body><p>China denied it.</p>" + "<div>" * depth + inner + "</div>" * depth
    assert has_lost_text(parse_html(page.encode())) is lost


def test_comments_scripts_and_references_are_no_lost_text() -> None:
    page = (
        "<p>China denied it.</p><!--"
        + "x" * 5_000
        + "--><script>"
        + "a<b;" * 900
        + "</script>"
        + "&amp;" * 900
    )
    assert not has_lost_text(parse_html(page.encode()))

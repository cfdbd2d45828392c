from __future__ import annotations

import pytest

from alleged.model.document import Metadata
from alleged.text.html_meta import read_metadata
from alleged.text.html_tree import parse_html


def metadata_of(page: str) -> Metadata:
    root = parse_html(page.encode()).root
    assert root is not None
    return read_metadata(root)


def test_open_graph_and_meta_elements() -> None:
    page = """<html lang=en-GB><head><title>China denies it | Example Times</title>
    <meta property="og:title" content="China denies it"><meta property="og:site_name" content="Example Times">
    <meta name="author" content="By Jane  Doe">
    <meta property="article:published_time" content="2024-03-26T08:00:00Z">
    <meta property="article:modified_time" content="2024-04-01"><link rel=canonical href="https://a.example/x">"""
    assert metadata_of(page) == Metadata(
        title="China denies it",
        publisher="Example Times",
        byline="Jane Doe",
        published="2024-03-26",
        url="https://a.example/x",
        language="en",
    )


def test_json_ld_outranks_meta_elements() -> None:
    page = """<head><meta property="og:title" content="Other"><meta name=date content="2020-01-01">
    <script type="application/ld+json">{"@graph": [{"@type": "BreadcrumbList"}, {"@type": ["NewsArticle"],
    "headline": "China denies it", "datePublished": "2024-03-26T08:00:00+08:00",
    "author": [{"name": "Jane Doe"}, {"name": "John Roe"}],
    "publisher": {"name": "Example Times"}}]}</script>"""
    found = metadata_of(page)
    assert (found.title, found.published) == ("China denies it", "2024-03-26")
    assert (found.byline, found.publisher) == ("Jane Doe, John Roe", "Example Times")


@pytest.mark.parametrize(
    "script",
    [
        "{not json",
        "[" * 5_000,
        '{"@type": "NewsArticle", "headline": {"a": 1}, "datePublished": 20240326}',
        '{"@type": "Organization", "name": "x", "datePublished": "2024-03-26"}',
        '{"@type": "NewsArticle", "headline": "\\ud83d", "datePublished": "soon"}',
        "null",
    ],
)
def test_json_ld_that_says_nothing_is_looked_over(script: str) -> None:
    found = metadata_of(f'<h1>China denies it</h1><script type="application/ld+json">{script}</script>')
    assert (found.title, found.published) == ("China denies it", None)


def test_the_only_headline_is_the_title() -> None:
    assert metadata_of("<title>News</title><h1>China <b>denies</b> it</h1>").title == "China denies it"


def test_the_publisher_is_taken_off_the_title() -> None:
    page = (
        "<title>China denies it - Example Times</title><meta property=og:site_name content='Example Times'>"
    )
    assert metadata_of(page).title == "China denies it"
    assert metadata_of("<title>China - what now</title>").title == "China - what now"


def test_time_counts_in_the_article_only() -> None:
    assert metadata_of("<article><time datetime=2024-03-26>x</time></article>").published == "2024-03-26"
    assert metadata_of("<main><p><time>26 March 2024</time></p></main>").published == "2024-03-26"
    assert (
        metadata_of("<article><p>a</p></article><aside><time datetime=2020-01-01>x</time></aside>").published
        is None
    )
    assert metadata_of("<p><time datetime=2020-01-01>x</time></p>").published is None
    assert metadata_of("<time pubdate datetime=2024-03-26>x</time>").published == "2024-03-26"


def test_no_date_is_made_up() -> None:
    page = "<link rel=canonical href='https://a.example/2020/01/02/x'><p>On 3 March 2021 it came.</p> © 2022"
    assert metadata_of(page).published is None


def test_addresses_are_no_authors() -> None:
    assert metadata_of("<meta name=author content='https://facebook.example/jane'>").byline is None
    assert metadata_of("<meta name=author content='jane@a.example'>").byline is None

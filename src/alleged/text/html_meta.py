"""What a page says of itself in its head: title, publisher, byline, date, address and language.

Only what is meant as such is read (JSON-LD, Open Graph, meta elements, `time` in the article): no date is
taken from other text, an address or a file.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from alleged.model.document import Metadata
from alleged.text.dates import read_date
from alleged.text.html_tree import text_within

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    import lxml.html

_META = {
    "title": ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "headline"),
    "publisher": (
        "og:site_name",
        "citation_publisher",
        "dc.publisher",
        "dcterms.publisher",
        "application-name",
    ),
    "byline": (
        "author",
        "article:author",
        "citation_author",
        "dc.creator",
        "dcterms.creator",
        "parsely-author",
        "byl",
    ),
    "published": (
        *("article:published_time", "datepublished", "citation_publication_date", "citation_date"),
        *(
            "dc.date.issued",
            "dcterms.issued",
            "dc.date",
            "dcterms.date",
            "parsely-pub-date",
            "pubdate",
            "publishdate",
        ),
        *("sailthru.date", "publication_date", "date"),
    ),
    "url": ("og:url",),
}
"""The names of meta elements by what they tell, the most exact first."""
_ARTICLES = (
    "Article",
    "NewsArticle",
    "BlogPosting",
    "Report",
    "TechArticle",
    "WebPage",
    "ReportageNewsArticle",
)
_JSON_LENGTH = 500_000
_JSON_DEPTH = 6
_VALUE_LENGTH = 500
_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " » ", " · ")


def read_metadata(root: lxml.html.HtmlElement, hidden: Container[lxml.html.HtmlElement] = ()) -> Metadata:
    """What the page says of itself; JSON-LD outranks meta elements, and these the title element.

    A headline in a `hidden` element is none.
    """
    found = replace(_read_elements(root), title=_headline(root, hidden))
    for known in (_read_meta(root), _read_json(root)):
        found = found.overridden_by(known)
    return replace(found, title=_without_publisher(found.title, found.publisher))


def _read_meta(root: lxml.html.HtmlElement) -> Metadata:
    values: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = _clip(element.get("content"))
        if content:
            values.setdefault(name.lower(), content)
    known = {key: next((values[n] for n in names if n in values), None) for key, names in _META.items()}
    return _metadata(known)


def _read_json(root: lxml.html.HtmlElement) -> Metadata:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for item in _find_articles(_parse(script.text or "")):
                return _metadata(
                    {
                        "title": _text(item.get("headline")),
                        "publisher": _name(item.get("publisher")),
                        "byline": _name(item.get("author")),
                        "published": _text(item.get("datePublished")),
                    }
                )
    return Metadata()


def _read_elements(root: lxml.html.HtmlElement) -> Metadata:
    """What headline, title, time and link elements say."""
    times = (e for article in root.iter("article", "main") for e in article.iter("time"))
    marked = (
        e for e in root.iter("time") if e.get("pubdate") is not None or e.get("itemprop") == "datePublished"
    )
    time = next(marked, None) if next(root.iter("article", "main"), None) is None else next(times, None)
    links = (e for e in root.iter("link") if (e.get("rel") or "").lower() == "canonical")
    link = next(links, None)
    return _metadata(
        {
            "published": (time.get("datetime") or _inner(time)) if time is not None else None,
            "url": link.get("href") if link is not None else None,
            "language": (root.get("lang") or "")[:2].lower() or None,
        }
    )


def _headline(root: lxml.html.HtmlElement, hidden: Container[lxml.html.HtmlElement]) -> str | None:
    headlines = [_tidy(_inner(e)) for e in root.iter("h1") if e not in hidden]
    if len(headlines) == 1 and headlines[0]:
        return headlines[0]
    title = next(root.iter("title"), None)
    return (_tidy(_inner(title)) if title is not None else None) or next((h for h in headlines if h), None)


def _tidy(words: str) -> str:
    return " ".join(words.split())


def _metadata(known: dict[str, str | None]) -> Metadata:
    values = {key: " ".join(value.split()) for key, value in known.items() if value and value.strip()}
    published = read_date(values.pop("published", ""))
    byline = values.pop("byline", "").removeprefix("By ").removeprefix("by ")
    is_name = bool(byline) and "://" not in byline and "@" not in byline
    return Metadata(published=published, byline=byline if is_name else None, **values)  # type: ignore[arg-type]


def _without_publisher(title: str | None, publisher: str | None) -> str | None:
    """The title without the name of the page's publisher after it."""
    for separator in _SEPARATORS if title and publisher else ():
        head, found, tail = (title or "").rpartition(separator)
        if found and head and tail.strip().casefold() == (publisher or "").casefold():
            return head.strip()
    return title


def _parse(text: str) -> Any:
    try:
        return json.loads(text) if len(text) <= _JSON_LENGTH else None
    except (ValueError, RecursionError):
        return None


def _find_articles(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects that describe an article, wherever they stand."""
    if depth > _JSON_DEPTH:
        return
    if isinstance(value, dict):
        if _is_article(value) and (value.get("headline") or value.get("datePublished")):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _find_articles(value.get(key), depth + 1)
    elif isinstance(value, list):
        for item in value:
            yield from _find_articles(item, depth + 1)


def _is_article(item: dict[str, Any]) -> bool:
    types = item.get("@type")
    names: Iterable[Any] = types if isinstance(types, list) else [types]
    return any(name in _ARTICLES for name in names)


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        names = [name for item in value[:10] if not isinstance(item, list) and (name := _name(item))]
        return ", ".join(names) or None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str | None:
    return _clip(value) if isinstance(value, str) else None


def _inner(element: lxml.html.HtmlElement) -> str:
    return _clip(text_within(element)) or ""


def _clip(value: str | None) -> str | None:
    """A value without surrogates (JSON can write them) and no longer than a line."""
    if not value:
        return None
    return value[:_VALUE_LENGTH].encode("utf-8", "ignore").decode()

"""A web page as a tree, parsed safely, and its text nodes in document order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

import lxml.html
from lxml import etree

from alleged.text.decode import decode, find_declared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.model.vocabulary import Reason

_TAG = re.compile(r"<[^<>]*+>")
_STRING = etree.XPath("string()", smart_strings=False)
_KEPT_SHARE = 0.7
_KEPT_SLACK = 400


@dataclass(frozen=True, slots=True)
class HtmlTree:
    """A parsed page; `root` is None where the bytes hold no element and no text."""

    root: lxml.html.HtmlElement | None
    source: str
    shortcomings: tuple[Reason, ...]
    is_cut: bool = False
    """Whether the parser gave up before the end, as it does where elements nest 256 deep."""


@dataclass(frozen=True, slots=True)
class Event:
    """A step of the walk: an element begins ("start") or ends ("end"), or there is a text node ("text")."""

    kind: str
    element: lxml.html.HtmlElement
    """For a text node, the element whose child it is."""
    text: str = ""
    node: int = -1


def parse_html(data: bytes) -> HtmlTree:
    """The tree of a page: no network, no entities but character references, no huge trees.

    Raises Unreadable where no encoding fits.
    """
    decoded = decode(data, find_declared(data))
    source = decoded.text.removeprefix("\ufeff")
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    root = etree.fromstring(source.encode(), parser) if source.strip() else None
    is_cut = len(parser.error_log.filter_from_fatals()) > 0
    return HtmlTree(root, source, decoded.shortcomings, is_cut)


def html_text_nodes(data: bytes) -> list[str]:
    """The text nodes of a page: `Place.node` is an index into this list, `Place.offset` a code point of it.

    A text node is each string that is not empty and stands, in document order, before the first child of
    an element or right after a child (an element, a comment or a processing instruction). The text of
    `head`, `script`, `style` and of hidden elements counts; that of comments and instructions does not.
    """
    root = parse_html(data).root
    return [event.text for event in walk(root) if event.kind == "text"] if root is not None else []


_ATTRIBUTES = ("alt", "title", "aria-label", "aria-description", "placeholder", "summary", "standby")
_DESCRIPTIONS = frozenset(
    ["description", "og:description", "twitter:description", "dc.description", "abstract"]
)


@dataclass(frozen=True, slots=True)
class Unshown:
    """What a comment or an attribute says."""

    text: str
    is_comment: bool


def html_nodes(data: bytes) -> list[str]:
    """The text nodes of a page, and after them what its comments and attributes say, in document order."""
    root = parse_html(data).root
    return [*html_text_nodes(data), *(u.text for u in find_unshown(root))] if root is not None else []


def find_unshown(root: lxml.html.HtmlElement) -> Iterator[Unshown]:
    """Comments, words in the place of pictures, tooltips and descriptions, in document order."""
    for element in (*root.itersiblings(preceding=True), *root.iter(), *root.itersiblings()):
        if element.tag is etree.Comment:
            yield from _unshown(element.text, is_comment=True)
        elif isinstance(element.tag, str):
            for name in _ATTRIBUTES:
                yield from _unshown(element.get(name), is_comment=False)
            if element.tag == "meta" and _is_description(element):
                yield from _unshown(element.get("content"), is_comment=False)


def _unshown(text: str | None, *, is_comment: bool) -> Iterator[Unshown]:
    if text and text.strip():
        yield Unshown(text, is_comment)


def _is_description(meta: lxml.html.HtmlElement) -> bool:
    return (meta.get("name") or meta.get("property") or "").lower() in _DESCRIPTIONS


def walk(root: lxml.html.HtmlElement) -> Iterator[Event]:
    """Elements and text nodes in document order; comments and instructions only end a text node."""
    node = 0
    # Comments are not asked for as events: lxml keeps a run of them in a list that it empties from the front.
    for kind, element in etree.iterwalk(root, events=("start", "end")):
        yield Event(kind, element)
        parent = element if kind == "start" else element.getparent()
        for text in _texts_after(kind, element) if parent is not None else ():
            yield Event("text", parent, text, node)
            node += 1


def _texts_after(kind: str, element: lxml.html.HtmlElement) -> Iterator[str]:
    """The text nodes from where an element begins or ends to the next such place."""
    if kind == "start":
        text, follower = element.text, next(iter(element), None)
    else:
        text, follower = element.tail, element.getnext()
    while follower is not None and not isinstance(follower.tag, str):
        if text:
            yield text
        text, follower = follower.tail, follower.getnext()
    if text:
        yield text


def text_within(element: lxml.html.HtmlElement) -> str:
    """All text inside an element; `itertext` takes the square of the comments there."""
    return str(_STRING(element))


def has_lost_text(tree: HtmlTree) -> bool:
    """Whether the parser gave up before the end, or much less came out of it than went in."""
    if tree.root is None or tree.is_cut:
        return tree.is_cut
    kept = len(text_within(tree.root))
    flat = len(unescape(_TAG.sub("", _without_comments(tree.source))))
    return kept < flat * _KEPT_SHARE - _KEPT_SLACK


def _without_comments(source: str) -> str:
    pieces: list[str] = []
    position = 0
    while (start := source.find("<!--", position)) >= 0:
        pieces.append(source[position:start])
        end = source.find("-->", start + 4)
        position = end + 3 if end >= 0 else len(source)
    return "".join((*pieces, source[position:]))

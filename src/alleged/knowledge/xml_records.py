"""The records of a large XML list, one after the other; bombs, entities and cut files are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lxml import etree

from alleged.errors import KnowledgeError, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import XMLPullParser, _Element

AGAIN = "download the list again"
_CHUNK = 1 << 16


def read_records(data: bytes, source: str, root: str, tags: Iterable[str]) -> Iterator[_Element]:
    """The elements called one of `tags`, in any namespace; each is emptied once the next is asked for.

    Raises KnowledgeError where the document is not well-formed, does not begin with `root` or declares
    a document type: no list does, and every trick with entities needs one.
    """
    steps = _read_steps(_new_parser((root, *tags)), data)
    try:
        _check_start(next(steps, None), root, source)
        for event, element in steps:
            if event == "end" and element.getparent() is not None:
                yield element
                _drop(element)
    except etree.XMLSyntaxError as error:
        line = error.position[0]
        what = f"is no whole XML: {error.msg.partition(', line ')[0]}"
        raise KnowledgeError(what, Place(source, line), AGAIN) from error


def place_of(element: _Element, source: str) -> Place:
    """Where an element stands in the file."""
    return Place(source, cast("int | None", element.sourceline))


def local_name(element: _Element) -> str:
    """The name of the element without its namespace."""
    return etree.QName(element).localname


def text_of(element: _Element, path: str) -> str:
    """The text of the first element at `path`, tidied; "" where there is none."""
    return tidy(element.findtext(path))


def tidy(text: str | None) -> str:
    """`text` with single spaces and none around it; "" for None."""
    return " ".join((text or "").split())


def looks_like_xml(head: bytes, root: str) -> bool:
    """Whether a document that begins with `head` begins with the element `root`."""
    text = head.decode("utf-8-sig", "ignore").lstrip()
    names = (_name_of(tag) for tag in text.split("<")[1:] if not tag.startswith(("?", "!")))
    return text.startswith("<") and next(names, "") == root


def _new_parser(tags: Iterable[str]) -> XMLPullParser:
    """A parser that reaches nothing outside, resolves no entity and keeps to the limits of libxml2."""
    return etree.XMLPullParser(
        events=("start", "end"),
        tag=[f"{{*}}{tag}" for tag in tags],
        no_network=True,
        load_dtd=False,
        resolve_entities=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _read_steps(parser: XMLPullParser, data: bytes) -> Iterator[tuple[str, _Element]]:
    view = memoryview(data)
    for start in range(0, len(view), _CHUNK):
        parser.feed(bytes(view[start : start + _CHUNK]))
        yield from _read_events(parser)
    parser.close()
    yield from _read_events(parser)


def _read_events(parser: XMLPullParser) -> Iterator[tuple[str, _Element]]:
    """What the parser has seen, which is the starts and ends of elements: nothing else was asked for."""
    return cast("Iterator[tuple[str, _Element]]", parser.read_events())


def _check_start(step: tuple[str, _Element] | None, root: str, source: str) -> None:
    first = step[1] if step else None
    if first is None or first.getparent() is not None or local_name(first) != root:
        what = f"does not begin with <{root}>"
        raise KnowledgeError(what, Place(source, 1), "give the file as its authority publishes it")
    if first.getroottree().docinfo.internalDTD is not None:
        what = "declares a document type, which no such list does"
        raise KnowledgeError(what, Place(source, 1), "download it from its authority")


def _drop(element: _Element) -> None:
    """Frees what was read: the element keeps its place, those before it go."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _name_of(tag: str) -> str:
    words = tag.replace(">", " ").replace("/", " ").split(maxsplit=1)
    return words[0].rpartition(":")[2] if words else ""

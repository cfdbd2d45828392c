"""Small documents that want much: time, memory, files or a line to the outside."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.model.vocabulary import Reason
from tests.unit.text.pdfs import make_image_pdf, make_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SENTENCE = "China denied the allegations on Monday."
SECRET = "the words of a file that the document has no right to"
MEGABYTE = 2**20
_PAGE = "<html><body><p>{}</p>{}</body></html>"


@dataclass(frozen=True, slots=True)
class Bomb:
    """A hostile document, and how the attempt to read it may end."""

    make: Callable[[], bytes]
    reasons: tuple[Reason, ...]


def page_nested(depth: int) -> bytes:
    """A web page whose last words stand below so many elements."""
    deep = "<div>" * depth + f"<p>{SENTENCE}</p>" + "</div>" * depth
    return _PAGE.format(f"{SENTENCE} " * 10, deep).encode()


def page_of_links(count: int) -> bytes:
    """The index of a site with so many pages."""
    links = "".join(f'<li><a href="/p/{n}">Story number {n} is here</a></li>\n' for n in range(count))
    return f"<html><body><ul>{links}</ul></body></html>".encode()


def page_with_entities(levels: int) -> bytes:
    """A page that defines ten times ten times ... laughs, and laughs."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, levels + 1))
    head = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "ha">{laughs}]>'
    return (head + _PAGE.format(f"{SENTENCE} &l{levels};", "")).encode()


def page_with_external_entity(address: str) -> bytes:
    """A page that wants something from elsewhere to stand in it."""
    head = f'<?xml version="1.0"?><!DOCTYPE html SYSTEM "{address}" [<!ENTITY x SYSTEM "{address}">]>'
    here = f'<p>&x;</p><img src="{address}"><iframe src="{address}"></iframe><link href="{address}">'
    return (head + _PAGE.format(SENTENCE, here)).encode()


def page_of_open(tag: str, count: int) -> bytes:
    """A page with so many beginnings of one thing, none of them ended."""
    return (_PAGE.partition("{}")[0] + SENTENCE + tag * count).encode()


def mail_with_addresses(count: int) -> bytes:
    """A mail to so many people."""
    people = ", ".join(f'"Person {n}" <person{n}@host{n}.example>' for n in range(count))
    head = f"From: a@b.example\nTo: {people}\nSubject: News\nMIME-Version: 1.0\n"
    return f"{head}Content-Type: text/plain\n\n{SENTENCE}\n".encode()


def pdf_that_swells(size: int) -> bytes:
    """A PDF with one page of `size` bytes, packed twice."""
    unit = b"BT /F1 12 Tf 72 700 Td (AAAA) Tj ET\n" * 30_000
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(unit) for _ in range(size // len(unit))) + packer.flush()
    return _pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            _page(parent=2, contents=4, font=5),
            _stream(zlib.compress(once, 9), b"/Filter [/FlateDecode /FlateDecode]"),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
    )


def pdf_with_tree(depth: int) -> bytes:
    """A PDF whose one page stands so many levels deep in the tree of pages."""
    inner = [
        b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (n, n + 2) for n in range(1, depth + 1)
    ]
    return _pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            *inner,
            _page(parent=depth + 1, contents=depth + 3, font=depth + 4),
            _stream(f"BT /F1 12 Tf 72 700 Td ({SENTENCE}) Tj ET".encode()),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
    )


def _page(parent: int, contents: int, font: int) -> bytes:
    where = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 612 792] /Contents %d 0 R" % (parent, contents)
    return where + b" /Resources << /Font << /F1 %d 0 R >> >> >>" % font


def _stream(data: bytes, filters: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(data), filters) + data + b"\nendstream"


def _pdf(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, count = len(out), len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % count + table
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, start)
    return bytes(out)


_LESS = (Reason.LOST_TEXT, Reason.LITTLE_TEXT)
_ENDED = (Reason.READER_BROKE, Reason.TOO_MUCH_MEMORY, Reason.TOOK_TOO_LONG)

BOMBS: dict[str, Bomb] = {
    "nested-300.html": Bomb(lambda: page_nested(300), (Reason.LOST_TEXT,)),
    "nested-100000.html": Bomb(lambda: page_nested(100_000), (Reason.LOST_TEXT,)),
    "tables.html": Bomb(lambda: page_of_open("<table><tr><td>", 20_000), _LESS),
    "comments.html": Bomb(lambda: page_of_open("<!--", 20_000), _LESS),
    "attributes.html": Bomb(lambda: page_of_open("<a ", 20_000), _LESS),
    "fonts.html": Bomb(lambda: page_of_open("<font>", 50_000), (*_LESS, Reason.DAMAGED)),
    "brackets.html": Bomb(lambda: b"<html>" + b"<" * 1_000_000, (Reason.NO_TEXT,)),
    "links.html": Bomb(lambda: page_of_links(100_000), (Reason.NO_TEXT, Reason.TOOK_TOO_LONG)),
    "entities.html": Bomb(lambda: page_with_entities(10), (Reason.LITTLE_TEXT,)),
    "swells-1g.pdf": Bomb(lambda: pdf_that_swells(1024 * MEGABYTE), _ENDED),
    "swells-50m.pdf": Bomb(lambda: pdf_that_swells(50 * MEGABYTE), _ENDED),
    "tree-5000.pdf": Bomb(lambda: pdf_with_tree(5_000), (Reason.DAMAGED,)),
    "locked.pdf": Bomb(lambda: make_pdf([["Secret."]], password="x"), (Reason.ENCRYPTED,)),
    "picture.pdf": Bomb(make_image_pdf, (Reason.NO_TEXT,)),
    "cut.pdf": Bomb(lambda: make_pdf([[SENTENCE]])[:600], (Reason.DAMAGED,)),
    "empty.txt": Bomb(lambda: b"", (Reason.EMPTY,)),
    "blank.txt": Bomb(lambda: b" \n\t\r\n" * 1_000, (Reason.EMPTY,)),
    "nothing.html": Bomb(lambda: b"<html><body></body></html>", (Reason.NO_TEXT,)),
    "mail.eml": Bomb(lambda: mail_with_addresses(32_000), (Reason.MAIL,)),
    "letters.txt": Bomb(lambda: b"A" * 2 * MEGABYTE, (Reason.READ, *_ENDED)),
    "dots.txt": Bomb(lambda: b"a." * 100_000, (Reason.READ, *_ENDED)),
}
"""By name, those that want nothing from outside."""

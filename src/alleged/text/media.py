"""What the bytes of a document are, told by their content and never by a file name."""

from __future__ import annotations

import codecs
import re

from alleged.errors import Unreadable
from alleged.model.vocabulary import MediaType, Reason

HEAD = 65_536
"""Bytes at the beginning that are looked at."""

_PDF_WITHIN = 1_024
"""A PDF may begin after some junk; readers accept that much (ISO 32000, implementation notes)."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document or a mail file"),
    (b"{\\rtf", "a rich text document"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"ID3\x03", "an audio file"),
    (b"OggS\x00", "an audio or video file"),
)
_CURE_BINARY = "give the document as text, Markdown, HTML or PDF"

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b"))
_CONTROL_SHARE = 0.01

_TAG = re.compile(r"<(/?[a-z][a-z0-9]{0,10})[\s>/]")
_HTML_STARTS = ("<!doctype html", "<html", "<head", "<body", "<?xml", "<article", "<main", "<meta")
_HTML_TAGS = frozenset(
    ("p", "div", "span", "a", "br", "ul", "ol", "li", "h1", "h2", "h3", "table", "tr", "td", "section", "em")
)
_TAGS_THAT_MAKE_HTML = 3

_FIELD = re.compile(r"^([A-Za-z][A-Za-z-]{1,40}):[ \t]", re.MULTILINE)
_MAIL_WAY = frozenset(("received", "return-path", "message-id", "mime-version", "delivered-to"))

_MARKDOWN_SIGNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^#{1,6} {1,3}[^\s#]",
        r"(?<![\[\\])\[[^\[\]\n]{1,200}\]\((?:https?://|/|#|mailto:)",
        r"(?<![\w*\\])\*\*[^\s*][^*\n]{0,300}\*\*(?![\w*])",
        r"^(?:```|~~~)[ \w-]{0,30}$",
        r"^[^\s|][^\n|]{2,100}\n(?:={3,300}|-{3,300})[ \t]{0,80}$",
        r"^\|(?: ?:?-{2,}:? ?\|){1,20}[ \t]{0,80}$",
        r"^!\[[^\[\]\n]{0,200}\]\(",
        r"^> \S",
    )
)
_FRONT_MATTER = re.compile(r"---\n(?:[A-Za-z_-]{1,30}:[^\n]{0,300}\n){1,40}---[ \t]*(?:\n|$)")
_TITLE_FIRST = re.compile(r"\s{0,20}# {1,3}[^\s#]")
_SIGNS_NEEDED = 2
_OF_ONE_KIND = 3


def find_media_type(data: bytes) -> MediaType:
    """The media type of `data`; raises Unreadable where it is empty or no text."""
    if not data.strip(b" \t\r\n\x0b\x0c\x00") or not _head(data).strip("\ufeff \t\r\n\x0b\x0c\x00"):
        raise Unreadable(Reason.EMPTY, "holds no text at all", cure="check how the file was saved")
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return MediaType.PDF
    _refuse_binary(data)
    head = _head(data)
    if looks_like_mail(head):
        raise Unreadable(Reason.MAIL, "is an e-mail message", cure="save the text of the message")
    if looks_like_html(head):
        return MediaType.HTML
    return MediaType.MARKDOWN if looks_like_markdown(head) else MediaType.TEXT


def find_bom(data: bytes) -> str | None:
    """The encoding that the byte order mark of `data` names; it leaves the mark in the text."""
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8"
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32-le" if data.startswith(codecs.BOM_UTF32_LE) else "utf-32-be"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
    return None


def find_bare_utf16(data: bytes) -> str | None:
    """The UTF-16 that `data` seems to be written in without a byte order mark."""
    head = data[: HEAD & ~1]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    enough = len(head) // 5
    if odd > enough and even * 20 < odd:
        return "utf-16-le"
    return "utf-16-be" if even > enough and odd * 20 < even else None


def looks_like_html(head: str) -> bool:
    """Whether a text begins as a web page does."""
    start = head.lstrip("\ufeff \t\r\n\x0b\x0c")[:200].lower()
    if start.startswith(_HTML_STARTS):
        return True
    if not start.startswith("<"):
        return False
    tags = {match.group(1).lstrip("/") for match in _TAG.finditer(head.lower())}
    return "html" in tags or "body" in tags or len(tags & _HTML_TAGS) >= _TAGS_THAT_MAKE_HTML


def looks_like_mail(head: str) -> bool:
    """Whether a text begins with the header of a mail: fields of its way, or addresses from and to."""
    if not _FIELD.match(head):
        return False
    header = re.split(r"\r?\n\r?\n", head, maxsplit=1)[0]
    fields = {match.group(1).lower() for match in _FIELD.finditer(header)}
    return bool(fields & _MAIL_WAY) or (fields >= {"from", "to"} and header.count("@") > 1)


def looks_like_markdown(head: str) -> bool:
    """Whether a text carries enough Markdown that its marks are not words."""
    text = head.removeprefix("\ufeff").replace("\r\n", "\n")
    if _FRONT_MATTER.match(text) or _TITLE_FIRST.match(text):
        return True
    found = [min(_OF_ONE_KIND, sum(1 for _ in sign.finditer(text))) for sign in _MARKDOWN_SIGNS]
    return sum(1 for count in found if count) >= _SIGNS_NEEDED or _OF_ONE_KIND in found


def _refuse_binary(data: bytes) -> None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise Unreadable(Reason.BINARY, f"is {name}, no text", cure=_CURE_BINARY)
    if find_bom(data) in {None, "utf-8"} and not find_bare_utf16(data):
        head = data[:HEAD]
        controls = len(head) - len(head.translate(None, _CONTROLS))
        if b"\0" in data or controls > len(head) * _CONTROL_SHARE:
            raise Unreadable(Reason.BINARY, "is binary data, no text", cure=_CURE_BINARY)


def _head(data: bytes) -> str:
    encoding = find_bom(data) or find_bare_utf16(data) or "latin-1"
    text = data[:HEAD].decode(encoding, "ignore")
    return text if encoding != "utf-8" else "\ufeff" + text.removeprefix("\ufeff")

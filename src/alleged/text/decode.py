"""Bytes to characters: byte order mark, UTF-8, what a page declares, and only then an owned-up guess.

No line ending is translated and a byte order mark stays the first character, so that a code point of the
decoded text is a code point of the file.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from alleged.errors import Unreadable
from alleged.model.vocabulary import Reason
from alleged.text.media import find_bare_utf16, find_bom

_CURE = "save it as UTF-8 and read it again"

_CHARSET = re.compile(
    rb"""(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{2,30})""", re.IGNORECASE
)
_DECLARED_WITHIN = 4_096

_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""What browsers read under these names (WHATWG Encoding Standard): pages say the left and mean the right."""

_CANDIDATES = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("koi8_r", "koi8_u", "iso8859_2", "iso8859_5", "iso8859_7", "cp866", "mac_roman", "tis_620"),
    *("gb18030", "big5", "cp932", "euc_jp", "cp949"),
]
_GUESS_FROM = 262_144
"""Bytes that a guess is made from."""
_BROKEN_SHARE = 0.05
"""Of all characters: more is no damage but East Asian text, half of which can pass for UTF-8."""
_ODD_SHARE = 0.02
_ACCENTED_SHARE = 0.03
_STATEFUL = ("iso2022", "hz")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, and whether their encoding is no more than a guess."""

    text: str
    guessed: bool = False

    @property
    def shortcomings(self) -> tuple[Reason, ...]:
        """Why the text is less than it should be, if it is."""
        return (Reason.GUESSED_ENCODING,) if self.guessed else ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The characters of `data`; raises Unreadable where no encoding fits.

    `declared` is the encoding that the document names itself. The text holds no lone surrogate and no NUL.
    """
    decoded = _decode_known(data, declared) or _decode_mended(data) or _decode_guess(data)
    if decoded is None:
        raise Unreadable(Reason.UNDECODABLE, "is text in no encoding that fits", cure=_CURE)
    return decoded


def find_declared(data: bytes) -> str | None:
    """The encoding that a web page or an XML file names for itself, if Python knows it."""
    match = _CHARSET.search(data[:_DECLARED_WITHIN])
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name if match else None
    except LookupError:
        return None
    if name is None or name.startswith(("utf", "idna", "punycode")) or not _is_text_encoding(name):
        return None
    return _SUPERSETS.get(name, name)


def _decode_known(data: bytes, declared: str | None) -> Decoded | None:
    stateful = declared is not None and declared.startswith(_STATEFUL)
    names = (find_bom(data), declared if stateful else None, "utf-8", declared)
    for name in names:
        text = _try(data, name)
        if text is not None:
            return Decoded(text)
    return None


def _decode_mended(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, each of which becomes U+FFFD."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for c in text if c > "\x7f") - broken
    fits = broken < whole and broken <= len(text) * _BROKEN_SHARE and "\0" not in text
    return Decoded(text, guessed=True) if fits else None


def _decode_guess(data: bytes) -> Decoded | None:
    for name in (find_bare_utf16(data), _guess(data)):
        text = _try(data, name)
        if text is not None and _reads_as_text(text):
            return Decoded(text, guessed=True)
    return None


def _guess(data: bytes) -> str | None:
    """An encoding that may fit: the Western one where few letters could tell, else the library's choice."""
    if _is_nearly_ascii(data):
        return "cp1252"
    best = from_bytes(_whole_lines(data), cp_isolation=_CANDIDATES, preemptive_behaviour=False).best()
    return best.encoding if best else None


def _is_nearly_ascii(data: bytes) -> bool:
    text = _try(data[:_GUESS_FROM], "cp1252") or ""
    accented = sum(1 for c in text if c > "\xbf" and c.isalpha())
    return bool(text) and accented <= len(text) * _ACCENTED_SHARE


def _whole_lines(data: bytes) -> bytes:
    head = data[:_GUESS_FROM]
    return head if len(data) <= _GUESS_FROM or b"\n" not in head else head[: head.rindex(b"\n")]


def _try(data: bytes, name: str | None) -> str | None:
    if name is None:
        return None
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _reads_as_text(text: str) -> bool:
    odd = sum(
        1 for c in text[:_GUESS_FROM] if not c.isprintable() and c not in "\t\n\r\f\v\u00a0\u3000\u00ad"
    )
    return odd <= len(text[:_GUESS_FROM]) * _ODD_SHARE


def _is_text_encoding(name: str) -> bool:
    try:
        "a".encode(name)
    except (LookupError, UnicodeError):
        return False
    return True

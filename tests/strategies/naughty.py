"""Strings that programs stumble over: what people type by accident, and what others type on purpose."""

from __future__ import annotations

import string
from itertools import product

_SQL = ("'; DROP TABLE claims; --", "1' OR '1'='1", "' UNION SELECT 1 --", "x') OR 1=1 --", "%", "_", "a%b")
_OPERATORS = ("AND", "OR", "NOT", "NEAR", "NEAR(a b, 2)", "quote:a", "^a", "a*", "-a", "+a", "a AND", "NOT a")
_COLUMNS = ("quote : x", "{quote content} : x", "claims MATCH 'x'", "rowid", "rank", "bm25(x)")
_POSTGRES = ("a & b", "a | !b", "a <-> b", "a:*", "$$", "$1", ":name", "?", "E'\\x00'", "\\x41", "{a,b}")
_PATHS = ("../../etc/passwd", "C:\\Users", "file:///x", "http://a.example/?q='\"", "hxxp[:]//a[.]example")
_SCRIPTS = (
    "<script>alert(1)</script>",
    "javascript:1",
    "{{7*7}}",
    "${x}",
    "=1+1",
    "@SUM(1)",
    "\x1b[31m",
    "%s%n",
)
_ALPHABETS = (
    "Привет",
    "Грыш",
    "中国外交部",
    "技术",
    "とうきょう",
    "한국",
    "שלום",
    "مرحبا",
    "ไทย",
    "ελλ",
    "İı",
    "ß",
    "ﬁ",
)
_MARKS = (
    "💥",
    "👩\u200d💻",
    "🇱🇻",
    "e\u0301",
    "a" + "\u0301" * 40,
    "\u0301",
    "\u202eabc\u202c",
    "\u2066a\u2069",
)
_INVISIBLE = (
    "\u200b",
    "a\u200bb",
    "\u200d",
    "\ufeff",
    "\u00ad",
    "\u00a0",
    "\u2028",
    "\u2029",
    "\u3000",
    "\u180e",
)
_BROKEN = (
    "\0",
    "a\0b",
    "\ud800",
    "a\udfffb",
    "\ud83d",
    "\ufffd",
    "\uffff",
    "\U0010ffff",
    "\x7f",
    "\x80",
    "\x1a",
)
_LONG = ("a" * 10_000, "ab " * 300, '"' * 2_000, "(" * 2_000, "\u0301" * 2_000, "中" * 2_000, "a\0" * 500)
_WORDS = ("", " ", "\t\n", "null", "None", "NaN", "undefined", "true", "0", "-1", "1e999", "0x0", "９", "٣")


def naughty_strings() -> tuple[str, ...]:
    """Some seven hundred of them, each once."""
    signs = string.punctuation + string.whitespace + "\0\x1f“”‘’«»–—…"
    alone = [chr(code) for code in range(128)]
    doubled = [letter * 2 for letter in alone]
    around = [f"{sign}a{other}" for sign, other in product("\"'`()[]{}*^", "\"')]}*^:")]
    inside = [f"a{sign}b" for sign in signs] + [f"a {sign} b" for sign in signs]
    listed = (
        _SQL,
        _OPERATORS,
        _COLUMNS,
        _POSTGRES,
        _PATHS,
        _SCRIPTS,
        _ALPHABETS,
        _MARKS,
        _INVISIBLE,
        _BROKEN,
    )
    told = [each for group in (*listed, _LONG, _WORDS) for each in group]
    return tuple(dict.fromkeys([*alone, *doubled, *around, *inside, *told]))

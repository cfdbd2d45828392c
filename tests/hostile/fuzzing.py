"""Good documents damaged at random, and what a reader makes of them."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field

from alleged.errors import Unreadable
from alleged.model.document import Metadata
from alleged.model.vocabulary import Reason
from alleged.text.children.child import Child
from alleged.text.children.documents import ask_reader
from alleged.text.children.limits import Limits
from alleged.text.children.packing import Asked, unpack_reading
from alleged.text.children.plain import PackingError
from tests.hostile.bombs import SENTENCE, page_nested, page_with_entities
from tests.unit.text.pdfs import make_mapped_pdf, make_pdf

SERVICE = "alleged.text.children.documents:answer_of_reader"
SECONDS = 30
"""More is called a hang: the inputs are a few kilobytes, and the machine may be busy."""

STORY = (
    "By Jane Doe\nMarch 25, 2024\n\nWASHINGTON — U.S. officials said on Monday that a group known as APT31 "
    "had stolen e-mail from 14 firms.\n\n“That is false,” a spokesman said. China denied the allegations.\n"
)
SEEDS: dict[str, tuple[bytes, ...]] = {
    "text": (
        STORY.encode(),
        STORY.encode("utf-16"),
        STORY.encode("cp1252"),
        "“Слова” 北京。\r\n".encode() * 9,
    ),
    "markdown": (
        f"---\ntitle: T\ndate: 2024-03-25\n---\n# T\n\n{STORY}\n> quote\n\n* a **b** [c](https://d.example)\n".encode(),
        b"| a | b |\n|---|---|\n| c | `d` |\n\n```\ncode\n```\n\n1. one\n2. two[^1]\n\n[^1]: note\n",
    ),
    "html": (
        f"<!doctype html><html lang=en><head><title>T | S</title><meta property='og:title' content='T'>"
        f'<script type=\'application/ld+json\'>{{"@type":"NewsArticle","headline":"T"}}</script></head>'
        f"<body><nav><a href=/>Home</a></nav><article><h1>T</h1><time datetime=2024-03-25>Mar</time>"
        f"<p>{SENTENCE * 5}</p><ul><li>a</ul><table><tr><td>b</table></article></body></html>".encode(),
        page_nested(20),
        page_with_entities(3),
    ),
    "pdf": (
        make_pdf([STORY.splitlines(), ["Page two.", SENTENCE]]),
        make_pdf([[SENTENCE]], font="Helvetica"),
        make_mapped_pdf("D83DDE00 0062 0063"),
    ),
}
PIECES: dict[str, tuple[bytes, ...]] = {
    "text": (b"\n\n", b"\r", b"\xff\xfe", b"\xef\xbb\xbf", b"\x00", b'"', b"...", b"\xe2\x80\x9c", b"Mr. "),
    "markdown": (b"#", b"**", b"[", b"](", b"```", b"|", b"\n> ", b"<!--", b"---\n", b"\\", b"![", b"\n* "),
    "html": (
        *(b"<", b">", b"<div>", b"</div>", b"<!--", b"-->", b"&", b"&#x0;", b"&#xD800;", b"<table>", b"<p>"),
        *(b"<script>", b"<![CDATA[", b"<svg>", b"<?xml ", b'"', b"<template>", b"\x00", b" hidden ", b"<a "),
    ),
    "pdf": (
        *(b"obj", b"endobj", b"stream", b"endstream", b"<<", b">>", b"/Length 9", b"/Kids [1 0 R]", b"R"),
        *(
            b"/Parent 2 0 R",
            b"-1",
            b"4294967296",
            b"/FlateDecode",
            b"xref",
            b"trailer",
            b"[",
            b"]",
            b"(",
            b")",
        ),
    ),
}
_SPAN = 64


@dataclass(slots=True)
class Outcome:
    """How many inputs ended how, and those that should not have ended so."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def fuzz(reader: str, count: int, seed: int = 0) -> Outcome:
    """Give a reader `count` damaged documents; an input that is a fault can be made again by its number."""
    outcome = Outcome()
    limits = Limits(seconds=SECONDS)
    child = Child(SERVICE, limits)
    try:
        for number in range(seed, seed + count):
            if child.is_stopped:
                child = Child(SERVICE, limits)
            take(outcome, f"{reader} {number}", read(child, reader, make_input(reader, number)))
    finally:
        child.stop()
    return outcome


def take(outcome: Outcome, name: str, ended: str) -> None:
    """Count an ending, and keep it if it is a fault."""
    outcome.counts[ended.partition(":")[0]] += 1
    if ended.startswith("fault"):
        outcome.faults.append(f"{name}: {ended}")


def read(child: Child, reader: str, data: bytes) -> str:
    """How it ends: "read", the reason of a refusal, or a fault."""
    try:
        unpack_reading(child.ask(ask_reader(reader, data)), Asked(data, Metadata()))
    except Unreadable as error:
        is_fault = error.reason in (Reason.READER_BROKE, Reason.TOOK_TOO_LONG, Reason.TOO_MUCH_MEMORY)
        return f"fault: {error}" if is_fault or not error.what or not error.cure else str(error.reason)
    except PackingError as error:
        return f"fault: {error}"
    return "read"


def make_input(reader: str, number: int) -> bytes:
    """The input of a number: a good document with a few things wrong, or only pieces of one."""
    chance = random.Random(f"{reader} {number}")
    data = bytearray(chance.choice(SEEDS[reader])) if chance.random() < 0.95 else bytearray()
    for _ in range(chance.choice((1, 1, 2, 4, 8, 30))):
        damage(data, reader, chance)
    return bytes(data)


def damage(data: bytearray, reader: str, chance: random.Random) -> None:
    """One thing wrong, at a random place."""
    start = chance.randint(0, len(data))
    end = min(len(data), start + chance.randint(0, _SPAN))
    match chance.randrange(7):
        case 0:
            data[start:end] = chance.randbytes(end - start)
        case 1:
            del data[start:end]
        case 2:
            data[start:start] = data[start:end] * chance.choice((1, 2, 50))
        case 3:
            data[start:start] = chance.choice(PIECES[reader]) * chance.choice((1, 1, 3, 300))
        case 4:
            other = chance.choice(SEEDS[reader])
            data[start:end] = other[chance.randrange(len(other)) :][: chance.randint(0, 500)]
        case 5 if start < len(data):
            data[start] ^= 1 << chance.randrange(8)
        case _:
            del data[max(start, len(data) * 3 // 4) :]

"""Generated documents of every media type: any letters, line ends and encodings, markup and its mistakes."""

from __future__ import annotations

import io
from html import escape

from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

ODD = (
    "😀",
    "🇺🇸",
    "e\u0301",
    "n\u0303o",
    "\u00a0",
    "\u00ad",
    "\u2003",
    "\u200b",
    "\u200d",
    "\u2028",
    "\u202eevil",
    "שלום",
    "مرحبا",
    "Пекин",
    "北京。",
    "ﬁrm",
    "\ufeff",
    "ß",
    "İ",
    "\x0b",
    "\x1c",
    "\ufffd",
)
PLAIN = (
    "China",
    "the",
    "ministry",
    "denied",
    "U.S.",
    "Co.,",
    "Ltd.",
    "J.",
    "Edgar",
    "said",
    "“It",
    "is",
    "false,”",
    '"No."',
    "'90s",
    "hackers’",
    "CVE-2021-26855",
    "a.b.example",
    "Sept.",
    "11",
    "5.31",
    "1.",
    "*",
    "-",
    "…",
    "...",
    "[1]",
    "(see",
    "below)",
    "&",
    "<",
    "Published",
    "Trending",
    "Leave a Reply",
    "By Jane Doe",
    "March 25, 2024",
    "state-\naffiliated",
)
WORDS = (
    st.sampled_from(PLAIN)
    | st.sampled_from(ODD)
    | st.text(st.characters(codec="utf-8"), min_size=1, max_size=5)
)
STOPS = st.sampled_from((".", "?", "!”", ".”", ":", "", "…"))
SENTENCES = st.builds(
    lambda words, stop: " ".join(words) + stop, st.lists(WORDS, min_size=1, max_size=8), STOPS
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)
LINE_ENDS = st.sampled_from(("", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n \t\n"))


@st.composite
def plain_texts(draw: st.DrawFn) -> str:
    """Paragraphs with the line ends of any system."""
    paragraphs = draw(st.lists(PARAGRAPHS, min_size=1, max_size=6))
    return "".join(paragraph + draw(LINE_ENDS) for paragraph in paragraphs).replace("\0", "")


@st.composite
def markdown_texts(draw: st.DrawFn) -> str:
    """Paragraphs in Markdown's marks, opened and not always closed."""
    marks = st.sampled_from(
        (
            "# {}",
            "### {} ###",
            "* {}",
            "1. {}",
            "> {}",
            "> > {}",
            "**{}**",
            "*{}_",
            "`{}`",
            "```\n{}\n```",
            '[{}](http://a.example/b_(c) "t")',
            "![{}](x.png)",
            "| {} | b |\n|---|---|",
            "{}\n===",
            "{}\n---",
            "<b>{}</b><br>",
            "[{}][1]\n\n[1]: http://a.example",
            "<!-- {}\n-->",
            "{}",
            "\\*{}\\_",
            "- [ ] {}",
        )
    )
    paragraphs = draw(st.lists(st.tuples(marks, PARAGRAPHS), min_size=1, max_size=6))
    front = draw(st.sampled_from(("", "---\ntitle: T\ndate: 2024-03-25\n---\n", "\ufeff", "---\n")))
    body = "".join(mark.replace("{}", words) + draw(LINE_ENDS) for mark, words in paragraphs)
    return (front + body).replace("\0", "")


@st.composite
def html_texts(draw: st.DrawFn) -> str:
    """Pages with nested elements, references, comments, scripts and elements that are never closed."""
    tags = st.sampled_from(
        [
            *(
                "p",
                "div",
                "span",
                "li",
                "h1",
                "h2",
                "b",
                "a href=x",
                "pre",
                "td",
                "blockquote",
                "nav",
                "footer",
            ),
            *(
                "script",
                "style",
                "sup",
                "article",
                "section class='comments'",
                "div hidden",
                "aside",
                "button",
            ),
            *(
                "p style='display: none'",
                "div aria-hidden=true",
                "div class='related-posts'",
                "figcaption",
                "ul",
            ),
        ]
    )
    words = (
        PARAGRAPHS.map(escape)
        | PARAGRAPHS
        | st.sampled_from(
            (
                "&nbsp;",
                "&#x1F600;",
                "&#xD800;",
                "&#0;",
                "&bogus;",
                "&ldquo;No&rdquo;",
                "<br>",
                "<!-- x -->",
                "a<!-- c -->b",
            )
        )
    )

    def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        closed = st.builds(
            lambda tag, inner, end: f"<{tag}>{''.join(inner)}{end and f'</{tag.split()[0]}>'}",
            tags,
            st.lists(children, max_size=4),
            st.booleans(),
        )
        return closed.map(str)

    body = draw(st.lists(st.recursive(words, element, max_leaves=12), min_size=1, max_size=5))
    head = draw(
        st.sampled_from(
            ("", "<title>T | S</title>", "<meta property=og:title content='T'>", "<html lang=en>")
        )
    )
    return "<!doctype html>" + (head + draw(LINE_ENDS).join(body)).replace("\0", "")


ENCODINGS = st.sampled_from(
    (
        "utf-8",
        "utf-8",
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "cp1252",
        "cp1251",
        "gb18030",
        "shift_jis",
    )
)
DAMAGE = st.sampled_from((*[b""] * 7, b"\xff", b"\x80\x81", b"\xc3", b"\x00"))


@st.composite
def encoded(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> bytes:
    """A text in some encoding, its letters that the encoding lacks left out, sometimes damaged."""
    data = draw(texts).encode(draw(ENCODINGS), "ignore")
    at = draw(st.integers(0, max(0, len(data) - 1)))
    return data[:at] + draw(DAMAGE) + data[at:]


@st.composite
def pdfs(draw: st.DrawFn) -> bytes:
    """PDFs of a few pages with running heads, hyphenated lines, columns and two fonts."""
    if "Vera" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    letters = st.sampled_from((*PLAIN, "é", "Straße", "naïve", "com-", "x\u00a0y", "€5", "•", "İ", "—"))
    line = st.lists(letters, min_size=1, max_size=7).map(lambda words: " ".join(words).replace("\n", " "))
    pages = draw(st.lists(st.lists(line, max_size=8), min_size=1, max_size=3))
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    for number, lines in enumerate(pages):
        canvas.setFont("Vera", 9)
        canvas.drawString(72, 800, "Running head")
        canvas.drawString(300, 30, f"Page {number + 1}")
        canvas.setFont(
            draw(st.sampled_from(("Vera", "Helvetica", "Helvetica-Bold"))), draw(st.integers(6, 18))
        )
        for index, words in enumerate(lines):
            canvas.drawString(draw(st.sampled_from((72, 90, 330))), 760 - 14 * index, words)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@st.composite
def damaged(draw: st.DrawFn, files: st.SearchStrategy[bytes]) -> bytes:
    """A file cut off somewhere, or with some bytes overwritten."""
    data = draw(files)
    at = draw(st.integers(0, len(data)))
    junk = draw(st.binary(max_size=8))
    return data[:at] if draw(st.booleans()) else data[:at] + junk + data[at + len(junk) :]

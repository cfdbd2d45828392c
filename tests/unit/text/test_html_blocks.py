from __future__ import annotations

import pytest

from alleged.model.vocabulary import Part
from alleged.text.draft import CleanText
from alleged.text.html_blocks import HtmlBlock, JudgedPage, write_blocks
from alleged.text.html_hidden import find_veils
from alleged.text.html_names import find_boilerplate_elements
from alleged.text.html_tree import html_text_nodes, parse_html


def written(page: str) -> tuple[CleanText, list[HtmlBlock]]:
    root = parse_html(page.encode()).root
    assert root is not None
    clean = CleanText()
    return clean, write_blocks(JudgedPage(root, find_boilerplate_elements(root), find_veils(root)), clean)


def words_of(page: str) -> list[str]:
    clean, blocks = written(page)
    return [clean.text()[b.block.start : b.block.end] for b in blocks]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>a  b\n\tc</p>", ["a b c"]),
        ("<p> a <b> b</b>c </p>", ["a bc"]),
        ("<p><span>B</span>ritain</p>", ["Britain"]),
        ("<p>a&nbsp; b</p>", ["a\u00a0 b"]),
        ("<p>one<p>two", ["one", "two"]),
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("<p>One.<br>Two.<br><br>three</p>", ["One.", "Two.", "three"]),
        ("<p>The group<br>of spies<br>Left</p>", ["The group of spies", "Left"]),
        ("<ul><li>a</li><li>b</li></ul>", ["a", "b"]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ["a", "b"]),
        ("<p>a<!-- not -->b</p>", ["ab"]),
        (
            "<p>a<script>no()</script><style>x{}</style><noscript>no</noscript><template>no</template>b</p>",
            ["ab"],
        ),
        ("<p>in 2022.<sup><a href=#n>1</a></sup> It <sup>2</sup></p>", ["in 2022. It 2"]),
        ("<pre>a  b\nc\n\nd</pre>", ["a  b\nc", "d"]),
        ("<p>a</p><p> \n </p><p>&nbsp;</p><p>b</p>", ["a", "\u00a0", "b"]),
        ("<p hidden>x</p><p style='color:red;Display : none'>x</p><div aria-hidden=true>x</div>a", ["a"]),
        ("<div aria-hidden=true><p>shown behind a dialog</p></div>", ["shown behind a dialog"]),
        ("<body style='visibility:hidden'><p>a</p></body>", ["a"]),
    ],
)
def test_words_as_the_page_shows_them(page: str, words: list[str]) -> None:
    assert words_of(page) == words


def test_parts_and_links() -> None:
    _, blocks = written("<h2>Head</h2><p>Body <a href=x>link</a></p><ul><li><p>Item</p></li></ul>")
    assert [b.block.part for b in blocks] == [Part.HEADING, Part.BODY, Part.ITEM]
    assert [round(b.link_share, 1) for b in blocks] == [0.0, 0.4, 0.0]


def test_a_verdict_needs_all_words() -> None:
    _, blocks = written(
        "<p>China <span class=share>Share</span></p><span class=share>Tweet</span><nav>Home</nav>"
    )
    assert [b.verdict.why if b.verdict else None for b in blocks] == [None, "share", "navigation"]


def test_every_kept_character_knows_its_node() -> None:
    page = "<p>a  <b>b</b>\n c&amp;d</p><p>e\tf</p>"
    clean, _ = written(page)
    nodes = html_text_nodes(page.encode())
    assert clean.text() == "a b c&d\n\ne f"
    for run in clean.runs():
        length = run.end - run.start
        assert clean.text()[run.start : run.end] == nodes[run.place.node][run.place.offset :][:length]
    assert sum(run.end - run.start for run in clean.runs()) == len("a b c&d" + "ef")

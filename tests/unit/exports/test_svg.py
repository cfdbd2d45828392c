from __future__ import annotations

from alleged.exports.svg import element, measure, shorten, written


def test_an_element_has_its_attributes_and_what_is_inside() -> None:
    assert element("rect", x=1, width=2.5, stroke_width=3.0) == '<rect x="1" width="2.5" stroke-width="3"/>'
    assert element("g", "<a/>", class_="row", id=None) == '<g class="row"><a/></g>'


def test_nothing_that_a_document_says_becomes_a_tag_or_ends_an_attribute() -> None:
    assert written("<script>\n& \u202e") == "&lt;script&gt; &amp; ⟨U+202E⟩"
    assert element("a", href='"><script>') == '<a href="&quot;&gt;&lt;script&gt;"/>'


def test_what_has_no_room_is_cut_and_says_so() -> None:
    assert shorten("Grey Heron", 200, 10) == "Grey Heron"
    assert shorten("Grey Heron broke in", 60, 10) == "Grey Hero…"
    assert shorten("灰鹭", 20, 10) == "灰鹭"
    assert shorten("灰鹭入侵", 30, 10) == "灰鹭…"


def test_cut_text_needs_no_more_than_its_room() -> None:
    for text in ("WWWWWWWWWWWW", "illicit illicit illicit", "Агентство безопасности", "灰鹭入侵了办事处"):
        for room in (20.0, 45.0, 80.0):
            assert measure(shorten(text, room, 11), 11) <= room

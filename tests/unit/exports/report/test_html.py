from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from alleged.exports.report.html import render_html
from alleged.exports.report.record import Terms
from tests.unit.dossiers.library import REGISTER
from tests.unit.exports.report.making import AS_OF, HOSTILE, PRIVATE, make

if TYPE_CHECKING:
    from pathlib import Path

UNMASKED = Terms(AS_OF, PRIVATE, unmask=True)


def parse(page: str) -> html.HtmlElement:
    return html.document_fromstring(page.encode())


def test_it_has_every_part_and_the_words_of_the_quotes(tmp_path: Path) -> None:
    page = parse(render_html(make(tmp_path)))
    assert [section.get("id") for section in page.iter("section")] == [
        *("alleged", "matrix", "timeline", "answers", "responses", "names", "quotes", "check")
    ]
    told = " ".join(page.text_content().split())
    assert f"“United Kingdom says that {REGISTER}”" in told
    assert "Allegations as they were reported, not findings of this tool." in told
    assert "alleged verify --head" in told


def test_every_reference_leads_somewhere_in_the_file(tmp_path: Path) -> None:
    page = parse(render_html(make(tmp_path)))
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    links = [each.get("href") for each in page.iter() if each.get("href")]
    assert links
    assert all(link.startswith("#") and link[1:] in ids for link in links)


def test_it_asks_for_nothing_and_runs_nothing(tmp_path: Path) -> None:
    page = render_html(make(tmp_path, "Orla Venn", UNMASKED))
    for each in parse(page).iter():
        assert each.tag not in {"script", "link", "img", "iframe", "object", "base", "form"}
        assert "src" not in each.attrib
        assert not [name for name in map(str, each.attrib) if name.startswith("on")]
    assert "url(" not in page
    assert "@import" not in page


def test_what_a_document_says_stays_text(tmp_path: Path) -> None:
    page = render_html(make(tmp_path, "Orla Venn", UNMASKED))
    assert "<script" not in page
    assert "\u202e" not in page
    words = " ".join(parse(page).text_content().split())
    assert HOSTILE.replace("\u202e", "⟨U+202E⟩") in words
    assert "赵先生日报" in words
    assert "Министерство" in words


def test_hidden_names_are_told_to_be_hidden(tmp_path: Path) -> None:
    told = " ".join(parse(render_html(make(tmp_path, "Orla Venn"))).text_content().split())
    assert "1 name of accused private persons is hidden in this report" in told
    assert "private person, hidden" in told
    kept = " ".join(parse(render_html(make(tmp_path, "Orla Venn", UNMASKED))).text_content().split())
    assert "are not hidden in this report" in kept

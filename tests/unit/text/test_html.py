from __future__ import annotations

import pytest

from alleged.errors import Unreadable
from alleged.model.document import Metadata
from alleged.model.vocabulary import MediaType, Part, Reason
from alleged.text.html import HtmlReader

PARAGRAPH = "<p>The ministry denied the accusation on {} in <em>Beijing</em>, and called it slander.</p>"
REPORT = "".join(PARAGRAPH.format(day) for day in ("Monday", "Tuesday", "Wednesday", "Thursday"))
PAGE = f"""<!doctype html><html lang=en><head><title>China denies it | Example Times</title>
<meta property=og:site_name content="Example Times"></head><body>
<div class=cookie-banner><p>We use cookies.</p></div>
<header><nav><a href=/>Home</a> <a href=/c>China</a></nav></header>
<article><h1>China denies it</h1><p class=byline>By Jane Doe</p><time datetime=2024-03-26>26 March</time>
{REPORT}<p style="display:none">The group did it.</p></article>
<aside class=related><h2>Related</h2><ul><li><a href=x>Spies hit a bank</a></li></ul></aside>
<section id=comments><p>It was them, I say, it is always them and never anybody else.</p></section>
<footer>© Example Times</footer></body></html>"""


def test_a_page_is_read_without_its_frame() -> None:
    reading = HtmlReader().read(PAGE.encode(), Metadata())
    text = reading.text
    sentences = [text.clean[s.start : s.end] for s in text.sentences]
    assert sentences[0] == "China denies it"
    assert text.sentences[0].part is Part.HEADING
    assert sentences[1:] == [
        f"The ministry denied the accusation on {day} in Beijing, and called it slander."
        for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
    ]
    assert reading.shortcomings == ()


def test_the_frame_is_kept_and_marked() -> None:
    text = HtmlReader().read(PAGE.encode(), Metadata()).text
    marked = {text.clean[b.start : b.end]: b.why for b in text.boilerplate}
    assert marked["We use cookies."] == "cookies"
    assert marked["By Jane Doe"] == "metadata"
    assert marked["It was them, I say, it is always them and never anybody else."] == "comments"
    assert {"navigation", "teaser"} <= set(marked.values())
    assert "The group did it." not in text.clean


def test_metadata_of_head_and_first_lines() -> None:
    text = HtmlReader().read(PAGE.encode(), Metadata()).text
    assert text.document.media_type is MediaType.HTML
    assert text.document.metadata == Metadata(
        title="China denies it",
        publisher="Example Times",
        byline="Jane Doe",
        published="2024-03-26",
        language="en",
    )


def test_a_stub_is_called_one() -> None:
    page = b"<html><body><h1>China denies it</h1><p>The ministry denied it on Monday.</p></body></html>"
    assert HtmlReader().read(page, Metadata()).shortcomings == (Reason.LITTLE_TEXT,)


def test_text_lost_to_deep_nesting_is_owned_up_to() -> None:
    page = f"<html><body>{REPORT}{'<div>' * 300}{REPORT * 3}"
    assert HtmlReader().read(page.encode(), Metadata()).shortcomings == (Reason.LOST_TEXT,)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"<html><body></body></html>", Reason.NO_TEXT),
        (b"<html><!-- nothing --></html>", Reason.NO_TEXT),
        (b"<html><body><nav>Home</nav><footer>About</footer></body></html>", Reason.NO_TEXT),
        (b"<html><body>" + b"<div>" * 400 + b"<p>" + b"China denied it. " * 60, Reason.DAMAGED),
    ],
)
def test_a_page_without_a_report_is_refused(page: bytes, reason: Reason) -> None:
    with pytest.raises(Unreadable) as caught:
        HtmlReader().read(page, Metadata())
    assert caught.value.reason == reason
    assert caught.value.cure

from __future__ import annotations

from alleged.text.draft import CleanText
from alleged.text.html_blocks import JudgedPage, write_blocks
from alleged.text.html_hidden import find_veils
from alleged.text.html_main import LARGEST, Choice, Page, choose_main
from alleged.text.html_names import find_boilerplate_elements
from alleged.text.html_tree import parse_html

SENTENCE = (
    "The ministry denied the accusation number {} on Monday, and it called the indictment a fabrication. "
)
REPORT = "".join(f"<p>{SENTENCE.format(i)}</p>" for i in range(8))
LINKS = "".join(f"<div><a href=/{i}>Spies hit bank number {i} again</a></div>" for i in range(8))


def choose(page: str, length: int = 0) -> tuple[dict[str, str | None], Choice]:
    root = parse_html(page.encode()).root
    assert root is not None
    clean = CleanText()
    blocks = write_blocks(JudgedPage(root, find_boilerplate_elements(root), find_veils(root)), clean)
    choice = choose_main(Page(root, length or len(page), clean.text()), blocks)
    return {clean.text()[b.start : b.end]: b.why for b in choice.blocks}, choice


def test_the_report_stays_and_links_around_it_go() -> None:
    found, choice = choose(
        f"<body><div>{LINKS}</div><div><h1>China denies it</h1>{REPORT}</div><div>{LINKS}</div></body>"
    )
    assert [why for words, why in found.items() if words.startswith("The ministry")] == [None] * 8
    assert {why for words, why in found.items() if words.startswith("Spies")} == {"outside"}
    assert choice.is_sure


def test_a_short_paragraph_between_those_of_the_report_stays() -> None:
    found, _ = choose(f"<body><article>{REPORT}<p>“No.”</p>{REPORT.replace('number', 'no')}</article></body>")
    assert found["“No.”"] is None


def test_names_outrank_the_extraction() -> None:
    found, _ = choose(
        f"<body><article>{REPORT}<p class=comment>I say it was them, and only them.</p></article></body>"
    )
    assert found["I say it was them, and only them."] == "comments"


def test_names_that_say_little_give_way_to_the_extraction() -> None:
    found, _ = choose(f"<body><article><div class=elementor-widget>{REPORT}</div></article></body>")
    assert set(found.values()) == {None}


def test_of_a_huge_page_names_alone_decide() -> None:
    page = f"<body>{{}}<nav>Home</nav>{REPORT}<div><a href=x>Spies hit a bank</a></div></body>"
    found, choice = choose(page.format(""), LARGEST + 1)
    assert (found["Home"], found["Spies hit a bank"]) == ("navigation", "navigation")
    assert found[SENTENCE.format(0).strip()] is None
    assert not choice.is_sure
    assert choose(page.format("<main></main>"), LARGEST + 1)[1].is_sure


def test_a_stub_is_judged_by_names_alone() -> None:
    found, choice = choose("<body><nav>Home</nav><p>Subscribers read on.</p></body>")
    assert found == {"Home": "navigation", "Subscribers read on.": None}
    assert choice.is_sure

from __future__ import annotations

import pytest

from alleged.text.html_names import find_boilerplate_elements, find_words
from alleged.text.html_tree import parse_html

REPORT = (
    "<p>The ministry denied the accusation on Monday, and it called the indictment a fabrication.</p>" * 5
)


def whys(page: str) -> dict[str, str]:
    """Why elements are boilerplate, by the `title` attribute that names them in the test."""
    root = parse_html(page.encode()).root
    assert root is not None
    found = find_boilerplate_elements(root)
    return {
        str(element.get("title")): verdict.why for element, verdict in found.items() if element.get("title")
    }


def test_words_of_class_names() -> None:
    assert find_words("most-read relatedPosts AD_slot2") == [
        *("most", "read", "mostread"),
        *("related", "posts", "relatedposts"),
        *("ad", "slot", "2", "adslot", "slot2"),
    ]


@pytest.mark.parametrize(
    ("element", "why"),
    [
        ("<nav title=x>Home</nav>", "navigation"),
        ("<div role=navigation title=x>Home</div>", "navigation"),
        ("<footer title=x>About</footer>", "navigation"),
        ("<aside title=x>More</aside>", "teaser"),
        ("<div class='related-posts' title=x>More</div>", "teaser"),
        ("<div id=cookieConsent role=dialog title=x>We use cookies</div>", "cookies"),
        ("<section id=comments title=x>First!</section>", "comments"),
        ("<p class=byline title=x>By Jane</p>", "metadata"),
        ("<figcaption title=x>A tower</figcaption>", "credit"),
        ("<div class='newsletter box' title=x>Sign up</div>", "subscription"),
    ],
)
def test_tags_roles_and_names_tell(element: str, why: str) -> None:
    assert whys(f"<body><article>{REPORT}</article>{element}</body>") == {"x": why}


@pytest.mark.parametrize(
    "page",
    [
        f"<body class='has-sidebar comments-open' title=x><article>{REPORT}</article></body>",
        f"<body><div class='page with-sidebar' title=x><h1>China denies it</h1>{REPORT}</div></body>",
        f"<body><form id=aspnetForm title=x><h1>China denies it</h1>{REPORT}</form></body>",
        f"<body><h1>China denies it</h1><div class='widget-content sidebar' title=x>{REPORT}</div></body>",
        f"<body><article><header title=x><h1>China denies it</h1></header>{REPORT}</article></body>",
        f"<body><article>{REPORT}<blockquote><footer title=x>— Lin</footer></blockquote></article></body>",
        "<body><div class=commentary title=x>Analysts disagree</div></body>",
    ],
)
def test_what_holds_the_report_is_never_boilerplate(page: str) -> None:
    assert whys(page) == {}


def test_a_long_comment_section_is_still_one() -> None:
    page = (
        f"<body><h1>China denies it</h1><div>{REPORT}</div><div id=comments title=x>{REPORT * 5}</div></body>"
    )
    assert whys(page) == {"x": "comments"}


def test_names_that_say_little_are_unsure() -> None:
    root = parse_html(f"<body><article>{REPORT}</article><div class=sidebar>x</div></body>".encode()).root
    assert root is not None
    assert [(v.why, v.unsure) for v in find_boilerplate_elements(root).values()] == [("layout", True)]

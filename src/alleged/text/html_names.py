"""Which elements of a page are no part of the report by what they are and how they are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from alleged.lexicon.boilerplate import name_rules
from alleged.text.html_tree import walk

if TYPE_CHECKING:
    from collections.abc import Container

    import lxml.html

    from alleged.text.html_tree import Event

_TAGS = {
    "nav": "navigation",
    "menu": "navigation",
    "footer": "navigation",
    "header": "navigation",
    "aside": "teaser",
    "form": "form",
    "button": "form",
    "label": "form",
    "fieldset": "form",
    "dialog": "form",
    "figcaption": "credit",
}
_ROLES = {
    "navigation": "navigation",
    "banner": "navigation",
    "contentinfo": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "navigation",
    "complementary": "teaser",
    "search": "form",
    "dialog": "form",
    "alertdialog": "form",
    "form": "form",
}
_FRAMES = frozenset(["html", "body", "main", "article"])
"""Elements that hold the report, however they are called."""
_NEVER_FRAMES = frozenset(["nav", "menu", "footer", "aside", "dialog", "figcaption"])

_ATTRIBUTE_LENGTH = 300
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_MOST = 0.5
_SENTENCE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why an element is boilerplate, and whether that is no more than a guess."""

    why: str
    unsure: bool = False


@dataclass(slots=True)
class _Inside:
    """What stands inside an element that has begun: characters of sentences, headline, article."""

    length: int = 0
    headline: bool = False
    article: bool = False

    def add(self, other: _Inside) -> None:
        """Count what stands inside a child."""
        self.length += other.length
        self.headline |= other.headline
        self.article |= other.article


def find_boilerplate_elements(
    root: lxml.html.HtmlElement, hidden: Container[lxml.html.HtmlElement] = ()
) -> dict[lxml.html.HtmlElement, Verdict]:
    """The elements that are boilerplate by tag, role, class or id.

    An element that holds the headline or the article, or most of the page's sentences, is never among
    them, whatever its name: pages call their outermost frame "with-sidebar". Words of
    `hidden` elements do not count.
    """
    judged: list[tuple[lxml.html.HtmlElement, Verdict, _Inside]] = []
    stack = [_Inside()]
    for event in walk(root):
        if event.kind == "start":
            stack.append(_Inside())
        elif event.kind == "text":
            stack[-1].length += 0 if event.element in hidden else _sentence_length(event)
        else:
            inside = stack.pop()
            stack[-1].add(inside)
            headline = event.element.tag == "h1" and event.element not in hidden
            stack[-1].add(_Inside(0, headline, event.element.tag in ("article", "main")))
            verdict = _judge(event.element)
            if verdict:
                judged.append((event.element, verdict, inside))
    return {e: verdict for e, verdict, inside in judged if not _is_frame(e, inside, stack[0].length)}


def _sentence_length(event: Event) -> int:
    """The length of a text node that is long enough to hold a sentence."""
    spoken = len(event.text) >= _SENTENCE_LENGTH and event.element.tag not in ("script", "style")
    return len(event.text) if spoken else 0


def _judge(element: lxml.html.HtmlElement) -> Verdict | None:
    tag = element.tag
    if tag in _FRAMES:
        return None
    if tag in ("header", "footer") and _is_inside_frame(element):
        return None
    rule = name_rules().find(find_names(element))
    why = _TAGS.get(str(tag)) or _ROLES.get((element.get("role") or "").lower())
    if why and (rule is None or rule.unsure):
        return Verdict(why)
    return Verdict(rule.why, rule.unsure) if rule else None


def _is_inside_frame(element: lxml.html.HtmlElement) -> bool:
    """Whether a header or footer is that of the article or of a quotation, not of the page."""
    above = ("article", "main", "blockquote") if element.tag == "header" else ("blockquote",)
    return any(parent.tag in above for parent in element.iterancestors())


def _is_frame(element: lxml.html.HtmlElement, inside: _Inside, total: int) -> bool:
    if inside.article or (inside.headline and element.tag not in _NEVER_FRAMES):
        return True
    is_comments = element.tag in _NEVER_FRAMES or "comments" in find_names(element)
    return not is_comments and inside.length > total * _MOST


def find_names(element: lxml.html.HtmlElement) -> list[str]:
    """The words of an element's class and id."""
    return find_words(f"{element.get('class') or ''} {element.get('id') or ''}"[:_ATTRIBUTE_LENGTH])


def find_words(names: str) -> list[str]:
    """The words of class names, each alone and joined with the next one: "most-read" gives "mostread" too."""
    found: list[str] = []
    for name in names.split():
        words = [word.lower() for word in _WORD.findall(name)]
        found += [*words, *(a + b for a, b in pairwise(words))]
    return found

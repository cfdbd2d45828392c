"""The words of a page in blocks: white space collapsed by leaving characters out, nothing rewritten."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.model.document import Place
from alleged.model.vocabulary import Part
from alleged.text.draft import PARAGRAPH_BREAK, Block, CleanText
from alleged.text.html_tree import Event, text_within, walk
from alleged.text.paragraphs import BLANK

if TYPE_CHECKING:
    from collections.abc import Mapping

    import lxml.html

    from alleged.text.html_hidden import Veil
    from alleged.text.html_names import Verdict

_NO_TEXT = frozenset(
    [
        *("head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed"),
        *("canvas", "audio", "video", "map", "datalist", "select", "option", "textarea", "input", "rp", "rt"),
    ]
)
"""Elements whose text nobody reads on the page."""
_BLOCKS = frozenset(
    [
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "button",
            "caption",
            "center",
            "dd",
            "details",
        ),
        *(
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
        ),
        *("h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "label", "legend", "li", "main", "menu"),
        *(
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
        ),
        "ul",
    ]
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_ITEMS = frozenset(["li", "td", "th", "dt", "dd"])
_NOTE = re.compile(r"\[?[\d*†‡a-z]{1,3}\]?", re.IGNORECASE)
_CHUNK = re.compile(r"[^ \t\n\r\f]++(?: [^ \t\n\r\f]++)*|[ \t\n\r\f]++")
_SPACES = " \t\n\r\f"
_STOPS = ".!?:;…"


@dataclass(frozen=True, slots=True)
class _Context:
    """What an element passes on to what stands inside it."""

    element: lxml.html.HtmlElement
    """The nearest block-level element."""
    hidden: bool = False
    """Whether nothing right inside the element is shown."""
    unread: bool = False
    """Whether nothing in the element is text of the page."""
    verdict: Verdict | None = None
    part: Part = Part.BODY
    linked: bool = False
    preformatted: bool = False


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A block of the page, and what tells whether it is part of the report."""

    block: Block
    element: lxml.html.HtmlElement
    """The block-level element that it stands in."""
    verdict: Verdict | None
    link_share: float
    """How much of its text is links, from 0 to 1."""


@dataclass(slots=True)
class _Open:
    """The block that is being written."""

    start: int
    context: _Context
    verdict: Verdict | None
    """The verdict on all its words; None if one of them has none."""
    linked: int = 0


@dataclass(frozen=True, slots=True)
class JudgedPage:
    """A page, and what is known of its elements: which are boilerplate, and which do not show their words."""

    root: lxml.html.HtmlElement
    verdicts: Mapping[lxml.html.HtmlElement, Verdict]
    veils: Mapping[lxml.html.HtmlElement, Veil]


def write_blocks(page: JudgedPage, clean: CleanText) -> list[HtmlBlock]:
    """Append the words of the page to `clean` in document order; its blocks, hidden elements left out."""
    writer = _Writer(page, clean)
    for event in walk(page.root):
        writer.take(event)
    writer.end_block()
    return writer.blocks


class _Writer:
    """Goes through the page with the elements that are open and the block that is being written."""

    def __init__(self, page: JudgedPage, clean: CleanText) -> None:
        self.page = page
        self.clean = clean
        self.blocks: list[HtmlBlock] = []
        self.stack = [_Context(page.root)]
        self.open: _Open | None = None
        self.space: Place | None = None
        self.has_space = False
        self.breaks = 0

    def take(self, event: Event) -> None:
        """Take the next step of the walk."""
        tag = str(event.element.tag)
        if event.kind == "text":
            if not self.stack[-1].hidden:
                self.take_text(event)
            return
        if event.kind == "start":
            self.stack.append(self.enter(event.element, tag))
        else:
            self.stack.pop()
        if tag in _BLOCKS and not self.stack[-1].hidden:
            self.end_block()
        self.breaks += tag == "br" and event.kind == "end"

    def enter(self, element: lxml.html.HtmlElement, tag: str) -> _Context:
        """The context inside `element`."""
        above = self.stack[-1]
        unread = above.unread or tag in _NO_TEXT or _is_note(element, tag)
        part = Part.HEADING if tag in _HEADINGS else Part.ITEM if tag in _ITEMS else above.part
        return _Context(
            element=element if tag in _BLOCKS else above.element,
            hidden=unread or element in self.page.veils,
            unread=unread,
            verdict=above.verdict or self.page.verdicts.get(element),
            part=part,
            linked=above.linked or tag == "a",
            preformatted=above.preformatted or tag == "pre",
        )

    def take_text(self, event: Event) -> None:
        """Append the words of a text node, and remember its white space until more words follow."""
        for chunk in _CHUNK.finditer(event.text):
            words, at = chunk.group(), Place(event.node, chunk.start())
            if words[0] in _SPACES:
                self.take_space(words, at)
            else:
                self.write(words, at)

    def take_space(self, spaces: str, at: Place) -> None:
        if self.open and self.stack[-1].preformatted:
            if spaces.count("\n") > 1:
                self.end_block()
            else:
                self.clean.keep(spaces, at)
            return
        self.has_space = True
        if self.space is None and " " in spaces:
            self.space = Place(at.node, at.offset + spaces.index(" "))

    def write(self, words: str, at: Place) -> None:
        self.apply_breaks(words)
        if self.open is None:
            self.begin_block()
        elif self.has_space and self.space:
            self.clean.keep(" ", self.space)
        elif self.has_space:
            self.clean.insert(" ")
        self.clean.keep(words, at)
        self.space, self.has_space = None, False
        if self.open:
            self.open.linked += len(words) if self.stack[-1].linked else 0
            self.open.verdict = self.open.verdict and self.stack[-1].verdict

    def apply_breaks(self, words: str) -> None:
        """End the block at a line break, unless the line after it goes on with the sentence."""
        if self.breaks and self.open:
            goes_on = self.breaks == 1 and words[0].islower() and not self.ends_with_stop()
            if goes_on:
                self.has_space = True
            else:
                self.end_block()
        self.breaks = 0

    def ends_with_stop(self) -> bool:
        return self.clean.last_character() in _STOPS

    def begin_block(self) -> None:
        if self.clean.length:
            self.clean.insert(PARAGRAPH_BREAK)
        self.open = _Open(self.clean.length, self.stack[-1], self.stack[-1].verdict)

    def end_block(self) -> None:
        """End the block that is being written, if there is one."""
        opened, self.open = self.open, None
        self.space, self.has_space, self.breaks = None, False, 0
        length = self.clean.length - opened.start if opened else 0
        if opened is None or length == 0:  # nobody sees any of its characters
            return
        block = Block(opened.start, self.clean.length, opened.context.part)
        self.blocks.append(HtmlBlock(block, opened.context.element, opened.verdict, opened.linked / length))


def _is_note(element: lxml.html.HtmlElement, tag: str) -> bool:
    """Whether an element is the mark of a footnote: it would stick to the word before it."""
    if tag != "sup" or next(element.iter("a"), None) is None:
        return False
    return _NOTE.fullmatch(text_within(element).strip(BLANK)) is not None

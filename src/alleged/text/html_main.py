"""Which blocks of a page are the report: trafilatura proposes, the page's own structure decides with it."""

from __future__ import annotations

import logging
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

import trafilatura
from lxml import etree

from alleged.model.vocabulary import Part

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    import lxml.html

    from alleged.text.draft import Block
    from alleged.text.html_blocks import HtmlBlock

LARGEST = 2 * 2**20
"""Characters of a page that trafilatura is asked about."""
MANY_ELEMENTS = 4_000
"""Elements from which it is asked for its first look only: the time of the others grows with their square."""

_LITTLE = 250
_LEAST_SHARE = 0.25
_LINKS = 0.5
_SEARCHED = 200_000
"""Characters of an extraction in which blocks are looked for as parts of lines."""
_SHORTEST_PART = 20

for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page and its clean text."""

    root: lxml.html.HtmlElement
    source_length: int
    clean: str
    hidden: Container[lxml.html.HtmlElement] = ()
    """Elements that do not show the words right inside them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The blocks, those that are no report with the reason, and whether anything but names could tell."""

    blocks: tuple[Block, ...]
    is_sure: bool


def choose_main(page: Page, blocks: Sequence[HtmlBlock]) -> Choice:
    """Mark the blocks that are no part of the report.

    A block stays if trafilatura extracts its words, or if it stands beside such a block in one element and
    is not mostly links. What tag, role or class call boilerplate is never part of the report; names that
    say little count only where trafilatura does not extract the block. Where trafilatura finds little, or
    is not asked because the page is too large, names alone decide; that this is no sure choice is said where
    the page is too large or has too many elements for all that trafilatura can do.
    """
    is_quick = has_many_elements(page.root)
    extraction = _extract(page, is_quick=is_quick)
    kept = _find_kept(page.clean, blocks, extraction or "")
    if extraction is None or not _is_enough(blocks, kept):
        marked = tuple(_by_names(block) for block in blocks)
        was_asked = extraction is not None and not is_quick
        return Choice(marked, was_asked or _has_article(page.root))
    beside = {blocks[i].element.getparent() for i in kept}
    return Choice(
        tuple(_by_extraction(b, i in kept, b.element.getparent() in beside) for i, b in enumerate(blocks)),
        is_sure=True,
    )


def has_many_elements(root: lxml.html.HtmlElement) -> bool:
    """Whether a page has so many elements that trafilatura only takes its first look."""
    return next(islice(root.iter(), MANY_ELEMENTS, None), None) is not None


def _extract(page: Page, *, is_quick: bool) -> str | None:
    """What trafilatura takes for the main text, empty if it finds none; None if it is not asked."""
    if page.source_length > LARGEST:
        return None
    text = trafilatura.extract(_copy_shown(page), include_comments=False, favor_recall=True, fast=is_quick)
    return text or ""


def _copy_shown(page: Page) -> lxml.html.HtmlElement:
    """The page without the words that it does not show: they must not tell where the report is."""
    copy = deepcopy(page.root)
    for element, copied in zip(page.root.iter(), copy.iter(), strict=True):
        if element in page.hidden:
            copied.text = None
        if element.getparent() in page.hidden:
            copied.tail = None
    _strip_comments(copy)
    return copy


def _strip_comments(root: lxml.html.HtmlElement) -> None:
    """Make a page as trafilatura parses one itself: a run of comments takes it the square of their number."""
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)


def _find_kept(clean: str, blocks: Sequence[HtmlBlock], extraction: str) -> set[int]:
    """The blocks whose words are in the extraction, white space aside."""
    lines = {_squeeze(line) for line in extraction.splitlines()}
    lines |= {line.lstrip("-|") for line in lines}
    whole = _squeeze(extraction) if len(extraction) <= _SEARCHED else ""
    kept = set()
    for index, block in enumerate(blocks):
        words = _squeeze(clean[block.block.start : block.block.end])
        if words in lines or (len(words) >= _SHORTEST_PART and words in whole):
            kept.add(index)
    return kept


def _squeeze(words: str) -> str:
    return "".join(words.split())


def _is_enough(blocks: Sequence[HtmlBlock], kept: set[int]) -> bool:
    """Whether the extraction holds enough of what names leave to be the report."""
    possible = [(i, b.block.end - b.block.start) for i, b in enumerate(blocks) if not _is_surely_not(b)]
    found = sum(length for i, length in possible if i in kept)
    return found >= max(_LITTLE, _LEAST_SHARE * sum(length for _, length in possible))


def _by_names(block: HtmlBlock) -> Block:
    why = block.verdict.why if block.verdict else None
    if why is None and block.link_share > _LINKS and block.block.part is not Part.HEADING:
        why = "navigation"
    return replace(block.block, why=why)


def _by_extraction(block: HtmlBlock, is_kept: bool, is_beside: bool) -> Block:
    if block.verdict and (not block.verdict.unsure or not is_kept):
        return replace(block.block, why=block.verdict.why)
    stays = is_kept or (is_beside and block.link_share <= _LINKS)
    return block.block if stays else replace(block.block, why="outside")


def _is_surely_not(block: HtmlBlock) -> bool:
    return block.verdict is not None and not block.verdict.unsure


def _has_article(root: lxml.html.HtmlElement) -> bool:
    return next(root.iter("article", "main"), None) is not None

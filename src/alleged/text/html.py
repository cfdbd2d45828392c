"""Reads web pages: the words of the page with a place in its text nodes, the frame marked as boilerplate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.errors import Unreadable
from alleged.model.vocabulary import MediaType, Reason
from alleged.text.compose import Original, compose
from alleged.text.draft import CleanText, Draft
from alleged.text.html_blocks import JudgedPage, write_blocks
from alleged.text.html_hidden import find_concealed, find_veils
from alleged.text.html_main import Page, choose_main
from alleged.text.html_meta import read_metadata
from alleged.text.html_names import find_boilerplate_elements
from alleged.text.html_tree import HtmlTree, has_lost_text, html_nodes, html_text_nodes, parse_html

if TYPE_CHECKING:
    from alleged.model.document import Metadata, Reading

ENOUGH = 250
"""Characters of report below which a page is likely a stub: a teaser before a paywall, an error page."""

_CURE = "save the page as a browser shows it, or give the text of the article"

__all__ = ["ENOUGH", "HtmlReader", "html_nodes", "html_text_nodes"]


class HtmlReader:
    """Reader of web pages; places are text nodes, as `html_text_nodes` counts them, and code points there."""

    name = "html"
    version = "2"
    media_type = MediaType.HTML

    def read(self, data: bytes, given: Metadata) -> Reading:
        """The text of `data`; raises Unreadable where nothing of the report can be read."""
        return compose(Original(data, given, self), read_html(parse_html(data)))


def read_html(tree: HtmlTree) -> Draft:
    """The words of a page, in blocks; raises Unreadable where it holds none."""
    if tree.root is None:
        raise Unreadable(Reason.NO_TEXT, "is a web page without text", cure=_CURE)
    clean = CleanText()
    veils = find_veils(tree.root)
    blocks = write_blocks(JudgedPage(tree.root, find_boilerplate_elements(tree.root, veils), veils), clean)
    has_lost = has_lost_text(tree)
    if not blocks and has_lost:
        raise Unreadable(Reason.DAMAGED, "nests its elements too deeply to be read", cure=_CURE)
    choice = choose_main(Page(tree.root, len(tree.source), clean.text(), veils), blocks)
    lost = (Reason.LOST_TEXT,) if has_lost else () if choice.is_sure else (Reason.LOST_STRUCTURE,)
    return Draft(
        clean=clean.text(),
        runs=clean.runs(),
        blocks=choice.blocks,
        metadata=read_metadata(tree.root, veils),
        shortcomings=(*tree.shortcomings, *lost),
        enough=ENOUGH,
        hidden=(*clean.invisible(), *find_concealed(tree.root, veils)),
    )

"""Which elements of a page show nothing, and the words that they, comments and attributes hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree

from alleged.model.document import Place
from alleged.model.vocabulary import Hiding
from alleged.text.css_values import length_of, read_colour
from alleged.text.draft import Concealed, Piece
from alleged.text.hidden import trim_pieces
from alleged.text.html_style import (
    Declarations,
    background_of,
    is_clipped,
    is_filled_with_picture,
    is_not_displayed,
    is_out_of_place,
    read_rules,
)
from alleged.text.html_tree import find_unshown, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import lxml.html

    from alleged.text.html_style import Rules

FRAMES = frozenset(["html", "body", "main", "article"])
"""Elements that hold the whole report: they are taken as shown, whatever is said of them."""
_MARKUP = frozenset(
    [
        *("template", "noscript", "iframe", "object", "embed", "canvas", "audio", "video"),
        *("map", "datalist", "noframes", "noembed"),
    ]
)
"""Elements whose words are shown only where something else cannot be."""
_UNREAD = frozenset(["head", "script", "style", "select", "textarea", "svg", "math"])
"""Elements whose words are no text of the page."""
_WHITE = (255, 255, 255)
_NEAR = 16
"""Steps of 255 by which two colours may differ and nobody tells them apart."""
_SMALLEST = 1.0
_OPAQUE = 0.05


@dataclass(frozen=True, slots=True)
class Veil:
    """How an element hides its words; `is_odd` if ordinary pages do not do so."""

    why: Hiding
    is_odd: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    """What an element passes on to what stands inside it."""

    veil: Veil | None = None
    """What nothing inside can lift."""
    is_invisible: bool = False
    is_tiny: bool = False
    colour: tuple[int, int, int] | None = None
    """Of the letters, where the page tells it; None where it does not."""
    is_clear: bool = False
    """Whether the letters have no colour at all."""
    behind: tuple[int, int, int] | None = _WHITE
    is_read: bool = True

    def find_veil(self) -> Veil | None:
        """How words right inside the element are hidden, if they are."""
        if self.veil or not self.is_read:
            return self.veil if self.is_read else None
        if self.is_invisible:
            return Veil(Hiding.STYLE)
        if self.is_tiny:
            return Veil(Hiding.SIZE, is_odd=True)
        if self.is_clear or (self.colour and self.behind and _is_same(self.colour, self.behind)):
            return Veil(Hiding.COLOUR)
        return None


def find_veils(root: lxml.html.HtmlElement) -> dict[lxml.html.HtmlElement, Veil]:
    """The elements that do not show the words right inside them, each with how."""
    rules = read_rules(root)
    veils: dict[lxml.html.HtmlElement, Veil] = {}
    stack = [_Look()]
    for kind, element in etree.iterwalk(root, events=("start", "end")):
        if kind == "end":
            stack.pop()
            continue
        stack.append(_look(element, stack[-1], rules))
        veil = stack[-1].find_veil()
        if veil:
            veils[element] = veil
    return veils


def _look(element: lxml.html.HtmlElement, above: _Look, rules: Rules) -> _Look:
    if above.veil or not above.is_read:
        return above
    tag = str(element.tag)
    if tag in _UNREAD:
        return replace(above, is_read=False)
    declared = _attributes(element) | rules.find(element)
    look = _coloured(above, declared)
    if tag in FRAMES:
        return replace(
            look, colour=None if _is_same(look.colour, look.behind) else look.colour, is_clear=False
        )
    if tag == "a" and "color" not in declared:
        look = replace(look, colour=None)
    return replace(
        look,
        veil=_veil(element, tag, declared),
        is_invisible=_inherit_visibility(above, declared),
        is_tiny=_inherit_size(above, declared),
    )


def _veil(element: lxml.html.HtmlElement, tag: str, declared: Declarations) -> Veil | None:
    if tag in _MARKUP:
        return Veil(Hiding.MARKUP)
    if is_not_displayed(declared) or _is_marked_hidden(element):
        return Veil(Hiding.STYLE)
    if is_out_of_place(declared):
        return Veil(Hiding.SIZE if is_clipped(declared) else Hiding.PLACE)
    return None


def _is_marked_hidden(element: lxml.html.HtmlElement) -> bool:
    """Whether an attribute hides an element.

    `aria-hidden` counts only where no paragraph stands inside: a page that was saved with a dialog open
    hides its whole article from screen readers.
    """
    if element.get("hidden") is not None:
        return bool(element.get("hidden") != "until-found")
    if element.get("aria-hidden") != "true":
        return False
    return next(element.iter("p", "h1", "article"), None) is None


def _inherit_visibility(above: _Look, declared: Declarations) -> bool:
    own = declared.get("visibility")
    return above.is_invisible if own in (None, "inherit") else own in ("hidden", "collapse")


def _inherit_size(above: _Look, declared: Declarations) -> bool:
    size = declared.get("font-size") or _size_in(declared.get("font", ""))
    if not size:
        return above.is_tiny
    if above.is_tiny and size.endswith(("em", "%", "er")) and not size.endswith("rem"):
        return True
    return length_of(size, percent=0.16, none=_SMALLEST * 2) <= _SMALLEST


def _size_in(font: str) -> str:
    """The size in a shorthand: "0/0 Arial" gives "0"."""
    words = [word.partition("/")[0] for word in font.split()]
    return next((word for word in words if _is_size(word)), "")


def _is_size(word: str) -> bool:
    """Whether it is a size and no weight: only 0 needs no unit."""
    return word[:1] in set("0123456789.") and (not word.isdigit() or int(word) == 0)


def _coloured(above: _Look, declared: Declarations) -> _Look:
    behind = background_of(declared) or above.behind
    if is_filled_with_picture(declared) and background_of(declared) is None:
        behind = None
    own = declared.get("-webkit-text-fill-color") or declared.get("color")
    colour = read_colour(own) if own else None
    if own is None or own == "inherit":
        return replace(above, behind=behind)
    cut = declared.get("background-clip", declared.get("-webkit-background-clip", ""))
    is_clear = colour is not None and colour[3] <= _OPAQUE and cut != "text"
    return replace(
        above, behind=behind, colour=colour[:3] if colour and not is_clear else None, is_clear=is_clear
    )


def _is_same(one: tuple[int, int, int] | None, other: tuple[int, int, int] | None) -> bool:
    if one is None or other is None:
        return False
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= _NEAR


def _attributes(element: lxml.html.HtmlElement) -> Declarations:
    """What old attributes say: `<font color=white size=0>`, `<td bgcolor=white>`."""
    known = {"color": element.get("color"), "background-color": element.get("bgcolor")}
    return {name: value.strip().lower() for name, value in known.items() if value}


def find_concealed(
    root: lxml.html.HtmlElement, veils: Mapping[lxml.html.HtmlElement, Veil]
) -> Iterator[Concealed]:
    """The words that the page holds and does not show: in elements, then in comments and attributes."""
    pieces: list[Piece] = []
    last: Veil | None = None
    nodes = 0
    for event in walk(root):
        if event.kind != "text":
            continue
        nodes = event.node + 1
        veil = veils.get(event.element)
        if veil != last or veil is None:
            yield from _concealed(pieces, last)
            pieces = []
        last = veil
        if veil:
            pieces.append(Piece(event.text, Place(event.node, 0)))
    yield from _concealed(pieces, last)
    for index, unshown in enumerate(find_unshown(root)):
        why = Hiding.COMMENT if unshown.is_comment else Hiding.ATTRIBUTE
        yield from _concealed([Piece(unshown.text, Place(nodes + index, 0))], Veil(why))


def _concealed(pieces: list[Piece], veil: Veil | None) -> Iterator[Concealed]:
    kept = trim_pieces(pieces)
    if kept and veil:
        yield Concealed(kept, veil.why, veil.is_odd)

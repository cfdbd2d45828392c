"""Whether a page shows an element: what its attributes, its style and simple rules of the page say.

Only what the page itself holds is known: rules of a tag, a class or an id, and styles in the element. Style
sheets from elsewhere, rules of several elements and scripts are not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alleged.text.css_values import is_clear, length_of, read_colour

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import lxml.html

Declarations = dict[str, str]

_SELECTOR = re.compile(r"([a-z][a-z0-9-]{0,30})?([.#][\w-]{1,100})?", re.IGNORECASE)
_SCREENS = re.compile(r"@media\s{1,5}(?:only\s{1,5})?(?:screen|all)\s{0,5}", re.IGNORECASE)
_STYLES = 1_000_000
"""Characters of the rules of a page that are read."""
_IMPORTANT = "!important"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a page for a tag, a class, an id, or one of these with a tag: ("p", ".note")."""

    by_selector: Mapping[tuple[str, str], Declarations] = field(default_factory=dict)

    def find(self, element: lxml.html.HtmlElement) -> Declarations:
        """What is declared for an element by rules and by its own style; the nearest to it counts."""
        found: Declarations = {}
        for declared in self._declared(element):
            _declare(found, declared.items())
        return {name: value.removesuffix(_IMPORTANT).strip() for name, value in found.items()}

    def _declared(self, element: lxml.html.HtmlElement) -> Iterator[Declarations]:
        if self.by_selector:
            tag = str(element.tag).lower()
            classes = [f".{name}" for name in (element.get("class") or "").split()]
            own = [f"#{element.get('id')}"] if element.get("id") else []
            keys = [("*", ""), (tag, "")]
            keys += [(one, part) for part in (*classes, *own) for one in ("", tag)]
            yield from (self.by_selector[key] for key in keys if key in self.by_selector)
        style = element.get("style")
        if style:
            yield read_declarations(style)


def read_rules(root: lxml.html.HtmlElement) -> Rules:
    """The simple rules in the style elements of a page."""
    found: dict[tuple[str, str], Declarations] = defaultdict(dict)
    left = _STYLES
    for element in root.iter("style"):
        text = (element.text or "")[:left]
        left -= len(text)
        for selectors, body in _find_rules(_without_comments(text)):
            declared = read_declarations(body)
            for key in filter(None, map(_key, selectors.split(","))):
                _declare(found[key], declared.items())
    return Rules(dict(found))


def read_declarations(style: str) -> Declarations:
    """The properties that a style sets, in lower case: "Color: Red" gives {"color": "red"}."""
    found: Declarations = {}
    parts = (part.partition(":") for part in _without_comments(style).split(";"))
    _declare(found, ((name.strip().lower(), value.strip().lower()) for name, _, value in parts))
    return found


def _declare(into: Declarations, declared: Iterable[tuple[str, str]]) -> None:
    """Set what is declared later, unless what is there is marked as important and this is not."""
    for name, value in declared:
        is_outranked = into.get(name, "").endswith(_IMPORTANT) and not value.endswith(_IMPORTANT)
        if value and not is_outranked:
            into[name] = value


def _key(selector: str) -> tuple[str, str] | None:
    if selector.strip() == "*":
        return ("*", "")
    match = _SELECTOR.fullmatch(selector.strip())
    return ((match[1] or "").lower(), match[2] or "") if match and match[0] else None


def _find_rules(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and body of each rule that holds on a screen."""
    position = 0
    while (opened := css.find("{", position)) >= 0:
        selectors = css[position:opened].rpartition("}")[2].rpartition(";")[2].strip()
        if _SCREENS.fullmatch(selectors):
            position = opened + 1
            continue
        closed = _end_of_block(css, opened) if selectors.startswith("@") else css.find("}", opened)
        closed = closed if closed >= 0 else len(css)
        if not selectors.startswith("@"):
            yield selectors, css[opened + 1 : closed]
        position = closed + 1


def _end_of_block(css: str, opened: int) -> int:
    depth = 0
    for match in re.compile("[{}]").finditer(css, opened):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.start()
    return -1


def _without_comments(css: str) -> str:
    pieces: list[str] = []
    position = 0
    while (start := css.find("/*", position)) >= 0:
        pieces.append(css[position:start])
        end = css.find("*/", start + 2)
        position = end + 2 if end >= 0 else len(css)
    return "".join((*pieces, css[position:]))


def is_not_displayed(declared: Declarations) -> bool:
    """Whether a style takes an element and all in it off the page, or makes it fully transparent."""
    return (
        declared.get("display", "") == "none"
        or declared.get("content-visibility") == "hidden"
        or is_clear(declared.get("opacity", "1"))
        or re.search(r"opacity\(\s{0,5}(?:0?\.0{1,5}\d?|0%?)\s{0,5}\)", declared.get("filter", ""))
        is not None
    )


_FAR = 500.0
"""Pixels beyond the edge from which nothing is seen."""
_LEAST = 1.0


def is_out_of_place(declared: Declarations) -> bool:
    """Whether a style puts an element, or its words, outside of what is shown, or clips all of it away."""
    if is_clipped(declared):
        return True
    is_moved = declared.get("position") in {"absolute", "fixed", "relative"}
    moved = [declared.get(name) for name in ("left", "right", "top", "bottom")] if is_moved else []
    pushed = [declared.get(name) for name in ("text-indent", "margin-left", "margin-top")]
    if any(value and length_of(value, percent=10.0) <= -_FAR for value in (*moved, *pushed)):
        return True
    return any(length_of(found, percent=10.0) <= -_FAR for found in _moves(declared.get("transform", "")))


def is_clipped(declared: Declarations) -> bool:
    """Whether a style leaves no room for an element, or cuts all of it off."""
    clip, path = declared.get("clip", ""), declared.get("clip-path", "")
    if re.match(r"rect\((?:\s{0,3}[01](?:px)?\s{0,3},?){4}\)", clip):
        return True
    if re.match(r"(?:inset\(\s{0,3}(?:5\d|[6-9]\d|100)%|circle\(\s{0,3}0)", path):
        return True
    if re.search(r"scale[xy]?\(\s{0,3}0(?:\.0{1,5})?\s{0,3}[,)]", declared.get("transform", "")):
        return True
    is_cut = any(
        declared.get(name) in {"hidden", "clip"} for name in ("overflow", "overflow-x", "overflow-y")
    )
    sizes = (declared.get(name) for name in ("width", "height", "max-width", "max-height"))
    return is_cut and any(size is not None and 0 <= length_of(size, none=_FAR) <= _LEAST for size in sizes)


def _moves(transform: str) -> list[str]:
    return re.findall(r"translate(?:x|y|3d)?\(\s{0,3}(-[\d.]{1,10}(?:px|em|rem|vw|vh|%)?)", transform)


def is_filled_with_picture(declared: Declarations) -> bool:
    """Whether what is behind the words is not told by one colour."""
    return "background-image" in declared or "(" in declared.get("background", "").replace("rgb", "")


def background_of(declared: Declarations) -> tuple[int, int, int] | None:
    """The colour that a style puts behind an element; None where it sets none."""
    own = declared.get("background-color")
    found = read_colour(own) if own else None
    if found is None:
        whole = declared.get("background", "")
        parts = [whole] if "(" in whole else whole.split()
        found = next((colour for part in parts if (colour := read_colour(part))), None)
    return found[:3] if found and found[3] > 0 else None

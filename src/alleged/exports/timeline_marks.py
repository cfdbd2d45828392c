"""Marks of a drawn timeline: bars, arrows and texts, and the legend that tells what they mean."""

from __future__ import annotations

from functools import partial

from alleged.exports.svg import element, written

SIZE, SMALL = 11.5, 10.5
"""Letters of names and words, and those of dates."""
BAR = 9
"""How high a bar is."""
TIP = 7
"""How long the head of an arrow is."""

draw_line = partial(element, "line", stroke="currentColor")
draw_rect = partial(element, "rect", stroke="currentColor")
draw_path = partial(element, "path", fill="currentColor")


def write_text(text: str, x: float, y: float, **attributes: str | float | None) -> str:
    """A text of a document, escaped, at a place."""
    return element("text", written(text), x=x, y=y, **attributes)


def draw_point(tip: float, middle: float, back: float) -> str:
    """The head of an arrow that ends at `tip`; its back is to the right of it, or to the left if negative."""
    return draw_path(d=f"M{tip:.1f} {middle:.1f}l{back} -6v12z", class_="open")


def draw_legend(top: float) -> str:
    """What each mark means, in two lines."""
    middle, said = top + 18, top + 36
    drawn = [
        draw_rect(x=0, y=middle - 9, width=18, height=BAR, fill="currentColor", fill_opacity=0.45),
        write_text("within these days", 24, middle, font_size=SMALL),
        draw_path(d=f"M132 {middle - 4}l{TIP} -6v12z"),
        write_text("this end is open", 144, middle, font_size=SMALL),
        draw_line(x1=246, y1=middle - 4, x2=270, y2=middle - 4, stroke_width=BAR, stroke_dasharray="2 3"),
        write_text("at least so long, drawn up to when it was said", 276, middle, font_size=SMALL),
        draw_rect(x=534, y=middle - 9, width=18, height=BAR, fill="none", stroke_dasharray="3 2"),
        write_text("the date is rough", 558, middle, font_size=SMALL),
        element("circle", cx=9, cy=said - 4, r=4),
        write_text("said then", 24, said, font_size=SMALL),
        element("circle", cx=136, cy=said - 4, r=4, fill="none", stroke="currentColor", stroke_width=1.5),
        write_text("published then; when it was said is not told", 146, said, font_size=SMALL),
    ]
    return element("g", *drawn, class_="legend")

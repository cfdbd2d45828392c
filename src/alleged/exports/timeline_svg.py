"""A timeline as a drawing with two clocks: when it is said to have happened, and when it was said.

A row a claim. A bar covers the days that its words allow; an arrow is an end that stays open; stripes are the
least that it lasted, drawn up to when it was said, wherever they were; a broken outline is a date that is
called rough. A filled dot is when it was said, a ring only when it was published.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from alleged.dossiers.counting import tell_count
from alleged.dossiers.periods import days_of
from alleged.dossiers.wording import tell_duration, tell_saying, tell_stance, tell_time, tell_voice
from alleged.exports.svg import element, is_right_to_left, measure, shorten, written
from alleged.exports.time_axis import Axis, span_axis
from alleged.exports.timeline_marks import (
    BAR,
    SIZE,
    SMALL,
    TIP,
    draw_legend,
    draw_line,
    draw_point,
    draw_rect,
    write_text,
)
from alleged.model.edtf import find_edtf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from alleged.dossiers.timeline import Moment, Timeline
    from alleged.model.claim import Claim
    from alleged.model.edtf import Edtf
    from alleged.model.wire import Provenance

WIDTH = 760
_LABELS, _GAP = 276, 14
_HAPPENED = 300
_SAID_LEFT = _LABELS + _HAPPENED + 2 * _GAP
_SAID = WIDTH - _SAID_LEFT - _GAP
_ROW, _HEAD, _FOOT = 36, 44, 46
_BOLD = SIZE * 1.08
"""As wide as bold letters of that size."""
_FONTS = "Helvetica, Arial, Liberation Sans, Noto Sans, sans-serif"
_LEAST = 4
"""How wide a bar of a single day is drawn, so that it can be seen."""
_APART = 10
"""Between two marks of an axis."""

_LEFT_OF = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""How much of a mark stands to the left of its place."""


@dataclass(frozen=True, slots=True)
class Look:
    """What whoever shows the drawing adds: what hides names in a text, and where a claim can be read.

    `stand_in` tells what stands for words from right to left, where what shows the drawing reverses them.
    """

    hide: Callable[[str], str] = str
    link: Callable[[Claim], str] | None = None
    stand_in: Callable[[Claim], str] | None = None

    def show(self, text: str, claim: Claim) -> str:
        """A text of a claim as it is drawn."""
        return self.stand_in(claim) if self.stand_in and is_right_to_left(text) else self.hide(text)


@dataclass(frozen=True, slots=True)
class _Clocks:
    """The two axes, None where no claim has a day on it."""

    happened: Axis | None
    said: Axis | None


def draw_timeline(timeline: Timeline, moments: Sequence[Moment], look: Look | None = None) -> str:
    """These moments of a timeline, in their order, as one SVG."""
    return "".join(draw_sheets(timeline, moments, look, rows=max(len(moments), 1)))


def draw_sheets(
    timeline: Timeline, moments: Sequence[Moment], look: Look | None = None, *, rows: int
) -> tuple[str, ...]:
    """The same on several SVGs of so many rows at most, all with the same axes, for paper."""
    clocks = _set_clocks(timeline, moments)
    parts = [moments[at : at + rows] for at in range(0, max(len(moments), 1), rows)]
    return tuple(_draw_sheet(timeline, part, clocks, look or Look()) for part in parts)


def find_said(timeline: Timeline, claim: Claim) -> tuple[Edtf | None, bool]:
    """When it was said, or else published; and whether it is known to have been said then."""
    said = find_edtf(claim.said_time.edtf)
    published = timeline.listing.provenance[claim.text].text.document.metadata.published
    return (said, True) if said else (find_edtf(published), False)


def _set_clocks(timeline: Timeline, moments: Sequence[Moment]) -> _Clocks:
    said = [find_said(timeline, moment.claim)[0] for moment in moments]
    known = chain.from_iterable((each.first, each.last) for each in said if each)
    happened = chain.from_iterable(_days_of(timeline, moment) for moment in moments)
    return _Clocks(
        span_axis(happened, _LABELS, _HAPPENED, 5),
        span_axis(filter(None, known), _SAID_LEFT, _SAID, 2),
    )


def _days_of(timeline: Timeline, moment: Moment) -> Iterator[date]:
    """The days that have to find room on the clock of what happened."""
    if moment.period:
        yield from filter(None, (moment.period.first, moment.period.last))
    yield from _find_least(timeline, moment) or ()


def _find_least(timeline: Timeline, moment: Moment) -> tuple[date, date] | None:
    """From when to when something is drawn of which only the least length is told: up to when it was said."""
    length = days_of(moment.claim.event_time.minimum or "")
    said, _ = find_said(timeline, moment.claim)
    last = (said.last or said.first) if said else None
    if last is None or length >= last.toordinal():
        return None
    return date.fromordinal(last.toordinal() - int(length)), last


def _draw_sheet(timeline: Timeline, moments: Sequence[Moment], clocks: _Clocks, look: Look) -> str:
    height = _HEAD + _ROW * len(moments) + _FOOT
    rows = (
        _draw_row(timeline, moment, clocks, (look, _HEAD + _ROW * number))
        for number, moment in enumerate(moments)
    )
    return element(
        "svg",
        _draw_axes(clocks, _HEAD + _ROW * len(moments)),
        *rows,
        draw_legend(height - _FOOT),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        height=height,
        class_="timeline-drawing",
        role="group" if look.link else "img",
        aria_label=f"Timeline of {tell_count(len(moments), 'claim')}",
        font_family=_FONTS,
        font_size=SIZE,
        fill="currentColor",
    )


def _draw_axes(clocks: _Clocks, bottom: float) -> str:
    heads = (
        (_LABELS, "alleged to have happened", clocks.happened, "no time is told"),
        (_SAID_LEFT, "said on", clocks.said, "no date is known"),
    )
    drawn = [
        _draw_axis(axis, bottom) if axis else write_text(none, left, 34) for left, _, axis, none in heads
    ]
    titles = [write_text(title, left, 14, font_weight="bold") for left, title, *_ in heads]
    return element("g", *titles, *drawn, class_="clocks")


def _draw_axis(axis: Axis, bottom: float) -> str:
    marks: list[str] = []
    free = 0.0
    for day, told in axis.marks():
        x = axis.at(day)
        begin = x - _LEFT_OF[_anchor(x, axis)] * measure(told, SMALL)
        if begin < free:
            continue
        free = begin + measure(told, SMALL) + _APART
        marks += [
            draw_line(x1=x, y1=_HEAD - 6, x2=x, y2=bottom, stroke_width=0.5, stroke_opacity=0.35),
            write_text(told, x, 34, font_size=SMALL, text_anchor=_anchor(x, axis)),
        ]
    base = draw_line(x1=axis.left, y1=_HEAD - 6, x2=axis.right, y2=_HEAD - 6)
    return element("g", base, *marks)


def _anchor(x: float, axis: Axis) -> str:
    """How a mark is written there so that it stays within the axis."""
    near = SMALL * 3
    return "start" if x < axis.left + near else "end" if x > axis.right - near else "middle"


def _draw_row(timeline: Timeline, moment: Moment, clocks: _Clocks, where: tuple[Look, float]) -> str:
    look, top = where
    claim, middle = moment.claim, top + _ROW / 2
    provenance = timeline.listing.provenance[claim.text]
    who = _tell_who(claim, provenance, look)
    label = (
        write_text(who, 0, top + 15, font_weight="bold"),
        write_text(shorten(look.show(claim.content.exact, claim), _LABELS - 12, SIZE), 0, top + 29),
    )
    when = look.show(tell_time(claim.event_time), claim)
    told = look.hide(f"{tell_saying(claim)} · happened: {when or 'no time is told'}")
    address = look.link and look.link(claim)
    return element(
        "g",
        element("title", written(told)),
        draw_line(x1=0, y1=top, x2=WIDTH, y2=top, stroke_width=0.5, stroke_opacity=0.25),
        element("a", *label, href=address) if address else "".join(label),
        _draw_happened(timeline, moment, clocks.happened, middle) + _write_when(timeline, moment, when, top),
        _draw_said(timeline, claim, clocks.said, middle),
        class_=f"row is-{claim.stance.value}",
    )


def _tell_who(claim: Claim, provenance: Provenance, look: Look) -> str:
    """Speaker and stance in one line; what is too long of it is cut, never the stance itself."""
    stance = shorten(look.hide(tell_stance(claim)), _LABELS * 0.6, _BOLD)
    room = _LABELS - 16 - measure(stance, _BOLD)
    return f"{shorten(look.show(tell_voice(claim, provenance), claim), room, _BOLD)} {stance}"


def _draw_happened(timeline: Timeline, moment: Moment, axis: Axis | None, middle: float) -> str:
    if axis is None:
        return ""
    if moment.period:
        return _draw_period(moment.period, axis, middle)
    least = _find_least(timeline, moment)
    return _draw_least(least, axis, middle) if least else ""


def _draw_period(period: Edtf, axis: Axis, middle: float) -> str:
    left = axis.at(period.first) if period.first else axis.left + TIP
    right = axis.at(period.last) if period.last else axis.right - TIP
    bar = draw_rect(
        x=left,
        y=middle - BAR / 2,
        width=max(right - left, _LEAST),
        height=BAR,
        fill="none" if period.is_rough else "currentColor",
        fill_opacity=None if period.is_rough else 0.45,
        stroke_dasharray="3 2" if period.is_rough else None,
        class_="bar",
    )
    tips = "" if period.first else draw_point(axis.left, middle, TIP)
    return bar + tips + ("" if period.last else draw_point(axis.right, middle, -TIP))


def _draw_least(least: tuple[date, date], axis: Axis, middle: float) -> str:
    """Stripes of the least length, with arrows: it may have begun earlier, and ended at another time."""
    left, right = (axis.at(day) for day in least)
    stripes = draw_line(
        x1=left, y1=middle, x2=right, y2=middle, stroke_width=BAR, stroke_dasharray="2 3", class_="least"
    )
    return draw_point(left - TIP, middle, TIP) + stripes


def _write_when(timeline: Timeline, moment: Moment, when: str, top: float) -> str:
    """The words of what has no bar, and the least length above its stripes."""
    minimum = moment.claim.event_time.minimum
    if moment.period and not minimum:
        return ""
    told = f"at least {tell_duration(minimum)}" if minimum else when or "no time told"
    y = top + (11 if moment.period or _find_least(timeline, moment) else 22)
    return write_text(
        shorten(told, _HAPPENED - 8, SMALL), _LABELS + 4, y, font_size=SMALL, font_style="italic"
    )


def _draw_said(timeline: Timeline, claim: Claim, axis: Axis | None, middle: float) -> str:
    said, is_told = find_said(timeline, claim)
    if said is None or axis is None:
        return write_text("no date", _SAID_LEFT + 4, middle + 4, font_size=SMALL, font_style="italic")
    left, right = axis.at(said.first or axis.first), axis.at(said.last or axis.last)
    fill = "currentColor" if is_told else "none"
    dot = partial(element, stroke="currentColor", stroke_width=1.5, fill=fill, class_="said")
    if right - left > _LEAST * 2:
        return dot("rect", x=left, y=middle - 4.0, width=right - left, height=8, rx=4)
    return dot("circle", cx=left, cy=middle, r=4)

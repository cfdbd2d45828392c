"""A stretch of a stored text, kept with its exact words so that it can always be checked."""

from __future__ import annotations

from dataclasses import dataclass

from alleged.errors import AnchorError

CONTEXT = 32
"""Characters kept before and after a span (W3C Web Annotation text-quote selector)."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words at a place: `start` and `end` are code points of the stored text, end exclusive."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    def holds(self, other: Span) -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


def span_at(text: str, start: int, end: int) -> Span:
    """The span of `text[start:end]`; raises AnchorError where that is empty or outside the text."""
    if not 0 <= start < end <= len(text):
        raise AnchorError(f"no words at {start}-{end} in a text of {len(text)} characters")
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Span(start, end, text[start:end], before, after)


def check_anchor(text: str, span: Span) -> None:
    """Raise AnchorError unless the span's words stand in `text` exactly where it says."""
    found = text[span.start : span.end] if 0 <= span.start < span.end <= len(text) else ""
    if not found or found != span.exact:
        raise AnchorError(f"at {span.start}-{span.end} the text reads {found!r}, not {span.exact!r}")

"""Which blocks of a clean text are no part of the report: comments, teasers, cookie text and the like."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from alleged.lexicon.boilerplate import LONGEST_LINE, line_rules, long_line_rules
from alleged.model.document import Boilerplate
from alleged.model.vocabulary import Part
from alleged.text.paragraphs import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from alleged.lexicon.boilerplate import BoilerplateRule
    from alleged.text.draft import Block

_LONGEST_LIST = 40
"""Teasers under one heading."""
_TEASER_WORDS = 25
_TEASER_LENGTH = 200
_MARKS = BLANK + "*_#>|"


def mark_boilerplate(clean: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, those that the lexicon's rules know as boilerplate with the reason; others as they were."""
    marking = _Marking(clean, blocks)
    for index in range(len(blocks)):
        marking.apply_at(index)
    return tuple(replace(block, why=why) for block, why in zip(blocks, marking.whys, strict=True))


def find_boilerplate(blocks: Iterable[Block]) -> tuple[Boilerplate, ...]:
    """The stretches of boilerplate; neighbours with one reason are one stretch."""
    found: list[Boilerplate] = []
    before: str | None = None
    for block in blocks:
        if block.why and block.why == before:
            found[-1] = replace(found[-1], end=block.end)
        elif block.why:
            found.append(Boilerplate(block.start, block.end, block.why))
        before = block.why
    return tuple(found)


class _Marking:
    """The reasons of the blocks while the rules are applied from first to last."""

    def __init__(self, clean: str, blocks: Sequence[Block]) -> None:
        self.clean = clean
        self.blocks = blocks
        self.whys = [block.why for block in blocks]
        self.rules = [self._find_rule(block) for block in blocks]
        self.lengths = [0, *accumulate(self._report_length(index) for index in range(len(blocks)))]
        self.in_section = False

    def apply_at(self, index: int) -> None:
        """Apply the rule that the block at `index` matches, if any; none is needed inside a section."""
        rule = self.rules[index]
        if rule is None or self.in_section or (index == 0 and rule.scope != "line"):
            return
        listed = self._teasers_after(index) if rule.scope == "teasers" else []
        if rule.needs_list and not listed:
            return
        others = {"section": self._section_after, "caption": self._caption_before}.get(rule.scope)
        for other in (index, *listed, *(others(index) if others else ())):
            self.whys[other] = self.whys[other] or rule.why

    def _find_rule(self, block: Block) -> BoilerplateRule | None:
        rules = line_rules() if block.end - block.start <= LONGEST_LINE else long_line_rules()
        return rules.find(" ".join(self.clean[block.start : block.end].strip(_MARKS).split()))

    def _section_after(self, index: int) -> range:
        """Every later block, if most of the report stands before this one."""
        before = self.lengths[index]
        after = self.lengths[-1] - self.lengths[index + 1]
        self.in_section = after <= before
        return range(index + 1, len(self.blocks) if self.in_section else index + 1)

    def _report_length(self, index: int) -> int:
        block = self.blocks[index]
        return 0 if self.whys[index] or self.rules[index] else block.end - block.start

    def _teasers_after(self, index: int) -> list[int]:
        """The blocks of the list under a heading: all items, or all short lines without a full stop."""
        found: list[int] = []
        for other in range(index + 1, min(index + _LONGEST_LIST, len(self.blocks))):
            part = self.blocks[other].part
            same_kind = not found or (part is Part.ITEM) == (self.blocks[found[0]].part is Part.ITEM)
            if not (self.rules[other] or (same_kind and self._is_teaser(other))):
                return self._without_heading(found, other)
            found.append(other)
        return found

    def _without_heading(self, found: list[int], body: int) -> list[int]:
        """The list without its last line if that is rather the heading of the paragraph after it."""
        heads = found and self.blocks[found[-1]].part is Part.HEADING and not self.whys[body]
        return found[:-1] if heads and not self.rules[found[-1]] else found

    def _is_teaser(self, index: int) -> bool:
        block = self.blocks[index]
        words = self.clean[block.start : block.end][: _TEASER_LENGTH + 1]
        short = len(words) <= _TEASER_LENGTH and len(words.split()) <= _TEASER_WORDS
        return short and (block.part is Part.ITEM or not words.rstrip("\"'”’)").endswith("."))

    def _caption_before(self, index: int) -> list[int]:
        """The line directly above a credit, if it reads as the caption of the same picture."""
        above = index - 1
        if above < 0 or self.blocks[above].part is not Part.HEADING:
            return []
        between = self.clean[self.blocks[above].end : self.blocks[index].start]
        return [above] if len(between.splitlines()) == 1 and above > 0 else []

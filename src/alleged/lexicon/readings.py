"""Words beside a name that tell what it stands for, as rules: "in London", "London accused", "the X gang"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from alleged.lexicon.rules import RuleIndex, load_rules

if TYPE_CHECKING:
    from collections.abc import Mapping


class Side(StrEnum):
    """Where the words stand."""

    BEFORE = "before"
    AFTER = "after"


class Sign(StrEnum):
    """What the name beside the words stands for."""

    PLACE = "place"
    STATE = "state"
    GROUP = "group"
    TOOL = "tool"


@dataclass(frozen=True, slots=True)
class ReadingCode:
    """What words beside a name say."""

    side: Side
    sign: Sign


@cache
def readings() -> RuleIndex[ReadingCode]:
    """The words that tell what the name beside them stands for."""
    return RuleIndex(load_rules("readings.yml", reading_code))


def reading_code(entry: Mapping[str, Any]) -> ReadingCode:
    """The code of an entry; raises ValueError for a value that does not exist."""
    return ReadingCode(Side(entry["side"]), Sign(entry["sign"]))

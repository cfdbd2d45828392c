"""Incidents as a list, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.layout import DIM, Cell, Column, make_cell, print_rows
from alleged.cli.tables import STANCE_STYLES
from alleged.dossiers.counting import tell_origins
from alleged.dossiers.incidents import list_speakers, tell_denied, tell_span
from alleged.dossiers.safety import one_line
from alleged.dossiers.voices import tell_joined
from alleged.model.ids import SHORT_ID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from alleged.dossiers.incidents import Brief

SPEAKERS_SHOWN = 4
JOINT = " · "
"""Between speakers: those who speak together are one, with ";" in its name."""

COLUMNS = (
    Column("id", width=SHORT_ID),
    Column("incident", share=6),
    Column("who speaks", share=4),
    Column("how", width=len("assesses 100")),
)


def print_briefs(console: Console, briefs: Sequence[Brief]) -> None:
    """The incidents, one below the other."""
    print_rows(console, COLUMNS, [_make_row(brief) for brief in briefs])


def _make_row(brief: Brief) -> Sequence[Cell]:
    speakers = list_speakers(brief)
    more = [f"and {len(speakers) - SPEAKERS_SHOWN} more"] if len(speakers) > SPEAKERS_SHOWN else []
    who = Text(one_line(JOINT.join([*speakers[:SPEAKERS_SHOWN], *more])))
    joined = tuple(Text(one_line(line), DIM) for line in tell_joined(brief.voices, briefly=True))
    notes = [tell_origins(brief.count), tell_span(brief), tell_denied(brief)]
    incident = Cell(Text(one_line(brief.incident.label)), tuple(Text(one_line(n), DIM) for n in notes if n))
    return make_cell(brief.incident.id[:SHORT_ID]), incident, Cell(who, joined), _tell_stances(brief)


def _tell_stances(brief: Brief) -> Cell:
    told = [Text(f"{stance.value} {number}", STANCE_STYLES[stance]) for stance, number in brief.stances]
    return Cell(Text("\n").join(told))

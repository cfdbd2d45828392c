"""Words with their pieces marked: by style on a terminal, by brackets where styles are lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from alleged.dossiers.passage import Label
from alleged.dossiers.safety import visible

if TYPE_CHECKING:
    from rich.console import Console

    from alleged.dossiers.passage import Passage, Run

OUTSIDE = "dim"
STYLES = {
    Label.CONTENT: "bold",
    Label.SPEAKER: "underline",
    Label.CUE: "italic cyan",
    Label.HEDGE: "reverse",
}
"""Each differs in more than colour."""

ORDER = (Label.QUOTE, Label.CONTENT, Label.SPEAKER, Label.CUE, Label.HEDGE)
"""From the outermost bracket to the innermost."""


def make_passage(console: Console, passage: Passage) -> Text:
    """The passage with quote, content, speaker, cue and hedges marked."""
    if not console.is_terminal:
        return Text(_bracket(passage.runs))
    text = Text()
    for run in passage.runs:
        text.append(_shown(run), _style(run))
    return text


def make_legend(console: Console) -> Text:
    """What the marks mean."""
    if not console.is_terminal:
        return Text("⟦quote⟧ with its pieces in brackets")
    legend = Text()
    for label, style in STYLES.items():
        legend.append(f"{label.value}", style).append("  ")
    return legend.append("not quoted", OUTSIDE)


def _shown(run: Run) -> str:
    return visible(run.words.replace("\r\n", "\n"), keep="\n")


def _style(run: Run) -> str:
    if Label.QUOTE not in run.labels:
        return " ".join([OUTSIDE, *(STYLES[label] for label in ORDER if label in run.labels)])
    return " ".join(STYLES[label] for label in ORDER[1:] if label in run.labels)


def _bracket(runs: tuple[Run, ...]) -> str:
    """Opens and closes brackets as the labels come and go; those that cross are closed and opened again."""
    told = ""
    opened: list[Label] = []
    for run in runs:
        while not set(opened) <= run.labels:
            told += _close(opened.pop())
        for label in ORDER:
            if label in run.labels and label not in opened:
                opened.append(label)
                told += "⟦" if label is Label.QUOTE else f"[{label.value}: "
        told += _shown(run)
    return told + "".join(_close(label) for label in reversed(opened))


def _close(label: Label) -> str:
    return "⟧" if label is Label.QUOTE else "]"

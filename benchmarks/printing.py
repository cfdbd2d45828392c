"""How figures are printed: one a line for people, one JSON object for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDTH = 24


def print_figures(figures: Mapping[str, object], *, as_json: bool, digits: int = 1) -> None:
    """Prints `figures`; for people, those that are no counts with so many digits."""
    if as_json:
        print(json.dumps(figures))
        return
    for name, figure in figures.items():
        told = f"{figure:.{digits}f}" if isinstance(figure, float) else figure
        print(f"{name:{WIDTH}} {told}")

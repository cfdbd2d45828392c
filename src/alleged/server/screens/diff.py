"""What a changed page says otherwise than before."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from alleged.dossiers.diff import Change, view_diff
from alleged.dossiers.wording import tell_value
from alleged.exports.diff import table_diff, table_versions
from alleged.ledger.decided import Shown
from alleged.server.pages import Page

if TYPE_CHECKING:
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk


def show_diff(desk: Desk, asked: Asked) -> Page:
    """Two documents compared, or one with the version before or after it; without a name, what there is."""
    newer, older = asked.text("newer"), asked.text("older")
    if not (newer or older):
        return _show_versions(desk)
    diff = view_diff(desk.ledger, newer or older, older if newer and older else None)
    shown = {
        "diff": diff,
        "edits": Counter(edit.change for edit in diff.edits),
        "claims": Counter(change.change for change in diff.claims),
        "changes": tuple(Change),
        "tell_value": tell_value,
    }
    return Page("diff.html", "What changed", shown, lambda: table_diff(diff))


def _show_versions(desk: Desk) -> Page:
    """Every page that changed, the newest first."""
    pairs = desk.ledger.effects().newer
    known = {
        each.id: each for each in desk.ledger.showing(Shown.ALL).documents(set(pairs) | {*pairs.values()})
    }
    versions = [(known[older], known[newer]) for older, newer in [*pairs.items()][::-1]]
    return Page("versions.html", "Changed pages", {"versions": versions}, lambda: table_versions(versions))

"""Reports of small ledgers, for tests of what is made of them."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from alleged.dossiers.incidents import view_incidents
from alleged.dossiers.privacy import Privacy
from alleged.dossiers.report import view_report
from alleged.exports.report.record import Sheets, Terms, make_sheets
from alleged.ledger import open_ledger
from alleged.model.vocabulary import Act, Stance
from tests.strategies.reports import About, Says, make_story
from tests.unit.dossiers.library import LIBRARY, MONDAY, add_stories
from tests.unit.dossiers.lists import make_lists

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = "2024-03-27T08:00:00+00:00"
HOSTILE = (
    "<script>alert(1)</script> | `x` \u202e https://evil.example/?a=1&b=2 *bold* [link](http://evil.example)"
)
NASTY = make_story(
    About("Wu Yongan & Павел “<b>” | " + HOSTILE, "赵先生日报", MONDAY),
    Says(f"Orla Venn broke in {HOSTILE}", "Министерство", Stance.ALLEGES, actors=("Orla Venn",)),
    Says("Orla Venn was sanctioned over it", None, act=Act.SANCTION, targets=("Orla Venn",)),
)
PRIVATE = Privacy(frozenset({"Orla Venn"}), frozenset({"China", "Northport"}))


def make(folder: Path, asked: str = "China", terms: Terms | None = None) -> Sheets:
    """The sheets of a report on a name, over the library of documents and one that means harm.

    "" asks for the incident of which most is said.
    """
    location = folder / "library.db"
    is_new = not location.exists()
    with closing(open_ledger(location, create=True)) as ledger:
        if is_new:
            add_stories(ledger, *LIBRARY, NASTY)
        report = view_report(ledger, make_lists, asked or view_incidents(ledger)[0].incident.id)
    return make_sheets(report, terms or Terms(AS_OF, PRIVATE))

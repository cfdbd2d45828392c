"""What programs may have of a view: names of accused private persons masked, dossiers with their date."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from alleged.dossiers.masking import make_mask
from alleged.knowledge.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.dossiers.masking import Mask
    from alleged.dossiers.privacy import Privacy
    from alleged.exports.columns import Columns
    from alleged.exports.table import Table
    from alleged.model.wire import Wire

DISCLAIMER = "Allegations as they were reported, not findings of this tool."


def make_fit(table: Table, privacy: Privacy | None, as_of: str) -> tuple[Table, set[str]]:
    """The table as programs may have it, and a set that fills with the masked names as records are read.

    Who is private is masked, but for the bearer; None leaves everybody. A dossier says in every record
    of when it is, and what it is not.
    """
    dated = _date(table, as_of) if table.is_dossier else table
    hidden: set[str] = set()
    if privacy is None or not privacy.private:
        return dated, hidden
    hider = make_hider(privacy, table.bearer)
    return replace(dated, records=_hide(dated.records, hider, hidden)), hidden


def _date(table: Table, as_of: str) -> Table:
    told = {"as_of": as_of, "disclaimer": DISCLAIMER}
    added: Columns = {key: itemgetter(key) for key in told}
    records = ({**record, **told} for record in table.records)
    return replace(table, records=records, columns={**table.columns, **added})


def make_hider(privacy: Privacy, bearer: str = "") -> Mask:
    """What hides the names of who is private, but for the bearer's own."""
    own = {name for name in privacy.private if name_key(name) == name_key(bearer)}
    return make_mask(privacy.private - own, privacy.others | own)


def _hide(records: Iterable[Wire], hider: Mask, hidden: set[str]) -> Iterator[Wire]:
    for record in records:
        done, found = hider.hide_all(record)
        hidden |= found
        yield done

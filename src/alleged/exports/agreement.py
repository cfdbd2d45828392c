"""The agreement of two coders for programs: a row a field, or a row a claim and field to reckon with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.agreement import Compared
from alleged.exports.columns import keys
from alleged.exports.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.dossiers.agreement import Agreement
    from alleged.model.wire import Wire

FIELD_COLUMNS = keys("field", "one", "two", "n", "agreed", "observed", "expected", "kappa", "undefined")
CODED_COLUMNS = keys("claim", "document", "field", "one", "two", "agree", "settled")


def table_agreement(agreement: Agreement) -> Table:
    """How far both agree, a row a field."""
    one, two = agreement.coders
    rows = [
        {
            "field": compared.value,
            "one": one,
            "two": two,
            "n": kappa.n,
            "agreed": kappa.agreed,
            "observed": kappa.observed,
            "expected": kappa.expected,
            "kappa": kappa.value,
            "undefined": kappa.why_undefined or None,
        }
        for compared, kappa in agreement.kappas.items()
    ]
    return Table(rows, FIELD_COLUMNS)


def table_coded(agreement: Agreement) -> Table:
    """What both made of each claim, a row a field."""
    return Table(list(_record_coded(agreement)), CODED_COLUMNS)


def _record_coded(agreement: Agreement) -> Iterator[Wire]:
    for coded in agreement.both:
        for compared in Compared if coded.accepted else (Compared.VERDICT,):
            one, two = coded.tell(compared)
            yield {
                "claim": coded.claim.id,
                "document": coded.claim.document,
                "field": compared.value,
                "one": one,
                "two": two,
                "agree": len(set(coded.pair(compared))) == 1,
                "settled": coded.is_settled,
            }

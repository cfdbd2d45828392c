"""An incident to code, and a codebook for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.coded import Coded, begin_coding, code_incidents, order_incidents
from alleged.dossiers.forms import get_codebook
from alleged.dossiers.overview import view_overview
from tests.unit.dossiers.lists import make_lists

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger


def code(ledger: Ledger, form: str = "eurepoc") -> Coded:
    """The codebook filled for the incident of which most is told."""
    overview = view_overview(ledger)
    coding = begin_coding(ledger, overview, get_codebook(form))
    return code_incidents(coding, order_incidents(overview)[:1], make_lists)[0]

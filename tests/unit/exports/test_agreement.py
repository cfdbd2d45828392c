from __future__ import annotations

from alleged.dossiers.agreement import Agreement, Coded
from alleged.dossiers.coding import Coding
from alleged.exports.agreement import table_agreement, table_coded
from alleged.model.correction import Field
from alleged.model.decision import Verdict
from tests.unit.exports.rows import read
from tests.unit.model.samples import denial, link, make_text

TEXT = make_text()
ACCEPTED, REJECTED = Coding(Verdict.ACCEPT), Coding(Verdict.REJECT)
OTHERWISE = Coding(Verdict.ACCEPT, {Field.STANCE: ("asserts",)})
AGREEMENT = Agreement(
    ("anna", "ben"),
    (0, 0),
    (Coded(link(TEXT), (ACCEPTED, OTHERWISE)), Coded(denial(TEXT), (ACCEPTED, REJECTED))),
)


def test_a_row_a_field_tells_n_and_why_there_is_no_kappa() -> None:
    rows = {row["field"]: row for row in read(table_agreement(AGREEMENT))}
    assert (rows["verdict"]["n"], rows["verdict"]["agreed"], rows["verdict"]["kappa"]) == (2, 1, 0)
    assert (rows["stance"]["n"], rows["stance"]["agreed"]) == (1, 0)
    assert rows["act"]["kappa"] is None
    assert rows["act"]["undefined"] == "both always gave one and the same value"


def test_a_row_a_claim_and_field_lets_others_reckon() -> None:
    rows = read(table_coded(AGREEMENT))
    assert len(rows) == 9 + 1
    (stance,) = (row for row in rows if row["field"] == "stance")
    assert (stance["one"], stance["two"], stance["agree"]) == ("alleges", "asserts", False)
    assert rows[-1]["claim"] == denial(TEXT).id

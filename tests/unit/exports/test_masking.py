from __future__ import annotations

from alleged.dossiers.privacy import Privacy
from alleged.exports.columns import keys
from alleged.exports.masking import DISCLAIMER, make_fit
from alleged.exports.table import Table

AS_OF = "2024-03-26T08:00:00+00:00"
PRIVACY = Privacy(frozenset({"Orla Venn", "Kiran Osei"}), frozenset({"GREY HERON"}))
RECORDS = [{"what": "Orla Venn was charged"}, {"what": "GREY HERON and Kiran Osei were not"}]
PLAIN = Table(RECORDS, keys("what"))
DOSSIER = Table(RECORDS, keys("what"), is_dossier=True)


def test_private_names_are_masked_and_counted_once_records_are_read() -> None:
    fit, hidden = make_fit(PLAIN, PRIVACY, AS_OF)
    assert hidden == set()
    first, second = fit.records
    assert first == {"what": "█" * len("Orla Venn") + " was charged", "masked": 1}
    assert second["what"].startswith("GREY HERON and █")
    assert hidden == {"Orla Venn", "Kiran Osei"}
    assert list(fit.columns) == ["what"]


def test_without_privacy_every_name_is_left() -> None:
    for privacy in (None, Privacy()):
        fit, hidden = make_fit(PLAIN, privacy, AS_OF)
        assert (list(fit.records), hidden) == (RECORDS, set())


def test_the_bearer_of_the_data_is_not_masked_in_it() -> None:
    fit, hidden = make_fit(Table(RECORDS, keys("what"), bearer="orla  venn"), PRIVACY, AS_OF)
    first, second = fit.records
    assert first == RECORDS[0]
    assert "Kiran" not in second["what"]
    assert hidden == {"Kiran Osei"}


def test_a_dossier_carries_its_date_and_the_disclaimer_in_records_and_columns() -> None:
    fit, _ = make_fit(DOSSIER, None, AS_OF)
    assert list(fit.columns) == ["what", "as_of", "disclaimer"]
    for record in fit.records:
        assert (record["as_of"], record["disclaimer"]) == (AS_OF, DISCLAIMER)
        assert [column(record) for column in fit.columns.values()][1:] == [AS_OF, DISCLAIMER]


def test_what_is_no_dossier_carries_neither() -> None:
    fit, _ = make_fit(PLAIN, None, AS_OF)
    assert all(record.keys() == {"what"} for record in fit.records)

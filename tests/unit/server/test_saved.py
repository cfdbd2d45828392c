from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.errors import InputError
from alleged.server.saved import MOST, Saved, SavedSearches

if TYPE_CHECKING:
    from pathlib import Path


def test_a_search_is_kept_for_one_person_and_one_ledger(tmp_path: Path) -> None:
    file = tmp_path / "data" / "searches.json"
    SavedSearches(file).keep("a.db", "anna", Saved(" who  denies ", "stance:denies"))
    kept = SavedSearches(file)
    assert kept.of("a.db", "anna") == (Saved("who denies", "stance:denies"),)
    assert kept.of("a.db", "ben") == ()
    assert kept.of("b.db", "anna") == ()


def test_the_same_name_is_written_over_and_can_be_dropped(tmp_path: Path) -> None:
    kept = SavedSearches(tmp_path / "searches.json")
    for line in ("stance:denies", "stance:alleges"):
        kept.keep("a.db", None, Saved("mine", line))
    assert kept.of("a.db", None) == (Saved("mine", "stance:alleges"),)
    kept.drop("a.db", None, "mine")
    assert kept.of("a.db", None) == ()


@pytest.mark.parametrize("saved", [Saved("", "stance:denies"), Saved("  ", "x"), Saved("mine", "")])
def test_a_search_needs_a_name_and_words(tmp_path: Path, saved: Saved) -> None:
    with pytest.raises(InputError):
        SavedSearches(tmp_path / "searches.json").keep("a.db", None, saved)


def test_nobody_saves_without_end(tmp_path: Path) -> None:
    kept = SavedSearches(tmp_path / "searches.json")
    for number in range(MOST):
        kept.keep("a.db", None, Saved(str(number), "x"))
    with pytest.raises(InputError, match="saved already"):
        kept.keep("a.db", None, Saved("one more", "x"))


def test_a_damaged_file_is_told_and_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "searches.json"
    file.write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="mend or delete it"):
        SavedSearches(file).keep("a.db", None, Saved("mine", "x"))
    assert file.read_text(encoding="utf-8") == "{"

from __future__ import annotations

import pytest

from alleged.resolve.publishing import count_days, is_after, tell_lead


@pytest.mark.parametrize(
    ("published", "other", "after"),
    [
        ("2022-01-03", "2022-01-02", True),
        ("2022-01-02", "2022-01-02", False),
        ("2022-01-01", "2022-01-02", False),
        ("2022-01-03", "2022-01", False),
        ("2022-02", "2022-01-31", True),
        ("2022", "2021-12-31", True),
        ("2022-01-03~", "2022-01-02?", True),
        (None, "2022-01-02", False),
        ("2022-01-02", None, False),
    ],
)
def test_later_is_only_what_is_known_to_be(published: str | None, other: str | None, after: bool) -> None:
    assert is_after(published, other) is after


@pytest.mark.parametrize(
    ("published", "later", "days", "told"),
    [
        ("2024-02-28", "2024-03-01", 2, "published 2 days before"),
        ("2024-03-01", "2024-03-02", 1, "published the day before"),
        ("2024-03-01", "2024-03-01", 0, "published the same day"),
        ("2024-03", "2024-03-02", None, "which was published first is not known"),
        (None, "2024-03-02", None, "which was published first is not known"),
        ("2024-03-02", None, None, "which was published first is not known"),
    ],
)
def test_days_are_counted_where_both_are_known(
    published: str | None, later: str | None, days: int | None, told: str
) -> None:
    assert count_days(published, later) == days
    assert tell_lead(published, later) == told

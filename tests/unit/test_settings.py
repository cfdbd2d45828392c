from __future__ import annotations

import pytest

from alleged.errors import InputError
from alleged.settings import MEGABYTE, get_max_bytes


def test_sixty_four_megabytes_unless_said_otherwise() -> None:
    assert get_max_bytes({}) == 64 * MEGABYTE
    assert get_max_bytes({"ALLEGED_MAX_MB": "200"}) == 200 * MEGABYTE


@pytest.mark.parametrize("value", ["", "0", "-1", "many", "1.5", "²"])
def test_a_size_that_is_no_number_names_the_variable_and_the_cure(value: str) -> None:
    with pytest.raises(InputError, match=r"ALLEGED_MAX_MB: .* is no size; set it to a number"):
        get_max_bytes({"ALLEGED_MAX_MB": value})

from __future__ import annotations

from alleged.server.team.attempts import OF_ADDRESS, OF_BOTH, OF_NAME, WINDOW, Attempts

HERE = "192.0.2.1"


def test_a_name_from_one_address_may_be_tried_a_few_times() -> None:
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    assert [attempts.begin("anna", HERE) for _ in range(OF_BOTH + 1)] == [True] * OF_BOTH + [False]
    assert attempts.begin("anna", "192.0.2.2")
    now[0] = WINDOW + 1.0
    assert attempts.begin("anna", HERE)


def test_an_address_may_try_so_many_names() -> None:
    attempts = Attempts()
    allowed = [attempts.begin(f"name{n}", HERE) for n in range(OF_ADDRESS + 5)]
    assert sum(allowed) == OF_ADDRESS


def test_a_name_may_be_tried_so_often_from_anywhere() -> None:
    attempts = Attempts()
    assert sum(attempts.begin("Anna", f"192.0.2.{n}") for n in range(OF_NAME + 5)) == OF_NAME
    assert not attempts.begin("anna", "198.51.100.1")


def test_who_signs_in_begins_anew() -> None:
    attempts = Attempts()
    for _ in range(3 * OF_BOTH):
        for _ in range(OF_BOTH - 1):
            attempts.begin("ben", "192.0.2.9")
        attempts.succeed("ben", "192.0.2.9")
        if not attempts.begin("ben", "192.0.2.9"):
            break
        attempts.succeed("ben", "192.0.2.9")
    assert attempts.begin("anna", HERE)
    for _ in range(OF_BOTH):
        assert attempts.begin("vera", HERE)
        attempts.succeed("vera", HERE)
    assert attempts.begin("vera", HERE)


def test_no_name_is_taken_for_another_limit() -> None:
    attempts = Attempts()
    assert [attempts.begin("from", HERE) for _ in range(OF_BOTH + 1)] == [True] * OF_BOTH + [False]
    attempts.succeed("from", HERE)
    allowed = [attempts.begin(f"name{n}", HERE) for n in range(OF_ADDRESS)]
    assert sum(allowed) == OF_ADDRESS - OF_BOTH + 1

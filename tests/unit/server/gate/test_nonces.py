from __future__ import annotations

from alleged.server.gate.nonces import LIFETIME, MOST, Nonces


def test_a_number_counts_once() -> None:
    nonces = Nonces()
    nonce = nonces.make()
    assert not nonces.use("guessed")
    assert nonces.use(nonce)
    assert not nonces.use(nonce)


def test_it_does_not_count_for_ever() -> None:
    now = [0.0]
    nonces = Nonces(lambda: now[0])
    nonce = nonces.make()
    now[0] = LIFETIME + 1.0
    assert not nonces.use(nonce)


def test_no_more_are_kept_than_allowed() -> None:
    nonces = Nonces()
    first, *rest = (nonces.make() for _ in range(MOST + 1))
    assert not nonces.use(first)
    assert all(map(nonces.use, rest))

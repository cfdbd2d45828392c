from __future__ import annotations

import pytest

from alleged.model.merkle import EMPTY_ROOT, Tree, leaf_hash, node_hash

LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
"""The list with which implementations of RFC 6962 are commonly compared, and some of its roots."""

KNOWN = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


def by_definition(leaves: list[bytes]) -> bytes:
    """Merkle Tree Hash as section 2.1 of RFC 6962 defines it."""
    if not leaves:
        return EMPTY_ROOT
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return node_hash(by_definition(leaves[:split]), by_definition(leaves[split:]))


def test_known_roots() -> None:
    found, tree = [], Tree()
    for leaf in LEAVES:
        tree.add(leaf_hash(bytes.fromhex(leaf)))
        found.append(tree.root())
    assert {size: found[size - 1].hex() for size in KNOWN} == KNOWN


@pytest.mark.parametrize("size", range(40))
def test_a_tree_has_the_root_of_the_definition(size: int) -> None:
    leaves, tree = [leaf_hash(bytes([number])) for number in range(size)], Tree()
    for leaf in leaves:
        tree.add(leaf)
    assert (tree.size, tree.root()) == (size, by_definition(leaves))

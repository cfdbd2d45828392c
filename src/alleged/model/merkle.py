"""The Merkle tree of RFC 6962: one hash that stands for a whole list, in its order.

Leaves and nodes are hashed in domains of their own (0x00 and 0x01): no node can be passed off as a leaf.
"""

from __future__ import annotations

from hashlib import sha256

LEAF, NODE = b"\0", b"\1"

EMPTY_ROOT = sha256().digest()
"""What stands for a list without entries."""


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one entry of the list."""
    return sha256(LEAF + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of a node above two others."""
    return sha256(NODE + left + right).digest()


class Tree:
    """A tree that grows leaf by leaf; it keeps only what later roots need: one hash a digit of its size."""

    __slots__ = ("_peaks", "size")

    def __init__(self) -> None:
        self.size = 0
        self._peaks: list[bytes] = []

    def add(self, leaf: bytes) -> None:
        """Add a leaf, given by its `leaf_hash`."""
        peak, full = leaf, self.size
        while full & 1:
            peak = node_hash(self._peaks.pop(), peak)
            full >>= 1
        self._peaks.append(peak)
        self.size += 1

    def root(self) -> bytes:
        """The root hash (RFC 6962: Merkle Tree Hash) of the leaves so far."""
        if not self._peaks:
            return EMPTY_ROOT
        *left, root = self._peaks
        for peak in reversed(left):
            root = node_hash(peak, root)
        return root

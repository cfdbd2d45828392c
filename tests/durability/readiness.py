"""Imported by the process that forks children: what takes a child long is made ready before."""

from importlib import import_module

from alleged.model.document import Metadata
from alleged.text import read_document

for name in ("alleged.ledger.migrate", "alleged.ledger.sqlite", "tests.durability.children"):
    import_module(name)
read_document(b"Northland said Glass Heron broke into Quillon Bank.", "ready.txt", Metadata())

"""Keeps a ledger of claims: who says, in which exact words and how surely, that who did what to whom."""

__version__ = "0.1.0"

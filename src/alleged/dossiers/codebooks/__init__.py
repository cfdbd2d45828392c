"""Codebooks: the forms of incident databases as data, each variable with what fills it."""

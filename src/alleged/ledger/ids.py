"""Conditions on ids: how one begins, and one of however many."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Integer, Text, and_, cast, column, false, func, literal, select

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Column, ColumnElement, Connection, Select

HEXADECIMAL = "0123456789abcdef"

AFTER_HEXADECIMAL = "g"
"""Comes after every digit of an id."""


def begins(column_of_ids: Column[str], prefix: str) -> ColumnElement[bool]:
    """That an id begins with `prefix`; a comparison of ends, so that the index of the ids is used."""
    digits = prefix.lower()
    if set(digits) - set(HEXADECIMAL):
        return false()
    return and_(column_of_ids >= digits, column_of_ids < digits + AFTER_HEXADECIMAL)


def listed(connection: Connection, values: Collection[str]) -> Select[str]:
    """Selects these values, which are one parameter however many they are."""
    return select(_unpack(connection, json.dumps(sorted(values)), Text))


def listed_numbers(connection: Connection, numbers: Collection[int]) -> Select[int]:
    """The same for the numbers of rows."""
    return select(cast(_unpack(connection, json.dumps(list(numbers)), Integer), Integer))


def _unpack(connection: Connection, packed: str, kind: type[Text | Integer]) -> ColumnElement[Any]:
    """The column of the values of a JSON list; PostgreSQL gives each as text."""
    if connection.dialect.name == "sqlite":
        return func.json_each(packed).table_valued(column("value", kind)).c.value
    values = func.json_array_elements_text(cast(literal(packed, Text), JSON))
    return values.table_valued(column("value", Text)).c.value

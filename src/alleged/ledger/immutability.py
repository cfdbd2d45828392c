"""What refuses to change or delete the rows of a table, in the words of each kind of database."""

from __future__ import annotations

REFUSE = "refuse_change"

_FUNCTION = f"""
CREATE FUNCTION {REFUSE}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$
"""

FUNCTIONS: dict[str, tuple[str, ...]] = {
    "sqlite": (),
    "postgresql": (_FUNCTION,),
}
"""What has to be there before the first table is kept."""


def keep_rows(dialect: str, table: str) -> tuple[str, ...]:
    """The statements that make a database of this dialect keep the rows of `table` as they are."""
    return _KEEP[dialect](table)


def _keep_in_sqlite(table: str) -> tuple[str, ...]:
    refusal = f"SELECT RAISE(ABORT, 'rows of {table} are never changed or deleted')"
    return tuple(
        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} BEGIN {refusal}; END"
        for verb in ("update", "delete")
    )


def _keep_in_postgres(table: str) -> tuple[str, ...]:
    """Always, also where rows come from another server: what is stored there was never changed either."""
    trigger = f"{table}_no_change"
    changes = f"UPDATE OR DELETE OR TRUNCATE ON {table}"
    return (
        f"CREATE TRIGGER {trigger} BEFORE {changes} FOR EACH STATEMENT EXECUTE FUNCTION {REFUSE}()",
        f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}",
    )


_KEEP = {"sqlite": _keep_in_sqlite, "postgresql": _keep_in_postgres}

"""Members, markings, and what decisions touch: stored and viewed in others' transactions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from alleged.errors import LedgerError
from alleged.ledger.chain import store_rows
from alleged.ledger.index import names_like
from alleged.ledger.numbers import find_free
from alleged.ledger.schema import (
    claims,
    clearances,
    documents,
    extractions,
    markings,
    members,
    mentions,
    texts,
    touched,
)
from alleged.model.access import EVERYTHING, Marking, Member, Role
from alleged.model.decision import About

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from alleged.ledger.rows import Row

LONGEST_NAME = 200

BY_NAME = frozenset({About.NAME, About.PUBLISHER})
"""What decisions are about that name nobody's document in particular."""


def find_members(connection: Connection) -> tuple[Member, ...]:
    """Who is a member now, in the order in which they were last spoken of."""
    newest = select(func.max(members.c.number)).group_by(members.c.who)
    found = select(members).where(members.c.number.in_(newest)).order_by(members.c.number)
    labels = _find_clearances(connection)
    return tuple(
        Member(row["who"], Role(row["role"]), labels.get(row["number"], frozenset()), row["by"], row["at"])
        for row in connection.execute(found).mappings()
        if row["role"] is not None
    )


def _find_clearances(connection: Connection) -> dict[int, frozenset[str]]:
    labels: dict[int, frozenset[str]] = {}
    for row in connection.execute(select(clearances)):
        labels[row.member] = labels.get(row.member, frozenset()) | {row.label}
    return labels


def store_member(connection: Connection, member: Member) -> None:
    """Store what somebody is from now on; raises LedgerError where nobody would be left who may say that."""
    _check_name(member.who)
    known = {each.who: each for each in find_members(connection)}
    if member.role is None and member.who not in known:
        raise LedgerError(f"{member.who!r} is no member; 'alleged members list' lists them")
    others = [each for each in known.values() if each.who != member.who]
    if not any(_is_keeper(each) for each in (*others, member)):
        raise LedgerError(
            "a shared ledger needs an admin who is cleared for everything; name one first: "
            "alleged members add NAME --role admin"
        )
    number = find_free(connection, members)["members"]
    row = {"number": number, "who": member.who, "role": member.role, "by": member.by, "at": member.at}
    store_rows(connection, members, [row])
    labels = [{"member": number, "label": label} for label in sorted(member.clearances)]
    store_rows(connection, clearances, labels)


def _is_keeper(member: Member) -> bool:
    return member.role is Role.ADMIN and EVERYTHING in member.clearances


def _check_name(who: str) -> None:
    if not who or who != who.strip() or not who.isprintable() or len(who) > LONGEST_NAME:
        raise LedgerError(f"{who!r} is no name of a member: write it on one line, without spaces around it")


def find_markings(connection: Connection) -> tuple[Marking, ...]:
    """How documents are marked now, in the order in which they were marked."""
    newest = select(func.max(markings.c.number)).group_by(markings.c.document)
    found = (
        select(markings, documents.c.id.label("document_id"))
        .join(documents, documents.c.number == markings.c.document)
        .where(markings.c.number.in_(newest))
        .order_by(markings.c.number)
    )
    rows = connection.execute(found).mappings()
    return tuple(Marking(row["document_id"], row["label"], row["by"], row["at"], row["why"]) for row in rows)


def store_marking(connection: Connection, marking: Marking) -> None:
    """Store how a document is marked from now on; raises LedgerError if there is no such document."""
    number = check_document(connection, marking.document)
    row: Row = {
        "number": find_free(connection, markings)["markings"],
        "document": number,
        "label": marking.label,
    }
    store_rows(connection, markings, [{**row, "by": marking.by, "at": marking.at, "why": marking.why}])


def check_document(connection: Connection, document_id: str) -> int:
    """The number of a document; raises LedgerError if it is not to be found."""
    found = select(documents.c.number).where(documents.c.id == document_id)
    number: int | None = connection.execute(found).scalar()
    if number is None:
        raise LedgerError(f"the ledger has no document {document_id!r}; 'alleged documents' lists them")
    return number


def store_touched(connection: Connection, decision: int, about: str, what: Sequence[str]) -> None:
    """Store which documents a decision tells something of: who may not see them does not see it.

    A decision on claims or documents needs all of them; one on a name needs one of those that bear it now,
    if any does, and one on two names the first that bears each.
    """
    store_rows(connection, touched, list_touched(connection, decision, about, what))


def list_touched(connection: Connection, decision: int, about: str, what: Sequence[str]) -> list[Row]:
    """The rows that `store_touched` stores."""
    by_name = about in BY_NAME
    if by_name:
        found = _find_bearers(connection, about, what[0])
    elif about == About.ALIAS:
        found = (number for name in what for number in sorted(_find_bearers(connection, about, name))[:1])
    else:
        found = _find_named(connection, what)
    return [
        {"decision": decision, "document": number, "needed": int(not by_name)}
        for number in sorted(set(found))
    ]


def _find_named(connection: Connection, what: Sequence[str]) -> Iterable[int]:
    """Numbers of the documents whose ids, or ids of whose claims, stand in a decision."""
    of_claims = select(extractions.c.document).join(claims, claims.c.extraction == extractions.c.number)
    yield from connection.execute(of_claims.where(claims.c.id.in_(what))).scalars()
    yield from connection.execute(select(documents.c.number).where(documents.c.id.in_(what))).scalars()


def _find_bearers(connection: Connection, about: str, name: str) -> Iterable[int]:
    """Numbers of the documents that bear a name, of a publisher or in a claim."""
    if about == About.PUBLISHER:
        return connection.execute(select(texts.c.document).where(texts.c.publisher == name)).scalars()
    mentioned = select(mentions.c.claim).where(mentions.c.name.in_(names_like(name)))
    found = (
        select(extractions.c.document)
        .join(claims, claims.c.extraction == extractions.c.number)
        .where(or_(claims.c.speaker_name.in_(names_like(name)), claims.c.number.in_(mentioned)))
    )
    return connection.execute(found).scalars()

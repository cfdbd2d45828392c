"""What is said of a name, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.exports.answers import record_denial
from alleged.exports.claims import CLAIM_COLUMNS
from alleged.exports.columns import keys
from alleged.exports.table import Table
from alleged.knowledge.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.dossiers.actors import Told
    from alleged.dossiers.joining import JoinedName, Joining
    from alleged.dossiers.subject import Borne, Subject
    from alleged.exports.columns import Columns
    from alleged.model.wire import Wire

SUBJECT_COLUMNS: Columns = {
    **keys("subject", "part", "name"),
    "through": lambda record: [_tell_through(each) for each in record["through"]],
    **CLAIM_COLUMNS,
}


def table_subject(view: Told) -> Table:
    """Every claim about the subject and every answer to one, with the part that it plays.

    `name` is the name by which it got in, in the words of the claim; `through` tells who lists that as a name
    of the subject, and is empty where it is the name that was asked for. Answers may have neither.
    """
    return Table(_record(view), SUBJECT_COLUMNS, is_dossier=True)


def _record(view: Told) -> Iterator[Wire]:
    subject, parts, denials = view.subject, _find_parts(view.subject), view.find_denials()
    for record in view.listing.wires():
        borne = subject.borne.get(record["id"], ())
        through = _record_through(view.joining, borne)
        name = "; ".join(dict.fromkeys(name for name, _ in borne)) or None
        own = {"subject": subject.name, "name": name, "through": through, "part": parts[record["id"]]}
        yield {**own, **record, "latest_denial": record_denial(denials.get(record["id"]), view.published)}


def _find_parts(subject: Subject) -> dict[str, str]:
    """What part each claim plays; who acts comes before who is acted upon."""
    parts = {claim.id: "answer" for claim in subject.all_claims}
    for part, voices in (("acted-upon", subject.acted_upon), ("acting", subject.acting)):
        parts |= {claim.id: part for voice in voices for claim in voice.claims}
    return parts


def _record_through(joining: Joining, borne: Borne) -> list[Wire]:
    """Who lists the names by which a claim got in, if it was not the one that was asked for."""
    joined = joining.by_key()
    if any(key == name_key(joining.name) for _, key in borne):
        return []
    return [each for _, key in borne if key in joined for each in _record_joined(joined[key])]


def _record_joined(joined: JoinedName) -> Iterator[Wire]:
    for entity in joined.entities:
        yield {
            "listed": joined.name,
            "authority": entity.authority,
            "version": entity.version,
            "id": entity.id,
            "decision": None,
        }
    for decision in joined.decisions:
        authority, _, id_ = decision.what[1].partition(":")
        own = {"listed": joined.name, "authority": authority, "version": None, "id": id_}
        yield {**own, "decision": decision.id}


def _tell_through(source: Wire) -> str:
    """Who lists a name: "misp-threat-actor 336: ZIRCONIUM"."""
    by = "decided" if source["decision"] else source["version"]
    return f"{source['authority']} {by}: {source['listed']}"

"""OFAC's list of specially designated nationals: as CSV (SDN.CSV with ALT.CSV and ADD.CSV), as advanced XML.

Persons are persons, every other party that can act is a firm; vessels and aircraft are passed over, since
they are no one who could be meant by "the firm" or "the hackers".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.errors import KnowledgeError, Place
from alleged.knowledge.csv_rows import first_row
from alleged.knowledge.ofac_csv import NOTHING, WIDTHS, read_ofac_csv
from alleged.knowledge.ofac_xml import ROOT, read_ofac_xml
from alleged.knowledge.xml_records import looks_like_xml

if TYPE_CHECKING:
    from alleged.model.entity import Authority

_PLAIN_XML = "sdnList"
_HEAD = 65_536


def read_ofac(data: bytes, source: str) -> Authority:
    """The list in one file: advanced XML, or CSV; the CSV files may stand in it one after the other.

    A CSV file alone is read too, but its other names are in ALT.CSV: see `read_ofac_csv` for several
    files. Raises KnowledgeError, with line and cure, where the file is damaged or something else.
    """
    if looks_like_xml(data[:_HEAD], ROOT):
        return read_ofac_xml(data, source)
    if looks_like_xml(data[:_HEAD], _PLAIN_XML):
        what = "is OFAC's plain XML, which lacks scripts and weak names"
        raise KnowledgeError(what, Place(source, 1), "give sdn_advanced.xml, or SDN.CSV with ALT.CSV")
    return read_ofac_csv({source: data}, source)


def looks_like_ofac(head: bytes) -> bool:
    """Whether a file that begins with `head` seems to be one of OFAC's, if only one that is refused."""
    if looks_like_xml(head, ROOT) or looks_like_xml(head, _PLAIN_XML):
        return True
    row = first_row(head)
    empty = any(field.strip() == NOTHING for field in row)
    return len(row) in WIDTHS and row[0].strip().isdecimal() and empty

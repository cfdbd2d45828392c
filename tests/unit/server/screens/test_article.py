from __future__ import annotations

import html
import json
import re
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.claims import view_claims
from alleged.dossiers.spoken import tell_barren
from alleged.exports.claims import table_claims
from alleged.ledger import open_ledger
from alleged.ledger.interface import ClaimQuery
from alleged.model.access import EVERYTHING, Marking, Member, Role
from alleged.model.document import Boilerplate, Metadata
from alleged.model.vocabulary import Reason, Stance
from tests.unit.model.samples import REPORT, claims, make_entry, make_text
from tests.unit.server.holding import keep, visit
from tests.unit.server.visiting import arrive

if TYPE_CHECKING:
    from pathlib import Path

NOW = "2024-04-01T09:00:00+00:00"
TEXT = make_text()


def find_captured(page: str) -> str:
    """The words of the document as the page has them, without the numbers of claims."""
    captured = page[page.index('id="captured"') : page.index("<aside")]
    shown = captured[captured.index("</svg>\n") :]
    without_chips = re.sub(r'<a class="chip.*?</a>', "", shown, flags=re.DOTALL)
    told = re.sub(r"<summary>.*?</summary>", "", without_chips, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "", told))


def test_the_words_are_those_of_the_text(tmp_path: Path) -> None:
    page = visit(tmp_path, make_entry(TEXT)).get(f"/article/{TEXT.document.id}").text
    assert find_captured(page).split() == REPORT.split()


def test_the_words_of_every_example_are_those_of_its_text(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    with closing(open_ledger(read_ledger, create=False)) as opened:
        for text in opened.texts():
            page = client.get(f"/article/{text.document.id}").text
            assert find_captured(page).split() == text.clean.split()


def test_each_claim_has_a_card_and_a_number_that_lead_to_each_other(tmp_path: Path) -> None:
    page = visit(tmp_path, make_entry(TEXT)).get(f"/article/{TEXT.document.id}").text
    for number, claim in enumerate(claims(TEXT), 1):
        short = claim.id[:8]
        assert len(re.findall(f'id="at-{short}" href="#claim-{short}" data-claim="{number}"', page)) == 1
        assert f'id="claim-{short}" data-claim="{number}"' in page
        assert f'href="#at-{short}"' in page
        assert re.search(rf'#shape-{claim.stance}"/></svg>{number} {claim.stance}</a>', page)


def test_the_card_tells_what_a_claim_answers_and_is_answered_by(tmp_path: Path) -> None:
    page = visit(tmp_path, make_entry(TEXT)).get(f"/article/{TEXT.document.id}").text
    told = " ".join(re.sub(r"<[^>]*>", "", page).split())
    assert "disputes 1, 2 (blanket)" in told
    assert told.count("answered by 3: disputes") == 2


def test_a_choice_keeps_the_numbers_and_says_of_how_many(tmp_path: Path) -> None:
    client, address = visit(tmp_path, make_entry(TEXT)), f"/article/{TEXT.document.id}"
    page = client.get(f"{address}?stance=denies").text
    assert "1 of 3 claims" in page
    assert 'data-claim="3"' in page
    assert 'data-claim="1"' not in page
    assert [each["stance"] for each in client.get(f"{address}.json?stance=denies").json()] == ["denies"]


def test_a_choice_that_no_claim_fits_says_so(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    document = client.get("/documents.json").json()[0]["document"]
    heard = {record["stance"] for record in client.get(f"/article/{document}.json").json()}
    unheard = next(stance.value for stance in Stance if stance.value not in heard)
    page = client.get(f"/article/{document}?stance={unheard}").text
    assert "No claim of this document fits this choice." in page
    assert 'href="/claim/"' not in page


def test_the_twin_is_what_the_command_line_gives(read_ledger: Path) -> None:
    with closing(open_ledger(read_ledger, create=False)) as opened:
        document = opened.documents()[0].id
        listing = view_claims(opened, ClaimQuery(document=document))
    told = arrive(read_ledger).get(f"/article/{document}.json?unmask=yes").json()
    assert told == json.loads(json.dumps(list(table_claims(listing).records)))


def test_the_claim_that_is_asked_for_stands_out(tmp_path: Path) -> None:
    client, address = visit(tmp_path, make_entry(TEXT)), f"/article/{TEXT.document.id}"
    second = claims(TEXT)[1]
    page = client.get(f"{address}?claim={second.id}").text
    assert re.search(r'data-claim="2" autofocus', page)
    assert page.count("autofocus") == 1
    other = client.get(f"{address}?claim=00000000").text
    assert "is not among them" in other


def test_hidden_words_are_set_apart_and_told(tmp_path: Path) -> None:
    start = REPORT.index("The embassy")
    hidden = replace(TEXT, boilerplate=(Boilerplate(start, len(REPORT), "hidden-in-comment"),))
    hidden = replace(hidden, sentences=tuple(s for s in TEXT.sentences if s.end <= start))
    page = visit(tmp_path, keep(hidden, *claims(hidden)[:2])).get(f"/article/{hidden.document.id}").text
    assert "it hides words (in a comment): no claim is taken from them" in page
    assert '<details class="apart is-hidden" open><summary>hidden in a comment (51 characters)' in page


def test_what_was_lost_in_reading_is_told_with_its_cure(tmp_path: Path) -> None:
    entry = make_entry(TEXT)
    told = "its encoding is a guess: save it as UTF-8 if names come out wrong"
    reason = Reason.GUESSED_ENCODING
    attempt = replace(entry.input, reason=reason, status=reason.status, detail=told)
    page = visit(tmp_path, replace(entry, input=attempt)).get(f"/article/{TEXT.document.id}").text
    assert f"<strong>Read with losses:</strong> {told}" in page


def test_without_claims_the_sentences_with_a_verb_of_saying_are_shown(tmp_path: Path) -> None:
    page = visit(tmp_path, keep(TEXT)).get(f"/article/{TEXT.document.id}").text
    assert "No claim was found in it." in page
    assert tell_barren(TEXT) in page
    assert re.search(r"<summary>Show \d sentences</summary>", page)
    assert '<li class="said">The embassy dismissed the allegations as baseless.</li>' in page


def test_addresses_are_harmless_and_markup_is_text(tmp_path: Path) -> None:
    script = '"><script>alert(1)</script>'
    metadata = Metadata(title=f"\u202eevil{script}", publisher=script, url=f"https://news.example/{script}")
    text = make_text(f"Seven hackers {script} said so.\n", metadata=metadata)
    page = visit(tmp_path, keep(text, source=script)).get(f"/article/{text.document.id}").text
    assert "<script>alert" not in page
    assert "\u202e" not in page
    assert "⟨U+202E⟩evil" in page
    assert "hxxps://news[.]example/" in page
    assert "https://news.example" not in page


def test_the_original_comes_as_a_file_and_never_as_a_page(tmp_path: Path) -> None:
    client = visit(tmp_path, make_entry(TEXT))
    answer = client.get(f"/article/{TEXT.document.id}/original")
    assert answer.content == REPORT.encode()
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == f'attachment; filename="{TEXT.document.id[:8]}.txt"'
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert client.get(f"/article/{TEXT.document.id}/original.json").status_code == 404


@pytest.mark.parametrize("rest", ["", "/original", "/others", ".json"])
def test_who_is_not_cleared_sees_nothing_of_it(tmp_path: Path, rest: str) -> None:
    with closing(open_ledger(tmp_path / "shared.db", create=True)) as opened:
        marking = Marking(TEXT.document.id, "TLP:RED", "anna", NOW, "names a victim")
        opened.append(replace(make_entry(TEXT), marking=marking))
        opened.set_member(Member("anna", Role.ADMIN, frozenset({EVERYTHING}), "anna", NOW))
    with closing(open_ledger(tmp_path / "shared.db", create=False, who="anna")) as opened:
        opened.set_member(Member("ben", Role.VIEWER, frozenset(), "anna", NOW))
    address = f"/article/{TEXT.document.id}{rest}"
    assert arrive(tmp_path / "shared.db", "anna").get(address).status_code == 200
    assert arrive(tmp_path / "shared.db", "ben").get(address).status_code == 404


def test_what_is_not_in_the_ledger_is_told(read_ledger: Path) -> None:
    answer = arrive(read_ledger).get("/article/0000000000")
    assert answer.status_code == 404
    assert "no document is called" in answer.text

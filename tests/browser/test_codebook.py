"""A coder fills a form: accepts what is proposed, changes another cell, and takes the table away."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from tests.browser.pages import NARROW

if TYPE_CHECKING:
    from tests.browser.pages import Visitor


def test_a_coder_accepts_one_cell_and_changes_another(decider: Visitor) -> None:
    page = decider.visit("/codebook?form=cfr")
    page.get_by_role("link", name=re.compile("APT31")).first.click()
    sponsor = page.locator("#cell-Sponsor")
    sponsor.get_by_label("China", exact=True).check()
    sponsor.get_by_role("button", name="Accept what is checked").click()
    assert "decided by" in page.locator("#cell-Sponsor").inner_text()

    title = page.locator("#cell-Title")
    title.get_by_text("Write it").click()
    title.get_by_label("Value").fill("Electoral register")
    title.get_by_label("Why").fill("as the first report calls it")
    title.get_by_role("button", name="Set").click()
    page.reload()
    assert "Electoral register" in page.locator("#cell-Title").inner_text()
    decider.check()

    answer = page.request.get(page.url.partition("#")[0].replace("/codebook?", "/codebook.csv?"))
    (row,) = csv.DictReader(io.StringIO(answer.text()))
    assert (row["Title"], row["Sponsor"]) == ("Electoral register", "China")
    assert row["Sponsor_quote"]
    assert row["Title_decided_by"] == row["Sponsor_decided_by"] != ""


def test_the_form_can_be_filled_on_a_telephone(decider: Visitor) -> None:
    incident = decider.page.request.get(f"{decider.served.base}/codebook.json").json()[0]["incident"]
    page = decider.visit(f"/codebook?of={incident}&form=cfr", NARROW)
    page.locator("#cell-Date").get_by_role("button", name="Accept").first.click()
    assert "decided by" in page.locator("#cell-Date").inner_text()
    decider.check()

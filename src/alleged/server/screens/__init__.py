"""Every screen, and everything that a form does: the contents of the web application."""

from __future__ import annotations

from functools import partial

from alleged.server.pages import Deed, Screen
from alleged.server.screens.actors import show_actors
from alleged.server.screens.adding import MOST_BYTES, add_files, add_words, show_add, show_batch
from alleged.server.screens.agreement import settle, show_agreement
from alleged.server.screens.article import send_original, show_article
from alleged.server.screens.capturing import give_nonce, keep_page
from alleged.server.screens.claim import show_claim
from alleged.server.screens.claim_form import add_by_hand, show_claim_form
from alleged.server.screens.claims import drop_search, save_search, show_claims
from alleged.server.screens.codebook import decide_code, show_codebook
from alleged.server.screens.decisions import show_decisions, withdraw_decision
from alleged.server.screens.diff import show_diff
from alleged.server.screens.documents import show_documents
from alleged.server.screens.dossier import show_dossier
from alleged.server.screens.help import show_help
from alleged.server.screens.incidents import show_incident, show_incidents
from alleged.server.screens.matrix import show_matrix
from alleged.server.screens.names import show_names
from alleged.server.screens.naming import decide_name, show_naming
from alleged.server.screens.network import show_network
from alleged.server.screens.others import show_others
from alleged.server.screens.report import keep_report, show_report
from alleged.server.screens.review import show_review
from alleged.server.screens.reviewing import decide_claim, edit_claim, undo_last
from alleged.server.screens.start import show_start
from alleged.server.screens.timeline import show_timeline

_SCREENS = (
    Screen("/", show_start, "Start", has_twins=False),
    Screen("/documents", show_documents, "Documents"),
    Screen("/documents/add", show_add, "Add documents", has_twins=False),
    Screen("/documents/batch/{batch}", show_batch, "Documents that are being added"),
    Screen("/article/{document}", show_article, "Article"),
    Screen("/article/{document}/original", send_original, "Original", has_twins=False),
    Screen("/article/{document}/others", show_others, "Beside other documents"),
    Screen("/claims", show_claims, "Search"),
    Screen("/claim/{claim}", show_claim, "Claim"),
    Screen("/diff", show_diff, "What changed"),
    Screen("/matrix", show_matrix, "Matrix"),
    Screen("/review", show_review, "Review"),
    Screen("/agreement", show_agreement, "Agreement of two coders"),
    Screen("/decisions", show_decisions, "Decisions"),
    Screen("/review/add", show_claim_form, "Add a claim", has_twins=False),
    Screen("/incidents", show_incidents, "Incidents"),
    Screen("/incident/{incident}", show_incident, "Incident"),
    Screen("/timeline", show_timeline, "Timeline"),
    Screen("/actors", show_actors, "Actors"),
    Screen("/dossier", show_dossier, "Dossier"),
    Screen("/names", show_names, "Names"),
    Screen("/names/decision", show_naming, "Decision on a name", has_twins=False),
    Screen("/network", show_network, "Network"),
    Screen("/report", show_report, "Report"),
    Screen("/codebook", show_codebook, "Codebook"),
)
SCREENS = (*_SCREENS, Screen("/help", partial(show_help, _SCREENS), "Help", has_twins=False))
"""In the order in which the help lists them."""

FILES = (Screen("/report/{form}", keep_report, "Report as a file", has_twins=False),)
"""What is no page, but a file to keep."""

DEEDS: tuple[Deed, ...] = (
    Deed("/documents/upload", add_files, MOST_BYTES),
    Deed("/documents/paste", add_words, MOST_BYTES),
    Deed("/capture/nonce", give_nonce),
    Deed("/capture/keep", keep_page, MOST_BYTES),
    Deed("/agreement/settle", settle),
    Deed("/decisions/withdraw", withdraw_decision),
    Deed("/review/add", add_by_hand),
    Deed("/review/decide", decide_claim),
    Deed("/review/edit", edit_claim),
    Deed("/review/undo", undo_last),
    Deed("/claims/save", save_search),
    Deed("/claims/forget", drop_search),
    Deed("/names/decide", decide_name),
    Deed("/codebook/decide", decide_code),
)

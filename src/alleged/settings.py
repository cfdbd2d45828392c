"""What can be set from outside: where the ledger and lists of names are, who uses them, and who decides."""

from __future__ import annotations

import os
from pathlib import Path

LEDGER_VARIABLE = "ALLEGED_LEDGER"
DEFAULT_LEDGER = Path("alleged.db")

KNOWLEDGE_VARIABLE = "ALLEGED_KNOWLEDGE"

SEARCHES_VARIABLE = "ALLEGED_SEARCHES"
"""Holds the file of the searches that people saved in the browser."""

PASSWORDS_VARIABLE = "ALLEGED_PASSWORDS"
"""Holds the file of the passwords of local users."""

OPENID_SECRET_VARIABLE = "ALLEGED_OIDC_SECRET"
"""Holds the secret with which a provider of OpenID Connect knows this server."""

CODEBOOKS_VARIABLE = "ALLEGED_CODEBOOKS"
"""Holds the folder of codebooks that people wrote themselves."""

USER_VARIABLE = "ALLEGED_USER"
"""Holds the name under which somebody uses a shared ledger, where the command does not say."""

DECIDER_VARIABLE = "ALLEGED_BY"
"""Holds the name of who decides, where the command does not say."""

CONTACT_VARIABLE = "ALLEGED_CONTACT"
"""Holds a mail address or page for those who want to complain of what is fetched."""


def knowledge_folder() -> Path:
    """The folder of the lists that were added: what the variable says, or the data folder of this user."""
    chosen = os.environ.get(KNOWLEDGE_VARIABLE)
    if chosen:
        return Path(chosen)
    return _data_folder() / "knowledge"


def searches_file() -> Path:
    """The file of the searches that were saved: what the variable says, or one in the data folder."""
    chosen = os.environ.get(SEARCHES_VARIABLE)
    return Path(chosen) if chosen else _data_folder() / "searches.json"


def passwords_file() -> Path:
    """The file of the passwords of local users: what the variable says, or one in the data folder."""
    chosen = os.environ.get(PASSWORDS_VARIABLE)
    return Path(chosen) if chosen else _data_folder() / "passwords.json"


def codebooks_folder() -> Path:
    """The folder of people's own codebooks: what the variable says, or one in the data folder."""
    chosen = os.environ.get(CODEBOOKS_VARIABLE)
    return Path(chosen) if chosen else _data_folder() / "codebooks"


def _data_folder() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 - most commands need none

    return user_data_path("alleged", appauthor=False)

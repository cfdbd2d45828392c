"""Codes of countries, languages and scripts from the English names that sanctions lists use."""

from __future__ import annotations

from functools import cache

from babel import Locale

_COUNTRIES = {
    "bahamas, the": "BS",
    "bosnia": "BA",
    "burma": "MM",
    "cape verde": "CV",
    "congo": "CG",
    "congo (democratic republic)": "CD",
    "congo, democratic republic of the": "CD",
    "congo, republic of the": "CG",
    "cote d'ivoire": "CI",
    "czech republic": "CZ",
    "democratic people's republic of korea": "KP",
    "democratic republic of the congo": "CD",
    "east timor": "TL",
    "gambia, the": "GM",
    "hong kong": "HK",
    "islamic republic of iran": "IR",
    "ivory coast": "CI",
    "korea, north": "KP",
    "korea, south": "KR",
    "macau": "MO",
    "micronesia, federated states of": "FM",
    "north macedonia, the republic of": "MK",
    "occupied palestinian territories": "PS",
    "palestine": "PS",
    "palestinian": "PS",
    "people's republic of china": "CN",
    "region: gaza": "PS",
    "republic of korea": "KR",
    "russian federation": "RU",
    "state of palestine": "PS",
    "syrian arab republic": "SY",
    "the gambia": "GM",
    "turkey": "TR",
    "united states of america": "US",
    "vatican city": "VA",
    "viet nam": "VN",
    "west bank": "PS",
}
"""Names that the lists use and Unicode's English data does not."""

_LANGUAGES = {"dari": "prs", "farsi": "fa", "pushto": "ps"}
_SCRIPTS = {
    "chinese": "Hani",
    "chinese simplified": "Hans",
    "chinese traditional": "Hant",
    "125": "Hebr",
    "160": "Arab",
    "200": "Grek",
    "215": "Latn",
    "220": "Cyrl",
    "230": "Armn",
    "240": "Geor",
    "287": "Kore",
    "315": "Deva",
    "350": "Mymr",
    "352": "Thai",
    "413": "Jpan",
    "500": "Hani",
    "501": "Hans",
    "502": "Hant",
}
"""Names, and the numbers of ISO 15924, which OFAC uses as ids."""
_CODE_LENGTH = 2


def find_country(name: str) -> str | None:
    """ISO 3166-1 alpha-2 of a country by its English name, or None: "Korea, North" is KP."""
    key = _key(name)
    return _country_codes().get(f"st. {key.removeprefix('saint ')}" if key.startswith("saint ") else key)


def find_language(name: str) -> str | None:
    """BCP 47 of a language by its English name, or None; of several names the first that is known."""
    codes = (_language_codes().get(_key(part)) for part in name.split(";"))
    return next(filter(None, codes), None)


def find_script(name: str) -> str | None:
    """ISO 15924 of a script by its English name, code or number, or None: "Cyrillic" and "220" are Cyrl."""
    key = _key(name)
    return _SCRIPTS.get(key.replace("- ", "")) or _script_codes().get(key)


def language_of(language: str, script: str) -> str | None:
    """BCP 47 of a name in a language or, where that is not told, in a script; None for Latin script alone.

    Both are English names: ("Russian", "Cyrillic") is "ru", ("", "Cyrillic") is "und-Cyrl".
    """
    code = find_language(language)
    if code:
        return code
    letters = find_script(script)
    return f"und-{letters}" if letters and letters != "Latn" else None


@cache
def _country_codes() -> dict[str, str]:
    territories = Locale("en").territories.items()
    known = {_key(name): code for code, name in territories if len(code) == _CODE_LENGTH}
    return {**known, **{key.partition(" (")[0]: code for key, code in known.items()}, **_COUNTRIES}


@cache
def _language_codes() -> dict[str, str]:
    known = {_key(name): code for code, name in Locale("en").languages.items() if code.isalpha()}
    return {**known, **_LANGUAGES}


@cache
def _script_codes() -> dict[str, str]:
    named = {_key(name): str(code) for code, name in Locale("en").scripts.items()}
    return {**named, **{code.lower(): code for code in named.values()}}


def _key(name: str) -> str:
    return " ".join(name.lower().replace("&", "and").replace("’", "'").split())

"""Signing in with a provider of OpenID Connect: authorization code with PKCE, state and nonce."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from alleged.errors import MissingExtraError
from alleged.server.team.trust import SignInError, check_safe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

try:
    import httpx
    from authlib.common.errors import AuthlibBaseError
    from authlib.oauth2.client import OAuth2Client
    from authlib.oidc.core import CodeIDToken
    from joserfc import jwt
    from joserfc.errors import JoseError
    from joserfc.jwk import KeySet
    from joserfc.jws import JWSRegistry
except ImportError as error:
    raise MissingExtraError("signing in with OpenID Connect", "teams") from error

SCOPE = "openid profile email"
NAME_CLAIM = "preferred_username"
MAIL_CLAIM = "email"
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""With which a provider may sign: all of them with a key of its own, none with one that we share."""
PATIENCE = 10.0
LIFETIME = 10 * 60.0
"""Seconds that somebody may take at the provider."""
MOST = 1000
"""Who may be on the way at one time; who has been for longest is forgotten first."""
LEEWAY = 60
_WELL_KNOWN = "/.well-known/openid-configuration"


@dataclass(frozen=True, slots=True)
class Provider:
    """Who knows the users, and as what that server knows us."""

    issuer: str
    client_id: str
    secret: str = ""
    name_claim: str = NAME_CLAIM
    """What of the identity is the name of the member."""

    @property
    def host(self) -> str:
        """What people know the provider by."""
        return urlsplit(self.issuer).netloc


@dataclass(frozen=True, slots=True)
class _Pending:
    nonce: str
    verifier: str
    ends: float


class OpenId:
    """Sends people to the provider, and asks it who they are when they are back."""

    def __init__(self, provider: Provider, back: str, clock: Callable[[], float] = time.monotonic) -> None:
        check_safe(provider.issuer)
        self.provider = provider
        self._back = back
        self._clock = clock
        self._pending: dict[str, _Pending] = {}
        self._lock = Lock()

    def begin(self) -> tuple[str, str]:
        """Where to send somebody, and the state with which that person comes back; raises SignInError."""
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        endpoint = self._get_endpoint("authorization_endpoint")
        client = OAuth2Client(
            None, self.provider.client_id, scope=SCOPE, redirect_uri=self._back, code_challenge_method="S256"
        )
        address, _ = client.create_authorization_url(endpoint, state, verifier, nonce=nonce)
        with self._lock:
            while len(self._pending) >= MOST:
                self._pending.pop(next(iter(self._pending)))
            self._pending[state] = _Pending(nonce, verifier, self._clock() + LIFETIME)
        return str(address), state

    def finish(self, sent: Mapping[str, str]) -> str:
        """The name of who comes back with these values in the address; raises SignInError."""
        with self._lock:
            pending = self._pending.pop(sent.get("state", ""), None)
        if pending is None or pending.ends < self._clock():
            raise SignInError("this way to sign in was used already, or took too long", cure="begin again")
        if "error" in sent or not sent.get("code"):
            raise SignInError(f"{self.provider.host} did not sign you in", cure="begin again")
        try:
            return self._read_name(self._fetch_claims(sent["code"], pending))
        except (JoseError, AuthlibBaseError, ValueError, KeyError, TypeError) as error:
            what = f"what {self.provider.host} says of you cannot be believed ({type(error).__name__})"
            raise SignInError(what, cure="ask who runs it") from error

    def _fetch_claims(self, code: str, pending: _Pending) -> CodeIDToken:
        """What the provider says of somebody, checked: its key, its audience, its time and our nonce."""
        provider = self.provider
        token = self._ask_token(code, pending.verifier)
        published: Any = self._ask("GET", self._get_endpoint("jwks_uri"))
        keys = KeySet.import_key_set(published)
        registry = JWSRegistry(algorithms=list(ALGORITHMS), strict_check_header=False)
        signed = jwt.decode(token["id_token"], keys, registry=registry)
        options = {
            "iss": {"essential": True, "values": [provider.issuer]},
            "aud": {"essential": True, "values": [provider.client_id]},
        }
        ours = {
            "nonce": pending.nonce,
            "client_id": provider.client_id,
            "access_token": token["access_token"],
        }
        claims = CodeIDToken(signed.claims, signed.header, options, ours)
        claims.validate(leeway=LEEWAY)
        return claims

    def _read_name(self, claims: Mapping[str, Any]) -> str:
        name = claims.get(self.provider.name_claim)
        if not isinstance(name, str) or not name.strip():
            told = f"{self.provider.host} does not say your {self.provider.name_claim}"
            raise SignInError(told, cure="ask who runs this server: --oidc-claim names another")
        if self.provider.name_claim == MAIL_CLAIM and claims.get("email_verified") is not True:
            raise SignInError(f"{self.provider.host} did not verify your address", cure="verify it there")
        return name

    def _ask_token(self, code: str, verifier: str) -> dict[str, Any]:
        sent = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._back,
            "client_id": self.provider.client_id,
            "code_verifier": verifier,
        }
        who = None
        if self.provider.secret:
            who = httpx.BasicAuth(quote(self.provider.client_id, ""), quote(self.provider.secret, ""))
        return self._ask("POST", self._get_endpoint("token_endpoint"), sent, who)

    def _get_endpoint(self, name: str) -> str:
        """An address that the provider publishes."""
        published = self._ask("GET", self.provider.issuer.rstrip("/") + _WELL_KNOWN)
        if published.get("issuer") != self.provider.issuer:
            raise SignInError(
                f"{self.provider.host} is not {self.provider.issuer}", cure="check --oidc-issuer"
            )
        return check_safe(str(published.get(name, "")))

    def _ask(
        self,
        method: str,
        address: str,
        sent: Mapping[str, str] | None = None,
        who: httpx.BasicAuth | None = None,
    ) -> dict[str, Any]:
        try:
            with httpx.Client(timeout=PATIENCE) as client:
                answer = client.request(method, address, data=sent, auth=who)
                found: dict[str, Any] = answer.raise_for_status().json()
        except (httpx.HTTPError, ValueError) as error:
            told = f"{self.provider.host} does not answer as a provider of OpenID Connect does"
            raise SignInError(told, cure="try again, or ask who runs it") from error
        return found

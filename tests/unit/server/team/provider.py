"""A small provider of OpenID Connect, on this machine: it knows one person, and signs what it says."""

from __future__ import annotations

import base64
import hashlib
import json
import socket
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from starlette.applications import Starlette
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

CLIENT, SECRET = "alleged", "s3cret:&"
KEY = RSAKey.generate_key(2048, {"kid": "one"})
OTHER_KEY = RSAKey.generate_key(2048, {"kid": "one"})


@dataclass
class SmallProvider:
    """What it says of the person, and what it does wrong if it is told to."""

    base: str
    claims: dict[str, Any] = field(default_factory=dict)
    """Added to what it says, in place of what it would say."""
    metadata: dict[str, Any] = field(default_factory=dict)
    key: RSAKey | OctKey = field(default_factory=lambda: KEY)
    algorithm: str = "RS256"
    refuses: bool = False
    asked: dict[str, dict[str, str]] = field(default_factory=dict)

    def routes(self) -> list[Route]:
        return [
            Route("/.well-known/openid-configuration", self._configuration),
            Route("/authorize", self._authorize),
            Route("/token", self._token, methods=["POST"]),
            Route("/jwks", lambda _: JSONResponse({"keys": [KEY.as_dict(private=False)]})),
        ]

    def _configuration(self, _request: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.base,
                "authorization_endpoint": f"{self.base}/authorize",
                "token_endpoint": f"{self.base}/token",
                "jwks_uri": f"{self.base}/jwks",
                **self.metadata,
            }
        )

    def _authorize(self, request: Request) -> Response:
        asked = dict(request.query_params)
        back: dict[str, str] = {"state": asked["state"], "code": f"code{len(self.asked)}"}
        if self.refuses:
            back = {"state": asked["state"], "error": "access_denied"}
        else:
            self.asked[back["code"]] = asked
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(back)}", 303)

    async def _token(self, request: Request) -> Response:
        sent = dict((await request.form()).items())
        asked = self.asked.pop(str(sent["code"]), None)
        digest = hashlib.sha256(str(sent["code_verifier"]).encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        who = base64.b64encode(b"alleged:s3cret%3A%26").decode()
        known = request.headers["authorization"] == f"Basic {who}"
        if asked is None or not known or asked["code_challenge"] != challenge:
            return JSONResponse({"error": "invalid_grant"}, 400)
        return JSONResponse({"access_token": "opaque", "token_type": "Bearer", "id_token": self._sign(asked)})

    def _sign(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        claims = {
            "iss": self.base,
            "sub": "4711",
            "aud": asked["client_id"],
            "iat": now,
            "exp": now + 60,
            "nonce": asked["nonce"],
            "preferred_username": "anna",
            **self.claims,
        }
        header = {"alg": self.algorithm, "kid": "one"}
        if self.algorithm == "none":
            return f"{_pack(header)}.{_pack(claims)}."
        return jwt.encode(header, claims, self.key, algorithms=[self.algorithm])


def _pack(part: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


@contextmanager
def provided() -> Iterator[SmallProvider]:
    """The provider, as long as the context lasts."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        provider = SmallProvider(f"http://127.0.0.1:{bound.getsockname()[1]}")
        app = Starlette(routes=provider.routes())
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        bound.listen()
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        yield provider
        server.should_exit = True
        thread.join()

"""An identity provider over real HTTP that refuses what the protocol refuses, and lies when a test asks it to."""

import base64
import hashlib
import json
import secrets
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from joserfc.jws import JWSRegistry

CLIENT, SECRET = "partenariat", "un-secret-de-client"


class StrictProvider:
    """Serves on loopback. ``person`` signs in; ``lies`` replace claims of the token, ``answers`` whole answers."""

    def __init__(self) -> None:
        self.person: dict[str, object] = {}
        self.lies: dict[str, object] = {}
        self.told: dict[str, object] = {}
        self.answers: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.forge = ""
        self.asked: list[dict[str, str]] = []
        self._codes: dict[str, dict[str, str]] = {}
        self.key = RSAKey.generate_key(2048, {"kid": "one"})
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                provider.handle(self, urlsplit(self.path), "")

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                provider.handle(self, urlsplit(self.path), body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def honest(self, **person: object) -> None:
        """Forget all lies; ``person`` signs in next."""
        self.person, self.lies, self.told, self.answers, self.forge = person, {}, {}, {}, ""
        self.asked.clear()

    def handle(self, handler: BaseHTTPRequestHandler, parts, body: str) -> None:
        if parts.path in self.answers:
            status, headers, content = self.answers[parts.path]
        else:
            route = {"/.well-known/openid-configuration": self._describe, "/keys": self._keys, "/me": self._me}
            status, headers = 200, {"Content-Type": "application/json"}
            found = self._token(handler, body) if parts.path == "/token" else route[parts.path](handler)
            status = 400 if "error" in found else 200
            content = json.dumps(found).encode()
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    def consent(self, url: str, **more: str) -> str:
        """What the browser of the person does there: the address to which it is sent back."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        self.asked.append(asked)
        expected = {"response_type": "code", "client_id": CLIENT, "code_challenge_method": "S256"}
        assert {name: asked[name] for name in expected} == expected
        assert len(asked["code_challenge"]) == 43
        code = secrets.token_urlsafe(16)
        self._codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state'], **more})}"

    def _describe(self, _handler: object) -> dict[str, object]:
        addresses = {"authorization_endpoint": "/auth", "token_endpoint": "/token", "jwks_uri": "/keys"}
        addresses |= {"userinfo_endpoint": "/me", "end_session_endpoint": "/out"}
        described = {name: self.issuer + path for name, path in addresses.items()}
        return {"issuer": self.issuer, "response_types_supported": ["code"], **described, **self.told}

    def _keys(self, _handler: object) -> dict[str, object]:
        return {"keys": [self.key.as_dict(private=False)]}

    def _me(self, handler: BaseHTTPRequestHandler) -> dict[str, object]:
        assert handler.headers["Authorization"] == "Bearer a-token"
        return dict(self.person)

    def _token(self, handler: BaseHTTPRequestHandler, body: str) -> dict[str, object]:
        posted = {name: values[0] for name, values in parse_qs(body).items()}
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        asked = self._codes.pop(posted.get("code", ""), None)
        if asked is None or handler.headers["Authorization"] != f"Basic {basic}":
            return {"error": "invalid_grant"}
        challenge = base64.urlsafe_b64encode(hashlib.sha256(posted["code_verifier"].encode()).digest()).decode()
        if challenge.rstrip("=") != asked["code_challenge"] or posted["redirect_uri"] != asked["redirect_uri"]:
            return {"error": "invalid_grant"}
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "sub": self.person["sub"], "iat": now, "exp": now + 60}
        claims |= {"nonce": asked["nonce"], **self.lies}
        claims = {name: value for name, value in claims.items() if value is not None}
        return {"token_type": "Bearer", "access_token": "a-token", "expires_in": 60, "id_token": self._signed(claims)}

    def _signed(self, claims: dict[str, object]) -> str:
        if self.forge == "unsigned":
            parts = ({"alg": "none"}, claims)
            return ".".join(base64.urlsafe_b64encode(json.dumps(p).encode()).decode().rstrip("=") for p in parts) + "."
        if self.forge == "secret":
            key = OctKey.import_key(SECRET)
            return jwt.encode({"alg": "HS256", "kid": "one"}, claims, key, registry=JWSRegistry(algorithms=["HS256"]))
        if self.forge == "other":
            return jwt.encode({"alg": "RS256", "kid": "one"}, claims, RSAKey.generate_key(2048, {"kid": "one"}))
        return jwt.encode({"alg": "RS256", "kid": str(self.key.kid)}, claims, self.key)

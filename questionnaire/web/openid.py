"""One identity provider over the network: where to send people, and what its signed answer says of them."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.common.urls import add_params_to_uri
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry
from requests import RequestException

from questionnaire.access.claims import LONGEST_SUBJECT, Asserted, asserted, merged
from questionnaire.access.providers import Provider, is_safe_address
from questionnaire.web.departures import AnswerRefused, Departure, ProviderUnreachable
from questionnaire.web.guarded_http import open_line

log = logging.getLogger(__name__)

ALGORITHMS = [*(f"{kind}{bits}" for kind in ("RS", "PS", "ES") for bits in (256, 384, 512)), "EdDSA", "Ed25519"]
"""Signatures by a key that the provider alone has: never none, never a shared secret."""

REMEMBERED_SECONDS = 3600.0
LEEWAY_SECONDS = 60
AUTH_METHODS = ("client_secret_basic", "client_secret_post")

UNREACHABLE = (
    "«\u00a0{label}\u00a0» ne répond pas, ou répond mal. Réessayez dans quelques minutes, ou connectez-vous autrement."
)
REFUSED = "La réponse de «\u00a0{label}\u00a0» n’a pas pu être vérifiée\u00a0: personne n’a été connecté. Recommencez."
TOO_WEAK = (
    "«\u00a0{label}\u00a0» ne vous a pas authentifié au niveau demandé ici. Recommencez avec le moyen "
    "d’authentification le plus sûr dont vous disposez."
)


NOT_AGAIN = (
    "«\u00a0{label}\u00a0» ne dit pas que vous venez de vous y authentifier à nouveau. Recommencez, ou confirmez "
    "autrement."
)


@dataclass(frozen=True, slots=True)
class Description:
    """What a provider publishes of itself; empty where it has no such address."""

    authorization: str
    token: str
    keys: str
    userinfo: str
    end_session: str
    auth_method: str
    names_issuer: bool


class OpenId:
    """A provider, its description and its keys remembered for an hour."""

    def __init__(self, provider: Provider, clock: Callable[[], float] = monotonic) -> None:
        self.provider = provider
        self._clock = clock
        self._described: tuple[float, Description] | None = None
        self._keys: tuple[float, KeySet] | None = None

    def description(self) -> Description:
        """Raises ProviderUnreachable."""
        if self._described is None or self._clock() - self._described[0] > REMEMBERED_SECONDS:
            with self._explained():
                self._described = self._clock(), _described(self.provider, self._get(self.provider.metadata))
        return self._described[1]

    def ready(self) -> None:
        """Ask for the description and the keys; raises ProviderUnreachable or AnswerRefused."""
        self.description()
        with self._explained():
            self._key_set()

    def way_in(self, departure: Departure, back: str) -> str:
        """Where the browser goes to sign in; raises ProviderUnreachable."""
        asked = {"nonce": departure.nonce, "redirect_uri": back}
        if departure.again:
            asked |= {"prompt": "login", "max_age": "0"}
        if self.provider.acr:
            asked["acr_values"] = self.provider.acr[0]
        with open_line(self.provider) as line:
            url, _ = line.create_authorization_url(
                self.description().authorization, departure.state, code_verifier=departure.verifier, **asked
            )
        return str(url)

    def way_out(self, back: str) -> str:
        """Where the browser goes to close the provider's session too; empty if it has no such place."""
        there = self.description().end_session
        asked = {"client_id": self.provider.client_id, "post_logout_redirect_uri": back}
        return str(add_params_to_uri(there, asked)) if there else ""

    def person(self, departure: Departure, code: str, issuer: str | None, back: str) -> Asserted:
        """Whom the provider tells of, for the code that came back. Raises ProviderUnreachable or AnswerRefused."""
        described = self.description()
        if issuer != self.provider.issuer and (issuer is not None or described.names_issuer):
            raise AnswerRefused(REFUSED.format(label=self.provider.label))
        with self._explained():
            claims = self._claims(described, departure, code, back)
        if departure.again and not _is_since(claims.get("auth_time"), departure.at):
            raise AnswerRefused(NOT_AGAIN.format(label=self.provider.label))
        if self.provider.acr and claims.get("acr") not in self.provider.acr:
            raise AnswerRefused(TOO_WEAK.format(label=self.provider.label))
        return asserted(self.provider.issuer, claims, self.provider.roles)

    def _claims(self, described: Description, departure: Departure, code: str, back: str) -> dict[str, object]:
        with open_line(self.provider, described.auth_method) as line:
            tokens = line.fetch_token(
                described.token,
                grant_type="authorization_code",
                code=code,
                code_verifier=departure.verifier,
                redirect_uri=back,
            )
            token = self._checked(tokens, departure.nonce)
            if not described.userinfo:
                return token
            more = _json(line.get(described.userinfo))
        if more.get("sub") != token["sub"]:
            raise ValueError("the address that tells about people speaks of somebody else")
        return merged(token, more)

    def _checked(self, tokens: Mapping[str, Any], nonce: str) -> dict[str, object]:
        """The claims of the identity token, once its signature and all that binds it to us are verified."""
        registry = JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)
        try:
            read = jwt.decode(tokens["id_token"], self._key_set(), registry=registry)
        except InvalidKeyIdError:  # the provider may have changed its keys
            self._keys = None
            read = jwt.decode(tokens["id_token"], self._key_set(), registry=registry)
        options = {"iss": {"values": [self.provider.issuer]}, "aud": {"values": [self.provider.client_id]}}
        known = {"nonce": nonce, "client_id": self.provider.client_id, "access_token": tokens.get("access_token")}
        claims = CodeIDToken(read.claims, read.header, options, known)
        claims.validate(leeway=LEEWAY_SECONDS)
        if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= LONGEST_SUBJECT:
            raise ValueError("the subject is no name")
        return dict(claims)

    def _key_set(self) -> KeySet:
        if self._keys is None or self._clock() - self._keys[0] > REMEMBERED_SECONDS:
            self._keys = self._clock(), KeySet.import_key_set(self._get(self.description().keys))
        return self._keys[1]

    def _get(self, url: str) -> Any:  # noqa: ANN401  # JSON, judged by who asked
        with open_line(self.provider) as line:
            return _json(line.get(url, withhold_token=True))

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Faults of the other side as sentences; the log has their kind, never what was received."""
        try:
            yield
        except RequestException as error:
            log.warning("Provider %s does not answer well: %.300s", self.provider.name, error)
            raise ProviderUnreachable(UNREACHABLE.format(label=self.provider.label)) from error
        except (AuthlibBaseError, JoseError, ValueError, KeyError, TypeError) as error:
            told = getattr(error, "claim", None) or getattr(error, "error", None) or type(error).__name__
            log.warning("Provider %s is not believed: %s %.100r", self.provider.name, type(error).__name__, told)
            raise AnswerRefused(REFUSED.format(label=self.provider.label)) from error


def _is_since(told: object, moment: float) -> bool:
    """Whether a provider says that the person signed in there after a moment, as clocks agree."""
    return isinstance(told, int | float) and told >= moment - LEEWAY_SECONDS


def _described(provider: Provider, told: Mapping[str, Any]) -> Description:
    if told.get("issuer") != provider.issuer:
        raise RequestException("the description is that of another provider")
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint", "end_session_endpoint"):
        optional = name in {"userinfo_endpoint", "end_session_endpoint"} and not told.get(name)
        if not optional and not is_safe_address(told.get(name)):
            raise RequestException(f"{name} is no safe address")
    methods = told.get("token_endpoint_auth_methods_supported") or AUTH_METHODS[:1]
    method = next((method for method in AUTH_METHODS if method in methods), "")
    if not method:
        raise RequestException("no way to say who we are")
    return Description(
        told["authorization_endpoint"],
        told["token_endpoint"],
        told["jwks_uri"],
        told.get("userinfo_endpoint") or "",
        told.get("end_session_endpoint") or "",
        method,
        told.get("authorization_response_iss_parameter_supported") is True,
    )


def _json(answer: Any) -> dict[str, Any]:  # noqa: ANN401  # a response of a library without types
    answer.raise_for_status()
    found = answer.json()
    if not isinstance(found, dict):
        raise RequestException("an object was expected")
    return found

"""Identity providers as an operator declares them in a TOML file; every fault is told in French."""

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from questionnaire.access.claims import RoleRule
from questionnaire.access.roles import Role
from questionnaire.environment import LOOPBACK
from questionnaire.given_files import bad_toml, unknown_key

SCOPES = ("openid", "profile", "email")
_UNDER = "Chaque fournisseur s’écrit sous une ligne [[provider]]."
_NAME = re.compile(r"[a-z][a-z0-9-]{0,31}")
_TEXTS = ("name", "label", "issuer", "client_id", "client_secret", "organisation")
_OPTIONS = frozenset({*_TEXTS, "metadata", "scopes", "acr", "match_email", "open_accounts", "role"})
_RULE = frozenset({"claim", "value", "role", "organisation"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """Where people may sign in beside this house.

    ``name`` stands in addresses and ``label`` on the button. ``organisation`` (a name or an id) bounds all that the
    provider may do: it knows and opens accounts, and gives roles, there and below. ``match_email``: an account is
    known at the first sign-in by its verified e-mail; ``open_accounts``: somebody unknown gets one. ``acr``: the levels
    of authentication that are accepted, the first being asked for; none: any.
    """

    name: str
    label: str
    issuer: str
    metadata: str
    client_id: str
    client_secret: str = field(repr=False)
    organisation: str
    scopes: tuple[str, ...] = SCOPES
    acr: tuple[str, ...] = ()
    match_email: bool = False
    open_accounts: bool = False
    roles: tuple[RoleRule, ...] = ()


def is_safe_address(text: object) -> bool:
    """Whether secrets may go there: https, or http on this machine, without user or fragment."""
    if not isinstance(text, str) or not text.isascii() or any(letter <= " " or letter == "\\" for letter in text):
        return False
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    secure = parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK)
    return secure and bool(host) and "@" not in parts.netloc and not parts.fragment


def read_providers(text: str) -> tuple[tuple[Provider, ...], tuple[str, ...]]:
    """The providers of a file, and the faults that keep it from being used."""
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (), (bad_toml(error),)
    faults = [f"«\u00a0{key}\u00a0» est inconnu. {_UNDER}" for key in sorted(read.keys() - {"provider"})]
    tables = read.get("provider", [])
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        return (), (*faults, f"un tableau [[provider]] au moins est attendu. {_UNDER}")
    found = [_Table(_called(number, table), table, faults).provider() for number, table in enumerate(tables, start=1)]
    faults += _twice(found)
    return (() if faults else tuple(found)), tuple(faults)


def _called(number: int, table: dict[str, Any]) -> str:
    """By its rank in the file, and by its name where that is one."""
    name = table.get("name")
    return (
        f"fournisseur {number} ({name})" if isinstance(name, str) and _NAME.fullmatch(name) else f"fournisseur {number}"
    )


def _twice(providers: list[Provider]) -> list[str]:
    return [
        f"fournisseur {number}\u00a0: {what} «\u00a0{value}\u00a0» sert déjà. Donnez-en un autre."
        for what, values in (("name", [p.name for p in providers]), ("issuer", [p.issuer for p in providers]))
        for number, value in enumerate(values, start=1)
        if value and value in values[: number - 1]
    ]


class _Table:
    """One table of the file; its faults go to a list, and harmless values stand in for what is wrong."""

    def __init__(self, where: str, table: dict[str, Any], faults: list[str]) -> None:
        self._where = where
        self._table = table
        self._faults = faults

    def provider(self) -> Provider:
        self._refuse_unknown(_OPTIONS)
        texts = {name: self._text(name) for name in _TEXTS}
        if texts["name"] and not _NAME.fullmatch(texts["name"]):
            self._refuse("name", "des lettres minuscules sans accent, des chiffres et des tirets sont attendus.")
        metadata = self._table.get("metadata", texts["issuer"].rstrip("/") + "/.well-known/openid-configuration")
        for name, address in (("issuer", texts["issuer"]), ("metadata", metadata)):
            if texts["issuer"] and not is_safe_address(address):
                self._refuse(name, "une adresse https est attendue (http sur cette machine seulement).")
        scopes = self._texts("scopes") or SCOPES
        if "openid" not in scopes:
            self._refuse("scopes", "«\u00a0openid\u00a0» est nécessaire\u00a0: ajoutez-le à la liste.")
        return Provider(
            **texts,
            metadata=str(metadata),
            scopes=scopes,
            acr=self._texts("acr"),
            match_email=self._flag("match_email"),
            open_accounts=self._flag("open_accounts"),
            roles=self._rules(texts["organisation"]),
        )

    def rule(self, default: str) -> RoleRule:
        self._refuse_unknown(_RULE)
        claim = self._table.get("claim")
        path = tuple(claim.split(".")) if isinstance(claim, str) else self._texts("claim")
        if not all(path) or not path:
            self._refuse("claim", "un chemin comme realm_access.roles est attendu.")
        values = self._texts("value")
        if not values:
            self._refuse("value", "une valeur ou une liste de valeurs est attendue.")
        try:
            role = Role(str(self._table.get("role")))
        except ValueError:
            role = Role.PATIENT_PARTENAIRE
            self._refuse("role", f"un de ces rôles est attendu\u00a0: {', '.join(Role)}.")
        place = self._text("organisation") if "organisation" in self._table else default
        return RoleRule(path, frozenset(values), role, place)

    def _rules(self, default: str) -> tuple[RoleRule, ...]:
        tables = self._table.get("role", [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            self._refuse("role", "des tableaux [[provider.role]] sont attendus.")
            return ()
        return tuple(
            _Table(f"{self._where}, rôle {number}", table, self._faults).rule(default)
            for number, table in enumerate(tables, start=1)
        )

    def _refuse(self, name: str, why: str) -> None:
        self._faults.append(f"{self._where}, {name}\u00a0: {why}")

    def _refuse_unknown(self, known: frozenset[str]) -> None:
        for name in sorted(self._table.keys() - known):
            self._refuse(name, f"ce réglage est inconnu. {unknown_key(name, known)}")

    def _text(self, name: str) -> str:
        found = self._table.get(name)
        if isinstance(found, str) and found.strip():
            return found.strip()
        self._refuse(name, f'un texte est obligatoire\u00a0: écrivez {name} = "…".')
        return ""

    def _texts(self, name: str) -> tuple[str, ...]:
        found = self._table.get(name, [])
        listed = [found] if isinstance(found, str) else found
        if isinstance(listed, list) and all(isinstance(text, str) and text for text in listed):
            return tuple(listed)
        self._refuse(name, "des textes sont attendus.")
        return ()

    def _flag(self, name: str) -> bool:
        found = self._table.get(name, False)
        if not isinstance(found, bool):
            self._refuse(name, "true ou false est attendu, sans guillemets.")
        return found is True

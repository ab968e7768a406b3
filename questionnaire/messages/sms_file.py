"""The provider of short messages as an operator declares it in a TOML file; every fault is told in French."""

import json
import tomllib
from pathlib import Path
from typing import Any

from questionnaire.access.providers import is_safe_address
from questionnaire.given_files import bad_toml, unknown_key, unread
from questionnaire.messages.sms import SmsProvider

_OPTIONS = frozenset({"url", "format", "token", "token_file", "headers", "body", "check"})


def read_provider(text: str) -> tuple[SmsProvider | None, tuple[str, ...]]:
    """The provider of a file, None with the faults that keep it from being used."""
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return None, (bad_toml(error),)
    faults = [
        f"«\u00a0{key}\u00a0» est inconnu. {unknown_key(key, _OPTIONS)}" for key in sorted(read.keys() - _OPTIONS)
    ]
    if not is_safe_address(read.get("url")):
        faults.append("url\u00a0: une adresse https est attendue (http sur cette machine seulement).")
    if "check" in read and not is_safe_address(read["check"]):
        faults.append("check\u00a0: une adresse https est attendue (http sur cette machine seulement).")
    if read.get("format", "json") not in {"json", "form"}:
        faults.append("format\u00a0: json ou form est attendu.")
    faults += [*_header_faults(read.get("headers", {})), *_body_faults(read)]
    token = _token(read, faults)
    if faults:
        return None, tuple(faults)
    return SmsProvider(
        url=read["url"],
        headers=read.get("headers", {}),
        body=read["body"],
        form=read.get("format") == "form",
        token=token,
        check=read.get("check", ""),
    ), ()


def _header_faults(headers: object) -> list[str]:
    if isinstance(headers, dict) and all(isinstance(value, str) and value.isprintable() for value in headers.values()):
        return []
    return ["[headers]\u00a0: des textes d’une ligne sont attendus."]


def _body_faults(read: dict[str, Any]) -> list[str]:
    body = read.get("body")
    if not isinstance(body, dict):
        return ["[body]\u00a0: une table est attendue."]
    try:
        said = json.dumps(body)
    except TypeError:
        return ["[body]\u00a0: des textes, des nombres, des tables et des listes sont attendus."]
    if read.get("format") == "form" and not all(isinstance(value, str) for value in body.values()):
        return ["[body]\u00a0: un formulaire ne contient que des textes."]
    there = "{text}" in said and ("{to}" in said or "{digits}" in said)
    return [] if there else ["[body]\u00a0: {text} et {to} (ou {digits}) sont attendus."]


def _token(read: dict[str, Any], faults: list[str]) -> str:
    if "token_file" not in read:
        token = read.get("token", "")
    else:
        path = Path(str(read["token_file"])).absolute()
        try:
            token = path.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            faults.append(f"token_file\u00a0: {' '.join(unread(f'le fichier {path}', error))}")
            return ""
    if not isinstance(token, str) or not token.isascii() or not token.isprintable():
        faults.append("token\u00a0: un texte d’une ligne est attendu.")
        return ""
    return token

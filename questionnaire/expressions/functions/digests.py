"""Functions that code a text: digests, base 64."""

import base64
import binascii
import hashlib

from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.scope import Scope

ALGORITHMS = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}
"""Python's names of the algorithms, by those of the dialect. They tell texts apart: no secret rests on them."""


def digest(_: Scope, text: str, algorithm: str, encoding: str = "base64") -> str:
    """Return the digest of a text in UTF-8, in hexadecimal or base 64; an unknown algorithm is the author's mistake."""
    if algorithm not in ALGORITHMS:
        known = ", ".join(ALGORITHMS)
        raise EvaluationError(f"digest() ne connaît pas l’algorithme «\u00a0{algorithm}\u00a0». Connus\u00a0: {known}.")
    hashed = hashlib.new(ALGORITHMS[algorithm], text.encode(), usedforsecurity=False)
    match encoding:
        case "hex":
            return hashed.hexdigest()
        case "base64":
            return base64.b64encode(hashed.digest()).decode("ascii")
    raise EvaluationError("digest() écrit en «\u00a0hex\u00a0» ou en «\u00a0base64\u00a0».")


def decoded(_: Scope, text: str) -> str:
    """Return the UTF-8 text that base 64 says; blank when it says none."""
    try:
        return base64.b64decode(text, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""


DIGESTS = (
    Function(
        "digest",
        "L’empreinte du texte (MD5, SHA-1, SHA-256, SHA-384 ou SHA-512), en base64 ou en hex.",
        (
            Parameter("texte", Type.TEXT),
            Parameter("algorithme", Type.TEXT),
            Parameter("écriture", Type.TEXT),
        ),
        Type.TEXT,
        digest,
        optional=1,
    ),
    Function(
        "base64-decode",
        "Le texte que dit une suite en base64, vide si elle n’en dit aucun.",
        (Parameter("texte", Type.TEXT),),
        Type.TEXT,
        decoded,
    ),
)

"""Passwords, as Flask-Security keeps and checks them."""

import secrets
from collections.abc import Iterable
from datetime import timedelta

from flask import current_app
from flask_security import hash_password, verify_password

from questionnaire.web.guessable import why_guessable

CONSONANTS, VOWELS, WORDS = "bcdfgjklmnprstvz", "aeiou", 4
LENT_LASTING = timedelta(hours=72)
"""How long a password that an administrator gives opens the account."""


def to_lend() -> str:
    """A password to say on the telephone: four words of two syllables, 80^8 of them (50 bits), soon replaced."""
    return "-".join(_syllable() + _syllable() for _ in range(WORDS))


def _syllable() -> str:
    return secrets.choice(CONSONANTS) + secrets.choice(VOWELS)


def hashed(password: str) -> str:
    """What is stored of a password."""
    kept: str = hash_password(password)
    return kept


def matches(password: str, kept: str) -> bool:
    """Whether a password is the one of which ``kept`` is stored."""
    return bool(password and kept) and "\0" not in password and bool(verify_password(normalised(password), kept))


def normalised(password: str) -> str:
    """The same characters, however a keyboard composes them."""
    text: str = current_app.extensions["security"].password_util.normalize(password)
    return text


def weakness(password: str, about: Iterable[str] = ()) -> str:
    """Why a password is not good enough to be somebody's; empty if it is.

    ``about`` is what strangers may know of its person.
    """
    if "\0" in password:
        return "Ce mot de passe contient un caractère interdit."
    least = current_app.config["SECURITY_PASSWORD_LENGTH_MIN"]
    if len(normalised(password)) < least:
        return f"Le mot de passe doit avoir au moins {least}\u00a0caractères. Une phrase est un bon mot de passe."
    problems, _ = current_app.extensions["security"].password_util.validate(password, False)  # noqa: FBT003  # its order
    return " ".join(problems or ()) or why_guessable(normalised(password), about)

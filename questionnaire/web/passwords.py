"""Passwords, as Flask-Security keeps them."""

from flask_security import hash_password


def hashed(password: str) -> str:
    """What is stored of a password."""
    kept: str = hash_password(password)
    return kept

"""Identifiers of things that appear in addresses."""

import base64
import secrets

ID_LENGTH = 20


def new_id() -> str:
    """Twenty lower-case letters and digits, 100 random bits: nobody finds a neighbour by counting."""
    return base64.b32encode(secrets.token_bytes(13)).decode().lower()[:ID_LENGTH]

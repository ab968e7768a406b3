"""Addresses of pages, for the links that every page repeats."""

from functools import lru_cache
from typing import Any

from flask import url_for

REMEMBERED = 8192
"""Addresses kept per process: some 3 MB."""


@lru_cache(REMEMBERED)
def address(endpoint: str, **values: Any) -> str:  # noqa: ANN401  # as Flask has it
    """The address of a page, built once: it depends on nothing but these words, for the product serves at the root."""
    return url_for(endpoint, **values)

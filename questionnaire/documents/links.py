"""Addresses written inside texts: found, and made places that a reader can press."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from questionnaire.documents.faces import Weight
from questionnaire.documents.lines import Span
from questionnaire.documents.runs import Link, clean

_ADDRESS = re.compile(
    r"""(?P<page>(?:https?://|www\.)[^\s<>«»“”"]*[^\s<>«»“”".,;:!?…)\]}'’])
    |(?P<mail>[A-Za-z0-9][\w.+-]*@[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,})""",
    re.VERBOSE,
)
_KEPT = "%/:?#[]@!$&'()*+,;=~-._"
"""What stays as it is in the address of a page, beside letters and digits of ASCII."""


def linked(text: str, weight: Weight) -> list[Span]:
    """The text cut where addresses of pages (http, https) and of people begin and end."""
    if "@" not in text and "://" not in text and "www." not in text:
        return [Span(text, weight)]
    return list(_cut(clean(text), weight))


def page_link(address: str) -> Link:
    """Where the address of a page leads."""
    whole = address if "://" in address else f"https://{address}"
    return Link(quote(whole, safe=_KEPT), address)


def _cut(text: str, weight: Weight) -> Iterator[Span]:
    end = 0
    for found in _ADDRESS.finditer(text):
        if found.start() > end:
            yield Span(text[end : found.start()], weight)
        said = found[0]
        yield Span(said, weight, Link(f"mailto:{said}", said) if found["mail"] else page_link(said))
        end = found.end()
    if end < len(text):
        yield Span(text[end:], weight)

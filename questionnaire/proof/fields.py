"""Signature fields: the name that has a meaning of its own, and a walk that a hostile form cannot prolong."""

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils.generic import IndirectObject
from pyhanko.pdf_utils.reader import PdfFileReader

SEAL_FIELD = "cachet_etablissement"


def is_plain_tree(reader: PdfFileReader) -> bool:
    """True when the form's fields are a tree: each reached once, as the norm wants.

    pyHanko follows every path to a field; fields shared by several parents could make that endless.
    """
    seen: set[IndirectObject] = set()
    waiting = list(_children(reader.root, "/AcroForm", "/Fields"))
    while waiting:
        reference = waiting.pop()
        if reference in seen or not isinstance(reference, IndirectObject):
            return False
        seen.add(reference)
        field = reference.get_object()  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped
        waiting.extend(_children(field, "/Kids"))
    return True


def _children(holder: Any, *path: str) -> Iterator[Any]:  # noqa: ANN401 - any PDF object may stand there
    for key in path:
        if key not in holder:
            return
        holder = holder[key]
    yield from holder

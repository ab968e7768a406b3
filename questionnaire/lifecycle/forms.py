"""Which form, exactly, a document was written with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormRef:
    """A form's name and version, and the hash of its content, which decides."""

    form: str
    version: str
    digest: str

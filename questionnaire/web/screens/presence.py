"""Who else has the document open."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PresenceView:
    """``url`` is called by the page every twenty seconds; ``sentences`` name the others."""

    url: str
    sentences: tuple[str, ...] = ()

"""What one reader of a document does not see of it: answers reserved to others."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Veil:
    """``names`` are the questions whose answers are hidden, but for the paths that the reader answered (``own``)."""

    names: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()

    def hides(self, path: str) -> bool:
        """Whether the reader sees nothing of what stands at a path."""
        return bool(self.names) and path.rpartition(".")[2] in self.names and path not in self.own


NO_VEIL = Veil()
"""Everything is seen."""

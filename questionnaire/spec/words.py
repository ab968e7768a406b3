"""The words that some keys choose from; those marked false belong to the language and wait for a later version."""

from collections.abc import Mapping

STATUSES = {"definitif": True, "trame_proposee": True, "non_definitif": True}
LIVES = {"signed": True, "finished": True, "living": False}
INSTANCES = {
    "project": True, "person": True, "pair": False, "establishment": False, "campaign": False, "free": True,
}  # fmt: skip
ARCHIVES = {"sealed": True, "none": True}
PRIVACIES = {"named": True, "blind": False, "anonymous": False}
PERSONAL = {"none": True, "personal": True, "sensitive": True}
ACTS = {"signature": True, "visa": True, "avis": False}
WHOSE = {"person": True, "pair": False}
REACHED = {"finalise": True, "signe": True}
LAYOUTS = {"sheet": True, "barometer": True, "letter": False, "charter": True, "report": False}
SHAPES = {"wheel": True}

WORDS = {
    "status": STATUSES,
    "life": LIVES,
    "instances": INSTANCES,
    "archive": ARCHIVES,
    "privacy": PRIVACIES,
    "personal": PERSONAL,
    "act": ACTS,
    "layout": LAYOUTS,
    "shape": SHAPES,
    "instance": WHOSE,
    "state": REACHED,
}
"""The words by key. The first of each is what an absent key means."""


def served(words: Mapping[str, bool]) -> tuple[str, ...]:
    """Those of ``words`` that may be written today."""
    return tuple(word for word, is_served in words.items() if is_served)
